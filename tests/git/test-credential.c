/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who says to whom who asks: a server that knows people, wrong passwords, and servers that point to others. */

#include "config.h"

#include <glib/gstdio.h>

#include "relm-git-error.h"
#include "relm-git-source.h"
#include "relm-git-transport.h"
#include "relm-test-git-server.h"
#include "relm-test-repository.h"

#define PASSWORD "s3cret:pä"

typedef struct
{
  RelmTestRepository repository;
  RelmTestGitServer server;
  RelmTestGitServer other;
  char *target;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  relm_test_repository_init (&fixture->repository);
  COMMIT (&fixture->repository, "a");
  GIT (&fixture->repository, "tag v1.0");
  fixture->target = g_build_filename (fixture->repository.folder, "clone", NULL);
  relm_test_git_server_start (&fixture->server, fixture->repository.folder, "log");
  relm_test_git_server_start (&fixture->other, fixture->repository.folder, "other-log");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  relm_test_git_server_stop (&fixture->server);
  relm_test_git_server_stop (&fixture->other);
  relm_test_repository_clear (&fixture->repository);
  g_free (fixture->target);
}

/* Asks with “user:password”, a token, or nothing. */
static gboolean
fetch (Fixture *fixture,
       const char *path,
       const char *text,
       GError **error)
{
  g_autoptr (RelmGitCredential) credential = text != NULL ? relm_git_credential_parse (text) : NULL;
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%s/%s", fixture->server.port, path);

  return relm_git_transport_fetch (url, fixture->target, credential, NULL, NULL, NULL, error);
}

static void
test_accepted (Fixture *fixture,
               gconstpointer data)
{
  static const char *const texts[] = { "tester:" PASSWORD, "t0ken" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_true (fetch (fixture, "members/project", texts[i], &error));
      g_assert_no_error (error);
      relm_git_transport_forget (fixture->target);
    }
}

/* A server that does not ask is told nothing. */
static void
test_not_asked (Fixture *fixture,
                gconstpointer data)
{

  g_assert_true (fetch (fixture, "good/project", "tester:" PASSWORD, NULL));
  g_assert_cmpuint (relm_test_git_server_count (&fixture->server, "Basic"), ==, 0);
}

typedef struct
{
  const char *name;
  const char *path;
  const char *text;
  RelmGitError code;
  guint n_told; /* how often the server is told who asks */
} Refusal;

static const Refusal refusals[] = {
  { "nobody", "members/project", NULL, RELM_GIT_ERROR_AUTHENTICATION, 0 },
  { "wrong-password", "members/project", "tester:wrong", RELM_GIT_ERROR_REFUSED, 1 },
  { "wrong-token", "members/project", "wrong", RELM_GIT_ERROR_REFUSED, 1 },
  { "never", "private/project", "tester:" PASSWORD, RELM_GIT_ERROR_REFUSED, 1 },
  { "forbidden", "banned/project", "tester:" PASSWORD, RELM_GIT_ERROR_REFUSED, 1 },
};

/* Told once; what was refused is not tried again and again. */
static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (GError) error = NULL;

  g_assert_false (fetch (fixture, refusal->path, refusal->text, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, RELM_GIT_ERROR, (int) refusal->code);
  g_assert_null (strstr (error->message, "s3cret"));
  g_assert_cmpuint (relm_test_git_server_count (&fixture->server, "Basic"), ==, refusal->n_told);
  g_assert_false (g_file_test (fixture->target, G_FILE_TEST_EXISTS));
}

/* Where a server points to another one, if only to another port of its own, that one hears nothing, whenever it points there. */
static void
test_other_server (Fixture *fixture,
                   gconstpointer data)
{
  g_autofree char *path = g_strdup_printf ("%s/%s/project", (const char *) data, fixture->other.port);
  g_autoptr (GError) error = NULL;

  g_assert_false (fetch (fixture, path, "tester:" PASSWORD, &error));
  g_assert_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_REDIRECT);
  g_assert_cmpuint (relm_test_git_server_count (&fixture->other, "\n"), ==, 0);
  g_assert_cmpuint (relm_test_git_server_count (&fixture->server, "Basic"), <=, 1);
  g_assert_false (g_file_test (fixture->target, G_FILE_TEST_EXISTS));
}

/* Nor does it where there is nothing to tell. */
static void
test_other_server_nobody (Fixture *fixture,
                          gconstpointer data)
{
  g_autofree char *path = g_strdup_printf ("elsewhere/%s/project", fixture->other.port);
  g_autoptr (GError) error = NULL;

  g_assert_false (fetch (fixture, path, NULL, &error));
  g_assert_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_REDIRECT);
  g_assert_cmpuint (relm_test_git_server_count (&fixture->other, "\n"), ==, 0);
}

