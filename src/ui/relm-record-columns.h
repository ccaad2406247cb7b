/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The columns of a table of records, made from the field table of their kind: cells, sorters and widths. Owned by its table; main
 * thread.
 */

#pragma once

#include "relm-field-cell.h"
#include "relm-table-columns.h"

G_BEGIN_DECLS

#define RELM_TYPE_RECORD_COLUMNS (relm_record_columns_get_type ())
G_DECLARE_FINAL_TYPE (RelmRecordColumns, relm_record_columns, RELM, RECORD_COLUMNS, RelmTableColumns)

RelmRecordColumns *relm_record_columns_new (GtkColumnView *view,
                                            const RelmKind *kind,
                                            const guint *fields,
                                            guint n_fields);
void relm_record_columns_set_document (RelmRecordColumns *self,
                                       RelmDocument *document);
gboolean relm_record_columns_is_sorted_by (RelmRecordColumns *self,
                                           guint field);
RelmFieldCell *relm_record_columns_find_cell (RelmRecordColumns *self,
                                              RelmRecord *record,
                                              guint field);

G_END_DECLS
