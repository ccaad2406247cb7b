/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-milestone.h"
#include "relm-person.h"
#include "relm-phase.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-test-plan.h"
#include "relm-work-item.h"

static void
assert_span (RelmSpan span,
             const char *start,
             const char *finish)
{
  g_autofree char *start_text = relm_date_format (span.start);
  g_autofree char *finish_text = relm_date_format (span.finish);

  g_assert_cmpstr (start_text, ==, start);
  g_assert_cmpstr (finish_text, ==, finish);
}

static void
test_span (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecord *item = relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-1", NULL);

  assert_span (relm_plan_get_span (project, item), "", "");
  g_assert_false (relm_plan_is_scheduled (item));
  relm_test_plan_set (project, item, "planned_finish", "2027-05-09");
  assert_span (relm_plan_get_span (project, item), "2027-05-09", "2027-05-09");
  relm_test_plan_set (project, item, "planned_start", "2027-05-03");
  assert_span (relm_plan_get_span (project, item), "2027-05-03", "2027-05-09");
  relm_test_plan_set (project, item, "actual_start", "2027-05-04");
  assert_span (relm_plan_get_span (project, item), "2027-05-04", "2027-05-09");
  relm_test_plan_set (project, item, "actual_finish", "2027-05-01");
  assert_span (relm_plan_get_span (project, item), "2027-05-04", "2027-05-04");
}

static void
test_release_span (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecord *release = relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", "version", "1.0", NULL);
  RelmRecord *phase = relm_test_plan_add (project, RELM_TYPE_PHASE, "pha-1", "release", "rel-1", NULL);

  assert_span (relm_plan_get_span (project, release), "", "");
  relm_test_plan_set (project, phase, "planned_start", "2027-01-04");
  relm_test_plan_set (project, phase, "planned_finish", "2027-01-29");
  relm_test_plan_add (project, RELM_TYPE_MILESTONE, "mil-1", "release", "rel-1", "planned", "2027-02-05", NULL);
  relm_test_plan_add (project, RELM_TYPE_MILESTONE, "mil-2", "planned", "2029-02-05", NULL);
  assert_span (relm_plan_get_span (project, release), "2027-01-04", "2027-02-05");
  relm_test_plan_set (project, release, "planned", "2027-02-10");
  assert_span (relm_plan_get_span (project, release), "2027-01-04", "2027-02-10");
  relm_test_plan_set (project, release, "planned", "2026-12-24");
  assert_span (relm_plan_get_span (project, release), "2026-12-24", "2026-12-24");
}

static void
test_editable (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecord *item = relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-1", "planned_start", "2027-05-03",
                                         "planned_finish", "2027-05-09", NULL);
  RelmRecord *person = relm_test_plan_add (project, RELM_TYPE_PERSON, "per-1", NULL);
  RelmPlanFields fields = relm_plan_get_editable_fields (item);

  g_assert_cmpint (fields.start, ==, RELM_WORK_ITEM_PLANNED_START);
  g_assert_cmpint (fields.finish, ==, RELM_WORK_ITEM_PLANNED_FINISH);
  relm_test_plan_set (project, item, "actual_start", "2027-05-04");
  fields = relm_plan_get_editable_fields (item);
  g_assert_cmpint (fields.start, ==, -1);
  g_assert_cmpint (fields.finish, ==, RELM_WORK_ITEM_PLANNED_FINISH);
  relm_test_plan_set (project, item, "actual_finish", "2027-05-06");
  fields = relm_plan_get_editable_fields (item);
  g_assert_cmpint (fields.finish, ==, -1);
  g_assert_cmpint (relm_plan_get_editable_fields (person).finish, ==, -1);
}

static void
test_state (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecord *milestone = relm_test_plan_add (project, RELM_TYPE_MILESTONE, "mil-1", "planned", "2027-05-03", NULL);
  RelmRecord *item = relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-1", "planned_finish", "2027-05-03",
                                         "progress", "40", NULL);
  const RelmDate today = relm_date_from_ymd (2027, 5, 5);

  g_assert_true (relm_plan_is_point (milestone));
  g_assert_false (relm_plan_is_point (item));
  g_assert_cmpint (relm_plan_get_days_late (milestone, today), ==, 2);
  g_assert_false (relm_plan_is_overdue (milestone, relm_date_from_ymd (2027, 5, 3)));
  relm_test_plan_set (project, milestone, "actual", "2027-05-04");
  g_assert_true (relm_plan_is_done (milestone));
  g_assert_false (relm_plan_is_overdue (milestone, today));

  g_assert_cmpint (relm_plan_get_progress (item), ==, 40);
  relm_test_plan_set (project, item, "state", "cancelled");
  g_assert_true (relm_plan_is_cancelled (item));
  g_assert_false (relm_plan_is_overdue (item, today));
  relm_test_plan_set (project, item, "state", "done");
  g_assert_false (relm_plan_is_cancelled (item));
  g_assert_cmpint (relm_plan_get_progress (item), ==, 100);
}

static void
test_release_of (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecord *release = relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", NULL);
  RelmRecord *phase = relm_test_plan_add (project, RELM_TYPE_PHASE, "pha-1", "release", "rel-1", NULL);
  RelmRecord *parent = relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-1", "phase", "pha-1", NULL);
  RelmRecord *child = relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-2", "parent", "wi-1", NULL);
  RelmRecord *circle = relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-3", "parent", "wi-3", NULL);
  RelmRecord *dangling = relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-4", "release", "rel-9", NULL);

  g_assert_true (relm_plan_get_release (project, release) == release);
  g_assert_true (relm_plan_get_release (project, phase) == release);
  g_assert_true (relm_plan_get_release (project, parent) == release);
  g_assert_true (relm_plan_get_release (project, child) == release);
  g_assert_null (relm_plan_get_release (project, circle));
  g_assert_null (relm_plan_get_release (project, dangling));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/plan/span", test_span);
  g_test_add_func ("/planning/plan/release-span", test_release_span);
  g_test_add_func ("/planning/plan/editable", test_editable);
  g_test_add_func ("/planning/plan/state", test_state);
  g_test_add_func ("/planning/plan/release-of", test_release_of);
  return g_test_run ();
}
