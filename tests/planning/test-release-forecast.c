/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forecasts of releases: from what they are made, which method is chosen, when none is, and that they say so. */

#include "config.h"

#include <string.h>

#include "relm-forecasts.h"
#include "relm-release.h"
#include "relm-source.h"
#include "relm-test-plan.h"
#include "relm-test-tracker.h"
#include "relm-work-item.h"

typedef struct
{
  RelmProject *project;
  RelmRecord *release;
  RelmDate today;
  guint n_items;
  RelmTestTracker *tracker;
  GPtrArray *trackers; /* NULL until a test says that the project has one */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->project = relm_project_new ();
  fixture->today = relm_date_today ();
  fixture->tracker = relm_test_tracker_new ();
  fixture->release = relm_test_plan_add (fixture->project, RELM_TYPE_RELEASE, "rel-2", "version", "2.0", NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->project);
  relm_test_tracker_free (fixture->tracker);
  g_clear_pointer (&fixture->trackers, g_ptr_array_unref);
}

static RelmRecord *
add_item (Fixture *fixture,
          const char *release,
          const char *state)
{
  g_autofree char *id = g_strdup_printf ("wi-%u", fixture->n_items++);

  return relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, id, "title", id, "release", release, "state", state, NULL);
}

static void
set_day (Fixture *fixture,
         RelmRecord *record,
         const char *field,
         RelmDate day)
{
  g_autofree char *text = relm_date_format (day);

  relm_test_plan_set (fixture->project, record, field, text);
}

/* So many items finished in each of the last weeks, and so many added to the release. */
static void
add_past (Fixture *fixture,
          guint n_weeks,
          guint n_finished,
          guint n_added)
{
  for (guint i = 0; i < n_weeks * n_finished; i++)
    set_day (fixture, add_item (fixture, "rel-1", "done"), "actual_finish", fixture->today - 7 * (RelmDate) (i / n_finished + 1));
  for (guint i = 0; i < n_weeks * n_added; i++)
    set_day (fixture, add_item (fixture, "rel-2", "open"), "added", fixture->today - 7 * (RelmDate) (i / n_added + 1));
}

static void
add_open (Fixture *fixture,
          const char *release,
          guint n)
{
  for (guint i = 0; i < n; i++)
    add_item (fixture, release, "open");
}

static RelmReleaseForecast
forecast (Fixture *fixture)
{
  g_autoptr (RelmOutlookInput) input = relm_outlook_input_new (fixture->project, fixture->trackers, fixture->today);
  g_autoptr (GHashTable) outlooks = relm_outlook_input_run (input, NULL);
  const RelmOutlook *outlook = g_hash_table_lookup (outlooks, relm_record_get_id (fixture->release));

  return outlook->forecast;
}

/* 2 a week, 8 remain: about 4 weeks. */
static void
test_pace (Fixture *fixture,
           gconstpointer data)
{
  RelmReleaseForecast first, again;
  g_autofree char *basis = NULL;
  g_autofree char *trust = NULL;

  add_past (fixture, 80, 2, 0);
  add_open (fixture, "rel-2", 8);
  add_item (fixture, "rel-2", "cancelled");
  add_item (fixture, NULL, "open");
  first = forecast (fixture);
  g_assert_cmpint (first.method, ==, RELM_FORECAST_METHOD_PACE);
  g_assert_cmpuint (first.n_open, ==, 8);
  g_assert_cmpuint (first.n_before, ==, 0);
  g_assert_cmpuint (first.n_weeks, ==, 52);
  g_assert_cmpuint (first.n_finished, ==, 104);
  g_assert_cmpint (first.dates[RELM_FORECAST_P50], ==, fixture->today + 27);
  g_assert_cmpint (first.dates[RELM_FORECAST_P85], >, first.dates[RELM_FORECAST_P50]); /* others' ratios still have a say */
  g_assert_cmpint (first.dates[RELM_FORECAST_P85], <, fixture->today + 60);
  g_assert_cmpint (first.dates[RELM_FORECAST_P95], >, first.dates[RELM_FORECAST_P85]);
  g_assert_cmpuint (first.n_tests, >=, RELM_FORECAST_MIN_TESTS);
  g_assert_cmpuint (first.n_hits, ==, first.n_tests);
  again = forecast (fixture);
  g_assert_cmpmem (&first, sizeof first, &again, sizeof again);
  basis = relm_release_forecast_dup_basis (&first);
  trust = relm_release_forecast_dup_trust (&first);
  g_assert_nonnull (strstr (basis, "104 items"));
  g_assert_nonnull (strstr (basis, "No item says when it was added"));
  g_assert_nonnull (strstr (trust, "100 %"));
}

