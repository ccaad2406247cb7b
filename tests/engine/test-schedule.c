/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Dates of small plans, as the help says they are. Monday is 23 November 2026; office hours.
 */

#include "config.h"

#include "relm-schedule.h"

#define DAY 480

typedef struct
{
  RelmNetwork *network;
  RelmSchedule *schedule;
} Plan;

static RelmTime
at (int day,
    int hour)
{
  return relm_time_from_date (relm_date_from_ymd (2026, 11, 1) + day - 1, hour * 60);
}

static void
set_up (Plan *plan,
        gconstpointer data)
{
  g_autoptr (RelmCalendar) office = relm_calendar_new_office ();

  plan->network = relm_network_new (office, at (23, 8));
  plan->schedule = relm_schedule_new (plan->network);
}

static void
tear_down (Plan *plan,
           gconstpointer data)
{
  relm_schedule_free (plan->schedule);
  relm_network_free (plan->network);
}

static RelmItem
task (gint32 days)
{
  RelmItem item = RELM_ITEM_INIT;

  item.duration = days * DAY;
  return item;
}

static guint
add (Plan *plan,
     RelmItem item)
{
  return relm_network_add_item (plan->network, &item);
}

static guint
connect (Plan *plan,
         guint from,
         guint to,
         RelmLinkType type,
         gint32 lag)
{
  return relm_network_add_link (plan->network, &(RelmLink) { (gint32) from, (gint32) to, lag, (guint8) type, FALSE });
}

static RelmItemDates
dates_of (Plan *plan,
          guint item)
{
  RelmItemDates dates;

  relm_schedule_get_dates (plan->schedule, item, &dates);
  return dates;
}

static void
check (Plan *plan,
       guint item,
       RelmTime start,
       RelmTime finish)
{
  RelmItemDates dates = dates_of (plan, item);

  g_assert_cmpint (dates.start, ==, start);
  g_assert_cmpint (dates.finish, ==, finish);
}

static void
test_links (Plan *plan,
            gconstpointer data)
{
  guint a = add (plan, task (2)), fs = add (plan, task (1)), ss = add (plan, task (1)), ff = add (plan, task (1)),
        sf = add (plan, task (1)), lead = add (plan, task (1)), long_ff = add (plan, task (9));

  connect (plan, a, fs, RELM_LINK_FS, DAY);
  connect (plan, a, ss, RELM_LINK_SS, DAY);
  connect (plan, a, ff, RELM_LINK_FF, 0);
  connect (plan, a, sf, RELM_LINK_SF, 0);
  connect (plan, a, lead, RELM_LINK_FS, -60);
  connect (plan, a, long_ff, RELM_LINK_FF, 0);
  relm_schedule_run (plan->schedule);
  check (plan, a, at (23, 8), at (24, 17));
  check (plan, fs, at (26, 8), at (26, 17));
  check (plan, ss, at (24, 8), at (24, 17));
  check (plan, ff, at (24, 8), at (24, 17));
  check (plan, sf, at (20, 8), at (20, 17));
  check (plan, lead, at (24, 16), at (25, 16));
  check (plan, long_ff, at (23, 8), at (33, 17));
}

static void
test_elapsed_lag_and_duration (Plan *plan,
                               gconstpointer data)
{
  RelmItem drying = task (0);
  guint a = add (plan, task (5)), b = add (plan, task (1)), c;

  drying.duration = 2 * 1440;
  drying.flags = RELM_ITEM_ELAPSED;
  c = add (plan, drying);
  relm_network_add_link (plan->network, &(RelmLink) { (gint32) a, (gint32) b, 1440, RELM_LINK_FS, TRUE });
  connect (plan, b, c, RELM_LINK_FS, 0);
  relm_schedule_run (plan->schedule);
  check (plan, a, at (23, 8), at (27, 17));
  check (plan, b, at (30, 8), at (30, 17));
  check (plan, c, at (31, 8), at (33, 8));
}

