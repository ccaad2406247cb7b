/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What forecast and burn-up of a release cost where its tracker has 100,000 issues, in the worker that makes them: beside only
 * reading their dates from the mirror. And what that costs the main thread, which copies the plan alone: beside the same plan
 * without a tracker.
 */

#include "config.h"

#include "relm-floor.h"
#include "relm-mirror-life.h"
#include "relm-outlook.h"
#include "relm-release.h"
#include "relm-source.h"
#include "relm-test-plan.h"
#include "relm-test-tracker.h"

#define N_ISSUES 100000
#define WORKER_GOAL 4.0
#define MAIN_GOAL 1.5

static void
add_issues (RelmTestTracker *tracker,
            RelmDate today)
{
  relm_test_tracker_add_milestone (tracker, "7", "1.0", today - 3000);
  for (guint i = 0; i < N_ISSUES; i++)
    {
      g_autofree char *key = g_strdup_printf ("#%u", i);
      const RelmDate created = today - 3000 + (RelmDate) (i % 2900);
      const gboolean open = i % 100 == 0;

      relm_test_tracker_add_issue (tracker, key, i % 3 != 0 ? "7" : NULL, open ? RELM_MIRROR_ITEM_OPEN : RELM_MIRROR_ITEM_DONE, created,
                                   open ? RELM_DATE_NONE : created + (RelmDate) (i % 90));
    }
  relm_test_tracker_write (tracker, today);
}

static gboolean
read_life (const RelmMirrorLife *life,
           gpointer sum)
{
  *(gint64 *) sum += life->created;
  return TRUE;
}

static gint64
measure_reading (RelmTestTracker *tracker)
{
  const gint64 begin = g_get_monotonic_time ();
  RelmMirrorTracker *mirror = relm_mirror_tracker_open (tracker->path, NULL);
  gint64 sum = 0;

  g_assert_true (relm_mirror_life_foreach (mirror, read_life, &sum, NULL) && sum > 0);
  relm_mirror_tracker_close (mirror);
  return g_get_monotonic_time () - begin;
}

/* Returns: what the main thread took; the worker's time in @worker */
static gint64
measure_outlook (RelmProject *project,
                 GPtrArray *trackers,
                 RelmDate today,
                 gint64 *worker)
{
  const gint64 begin = g_get_monotonic_time ();
  g_autoptr (RelmOutlookInput) input = relm_outlook_input_new (project, trackers, today);
  const gint64 made = g_get_monotonic_time ();
  g_autoptr (GHashTable) outlooks = relm_outlook_input_run (input, NULL);
  const RelmOutlook *outlook = g_hash_table_lookup (outlooks, "rel-1");

  g_assert_cmpint (outlook->forecast.tracked, ==, trackers != NULL);
  *worker = g_get_monotonic_time () - made;
  return made - begin;
}

int
main (int argc,
      char **argv)
{
  const RelmDate today = relm_date_today ();
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (RelmTestTracker) tracker = relm_test_tracker_new ();
  g_autoptr (GPtrArray) trackers = relm_test_tracker_list (tracker, "src-1");
  gint64 workers[RELM_FLOOR_ROUNDS], floors[RELM_FLOOR_ROUNDS], mains[RELM_FLOOR_ROUNDS], bare[RELM_FLOOR_ROUNDS], unused;

  relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", "version", "1.0", NULL);
  relm_test_plan_add (project, RELM_TYPE_SOURCE, "src-1", "name", "Tracker", "kind", "tracker", "location", "here", NULL);
  add_issues (tracker, today);
  for (guint i = 0; i < RELM_FLOOR_ROUNDS; i++)
    {
      floors[i] = measure_reading (tracker);
      mains[i] = measure_outlook (project, trackers, today, &workers[i]);
      bare[i] = measure_outlook (project, NULL, today, &unused);
    }
  g_print ("100,000 issues, in the worker: %" G_GINT64_FORMAT " ms here\n", relm_floor_median (workers, RELM_FLOOR_ROUNDS) / 1000);
  relm_floor_report ("Forecast and burn-up of 100,000 issues", "reading their dates", workers, floors, WORKER_GOAL);
  relm_floor_report ("The main thread's part", "without a tracker", mains, bare, MAIN_GOAL);
  return 0;
}
