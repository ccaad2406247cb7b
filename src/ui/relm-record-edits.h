/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Adding, changing and deleting a record, the same wherever it is asked for: one step to undo, and after deleting a toast that offers
 * to undo in place of a question before. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-document.h"

G_BEGIN_DECLS

/* Gives a new record what the place where it was made implies. Belongs to the same step. */
typedef void (*RelmRecordPrepareFunc) (RelmDocument *document,
                                       RelmRecord *record,
                                       gpointer user_data);

int relm_record_edits_find_release_field (const RelmKind *kind);
RelmRecord *relm_record_edits_add (RelmDocument *document,
                                   GType type,
                                   RelmRecord *release,
                                   RelmRecordPrepareFunc prepare,
                                   gpointer user_data);
void relm_record_edits_remove (GtkWidget *from,
                               RelmDocument *document,
                               RelmRecord *record);
void relm_record_edits_say (GtkWidget *from,
                            const char *message);

G_END_DECLS
