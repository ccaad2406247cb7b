/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the timeline costs with 100,000 rows, against 100 rows in the same run: a frame while scrolling, a frame while zooming,
 * finding what is under the pointer; and how long it takes to lay the rows out anew after an edit.
 */

#include "config.h"

#include "relm-floor.h"
#include "relm-timeline-fixture.h"
#include "relm-timeline-sample.h"

#define N_FRAMES 401
#define N_PICKS 20000
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

static gint64
measure_layout (RelmTimelineFixture *fixture)
{
  gint64 times[RELM_FLOOR_ROUNDS];

  for (guint i = 0; i < RELM_FLOOR_ROUNDS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      g_autoptr (RelmTimelineLayout) layout = relm_timeline_layout_new (fixture->project, NULL);

      times[i] = g_get_monotonic_time () - start;
    }
  return relm_floor_median (times, RELM_FLOOR_ROUNDS) * 1000;
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
  g_print ("timeline: rows laid out anew after an edit: %.1f ms with %d rows\n", (double) many.layout / 1e6, MANY);
  return many.scroll > 10 * MAX (few.scroll, 20000) || many.pick > 10 * MAX (few.pick, 2000);
}
