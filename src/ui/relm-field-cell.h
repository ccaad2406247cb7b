/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One field of one record in a table: shows its value, and edits it in place with Enter, F2 or a double click: text and
 * dates in an entry, choices and references in a list, yes or no at once. Made once per visible cell and used again for
 * other records, so showing one is cheap. Belongs to its table; main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-field-editor.h"

G_BEGIN_DECLS

#define RELM_TYPE_FIELD_CELL (relm_field_cell_get_type ())
G_DECLARE_FINAL_TYPE (RelmFieldCell, relm_field_cell, RELM, FIELD_CELL, GtkWidget)

RelmFieldCell *relm_field_cell_new (const RelmKind *kind,
                                    guint field);
RelmFieldEditor *relm_field_cell_get_editor (RelmFieldCell *self);
void relm_field_cell_set_record (RelmFieldCell *self,
                                 RelmDocument *document,
                                 RelmRecord *record);
gboolean relm_field_cell_edit (RelmFieldCell *self);
gboolean relm_field_cell_is_editing (RelmFieldCell *self);
GtkEditable *relm_field_cell_get_entry (RelmFieldCell *self);

G_END_DECLS
