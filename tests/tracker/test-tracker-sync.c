/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A made-up project is read from each service: all of it, what changed, what is gone, and what stopped in the middle. */

#include "config.h"

#include <string.h>

#include "relm-test-tracker.h"
#include "relm-tracker-error.h"

/* What the project looks like at a service. */
typedef struct
{
  const char *service;
  const char *path;          /* before its name */
  const char *merge_request; /* the mark before numbers of merge requests; NULL when there are none */
  int without;               /* what it says of a private project to somebody without a token */
  guint n_first;             /* items on the pages before the one that faults strike */
  guint n_milestones;
  guint n_publications;
  guint n_idle;   /* requests when nothing has changed; Jira's last day does not fit on one page */
  guint n_whole;  /* requests to read all lists, without questions for single rows */
  int state;             /* of “#9”, which was not done, where the service tells that */
  const char *milestone; /* of “#9” */
  const char *assignee;  /* of “#9” */
  const char *prefix;    /* of numbers, in place of “#” */
  const char *token;     /* in place of “good-token” */
} Case;

static const Case cases[] = {
  { "github", "team/", "#", RELM_TRACKER_ERROR_NOT_FOUND, 90, 2, 1, 6, 3 + 5, RELM_MIRROR_ITEM_DROPPED, "2", "grace" },
  { "gitlab", "team/sub/", "!", RELM_TRACKER_ERROR_NOT_FOUND, 100, 3, 1, 6, 3 + 3 + 4, RELM_MIRROR_ITEM_DROPPED, "4001", "grace" },
  { "redmine", "tracker/projects/", NULL, RELM_TRACKER_ERROR_UNAUTHORIZED, 100, 2, 0, 4, 3 + 3, RELM_MIRROR_ITEM_DROPPED, "21", "12" },
  { "gitea", "team/", "#", RELM_TRACKER_ERROR_NOT_FOUND, 60, 2, 1, 6, 8 + 2 + 4, RELM_MIRROR_ITEM_DONE, "501", "grace" },
  { "forgejo", "forgejo/team/", "#", RELM_TRACKER_ERROR_NOT_FOUND, 60, 2, 1, 6, 8 + 2 + 4, RELM_MIRROR_ITEM_DONE, "501", "grace" },
  { "jira", "browse/", NULL, RELM_TRACKER_ERROR_REFUSED, 160, 2, 0, 4, 4 + 2, RELM_MIRROR_ITEM_DROPPED, "10101", "5b10:grace",
    .prefix = "", .token = "ada@example.org:good-token" },
  { "jira-server", "jira/browse/", NULL, RELM_TRACKER_ERROR_REFUSED, 100, 2, 0, 4, 5 + 2, RELM_MIRROR_ITEM_DROPPED, "10101", "grace",
    .prefix = "" },
};

static char *
dup_item_key (const Case *at,
              const char *project,
              guint number)
{
  g_autofree char *name = g_ascii_strup (project, -1);

  return at->prefix == NULL ? g_strdup_printf ("#%u", number) : g_strdup_printf ("%s-%u", name, number);
}

static const char *
get_token (const Case *at)
{
  return at->token != NULL ? at->token : "good-token";
}

static gboolean
sync_project (RelmTestTracker *fixture,
              const Case *at,
              const char *project,
              const char *token,
              GError **error)
{
  g_autofree char *path = g_strconcat (at->path, project, NULL);

  return relm_test_tracker_sync (fixture, at->service, path, token, error);
}