/* Where a tracker says when it was closed, that counts; not for what is open again. */
static void
test_closed (Fixture *fixture,
             gconstpointer data)
{
  add_open (fixture, "rel-2", 1);
  for (guint i = 0; i < 30; i++)
    set_day (fixture, add_item (fixture, "rel-1", i % 2 == 0 ? "done" : "open"), "item_closed", fixture->today - 7 * (RelmDate) (i + 1));
  g_assert_cmpuint (forecast (fixture).n_finished, ==, 15);
  g_assert_cmpuint (forecast (fixture).n_undated, ==, 0);
}

/* What is planned before it is done before it; and nothing is done before the work begins. */
static void
test_before (Fixture *fixture,
             gconstpointer data)
{
  RelmReleaseForecast alone, behind, later;

  add_past (fixture, 80, 2, 0);
  add_open (fixture, "rel-2", 8);
  alone = forecast (fixture);
  relm_test_plan_add (fixture->project, RELM_TYPE_RELEASE, "rel-1b", "version", "1.5", NULL);
  add_open (fixture, "rel-1b", 6);
  g_assert_cmpuint (forecast (fixture).n_before, ==, 0); /* neither says when it is planned */
  set_day (fixture, relm_project_lookup (fixture->project, "rel-1b"), "planned", fixture->today + 10);
  set_day (fixture, fixture->release, "planned", fixture->today + 40);
  behind = forecast (fixture);
  g_assert_cmpuint (behind.n_before, ==, 6);
  g_assert_cmpint (behind.dates[RELM_FORECAST_P50], >=, alone.dates[RELM_FORECAST_P50] + 14);
  set_day (fixture, fixture->release, "planned_start", fixture->today + 100);
  later = forecast (fixture);
  g_assert_cmpint (later.dates[RELM_FORECAST_P50], ==, alone.dates[RELM_FORECAST_P50] + 100);
}

static void
test_never (Fixture *fixture,
            gconstpointer data)
{
  RelmReleaseForecast result;
  g_autofree char *words = NULL;

  set_day (fixture, fixture->release, "planned_start", fixture->today - 400);
  add_past (fixture, 20, 2, 3);
  result = forecast (fixture);
  words = relm_release_forecast_dup_date (&result, RELM_FORECAST_P50);
  g_assert_true (result.says_added);
  g_assert_cmpint (result.method, ==, RELM_FORECAST_METHOD_PACE);
  for (guint i = 0; i < RELM_FORECAST_N_LEVELS; i++)
    g_assert_cmpint (result.dates[i], ==, RELM_DATE_NONE);
  g_assert_cmpstr (words, ==, "Never, at this pace");
  g_assert_cmpuint (result.n_added, ==, 60);
  g_assert_cmpint (result.frozen, >, fixture->today + 7 * 29); /* 60 open, 2 a week */
}

/* What is added to a release that has not begun is its plan; what is added to one under way takes its time. */
static void
test_added (Fixture *fixture,
            gconstpointer data)
{
  RelmReleaseForecast planned, growing;

  set_day (fixture, fixture->release, "planned_start", fixture->today);
  add_past (fixture, 30, 3, 1);
  planned = forecast (fixture);
  set_day (fixture, fixture->release, "planned_start", fixture->today - 400);
  growing = forecast (fixture);
  g_assert_cmpint (planned.dates[RELM_FORECAST_P50], !=, RELM_DATE_NONE);
  g_assert_cmpint (growing.dates[RELM_FORECAST_P50], >, planned.dates[RELM_FORECAST_P50]);
  g_assert_cmpint (planned.frozen, ==, RELM_DATE_NONE);
  g_assert_cmpint (growing.frozen, ==, planned.dates[RELM_FORECAST_P85]);
}

