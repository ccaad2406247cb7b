/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a step of a drag costs in a plan of 100,000 items, and in one of 10,000, by how many others follow what is dragged: they are
 * rescheduled, and the timeline drawn anew. And what the first look at the schedule costs after an edit. All in CPU time of the main
 * thread, so that other work of the machine does not count. RELM_PERF_ITEMS says how many items the larger plan has.
 */

#include "config.h"

#include <stdio.h>
#include <time.h>

#include "relm-floor.h"
#include "relm-person.h"
#include "relm-plan-load.h"
#include "relm-release.h"
#include "relm-schedule-dependency.h"
#include "relm-test-plan.h"
#include "relm-timeline-fixture.h"
#include "relm-work-exception.h"
#include "relm-work-item.h"

#define N_STEPS 200
#define PER_RELEASE 1000
#define FEW 10000
#define GOAL 8.0 /* ms, the 99th percentile of a step of a drag */

static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static RelmRecord *
add_item (RelmProject *project,
          guint i,
          guint chain)
{
  g_autofree char *id = g_strdup_printf ("wi-%u", i), *release = g_strdup_printf ("rel-%u", i / PER_RELEASE);
  g_autofree char *start = relm_date_format (relm_date_from_ymd (2027, 1, 4) + (RelmDate) (i % chain % 250));
  RelmRecord *item = relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, id, "title", id, "release", release, "planned_start", start,
                                         "planned_finish", start, "duration_minutes", "240", NULL);

  if (i % chain > 0)
    {
      g_autofree char *dependency = g_strdup_printf ("dep-%u", i), *before = g_strdup_printf ("wi-%u", i - 1);

      relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, dependency, "predecessor", before, "successor", id, NULL);
    }
  return item;
}