static void
sync_well (RelmTestTracker *fixture,
           const Case *at,
           const char *project)
{
  g_autoptr (GError) error = NULL;
  const gboolean done = sync_project (fixture, at, project, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static void
set_server (RelmTestTracker *fixture,
            const Case *at,
            const char *what)
{
  g_autofree char *full = g_strconcat (at->service, ".", what, NULL);

  relm_test_server_set (&fixture->server, full);
}

static RelmMirrorTracker *
open_mirror (RelmTestTracker *fixture)
{
  g_autoptr (GError) error = NULL;
  RelmMirrorTracker *mirror = relm_mirror_tracker_open (fixture->mirror_path, &error);

  g_assert_no_error (error);
  return mirror;
}

static guint
count_items (RelmTestTracker *fixture)
{
  g_autoptr (RelmMirrorTracker) mirror = open_mirror (fixture);

  return relm_mirror_tracker_count (mirror, RELM_MIRROR_ITEMS);
}

static guint
count_requests (RelmTestTracker *fixture)
{
  g_autoptr (JsonNode) log = relm_test_server_get_log (&fixture->server);

  return json_array_get_length (json_node_get_array (log));
}

/* As it is called after the server changed it. */
static void
assert_said_better (RelmTestTracker *fixture,
                    const Case *at,
                    const char *project,
                    guint number)
{
  g_autofree char *key = dup_item_key (at, project, number);
  g_autofree char *title = g_strdup_printf ("Issue %u, said better", number);
  g_autoptr (RelmMirrorTracker) mirror = open_mirror (fixture);
  RelmMirrorItem *item = relm_mirror_tracker_find (mirror, RELM_MIRROR_ITEMS, key);

  g_assert_nonnull (item);
  g_assert_cmpstr (item->title, ==, title);
  relm_mirror_row_free (RELM_MIRROR_ITEMS, item);
}

static void
check_issue (RelmMirrorTracker *mirror,
             const Case *at)
{
  g_autofree char *key = dup_item_key (at, "good", 9);
  RelmMirrorItem *item = relm_mirror_tracker_find (mirror, RELM_MIRROR_ITEMS, key);

  g_assert_nonnull (item);
  g_assert_cmpint (item->kind, ==, RELM_MIRROR_ITEM_ISSUE);
  g_assert_cmpint (item->state, ==, at->state);
  g_assert_cmpstr (item->title, ==, "Issue 9");
  g_assert_cmpstr (item->assignees[0], ==, at->assignee);
  g_assert_cmpstr (item->milestone, ==, at->milestone);
  g_assert_cmpint (item->updated, ==, G_GINT64_CONSTANT (1577836800) + 9 * 600);
  g_assert_cmpint (item->closed, ==, item->updated);
  relm_mirror_row_free (RELM_MIRROR_ITEMS, item);
}

static void
check_merge_request (RelmMirrorTracker *mirror,
                     const Case *at)
{
  g_autofree char *key = g_strconcat (at->merge_request, "30", NULL);
  RelmMirrorItem *pull = relm_mirror_tracker_find (mirror, RELM_MIRROR_ITEMS, key);

  g_assert_nonnull (pull);
  g_assert_cmpint (pull->kind, ==, RELM_MIRROR_ITEM_MERGE_REQUEST);
  g_assert_cmpint (pull->state, ==, RELM_MIRROR_ITEM_DONE);
  g_assert_cmpstr (pull->merge_commit, ==, "22d200f8670dbdb3e253a90eee5098477c95c23d"); /* of “30” */
  g_assert_cmpint (pull->closed, >, 0);
  g_assert_cmpstr (pull->branch, ==, "main");
  g_assert_cmpuint (g_strv_length (pull->closes), ==, 2);
  g_assert_cmpstr (pull->closes[0], ==, "#29");
  relm_mirror_row_free (RELM_MIRROR_ITEMS, pull);
}

/* Its milestone is one that is there, with the day until which it is due. */
static void
check_milestone (RelmMirrorTracker *mirror,
                 const Case *at)
{
  RelmMirrorMilestone *milestone = relm_mirror_tracker_find (mirror, RELM_MIRROR_MILESTONES, at->milestone);

  g_assert_nonnull (milestone);
  g_assert_cmpint (milestone->due, !=, RELM_DATE_NONE);
  relm_mirror_row_free (RELM_MIRROR_MILESTONES, milestone);
}

static void
test_first (RelmTestTracker *fixture,
            gconstpointer data)
{
  const Case *at = data;
  g_autoptr (RelmMirrorTracker) mirror = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sync_project (fixture, at, "good", get_token (at), &error));
  g_assert_no_error (error);
  mirror = open_mirror (fixture);
  g_assert_cmpuint (relm_mirror_tracker_count (mirror, RELM_MIRROR_ITEMS), ==, 250);
  g_assert_cmpuint (relm_mirror_tracker_count (mirror, RELM_MIRROR_MILESTONES), ==, at->n_milestones);
  g_assert_cmpuint (relm_mirror_tracker_count (mirror, RELM_MIRROR_PUBLICATIONS), ==, at->n_publications);
  g_assert_cmpuint (relm_mirror_tracker_count (mirror, RELM_MIRROR_PEOPLE), ==, 2);
  g_assert_cmpint (relm_mirror_tracker_get_number (mirror, RELM_TRACKER_STATE_SYNCED), >, 0);
  check_issue (mirror, at);
  check_milestone (mirror, at);
  if (at->merge_request != NULL)
    check_merge_request (mirror, at);
}

/* With nothing new, each list costs one request, and what changed is found by one. */
static void
test_incremental (RelmTestTracker *fixture,
                  gconstpointer data)
{
  const Case *at = data;
  guint n_requests;

  sync_well (fixture, at, "good");
  sync_well (fixture, at, "good");
  n_requests = count_requests (fixture);
  sync_well (fixture, at, "good");
  g_assert_cmpuint (count_requests (fixture) - n_requests, ==, at->n_idle);

  set_server (fixture, at, "changed=7");
  n_requests = count_requests (fixture);
  sync_well (fixture, at, "good");
  g_assert_cmpuint (count_requests (fixture) - n_requests, ==, at->n_idle);
  assert_said_better (fixture, at, "good", 7);
}

/* What changes while it is being read moves the rows behind it to the page before: they are not missed. */
static void
change_cb (const RelmTrackerProgress *progress,
           gpointer data)
{
  RelmTestTracker *fixture = data;

  if (progress->n_rows < 100 || fixture->service == NULL)
    return;
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *what = g_strdup_printf ("%s.changed=%u", fixture->service, i);

      relm_test_server_set (&fixture->server, what);
    }
  fixture->service = NULL; /* once */
}