static void
assert_refuses (Fixture *fixture,
                RelmForecastRefusal refusal,
                const char *words)
{
  RelmReleaseForecast result = forecast (fixture);
  g_autofree char *text = relm_release_forecast_dup_refusal (&result);

  g_assert_cmpint (result.refusal, ==, refusal);
  g_assert_cmpint (result.method, ==, RELM_FORECAST_METHOD_NONE);
  g_assert_cmpint (result.dates[RELM_FORECAST_P50], ==, RELM_DATE_NONE);
  g_assert_nonnull (strstr (text, words));
  g_assert_null (relm_release_forecast_dup_basis (&result));
}

static void
test_refuses (Fixture *fixture,
              gconstpointer data)
{
  assert_refuses (fixture, RELM_FORECAST_NO_WORK, "No work items");
  add_open (fixture, "rel-2", 3);
  assert_refuses (fixture, RELM_FORECAST_SHORT_HISTORY, "after 12 weeks");
  add_past (fixture, 11, 2, 0);
  assert_refuses (fixture, RELM_FORECAST_SHORT_HISTORY, "has 11");
  add_item (fixture, "rel-2", "done");
  assert_refuses (fixture, RELM_FORECAST_SHORT_HISTORY, "Fill in the actual finish");
  set_day (fixture, add_item (fixture, "rel-2", "done"), "actual_finish", fixture->today - 7 * 13);
  g_assert_cmpint (forecast (fixture).method, ==, RELM_FORECAST_METHOD_PACE);
  for (guint i = 0; i < 3; i++)
    relm_test_plan_set (fixture->project, relm_project_lookup (fixture->project, (const char *[]) { "wi-0", "wi-1", "wi-2" }[i]), "state", "done");
  assert_refuses (fixture, RELM_FORECAST_NOTHING_LEFT, "All of its work");
  relm_test_plan_set (fixture->project, fixture->release, "state", "released");
  assert_refuses (fixture, RELM_FORECAST_OUT, "done");
}

static void
test_few_finished (Fixture *fixture,
                   gconstpointer data)
{
  add_open (fixture, "rel-2", 3);
  for (guint i = 1; i < 10; i++)
    set_day (fixture, add_item (fixture, "rel-1", "done"), "actual_finish", fixture->today - 14 * (RelmDate) i);
  assert_refuses (fixture, RELM_FORECAST_FEW_FINISHED, "has 9");
}

static void
add_estimated (Fixture *fixture,
               const char *optimistic,
               const char *duration,
               const char *pessimistic)
{
  RelmRecord *item = add_item (fixture, "rel-2", "open");

  set_day (fixture, item, "planned_start", fixture->today + 1);
  relm_test_plan_set (fixture->project, item, "optimistic_minutes", optimistic);
  relm_test_plan_set (fixture->project, item, "duration_minutes", duration);
  relm_test_plan_set (fixture->project, item, "pessimistic_minutes", pessimistic);
}

/* Three at once of 10 to 40 days: the later ones of them decide. */
static void
test_estimates (Fixture *fixture,
                gconstpointer data)
{
  RelmReleaseForecast result;
  g_autofree char *trust = NULL;

  for (guint i = 0; i < 2; i++)
    add_estimated (fixture, "4800", "9600", "19200");
  assert_refuses (fixture, RELM_FORECAST_SHORT_HISTORY, "optimistic and pessimistic");
  add_estimated (fixture, "19200", "9600", "4800"); /* the wrong way round */
  result = forecast (fixture);
  g_assert_cmpint (result.method, ==, RELM_FORECAST_METHOD_ESTIMATES);
  g_assert_cmpint (result.refusal, ==, RELM_FORECAST_GIVEN);
  g_assert_cmpuint (result.n_estimated, ==, 3);
  g_assert_cmpint (result.dates[RELM_FORECAST_P50], >, fixture->today + 28);
  g_assert_cmpint (result.dates[RELM_FORECAST_P50], <, fixture->today + 56);
  g_assert_cmpint (result.dates[RELM_FORECAST_P85], >, result.dates[RELM_FORECAST_P50] + 7);
  g_assert_cmpint (result.dates[RELM_FORECAST_P95], >, result.dates[RELM_FORECAST_P85]);
  trust = relm_release_forecast_dup_trust (&result);
  g_assert_nonnull (strstr (trust, "Not calibrated"));
  add_open (fixture, "rel-2", 4); /* most of it has none now */
  assert_refuses (fixture, RELM_FORECAST_SHORT_HISTORY, "half of the open work");
}

