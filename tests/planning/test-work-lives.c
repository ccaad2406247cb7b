/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The work of plan and trackers: nothing twice, nothing that was dropped, and whose word counts. */

#include "config.h"

#include "relm-release.h"
#include "relm-source.h"
#include "relm-test-plan.h"
#include "relm-test-tracker.h"
#include "relm-work-history.h"
#include "relm-work-item.h"

#define TODAY (relm_date_from_ymd (2027, 3, 29))

typedef struct
{
  RelmProject *project;
  RelmTestTracker *tracker;
  guint n_items;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->project = relm_project_new ();
  fixture->tracker = relm_test_tracker_new ();
  fixture->n_items = 0;
  relm_test_plan_add (fixture->project, RELM_TYPE_RELEASE, "rel-1", "version", "1.0", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_RELEASE, "rel-2", "version", "2.0", "name", "Two", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_SOURCE, "src-1", "name", "Tracker", "kind", "tracker", "location", "here", NULL);
  relm_test_tracker_add_milestone (fixture->tracker, "7", "v2.0.0", RELM_DATE_NONE);
  relm_test_tracker_add_milestone (fixture->tracker, "8", "Someday", RELM_DATE_NONE);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->project);
  relm_test_tracker_free (fixture->tracker);
}

static RelmMirrorItem *
add_issue (Fixture *fixture,
           const char *key,
           const char *milestone,
           RelmMirrorItemState state)
{
  const gboolean open = state == RELM_MIRROR_ITEM_OPEN || state == RELM_MIRROR_ITEM_IN_PROGRESS;

  return relm_test_tracker_add_issue (fixture->tracker, key, milestone, state, TODAY - 50, open ? RELM_DATE_NONE : TODAY - 14);
}

/* A work item of 1.0 that mirrors a tracker item. */
static RelmRecord *
add_pair (Fixture *fixture,
          const char *key,
          const char *state,
          const char *known)
{
  g_autofree char *id = g_strdup_printf ("wi-%u", fixture->n_items++);

  return relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, id, "title", id, "release", "rel-1", "state", state, "source", "src-1",
                             "item", key, "item_state", known, NULL);
}

static RelmWorkLives *
read_all (Fixture *fixture,
          RelmDate synced)
{
  RelmWorkLives *lives = relm_work_lives_new (fixture->project, TODAY);
  g_autoptr (GPtrArray) trackers = relm_test_tracker_list (fixture->tracker, "src-1");

  relm_test_tracker_write (fixture->tracker, synced);
  relm_work_lives_read_tracker (lives, trackers->pdata[0], NULL);
  return lives;
}

static RelmReleaseWork
get_work (RelmWorkLives *lives,
          const char *release)
{
  g_autoptr (RelmWorkHistory) history = relm_work_history_new (lives, TRUE);

  return relm_work_history_get_work (history, release);
}

/* An issue belongs to what its milestone is by name, if there is such a release. */
static void
test_milestones (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (RelmWorkLives) lives = NULL;
  RelmReleaseWork work;

  add_issue (fixture, "#1", "7", RELM_MIRROR_ITEM_OPEN);
  add_issue (fixture, "#2", "7", RELM_MIRROR_ITEM_DONE);
  add_issue (fixture, "#3", "7", RELM_MIRROR_ITEM_DROPPED);
  add_issue (fixture, "#4", "8", RELM_MIRROR_ITEM_OPEN);
  add_issue (fixture, "#5", NULL, RELM_MIRROR_ITEM_OPEN);
  add_issue (fixture, "!6", "7", RELM_MIRROR_ITEM_OPEN)->kind = RELM_MIRROR_ITEM_MERGE_REQUEST;
  lives = read_all (fixture, TODAY);
  work = get_work (lives, "rel-2");
  g_assert_true (work.milestone);
  g_assert_cmpuint (work.n_items, ==, 2);
  g_assert_cmpuint (work.n_open, ==, 1);
  g_assert_cmpuint (get_work (lives, "rel-1").n_items, ==, 0);
  g_assert_cmpuint (relm_work_lives_get_n_read (lives), ==, 1);
}

