/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * All records of one kind in a project, in the order of the file. A GListModel, so that views show it as it is. Owned by its
 * project, which alone changes it. Main thread, except while a file is being read.
 */

#pragma once

#include <gio/gio.h>

#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_TYPE_RECORD_LIST (relm_record_list_get_type ())
G_DECLARE_FINAL_TYPE (RelmRecordList, relm_record_list, RELM, RECORD_LIST, GObject)

RelmRecordList *relm_record_list_new (GType record_type);
GType relm_record_list_get_record_type (RelmRecordList *self);
const RelmKind *relm_record_list_get_kind (RelmRecordList *self);
guint relm_record_list_get_size (RelmRecordList *self);
RelmRecord *relm_record_list_get (RelmRecordList *self,
                                  guint position);
gboolean relm_record_list_find (RelmRecordList *self,
                                RelmRecord *record,
                                guint *position);

/* For the project alone. */
void relm_record_list_insert (RelmRecordList *self,
                              guint position,
                              RelmRecord *record);
void relm_record_list_remove (RelmRecordList *self,
                              guint position);

G_END_DECLS
