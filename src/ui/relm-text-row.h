/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A row for a field of several lines: a text view that grows with its text and that the Tab key leaves. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-field-editor.h"

G_BEGIN_DECLS

#define RELM_TYPE_TEXT_ROW (relm_text_row_get_type ())
G_DECLARE_FINAL_TYPE (RelmTextRow, relm_text_row, RELM, TEXT_ROW, AdwPreferencesRow)

RelmTextRow *relm_text_row_new (RelmFieldEditor *editor);
GtkTextBuffer *relm_text_row_get_buffer (RelmTextRow *self);

G_END_DECLS
