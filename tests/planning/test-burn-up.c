/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-burn-up.h"
#include "relm-release.h"
#include "relm-source.h"
#include "relm-test-plan.h"
#include "relm-test-tracker.h"
#include "relm-work-item.h"

#define TODAY (relm_date_from_ymd (2027, 3, 29))

static RelmBurnUp *
burn_up_of (RelmProject *project,
            RelmRecord *release)
{
  g_autoptr (RelmWorkLives) lives = relm_work_lives_new (project, TODAY);

  return relm_burn_up_new (lives, relm_work_lives_find_scope (lives, relm_record_get_id (release)));
}

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

  burn_up = burn_up_of (project, release);
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

  g_assert_null (burn_up_of (project, release));
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "a", "release", "rel-1", "state", "done", "actual_finish", "2027-03-25", NULL);
  g_assert_null (burn_up_of (project, release));
}

/* Of what is over, the end is shown, and not how long ago that is. */
static void
test_over (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecord *release = relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", "version", "1.0", NULL);
  g_autoptr (RelmBurnUp) burn_up = NULL;

  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "a", "release", "rel-1", "actual_finish", "2026-03-01", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "b", "release", "rel-1", "actual_finish", "2026-03-18", NULL);
  burn_up = burn_up_of (project, release);
  g_assert_cmpint (burn_up->end, ==, relm_date_from_ymd (2026, 3, 18));
  g_assert_cmpuint (burn_up->n_weeks, ==, 3);
}

/* What the tracker has, and what the plan has of it: each once. */
static void
test_milestone (void)
{
  g_autoptr (RelmTestTracker) tracker = relm_test_tracker_new ();
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (GPtrArray) trackers = relm_test_tracker_list (tracker, "src-1");
  g_autoptr (RelmWorkLives) lives = NULL;
  g_autoptr (RelmBurnUp) burn_up = NULL;

  relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", "version", "1.0", NULL);
  relm_test_plan_add (project, RELM_TYPE_SOURCE, "src-1", "name", "Tracker", "kind", "tracker", "location", "here", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "a", "release", "rel-1", "source", "src-1", "item", "#2", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "b", "release", "rel-1", "added", "2027-03-28", NULL);
  relm_test_tracker_add_milestone (tracker, "7", "1.0", RELM_DATE_NONE);
  relm_test_tracker_add_issue (tracker, "#1", "7", RELM_MIRROR_ITEM_DONE, TODAY - 30, TODAY - 1);
  relm_test_tracker_add_issue (tracker, "#2", "7", RELM_MIRROR_ITEM_OPEN, TODAY - 1, RELM_DATE_NONE);
  relm_test_tracker_add_issue (tracker, "#3", "7", RELM_MIRROR_ITEM_DROPPED, TODAY - 30, TODAY - 1);
  relm_test_tracker_add_issue (tracker, "#4", NULL, RELM_MIRROR_ITEM_OPEN, TODAY - 30, RELM_DATE_NONE);
  relm_test_tracker_write (tracker, TODAY);
  lives = relm_work_lives_new (project, TODAY);
  relm_work_lives_read_tracker (lives, trackers->pdata[0], NULL);
  burn_up = relm_burn_up_new (lives, 0);
  g_assert_true (burn_up->tracked);
  g_assert_cmpuint (burn_up->n_weeks, ==, 5);
  g_assert_cmpuint (relm_burn_up_get_scope (burn_up), ==, 3);
  g_assert_cmpuint (relm_burn_up_get_done (burn_up), ==, 1);
  g_assert_cmpuint (burn_up->scope[0], ==, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/burn-up/release", test_release);
  g_test_add_func ("/planning/burn-up/nothing", test_nothing);
  g_test_add_func ("/planning/burn-up/over", test_over);
  g_test_add_func ("/planning/burn-up/milestone", test_milestone);
  return g_test_run ();
}
