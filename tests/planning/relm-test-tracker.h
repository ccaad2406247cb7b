/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes mirrors of trackers for tests in few words; days are dates, RELM_DATE_NONE for never. */

#pragma once

#include "relm-mirror-tracker.h"
#include "relm-work-lives.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path;
  RelmMirrorPage *page;
} RelmTestTracker;

RelmTestTracker *relm_test_tracker_new (void);
void relm_test_tracker_free (RelmTestTracker *self);
void relm_test_tracker_add_milestone (RelmTestTracker *self,
                                      const char *key,
                                      const char *title,
                                      RelmDate start);
RelmMirrorItem *relm_test_tracker_add_issue (RelmTestTracker *self,
                                             const char *key,
                                             const char *milestone,
                                             RelmMirrorItemState state,
                                             RelmDate created,
                                             RelmDate closed);
void relm_test_tracker_write (RelmTestTracker *self,
                              RelmDate synced);
GPtrArray *relm_test_tracker_list (RelmTestTracker *self,
                                   const char *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmTestTracker, relm_test_tracker_free)

G_END_DECLS
