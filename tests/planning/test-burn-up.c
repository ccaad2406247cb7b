/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-burn-up.h"
#include "relm-release.h"
#include "relm-test-plan.h"
#include "relm-work-item.h"

#define TODAY (relm_date_from_ymd (2027, 3, 29))

/* Three weeks: two items from the beginning, one that came later; one done in the first week, one in the last. */
static void
test_release (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecord *release = relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", "version", "1.0", NULL);
  g_autoptr (RelmBurnUp) burn_up = NULL;

  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "a", "release", "rel-1", "state", "done", "actual_finish", "2027-03-10", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "b", "release", "rel-1", "state", "done", "actual_finish", "2027-03-28", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "c", "release", "rel-1", "added", "2027-03-20", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "d", "release", "rel-1", "state", "cancelled", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "e", "added", "2027-01-01", NULL);

  burn_up = relm_burn_up_new_for_release (project, release, TODAY);
  g_assert_cmpuint (burn_up->n_weeks, ==, 3);
  g_assert_cmpuint (burn_up->scope[0], ==, 2);
  g_assert_cmpuint (burn_up->scope[1], ==, 3);
  g_assert_cmpuint (burn_up->scope[2], ==, 3);
  g_assert_cmpuint (burn_up->done[0], ==, 1);
  g_assert_cmpuint (burn_up->done[1], ==, 1);
  g_assert_cmpuint (burn_up->done[2], ==, 2);
  g_assert_cmpuint (relm_burn_up_get_added (burn_up), ==, 1);
}

/* A week is too short to see anything, and so is a release without work. */
static void
test_nothing (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecord *release = relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", "version", "1.0", NULL);

  g_assert_null (relm_burn_up_new_for_release (project, release, TODAY));
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "a", "release", "rel-1", "state", "done", "actual_finish", "2027-03-25", NULL);
  g_assert_null (relm_burn_up_new_for_release (project, release, TODAY));
}

static void
add_issue (RelmMirrorPage *page,
           const char *key,
           RelmMirrorItemState state,
           gint64 created,
           gint64 closed)
{
  RelmMirrorItem *item = relm_mirror_page_add (page, RELM_MIRROR_ITEMS);

  item->key = g_strdup (key);
  item->milestone = g_strdup ("7");
  item->state = state;
  item->created = created;
  item->closed = closed;
}

static void
test_milestone (void)
{
  g_autofree char *folder = g_dir_make_tmp ("relm-burn-up-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "mirror.db", NULL);
  const char *argv[] = { "rm", "-rf", folder, NULL };
  const gint64 now = (gint64) (TODAY - relm_date_from_ymd (1970, 1, 1)) * 86400 + 3600;
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();
  RelmMirrorTracker *mirror = relm_mirror_tracker_open (path, NULL);
  RelmMirrorMilestone *milestone = relm_mirror_page_add (page, RELM_MIRROR_MILESTONES);
  g_autoptr (RelmBurnUp) burn_up = NULL;

  milestone->key = g_strdup ("7");
  milestone->title = g_strdup ("1.0");
  add_issue (page, "#1", RELM_MIRROR_ITEM_DONE, now - 30 * 86400, now - 86400);
  add_issue (page, "#2", RELM_MIRROR_ITEM_OPEN, now - 86400, 0);
  add_issue (page, "#3", RELM_MIRROR_ITEM_DROPPED, now - 30 * 86400, now - 86400);
  g_assert_true (relm_mirror_tracker_begin (mirror, NULL) && relm_mirror_tracker_put (mirror, page, NULL) &&
                 relm_mirror_tracker_commit (mirror, NULL));
  burn_up = relm_burn_up_new_for_milestone (mirror, "1.0", TODAY);
  g_assert_null (relm_burn_up_new_for_milestone (mirror, "2.0", TODAY));
  g_assert_cmpuint (burn_up->n_weeks, ==, 5);
  g_assert_cmpuint (relm_burn_up_get_scope (burn_up), ==, 2);
  g_assert_cmpuint (relm_burn_up_get_done (burn_up), ==, 1);
  g_assert_cmpuint (burn_up->scope[0], ==, 1);
  relm_mirror_tracker_close (mirror);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/burn-up/release", test_release);
  g_test_add_func ("/planning/burn-up/nothing", test_nothing);
  g_test_add_func ("/planning/burn-up/milestone", test_milestone);
  return g_test_run ();
}
