/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-exception-request.h"
#include "relm-freeze-window.h"
#include "relm-plan-freeze.h"
#include "relm-plan-schedule.h"
#include "relm-release.h"
#include "relm-test-plan.h"
#include "relm-work-item.h"

/* A feature that is planned for 6 and 7 May, and a feature freeze of its release from the 7th to the 12th. */
typedef struct
{
  RelmProject *project;
  RelmPlanSchedule *schedule;
  RelmRecord *window;
  RelmRecord *feature;
  guint n_changed;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->project = relm_project_new ();
  relm_test_plan_add (fixture->project, RELM_TYPE_RELEASE, "rel-1", "version", "1.0", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_RELEASE, "rel-2", "version", "2.0", NULL);
  fixture->window = relm_test_plan_add (fixture->project, RELM_TYPE_FREEZE_WINDOW, "frz-1", "name", "Features", "kind", "feature", "release", "rel-1",
                                        "start", "2027-05-07", "finish", "2027-05-12", NULL);
  fixture->feature = relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, "wi-1", "title", "Dark mode", "kind", "feature", "release", "rel-1",
                                         "planned_start", "2027-05-06", "planned_finish", "2027-05-07", NULL);
  fixture->schedule = relm_plan_schedule_new (fixture->project);
  g_signal_connect_swapped (fixture->schedule, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->schedule);
  g_object_unref (fixture->project);
}

static void
assert_problem (Fixture *fixture,
                const char *text)
{
  g_autoptr (GPtrArray) problems = relm_plan_schedule_list_problems (fixture->schedule);

  g_assert_cmpuint (problems->len, ==, text != NULL ? 1 : 0);
  if (text == NULL)
    return;
  g_assert_cmpstr (((RelmPlanProblem *) problems->pdata[0])->text, ==, text);
  g_assert_true (((RelmPlanProblem *) problems->pdata[0])->record == fixture->feature);
  g_assert_true (((RelmPlanProblem *) problems->pdata[0])->other == fixture->window);
}

static void
test_days (Fixture *fixture,
           gconstpointer data)
{
  assert_problem (fixture, "“Dark mode” falls into “Features” and needs an exception");
  relm_test_plan_set (fixture->project, fixture->feature, "planned_finish", "2027-05-06");
  assert_problem (fixture, NULL);
  relm_test_plan_set (fixture->project, fixture->window, "start", "2027-05-06");
  assert_problem (fixture, "“Dark mode” falls into “Features” and needs an exception");
  relm_test_plan_set (fixture->project, fixture->feature, "kind", "bug");
  assert_problem (fixture, NULL);
  relm_test_plan_set (fixture->project, fixture->feature, "kind", "feature");
  relm_test_plan_set (fixture->project, fixture->feature, "release", "rel-2");
  assert_problem (fixture, NULL);
  relm_test_plan_set (fixture->project, fixture->feature, "release", "rel-1");
  relm_test_plan_set (fixture->project, fixture->feature, "state", "done");
  assert_problem (fixture, NULL);
}

static void
test_requests (Fixture *fixture,
               gconstpointer data)
{
  RelmRecord *request, *second;

  request = relm_test_plan_add (fixture->project, RELM_TYPE_EXCEPTION_REQUEST, "exr-1", "subject", "wi-1", "freeze_window", "frz-1", NULL);
  assert_problem (fixture, "“Dark mode” falls into “Features”, and the request for an exception waits for a decision");
  relm_test_plan_set (fixture->project, request, "state", "refused");
  assert_problem (fixture, "“Dark mode” falls into “Features”, and an exception was refused");
  relm_test_plan_set (fixture->project, request, "state", "withdrawn");
  assert_problem (fixture, "“Dark mode” falls into “Features” and needs an exception");
  relm_test_plan_set (fixture->project, request, "state", "approved");
  assert_problem (fixture, NULL);
  g_assert_true (relm_plan_freeze_concerns (fixture->project, fixture->window, fixture->feature));
  g_assert_false (relm_plan_freeze_stops (fixture->project, fixture->window, fixture->feature));

  /* One that is approved counts, whatever became of others; one about another item, or another freeze, does not. */
  second = relm_test_plan_add (fixture->project, RELM_TYPE_EXCEPTION_REQUEST, "exr-2", "subject", "wi-1", "freeze_window", "frz-1", "state",
                               "refused", NULL);
  assert_problem (fixture, NULL);
  relm_test_plan_set (fixture->project, request, "freeze_window", "frz-none");
  g_assert_true (relm_plan_freeze_find_request (fixture->project, fixture->window, fixture->feature) == second);
  assert_problem (fixture, "“Dark mode” falls into “Features”, and an exception was refused");
}

/* Those who look at the plan are told; dates are not reckoned anew. */
static void
test_told (Fixture *fixture,
           gconstpointer data)
{
  assert_problem (fixture, "“Dark mode” falls into “Features” and needs an exception");
  relm_test_plan_add (fixture->project, RELM_TYPE_EXCEPTION_REQUEST, "exr-1", "subject", "wi-1", "freeze_window", "frz-1", "state", "approved", NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  assert_problem (fixture, NULL);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/planning/plan-freeze/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/planning/plan-freeze/requests", Fixture, NULL, set_up, test_requests, tear_down);
  g_test_add ("/planning/plan-freeze/told", Fixture, NULL, set_up, test_told, tear_down);
  return g_test_run ();
}