/* Parts count, what they are part of does not. */
static void
test_parts (Fixture *fixture,
            gconstpointer data)
{
  add_past (fixture, 20, 2, 0);
  add_open (fixture, "rel-2", 4);
  relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, "wi-part", "title", "Part", "release", "rel-2", "parent", "wi-40", NULL);
  g_assert_cmpuint (forecast (fixture).n_open, ==, 4);
}

/* So many issues closed in each of the last weeks, and so many open, in the milestone of the release. */
static void
add_tracker (Fixture *fixture,
             guint n_weeks,
             guint n_closed,
             guint n_open)
{
  relm_test_plan_add (fixture->project, RELM_TYPE_SOURCE, "src-1", "name", "Tracker", "kind", "tracker", "location", "here", NULL);
  fixture->trackers = relm_test_tracker_list (fixture->tracker, "src-1");
  relm_test_tracker_add_milestone (fixture->tracker, "7", "v2.0", fixture->today - 7 * (RelmDate) n_weeks);
  for (guint i = 0; i < n_weeks * n_closed + n_open; i++)
    {
      g_autofree char *key = g_strdup_printf ("#%u", i);
      const gboolean open = i >= n_weeks * n_closed;

      relm_test_tracker_add_issue (fixture->tracker, key, "7", open ? RELM_MIRROR_ITEM_OPEN : RELM_MIRROR_ITEM_DONE,
                                   fixture->today - 7 * (RelmDate) n_weeks - 10,
                                   open ? RELM_DATE_NONE : fixture->today - 7 * (RelmDate) (i / n_closed + 1));
    }
}

/* A milestone that is the release: the tracker's pace, whatever the plan's is, and what either has left, each once. */
static void
test_tracker (Fixture *fixture,
              gconstpointer data)
{
  RelmReleaseForecast result, again;
  g_autofree char *basis = NULL;

  add_past (fixture, 60, 1, 0);
  add_tracker (fixture, 60, 4, 30);
  relm_test_tracker_write (fixture->tracker, fixture->today);
  relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, "wi-pair", "title", "Pair", "release", "rel-2", "source", "src-1", "item", "#240",
                      NULL);
  add_open (fixture, "rel-2", 10);
  result = forecast (fixture);
  g_assert_cmpint (result.method, ==, RELM_FORECAST_METHOD_PACE);
  g_assert_true (result.tracked && result.mixed && result.says_added && !result.all_issues);
  g_assert_cmpuint (result.n_open, ==, 40);
  g_assert_cmpuint (result.n_finished, ==, 52 * 5);
  g_assert_cmpint (result.dates[RELM_FORECAST_P50], ==, fixture->today + 55); /* 40 at 5 a week */
  basis = relm_release_forecast_dup_basis (&result);
  g_assert_nonnull (strstr (basis, "52 weeks, in which 260 items of the tracker and of the plan"));
  g_assert_null (relm_release_forecast_dup_gap (&result));
  again = forecast (fixture);
  g_assert_cmpmem (&result, sizeof result, &again, sizeof again);
}

/* A plan of its own, beside a tracker with much else: nothing of that says how long the plan takes. */
static void
test_own_pace (Fixture *fixture,
               gconstpointer data)
{
  RelmReleaseForecast alone, beside;

  add_past (fixture, 80, 2, 0);
  add_open (fixture, "rel-2", 8);
  alone = forecast (fixture);
  add_tracker (fixture, 60, 50, 0);
  for (guint i = 0; i < fixture->tracker->page->rows[RELM_MIRROR_ITEMS]->len; i++)
    g_clear_pointer (&((RelmMirrorItem *) fixture->tracker->page->rows[RELM_MIRROR_ITEMS]->pdata[i])->milestone, g_free);
  relm_test_tracker_write (fixture->tracker, fixture->today);
  beside = forecast (fixture);
  g_assert_cmpmem (&alone, sizeof alone, &beside, sizeof beside);
}

