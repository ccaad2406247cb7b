/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who does not know yet what has become of a release, or of any: a group of the overview, seen when there is somebody. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "relm-view-state.h"

G_BEGIN_DECLS

void relm_overview_told_fill (GtkBox *box,
                              RelmViewState *view_state,
                              RelmProject *project,
                              RelmRecord *release);

G_END_DECLS
