/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-test-tracker.h"

#include <libsoup/soup.h>
#include <stdlib.h>

void
relm_test_server_start (RelmTestServer *self)
{
  g_autofree char *program = g_test_build_filename (G_TEST_DIST, "..", "fake", "tracker-server.py", NULL);
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;

  self->process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "python3", program, NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  line = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  self->port = (guint) atoi (line);
}

void
relm_test_server_stop (RelmTestServer *self)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, NULL);
  g_subprocess_wait (self->process, NULL, NULL);
  g_clear_object (&self->process);
}

static GBytes *
fetch (RelmTestServer *self,
       const char *path)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u%s", self->port, path);
  g_autoptr (SoupMessage) message = soup_message_new ("GET", url);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = soup_session_send_and_read (session, message, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* @what: “github.changed=7” */
void
relm_test_server_set (RelmTestServer *self,
                      const char *what)
{
  g_autofree char *path = g_strconcat ("/_set?", what, NULL);
  g_autoptr (GBytes) bytes = fetch (self, path);

  g_assert_nonnull (bytes);
}

JsonNode *
relm_test_server_get_log (RelmTestServer *self)
{
  g_autoptr (GBytes) bytes = fetch (self, "/_log");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  JsonNode *log = json_from_string (text, NULL);

  g_assert_true (JSON_NODE_HOLDS_ARRAY (log));
  return log;
}

static void
set_up (RelmTestTracker *self,
        gconstpointer data)
{
  relm_test_server_start (&self->server);
  self->folder = g_dir_make_tmp ("relm-tracker-XXXXXX", NULL);
  self->mirror_path = g_build_filename (self->folder, "mirror.db", NULL);
  self->patience = (RelmHttpPatience) {
    .deadline_us = 20 * G_USEC_PER_SEC,
    .silence_s = 20,
    .tries = 2,
    .pause_us = 1000,
    .limit_max_s = 3,
    .size_max = 32 * 1024 * 1024,
  };
}

static void
tear_down (RelmTestTracker *self,
           gconstpointer data)
{
  const char *argv[] = { "rm", "-rf", self->folder, NULL };

  relm_test_server_stop (&self->server);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->mirror_path, g_free);
}

void
relm_test_tracker_add (const char *path,
                       gconstpointer data,
                       RelmTestTrackerFunc func)
{
  g_test_add (path, RelmTestTracker, data, set_up, func, tear_down);
}

gboolean
relm_test_tracker_sync (RelmTestTracker *self,
                        const char *service,
                        const char *project,
                        const char *token,
                        GError **error)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/%s", self->server.port, project);
  g_autoptr (RelmTrackerAddress) address = relm_tracker_address_new (url, service, NULL);
  const RelmTrackerSync sync = {
    .address = address, .mirror_path = self->mirror_path, .token = token, .patience = &self->patience,
  };

  g_assert_nonnull (address);
  return relm_tracker_sync_run (&sync, NULL, error);
}
