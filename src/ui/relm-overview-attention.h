/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What needs somebody's attention: work that is blocked, and whatever should have been finished by now. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-view-state.h"

G_BEGIN_DECLS

void relm_overview_attention_fill (GtkBox *box,
                                   RelmViewState *view_state,
                                   RelmProject *project,
                                   RelmRecord *release,
                                   RelmDate today);

G_END_DECLS
