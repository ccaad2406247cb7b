/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Brings the mirror of a tracker up to date: each list of the service, page by page, each page kept whole with the place
 * where to go on. What stopped in the middle goes on there. It blocks; it belongs to one worker thread.
 */

#pragma once

#include "relm-mirror-tracker.h"
#include "relm-tracker-service.h"

G_BEGIN_DECLS

/* What the mirror remembers; see relm_mirror_tracker_get_number() and relm_mirror_tracker_dup_state(). */
#define RELM_TRACKER_STATE_SYNCED "synced"   /* when all was up to date the last time, Unix seconds */
#define RELM_TRACKER_STATE_ALLOWED "allowed" /* not to be asked before, Unix seconds */
#define RELM_TRACKER_STATE_ERROR "error"     /* what went wrong the last time */
#define RELM_TRACKER_STATE_WEB "web"         /* the address for people */

typedef struct
{
  const char *label; /* what is being read, translated */
  guint n_rows;      /* read so far, of all lists */
  gint64 until;      /* it waits until then, Unix seconds; 0 when it does not */
  RelmTrackerError why; /* it waits */
} RelmTrackerProgress;

/* Called in the worker thread. */
typedef void (*RelmTrackerProgressFunc) (const RelmTrackerProgress *progress,
                                         gpointer user_data);

typedef struct
{
  const RelmTrackerAddress *address;
  const char *mirror_path;
  const char *token;                /* or NULL */
  const RelmHttpPatience *patience; /* or NULL for the usual one */
  RelmTrackerProgressFunc progress; /* or NULL */
  gpointer progress_data;
} RelmTrackerSync;

gboolean relm_tracker_sync_run (const RelmTrackerSync *sync,
                                GCancellable *cancellable,
                                GError **error);
gboolean relm_tracker_sync_reconcile (const RelmTrackerSync *sync,
                                      GCancellable *cancellable,
                                      GError **error);
char *relm_tracker_sync_identify (const RelmTrackerSync *sync,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
