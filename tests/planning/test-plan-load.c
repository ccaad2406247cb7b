/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has how much to do. 3 May 2027 is a Monday. */

#include "config.h"

#include "relm-person.h"
#include "relm-plan-load.h"
#include "relm-schedule-dependency.h"
#include "relm-test-plan.h"
#include "relm-work-exception.h"
#include "relm-work-item.h"

typedef struct
{
  RelmProject *project;
  RelmPlanSchedule *schedule;
} Plan;

static RelmRecord *
add (Plan *plan,
     const char *id,
     const char *title,
     const char *assignee,
     const char *start,
     const char *finish)
{
  RelmRecord *record = relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, id, "title", title, "planned_start", start, "planned_finish",
                                           finish, NULL);

  if (assignee != NULL)
    relm_test_plan_set (plan->project, record, "assignee", assignee);
  return record;
}

static void
set_up (Plan *plan,
        gconstpointer data)
{
  plan->project = relm_project_new ();
  relm_test_plan_add (plan->project, RELM_TYPE_PERSON, "per-1", "name", "Ada", NULL);
  relm_test_plan_add (plan->project, RELM_TYPE_PERSON, "per-2", "name", "Ben", "capacity", "50", NULL);
  plan->schedule = relm_plan_schedule_new (plan->project);
}

static void
tear_down (Plan *plan,
           gconstpointer data)
{
  g_clear_object (&plan->schedule);
  g_clear_object (&plan->project);
}

static RelmDate
day (const char *text)
{
  RelmDate date;

  g_assert_true (relm_date_parse (text, &date));
  return date;
}

static void
assert_day (RelmPlanLoad *load,
            guint row,
            const char *text,
            gint32 minutes,
            gint32 capacity,
            gboolean over)
{
  const RelmPlanLoadDay at = relm_plan_load_get_day (load, row, day (text));

  g_assert_cmpint (at.minutes, ==, minutes);
  g_assert_cmpint (at.capacity, ==, capacity);
  g_assert_cmpint (at.over, ==, over);
}

static void
assert_description (RelmPlanLoad *load,
                    guint row,
                    const char *on,
                    const char *expected)
{
  g_autofree char *text = relm_plan_load_dup_description (load, row, relm_plan_load_get_stretch (load, row, day (on)));

  g_assert_cmpstr (text, ==, expected);
}

/* Two things at a time for one person, over a weekend. */
static void
test_over (Plan *plan,
           gconstpointer data)
{
  g_autoptr (RelmPlanLoad) load = NULL;
  g_autoptr (GArray) over = NULL;
  g_autofree char *summary = NULL;

  add (plan, "wi-1", "Parser", "per-1", "2027-05-06", "2027-05-12");
  add (plan, "wi-2", "Tests", "per-1", "2027-05-07", "2027-05-10");
  load = relm_plan_load_new (plan->schedule);
  over = relm_plan_load_list_over (load);
  g_assert_cmpuint (relm_plan_load_get_n_rows (load), ==, 2);
  assert_day (load, 0, "2027-05-06", 480, 480, FALSE);
  assert_day (load, 0, "2027-05-07", 960, 480, TRUE);
  assert_day (load, 0, "2027-05-08", 0, 0, FALSE);
  g_assert_cmpuint (over->len, ==, 1);
  g_assert_cmpint (g_array_index (over, RelmPlanOver, 0).days.start, ==, day ("2027-05-07"));
  g_assert_cmpint (g_array_index (over, RelmPlanOver, 0).days.finish, ==, day ("2027-05-10"));
  g_assert_cmpint (g_array_index (over, RelmPlanOver, 0).worst.minutes, ==, 960);
  assert_description (load, 0, "2027-05-07", "Ada, 7 May – 10 May 2027, 16\302\240h of 8\302\240h a day, over-allocated: Parser, Tests");
  assert_description (load, 0, "2027-05-12", "Ada, 11 May – 12 May 2027, 8\302\240h of 8\302\240h a day: Parser");
  summary = relm_plan_load_dup_summary (load, 0);
  g_assert_cmpstr (summary, ==, "Over-allocated on 2 days");
}

/* A person who is there for half of it, shares, leave, and work that nobody has. */
static void
test_shares (Plan *plan,
             gconstpointer data)
{
  RelmRecord *share = add (plan, "wi-1", "Help", "per-1", "2027-05-03", "2027-05-07");
  g_autoptr (RelmPlanLoad) load = NULL;

  relm_test_plan_set (plan->project, share, "allocation", "25");
  add (plan, "wi-2", "Site", "per-2", "2027-05-03", "2027-05-03");
  add (plan, "wi-3", "Logo", NULL, "2027-05-04", "2027-05-04");
  relm_test_plan_add (plan->project, RELM_TYPE_WORK_EXCEPTION, "exc-1", "name", "Leave", "of", "per-1", "start", "2027-05-05", NULL);
  load = relm_plan_load_new (plan->schedule);
  assert_day (load, 0, "2027-05-04", 120, 480, FALSE);
  assert_day (load, 0, "2027-05-05", 0, 0, FALSE);
  assert_day (load, 1, "2027-05-03", 240, 240, FALSE);
  g_assert_cmpuint (relm_plan_load_get_n_rows (load), ==, 3);
  g_assert_null (relm_plan_load_get_person (load, 2));
  assert_day (load, 2, "2027-05-04", 480, 0, FALSE);
  assert_description (load, 2, "2027-05-04", "Unassigned, 4 May 2027, 8\302\240h a day: Logo");
  g_assert_cmpuint (relm_plan_load_get_n_items (load), ==, 2);
}

/* What follows on the same day shares it; what is done is no trouble any more; nobody has anything to do. */
static void
test_days (Plan *plan,
           gconstpointer data)
{
  RelmRecord *first, *second;
  g_autoptr (RelmPlanLoad) empty = relm_plan_load_new (plan->schedule);
  g_autoptr (RelmPlanLoad) load = NULL, done = NULL;
  g_autofree char *summary = relm_plan_load_dup_summary (empty, 0);

  g_assert_cmpstr (summary, ==, "Nothing to do");
  first = add (plan, "wi-1", "First", "per-1", "2027-05-03", "2027-05-03");
  second = add (plan, "wi-2", "Second", "per-1", "2027-05-03", "2027-05-03");
  relm_test_plan_set (plan->project, first, "duration_minutes", "240");
  relm_test_plan_set (plan->project, second, "duration_minutes", "300");
  load = relm_plan_load_new (plan->schedule);
  assert_day (load, 0, "2027-05-03", 540, 480, TRUE);
  relm_test_plan_set (plan->project, first, "state", "done");
  relm_test_plan_set (plan->project, second, "state", "done");
  done = relm_plan_load_new (plan->schedule);
  g_assert_false (relm_plan_load_get_day (done, 0, day ("2027-05-03")).over);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/planning/load/over", Plan, NULL, set_up, test_over, tear_down);
  g_test_add ("/planning/load/shares", Plan, NULL, set_up, test_shares, tear_down);
  g_test_add ("/planning/load/days", Plan, NULL, set_up, test_days, tear_down);
  return g_test_run ();
}