static void
test_moving (RelmTestTracker *fixture,
             gconstpointer data)
{
  const Case *at = data;
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/%sgood", fixture->server.port, at->path);
  g_autoptr (RelmTrackerAddress) address = relm_tracker_address_new (url, at->service, NULL);
  const RelmTrackerSync sync = { .address = address, .mirror_path = fixture->mirror_path, .patience = &fixture->patience,
                                 .progress = change_cb, .progress_data = fixture };
  g_autoptr (GError) error = NULL;

  fixture->service = at->service;
  g_assert_true (relm_tracker_sync_run (&sync, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_items (fixture), ==, 250);
  sync_well (fixture, at, "good"); /* where what changed was read already */
  assert_said_better (fixture, at, "good", 3);
}

/* A clock that was wrong for a while hides nothing: one item is from the future, and others change after it was read. */
static void
test_future (RelmTestTracker *fixture,
             gconstpointer data)
{
  const Case *at = data;

  set_server (fixture, at, "ahead=5");
  sync_well (fixture, at, "good");
  set_server (fixture, at, "now=7");
  sync_well (fixture, at, "good");
  assert_said_better (fixture, at, "good", 7);
}

/* What is not in an answer stays, until the tracker, asked for it, says that it is gone. */
static void
test_reconcile (RelmTestTracker *fixture,
                gconstpointer data)
{
  const Case *at = data;
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/%sgood", fixture->server.port, at->path);
  g_autoptr (RelmTrackerAddress) address = relm_tracker_address_new (url, at->service, NULL);
  const RelmTrackerSync sync = { .address = address, .mirror_path = fixture->mirror_path, .patience = &fixture->patience };
  g_autoptr (GError) error = NULL;
  guint n_requests;

  sync_well (fixture, at, "good");
  set_server (fixture, at, "deleted=8");
  sync_well (fixture, at, "good");
  g_assert_cmpuint (count_items (fixture), ==, 250);

  n_requests = count_requests (fixture);
  g_assert_true (relm_tracker_sync_reconcile (&sync, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_items (fixture), ==, 249);
  g_assert_cmpuint (count_requests (fixture) - n_requests, ==, at->n_whole + 1);
}

/* Returns: how often the first page of the items was asked for, for all of them */
static guint
count_first_pages (RelmTestTracker *fixture)
{
  g_autoptr (JsonNode) log = relm_test_server_get_log (&fixture->server);
  JsonArray *requests = json_node_get_array (log);
  const char *first = NULL;
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (requests); i++)
    {
      const char *path = json_object_get_string_member (json_array_get_object_element (requests, i), "path");

      if (first == NULL && (strstr (path, "/issues") != NULL || strstr (path, "/search") != NULL))
        first = path;
      n += g_strcmp0 (path, first) == 0;
    }
  return n;
}

/* A page that fails changes nothing, and the next time it goes on after the last good one; what changed meanwhile before that
 * place is noticed. */
static void
test_resume (RelmTestTracker *fixture,
             gconstpointer data)
{
  const Case *at = data;
  const char *project = at->prefix != NULL ? "BROKEN_FOR_A_MOMENT" : "broken-for-a-moment"; /* a key has no dashes */
  g_autoptr (GError) error = NULL;

  fixture->patience.tries = 1;
  g_assert_false (sync_project (fixture, at, project, NULL, &error));
  g_assert_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_SERVER);
  g_assert_cmpuint (count_items (fixture), ==, at->n_first);

  fixture->patience.tries = 2;
  set_server (fixture, at, "now=7");
  set_server (fixture, at, "now=247");
  sync_well (fixture, at, project);
  g_assert_cmpuint (count_items (fixture), ==, 250);
  g_assert_cmpuint (count_first_pages (fixture), ==, 1);
  assert_said_better (fixture, at, project, 7);
  assert_said_better (fixture, at, project, 247);
}