/* Chains of items, each of half a day. */
static RelmProject *
create_project (guint n_items,
                guint chain)
{
  RelmProject *project = relm_project_new ();

  relm_test_plan_add (project, RELM_TYPE_PERSON, "per-1", "name", "Ada", NULL);
  for (guint i = 0; i * PER_RELEASE < n_items; i++)
    {
      g_autofree char *id = g_strdup_printf ("rel-%u", i);

      relm_test_plan_add (project, RELM_TYPE_RELEASE, id, "version", id, "planned", "2028-12-01", NULL);
    }
  for (guint i = 0; i < n_items; i++)
    add_item (project, i, chain);
  return project;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The 99th percentile. */
static double
get_slowest (double *times,
             guint n)
{
  qsort (times, n, sizeof *times, compare_times);
  return times[n * 99 / 100];
}

/* What a frame does: what is said beside the pointer gets its place, and everything is drawn. */
static void
take_snapshot (RelmTimeline *timeline)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  _relm_timeline_allocate_tip (timeline);
  GTK_WIDGET_GET_CLASS (timeline)->snapshot (GTK_WIDGET (timeline), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_clear_pointer (&node, gsk_render_node_unref);
}

/* A day to and fro at each step. */
static double
measure_drag (guint n_items,
              guint chain)
{
  RelmTimelineFixture fixture = { NULL };
  g_autoptr (RelmPlanSchedule) schedule = NULL;
  RelmRecord *dragged;
  double times[N_STEPS], x, y;

  relm_timeline_fixture_show (&fixture, create_project (n_items, chain), 1600, 1000);
  schedule = relm_plan_schedule_new (fixture.project);
  relm_timeline_set_schedule (fixture.timeline, schedule);
  relm_timeline_set_day_width (fixture.timeline, 16);
  dragged = relm_project_lookup (fixture.project, "wi-0");
  relm_timeline_set_selected (fixture.timeline, dragged);
  relm_timeline_scroll_to (fixture.timeline, dragged);
  relm_timeline_fixture_wait (fixture.window, 2);
  relm_timeline_fixture_get_middle (fixture.timeline, dragged, &x, &y);
  g_assert_true (_relm_timeline_begin_drag (fixture.timeline, x, y));
  _relm_timeline_drag_to (fixture.timeline, x, y);
  for (guint i = 0; i < N_STEPS; i++)
    {
      const double start = get_time ();

      _relm_timeline_drag_to (fixture.timeline, x + 16 * (1 + i % 7), y);
      take_snapshot (fixture.timeline);
      times[i] = get_time () - start;
    }
  g_assert_true (chain == 1 || fixture.timeline->ghosts != NULL);
  _relm_timeline_cancel_drag (fixture.timeline);
  g_clear_object (&schedule);
  relm_timeline_fixture_clear (&fixture);
  return get_slowest (times, N_STEPS);
}

typedef void (*Edit) (RelmProject *project,
                      RelmRecord *record,
                      guint step);

static void
set_number (RelmProject *project,
            RelmRecord *record,
            const char *field,
            guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  relm_test_plan_set (project, record, field, text);
}

static void
edit_duration (RelmProject *project,
               RelmRecord *record,
               guint step)
{
  set_number (project, record, "duration_minutes", 240 + step % 3 * 120);
}

static void
edit_progress (RelmProject *project,
               RelmRecord *record,
               guint step)
{
  set_number (project, record, "progress", step % 2 * 10);
}

static void
edit_title (RelmProject *project,
            RelmRecord *record,
            guint step)
{
  set_number (project, record, "title", step);
}

static void
edit_assignee (RelmProject *project,
               RelmRecord *record,
               guint step)
{
  g_auto (RelmValue) value = RELM_VALUE_INIT_REFERENCE (step % 2 == 0 ? g_strdup ("per-1") : NULL);

  relm_project_swap_value (project, record, RELM_WORK_ITEM_ASSIGNEE, &value);
}

/* Adds a link, or removes it. */
static void
toggle_link (RelmProject *project,
             const char *from,
             const char *to)
{
  RelmRecord *link = relm_project_lookup (project, "dep-new");

  if (link != NULL)
    relm_project_remove (project, link);
  else
    relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-new", "predecessor", from, "successor", to, NULL);
}

static void
edit_links (RelmProject *project,
            RelmRecord *record,
            guint step)
{
  toggle_link (project, "wi-0", "wi-205");
}

static void
edit_links_to_release (RelmProject *project,
                       RelmRecord *record,
                       guint step)
{
  toggle_link (project, "wi-0", "rel-1");
}

static void
edit_links_from_release (RelmProject *project,
                         RelmRecord *record,
                         guint step)
{
  toggle_link (project, "rel-0", "wi-1205");
}

static void
edit_links_to_summary (RelmProject *project,
                       RelmRecord *record,
                       guint step)
{
  toggle_link (project, "wi-0", "wi-whole");
}

/* Comes without dates and gets them; each is another one. */
static void
edit_items (RelmProject *project,
            RelmRecord *record,
            guint step)
{
  g_autofree char *id = g_strdup_printf ("wi-new-%u", step);

  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, id, "title", id, "release", "rel-1", "planned_start", "2027-01-04", NULL);
}

/* Those that came last go, one after the other. */
static void
remove_items (RelmProject *project,
              RelmRecord *record,
              guint step)
{
  g_autofree char *id = g_strdup_printf ("wi-new-%u", step);

  relm_project_remove (project, relm_project_lookup (project, id));
}

static void
edit_parent (RelmProject *project,
             RelmRecord *record,
             guint step)
{
  relm_test_plan_set (project, record, "parent", step % 2 == 0 ? "wi-whole" : "wi-part");
}

static void
edit_leave (RelmProject *project,
            RelmRecord *record,
            guint step)
{
  relm_test_plan_set (project, relm_project_lookup (project, "exc-1"), "start", step % 2 == 0 ? "2027-02-01" : "2027-02-02");
}

static void
edit_holiday (RelmProject *project,
              RelmRecord *record,
              guint step)
{
  relm_test_plan_set (project, relm_project_lookup (project, "exc-all"), "start", step % 2 == 0 ? "2027-03-01" : "2027-03-02");
}

static void
edit_release (RelmProject *project,
              RelmRecord *record,
              guint step)
{
  relm_test_plan_set (project, record, "release", step % 2 == 0 ? "rel-1" : "rel-0");
}

