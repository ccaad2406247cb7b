/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A source of a folder and of a server on loopback: what it says on the way, and what its mirror has in the end. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "relm-git-error.h"
#include "relm-git-source.h"
#include "relm-mirror.h"
#include "relm-test-repository.h"

typedef struct
{
  RelmTestRepository repository;
  char *cache;
  GSubprocess *server; /* or NULL */
  char *address;       /* of the server */
  RelmGitSource *source;
  GString *states; /* the first letters of those that it had */
  GError *error;
  gboolean done;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  relm_test_repository_init (&fixture->repository);
  COMMIT (&fixture->repository, "a");
  GIT (&fixture->repository, "tag v1.0");
  COMMIT (&fixture->repository, "b");
  fixture->cache = g_build_filename (fixture->repository.folder, "cache", NULL);
  fixture->states = g_string_new (NULL);
}

/* The worker may hold the source a little longer than the callback. */
static void
drop_source (Fixture *fixture)
{
  gpointer weak = fixture->source;

  g_object_add_weak_pointer (G_OBJECT (fixture->source), &weak);
  g_clear_object (&fixture->source);
  for (guint i = 0; i < 500 && g_atomic_pointer_get (&weak) != NULL; i++)
    g_usleep (10 * 1000);
  g_assert_null (g_atomic_pointer_get (&weak));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  if (fixture->server != NULL)
    {
      g_output_stream_close (g_subprocess_get_stdin_pipe (fixture->server), NULL, NULL);
      g_subprocess_wait (fixture->server, NULL, NULL);
      g_object_unref (fixture->server);
    }
  if (fixture->source != NULL)
    drop_source (fixture);
  relm_test_repository_clear (&fixture->repository);
  g_free (fixture->cache);
  g_free (fixture->address);
  g_string_free (fixture->states, TRUE);
  g_clear_error (&fixture->error);
}

static void
start_server (Fixture *fixture)
{
  g_autofree char *script = g_build_filename (g_getenv ("RELM_TEST_SOURCE_ROOT"), "tests", "fake", "git-server.py", NULL);
  g_autoptr (GDataInputStream) input = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *port = NULL;

  fixture->server = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "python3",
                                      script, fixture->repository.folder, NULL);
  g_assert_no_error (error);
  input = g_data_input_stream_new (g_subprocess_get_stdout_pipe (fixture->server));
  port = g_data_input_stream_read_line (input, NULL, NULL, NULL);
  g_assert_nonnull (port);
  fixture->address = g_strconcat ("http://127.0.0.1:", port, NULL);
}

static void
note_state_cb (Fixture *fixture)
{
  static const char letters[] = "iCrRyF"; /* idle, connecting, receiving, reading, ready, failed */

  g_string_append_c (fixture->states, letters[relm_git_source_get_state (fixture->source)]);
}

static void
make_source (Fixture *fixture,
             const char *location)
{
  if (fixture->source != NULL)
    drop_source (fixture);
  fixture->source = relm_git_source_new (location, fixture->repository.folder, fixture->cache);
  g_signal_connect_swapped (fixture->source, "notify::state", G_CALLBACK (note_state_cb), fixture);
  g_string_truncate (fixture->states, 0);
}

static void
make_remote_source (Fixture *fixture,
                    const char *kind)
{
  g_autofree char *location = NULL;

  if (fixture->server == NULL)
    start_server (fixture);
  location = g_strdup_printf ("%s/%s/project", fixture->address, kind);
  make_source (fixture, location);
}

static void
done_cb (GObject *object,
         GAsyncResult *result,
         gpointer data)
{
  Fixture *fixture = data;

  g_clear_error (&fixture->error);
  relm_git_source_sync_finish (RELM_GIT_SOURCE (object), result, &fixture->error);
  fixture->done = TRUE;
}

static void
wait_until_done (Fixture *fixture)
{
  while (!fixture->done)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  fixture->done = FALSE;
}

static void
sync_source (Fixture *fixture,
             GCancellable *cancellable)
{
  relm_git_source_sync_async (fixture->source, cancellable, done_cb, fixture);
  wait_until_done (fixture);
}

static guint
count_unreleased (Fixture *fixture)
{
  g_autoptr (RelmMirror) mirror = relm_mirror_open (relm_git_source_get_mirror_path (fixture->source), NULL);

  return relm_mirror_count_unreleased (mirror);
}

