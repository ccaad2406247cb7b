/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is found out about a tracker before it becomes a source: which it is, whose token it is, and whether it lets us in. */

#include "config.h"

#include <string.h>

#include "relm-test-tracker.h"
#include "relm-tracker-check.h"
#include "relm-tracker-error.h"

typedef struct
{
  const char *path;    /* of what a person pastes */
  const char *token;   /* or NULL */
  const char *service; /* NULL: not found out */
  const char *person;
  int code; /* -1: it can be read */
} Case;

static const Case cases[] = {
  { "/team/good", NULL, "github", NULL, -1 },
  { "/team/good", "good-token", "github", "ada", -1 },
  { "/team/good", "bad-token", "github", NULL, RELM_TRACKER_ERROR_UNAUTHORIZED },
  { "/team/private", "good-token", "github", "ada", -1 },
  { "/team/private", NULL, "github", NULL, RELM_TRACKER_ERROR_NOT_FOUND },
  { "/team/private", "", "github", NULL, RELM_TRACKER_ERROR_NOT_FOUND },
  { "/team/sub/good", "good-token", "gitlab", "ada", -1 },
  { "/forgejo/team/good", "good-token", "forgejo", "ada", -1 },
  { "/tracker/projects/good", "good-token", "redmine", "ada", -1 },
  { "/jira/browse/GOOD-12", "good-token", "jira-server", "ada", -1 },
  /* That it is one is known, and said, although it cannot be read. */
  { "/at/gitlab/team/sub/good", NULL, "gitlab", NULL, RELM_TRACKER_ERROR_NOT_AN_ANSWER },
  { "/at/redmine/issues/12", NULL, NULL, NULL, RELM_TRACKER_ERROR_ADDRESS },
  { "/at/wordpress/team/good", "good-token", NULL, NULL, RELM_TRACKER_ERROR_UNKNOWN },
};

static void
take_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
check (const char *text,
       const char *token,
       GCancellable *cancellable,
       RelmTrackerAddress **address,
       char **person,
       GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  relm_tracker_check_async (text, NULL, token, cancellable, take_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return relm_tracker_check_finish (result, address, person, error);
}

/* Returns: whether a request to that server had these words in it */
static gboolean
was_sent (RelmTestServer *server,
          const char *words)
{
  g_autoptr (JsonNode) log = relm_test_server_get_log (server);
  g_autofree char *text = json_to_string (log, FALSE);

  return strstr (text, words) != NULL;
}

static void
test_case (RelmTestTracker *fixture,
           gconstpointer data)
{
  const Case *at = data;
  g_autofree char *text = g_strdup_printf ("http://127.0.0.1:%u%s", fixture->server.port, at->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmTrackerAddress) address = NULL;
  g_autofree char *person = NULL;
  const gboolean good = check (text, at->token, NULL, &address, &person, &error);

  if (at->code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, RELM_TRACKER_ERROR, at->code);
  g_assert_cmpint (good, ==, at->code < 0);
  g_assert_cmpstr (address != NULL ? address->service->id : NULL, ==, at->service);
  g_assert_cmpstr (person, ==, at->person);
  /* Which service it is, is asked without the token; a server that is none of ours does not get it. */
  g_assert_cmpint (was_sent (&fixture->server, "good-token"), ==, at->person != NULL);
}

/* A token with a redirect to another server stays where it is. */
static void
test_elsewhere (RelmTestTracker *fixture,
                gconstpointer data)
{
  RelmTestServer other = { NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmTrackerAddress) address = NULL;
  g_autoptr (JsonNode) log = NULL;
  g_autofree char *person = NULL;

  relm_test_server_start (&other);
  text = g_strdup_printf ("http://127.0.0.1:%u/at/to-%u/team/good", fixture->server.port, other.port);
  g_assert_false (check (text, "good-token", NULL, &address, &person, &error));
  g_assert_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_REDIRECTED);
  log = relm_test_server_get_log (&other);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (log)), ==, 0);
  g_assert_false (was_sent (&fixture->server, "good-token"));
  relm_test_server_stop (&other);
}

static void
test_cancelled (RelmTestTracker *fixture,
                gconstpointer data)
{
  g_autofree char *text = g_strdup_printf ("http://127.0.0.1:%u/team/good", fixture->server.port);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmTrackerAddress) address = NULL;
  g_autofree char *person = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (check (text, "good-token", cancellable, &address, &person, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (address);
  g_assert_false (was_sent (&fixture->server, "good-token"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* Not with the token: logs are searched for it. */
      g_autofree char *name = g_strdup_printf ("/tracker/check/%u%s", i, cases[i].path);

      relm_test_tracker_add (name, &cases[i], test_case);
    }
  relm_test_tracker_add ("/tracker/check/elsewhere", NULL, test_elsewhere);
  relm_test_tracker_add ("/tracker/check/cancelled", NULL, test_cancelled);
  return g_test_run ();
}
