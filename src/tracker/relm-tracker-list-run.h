/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One list of a tracker, read into the mirror. For src/tracker alone; one worker thread. */

#pragma once

#include "relm-http-client.h"
#include "relm-json-members.h"
#include "relm-mirror-tracker.h"
#include "relm-tracker-service.h"

G_BEGIN_DECLS

typedef struct
{
  const RelmTrackerAddress *address;
  const RelmTrackerList *list;
  RelmHttpClient *client;
  RelmMirrorTracker *mirror;
  GCancellable *cancellable;
  GHashTable *seen; /* gets the keys of all rows, when all of the list is to be read; else NULL */
  gboolean answered; /* by the last read, whether it is there: its first page came */
  void (*page) (guint n_rows,
                gpointer data); /* called after each page */
  gpointer data;
  gpointer walk; /* what is under way; the list's own */
} RelmTrackerListRun;

gboolean relm_tracker_list_run_read (RelmTrackerListRun *self,
                                     GError **error);
void relm_tracker_list_run_store (RelmTrackerListRun *self);
gboolean relm_tracker_list_run_remove_gone (RelmTrackerListRun *self,
                                            GHashTable *there,
                                            GError **error);

G_END_DECLS