/* A mirror that is gone, or is still being read: the plan goes on, and says so. */
static void
test_no_mirror (Fixture *fixture,
                gconstpointer data)
{
  RelmReleaseForecast result;
  g_autofree char *gap = NULL;

  add_past (fixture, 80, 2, 0);
  add_open (fixture, "rel-2", 8);
  add_tracker (fixture, 60, 4, 30);
  result = forecast (fixture);
  g_assert_false (result.tracked);
  g_assert_cmpuint (result.n_missing, ==, 1);
  g_assert_cmpuint (result.n_open, ==, 8);
  gap = relm_release_forecast_dup_gap (&result);
  g_assert_nonnull (strstr (gap, "1 tracker was not read"));
  relm_test_tracker_write (fixture->tracker, RELM_DATE_NONE);
  g_assert_cmpuint (forecast (fixture).n_missing, ==, 1);
  g_assert_cmpuint (forecast (fixture).n_open, ==, 8);
}

/* Of a tracker that was not read for ten weeks nothing is known since then, which is not that nothing happened. */
static void
test_old_mirror (Fixture *fixture,
                 gconstpointer data)
{
  RelmReleaseForecast result;
  g_autofree char *gap = NULL;

  add_tracker (fixture, 60, 4, 30);
  relm_test_tracker_write (fixture->tracker, fixture->today - 70);
  result = forecast (fixture);
  g_assert_cmpint (result.until, ==, fixture->today - 70);
  g_assert_cmpuint (result.n_finished, ==, 4 * 50);
  g_assert_cmpuint (result.n_weeks, ==, 50);
  gap = relm_release_forecast_dup_gap (&result);
  g_assert_nonnull (strstr (gap, "for the last time on"));
}

/* Too little in the tracker either. */
static void
test_young_tracker (Fixture *fixture,
                    gconstpointer data)
{
  add_tracker (fixture, 11, 3, 30);
  relm_test_tracker_write (fixture->tracker, fixture->today);
  assert_refuses (fixture, RELM_FORECAST_SHORT_HISTORY, "plan and tracker have 11");
  for (guint i = 1; i < 3; i++)
    set_day (fixture, add_item (fixture, "rel-1", "done"), "actual_finish", fixture->today - 50 * (RelmDate) i);
  g_assert_cmpint (forecast (fixture).method, ==, RELM_FORECAST_METHOD_PACE); /* 14 weeks in all */
}

static void
changed_cb (guint *n_changes)
{
  (*n_changes)++;
}

static void
wait_for (guint *n_changes,
          guint n)
{
  while (*n_changes < n)
    g_main_context_iteration (NULL, TRUE);
}

/* The worker's answer is that of the main thread, and follows edits. */
static void
test_worker (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (RelmForecasts) forecasts = relm_forecasts_new (fixture->project);
  const RelmReleaseForecast *result;
  RelmReleaseForecast here;
  guint n_changes = 0;

  add_past (fixture, 30, 2, 0);
  add_open (fixture, "rel-2", 8);
  g_signal_connect_swapped (forecasts, "changed", G_CALLBACK (changed_cb), &n_changes);
  g_assert_null (relm_forecasts_get (forecasts, fixture->release));
  wait_for (&n_changes, 1);
  result = relm_forecasts_get (forecasts, fixture->release);
  here = forecast (fixture);
  g_assert_cmpmem (result, sizeof *result, &here, sizeof here);
  add_open (fixture, "rel-2", 1);
  g_assert_cmpuint (relm_forecasts_get (forecasts, fixture->release)->n_open, ==, 8);
  wait_for (&n_changes, 2);
  g_assert_cmpuint (relm_forecasts_get (forecasts, fixture->release)->n_open, ==, 9);
  add_open (fixture, "rel-2", 1); /* and nobody waits for the answer */
}

