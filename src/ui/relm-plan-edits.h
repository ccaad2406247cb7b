/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the schedule computes, taken over into the plan: one step to undo, and what cannot be done is said in the window. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-document.h"

G_BEGIN_DECLS

gboolean relm_plan_edits_apply (RelmDocument *document,
                                GArray *moves,
                                GError **error);
gboolean relm_plan_edits_adopt (RelmDocument *document,
                                GArray *edits,
                                GError **error);
void relm_plan_edits_accept (GtkWidget *from,
                             RelmDocument *document,
                             GArray *moves);

G_END_DECLS