/* The plan says where it belongs; it is one piece of work, and its issue and the merge request for it are no others. */
static void
test_pairs (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (RelmWorkLives) lives = NULL;
  g_autoptr (RelmWorkHistory) history = NULL;
  RelmMirrorItem *merge_request;

  add_issue (fixture, "#1", "7", RELM_MIRROR_ITEM_DONE);
  add_pair (fixture, "#1", "done", "done");
  add_issue (fixture, "#2", "7", RELM_MIRROR_ITEM_DONE);
  merge_request = add_issue (fixture, "!3", NULL, RELM_MIRROR_ITEM_DONE);
  merge_request->kind = RELM_MIRROR_ITEM_MERGE_REQUEST;
  merge_request->closes = g_strdupv ((char *[]) { (char *) "#2", NULL });
  add_pair (fixture, "!3", "done", "done");
  lives = read_all (fixture, TODAY);
  history = relm_work_history_new (lives, TRUE);
  g_assert_cmpuint (history->n_finished, ==, 2);
  g_assert_cmpuint (history->n_undated, ==, 0);
  g_assert_cmpuint (relm_work_history_get_work (history, "rel-1").n_items, ==, 2);
  g_assert_cmpuint (relm_work_history_get_work (history, "rel-2").n_items, ==, 0);
}

/* What the tracker said since then counts; what a person decided on after it said so does not change. */
static void
test_news (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (RelmWorkLives) lives = NULL;
  RelmReleaseWork work;

  add_issue (fixture, "#1", NULL, RELM_MIRROR_ITEM_DONE);
  add_pair (fixture, "#1", "open", "open"); /* closed since */
  add_issue (fixture, "#2", NULL, RELM_MIRROR_ITEM_DROPPED);
  add_pair (fixture, "#2", "open", "open"); /* dropped since */
  add_issue (fixture, "#3", NULL, RELM_MIRROR_ITEM_OPEN);
  add_pair (fixture, "#3", "done", "done"); /* opened again */
  add_issue (fixture, "#4", NULL, RELM_MIRROR_ITEM_DONE);
  add_pair (fixture, "#4", "open", "done"); /* we know, and go on */
  add_issue (fixture, "#5", NULL, RELM_MIRROR_ITEM_OPEN);
  add_pair (fixture, "#5", "done", "open"); /* done, and nobody closed it yet */
  lives = read_all (fixture, TODAY);
  work = get_work (lives, "rel-1");
  g_assert_cmpuint (work.n_items, ==, 4);
  g_assert_cmpuint (work.n_open, ==, 2);
  g_assert_cmpuint (work.n_tracked, ==, 2);
}

/* Epics do not count, neither here nor there. */
static void
test_parts (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (RelmWorkLives) lives = NULL;

  add_issue (fixture, "#1", "7", RELM_MIRROR_ITEM_OPEN);
  add_pair (fixture, "#1", "open", "open");
  relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, "wi-part", "title", "Part", "release", "rel-1", "parent", "wi-0", NULL);
  lives = read_all (fixture, TODAY);
  g_assert_cmpuint (get_work (lives, "rel-1").n_items, ==, 1);
  g_assert_cmpuint (get_work (lives, "rel-2").n_items, ==, 0);
}