/* A mirror that is slow to read, until it is let go: the first reading waits for the second one's answer. */
static struct
{
  GMutex lock;
  GCond cond;
  guint n_begun;
  guint n_over;
  gboolean held; /* the first does not come to its end */
  GThread *main;
} slow;

static void
read_slowly (RelmWorkLives *lives,
             const RelmWorkTracker *tracker,
             GCancellable *cancellable)
{
  guint number;

  g_assert_true (g_thread_self () != slow.main);
  g_mutex_lock (&slow.lock);
  number = slow.n_begun++;
  g_cond_broadcast (&slow.cond);
  while (number == 0 && slow.held)
    g_cond_wait (&slow.cond, &slow.lock);
  g_mutex_unlock (&slow.lock);
  relm_work_lives_read_tracker (lives, tracker, NULL);
  g_mutex_lock (&slow.lock);
  slow.n_over++;
  g_cond_broadcast (&slow.cond);
  g_mutex_unlock (&slow.lock);
}

static GPtrArray *
list_trackers (gpointer data)
{
  return g_ptr_array_ref (((Fixture *) data)->trackers);
}

static void
wait_until (const guint *number,
            guint n)
{
  g_mutex_lock (&slow.lock);
  while (*number < n)
    g_cond_wait (&slow.cond, &slow.lock);
  g_mutex_unlock (&slow.lock);
}

/* The main thread goes on while a mirror is read; what was asked later is shown, though what was asked before comes after it. */
static void
test_slow_mirror (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (RelmForecasts) forecasts = relm_forecasts_new (fixture->project);
  guint n_changes = 0;

  slow.main = g_thread_self ();
  slow.held = TRUE;
  add_tracker (fixture, 60, 4, 30);
  relm_test_tracker_write (fixture->tracker, fixture->today);
  relm_forecasts_set_trackers (forecasts, list_trackers, fixture);
  relm_forecasts_set_reader (forecasts, read_slowly);
  g_signal_connect_swapped (forecasts, "changed", G_CALLBACK (changed_cb), &n_changes);
  g_assert_null (relm_forecasts_get (forecasts, fixture->release)); /* returns at once, though nothing can be read */
  g_assert_null (relm_forecasts_get_burn_up (forecasts, fixture->release));
  wait_until (&slow.n_begun, 1);
  add_open (fixture, "rel-2", 5);
  wait_for (&n_changes, 1);
  g_assert_cmpuint (relm_forecasts_get (forecasts, fixture->release)->n_open, ==, 35);
  g_assert_cmpuint (relm_burn_up_get_scope (relm_forecasts_get_burn_up (forecasts, fixture->release)), ==, 60 * 4 + 35);

  g_mutex_lock (&slow.lock);
  slow.held = FALSE;
  g_cond_broadcast (&slow.cond);
  g_mutex_unlock (&slow.lock);
  wait_until (&slow.n_over, 2);
  for (guint i = 0; i < 50; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (relm_forecasts_get (forecasts, fixture->release)->n_open, ==, 35);

  relm_forecasts_refresh (forecasts); /* as when a tracker was read: what was there stays until the new is */
  g_assert_nonnull (relm_forecasts_get_burn_up (forecasts, fixture->release));
  wait_for (&n_changes, 2);
}

#define ADD(name, function) g_test_add ("/planning/release-forecast/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("pace", test_pace);
  ADD ("before", test_before);
  ADD ("closed", test_closed);
  ADD ("never", test_never);
  ADD ("added", test_added);
  ADD ("refuses", test_refuses);
  ADD ("few-finished", test_few_finished);
  ADD ("estimates", test_estimates);
  ADD ("parts", test_parts);
  ADD ("tracker", test_tracker);
  ADD ("own-pace", test_own_pace);
  ADD ("no-mirror", test_no_mirror);
  ADD ("old-mirror", test_old_mirror);
  ADD ("young-tracker", test_young_tracker);
  ADD ("worker", test_worker);
  ADD ("slow-mirror", test_slow_mirror);
  return g_test_run ();
}
