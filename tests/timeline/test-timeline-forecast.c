/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Forecasts on the timeline: drawn after the flag, said to whoever cannot see them, on paper with their own entry of the
 * legend.
 */

#include "config.h"

#include <string.h>

#include "relm-release.h"
#include "relm-timeline-fixture.h"
#include "relm-timeline-print.h"
#include "relm-work-item.h"

static void
set_date (RelmRecord *record,
          guint field,
          RelmDate date)
{
  const RelmValue value = RELM_VALUE_INIT_DATE (date);

  relm_record_set_value (record, field, &value);
}

static RelmRecord *
add (RelmProject *project,
     GType type,
     const char *id)
{
  g_autoptr (RelmRecord) record = relm_record_new (type, id);

  g_assert_true (relm_project_insert (project, record, G_MAXUINT, NULL));
  return record;
}

/* An item in each of the last forty weeks, and four to go. */
static RelmProject *
make_project (void)
{
  RelmProject *project = relm_project_new ();
  const RelmValue release = RELM_VALUE_INIT_REFERENCE ("rel-1");

  set_date (add (project, RELM_TYPE_RELEASE, "rel-1"), RELM_RELEASE_PLANNED, relm_date_today () + 10);
  for (guint i = 0; i < 44; i++)
    {
      g_autofree char *id = g_strdup_printf ("wi-%u", i);
      RelmRecord *item = add (project, RELM_TYPE_WORK_ITEM, id);

      if (i < 40)
        set_date (item, RELM_WORK_ITEM_ACTUAL_FINISH, relm_date_today () - 7 * (RelmDate) (i + 1));
      else
        relm_record_set_value (item, RELM_WORK_ITEM_RELEASE, &release);
    }
  return project;
}

static void
quit_cb (GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

static RelmForecasts *
compute (RelmProject *project)
{
  RelmForecasts *forecasts = relm_forecasts_new (project);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_signal_connect_swapped (forecasts, "changed", G_CALLBACK (quit_cb), loop);
  relm_forecasts_get (forecasts, relm_project_lookup (project, "rel-1"));
  g_main_loop_run (loop);
  g_signal_handlers_disconnect_by_data (forecasts, loop);
  return forecasts;
}

static GBytes *
get_body (RelmTimelineFixture *fixture)
{
  relm_timeline_fixture_wait (fixture->window, 3);
  g_assert_nonnull (fixture->timeline->picture.body);
  return gsk_render_node_serialize (fixture->timeline->picture.body);
}

static double
get_paper_width (RelmTimeline *timeline)
{
  const RelmTimelinePrintOptions options = { .margin = 12 };
  g_autoptr (RelmTimelinePrint) print = relm_timeline_print_new (timeline, &options);
  double width, height;

  relm_timeline_print_get_page_size (print, &width, &height);
  return width;
}

static void
test_seen_and_said (void)
{
  RelmTimelineFixture fixture = { 0 };
  g_autoptr (RelmForecasts) forecasts = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) with = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autofree char *silent = NULL;
  g_autofree char *words = NULL;
  g_autofree char *date = NULL;
  RelmRecord *release;
  double narrow;

  relm_timeline_fixture_show (&fixture, make_project (), 900, 400);
  release = relm_project_lookup (fixture.project, "rel-1");
  before = get_body (&fixture);
  silent = _relm_timeline_dup_words (fixture.timeline, release);
  g_assert_null (strstr (silent, "forecast"));
  g_assert_cmpint (_relm_timeline_get_forecast_end (fixture.timeline), ==, RELM_DATE_NONE);
  g_assert_false (_relm_timeline_list_marks (fixture.timeline) & RELM_TIMELINE_MARK_FORECAST);
  narrow = get_paper_width (fixture.timeline);

  forecasts = compute (fixture.project);
  relm_timeline_set_forecasts (fixture.timeline, forecasts);
  with = get_body (&fixture);
  g_assert_true (_relm_timeline_list_marks (fixture.timeline) & RELM_TIMELINE_MARK_FORECAST);
  g_assert_false (g_bytes_equal (before, with));
  words = _relm_timeline_dup_words (fixture.timeline, release);
  date = relm_date_display (relm_forecasts_get (forecasts, release)->dates[RELM_FORECAST_P85]);
  g_assert_nonnull (strstr (words, "forecast: 50 % by"));
  g_assert_nonnull (strstr (words, date));
  g_assert_cmpint (_relm_timeline_get_forecast_end (fixture.timeline), ==,
                   relm_forecasts_get (forecasts, release)->dates[RELM_FORECAST_P95]);
  g_assert_cmpfloat (get_paper_width (fixture.timeline), >, narrow); /* all of the fan is on paper */

  relm_timeline_set_forecasts (fixture.timeline, NULL);
  after = get_body (&fixture);
  g_assert_true (g_bytes_equal (before, after));
  g_clear_object (&forecasts);
  relm_timeline_fixture_clear (&fixture);
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/forecast/seen-and-said", test_seen_and_said);
  return g_test_run ();
}
