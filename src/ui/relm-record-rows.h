/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The records that a table shows, in its order: those of one kind that belong to the release, that the page's filter lets
 * through, and that contain what is searched for. Follows the project while somebody looks; what changed meanwhile is looked
 * at when somebody does again. Owned by its table; main thread.
 */

#pragma once

#include "relm-record-columns.h"

G_BEGIN_DECLS

typedef gboolean (*RelmRecordMatchFunc) (RelmRecord *record,
                                         gpointer user_data);

#define RELM_TYPE_RECORD_ROWS (relm_record_rows_get_type ())
G_DECLARE_FINAL_TYPE (RelmRecordRows, relm_record_rows, RELM, RECORD_ROWS, GObject)

RelmRecordRows *relm_record_rows_new (GType type,
                                      GtkSorter *sorter,
                                      RelmRecordColumns *columns);
void relm_record_rows_set_project (RelmRecordRows *self,
                                   RelmProject *project);
void relm_record_rows_set_release (RelmRecordRows *self,
                                   RelmRecord *release);
void relm_record_rows_set_filter (RelmRecordRows *self,
                                  RelmRecordMatchFunc match,
                                  gpointer user_data);
void relm_record_rows_set_search (RelmRecordRows *self,
                                  const char *search);
void relm_record_rows_set_watched (RelmRecordRows *self,
                                   gboolean watched);
void relm_record_rows_refilter (RelmRecordRows *self);
gboolean relm_record_rows_is_in_release (RelmRecordRows *self,
                                         RelmRecord *record);
gboolean relm_record_rows_has_any (RelmRecordRows *self);
GListModel *relm_record_rows_get_model (RelmRecordRows *self);

G_END_DECLS