static RelmItem
constrained (RelmConstraint constraint,
             RelmTime time)
{
  RelmItem item = task (1);

  item.constraint = (guint8) constraint;
  item.constraint_time = time;
  return item;
}

/* Each after a task of two days, so logic asks for Wednesday the 25th. */
static void
test_constraints (Plan *plan,
                  gconstpointer data)
{
  static const struct
  {
    RelmConstraint constraint;
    int day, hour, want;
  } cases[] = {
    { RELM_CONSTRAINT_START_NO_EARLIER, 26, 8, 26 },   { RELM_CONSTRAINT_START_NO_EARLIER, 24, 8, 25 },
    { RELM_CONSTRAINT_START_NO_LATER, 24, 8, 24 },     { RELM_CONSTRAINT_START_NO_LATER, 26, 8, 25 },
    { RELM_CONSTRAINT_FINISH_NO_EARLIER, 27, 17, 27 }, { RELM_CONSTRAINT_FINISH_NO_EARLIER, 24, 17, 25 },
    { RELM_CONSTRAINT_FINISH_NO_LATER, 23, 17, 23 },   { RELM_CONSTRAINT_FINISH_NO_LATER, 26, 17, 25 },
    { RELM_CONSTRAINT_MUST_START, 24, 8, 24 },         { RELM_CONSTRAINT_MUST_FINISH, 27, 17, 27 },
  };
  guint a = add (plan, task (2));
  guint first = a + 1;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    connect (plan, a, add (plan, constrained (cases[i].constraint, at (cases[i].day, cases[i].hour))), RELM_LINK_FS, 0);
  relm_schedule_run (plan->schedule);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (plan, first + i, at (cases[i].want, 8), at (cases[i].want, 17));
}

static void
test_late (Plan *plan,
           gconstpointer data)
{
  RelmItem alap = task (1);
  guint a = add (plan, task (5)), b, c = add (plan, task (1));

  alap.constraint = RELM_CONSTRAINT_ALAP;
  b = add (plan, alap);
  connect (plan, b, c, RELM_LINK_FS, 0);
  relm_schedule_run (plan->schedule);
  g_assert_cmpint (dates_of (plan, a).total_float, ==, 0);
  check (plan, b, at (26, 8), at (26, 17));
  check (plan, c, at (27, 8), at (27, 17));
  g_assert_true (dates_of (plan, b).critical);
  g_assert_true (dates_of (plan, c).critical);
}

static void
test_float_and_deadline (Plan *plan,
                         gconstpointer data)
{
  RelmItem promised = task (2);
  guint a = add (plan, task (1)), b, c = add (plan, task (5));
  g_autoptr (GArray) problems = NULL;
  RelmProblem *problem;
  RelmReason reason;

  promised.deadline = at (24, 17);
  b = add (plan, promised);
  connect (plan, a, b, RELM_LINK_FS, DAY);
  relm_schedule_run (plan->schedule);
  check (plan, b, at (25, 8), at (26, 17));
  g_assert_cmpint (dates_of (plan, b).total_float, ==, -2 * DAY);
  g_assert_cmpint (dates_of (plan, a).total_float, ==, -2 * DAY);
  g_assert_cmpint (dates_of (plan, a).free_float, ==, 0);
  g_assert_cmpint (dates_of (plan, c).total_float, ==, 0);
  problems = relm_schedule_list_problems (plan->schedule);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = &g_array_index (problems, RelmProblem, 0);
  g_assert_cmpint (problem->kind, ==, RELM_PROBLEM_DEADLINE);
  g_assert_cmpint (problem->minutes, ==, 2 * DAY);
  relm_schedule_explain_late_finish (plan->schedule, b, &reason);
  g_assert_cmpint (reason.kind, ==, RELM_REASON_DEADLINE);
  relm_schedule_explain_late_finish (plan->schedule, a, &reason);
  g_assert_cmpint (reason.kind, ==, RELM_REASON_LINK);
  g_assert_cmpint (reason.item, ==, b);
}

