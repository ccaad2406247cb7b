/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-gate-check.h"
#include "relm-gate-criterion.h"
#include "relm-gate.h"
#include "relm-milestone.h"
#include "relm-person.h"
#include "relm-phase.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-test-plan.h"
#include "relm-work-item.h"

/* A release with a phase and a gate on 10 May 2027; looked at on the 2nd. */
typedef struct
{
  RelmProject *project;
  RelmRecord *gate;
  RelmDate today;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->project = relm_project_new ();
  fixture->today = relm_date_from_ymd (2027, 5, 2);
  relm_test_plan_add (fixture->project, RELM_TYPE_RELEASE, "rel-1", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_RELEASE, "rel-2", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_PHASE, "pha-1", "release", "rel-1", NULL);
  fixture->gate = relm_test_plan_add (fixture->project, RELM_TYPE_GATE, "gat-1", "release", "rel-1", "planned", "2027-05-10", NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->project);
}

static RelmRecord *
add_criterion (Fixture *fixture,
               const char *id,
               const char *rule)
{
  return relm_test_plan_add (fixture->project, RELM_TYPE_GATE_CRITERION, id, "gate", "gat-1", "rule", rule, NULL);
}

static void
assert_standing (Fixture *fixture,
                 RelmRecord *criterion,
                 RelmCriterionStanding standing,
                 const char *reason)
{
  g_autofree char *found = relm_criterion_dup_reason (fixture->project, criterion, fixture->today);

  g_assert_cmpint (relm_criterion_check (fixture->project, criterion, fixture->today), ==, standing);
  g_assert_cmpstr (found, ==, reason);
}

static void
test_by_hand (Fixture *fixture,
              gconstpointer data)
{
  RelmRecord *criterion = add_criterion (fixture, "crt-1", "by_hand");
  RelmRecord *newer = add_criterion (fixture, "crt-2", "of_a_newer_relm");

  assert_standing (fixture, criterion, RELM_CRITERION_OPEN, "");
  relm_test_plan_set (fixture->project, criterion, "standing", "met");
  assert_standing (fixture, criterion, RELM_CRITERION_MET, "");
  relm_test_plan_set (fixture->project, criterion, "standing", "waived");
  assert_standing (fixture, criterion, RELM_CRITERION_WAIVED, "");
  /* What cannot be found out is not met by itself. */
  assert_standing (fixture, newer, RELM_CRITERION_OPEN, "");
}

static void
test_work (Fixture *fixture,
           gconstpointer data)
{
  RelmRecord *work = add_criterion (fixture, "crt-1", "work_done");
  RelmRecord *bugs = add_criterion (fixture, "crt-2", "bugs_done");
  RelmRecord *tests = add_criterion (fixture, "crt-3", "tests_done");
  RelmRecord *blocked = add_criterion (fixture, "crt-4", "nothing_blocked");
  RelmRecord *overdue = add_criterion (fixture, "crt-5", "nothing_overdue");
  RelmRecord *bug;

  assert_standing (fixture, work, RELM_CRITERION_OPEN, "There is none yet");
  assert_standing (fixture, bugs, RELM_CRITERION_MET, "There is none");
  assert_standing (fixture, tests, RELM_CRITERION_OPEN, "There is none yet");

  relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, "wi-1", "release", "rel-1", "state", "done", NULL);
  bug = relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, "wi-2", "release", "rel-1", "kind", "bug", "state", "blocked",
                            "planned_finish", "2027-05-01", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, "wi-3", "release", "rel-1", "kind", "test", "state", "cancelled", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, "wi-4", "release", "rel-2", "kind", "bug", NULL);
  assert_standing (fixture, work, RELM_CRITERION_OPEN, "1 of 2 not done");
  assert_standing (fixture, bugs, RELM_CRITERION_OPEN, "1 of 1 not done");
  assert_standing (fixture, tests, RELM_CRITERION_OPEN, "There is none yet");
  assert_standing (fixture, blocked, RELM_CRITERION_OPEN, "1 of 2 blocked");
  assert_standing (fixture, overdue, RELM_CRITERION_OPEN, "1 of 2 overdue");

  relm_test_plan_set (fixture->project, bug, "state", "done");
  assert_standing (fixture, work, RELM_CRITERION_MET, "2 looked at");
  assert_standing (fixture, bugs, RELM_CRITERION_MET, "1 looked at");
  assert_standing (fixture, blocked, RELM_CRITERION_MET, "2 looked at");
  assert_standing (fixture, overdue, RELM_CRITERION_MET, "2 looked at");
}