/* With issues that have milestones, those without do not count; what was filed after the milestone was under way was added. */
static void
test_samples (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (RelmWorkLives) lives = NULL;
  g_autoptr (RelmWorkHistory) history = NULL;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *with = g_strdup_printf ("#%u", 100 + i);
      g_autofree char *without = g_strdup_printf ("#%u", 200 + i);

      relm_test_tracker_add_issue (fixture->tracker, with, "8", RELM_MIRROR_ITEM_DONE, TODAY - 7 * (RelmDate) (12 - i) - 3,
                                   TODAY - 7 * (RelmDate) (12 - i));
      relm_test_tracker_add_issue (fixture->tracker, without, NULL, RELM_MIRROR_ITEM_DONE, TODAY - 200, TODAY - 7);
    }
  lives = read_all (fixture, TODAY);
  history = relm_work_history_new (lives, TRUE);
  g_assert_false (history->all_issues);
  g_assert_cmpuint (history->n_finished, ==, 12);
  g_assert_cmpuint (history->rhythm.n_weeks, ==, 12);
  g_assert_cmpuint (history->added[10], ==, 1);
  g_assert_cmpuint (history->added[0], ==, 1); /* the second: the first was filed before anything was closed */
}

static void
test_all_issues (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (RelmWorkLives) lives = NULL;
  g_autoptr (RelmWorkHistory) history = NULL;

  add_issue (fixture, "#1", "7", RELM_MIRROR_ITEM_DONE);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *key = g_strdup_printf ("#%u", 200 + i);

      add_issue (fixture, key, NULL, RELM_MIRROR_ITEM_DONE);
    }
  lives = read_all (fixture, TODAY);
  history = relm_work_history_new (lives, TRUE);
  g_assert_true (history->all_issues);
  g_assert_cmpuint (history->n_finished, ==, 13);
}

/* Nothing is known of the weeks since it was read last. */
static void
test_offline (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (RelmWorkLives) lives = NULL;
  g_autoptr (RelmWorkHistory) history = NULL;

  for (guint i = 1; i <= 30; i++)
    {
      g_autofree char *key = g_strdup_printf ("#%u", i);

      relm_test_tracker_add_issue (fixture->tracker, key, "7", RELM_MIRROR_ITEM_DONE, TODAY - 400, TODAY - 70 - 7 * (RelmDate) i);
    }
  lives = read_all (fixture, TODAY - 70);
  history = relm_work_history_new (lives, TRUE);
  g_assert_cmpint (history->end, ==, TODAY - 70);
  g_assert_cmpuint (history->rhythm.n_weeks, ==, 30);
  g_assert_cmpuint (history->finished[29], ==, 1);
}

/* Half of a history is none, and so is one that is gone. */
static void
test_missing (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (RelmWorkLives) lives = NULL;
  g_autoptr (GPtrArray) nowhere = relm_work_tracker_array_new ();

  add_issue (fixture, "#1", "7", RELM_MIRROR_ITEM_OPEN);
  lives = read_all (fixture, RELM_DATE_NONE);
  relm_work_tracker_array_add (nowhere, "src-1", NULL);
  relm_work_tracker_array_add (nowhere, "src-1", "/nowhere/mirror.db");
  relm_work_lives_read_tracker (lives, nowhere->pdata[0], NULL);
  relm_work_lives_read_tracker (lives, nowhere->pdata[1], NULL);
  g_assert_cmpuint (relm_work_lives_get_n_missing (lives), ==, 3);
  relm_work_lives_free (g_steal_pointer (&lives));
  lives = read_all (fixture, TODAY - 200); /* too long ago */
  g_assert_cmpuint (relm_work_lives_get_n_missing (lives), ==, 1);
  g_assert_cmpuint (relm_work_lives_get_n_read (lives), ==, 0);
  g_assert_cmpuint (relm_work_lives_list (lives)->len, ==, 0);
}

#define ADD(name, function) g_test_add ("/planning/work-lives/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("milestones", test_milestones);
  ADD ("pairs", test_pairs);
  ADD ("news", test_news);
  ADD ("parts", test_parts);
  ADD ("samples", test_samples);
  ADD ("all-issues", test_all_issues);
  ADD ("offline", test_offline);
  ADD ("missing", test_missing);
  return g_test_run ();
}
