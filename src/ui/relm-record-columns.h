/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The columns of a table of records, made from the field table of their kind: cells, sorters, widths, the menu that shows
 * and hides them, and how many of them there is room for. Owned by its table; main thread.
 */

#pragma once

#include "relm-field-cell.h"

G_BEGIN_DECLS

#define RELM_TYPE_RECORD_COLUMNS (relm_record_columns_get_type ())
G_DECLARE_FINAL_TYPE (RelmRecordColumns, relm_record_columns, RELM, RECORD_COLUMNS, GObject)

RelmRecordColumns *relm_record_columns_new (GtkColumnView *view,
                                            const RelmKind *kind,
                                            const guint *fields,
                                            guint n_fields);
void relm_record_columns_set_document (RelmRecordColumns *self,
                                       RelmDocument *document);
void relm_record_columns_insert (RelmRecordColumns *self,
                                 guint position,
                                 GtkColumnViewColumn *column);
void relm_record_columns_set_max (RelmRecordColumns *self,
                                  guint n_columns);
char **relm_record_columns_dup_chosen (RelmRecordColumns *self);
void relm_record_columns_choose (RelmRecordColumns *self,
                                 const char *const *names);
GArray *relm_record_columns_measure (RelmRecordColumns *self);
gboolean relm_record_columns_is_sorted_by (RelmRecordColumns *self,
                                           guint field);
RelmFieldCell *relm_record_columns_find_cell (RelmRecordColumns *self,
                                              RelmRecord *record,
                                              guint field);
GtkColumnViewColumn *relm_record_columns_get_title (RelmRecordColumns *self);
GActionGroup *relm_record_columns_get_actions (RelmRecordColumns *self);
GMenuModel *relm_record_columns_get_menu (RelmRecordColumns *self);

G_END_DECLS
