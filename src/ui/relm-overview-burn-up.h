/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How far a release has come, week by week: by the issues of the tracker's milestone that is named like it, else by its own
 * work items. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-view-state.h"

G_BEGIN_DECLS

void relm_overview_burn_up_fill (GtkBox *box,
                                 RelmViewState *view_state,
                                 RelmRecord *release,
                                 RelmDate today);

G_END_DECLS
