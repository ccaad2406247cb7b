/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the timeline costs with 100,000 rows, against 100 rows in the same run: a frame while scrolling, a frame while zooming,
 * finding what is under the pointer; and what it costs to lay all rows out, against following an edit of dates.
 */

#include "config.h"

#include <time.h>

#include "relm-floor.h"
#include "relm-plan.h"
#include "relm-timeline-fixture.h"
#include "relm-timeline-sample.h"
#include "relm-work-item.h"

#define N_FRAMES 401
#define N_PICKS 20000
#define N_EDITS 200
#define N_FOLLOWERS 99
#define FEW 100
#define MANY 100000

typedef void (*Step) (RelmTimeline *timeline,
                      guint frame);

typedef struct
{
  gint64 scroll;  /* the median frame, in nanoseconds */
  gint64 slowest; /* the 95th percentile */
  gint64 zoom;
  gint64 pick;
  gint64 layout;
  gint64 follow; /* the median edit */
  gint64 follow_slowest; /* the 99th percentile */
} Costs;

/* The nodes of a frame, without drawing them: that costs what is seen, however much there is. */
static void
take_snapshot (RelmTimeline *timeline)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (timeline)->snapshot (GTK_WIDGET (timeline), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_clear_pointer (&node, gsk_render_node_unref);
}

static void
scroll (RelmTimeline *timeline,
        guint frame)
{
  _relm_timeline_scroll_by (timeline, frame % 2 == 0 ? 11 : -7, frame < N_FRAMES / 2 ? 60 : -60);
}

static void
zoom (RelmTimeline *timeline,
      guint frame)
{
  _relm_timeline_zoom_at (timeline, timeline->scale.day_width * (frame / 20 % 2 == 0 ? 1.05 : 1 / 1.05), 800);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 first = *(const gint64 *) a;
  const gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static gint64
measure_frames (RelmTimeline *timeline,
                Step step,
                gint64 *slowest)
{
  gint64 times[N_FRAMES];

  for (guint i = 0; i < N_FRAMES; i++)
    {
      const gint64 start = g_get_monotonic_time ();

      for (guint j = 0; j < 4; j++)
        {
          step (timeline, i);
          take_snapshot (timeline);
        }
      times[i] = (g_get_monotonic_time () - start) * 1000 / 4;
    }
  qsort (times, N_FRAMES, sizeof (gint64), compare_times);
  *slowest = times[N_FRAMES * 95 / 100];
  return times[N_FRAMES / 2];
}

static gint64
measure_picks (RelmTimeline *timeline)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (timeline));
  const int height = gtk_widget_get_height (GTK_WIDGET (timeline));
  const gint64 start = g_get_monotonic_time ();
  guint n_items = 0;

  for (guint i = 0; i < N_PICKS; i++)
    n_items += _relm_timeline_pick (timeline, i * 37 % (guint) width, i * 53 % (guint) height).item != RELM_TIMELINE_NONE;
  return (g_get_monotonic_time () - start) * 1000 / N_PICKS;
}

/* Of this thread: on a machine that does other things as well, an edit is too short to be timed by the clock on the wall. */
static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

static gint64
measure_layout (RelmTimelineFixture *fixture)
{
  gint64 times[RELM_FLOOR_ROUNDS];

  for (guint i = 0; i < RELM_FLOOR_ROUNDS; i++)
    {
      const gint64 start = get_cpu_time ();
      g_autoptr (RelmTimelineLayout) layout = relm_timeline_layout_new (fixture->project, NULL);

      times[i] = get_cpu_time () - start;
    }
  return relm_floor_median (times, RELM_FLOOR_ROUNDS);
}

/* Moves an item and up to 99 others, wherever they are, by up to 30 days. */
static void
move_some (RelmTimelineFixture *fixture,
           guint edit,
           GHashTable *touched)
{
  RelmRecordList *items = relm_project_get_list (fixture->project, RELM_TYPE_WORK_ITEM);
  const guint n = MIN (relm_record_list_get_size (items), edit % (N_FOLLOWERS + 1) + 1);

  for (guint i = 0; i < n; i++)
    {
      RelmRecord *item = relm_record_list_get (items, (edit * 7919 + i * 997) % relm_record_list_get_size (items));
      const RelmDate days = (RelmDate) (edit % 30 + 1) * (edit % 2 == 0 ? 1 : -1);
      const RelmSpan span = relm_plan_get_own_span (item);
      g_auto (RelmValue) start = RELM_VALUE_INIT_DATE (span.start + days);
      g_auto (RelmValue) finish = RELM_VALUE_INIT_DATE (span.finish + days);

      relm_project_swap_value (fixture->project, item, RELM_WORK_ITEM_PLANNED_START, &start);
      relm_project_swap_value (fixture->project, item, RELM_WORK_ITEM_PLANNED_FINISH, &finish);
      g_hash_table_add (touched, item);
    }
}

static void
measure_edits (RelmTimelineFixture *fixture,
               Costs *costs)
{
  const RelmTimelineView view = { 0 };
  g_autoptr (RelmTimelineLayout) layout = relm_timeline_layout_new (fixture->project, &view);
  gint64 times[N_EDITS];

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (GHashTable) touched = g_hash_table_new (NULL, NULL);
      gint64 start;

      move_some (fixture, i, touched);
      start = get_cpu_time ();
      g_assert_true (relm_timeline_layout_update (layout, fixture->project, &view, touched));
      times[i] = get_cpu_time () - start;
    }
  qsort (times, N_EDITS, sizeof (gint64), compare_times);
  costs->follow = times[N_EDITS / 2];
  costs->follow_slowest = times[N_EDITS * 99 / 100];
}

static Costs
measure (guint n_items)
{
  RelmTimelineFixture fixture = { NULL };
  gint64 slowest;
  Costs costs;

  relm_timeline_fixture_show (&fixture, relm_timeline_sample_new_large (n_items), 1600, 1000);
  relm_timeline_set_day_width (fixture.timeline, 8);
  costs.scroll = measure_frames (fixture.timeline, scroll, &costs.slowest);
  costs.pick = measure_picks (fixture.timeline);
  costs.zoom = measure_frames (fixture.timeline, zoom, &slowest);
  costs.layout = measure_layout (&fixture);
  measure_edits (&fixture, &costs);
  relm_timeline_fixture_clear (&fixture);
  return costs;
}

static void
report (const char *what,
        gint64 many,
        gint64 few)
{
  g_print ("timeline: %s: %.3f ms with %d rows, %.3f ms with %d, ratio %.2f\n", what, (double) many / 1e6, MANY,
           (double) few / 1e6, FEW, (double) many / (double) MAX (few, 1));
}

int
main (void)
{
  Costs few, many;

  gtk_init ();
  few = measure (FEW);
  many = measure (MANY);
  report ("a frame of scrolling (median)", many.scroll, few.scroll);
  report ("a frame of scrolling (95 %)", many.slowest, few.slowest);
  report ("a frame of zooming (median)", many.zoom, few.zoom);
  report ("what is under the pointer", many.pick, few.pick);
  g_print ("timeline: %d rows laid out: %.1f ms of CPU time; an edit of 1 to %d dates followed: %.2f ms (99 %%: %.2f ms), ratio %.3f\n", MANY,
           (double) many.layout / 1e6, N_FOLLOWERS + 1, (double) many.follow / 1e6, (double) many.follow_slowest / 1e6,
           (double) many.follow / (double) MAX (many.layout, 1));
  return many.scroll > 10 * MAX (few.scroll, 20000) || many.pick > 10 * MAX (few.pick, 2000) || many.follow > many.layout / 5;
}
