/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A record as one row of a list: what it is called, when it takes place or what else is known of it, and how it stands.
 * Activating it selects the record and opens the inspector on it. Made anew when the record changes. Main thread.
 */

#pragma once

#include "relm-overview-row.h"

G_BEGIN_DECLS

AdwActionRow *relm_record_row_new (GtkWidget *group,
                                   RelmViewState *view_state,
                                   RelmRecord *record,
                                   RelmDate today);
gboolean relm_record_row_looks_around (GType type);

G_END_DECLS