/* The secret is in no argument and no environment of the program that fetches, and in nothing that is left on the disk. */
static void
test_nowhere_else (Fixture *fixture,
                   gconstpointer data)
{
  g_autofree char *dump = g_build_filename (fixture->repository.folder, "dump", NULL);
  g_autofree char *script = g_build_filename (fixture->repository.folder, "fetch", NULL);
  g_autofree char *program = g_strdup (g_getenv ("RELM_GIT_FETCH"));
  g_autofree char *contents = g_strdup_printf ("#!/bin/sh\n(echo \"$@\"; env; cat /proc/$$/cmdline) > %s\nexec %s \"$@\"\n", dump, program);
  g_autofree char *search = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents_full (script, contents, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  g_setenv ("RELM_GIT_FETCH", script, TRUE);
  g_assert_true (fetch (fixture, "members/project", "tester:" PASSWORD, &error));
  g_setenv ("RELM_GIT_FETCH", program, TRUE);
  g_assert_no_error (error);
  g_assert_true (g_file_test (dump, G_FILE_TEST_EXISTS));
  search = g_strdup_printf ("grep -rl s3cret %s", fixture->repository.folder);
  g_assert_true (g_spawn_command_line_sync (search, &found, NULL, NULL, NULL));
  g_assert_cmpstr (found, ==, "");
}

/* Over plain HTTP nobody but this computer is told; that “127.1” is it, too, is not known. */
static void
test_open_connection (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (RelmGitCredential) credential = relm_git_credential_parse ("t0ken");
  g_autofree char *url = g_strdup_printf ("http://127.1:%s/members/project", fixture->server.port);
  g_autoptr (GError) error = NULL;

  g_assert_false (relm_git_transport_fetch (url, fixture->target, credential, NULL, NULL, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_SUPPORTED);
  g_assert_cmpuint (relm_test_git_server_count (&fixture->server, "None None"), ==, 1);
}

static void
test_source (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%s/members/project", fixture->server.port);
  g_autofree char *cache = g_build_filename (fixture->repository.folder, "cache", NULL);
  g_autofree char *origin = NULL;
  g_autofree char *expected = g_strdup_printf ("http://127.0.0.1:%s", fixture->server.port);
  g_autoptr (RelmGitSource) source = relm_git_source_new (url, NULL, cache);
  g_autoptr (RelmGitCredential) credential = relm_git_credential_new ("tester", PASSWORD);
  g_autoptr (GError) error = NULL;

  origin = relm_git_source_dup_origin (source);
  g_assert_cmpstr (origin, ==, expected);
  g_assert_false (relm_git_source_sync (source, NULL, &error));
  g_assert_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_AUTHENTICATION);
  g_clear_error (&error);
  relm_git_source_set_credential (source, credential);
  g_assert_true (relm_git_source_sync (source, NULL, &error));
  g_assert_no_error (error);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *user; /* or NULL: it is none */
    const char *password;
  } cases[] = {
    { "token", "oauth2", "token" }, { "ann:a:b", "ann", "a:b" }, { "", NULL, NULL },      { ":x", NULL, NULL },
    { "ann:", NULL, NULL },         { "a\nb", NULL, NULL },      { "ann:b\r", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RelmGitCredential) credential = relm_git_credential_parse (cases[i].text);

      g_assert_cmpstr (credential != NULL ? credential->user : NULL, ==, cases[i].user);
      g_assert_cmpstr (credential != NULL ? credential->password : NULL, ==, cases[i].password);
    }
  g_assert_null (relm_git_credential_new ("an:n", "x"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/git/credential/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("accepted", test_accepted);
  ADD ("not-asked", test_not_asked);
  g_test_add ("/git/credential/other-server/at-once", Fixture, "elsewhere", set_up, test_other_server, tear_down);
  g_test_add ("/git/credential/other-server/when-told", Fixture, "leaving", set_up, test_other_server, tear_down);
  ADD ("other-server/nobody", test_other_server_nobody);
  ADD ("nowhere-else", test_nowhere_else);
  ADD ("open-connection", test_open_connection);
  ADD ("source", test_source);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/git/credential/refused/", refusals[i].name, NULL);

      g_test_add (path, Fixture, &refusals[i], set_up, test_refused, tear_down);
    }
  g_test_add_func ("/git/credential/parse", test_parse);
  return g_test_run ();
}
