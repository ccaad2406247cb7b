/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * All that belongs to a record, one group for each kind of it. The groups stay when the record is exchanged for another of
 * its kind. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-view-state.h"

G_BEGIN_DECLS

#define RELM_TYPE_RECORD_RELATIONS (relm_record_relations_get_type ())
G_DECLARE_FINAL_TYPE (RelmRecordRelations, relm_record_relations, RELM, RECORD_RELATIONS, GtkWidget)

RelmRecordRelations *relm_record_relations_new (const RelmKind *kind);
void relm_record_relations_set_record (RelmRecordRelations *self,
                                       RelmViewState *view_state,
                                       RelmRecord *record);

G_END_DECLS
