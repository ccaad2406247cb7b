/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What ends after what it is a part of, and what is held back, says so. */

#include "config.h"

#include "relm-phase.h"
#include "relm-release.h"
#include "relm-test-plan.h"
#include "relm-timeline-fixture.h"
#include "relm-work-item.h"

static RelmProject *
make_project (void)
{
  RelmProject *project = relm_project_new ();

  relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", "version", "1.0", "planned", "2027-06-01", NULL);
  relm_test_plan_add (project, RELM_TYPE_PHASE, "pha-1", "name", "Build", "release", "rel-1", "planned_start", "2027-05-03",
                      "planned_finish", "2027-05-14", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-in", "title", "Within", "phase", "pha-1", "planned_start", "2027-05-03",
                      "planned_finish", "2027-05-14", "held_until", "2027-05-03", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-out", "title", "Beyond", "phase", "pha-1", "planned_start", "2027-05-10",
                      "planned_finish", "2027-05-28", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-after", "title", "After it is out", "release", "rel-1", "planned_start",
                      "2027-06-02", "planned_finish", "2027-06-04", NULL);
  return project;
}

static void
assert_words (RelmTimelineFixture *fixture,
              const char *id,
              const char *expected)
{
  g_autofree char *words = _relm_timeline_dup_words (fixture->timeline, relm_project_lookup (fixture->project, id));

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  RelmTimelineFixture fixture = { NULL };

  relm_timeline_fixture_show (&fixture, make_project (), 900, 400);
  relm_timeline_set_today (fixture.timeline, relm_date_from_ymd (2027, 5, 3));
  relm_timeline_fixture_wait (fixture.window, 2);
  assert_words (&fixture, "wi-in", "Within, work item, 3 May – 14 May 2027, Open, held back");
  assert_words (&fixture, "wi-out", "Beyond, work item, 10 May – 28 May 2027, Open, ends after “Build”");
  assert_words (&fixture, "wi-after", "After it is out, work item, 2 Jun – 4 Jun 2027, Open");
  relm_timeline_fixture_take_picture (fixture.window, "overflow-900");
  relm_test_plan_set (fixture.project, relm_project_lookup (fixture.project, "wi-out"), "state", "done");
  relm_timeline_fixture_wait (fixture.window, 2);
  assert_words (&fixture, "wi-out", "Beyond, work item, 10 May – 28 May 2027, done");
  relm_timeline_fixture_clear (&fixture);
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);
  g_test_add_func ("/timeline/overflow/words", test_words);
  return g_test_run ();
}