/* A phase narrows it down, also for what is part of an item in it; without a release it is the whole project. */
static void
test_scope (Fixture *fixture,
            gconstpointer data)
{
  RelmRecord *bugs = add_criterion (fixture, "crt-1", "bugs_done");

  relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, "wi-1", "release", "rel-1", "kind", "bug", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, "wi-2", "phase", "pha-1", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, "wi-3", "parent", "wi-2", "kind", "bug", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, "wi-4", "release", "rel-2", "kind", "bug", NULL);
  assert_standing (fixture, bugs, RELM_CRITERION_OPEN, "2 of 2 not done");
  relm_test_plan_set (fixture->project, fixture->gate, "phase", "pha-1");
  assert_standing (fixture, bugs, RELM_CRITERION_OPEN, "1 of 1 not done");
  relm_test_plan_set (fixture->project, fixture->gate, "phase", NULL);
  relm_test_plan_set (fixture->project, fixture->gate, "release", NULL);
  assert_standing (fixture, bugs, RELM_CRITERION_OPEN, "3 of 3 not done");
}

static void
test_points (Fixture *fixture,
             gconstpointer data)
{
  RelmRecord *reached = add_criterion (fixture, "crt-1", "milestones_reached");
  RelmRecord *passed = add_criterion (fixture, "crt-2", "gates_passed");
  RelmRecord *milestone, *gate;

  assert_standing (fixture, reached, RELM_CRITERION_MET, "There is none");
  milestone = relm_test_plan_add (fixture->project, RELM_TYPE_MILESTONE, "mil-1", "release", "rel-1", "planned", "2027-05-10", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_MILESTONE, "mil-2", "release", "rel-1", "planned", "2027-05-11", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_MILESTONE, "mil-3", "release", "rel-2", "planned", "2027-05-01", NULL);
  gate = relm_test_plan_add (fixture->project, RELM_TYPE_GATE, "gat-2", "release", "rel-1", "planned", "2027-04-10", "decision", "deferred", NULL);
  assert_standing (fixture, reached, RELM_CRITERION_OPEN, "1 of 1 not reached");
  assert_standing (fixture, passed, RELM_CRITERION_OPEN, "1 of 1 not passed");
  relm_test_plan_set (fixture->project, milestone, "actual", "2027-05-02");
  relm_test_plan_set (fixture->project, gate, "decision", "go");
  assert_standing (fixture, reached, RELM_CRITERION_MET, "1 looked at");
  assert_standing (fixture, passed, RELM_CRITERION_MET, "1 looked at");
}

static void
assert_words (Fixture *fixture,
              const char *expected)
{
  const RelmGateCheck check = relm_gate_check (fixture->project, fixture->gate, fixture->today);
  g_autofree char *words = relm_gate_check_dup_words (&check);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_gate (Fixture *fixture,
           gconstpointer data)
{
  RelmRecord *criterion;
  g_autofree char *nothing = relm_gate_dup_decision (fixture->project, fixture->gate);
  g_autofree char *decision = NULL;

  g_assert_null (nothing);
  assert_words (fixture, "No criteria yet");
  criterion = add_criterion (fixture, "crt-1", "by_hand");
  add_criterion (fixture, "crt-2", "bugs_done");
  assert_words (fixture, "1 of 2 criteria met");
  relm_test_plan_set (fixture->project, criterion, "standing", "waived");
  assert_words (fixture, "1 of 2 criteria met, 1 waived");

  g_assert_false (relm_plan_is_done (fixture->gate));
  relm_test_plan_add (fixture->project, RELM_TYPE_PERSON, "per-1", "name", "Ana", NULL);
  relm_test_plan_set (fixture->project, fixture->gate, "decision", "conditional_go");
  relm_test_plan_set (fixture->project, fixture->gate, "owner", "per-1");
  decision = relm_gate_dup_decision (fixture->project, fixture->gate);
  g_assert_cmpstr (decision, ==, "\u2068Go with conditions\u2069 · \u2068Ana\u2069");
  g_assert_true (relm_plan_is_done (fixture->gate));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/planning/gate-check/by-hand", Fixture, NULL, set_up, test_by_hand, tear_down);
  g_test_add ("/planning/gate-check/work", Fixture, NULL, set_up, test_work, tear_down);
  g_test_add ("/planning/gate-check/scope", Fixture, NULL, set_up, test_scope, tear_down);
  g_test_add ("/planning/gate-check/points", Fixture, NULL, set_up, test_points, tear_down);
  g_test_add ("/planning/gate-check/gate", Fixture, NULL, set_up, test_gate, tear_down);
  return g_test_run ();
}
