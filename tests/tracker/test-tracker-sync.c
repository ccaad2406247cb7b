/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A made-up GitHub is read: all of it, what changed, what is gone, and what stopped in the middle. */

#include "config.h"

#include "relm-test-tracker.h"
#include "relm-tracker-error.h"

static void
set_up (RelmTestTracker *fixture,
        gconstpointer data)
{
  relm_test_tracker_set_up (fixture);
}

static void
tear_down (RelmTestTracker *fixture,
           gconstpointer data)
{
  relm_test_tracker_tear_down (fixture);
}

static void
sync_well (RelmTestTracker *fixture,
           const char *project)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (relm_test_tracker_sync (fixture, "github", project, NULL, &error));
  g_assert_no_error (error);
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

static char *
dup_title (RelmTestTracker *fixture,
           const char *key)
{
  g_autoptr (RelmMirrorTracker) mirror = open_mirror (fixture);
  RelmMirrorItem *item = relm_mirror_tracker_find (mirror, RELM_MIRROR_ITEMS, key);
  char *title = item != NULL ? g_strdup (item->title) : NULL;

  relm_mirror_row_free (RELM_MIRROR_ITEMS, item);
  return title;
}

static void
test_first (RelmTestTracker *fixture,
            gconstpointer data)
{
  g_autoptr (RelmMirrorTracker) mirror = NULL;
  RelmMirrorItem *item, *pull;

  sync_well (fixture, "team/good");
  mirror = open_mirror (fixture);
  g_assert_cmpuint (relm_mirror_tracker_count (mirror, RELM_MIRROR_ITEMS), ==, 250);
  g_assert_cmpuint (relm_mirror_tracker_count (mirror, RELM_MIRROR_MILESTONES), ==, 2);
  g_assert_cmpuint (relm_mirror_tracker_count (mirror, RELM_MIRROR_PUBLICATIONS), ==, 1);
  g_assert_cmpuint (relm_mirror_tracker_count (mirror, RELM_MIRROR_PEOPLE), ==, 2);
  g_assert_cmpint (relm_mirror_tracker_get_number (mirror, RELM_TRACKER_STATE_SYNCED), >, 0);

  item = relm_mirror_tracker_find (mirror, RELM_MIRROR_ITEMS, "#9");
  g_assert_cmpint (item->kind, ==, RELM_MIRROR_ITEM_ISSUE);
  g_assert_cmpint (item->state, ==, RELM_MIRROR_ITEM_DROPPED);
  g_assert_cmpstr (item->assignees[0], ==, "grace");
  g_assert_cmpstr (item->milestone, ==, "2");
  relm_mirror_row_free (RELM_MIRROR_ITEMS, item);

  pull = relm_mirror_tracker_find (mirror, RELM_MIRROR_ITEMS, "#30");
  g_assert_cmpint (pull->kind, ==, RELM_MIRROR_ITEM_MERGE_REQUEST);
  g_assert_cmpint (pull->state, ==, RELM_MIRROR_ITEM_DONE);
  g_assert_nonnull (pull->merge_commit);
  g_assert_cmpstr (pull->branch, ==, "main");
  g_assert_cmpuint (g_strv_length (pull->closes), ==, 2);
  g_assert_cmpstr (pull->closes[0], ==, "#29");
  relm_mirror_row_free (RELM_MIRROR_ITEMS, pull);
}

/* With nothing new, each list costs one request, and what changed is found by one. */
static void
test_incremental (RelmTestTracker *fixture,
                  gconstpointer data)
{
  g_autofree char *title = NULL;
  guint n_requests;

  sync_well (fixture, "team/good");
  sync_well (fixture, "team/good");
  n_requests = count_requests (fixture);
  sync_well (fixture, "team/good");
  g_assert_cmpuint (count_requests (fixture) - n_requests, ==, 6);

  relm_test_server_set (&fixture->server, "github.changed=7");
  n_requests = count_requests (fixture);
  sync_well (fixture, "team/good");
  g_assert_cmpuint (count_requests (fixture) - n_requests, ==, 6);
  title = dup_title (fixture, "#7");
  g_assert_cmpstr (title, ==, "Issue 7, said better");
}

/* What is not in an answer stays, until the tracker, asked for it, says that it is gone. */
static void
test_reconcile (RelmTestTracker *fixture,
                gconstpointer data)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/team/good", fixture->server.port);
  g_autoptr (RelmTrackerAddress) address = relm_tracker_address_new (url, "github", NULL);
  const RelmTrackerSync sync = { .address = address, .mirror_path = fixture->mirror_path, .patience = &fixture->patience };
  g_autoptr (GError) error = NULL;
  guint n_requests;

  sync_well (fixture, "team/good");
  relm_test_server_set (&fixture->server, "github.deleted=8");
  sync_well (fixture, "team/good");
  g_assert_cmpuint (count_items (fixture), ==, 250);

  n_requests = count_requests (fixture);
  g_assert_true (relm_tracker_sync_reconcile (&sync, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_items (fixture), ==, 249);
  g_assert_cmpuint (count_requests (fixture) - n_requests, ==, 3 + 5 + 1);
}

/* A page that fails changes nothing, and the next time it goes on after the last good one. */
static void
test_resume (RelmTestTracker *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->patience.tries = 1;
  g_assert_false (relm_test_tracker_sync (fixture, "github", "team/broken-for-a-moment", NULL, &error));
  g_assert_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_SERVER);
  g_assert_cmpuint (count_items (fixture), ==, 90); /* a hundred, of which ten are pull requests */

  fixture->patience.tries = 2;
  sync_well (fixture, "team/broken-for-a-moment");
  g_assert_cmpuint (count_items (fixture), ==, 250);
}

static void
test_token (RelmTestTracker *fixture,
            gconstpointer data)
{
  g_autoptr (GError) without = NULL;
  g_autoptr (GError) revoked = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (relm_test_tracker_sync (fixture, "github", "team/private", NULL, &without));
  g_assert_error (without, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_NOT_FOUND);
  g_assert_false (relm_test_tracker_sync (fixture, "github", "team/private", "old-token", &revoked));
  g_assert_error (revoked, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_UNAUTHORIZED);
  g_assert_true (relm_test_tracker_sync (fixture, "github", "team/private", "good-token", &error));
  g_assert_no_error (error);
}

#define ADD(path, function) g_test_add ("/tracker/sync/" path, RelmTestTracker, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("first", test_first);
  ADD ("incremental", test_incremental);
  ADD ("reconcile", test_reconcile);
  ADD ("resume", test_resume);
  ADD ("token", test_token);
  return g_test_run ();
}
