/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the overview says of the whole project. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-view-state.h"

G_BEGIN_DECLS

void relm_overview_roadmap_fill (GtkBox *box,
                                 RelmViewState *view_state,
                                 RelmProject *project,
                                 RelmDate today);

G_END_DECLS
