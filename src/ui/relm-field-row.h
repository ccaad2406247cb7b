/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Makes the row of a preferences group that edits one field, whatever its type: this is the only place that knows which
 * row goes with which type. A row follows its editor, and shows undo, redo and changes made elsewhere. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-field-editor.h"

G_BEGIN_DECLS

GtkWidget *relm_field_row_new (RelmFieldEditor *editor);

G_END_DECLS
