/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-milestone.h"
#include "relm-person.h"
#include "relm-phase.h"
#include "relm-plan-schedule.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-schedule-dependency.h"
#include "relm-test-plan.h"
#include "relm-work-exception.h"
#include "relm-work-item.h"

/* Three tasks in May 2027, Monday the 3rd on: design, code after it, and a test beside; and their release. */
typedef struct
{
  RelmProject *project;
  RelmPlanSchedule *schedule;
  RelmRecord *release;
  RelmRecord *design;
  RelmRecord *code;
  RelmRecord *test;
  RelmRecord *dependency;
} Plan;

static void
set_up (Plan *plan,
        gconstpointer data)
{
  plan->project = relm_project_new ();
  plan->release = relm_test_plan_add (plan->project, RELM_TYPE_RELEASE, "rel-1", "version", "1.0", "planned", "2027-05-21", NULL);
  plan->design = relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, "wi-1", "title", "Design", "release", "rel-1", "planned_start", "2027-05-03",
                                     "planned_finish", "2027-05-05", NULL);
  plan->code = relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, "wi-2", "title", "Code", "release", "rel-1", "planned_start", "2027-05-06",
                                   "planned_finish", "2027-05-12", NULL);
  plan->test = relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, "wi-3", "title", "Test", "release", "rel-1", "planned_start", "2027-05-06",
                                   "planned_finish", "2027-05-07", NULL);
  plan->dependency = relm_test_plan_add (plan->project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-1", "predecessor", "wi-1", "successor", "wi-2", NULL);
  plan->schedule = relm_plan_schedule_new (plan->project);
}

static void
tear_down (Plan *plan,
           gconstpointer data)
{
  g_clear_object (&plan->schedule);
  g_clear_object (&plan->project);
}

static RelmPlanDates
dates_of (Plan *plan,
          RelmRecord *record)
{
  RelmPlanDates dates;

  g_assert_true (relm_plan_schedule_get_dates (plan->schedule, record, &dates));
  return dates;
}

static void
assert_days (RelmSpan span,
             const char *start,
             const char *finish)
{
  g_autofree char *start_text = relm_date_format (span.start);
  g_autofree char *finish_text = relm_date_format (span.finish);

  g_assert_cmpstr (start_text, ==, start);
  g_assert_cmpstr (finish_text, ==, finish);
}

static void
assert_reason (Plan *plan,
               RelmRecord *record,
               const char *expected)
{
  g_autofree char *reason = relm_plan_schedule_dup_reason (plan->schedule, record);

  g_assert_cmpstr (reason, ==, expected);
}

static RelmDate
day (const char *text)
{
  RelmDate date;

  g_assert_true (relm_date_parse (text, &date));
  return date;
}

static const RelmPlanMove *
find_move (GArray *moves,
           RelmRecord *record)
{
  for (guint i = 0; i < moves->len; i++)
    if (g_array_index (moves, RelmPlanMove, i).record == record)
      return &g_array_index (moves, RelmPlanMove, i);
  return NULL;
}

static void
test_dates (Plan *plan,
            gconstpointer data)
{
  RelmPlanDates dates;

  assert_days (dates_of (plan, plan->design).computed, "2027-05-03", "2027-05-05");
  assert_days (dates_of (plan, plan->code).computed, "2027-05-06", "2027-05-12");
  dates = dates_of (plan, plan->test);
  assert_days (dates.computed, "2027-05-06", "2027-05-07");
  assert_days (dates.late, "2027-05-11", "2027-05-12");
  g_assert_cmpint (dates.total_float, ==, 3 * 480);
  g_assert_cmpint (dates.criticality, ==, RELM_CRITICALITY_NONE);
  g_assert_false (dates.follows);
  g_assert_cmpint (dates_of (plan, plan->code).criticality, ==, RELM_CRITICALITY_CRITICAL);
  g_assert_true (dates_of (plan, plan->code).follows);
  assert_days ((RelmSpan) { relm_plan_schedule_get_ready (plan->schedule, plan->release), day ("2027-05-12") }, "2027-05-12", "2027-05-12");
  assert_days (dates_of (plan, plan->release).computed, "2027-05-21", "2027-05-21");
}

