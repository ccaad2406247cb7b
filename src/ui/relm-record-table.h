/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The records of one kind as a table that is edited in place, made from the kind's field table: sorted, searched, filtered
 * by release and by its page, with the columns that a person chooses. The row that is selected is the view state's.
 * Enter and F2 edit a cell, Insert adds a record, Delete deletes it. Main thread.
 */

#pragma once

#include "relm-record-columns.h"
#include "relm-record-edits.h"
#include "relm-record-rows.h"
#include "relm-view-state.h"

G_BEGIN_DECLS

#define RELM_TYPE_RECORD_TABLE (relm_record_table_get_type ())
G_DECLARE_FINAL_TYPE (RelmRecordTable, relm_record_table, RELM, RECORD_TABLE, GtkWidget)

void relm_record_table_set_kind (RelmRecordTable *self,
                                 GType type,
                                 const guint *columns,
                                 guint n_columns);
void relm_record_table_set_view_state (RelmRecordTable *self,
                                       RelmViewState *view_state);
void relm_record_table_set_prepare (RelmRecordTable *self,
                                    RelmRecordPrepareFunc prepare,
                                    gpointer user_data);
void relm_record_table_set_placeholder (RelmRecordTable *self,
                                        GtkWidget *placeholder);
RelmRecordRows *relm_record_table_get_rows (RelmRecordTable *self);
GtkColumnView *relm_record_table_get_view (RelmRecordTable *self);
RelmRecordColumns *relm_record_table_get_columns (RelmRecordTable *self);
void relm_record_table_add_record (RelmRecordTable *self);
void relm_record_table_remove_selected (RelmRecordTable *self);

G_END_DECLS
