/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A repository over SSH, from a real sshd on loopback; skipped where there is none. */

#include "config.h"

#include <git2.h>
#include <glib/gstdio.h>

#include "relm-git-error.h"
#include "relm-git-source.h"
#include "relm-mirror.h"
#include "relm-test-repository.h"

typedef struct
{
  RelmTestRepository repository;
  char *folder;         /* of the server */
  GSubprocess *server;
  char **words;         /* port, user, agent, strangers' agent; or NULL: there is no server */
  RelmGitSource *source;
} Fixture;

enum
{
  PORT,
  USER,
  AGENT,
  STRANGERS_AGENT
};

static void
start_server (Fixture *fixture)
{
  g_autofree char *script = g_build_filename (g_getenv ("RELM_TEST_SOURCE_ROOT"), "tests", "fake", "ssh-server.py", NULL);
  g_autoptr (GDataInputStream) input = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("relm-ssh-XXXXXX", NULL);
  fixture->server = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "python3", script,
                                      fixture->folder, NULL);
  g_assert_no_error (error);
  input = g_data_input_stream_new (g_subprocess_get_stdout_pipe (fixture->server));
  line = g_data_input_stream_read_line (input, NULL, NULL, NULL);
  if (line != NULL)
    fixture->words = g_strsplit (line, " ", 4);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  relm_test_repository_init (&fixture->repository);
  COMMIT (&fixture->repository, "a");
  GIT (&fixture->repository, "tag v1.0");
  start_server (fixture);
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
  g_clear_object (&fixture->source);
  relm_test_repository_clear (&fixture->repository);
  g_free (fixture->folder);
  g_strfreev (fixture->words);
}

/* Whether there is all that it takes. */
static gboolean
is_possible (Fixture *fixture)
{
  if (fixture->words == NULL)
    g_test_skip ("there is no sshd");
  else if ((git_libgit2_features () & GIT_FEATURE_SSH) == 0)
    g_test_skip ("libgit2 was built without SSH");
  else
    return TRUE;
  return FALSE;
}

/* Reads the repository that is at @path, as somebody whose files are at @home and whose agent is @agent. */
static gboolean
read_path (Fixture *fixture,
           const char *path,
           const char *home,
           const char *agent,
           GError **error)
{
  g_autofree char *location =
    g_strdup_printf ("ssh://%s@127.0.0.1:%s%s", fixture->words[USER], fixture->words[PORT], path);
  g_autofree char *cache = g_build_filename (fixture->repository.folder, "cache", NULL);

  g_setenv ("HOME", home, TRUE);
  if (agent != NULL)
    g_setenv ("SSH_AUTH_SOCK", agent, TRUE);
  else
    g_unsetenv ("SSH_AUTH_SOCK");
  g_set_object (&fixture->source, NULL);
  fixture->source = relm_git_source_new (location, NULL, cache);
  return relm_git_source_sync (fixture->source, NULL, error);
}

static char *
dup_home (Fixture *fixture)
{
  return g_build_filename (fixture->folder, "home", NULL);
}

static void
test_read (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *home = dup_home (fixture);
  g_autofree char *origin = NULL;
  g_autoptr (RelmMirror) mirror = NULL;
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_possible (fixture))
    return;
  g_assert_true (read_path (fixture, fixture->repository.path, home, fixture->words[AGENT], &error));
  g_assert_no_error (error);
  mirror = relm_mirror_open (relm_git_source_get_mirror_path (fixture->source), NULL);
  tags = relm_mirror_list_tags (mirror, NULL);
  g_assert_cmpuint (tags->len, ==, 1);
  origin = relm_git_source_dup_origin (fixture->source);
  g_assert_null (origin); /* there is nothing to sign in to */

  COMMIT (&fixture->repository, "b");
  g_assert_true (read_path (fixture, fixture->repository.path, home, fixture->words[AGENT], &error));
  g_assert_no_error (error);
}

static void
assert_fails (Fixture *fixture,
              const char *path,
              const char *home,
              const char *agent,
              RelmGitError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (read_path (fixture, path, home, agent, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, RELM_GIT_ERROR, (int) code);
  g_assert_true (strstr (error->message, "127.0.0.1") != NULL);
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *home = dup_home (fixture);

  if (!is_possible (fixture))
    return;
  assert_fails (fixture, fixture->repository.path, home, NULL, RELM_GIT_ERROR_KEY);
  assert_fails (fixture, fixture->repository.path, home, "/nonexistent", RELM_GIT_ERROR_KEY);
  assert_fails (fixture, fixture->repository.path, home, fixture->words[STRANGERS_AGENT], RELM_GIT_ERROR_KEY);
  assert_fails (fixture, "/nowhere/at/all", home, fixture->words[AGENT], RELM_GIT_ERROR_NOT_FOUND);
}

/* A server that is not known, and one that shows another key than it should, are not asked for anything. */
static void
test_unknown_server (Fixture *fixture,
                     gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *ssh = g_build_filename (other, ".ssh", NULL);
  g_autofree char *known = g_build_filename (ssh, "known_hosts", NULL);
  g_autofree char *key_path = g_build_filename (fixture->folder, "stranger.pub", NULL);
  g_autofree char *key = NULL;
  g_autofree char *line = NULL;

  if (!is_possible (fixture))
    return;
  g_mkdir (other, 0700);
  assert_fails (fixture, fixture->repository.path, other, fixture->words[AGENT], RELM_GIT_ERROR_CERTIFICATE);
  g_assert_true (g_file_get_contents (key_path, &key, NULL, NULL));
  line = g_strdup_printf ("[127.0.0.1]:%s %s", fixture->words[PORT], key);
  g_mkdir_with_parents (ssh, 0700);
  g_assert_true (g_file_set_contents (known, line, -1, NULL));
  assert_fails (fixture, fixture->repository.path, other, fixture->words[AGENT], RELM_GIT_ERROR_CERTIFICATE);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/git/ssh/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("read", test_read);
  ADD ("refused", test_refused);
  ADD ("unknown-server", test_unknown_server);
  return g_test_run ();
}
