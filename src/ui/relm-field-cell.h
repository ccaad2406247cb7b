/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One field of one record in a table: text and dates are edited in an entry, choices and references in a list, yes or no at once.
 * Belongs to its table; main thread.
 */

#pragma once

#include "relm-cell.h"
#include "relm-field-editor.h"

G_BEGIN_DECLS

#define RELM_TYPE_FIELD_CELL (relm_field_cell_get_type ())
G_DECLARE_FINAL_TYPE (RelmFieldCell, relm_field_cell, RELM, FIELD_CELL, RelmCell)

RelmFieldCell *relm_field_cell_new (const RelmKind *kind,
                                    guint field);
RelmFieldEditor *relm_field_cell_get_editor (RelmFieldCell *self);
void relm_field_cell_set_record (RelmFieldCell *self,
                                 RelmDocument *document,
                                 RelmRecord *record);

G_END_DECLS
