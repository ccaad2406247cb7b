/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rows about a gate and its criteria: what was decided and what is met, found anew for each row. Main thread.
 */

#pragma once

#include "relm-overview-row.h"

G_BEGIN_DECLS

AdwActionRow *relm_gate_row_new (GtkWidget *group,
                                 RelmProject *project,
                                 RelmRecord *gate,
                                 RelmDate today);
AdwActionRow *relm_criterion_row_new (GtkWidget *group,
                                      RelmDocument *document,
                                      RelmRecord *criterion,
                                      RelmDate today);

G_END_DECLS
