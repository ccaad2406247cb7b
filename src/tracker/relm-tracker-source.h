/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A tracker that a project is told about, and its mirror: brings the mirror up to date, and says how that goes. It lives on
 * the thread that made it, whose main context gets its notifications; the work is done in worker threads. The token is asked
 * of a RelmTokenStore for each run, and is nowhere else.
 */

#pragma once

#include "relm-remote.h"
#include "relm-token-store.h"
#include "relm-tracker-address.h"

G_BEGIN_DECLS

#define RELM_TYPE_TRACKER_SOURCE (relm_tracker_source_get_type ())
G_DECLARE_FINAL_TYPE (RelmTrackerSource, relm_tracker_source, RELM, TRACKER_SOURCE, GObject)

RelmTrackerSource *relm_tracker_source_new (const char *location,
                                            const char *service,
                                            const char *cache_dir,
                                            RelmTokenStore *tokens);
void relm_tracker_source_set_whole (RelmTrackerSource *self,
                                    gboolean whole);
const RelmTrackerAddress *relm_tracker_source_get_address (RelmTrackerSource *self);
gint64 relm_tracker_source_get_allowed (RelmTrackerSource *self);
guint relm_tracker_source_get_n_items (RelmTrackerSource *self);

G_END_DECLS
