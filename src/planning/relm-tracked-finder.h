/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Keeps the list of where plan and tracker differ, and the thread that draws does not wait for it: a worker reads what the
 * tracker said of the linked items, they are compared between frames, and of what a person edits only that is compared anew.
 * Signal "changed" when a new list is complete; until then the list is what it was. Main thread.
 */

#pragma once

#include "relm-tracked-difference.h"

G_BEGIN_DECLS

#define RELM_TYPE_TRACKED_FINDER (relm_tracked_finder_get_type ())
G_DECLARE_FINAL_TYPE (RelmTrackedFinder, relm_tracked_finder, RELM, TRACKED_FINDER, GObject)

RelmTrackedFinder *relm_tracked_finder_new (void);
void relm_tracked_finder_set_tracker (RelmTrackedFinder *self,
                                      RelmProject *project,
                                      RelmRecord *source,
                                      const char *path);
gboolean relm_tracked_finder_is_finding (RelmTrackedFinder *self);
void relm_tracked_finder_catch_up (RelmTrackedFinder *self);
guint relm_tracked_finder_get_size (RelmTrackedFinder *self);
GPtrArray *relm_tracked_finder_list (RelmTrackedFinder *self);

G_END_DECLS