static void
test_progress (Plan *plan,
               gconstpointer data)
{
  RelmItem done = task (1), started = task (4);
  guint a, b, c = add (plan, task (1)), d = add (plan, task (1));

  done.actual_start = at (19, 8);
  done.actual_finish = at (20, 12);
  a = add (plan, done);
  started.actual_start = at (23, 8);
  started.remaining = 3 * DAY;
  b = add (plan, started);
  connect (plan, a, b, RELM_LINK_FS, 30 * DAY);
  connect (plan, b, c, RELM_LINK_FS, 0);
  relm_schedule_run (plan->schedule);
  check (plan, a, at (19, 8), at (20, 12));
  g_assert_false (dates_of (plan, a).critical);
  check (plan, b, at (23, 8), at (26, 17));
  check (plan, c, at (27, 8), at (27, 17));
  g_assert_cmpint (dates_of (plan, b).late_start, ==, at (23, 8));
  g_assert_cmpint (dates_of (plan, b).total_float, ==, 0);

  relm_network_set_status_time (plan->network, at (26, 8));
  relm_schedule_run (plan->schedule);
  check (plan, b, at (23, 8), at (30, 17));
  check (plan, c, at (31, 8), at (31, 17));
  check (plan, d, at (26, 8), at (26, 17));
}

static void
test_summaries (Plan *plan,
                gconstpointer data)
{
  RelmItem part = task (1);
  guint summary = add (plan, task (0)), inner, a, b, after = add (plan, task (1)), with = add (plan, task (1));
  RelmReason reason;

  part.parent = (gint32) summary;
  inner = add (plan, part);
  a = add (plan, part);
  part.parent = (gint32) inner;
  part.duration = 3 * DAY;
  b = add (plan, part);
  connect (plan, a, b, RELM_LINK_FS, 0);
  connect (plan, summary, after, RELM_LINK_FS, 0);
  connect (plan, summary, with, RELM_LINK_SS, DAY);
  relm_schedule_run (plan->schedule);
  check (plan, summary, at (23, 8), at (26, 17));
  check (plan, inner, at (24, 8), at (26, 17));
  check (plan, after, at (27, 8), at (27, 17));
  check (plan, with, at (24, 8), at (24, 17));
  g_assert_true (dates_of (plan, summary).critical);
  relm_schedule_explain_start (plan->schedule, after, &reason);
  g_assert_cmpint (reason.kind, ==, RELM_REASON_LINK);
  g_assert_cmpint (reason.item, ==, summary);
  relm_schedule_explain_start (plan->schedule, summary, &reason);
  g_assert_cmpint (reason.kind, ==, RELM_REASON_PARTS);
  g_assert_cmpint (reason.item, ==, a);
}

static void
test_link_into_summary (Plan *plan,
                        gconstpointer data)
{
  RelmItem part = task (1);
  guint before = add (plan, task (2)), summary = add (plan, task (0)), a, b;

  part.parent = (gint32) summary;
  a = add (plan, part);
  b = add (plan, part);
  connect (plan, before, summary, RELM_LINK_FS, 0);
  connect (plan, a, b, RELM_LINK_FS, 0);
  relm_schedule_run (plan->schedule);
  check (plan, a, at (25, 8), at (25, 17));
  check (plan, summary, at (25, 8), at (26, 17));
}

static void
test_loops (Plan *plan,
            gconstpointer data)
{
  guint a = add (plan, task (1)), b = add (plan, task (1)), c = add (plan, task (1)), d = add (plan, task (2));
  g_autoptr (GArray) problems = NULL;
  const gint32 *loop;
  guint n;

  connect (plan, a, b, RELM_LINK_FS, 0);
  connect (plan, b, c, RELM_LINK_FS, 0);
  connect (plan, c, b, RELM_LINK_SS, 0);
  connect (plan, c, d, RELM_LINK_FS, 0);
  connect (plan, d, d, RELM_LINK_FS, 0);
  relm_schedule_run (plan->schedule);
  check (plan, b, at (24, 8), at (24, 17));
  check (plan, c, at (23, 8), at (23, 17));
  check (plan, d, at (24, 8), at (25, 17));
  problems = relm_schedule_list_problems (plan->schedule);
  g_assert_cmpuint (problems->len, ==, 2);
  loop = relm_schedule_get_loop (plan->schedule, 0, &n);
  g_assert_cmpmem (loop, n * sizeof *loop, &(gint32[]) { (gint32) d }, sizeof *loop);
  loop = relm_schedule_get_loop (plan->schedule, 1, &n);
  g_assert_cmpmem (loop, n * sizeof *loop, (&(gint32[]) { (gint32) b, (gint32) c }), 2 * sizeof *loop);
}

