/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What was done for a work item that mirrors a tracker item, and the way to the tracker. It is looked for in the mirrors, in
 * a worker thread. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-view-state.h"

G_BEGIN_DECLS

#define RELM_TYPE_EVIDENCE_GROUP (relm_evidence_group_get_type ())
G_DECLARE_FINAL_TYPE (RelmEvidenceGroup, relm_evidence_group, RELM, EVIDENCE_GROUP, AdwPreferencesGroup)

GtkWidget *relm_evidence_group_new (void);
void relm_evidence_group_set_record (RelmEvidenceGroup *self,
                                     RelmViewState *view_state,
                                     RelmRecord *record);

G_END_DECLS
