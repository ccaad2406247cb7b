/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-gate.h"
#include "relm-milestone.h"
#include "relm-readiness.h"
#include "relm-release.h"
#include "relm-test-plan.h"
#include "relm-work-item.h"

static void
test_counts (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecord *release = relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", "planned", "2027-06-01", NULL);
  const RelmDate today = relm_date_from_ymd (2027, 5, 2);
  RelmReadiness readiness = relm_readiness_compute (project, release, today);

  g_assert_cmpint (readiness.days_left, ==, 30);
  g_assert_cmpint (readiness.progress, ==, 0);
  g_assert_cmpint (readiness.health, ==, RELM_HEALTH_ON_TRACK);

  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-1", "release", "rel-1", "state", "done", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-2", "release", "rel-1", "progress", "50", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-3", "release", "rel-1", "state", "in_progress", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-4", "release", "rel-1", "state", "cancelled", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-5", "state", "blocked", NULL);
  relm_test_plan_add (project, RELM_TYPE_MILESTONE, "mil-1", "release", "rel-1", "planned", "2027-05-01", NULL);
  readiness = relm_readiness_compute (project, release, today);
  g_assert_cmpuint (readiness.n_items, ==, 3);
  g_assert_cmpuint (readiness.n_open, ==, 1);
  g_assert_cmpuint (readiness.n_in_progress, ==, 1);
  g_assert_cmpuint (readiness.n_blocked, ==, 0);
  g_assert_cmpuint (readiness.n_done, ==, 1);
  g_assert_cmpuint (readiness.n_cancelled, ==, 1);
  g_assert_cmpint (readiness.progress, ==, 50);
  g_assert_cmpuint (readiness.n_milestones_overdue, ==, 1);
  g_assert_cmpint (readiness.health, ==, RELM_HEALTH_AT_RISK);

  readiness = relm_readiness_compute (project, NULL, today);
  g_assert_cmpuint (readiness.n_items, ==, 4);
  g_assert_cmpuint (readiness.n_blocked, ==, 1);
}

static void
test_health (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecord *release = relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", NULL);
  const RelmDate today = relm_date_from_ymd (2027, 5, 2);
  RelmReadiness readiness = relm_readiness_compute (project, release, today);
  g_autofree char *reason = NULL;

  g_assert_cmpint (readiness.health, ==, RELM_HEALTH_UNKNOWN);
  relm_test_plan_set (project, release, "planned", "2027-05-01");
  readiness = relm_readiness_compute (project, release, today);
  g_assert_cmpint (readiness.health, ==, RELM_HEALTH_OFF_TRACK);
  g_assert_true (readiness.health_is_derived);
  g_assert_cmpint (readiness.days_left, ==, -1);
  reason = relm_readiness_dup_reason (&readiness);
  g_assert_cmpstr (reason, ==, "The planned date passed 1 day ago.");

  relm_test_plan_set (project, release, "health", "paused");
  readiness = relm_readiness_compute (project, release, today);
  g_assert_cmpint (readiness.health, ==, RELM_HEALTH_PAUSED);
  g_assert_false (readiness.health_is_derived);
  relm_test_plan_set (project, release, "health", "of-a-newer-relm");
  readiness = relm_readiness_compute (project, release, today);
  g_assert_cmpint (readiness.health, ==, RELM_HEALTH_OFF_TRACK);
}

static void
test_gates (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecord *release = relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", NULL);
  RelmRecord *gate = relm_test_plan_add (project, RELM_TYPE_GATE, "gat-1", "release", "rel-1", "planned", "2027-05-02", NULL);
  const RelmDate today = relm_date_from_ymd (2027, 5, 2);
  RelmReadiness readiness = relm_readiness_compute (project, release, today);
  g_autofree char *reason = NULL;

  g_assert_cmpuint (readiness.n_gates, ==, 1);
  g_assert_cmpint (readiness.health, ==, RELM_HEALTH_ON_TRACK);
  readiness = relm_readiness_compute (project, release, today + 1);
  g_assert_cmpuint (readiness.n_gates_overdue, ==, 1);
  g_assert_cmpint (readiness.health, ==, RELM_HEALTH_AT_RISK);
  reason = relm_readiness_dup_reason (&readiness);
  g_assert_cmpstr (reason, ==, "1 gate waits for a decision.");

  relm_test_plan_set (project, gate, "decision", "no_go");
  readiness = relm_readiness_compute (project, release, today);
  g_assert_cmpuint (readiness.n_gates_refused, ==, 1);
  g_assert_cmpint (readiness.health, ==, RELM_HEALTH_OFF_TRACK);

  relm_test_plan_set (project, gate, "decision", "conditional_go");
  readiness = relm_readiness_compute (project, release, today + 1);
  g_assert_cmpuint (readiness.n_gates_passed, ==, 1);
  g_assert_cmpint (readiness.health, ==, RELM_HEALTH_ON_TRACK);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/readiness/counts", test_counts);
  g_test_add_func ("/planning/readiness/health", test_health);
  g_test_add_func ("/planning/readiness/gates", test_gates);
  return g_test_run ();
}