static void
test_why (Plan *plan,
          gconstpointer data)
{
  assert_reason (plan, plan->design, "Stays where it was planned: nothing is before it");
  assert_reason (plan, plan->code, "Follows the finish of “Design”");
  relm_test_plan_set (plan->project, plan->dependency, "lag_minutes", "480");
  assert_reason (plan, plan->code, "Follows the finish of “Design” after 1\302\240d");
  assert_days (dates_of (plan, plan->code).computed, "2027-05-07", "2027-05-13");
  relm_test_plan_set (plan->project, plan->code, "scheduling", "pinned");
  assert_reason (plan, plan->code, "Pinned to its planned dates");
  assert_days (dates_of (plan, plan->code).computed, "2027-05-06", "2027-05-12");
  relm_test_plan_set (plan->project, plan->release, "scheduling", "automatic");
  assert_reason (plan, plan->release, "Follows the finish of “Code”");
}

/* A pull before what it depends on, and a release that will not be ready. */
static void
test_problems (Plan *plan,
               gconstpointer data)
{
  g_autoptr (GPtrArray) none = relm_plan_schedule_list_problems (plan->schedule);
  g_autoptr (GPtrArray) problems = NULL;
  const RelmPlanProblem *problem;

  g_assert_cmpuint (none->len, ==, 0);
  relm_test_plan_set (plan->project, plan->code, "scheduling", "pinned");
  relm_test_plan_set (plan->project, plan->code, "planned_start", "2027-05-05");
  relm_test_plan_set (plan->project, plan->code, "planned_finish", "2027-05-25");
  problems = relm_plan_schedule_list_problems (plan->schedule);
  g_assert_cmpuint (problems->len, ==, 2);
  problem = g_ptr_array_index (problems, 0);
  g_assert_true (problem->record == plan->code);
  g_assert_true (problem->other == plan->design);
  g_assert_cmpstr (problem->text, ==, "“Code” is 1\302\240d too early for what it depends on, “Design”");
  problem = g_ptr_array_index (problems, 1);
  g_assert_true (problem->record == plan->release);
  g_assert_cmpstr (problem->text, ==, "“1.0” will be ready 4 days after its planned date");

  g_ptr_array_unref (problems);
  relm_test_plan_set (plan->project, plan->code, "progress", "10");
  problems = relm_plan_schedule_list_problems (plan->schedule);
  g_assert_cmpuint (problems->len, ==, 1);
  g_ptr_array_unref (problems);
  relm_test_plan_set (plan->project, plan->dependency, "type", "ff");
  relm_test_plan_set (plan->project, plan->code, "planned_finish", "2027-05-05");
  relm_test_plan_set (plan->project, plan->design, "planned_finish", "2027-05-06");
  problems = relm_plan_schedule_list_problems (plan->schedule);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_true (((RelmPlanProblem *) g_ptr_array_index (problems, 0))->record == plan->code);
}

