/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The legend explains what the chart shows, and nothing else. */

#include "config.h"

#include "relm-baseline.h"
#include "relm-test-plan.h"
#include "relm-timeline-fixture.h"
#include "relm-timeline-legend.h"

#define NARROW 60 /* pixels: an entry a line */

static int
count_lines (RelmTimeline *timeline)
{
  g_autoptr (RelmTimelineLegend) legend = relm_timeline_legend_new (timeline);

  return relm_timeline_legend_get_height (legend, NARROW) / timeline->metrics.row;
}

static void
test_marks (RelmTimelineFixture *fixture,
            gconstpointer data)
{
  RelmRecord *item = relm_project_lookup (fixture->project, "wi-two");
  g_autoptr (RelmPlanSchedule) schedule = relm_plan_schedule_new (fixture->project);
  const int plain = count_lines (fixture->timeline);

  g_assert_cmpint (_relm_timeline_list_marks (fixture->timeline), ==, RELM_TIMELINE_MARK_NONE);
  relm_timeline_set_schedule (fixture->timeline, schedule);
  relm_timeline_set_show_critical (fixture->timeline, TRUE);
  g_assert_cmpint (count_lines (fixture->timeline), ==, plain + 2);
  relm_timeline_set_show_critical (fixture->timeline, FALSE);

  relm_test_plan_set (fixture->project, item, "deadline", "2027-06-01");
  g_assert_cmpint (_relm_timeline_list_marks (fixture->timeline), ==, RELM_TIMELINE_MARK_DEADLINE);
  g_assert_cmpint (count_lines (fixture->timeline), ==, plain + 1);
  relm_test_plan_set (fixture->project, item, "held_until", "2027-05-04");
  g_assert_cmpint (count_lines (fixture->timeline), ==, plain + 2);
  relm_test_plan_set (fixture->project, item, "planned_finish", "2027-12-01");
  g_assert_true (_relm_timeline_list_marks (fixture->timeline) & RELM_TIMELINE_MARK_OVERFLOW);
  g_assert_cmpint (count_lines (fixture->timeline), ==, plain + 3);
}

static void
test_baseline (RelmTimelineFixture *fixture,
               gconstpointer data)
{
  const int plain = count_lines (fixture->timeline);

  relm_timeline_set_baseline (fixture->timeline,
                              relm_test_plan_add (fixture->project, RELM_TYPE_BASELINE, "bas-1", "name", "Kick-off", NULL));
  g_assert_cmpint (count_lines (fixture->timeline), ==, plain);
  relm_timeline_set_show_baseline (fixture->timeline, TRUE);
  g_assert_cmpint (count_lines (fixture->timeline), ==, plain + 1);
}

/* A line for each colour. */
static void
test_colors (RelmTimelineFixture *fixture,
             gconstpointer data)
{
  const int plain = count_lines (fixture->timeline);

  relm_timeline_set_coloring (fixture->timeline, RELM_TIMELINE_COLOR_BY_PRIORITY);
  g_assert_cmpint (count_lines (fixture->timeline), ==, plain + 2); /* normal, high */
  relm_test_plan_set (fixture->project, relm_project_lookup (fixture->project, "wi-two"), "priority", "low");
  g_assert_cmpint (count_lines (fixture->timeline), ==, plain + 3);
}

static void
test_width (RelmTimelineFixture *fixture,
            gconstpointer data)
{
  g_autoptr (RelmTimelineLegend) legend = relm_timeline_legend_new (fixture->timeline);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  g_assert_cmpint (relm_timeline_legend_get_height (legend, 300), >=, 2 * relm_timeline_legend_get_height (legend, 2000));
  relm_timeline_legend_snapshot (legend, snapshot, 2000);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/timeline/legend/" name, RelmTimelineFixture, NULL, relm_timeline_fixture_setup, func,                  \
              relm_timeline_fixture_teardown)

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("marks", test_marks);
  ADD ("baseline", test_baseline);
  ADD ("colors", test_colors);
  ADD ("width", test_width);
  return g_test_run ();
}
