/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the timeline asks for, done: each is one step to undo, and what cannot be done is said in the window. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-document.h"

G_BEGIN_DECLS

void relm_timeline_edits_move (GtkWidget *from,
                               RelmDocument *document,
                               GArray *moves);
void relm_timeline_edits_link (GtkWidget *from,
                               RelmDocument *document,
                               RelmRecord *predecessor,
                               RelmRecord *successor,
                               const char *type);
void relm_timeline_edits_remove (GtkWidget *from,
                                 RelmDocument *document,
                                 RelmRecord *record);

G_END_DECLS