static void
test_loop (Plan *plan,
           gconstpointer data)
{
  g_autoptr (GPtrArray) loop = relm_plan_find_loop (plan->project, plan->code, plan->design);
  g_autoptr (GPtrArray) none = relm_plan_find_loop (plan->project, plan->code, plan->test);
  g_autoptr (GPtrArray) problems = NULL;
  const RelmPlanProblem *problem;

  g_assert_null (none);
  g_assert_nonnull (loop);
  g_assert_cmpuint (loop->len, ==, 2);
  g_assert_true (g_ptr_array_index (loop, 0) == plan->design);
  g_assert_true (g_ptr_array_index (loop, 1) == plan->code);

  relm_test_plan_add (plan->project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-2", "predecessor", "wi-2", "successor", "wi-1", NULL);
  problems = relm_plan_schedule_list_problems (plan->schedule);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpstr (problem->text, ==, "Wait for one another: “Design”, “Code”");
  assert_days (dates_of (plan, plan->test).computed, "2027-05-06", "2027-05-07");
}

/* What is moved by hand moves alone; what follows is offered, with the weekend in between. */
static void
test_preview (Plan *plan,
              gconstpointer data)
{
  const RelmPlanMove move = { plan->design, { day ("2027-05-05"), day ("2027-05-07") } };
  g_autoptr (GArray) moves = relm_plan_schedule_preview (plan->schedule, &move, 1);
  g_autoptr (GArray) again = NULL;
  g_autofree char *summary = relm_plan_moves_dup_summary (moves);

  g_assert_cmpuint (moves->len, ==, 1);
  assert_days (find_move (moves, plan->code)->span, "2027-05-10", "2027-05-14");
  g_assert_cmpstr (summary, ==, "Moves 1 item");
  assert_days (dates_of (plan, plan->code).computed, "2027-05-06", "2027-05-12");

  relm_test_plan_set (plan->project, plan->release, "scheduling", "automatic");
  again = relm_plan_schedule_preview (plan->schedule, &move, 1);
  g_assert_cmpuint (again->len, ==, 2);
  assert_days (find_move (again, plan->release)->span, "2027-05-14", "2027-05-14");
  relm_test_plan_set (plan->project, plan->code, "scheduling", "pinned");
  g_array_unref (again);
  again = relm_plan_schedule_preview (plan->schedule, &move, 1);
  g_assert_cmpuint (again->len, ==, 0);
}

static void
test_resize (Plan *plan,
             gconstpointer data)
{
  const RelmPlanMove move = { plan->design, { day ("2027-05-03"), day ("2027-05-06") } };
  g_autoptr (GArray) moves = relm_plan_schedule_preview (plan->schedule, &move, 1);

  g_assert_cmpuint (moves->len, ==, 1);
  assert_days (find_move (moves, plan->code)->span, "2027-05-07", "2027-05-13");
}

static void
test_pending (Plan *plan,
              gconstpointer data)
{
  g_autoptr (GArray) none = relm_plan_schedule_list_pending (plan->schedule);
  g_autoptr (GArray) pending = NULL;
  g_autoptr (GArray) weekend = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  relm_test_plan_set (plan->project, plan->design, "planned_finish", "2027-05-07");
  pending = relm_plan_schedule_list_pending (plan->schedule);
  g_assert_cmpuint (pending->len, ==, 1);
  assert_days (find_move (pending, plan->code)->span, "2027-05-10", "2027-05-14");

  /* Planned to begin on a Saturday: the same plan. */
  relm_test_plan_set (plan->project, plan->code, "planned_start", "2027-05-08");
  relm_test_plan_set (plan->project, plan->code, "planned_finish", "2027-05-14");
  weekend = relm_plan_schedule_list_pending (plan->schedule);
  g_assert_cmpuint (weekend->len, ==, 0);
}

static void
test_critical (Plan *plan,
               gconstpointer data)
{
  g_autoptr (GPtrArray) critical = relm_plan_schedule_list_critical (plan->schedule, plan->release);
  RelmSpan span;

  g_assert_cmpuint (critical->len, ==, 2);
  g_assert_true (g_ptr_array_index (critical, 0) == plan->design);
  g_assert_true (g_ptr_array_index (critical, 1) == plan->code);
  g_assert_false (relm_plan_schedule_get_pending (plan->schedule, plan->code, &span));
  relm_test_plan_set (plan->project, plan->code, "duration_minutes", "480");
  g_assert_true (relm_plan_schedule_get_pending (plan->schedule, plan->code, &span));
  assert_days (span, "2027-05-06", "2027-05-06");
}

static void
test_progress (Plan *plan,
               gconstpointer data)
{
  relm_test_plan_set (plan->project, plan->design, "state", "done");
  relm_test_plan_set (plan->project, plan->design, "actual_finish", "2027-05-07");
  assert_days (dates_of (plan, plan->design).computed, "2027-05-03", "2027-05-07");
  g_assert_cmpint (dates_of (plan, plan->design).criticality, ==, RELM_CRITICALITY_NONE);
  assert_days (dates_of (plan, plan->code).computed, "2027-05-10", "2027-05-14");
  assert_reason (plan, plan->design, "Done");
  relm_test_plan_set (plan->project, plan->code, "actual_start", "2027-05-06");
  relm_test_plan_set (plan->project, plan->code, "progress", "40");
  relm_test_plan_set (plan->project, RELM_RECORD (plan->project), "status_date", "2027-05-17");
  assert_days (dates_of (plan, plan->code).computed, "2027-05-06", "2027-05-19");
  assert_days (dates_of (plan, plan->test).computed, "2027-05-17", "2027-05-18");
}

static void
test_duration_and_constraint (Plan *plan,
                              gconstpointer data)
{
  relm_test_plan_set (plan->project, plan->code, "duration_minutes", "240");
  assert_days (dates_of (plan, plan->code).computed, "2027-05-06", "2027-05-06");
  relm_test_plan_set (plan->project, plan->code, "constraint", "start_no_earlier");
  relm_test_plan_set (plan->project, plan->code, "constraint_date", "2027-05-11");
  assert_days (dates_of (plan, plan->code).computed, "2027-05-11", "2027-05-11");
  relm_test_plan_set (plan->project, plan->code, "deadline", "2027-05-10");
  g_assert_cmpint (dates_of (plan, plan->code).total_float, <, 0);
}

/* Leave of whoever does the work, and a holiday of all. */
static void
test_calendars (Plan *plan,
                gconstpointer data)
{
  relm_test_plan_add (plan->project, RELM_TYPE_PERSON, "per-1", "name", "Ada", NULL);
  relm_test_plan_add (plan->project, RELM_TYPE_WORK_EXCEPTION, "cax-1", "name", "Leave", "of", "per-1", "start", "2027-05-10", "finish", "2027-05-14", NULL);
  relm_test_plan_set (plan->project, plan->code, "duration_minutes", "2400");
  relm_test_plan_set (plan->project, plan->code, "assignee", "per-1");
  assert_days (dates_of (plan, plan->code).computed, "2027-05-06", "2027-05-19");
  relm_test_plan_add (plan->project, RELM_TYPE_WORK_EXCEPTION, "cax-2", "name", "Holiday", "start", "2027-05-06", NULL);
  assert_days (dates_of (plan, plan->code).computed, "2027-05-07", "2027-05-20");
}

static void
test_points (Plan *plan,
             gconstpointer data)
{
  RelmRecord *freeze = relm_test_plan_add (plan->project, RELM_TYPE_MILESTONE, "mil-1", "name", "Freeze", "release", "rel-1", "planned", "2027-05-14", "scheduling", "automatic", NULL);
  RelmRecord *support = relm_test_plan_add (plan->project, RELM_TYPE_PHASE, "pha-1", "name", "Support", "release", "rel-1", "planned_start", "2027-05-24",
                                            "planned_finish", "2027-11-30", NULL);
  RelmRecord *after = relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, "wi-4", "title", "Announce", "release", "rel-1", NULL);

  relm_test_plan_add (plan->project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-2", "predecessor", "wi-2", "successor", "mil-1", NULL);
  relm_test_plan_add (plan->project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-3", "predecessor", "rel-1", "successor", "wi-4", NULL);
  assert_days (dates_of (plan, freeze).computed, "2027-05-12", "2027-05-12");
  assert_days (dates_of (plan, after).computed, "2027-05-24", "2027-05-24");
  assert_days (dates_of (plan, support).computed, "2027-05-24", "2027-11-30");
  assert_days ((RelmSpan) { relm_plan_schedule_get_ready (plan->schedule, plan->release), 1 }, "2027-05-12", "0001-01-01");
}

static void
test_summary (Plan *plan,
              gconstpointer data)
{
  RelmRecord *whole = relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, "wi-4", "title", "Feature", "release", "rel-1", "planned_start", "2027-05-03",
                                          "planned_finish", "2027-05-12", NULL);
  const RelmPlanMove move = { plan->design, { day ("2027-05-04"), day ("2027-05-06") } };
  g_autoptr (GArray) moves = NULL;

  relm_test_plan_set (plan->project, plan->design, "parent", "wi-4");
  relm_test_plan_set (plan->project, plan->code, "parent", "wi-4");
  assert_days (dates_of (plan, whole).computed, "2027-05-03", "2027-05-12");
  moves = relm_plan_schedule_preview (plan->schedule, &move, 1);
  g_assert_cmpuint (moves->len, ==, 2);
  assert_days (find_move (moves, plan->code)->span, "2027-05-07", "2027-05-13");
  assert_days (find_move (moves, whole)->span, "2027-05-04", "2027-05-13");
}

static void
test_moved (Plan *plan,
            gconstpointer data)
{
  const RelmSpan days = { day ("2027-05-03"), day ("2027-05-05") }, week = { day ("2027-05-03"), day ("2027-05-09") };
  const RelmSpan development = { day ("2027-05-01"), day ("2027-05-21") };

  assert_days (relm_plan_schedule_get_moved (plan->schedule, plan->design, days, day ("2027-05-06")), "2027-05-06", "2027-05-10");
  assert_days (relm_plan_schedule_get_moved (plan->schedule, plan->design, days, day ("2027-05-11")), "2027-05-11", "2027-05-13");
  assert_days (relm_plan_schedule_get_moved (plan->schedule, plan->design, week, day ("2027-05-10")), "2027-05-10", "2027-05-16");
  assert_days (relm_plan_schedule_get_moved (plan->schedule, plan->design, (RelmSpan) { 0 }, day ("2027-05-10")), "2027-05-10", "2027-05-12");
  assert_days (relm_plan_schedule_get_moved (plan->schedule, plan->release, development, day ("2027-05-08")), "2027-05-08", "2027-05-28");
}

/* Whatever a file says: the end of time, parents of themselves, lags without end. */
static void
test_extremes (Plan *plan,
               gconstpointer data)
{
  g_autoptr (GPtrArray) problems = NULL;

  relm_test_plan_set (plan->project, plan->design, "planned_start", "0001-01-01");
  relm_test_plan_set (plan->project, plan->design, "planned_finish", "9999-12-31");
  relm_test_plan_set (plan->project, plan->design, "parent", "wi-1");
  relm_test_plan_set (plan->project, plan->code, "parent", "wi-3");
  relm_test_plan_set (plan->project, plan->test, "parent", "wi-2");
  relm_test_plan_set (plan->project, plan->code, "duration_minutes", "9223372036854775807");
  relm_test_plan_set (plan->project, plan->dependency, "lag_minutes", "-9223372036854775808");
  relm_test_plan_set (plan->project, plan->release, "planned", "9999-12-31");
  problems = relm_plan_schedule_list_problems (plan->schedule);
  g_assert_cmpuint (problems->len, >, 0);
  dates_of (plan, plan->code);
}

static void
accept (Plan *plan,
        GArray *moves)
{
  for (guint i = 0; i < moves->len; i++)
    {
      const RelmPlanMove *move = &g_array_index (moves, RelmPlanMove, i);
      g_autofree char *first = relm_date_format (move->span.start);
      g_autofree char *last = relm_date_format (move->span.finish);

      relm_test_plan_set (plan->project, move->record, "planned_start", first);
      relm_test_plan_set (plan->project, move->record, "planned_finish", last);
    }
}

static void
assert_nothing_pending (Plan *plan)
{
  g_autoptr (GArray) pending = relm_plan_schedule_list_pending (plan->schedule);

  for (guint i = 0; i < pending->len; i++)
    {
      const RelmPlanMove *move = &g_array_index (pending, RelmPlanMove, i);
      g_autofree char *now = relm_span_display (relm_plan_get_own_span (move->record));
      g_autofree char *would = relm_span_display (move->span);

      g_test_message ("%s is %s and would be %s", relm_record_get_title (move->record), now, would);
    }
  g_assert_cmpuint (pending->len, ==, 0);
}

/* Somewhere else, or longer or shorter where it is. */
static RelmPlanMove
random_move (Plan *plan,
             RelmRecord *record,
             GRand *random)
{
  const RelmSpan from = relm_plan_get_own_span (record);
  const RelmDate start = day ("2027-05-03") + g_rand_int_range (random, 0, 30);

  if (g_rand_boolean (random))
    return (RelmPlanMove) { record, relm_plan_schedule_get_moved (plan->schedule, record, from, start) };
  return (RelmPlanMove) { record, { from.start, from.start + g_rand_int_range (random, 0, 12) } };
}

/* What a preview promises is what the plan is when it has been done: nothing else is pending then. */
static void
test_preview_is_kept (Plan *plan,
                      gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  relm_test_plan_set (plan->project, plan->code, "duration_minutes", "2400");
  relm_test_plan_add (plan->project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-2", "predecessor", "wi-2", "successor", "wi-3", "type", "ff", NULL);
  for (guint i = 0; i < 500; i++)
    {
      RelmRecord *record = g_rand_boolean (random) ? plan->design : plan->code;
      const RelmPlanMove move = random_move (plan, record, random);
      g_autofree char *minutes = g_strdup_printf ("%" G_GINT64_FORMAT, relm_plan_schedule_get_duration (plan->schedule, record, move.span));
      g_autoptr (GArray) moves = relm_plan_schedule_preview (plan->schedule, &move, 1);
      g_autoptr (GArray) pending = NULL;

      if (record == plan->code)
        relm_test_plan_set (plan->project, record, "scheduling", "pinned");
      relm_test_plan_set (plan->project, record, "duration_minutes", minutes);
      g_array_append_val (moves, move);
      accept (plan, moves);
      assert_nothing_pending (plan);
      relm_test_plan_set (plan->project, plan->code, "scheduling", "automatic");
      pending = relm_plan_schedule_list_pending (plan->schedule);
      accept (plan, pending);
      assert_nothing_pending (plan);
    }
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_changed_once (Plan *plan,
                   gconstpointer data)
{
  guint n = 0;

  dates_of (plan, plan->code);
  g_signal_connect_swapped (plan->schedule, "changed", G_CALLBACK (count_cb), &n);
  relm_test_plan_set (plan->project, plan->code, "planned_finish", "2027-05-13");
  relm_test_plan_set (plan->project, plan->code, "planned_start", "2027-05-07");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n, ==, 1);
  relm_test_plan_set (plan->project, plan->code, "title", "Coding");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n, ==, 1);
}

/* Edit by edit it is what it would be anew. */
static void
test_follows_edits (Plan *plan,
                    gconstpointer data)
{
  static const char *const fields[] = { "planned_start", "planned_finish", "actual_start", "progress", "duration_minutes", "scheduling", "release", "state" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("wi-%u", 100 + i);
      g_autofree char *dep = g_strdup_printf ("dep-%u", 100 + i);
      g_autofree char *before = g_strdup_printf ("wi-%u", 100 + i / 2);

      g_ptr_array_add (items, relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, id, "title", id, "planned_start", "2027-05-10", "planned_finish",
                                                  "2027-05-14", "parent", i % 7 == 3 ? "wi-102" : NULL, NULL));
      if (i > 1 && i % 3 != 0)
        relm_test_plan_add (plan->project, RELM_TYPE_SCHEDULE_DEPENDENCY, dep, "predecessor", before, "successor", id, NULL);
    }
  for (guint i = 0; i < 2000; i++)
    {
      RelmRecord *item = g_ptr_array_index (items, (guint) g_rand_int_range (random, 0, 40));
      const char *field = fields[g_rand_int_range (random, 0, G_N_ELEMENTS (fields))];
      const int number = g_rand_int_range (random, 0, 60);
      g_autofree char *text = g_str_has_prefix (field, "planned") || g_str_has_prefix (field, "actual")
                                  ? relm_date_format (day ("2027-04-20") + number)
                              : g_str_equal (field, "scheduling") ? g_strdup (number % 4 ? "automatic" : "pinned")
                              : g_str_equal (field, "release")    ? g_strdup (number % 2 ? "rel-1" : NULL)
                              : g_str_equal (field, "state")      ? g_strdup (number % 6 ? "open" : "done")
                                                                  : g_strdup_printf ("%d", g_str_equal (field, "progress") ? number : number * 60);
      g_autoptr (RelmPlanSchedule) anew = NULL;

      relm_test_plan_set (plan->project, item, field, text);
      if (i % 20 != 0)
        continue;
      anew = relm_plan_schedule_new (plan->project);
      for (guint j = 0; j < items->len; j++)
        {
          RelmPlanDates one, other;

          g_assert_true (relm_plan_schedule_get_dates (plan->schedule, g_ptr_array_index (items, j), &one));
          g_assert_true (relm_plan_schedule_get_dates (anew, g_ptr_array_index (items, j), &other));
          g_assert_cmpmem (&one, sizeof one, &other, sizeof other);
        }
    }
  g_ptr_array_unref (items);
}

#define TEST(name, function) g_test_add ("/planning/schedule/" name, Plan, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("dates", test_dates);
  TEST ("why", test_why);
  TEST ("problems", test_problems);
  TEST ("loop", test_loop);
  TEST ("preview", test_preview);
  TEST ("resize", test_resize);
  TEST ("pending", test_pending);
  TEST ("critical", test_critical);
  TEST ("progress", test_progress);
  TEST ("duration-and-constraint", test_duration_and_constraint);
  TEST ("calendars", test_calendars);
  TEST ("points", test_points);
  TEST ("summary", test_summary);
  TEST ("moved", test_moved);
  TEST ("preview-is-kept", test_preview_is_kept);
  TEST ("extremes", test_extremes);
  TEST ("changed-once", test_changed_once);
  TEST ("follows-edits", test_follows_edits);
  return g_test_run ();
}
