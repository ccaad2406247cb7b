/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The records that belong to another, as a list with a button that adds one: the phases of a release, the people of a
 * project. Follows the project while it is on screen. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-record-relation.h"
#include "relm-view-state.h"

G_BEGIN_DECLS

#define RELM_TYPE_RECORD_GROUP (relm_record_group_get_type ())
G_DECLARE_FINAL_TYPE (RelmRecordGroup, relm_record_group, RELM, RECORD_GROUP, AdwPreferencesGroup)

RelmRecordGroup *relm_record_group_new (const RelmRecordRelation *relation);
void relm_record_group_set_record (RelmRecordGroup *self,
                                   RelmViewState *view_state,
                                   RelmRecord *record);

G_END_DECLS
