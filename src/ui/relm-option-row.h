/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A row for a field that is one of several: shows which, and offers the others in a popover. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-field-editor.h"

G_BEGIN_DECLS

#define RELM_TYPE_OPTION_ROW (relm_option_row_get_type ())
G_DECLARE_FINAL_TYPE (RelmOptionRow, relm_option_row, RELM, OPTION_ROW, AdwActionRow)

RelmOptionRow *relm_option_row_new (RelmFieldEditor *editor);

G_END_DECLS
