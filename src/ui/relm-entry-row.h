/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A row for a field that is written on one line: a text, a date (with a calendar), or texts with commas between. Text is
 * followed key by key; a date or a list only when it is finished, because half of it would be another one. What is not
 * understood stays as it was written, and the row says what is wrong. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-field-editor.h"

G_BEGIN_DECLS

#define RELM_TYPE_ENTRY_ROW (relm_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (RelmEntryRow, relm_entry_row, RELM, ENTRY_ROW, AdwEntryRow)

RelmEntryRow *relm_entry_row_new (RelmFieldEditor *editor);

G_END_DECLS
