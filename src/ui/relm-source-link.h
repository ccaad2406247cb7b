/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A source of an open project, and what is known of how it is: being read, when it was last read, what went wrong. One per
 * record, in a RelmSourceSet. Main thread.
 */

#pragma once

#include "relm-git-source.h"
#include "relm-project.h"
#include "relm-remote.h"
#include "relm-tracker-address.h"

G_BEGIN_DECLS

#define RELM_TYPE_SOURCE_LINK (relm_source_link_get_type ())
G_DECLARE_FINAL_TYPE (RelmSourceLink, relm_source_link, RELM, SOURCE_LINK, GObject)

RelmSourceLink *relm_source_link_new (RelmProject *project,
                                      RelmRecord *record,
                                      GFile *file);
void relm_source_link_update_components (RelmSourceLink *self,
                                         RelmProject *project);
RelmRecord *relm_source_link_get_record (RelmSourceLink *self);
RelmRemote *relm_source_link_get_remote (RelmSourceLink *self);
const RelmTrackerAddress *relm_source_link_get_address (RelmSourceLink *self);
RelmGitSource *relm_source_link_get_repository (RelmSourceLink *self);
const GError *relm_source_link_get_error (RelmSourceLink *self);
gboolean relm_source_link_wants_token (RelmSourceLink *self);
gboolean relm_source_link_uses_token (RelmSourceLink *self,
                                      const char *kept);
gboolean relm_source_link_is_busy (RelmSourceLink *self);
gboolean relm_source_link_was_tried (RelmSourceLink *self);
gboolean relm_source_link_is_known (RelmSourceLink *self);
gboolean relm_source_link_is_stale (RelmSourceLink *self);
gboolean relm_source_link_is_due (RelmSourceLink *self,
                                  guint minutes);
gboolean relm_source_link_is_same (RelmSourceLink *self,
                                   RelmSourceLink *other);
char *relm_source_link_dup_facts (RelmSourceLink *self);
void relm_source_link_sync (RelmSourceLink *self,
                            gboolean whole);
void relm_source_link_cancel (RelmSourceLink *self);

G_END_DECLS
