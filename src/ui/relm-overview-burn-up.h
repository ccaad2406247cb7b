/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How far a release has come, week by week: by its work items, and the issues of the trackers' milestones that are named like
 * it. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-view-state.h"

G_BEGIN_DECLS

void relm_overview_burn_up_fill (GtkBox *box,
                                 RelmViewState *view_state,
                                 RelmRecord *release);

G_END_DECLS