static void
edit_release_date (RelmProject *project,
                   RelmRecord *record,
                   guint step)
{
  relm_test_plan_set (project, relm_project_lookup (project, "rel-0"), "planned", step % 2 == 0 ? "2028-12-02" : "2028-12-01");
}

static void
edit_lag (RelmProject *project,
          RelmRecord *record,
          guint step)
{
  set_number (project, relm_project_lookup (project, "dep-105"), "lag_minutes", step % 2 * 480);
}

static double
measure_edit (RelmProject *project,
              RelmPlanSchedule *schedule,
              Edit edit)
{
  RelmRecord *record = relm_project_lookup (project, "wi-105");
  double times[N_STEPS / 10];

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      const double start = get_time ();
      RelmPlanDates dates;

      edit (project, record, i);
      relm_plan_schedule_get_dates (schedule, record, &dates);
      times[i] = get_time () - start;
    }
  return get_slowest (times, G_N_ELEMENTS (times));
}

/* What is added up for the rows below the chart, while they are seen. */
static void
measure_load (RelmPlanSchedule *schedule,
              guint n_items)
{
  double times[RELM_FLOOR_ROUNDS];

  for (guint i = 0; i < RELM_FLOOR_ROUNDS; i++)
    {
      const double start = get_time ();
      RelmPlanLoad *load = relm_plan_load_new (schedule);

      relm_plan_load_free (load);
      times[i] = get_time () - start;
    }
  g_print ("edits: the load of everybody: %.1f ms with %u items\n", get_slowest (times, RELM_FLOOR_ROUNDS), n_items);
}

static void
measure_edits (guint n_items)
{
  static const struct
  {
    const char *name;
    Edit edit;
  } edits[] = {
    { "duration", edit_duration }, { "progress", edit_progress }, { "title", edit_title },
    { "assignee", edit_assignee }, { "a link more or less", edit_links }, { "lag", edit_lag },
    { "a link to a release more or less", edit_links_to_release }, { "a link from a release more or less", edit_links_from_release },
    { "a link to what has parts more or less", edit_links_to_summary }, { "the release of an item", edit_release },
    { "the date of a release", edit_release_date }, { "an item more", edit_items },
    { "an item less", remove_items }, { "what an item is part of", edit_parent }, { "a person's leave", edit_leave },
    { "a holiday", edit_holiday },
  };
  g_autoptr (RelmProject) project = create_project (n_items, 100);
  g_autoptr (RelmPlanSchedule) schedule = relm_plan_schedule_new (project);
  double start;

  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-whole", "title", "Whole", "planned_start", "2027-01-04", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-part", "title", "Part", "parent", "wi-whole", "planned_start", "2027-01-04", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_EXCEPTION, "exc-1", "name", "Leave", "of", "per-1", "start", "2027-02-02", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_EXCEPTION, "exc-all", "name", "Holiday", "start", "2027-03-02", NULL);
  start = get_time ();
  relm_plan_schedule_get_ready (schedule, relm_project_lookup (project, "rel-0"));
  g_print ("edits: the whole plan of %u items: %.1f ms\n", n_items, get_time () - start);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    g_print ("edits: %s: %.2f ms with %u items\n", edits[i].name, measure_edit (project, schedule, edits[i].edit), n_items);
  measure_load (schedule, n_items);
}

int
main (void)
{
  static const guint chains[] = { 1, 10, 100, 1000 };
  const char *text = g_getenv ("RELM_PERF_ITEMS");
  const guint many = text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 100000;

  gtk_init ();
  measure_edits (FEW);
  measure_edits (many);
  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    {
      const double at_few = measure_drag (FEW, chains[i]), at_many = measure_drag (many, chains[i]);

      g_print ("drag: %u others follow: %.2f ms with %u items, %.2f ms with %u, ratio %.2f; the goal is %.0f ms\n", chains[i] - 1, at_few, FEW,
               at_many, many, at_many / at_few, GOAL);
    }
  return 0;
}
