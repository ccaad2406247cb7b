/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fetching from a real git server on loopback, and from bad ones: the error has its code, and nothing half made is left. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "relm-git-error.h"
#include "relm-git-transport.h"

typedef struct
{
  char *folder;
  GSubprocess *server;
  char *base; /* http://127.0.0.1:PORT */
  char *target;
} Fixture;

static void
git (const char *folder,
     const char *arguments)
{
  g_autofree char *command = g_strdup_printf ("git -C %s %s", folder, arguments);
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_spawn_command_line_sync (command, &output, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

/* 512 KB that cannot be compressed. */
static void
commit_noise (const char *path)
{
  g_autofree char *data = g_build_filename (path, "data", NULL);
  g_autofree char *noise = g_malloc (512 * 1024);

  for (gsize i = 0; i < 512 * 1024; i++)
    noise[i] = (char) g_random_int ();
  g_assert_true (g_file_set_contents (data, noise, 512 * 1024, NULL));
  git (path, "add data");
  git (path, "commit -q -m noise");
}

static void
make_repository (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "project", NULL);

  g_mkdir (path, 0700);
  git (path, "init -q -b main");
  commit_noise (path);
  git (path, "tag -a v1.0 -m v1.0");
  git (path, "config http.receivepack false");
}

static char *
read_port (GSubprocess *server)
{
  g_autoptr (GDataInputStream) input = g_data_input_stream_new (g_subprocess_get_stdout_pipe (server));

  return g_data_input_stream_read_line (input, NULL, NULL, NULL);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *script = g_build_filename (g_getenv ("RELM_TEST_SOURCE_ROOT"), "tests", "fake", "git-server.py", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *port = NULL;

  fixture->folder = g_dir_make_tmp ("relm-transport-XXXXXX", NULL);
  fixture->target = g_build_filename (fixture->folder, "cache", "clone", NULL);
  make_repository (fixture->folder);
  fixture->server = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "python3",
                                      script, fixture->folder, NULL);
  g_assert_no_error (error);
  port = read_port (fixture->server);
  g_assert_nonnull (port);
  fixture->base = g_strdup_printf ("http://127.0.0.1:%s", port);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf %s", fixture->folder);

  g_output_stream_close (g_subprocess_get_stdin_pipe (fixture->server), NULL, NULL);
  g_subprocess_wait (fixture->server, NULL, NULL);
  g_object_unref (fixture->server);
  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  g_free (fixture->folder);
  g_free (fixture->target);
  g_free (fixture->base);
}

static void
assert_nothing_left (Fixture *fixture)
{
  g_autofree char *cache = g_build_filename (fixture->folder, "cache", NULL);
  g_autoptr (GDir) dir = g_dir_open (cache, 0, NULL);

  g_assert_true (dir == NULL || g_dir_read_name (dir) == NULL);
}

static void
assert_has (Fixture *fixture,
            const char *revision)
{
  g_autofree char *arguments = g_strdup_printf ("rev-parse --quiet --verify %s", revision);

  git (fixture->target, arguments);
}

static void
count_progress_cb (const RelmGitTransportProgress *progress,
                   gpointer data)
{
  (*(int *) data)++;
}

static void
test_clone_and_update (Fixture *fixture,
                       gconstpointer data)
{
  g_autofree char *url = g_strconcat (fixture->base, "/good/project", NULL);
  g_autofree char *project = g_build_filename (fixture->folder, "project", NULL);
  g_autoptr (GError) error = NULL;
  int calls = 0;

  g_assert_true (relm_git_transport_fetch (url, fixture->target, NULL, count_progress_cb, &calls, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (calls, >, 0);
  assert_has (fixture, "refs/heads/main");
  assert_has (fixture, "refs/tags/v1.0");

  git (project, "commit -q --allow-empty -m two");
  git (project, "tag v1.1");
  git (project, "tag -d v1.0");
  g_assert_true (relm_git_transport_fetch (url, fixture->target, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_has (fixture, "refs/tags/v1.1");
}

typedef struct
{
  const char *name;
  const char *path;
  RelmGitError code;
  const char *variable; /* a limit to set, so that the test is short */
  const char *value;
} Fault;

static const Fault faults[] = {
  { "missing", "/nowhere/project", RELM_GIT_ERROR_NOT_FOUND, NULL, NULL },
  { "private", "/private/project", RELM_GIT_ERROR_AUTHENTICATION, NULL, NULL },
  { "html", "/html/project", RELM_GIT_ERROR_NOT_A_REPOSITORY, NULL, NULL },
  { "moved", "/moved/project", RELM_GIT_ERROR_REDIRECT, NULL, NULL },
  { "silent", "/silent/project", RELM_GIT_ERROR_TIMEOUT, "RELM_GIT_FETCH_STALL", "2" },
  { "drip", "/drip/project", RELM_GIT_ERROR_TIMEOUT, "RELM_GIT_FETCH_DEADLINE", "4" },
  { "large", "/good/project", RELM_GIT_ERROR_TOO_LARGE, "RELM_GIT_FETCH_SIZE_KB", "100" },
  { "endless", "/endless/project", RELM_GIT_ERROR_TOO_LARGE, "RELM_GIT_FETCH_MEMORY_MB", "200" },
};

static void
test_fault (Fixture *fixture,
            gconstpointer data)
{
  const Fault *fault = data;
  g_autofree char *url = g_strconcat (fixture->base, fault->path, NULL);
  g_autoptr (GError) error = NULL;

#ifdef RELM_SANITIZES_ADDRESS
  if (g_strcmp0 (fault->variable, "RELM_GIT_FETCH_MEMORY_MB") == 0)
    {
      g_test_skip ("a build with AddressSanitizer has no limit of memory");
      return;
    }
#endif
  if (fault->variable != NULL)
    g_setenv (fault->variable, fault->value, TRUE);
  g_assert_false (relm_git_transport_fetch (url, fixture->target, NULL, NULL, NULL, NULL, &error));
  if (fault->variable != NULL)
    g_unsetenv (fault->variable);

  g_test_message ("%s", error->message);
  g_assert_error (error, RELM_GIT_ERROR, (int) fault->code);
  g_assert_nonnull (strstr (error->message, "127.0.0.1"));
  assert_nothing_left (fixture);
}

static void
test_cut (Fixture *fixture,
          gconstpointer data)
{
  g_autofree char *url = g_strconcat (fixture->base, "/cut/project", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (relm_git_transport_fetch (url, fixture->target, NULL, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  assert_nothing_left (fixture);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (300 * 1000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancel (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *url = g_strconcat (fixture->base, "/silent/project", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_false (relm_git_transport_fetch (url, fixture->target, NULL, NULL, NULL, cancellable, &error));
  g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_nothing_left (fixture);
}

static void
cancel_cb (const RelmGitTransportProgress *progress,
           gpointer data)
{
  if (progress->bytes > 0)
    g_cancellable_cancel (data);
}

/* What had come of a pack is removed before the call returns. */
static void
test_cancel_update (Fixture *fixture,
                    gconstpointer data)
{
  g_autofree char *good = g_strconcat (fixture->base, "/good/project", NULL);
  g_autofree char *slow = g_strconcat (fixture->base, "/slow/project", NULL);
  g_autofree char *project = g_build_filename (fixture->folder, "project", NULL);
  g_autofree char *packs = g_build_filename (fixture->target, "objects", "pack", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_true (relm_git_transport_fetch (good, fixture->target, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  commit_noise (project);
  g_assert_false (relm_git_transport_fetch (slow, fixture->target, NULL, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  dir = g_dir_open (packs, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_test_message ("%s", name);
      g_assert_true (g_str_has_prefix (name, "pack-"));
    }
  assert_has (fixture, "refs/tags/v1.0");
  git (fixture->target, "fsck");
}

static void
test_failure_keeps_clone (Fixture *fixture,
                          gconstpointer data)
{
  g_autofree char *good = g_strconcat (fixture->base, "/good/project", NULL);
  g_autofree char *bad = g_strconcat (fixture->base, "/html/project", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (relm_git_transport_fetch (good, fixture->target, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (relm_git_transport_fetch (bad, fixture->target, NULL, NULL, NULL, NULL, NULL));
  assert_has (fixture, "refs/tags/v1.0");
}

static void
test_other_scheme (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (relm_git_transport_fetch ("ftp://127.0.0.1/x", fixture->target, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_SUPPORTED);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("GIT_CONFIG_GLOBAL", "/dev/null", TRUE);
  g_setenv ("GIT_AUTHOR_NAME", "Somebody", TRUE);
  g_setenv ("GIT_AUTHOR_EMAIL", "somebody@example.org", TRUE);
  g_setenv ("GIT_COMMITTER_NAME", "Somebody", TRUE);
  g_setenv ("GIT_COMMITTER_EMAIL", "somebody@example.org", TRUE);

#define ADD(name, func) g_test_add ("/git/transport/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("clone-and-update", test_clone_and_update);
  ADD ("cut", test_cut);
  ADD ("cancel", test_cancel);
  ADD ("cancel-update", test_cancel_update);
  ADD ("failure-keeps-clone", test_failure_keeps_clone);
  ADD ("other-scheme", test_other_scheme);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *name = g_strconcat ("/git/transport/fault/", faults[i].name, NULL);

      g_test_add (name, Fixture, &faults[i], set_up, test_fault, tear_down);
    }
  return g_test_run ();
}
