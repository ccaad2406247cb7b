/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a release, or the whole project, costs: its earned value, where anything is known of that. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "relm-view-state.h"

G_BEGIN_DECLS

void relm_overview_cost_fill (GtkBox *box,
                              RelmProject *project,
                              RelmRecord *release,
                              RelmDate today);

G_END_DECLS
