/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A server of made-up trackers, for a test. */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "relm-tracker-sync.h"

G_BEGIN_DECLS

typedef struct
{
  GSubprocess *process;
  guint port;
} RelmTestServer;

/* All that a test of a tracker needs. */
typedef struct
{
  RelmTestServer server;
  char *folder;
  char *mirror_path;
  RelmHttpPatience patience;
  const char *service; /* for callbacks */
} RelmTestTracker;

void relm_test_server_start (RelmTestServer *self);
void relm_test_server_stop (RelmTestServer *self);
void relm_test_server_set (RelmTestServer *self,
                           const char *what);
JsonNode *relm_test_server_get_log (RelmTestServer *self);

/* Each test has a server of its own. */
typedef void (*RelmTestTrackerFunc) (RelmTestTracker *fixture,
                                     gconstpointer data);

void relm_test_tracker_add (const char *path,
                            gconstpointer data,
                            RelmTestTrackerFunc func);
gboolean relm_test_tracker_sync (RelmTestTracker *self,
                                 const char *service,
                                 const char *project,
                                 const char *token,
                                 GError **error);

G_END_DECLS