static void
test_folder (Fixture *fixture,
             gconstpointer data)
{
  make_source (fixture, "project");
  g_assert_cmpint (relm_git_source_get_state (fixture->source), ==, RELM_GIT_SOURCE_IDLE);
  g_assert_cmpint (relm_git_source_get_last_sync (fixture->source), ==, 0);
  g_assert_true (g_str_has_prefix (relm_git_source_get_mirror_path (fixture->source), fixture->cache));
  sync_source (fixture, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (relm_git_source_get_state (fixture->source), ==, RELM_GIT_SOURCE_READY);
  g_assert_cmpint (relm_git_source_get_last_sync (fixture->source), >, RELM_TEST_START);
  g_assert_cmpstr (relm_git_source_get_status (fixture->source), ==, "2 new commits");
  g_assert_true (g_str_has_suffix (fixture->states->str, "y"));
  g_assert_cmpuint (count_unreleased (fixture), ==, 1);

  sync_source (fixture, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (relm_git_source_get_status (fixture->source), ==, "Nothing new");
}

static void
test_blocking (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_source (fixture, fixture->repository.path);
  g_assert_true (relm_git_source_sync (fixture->source, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->states->str, ==, "Ry");
  g_assert_cmpuint (count_unreleased (fixture), ==, 1);
}

static void
test_server (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_remote_source (fixture, "good");
  g_assert_true (relm_git_source_sync (fixture->source, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (fixture->states->str, "C"));
  g_assert_true (g_str_has_suffix (fixture->states->str, "Ry"));
  g_assert_cmpuint (count_unreleased (fixture), ==, 1);

  COMMIT (&fixture->repository, "c");
  sync_source (fixture, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (relm_git_source_get_status (fixture->source), ==, "1 new commit");
  g_assert_cmpuint (count_unreleased (fixture), ==, 2);
}

/* Twenty commits and a tag, of which three come first. */
static void
make_long_source (Fixture *fixture)
{
  for (guint i = 0; i < 20; i++)
    COMMIT (&fixture->repository, "c");
  GIT (&fixture->repository, "tag v2.0");
  COMMIT (&fixture->repository, "d");
  make_remote_source (fixture, "good");
  g_setenv ("RELM_GIT_FETCH_DEPTH", "3", TRUE);
}

static guint
count_commits (Fixture *fixture,
               const char *tag)
{
  g_autoptr (RelmMirror) mirror = relm_mirror_open (relm_git_source_get_mirror_path (fixture->source), NULL);
  g_autoptr (GPtrArray) commits = relm_mirror_list_commits (mirror, tag, NULL);

  return commits != NULL ? commits->len : 0;
}

static void
cancel_when_ready_cb (RelmGitSource *source,
                      GParamSpec *spec,
                      GCancellable *cancellable)
{
  if (relm_git_source_get_state (source) == RELM_GIT_SOURCE_READY)
    g_cancellable_cancel (cancellable);
}

/* What is needed first comes first; it stays when the rest is stopped, and the next time goes on from there. */
static void
test_newest_first (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  make_long_source (fixture);
  g_signal_connect (fixture->source, "notify::state", G_CALLBACK (cancel_when_ready_cb), cancellable);
  g_assert_false (relm_git_source_sync (fixture->source, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (relm_git_source_is_incomplete (fixture->source));
  g_assert_true (relm_git_source_is_known (fixture->source));
  g_assert_cmpstr (relm_git_source_explain_incomplete (fixture->source), ==,
                   "Only the newest releases were read. Read the repository again to have all.");
  g_assert_cmpuint (count_unreleased (fixture), ==, 1);
  g_assert_cmpuint (count_commits (fixture, "v2.0"), ==, 3);

  sync_source (fixture, NULL);
  g_assert_no_error (fixture->error);
  g_assert_false (relm_git_source_is_incomplete (fixture->source));
  g_assert_cmpuint (count_unreleased (fixture), ==, 1);
  g_assert_cmpuint (count_commits (fixture, "v2.0"), ==, 21);
  g_unsetenv ("RELM_GIT_FETCH_DEPTH");
}

/* In one go. */
static void
test_newest_then_all (Fixture *fixture,
                      gconstpointer data)
{
  make_long_source (fixture);
  sync_source (fixture, NULL);
  g_unsetenv ("RELM_GIT_FETCH_DEPTH");
  g_assert_no_error (fixture->error);
  g_assert_false (relm_git_source_is_incomplete (fixture->source));
  g_assert_cmpuint (count_commits (fixture, "v2.0"), ==, 21);
  g_assert_cmpuint (count_commits (fixture, "v1.0"), ==, 1);
  g_assert_cmpstr (relm_git_source_get_status (fixture->source), ==, "23 new commits");
}

/* A branch that somebody chose is there from the beginning, and one that is not there is said. */
static void
test_newest_branch (Fixture *fixture,
                    gconstpointer data)
{
  GIT (&fixture->repository, "checkout -q -b other");
  make_long_source (fixture);
  GIT (&fixture->repository, "checkout -q main");
  relm_git_source_set_branch (fixture->source, "other");
  sync_source (fixture, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (count_commits (fixture, "v2.0"), ==, 21);

  make_remote_source (fixture, "good");
  relm_git_source_set_branch (fixture->source, "nowhere");
  sync_source (fixture, NULL);
  g_assert_error (fixture->error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_FOUND);
  g_unsetenv ("RELM_GIT_FETCH_DEPTH");
}

/* What the mirror has stays, with its age. */
static void
test_offline (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *location = NULL;
  gint64 time;

  make_remote_source (fixture, "good");
  sync_source (fixture, NULL);
  g_assert_no_error (fixture->error);
  time = relm_git_source_get_last_sync (fixture->source);
  g_output_stream_close (g_subprocess_get_stdin_pipe (fixture->server), NULL, NULL);
  g_subprocess_wait (fixture->server, NULL, NULL);

  location = g_strdup (relm_git_source_get_location (fixture->source));
  make_source (fixture, location);
  sync_source (fixture, NULL);
  g_assert_error (fixture->error, RELM_GIT_ERROR, RELM_GIT_ERROR_NETWORK);
  g_assert_cmpint (relm_git_source_get_state (fixture->source), ==, RELM_GIT_SOURCE_FAILED);
  g_assert_cmpstr (relm_git_source_get_status (fixture->source), ==, fixture->error->message);
  g_assert_cmpint (relm_git_source_get_last_sync (fixture->source), ==, time);
  g_assert_cmpuint (count_unreleased (fixture), ==, 1);
}

/* A clone in the cache that is broken is brought again. */
static void
test_broken_clone (Fixture *fixture,
                   gconstpointer data)
{
  g_autofree char *command = NULL;

  make_remote_source (fixture, "good");
  sync_source (fixture, NULL);
  g_assert_no_error (fixture->error);
  command = g_strdup_printf ("sh -c 'rm -rf %s/git/*.sqlite* %s/git/*.git/objects/pack/*'", fixture->cache, fixture->cache);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  for (guint i = 0; i < 2; i++)
    sync_source (fixture, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (count_unreleased (fixture), ==, 1);
}

static void
test_failures (Fixture *fixture,
               gconstpointer data)
{
  make_source (fixture, "nowhere");
  sync_source (fixture, NULL);
  g_assert_error (fixture->error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_FOUND);
  g_assert_cmpstr (fixture->states->str, ==, "RF");

  make_source (fixture, "git://example.org/a");
  sync_source (fixture, NULL);
  g_assert_error (fixture->error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_SUPPORTED);
  g_assert_cmpstr (fixture->states->str, ==, "F");
  g_assert_null (relm_git_source_get_mirror_path (fixture->source));

  make_remote_source (fixture, "html");
  sync_source (fixture, NULL);
  g_assert_error (fixture->error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_A_REPOSITORY);
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

static void
test_cancel (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  make_remote_source (fixture, "silent");
  g_timeout_add (200, cancel_cb, cancellable);
  sync_source (fixture, cancellable);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (relm_git_source_get_state (fixture->source), ==, RELM_GIT_SOURCE_IDLE);
}

static void
test_twice (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_source (fixture, "project");
  relm_git_source_sync_async (fixture->source, NULL, done_cb, fixture);
  g_assert_false (relm_git_source_sync (fixture->source, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  wait_until_done (fixture);
  g_assert_no_error (fixture->error);
}

/* Nobody keeps the source while it works, and it ends well. */
static void
test_dropped (Fixture *fixture,
              gconstpointer data)
{
  make_source (fixture, "project");
  g_signal_handlers_disconnect_by_data (fixture->source, fixture);
  relm_git_source_sync_async (fixture->source, NULL, done_cb, fixture);
  g_clear_object (&fixture->source);
  wait_until_done (fixture);
  g_assert_no_error (fixture->error);
}

static void
test_options (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *path = NULL;

  GIT (&fixture->repository, "branch stable v1.0");
  make_source (fixture, "project");
  path = g_strdup (relm_git_source_get_mirror_path (fixture->source));
  relm_git_source_set_branch (fixture->source, "stable");
  relm_git_source_set_tag_pattern (fixture->source, "none*");
  g_assert_cmpstr (relm_git_source_get_mirror_path (fixture->source), !=, path);
  sync_source (fixture, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (count_unreleased (fixture), ==, 1); /* “a”, without a release */

  relm_git_source_set_branch (fixture->source, "");
  relm_git_source_set_tag_pattern (fixture->source, NULL);
  g_assert_null (relm_git_source_get_branch (fixture->source));
  g_assert_cmpstr (relm_git_source_get_mirror_path (fixture->source), ==, path);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/git/source/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("folder", test_folder);
  ADD ("blocking", test_blocking);
  ADD ("server", test_server);
  ADD ("newest-first", test_newest_first);
  ADD ("newest-then-all", test_newest_then_all);
  ADD ("newest-branch", test_newest_branch);
  ADD ("offline", test_offline);
  ADD ("broken-clone", test_broken_clone);
  ADD ("failures", test_failures);
  ADD ("cancel", test_cancel);
  ADD ("twice", test_twice);
  ADD ("dropped", test_dropped);
  ADD ("options", test_options);
  return g_test_run ();
}
