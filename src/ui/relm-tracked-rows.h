/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The items of a tracker as a list model that reads each of them when it is looked at: a hundred thousand cost no more than
 * the few that are seen. What it shows is chosen by words and by whether it is open; the newest change is first.
 * Words are searched for in a worker thread; until it has an answer the list is what it was. Main thread.
 */

#pragma once

#include <gio/gio.h>

#include "relm-mirror-tracker.h"

G_BEGIN_DECLS

#define RELM_TYPE_TRACKED_ROWS (relm_tracked_rows_get_type ())
G_DECLARE_FINAL_TYPE (RelmTrackedRows, relm_tracked_rows, RELM, TRACKED_ROWS, GObject)

RelmTrackedRows *relm_tracked_rows_new (void);
void relm_tracked_rows_set_mirror (RelmTrackedRows *self,
                                   RelmMirrorTracker *mirror);
RelmMirrorTracker *relm_tracked_rows_get_mirror (RelmTrackedRows *self);
gboolean relm_tracked_rows_is_searching (RelmTrackedRows *self);
void relm_tracked_rows_set_filter (RelmTrackedRows *self,
                                   const char *words,
                                   gboolean open_only);
void relm_tracked_rows_refresh (RelmTrackedRows *self);

G_END_DECLS