static void
test_summary_loops (Plan *plan,
                    gconstpointer data)
{
  RelmItem part = task (1), first = task (1);
  guint a = add (plan, first), b, after = add (plan, task (1));
  guint n;

  part.parent = (gint32) a;
  b = add (plan, part);
  first.parent = (gint32) b;
  relm_network_set_item (plan->network, a, &first);
  connect (plan, a, b, RELM_LINK_FS, 0);
  connect (plan, b, after, RELM_LINK_FS, 0);
  relm_schedule_run (plan->schedule);
  check (plan, after, at (24, 8), at (24, 17));
  relm_schedule_get_loop (plan->schedule, 0, &n);
  g_assert_cmpuint (n, ==, 2);
}

/* The float of what leads to the end of a part of the plan counts from there, also when that moves. */
static void
test_part_of_plan (Plan *plan,
                   gconstpointer data)
{
  RelmItem end = task (0), grown = task (4);
  guint first = add (plan, task (3)), beside = add (plan, task (1)), finish;
  RelmItemDates dates;

  end.flags = RELM_ITEM_MILESTONE;
  end.deadline = RELM_DEADLINE_OWN_FINISH;
  finish = add (plan, end);
  add (plan, task (20));
  connect (plan, first, finish, RELM_LINK_FS, 0);
  connect (plan, beside, finish, RELM_LINK_FS, 0);
  relm_schedule_run (plan->schedule);
  relm_schedule_get_dates (plan->schedule, first, &dates);
  g_assert_cmpint (dates.total_float, ==, 0);
  g_assert_true (dates.critical);
  relm_schedule_get_dates (plan->schedule, beside, &dates);
  g_assert_cmpint (dates.total_float, ==, 2 * 480);
  g_assert_false (dates.critical);

  relm_network_set_item (plan->network, beside, &grown);
  relm_schedule_update (plan->schedule);
  relm_schedule_get_dates (plan->schedule, first, &dates);
  g_assert_cmpint (dates.total_float, ==, 480);
  relm_schedule_get_dates (plan->schedule, beside, &dates);
  g_assert_cmpint (dates.total_float, ==, 0);
}

static void
test_why (Plan *plan,
          gconstpointer data)
{
  RelmItem pinned = task (1), levelled = task (1);
  guint a = add (plan, task (2)), b = add (plan, constrained (RELM_CONSTRAINT_MUST_START, at (24, 8))), c, d, link;
  g_autoptr (GArray) problems = NULL;
  RelmReason reason;

  pinned.flags = RELM_ITEM_PINNED;
  pinned.constraint_time = at (26, 9);
  c = add (plan, pinned);
  levelled.not_before = at (28, 8);
  d = add (plan, levelled);
  link = connect (plan, a, b, RELM_LINK_FS, 0);
  connect (plan, a, d, RELM_LINK_FS, 0);
  relm_schedule_run (plan->schedule);
  relm_schedule_explain_start (plan->schedule, a, &reason);
  g_assert_cmpint (reason.kind, ==, RELM_REASON_PROJECT_START);
  relm_schedule_explain_start (plan->schedule, b, &reason);
  g_assert_cmpint (reason.kind, ==, RELM_REASON_CONSTRAINT);
  check (plan, c, at (26, 9), at (27, 9));
  relm_schedule_explain_start (plan->schedule, c, &reason);
  g_assert_cmpint (reason.kind, ==, RELM_REASON_PINNED);
  check (plan, d, at (30, 8), at (30, 17));
  relm_schedule_explain_start (plan->schedule, d, &reason);
  g_assert_cmpint (reason.kind, ==, RELM_REASON_LEVELLING);
  problems = relm_schedule_list_problems (plan->schedule);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpint (g_array_index (problems, RelmProblem, 0).kind, ==, RELM_PROBLEM_LINK);
  g_assert_cmpint (g_array_index (problems, RelmProblem, 0).link, ==, link);
  g_assert_cmpint (g_array_index (problems, RelmProblem, 0).minutes, ==, DAY);
}

