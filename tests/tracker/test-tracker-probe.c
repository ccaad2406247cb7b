/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One request tells which service runs at an address, and where on the server it is installed. */

#include "config.h"

#include <string.h>

#include "relm-test-tracker.h"
#include "relm-tracker-error.h"
#include "relm-tracker-probe.h"

typedef struct
{
  const char *path;
  const char *service; /* NULL: none */
  const char *base;    /* below the server */
  const char *project;
  guint n_requests;
  int code;
} Case;

static const Case cases[] = {
  { "/at/gitlab/team/sub/good", "gitlab", "/at/gitlab/api/v4", "team/sub/good", 1 },
  { "/at/gitlab/team/sub/good?tab=1#readme", "gitlab", "/at/gitlab/api/v4", "team/sub/good", 1 },
  { "/at/gitlab/team/missing", "gitlab", "/at/gitlab/api/v4", "team/missing", 1 }, /* hidden, but GitLab */
  { "/at/redmine/projects/good", "redmine", "/at/redmine", "good", 1 },
  { "/at/gitea/team/good/issues", "gitea", "/at/gitea/api/v1", "team/good", 1 },
  { "/at/forgejo/team/good", "forgejo", "/at/forgejo/api/v1", "team/good", 1 },
  { "/at/jira-server/browse/GOOD-12", "jira-server", "/at/jira-server/rest/api/2", "GOOD", 1 },
  { "/at/jira-server/secure/RapidBoard.jspa?rapidView=1&projectKey=GOOD", "jira-server", "/at/jira-server/rest/api/2", "GOOD", 1 },
  { "/at/moved/redmine/projects/good", "redmine", "/at/moved/redmine", "good", 2 },
  { "/at/redmine/issues/12", NULL, NULL, NULL, 1, RELM_TRACKER_ERROR_ADDRESS },
  { "/at/wordpress/team/good", NULL, NULL, NULL, 1, RELM_TRACKER_ERROR_UNKNOWN },
  { "/nowhere", NULL, NULL, NULL, 1, RELM_TRACKER_ERROR_UNKNOWN },
};

static void
test_case (RelmTestTracker *fixture,
           gconstpointer data)
{
  const Case *at = data;
  g_autofree char *text = g_strdup_printf ("http://127.0.0.1:%u%s", fixture->server.port, at->path);
  g_autofree char *base = g_strdup_printf ("http://127.0.0.1:%u%s", fixture->server.port, at->base);
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmTrackerAddress) address = relm_tracker_probe (text, &fixture->patience, NULL, &error);
  g_autoptr (JsonNode) log = relm_test_server_get_log (&fixture->server);

  g_assert_cmpuint (json_array_get_length (json_node_get_array (log)), ==, at->n_requests);
  if (at->service == NULL)
    {
      g_assert_error (error, RELM_TRACKER_ERROR, at->code);
      g_assert_null (address);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpstr (address->service->id, ==, at->service);
  g_assert_cmpstr (address->base, ==, base);
  g_assert_cmpstr (address->project, ==, at->project);
}

static void
test_elsewhere (RelmTestTracker *fixture,
                gconstpointer data)
{
  RelmTestServer other = { NULL };
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) log = NULL;
  g_autoptr (GError) error = NULL;

  relm_test_server_start (&other);
  text = g_strdup_printf ("http://127.0.0.1:%u/at/to-%u/team/good", fixture->server.port, other.port);
  g_assert_null (relm_tracker_probe (text, &fixture->patience, NULL, &error));
  g_assert_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_REDIRECTED);
  log = relm_test_server_get_log (&other);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (log)), ==, 0);
  relm_test_server_stop (&other);
}

static void
test_bad (RelmTestTracker *fixture,
          gconstpointer data)
{
  static const char *const texts[] = { "javascript:alert(1)", "https://user:secret@127.0.0.1/x", "http://127.0.0.1\\x" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (relm_tracker_probe (texts[i], &fixture->patience, NULL, &error));
      g_assert_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_ADDRESS);
      g_assert_null (strstr (error->message, "secret"));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tracker/probe/%u", i);

      relm_test_tracker_add (path, &cases[i], test_case);
    }
  relm_test_tracker_add ("/tracker/probe/elsewhere", NULL, test_elsewhere);
  relm_test_tracker_add ("/tracker/probe/bad", NULL, test_bad);
  return g_test_run ();
}