typedef struct
{
  RelmTestTracker *fixture;
  guint n_waits;
  guint n_seen; /* items, when the first wait began */
} Look;

static void
look_cb (const RelmTrackerProgress *progress,
         gpointer data)
{
  Look *self = data;

  if (progress->until != 0 && self->n_waits++ == 0)
    self->n_seen = count_items (self->fixture);
}

/* While a server lets Relm wait, all that came before is there for whoever looks. */
static void
test_waiting (RelmTestTracker *fixture,
              gconstpointer data)
{
  const Case *at = data;
  const char *project = at->prefix != NULL ? "BROKEN_FOR_A_MOMENT" : "broken-for-a-moment";
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/%s%s", fixture->server.port, at->path, project);
  g_autoptr (RelmTrackerAddress) address = relm_tracker_address_new (url, at->service, NULL);
  Look look = { .fixture = fixture };
  const RelmTrackerSync sync = { .address = address, .mirror_path = fixture->mirror_path, .patience = &fixture->patience,
                                 .progress = look_cb, .progress_data = &look };
  g_autoptr (GError) error = NULL;

  g_assert_true (relm_tracker_sync_run (&sync, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (look.n_waits, >=, 1);
  g_assert_cmpuint (look.n_seen, ==, at->n_first);
  g_assert_cmpuint (count_items (fixture), ==, 250);
}

static void
test_token (RelmTestTracker *fixture,
            gconstpointer data)
{
  const Case *at = data;
  g_autoptr (GError) without = NULL;
  g_autoptr (GError) revoked = NULL;
  g_autoptr (GError) public = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sync_project (fixture, at, "private", NULL, &without));
  g_assert_error (without, RELM_TRACKER_ERROR, at->without);
  g_assert_false (sync_project (fixture, at, "private", "old-token", &revoked));
  g_assert_error (revoked, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_UNAUTHORIZED);
  g_assert_false (sync_project (fixture, at, "good", "old-token", &public)); /* though anybody may read it */
  g_assert_error (public, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_UNAUTHORIZED);
  g_assert_true (sync_project (fixture, at, "private", get_token (at), &error));
  g_assert_no_error (error);
}

static void
add (const Case *at,
     const char *name,
     void (*function) (RelmTestTracker *fixture, gconstpointer data))
{
  g_autofree char *path = g_strdup_printf ("/tracker/sync/%s/%s", at->service, name);

  relm_test_tracker_add (path, at, function);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      add (&cases[i], "first", test_first);
      add (&cases[i], "incremental", test_incremental);
      add (&cases[i], "future", test_future);
      add (&cases[i], "moving", test_moving);
      add (&cases[i], "reconcile", test_reconcile);
      add (&cases[i], "resume", test_resume);
      add (&cases[i], "waiting", test_waiting);
      add (&cases[i], "token", test_token);
    }
  return g_test_run ();
}