static void
test_milestones (Plan *plan,
                 gconstpointer data)
{
  RelmItem milestone = task (0);
  guint a = add (plan, task (1)), first, last, after = add (plan, task (1));

  milestone.flags = RELM_ITEM_MILESTONE;
  first = add (plan, milestone);
  last = add (plan, milestone);
  connect (plan, a, last, RELM_LINK_FS, 0);
  connect (plan, last, after, RELM_LINK_FS, 0);
  relm_schedule_run (plan->schedule);
  check (plan, first, at (23, 8), at (23, 8));
  check (plan, last, at (23, 17), at (23, 17));
  check (plan, after, at (24, 8), at (24, 17));
}

static void
test_criticality (Plan *plan,
                  gconstpointer data)
{
  RelmItem done = task (1);
  guint a = add (plan, task (5)), b = add (plan, task (4)), c = add (plan, task (2)), d;

  done.actual_start = at (23, 8);
  done.actual_finish = at (23, 17);
  d = add (plan, done);
  relm_schedule_run (plan->schedule);
  g_assert_cmpint (relm_schedule_get_criticality (plan->schedule, a, DAY), ==, RELM_CRITICALITY_CRITICAL);
  g_assert_cmpint (relm_schedule_get_criticality (plan->schedule, b, DAY), ==, RELM_CRITICALITY_NEAR);
  g_assert_cmpint (relm_schedule_get_criticality (plan->schedule, c, DAY), ==, RELM_CRITICALITY_NONE);
  g_assert_cmpint (relm_schedule_get_criticality (plan->schedule, d, DAY), ==, RELM_CRITICALITY_NONE);
}

static void
test_nothing (Plan *plan,
              gconstpointer data)
{
  relm_schedule_run (plan->schedule);
  g_assert_cmpint (relm_schedule_get_finish (plan->schedule), ==, at (23, 8));
}

/* A link between summaries of 2,000 items each costs what its ends cost, not their product. */
static void
test_wide_link (Plan *plan,
                gconstpointer data)
{
  RelmItem part = task (1);
  guint first = add (plan, task (0)), second = add (plan, task (0)), last = 0;

  for (guint i = 0; i < 2000; i++)
    {
      part.parent = (gint32) first;
      add (plan, part);
      part.parent = (gint32) second;
      last = add (plan, part);
    }
  connect (plan, first, second, RELM_LINK_FS, 0);
  relm_schedule_run (plan->schedule);
  check (plan, last, at (24, 8), at (24, 17));
}

#define TEST(name, function) g_test_add ("/engine/schedule/" name, Plan, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("links", test_links);
  TEST ("elapsed", test_elapsed_lag_and_duration);
  TEST ("constraints", test_constraints);
  TEST ("late", test_late);
  TEST ("float", test_float_and_deadline);
  TEST ("part-of-plan", test_part_of_plan);
  TEST ("progress", test_progress);
  TEST ("summaries", test_summaries);
  TEST ("into-summary", test_link_into_summary);
  TEST ("loops", test_loops);
  TEST ("summary-loops", test_summary_loops);
  TEST ("why", test_why);
  TEST ("milestones", test_milestones);
  TEST ("criticality", test_criticality);
  TEST ("nothing", test_nothing);
  TEST ("wide-link", test_wide_link);
  return g_test_run ();
}
