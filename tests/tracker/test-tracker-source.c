/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tracker as the program has it: it says how it goes, takes its token from the store, and remembers what it learned. */

#include "config.h"

#include <string.h>

#include "relm-test-tracker.h"
#include "relm-tracker-error.h"
#include "relm-tracker-source.h"

static RelmTrackerSource *
create (RelmTestTracker *fixture,
        const char *project,
        RelmTokenStore *tokens)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/%s", fixture->server.port, project);

  return relm_tracker_source_new (url, "github", fixture->folder, tokens);
}

static void
take_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
sync_source (RelmTrackerSource *source,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  relm_remote_sync_async (RELM_REMOTE (source), cancellable, take_cb, &result);
  g_assert_true (relm_remote_is_busy (RELM_REMOTE (source)));
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (relm_remote_is_busy (RELM_REMOTE (source)));
  return relm_remote_sync_finish (RELM_REMOTE (source), result, error);
}

static void
test_async (RelmTestTracker *fixture,
            gconstpointer data)
{
  g_autoptr (RelmTokenStore) tokens = relm_token_store_new (FALSE);
  g_autoptr (RelmTrackerSource) source = create (fixture, "team/good", tokens);
  g_autoptr (RelmTrackerSource) later = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (relm_remote_get_last_sync (RELM_REMOTE (source)), ==, 0);
  g_assert_true (sync_source (source, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (relm_tracker_source_get_n_items (source), ==, 250);
  g_assert_cmpint (relm_remote_get_last_sync (RELM_REMOTE (source)), >, 0);
  g_assert_true (g_file_test (relm_remote_get_mirror_path (RELM_REMOTE (source)), G_FILE_TEST_EXISTS));

  /* Another day, without a network. */
  later = create (fixture, "team/good", tokens);
  g_assert_cmpuint (relm_tracker_source_get_n_items (later), ==, 250);
  g_assert_cmpint (relm_remote_get_last_sync (RELM_REMOTE (later)), >, 0);
}

static void
test_token (RelmTestTracker *fixture,
            gconstpointer data)
{
  g_autoptr (RelmTokenStore) tokens = relm_token_store_new (FALSE);
  g_autoptr (RelmTrackerSource) source = create (fixture, "team/private", tokens);
  g_autofree char *origin = relm_tracker_address_dup_host (relm_tracker_source_get_address (source));
  g_autoptr (GError) without = NULL;
  g_autoptr (GError) error = NULL;

  relm_token_store_keep_for_session (tokens, "https://other.example", "good-token");
  g_assert_false (sync_source (source, NULL, &without));
  g_assert_error (without, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_NOT_FOUND);
  g_assert_cmpstr (relm_remote_get_status (RELM_REMOTE (source)), ==, without->message);
  relm_token_store_keep_for_session (tokens, origin, "good-token");
  g_assert_true (sync_source (source, NULL, &error));
  g_assert_no_error (error);
}

static void
test_whole (RelmTestTracker *fixture,
            gconstpointer data)
{
  g_autoptr (RelmTokenStore) tokens = relm_token_store_new (FALSE);
  g_autoptr (RelmTrackerSource) source = create (fixture, "team/good", tokens);
  g_autoptr (GError) error = NULL;

  g_assert_true (relm_remote_sync (RELM_REMOTE (source), NULL, &error));
  relm_test_server_set (&fixture->server, "github.deleted=8");
  g_assert_true (relm_remote_sync (RELM_REMOTE (source), NULL, &error));
  g_assert_cmpuint (relm_tracker_source_get_n_items (source), ==, 250);
  relm_tracker_source_set_whole (source, TRUE);
  g_assert_true (sync_source (source, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (relm_tracker_source_get_n_items (source), ==, 249);
}

/* One that a person ended says nothing bad. */
static void
test_cancel (RelmTestTracker *fixture,
             gconstpointer data)
{
  g_autoptr (RelmTokenStore) tokens = relm_token_store_new (FALSE);
  g_autoptr (RelmTrackerSource) source = create (fixture, "team/good", tokens);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (sync_source (source, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (relm_remote_get_status (RELM_REMOTE (source)), ==, "");
}

static void
status_cb (RelmTrackerSource *source,
           GParamSpec *spec,
           GPtrArray *said)
{
  g_ptr_array_add (said, g_strdup (relm_remote_get_status (RELM_REMOTE (source))));
}

/* Why it waits is what went wrong, whoever wants that. */
static void
test_wait (RelmTestTracker *fixture,
           gconstpointer data)
{
  static const struct
  {
    const char *project;
    const char *words;
  } cases[] = {
    { "team/limited-for-a-moment", "The server asks to wait until " },
    { "team/broken-for-a-moment", "The server has a problem of its own; Relm tries again at " },
    { "team/reset-for-a-moment", "The connection broke; Relm tries again at " },
  };
  g_autoptr (RelmTokenStore) tokens = relm_token_store_new (FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RelmTrackerSource) source = create (fixture, cases[i].project, tokens);
      g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;
      guint n_waits = 0;

      g_signal_connect (source, "notify::status", G_CALLBACK (status_cb), said);
      g_assert_true (relm_remote_sync (RELM_REMOTE (source), NULL, &error));
      g_assert_no_error (error);
      for (guint k = 0; k < said->len; k++)
        {
          const gboolean right = g_str_has_prefix (said->pdata[k], cases[i].words);

          n_waits += right;
          g_assert_true (right || (strstr (said->pdata[k], "wait until") == NULL && strstr (said->pdata[k], "again at") == NULL));
        }
      g_assert_cmpuint (n_waits, ==, 1);
    }
}

/* A server that wants to be left alone is not asked. */
static void
test_allowed (RelmTestTracker *fixture,
              gconstpointer data)
{
  g_autoptr (RelmTokenStore) tokens = relm_token_store_new (FALSE);
  g_autoptr (RelmTrackerSource) source = create (fixture, "team/good", tokens);
  g_autoptr (RelmMirrorTracker) mirror = NULL;
  g_autoptr (JsonNode) log = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_mkdir_with_parents (fixture->folder, 0700) == 0);
  mirror = relm_mirror_tracker_open (relm_remote_get_mirror_path (RELM_REMOTE (source)), &error);
  g_assert_no_error (error);
  relm_mirror_tracker_set_number (mirror, RELM_TRACKER_STATE_ALLOWED, g_get_real_time () / G_USEC_PER_SEC + 600, NULL);
  g_assert_false (relm_remote_sync (RELM_REMOTE (source), NULL, &error));
  g_assert_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_LIMITED);
  log = relm_test_server_get_log (&fixture->server);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (log)), ==, 0);
}

#define ADD(path, function) relm_test_tracker_add ("/tracker/source/" path, NULL, function)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("async", test_async);
  ADD ("token", test_token);
  ADD ("whole", test_whole);
  ADD ("cancel", test_cancel);
  ADD ("wait", test_wait);
  ADD ("allowed", test_allowed);
  return g_test_run ();
}
