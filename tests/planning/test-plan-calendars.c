/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-person.h"
#include "relm-plan-calendars.h"
#include "relm-plan-hours.h"
#include "relm-plan-schedule.h"
#include "relm-test-plan.h"
#include "relm-work-calendar.h"
#include "relm-work-exception.h"
#include "relm-work-item.h"

static gint32
minutes_on (RelmCalendar *calendar,
            int year,
            int month,
            int day)
{
  return relm_calendar_get_day_minutes (calendar, relm_date_from_ymd (year, month, day));
}

static void
test_week (void)
{
  static const char *const texts[] = { "mon-thu 08:00-12:00 13:00\342\200\22317:30", "Fri 8-14", "sat,sun", NULL };
  RelmDayHours week[7];
  g_autoptr (GError) error = NULL;

  g_assert_true (relm_plan_week_parse (texts, week, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (week[0].n, ==, 2);
  g_assert_cmpuint (week[3].periods[1].finish, ==, 17 * 60 + 30);
  g_assert_cmpuint (week[4].n, ==, 1);
  g_assert_cmpuint (week[4].periods[0].finish, ==, 14 * 60);
  g_assert_cmpuint (week[5].n, ==, 0);
}

/* A week may go over Sunday. */
static void
test_week_wraps (void)
{
  static const char *const texts[] = { "sun-thu 9-17", NULL };
  RelmDayHours week[7];

  g_assert_true (relm_plan_week_parse (texts, week, NULL));
  g_assert_cmpuint (week[6].n, ==, 1);
  g_assert_cmpuint (week[4].n, ==, 0);
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "", "mon", "monday 8-17", "mon 8-17-18", "mon 17-8", "mon 8-12 11-17", "mon 8-25", "mon 8:60-9", "mon-", "mon,,tue 8-9", "mon 8:00:00-9", "mon eight-nine",
    "mon 0-1 1-2 2-3 3-4 4-5 5-6 6-7 7-8 8-9",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *const list[] = { texts[i], NULL };
      RelmDayHours week[7];
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_false (relm_plan_week_parse (list, week, &error));
      g_assert_error (error, RELM_PLAN_ERROR, RELM_PLAN_ERROR_HOURS);
    }
}

static void
test_project (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (RelmCalendar) calendar = NULL;

  relm_test_plan_add (project, RELM_TYPE_WORK_CALENDAR, "cal-1", "name", "Short", "hours", "mon-wed 8-12", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_EXCEPTION, "cax-1", "name", "Holiday", "start", "2027-05-03", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_EXCEPTION, "cax-2", "name", "Working Saturday", "start", "2027-05-08", "finish", "2027-05-08",
                      "hours", "10:00-12:00", "of", "cal-1", NULL);
  relm_test_plan_set (project, RELM_RECORD (project), "calendar", "cal-1");
  calendar = relm_plan_compile_calendar (project);
  g_assert_cmpint (minutes_on (calendar, 2027, 5, 3), ==, 0);
  g_assert_cmpint (minutes_on (calendar, 2027, 5, 4), ==, 240);
  g_assert_cmpint (minutes_on (calendar, 2027, 5, 6), ==, 0);
  g_assert_cmpint (minutes_on (calendar, 2027, 5, 8), ==, 120);
}

static void
test_people (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (RelmPlanCalendars) calendars = NULL;
  guint ada, bob, carol;

  relm_test_plan_add (project, RELM_TYPE_WORK_CALENDAR, "cal-1", "name", "Nights", "hours", "mon-sun 0-8", NULL);
  relm_test_plan_add (project, RELM_TYPE_PERSON, "per-1", "name", "Ada", NULL);
  relm_test_plan_add (project, RELM_TYPE_PERSON, "per-2", "name", "Bob", "calendar", "cal-1", NULL);
  relm_test_plan_add (project, RELM_TYPE_PERSON, "per-3", "name", "Carol", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_EXCEPTION, "cax-1", "name", "Leave", "of", "per-1", "start", "2027-05-03", "finish", "2027-05-07", NULL);
  calendars = relm_plan_calendars_new (project);
  ada = relm_plan_calendars_find (calendars, NULL, "per-1");
  bob = relm_plan_calendars_find (calendars, NULL, "per-2");
  carol = relm_plan_calendars_find (calendars, NULL, "per-3");
  g_assert_cmpint (minutes_on (relm_plan_calendars_get (calendars, ada), 2027, 5, 4), ==, 0);
  g_assert_cmpint (minutes_on (relm_plan_calendars_get (calendars, bob), 2027, 5, 8), ==, 480);
  g_assert_cmpuint (carol, ==, 0);
  g_assert_cmpuint (relm_plan_calendars_get_count (calendars), ==, 3);
}

/* People who are away on the same days have one calendar; the network of the plan knows no other. */
static void
test_alike (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (RelmPlanCalendars) calendars = NULL;
  g_autoptr (RelmPlanSchedule) schedule = NULL;
  RelmRecord *last;
  RelmPlanDates dates;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *person = g_strdup_printf ("per-%u", i), *leave = g_strdup_printf ("cax-%u", i), *item = g_strdup_printf ("wi-%u", i);

      relm_test_plan_add (project, RELM_TYPE_PERSON, person, "name", person, NULL);
      relm_test_plan_add (project, RELM_TYPE_WORK_EXCEPTION, leave, "name", "Leave", "of", person, "start", i < 2 ? "2027-05-03" : "2027-05-04", NULL);
      last = relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, item, "title", item, "assignee", person, "planned_start", "2027-05-04",
                                 "planned_finish", "2027-05-05", NULL);
    }
  calendars = relm_plan_calendars_new (project);
  g_assert_cmpuint (relm_plan_calendars_find (calendars, NULL, "per-0"), ==, relm_plan_calendars_find (calendars, NULL, "per-1"));
  g_assert_cmpuint (relm_plan_calendars_find (calendars, NULL, "per-2"), ==, 2);
  schedule = relm_plan_schedule_new (project);
  g_assert_true (relm_plan_schedule_get_dates (schedule, last, &dates));
  g_assert_cmpint (dates.computed.start, ==, relm_date_from_ymd (2027, 5, 5));
}

/* What cannot be read is said, and the rest counts. */
static void
test_errors (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (RelmPlanCalendars) calendars = NULL;

  relm_test_plan_add (project, RELM_TYPE_WORK_CALENDAR, "cal-1", "name", "Odd", "hours", "whenever", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_EXCEPTION, "cax-1", "name", "Party", "start", "2027-05-03", "hours", "late", NULL);
  relm_test_plan_set (project, RELM_RECORD (project), "calendar", "cal-1");
  calendars = relm_plan_calendars_new (project);
  g_assert_cmpuint (relm_plan_calendars_get_errors (calendars)->len, ==, 2);
  g_assert_cmpint (minutes_on (relm_plan_calendars_get (calendars, 0), 2027, 5, 3), ==, 480);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/calendars/week", test_week);
  g_test_add_func ("/planning/calendars/week-wraps", test_week_wraps);
  g_test_add_func ("/planning/calendars/refused", test_refused);
  g_test_add_func ("/planning/calendars/project", test_project);
  g_test_add_func ("/planning/calendars/people", test_people);
  g_test_add_func ("/planning/calendars/alike", test_alike);
  g_test_add_func ("/planning/calendars/errors", test_errors);
  return g_test_run ();
}
