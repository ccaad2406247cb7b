/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What work costs, and what of that is earned; worked out by hand. 3 May 2027 is a Monday; a day has eight hours. */

#include "config.h"

#include "relm-baseline-item.h"
#include "relm-baseline.h"
#include "relm-cost-fact.h"
#include "relm-person.h"
#include "relm-release.h"
#include "relm-test-plan.h"
#include "relm-work-item.h"

typedef struct
{
  RelmProject *project;
  RelmRecord *first;
  RelmRecord *second;
} Plan;

/* Ada costs 100 an hour: a week of her, half of which is done, and another that costs 500 besides. */
static void
set_up (Plan *plan,
        gconstpointer data)
{
  plan->project = relm_project_new ();
  relm_test_plan_set (plan->project, RELM_RECORD (plan->project), "status_date", "2027-05-07");
  relm_test_plan_add (plan->project, RELM_TYPE_RELEASE, "rel-1", "version", "1.0", NULL);
  relm_test_plan_add (plan->project, RELM_TYPE_PERSON, "per-ada", "name", "Ada", "hourly_cost_cents", "10000", NULL);
  plan->first = relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, "wi-1", "title", "First", "assignee", "per-ada", "release", "rel-1",
                                    "planned_start", "2027-05-03", "planned_finish", "2027-05-07", "progress", "50", NULL);
  plan->second = relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, "wi-2", "title", "Second", "assignee", "per-ada",
                                     "planned_start", "2027-05-10", "planned_finish", "2027-05-14", "other_cost_cents", "50000", NULL);
}

static void
tear_down (Plan *plan,
           gconstpointer data)
{
  g_object_unref (plan->project);
}

static RelmPlanCostSum
sum_up (Plan *plan,
        const char *release)
{
  g_autoptr (RelmPlanCost) cost = relm_plan_cost_new (plan->project, relm_date_from_ymd (2027, 12, 1));
  RelmPlanCostSum sum;

  relm_plan_cost_sum (cost, release != NULL ? relm_project_lookup (plan->project, release) : NULL, &sum);
  return sum;
}

static void
test_plain (Plan *plan,
            gconstpointer data)
{
  RelmPlanCostSum sum = sum_up (plan, NULL);

  g_assert_cmpint (sum.value.bac, ==, 400000 + 450000);
  g_assert_cmpint (sum.value.pv, ==, 400000);
  g_assert_cmpint (sum.value.ev, ==, 200000);
  g_assert_cmpint (sum.value.ac, ==, 200000);
  g_assert_cmpuint (sum.n_items, ==, 2);
  g_assert_cmpuint (sum.n_estimated, ==, 1);
  g_assert_null (sum.baseline);
  g_assert_cmpfloat_with_epsilon (sum.value.spi_time, 0.5, 0.01);

  sum = sum_up (plan, "rel-1");
  g_assert_cmpint (sum.value.bac, ==, 400000);
}

static void
test_spent (Plan *plan,
            gconstpointer data)
{
  RelmPlanCostSum sum;

  relm_test_plan_set (plan->project, plan->first, "spent_minutes", "1800");
  sum = sum_up (plan, NULL);
  g_assert_cmpint (sum.value.ac, ==, 300000);
  g_assert_cmpuint (sum.n_estimated, ==, 0);
  g_assert_cmpfloat_with_epsilon (sum.value.cpi, 2.0 / 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (sum.value.eac_by_cost, 1275000, 1e-3);

  relm_test_plan_set (plan->project, plan->first, "actual_cost_cents", "123456");
  g_assert_cmpint (sum_up (plan, NULL).value.ac, ==, 123456);
}

/* What has parts, is cancelled, undated or free does not count; half a person costs half. */
static void
test_counted (Plan *plan,
              gconstpointer data)
{
  RelmPlanCostSum sum;

  relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, "wi-3", "title", "Part", "parent", "wi-2", "assignee", "per-ada", "allocation",
                      "50", "planned_start", "2027-05-10", "planned_finish", "2027-05-10", NULL);
  relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, "wi-4", "title", "Off", "state", "cancelled", "other_cost_cents", "700",
                      "planned_start", "2027-05-10", NULL);
  relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, "wi-5", "title", "Some day", "other_cost_cents", "700", NULL);
  relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, "wi-6", "title", "Gift", "planned_start", "2027-05-10", NULL);
  sum = sum_up (plan, NULL);
  g_assert_cmpint (sum.value.bac, ==, 400000 + 40000);
  g_assert_cmpuint (sum.n_undated, ==, 1);
  g_assert_cmpuint (sum.n_free, ==, 1);
}

/* A duration of its own counts, not the days that it lies in. */
static void
test_duration (Plan *plan,
               gconstpointer data)
{
  relm_test_plan_set (plan->project, plan->second, "duration_minutes", "600");
  g_assert_cmpint (sum_up (plan, NULL).value.bac, ==, 400000 + 100000 + 50000);
}

static void
test_baseline (Plan *plan,
               gconstpointer data)
{
  RelmPlanCostSum sum;
  g_autofree char *basis = NULL;

  relm_test_plan_add (plan->project, RELM_TYPE_BASELINE, "bas-1", "name", "Promised", "taken", "2027-04-01", NULL);
  relm_test_plan_add (plan->project, RELM_TYPE_BASELINE_ITEM, "bit-1", "baseline", "bas-1", "record", "wi-1", "start", "2027-04-26", "finish",
                      "2027-04-30", "cost_cents", "300000", NULL);
  sum = sum_up (plan, NULL);
  g_assert_true (sum.baseline == relm_project_lookup (plan->project, "bas-1"));
  g_assert_cmpint (sum.value.bac, ==, 300000 + 450000);
  g_assert_cmpint (sum.value.pv, ==, 300000);
  g_assert_cmpint (sum.value.ev, ==, 150000);
  basis = relm_cost_fact_dup_basis (&sum);
  g_assert_nonnull (g_strstr_len (basis, -1, "“Promised”"));
  g_assert_nonnull (g_strstr_len (basis, -1, "1 item"));
}

static void
assert_fact (GPtrArray *facts,
             const char *label,
             const char *figure,
             gboolean wrong)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const RelmCostFact *fact = facts->pdata[i];

      if (!g_str_has_prefix (fact->label, label))
        continue;
      g_assert_cmpstr (fact->figure, ==, figure);
      g_assert_cmpint (fact->wrong, ==, wrong);
      return;
    }
  g_assert_null (figure);
}

static void
test_facts (Plan *plan,
            gconstpointer data)
{
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GPtrArray) none = NULL;
  RelmPlanCostSum sum;

  relm_test_plan_set (plan->project, plan->first, "spent_minutes", "1800");
  sum = sum_up (plan, NULL);
  facts = relm_cost_fact_list (&sum, "EUR");
  assert_fact (facts, "Budget", "8500\302\240EUR", FALSE);
  assert_fact (facts, "Earned", "2000\302\240EUR", TRUE);
  assert_fact (facts, "Spent", "3000\302\240EUR", TRUE);
  assert_fact (facts, "For the cost", "0.67", TRUE);
  assert_fact (facts, "Over the time", "0.50", TRUE);
  assert_fact (facts, "Expected in the end", "12750\302\240EUR", TRUE);
  assert_fact (facts, "To keep to the budget", "1.18", FALSE);
  assert_fact (facts, "Done at this pace", "28 May 2027", FALSE);

  /* Nothing done and nothing spent: no ratio divides by nothing. */
  relm_test_plan_set (plan->project, plan->first, "spent_minutes", "0");
  relm_test_plan_set (plan->project, plan->first, "progress", "0");
  sum = sum_up (plan, NULL);
  none = relm_cost_fact_list (&sum, NULL);
  assert_fact (none, "Spent", "0", FALSE);
  assert_fact (none, "For the cost", NULL, FALSE);
  assert_fact (none, "Expected in the end", NULL, FALSE);
}

/* The largest that fields take overflows nowhere. */
static void
test_extreme (Plan *plan,
              gconstpointer data)
{
  RelmPlanCostSum sum;

  relm_test_plan_set (plan->project, relm_project_lookup (plan->project, "per-ada"), "hourly_cost_cents", "1000000000000");
  relm_test_plan_set (plan->project, plan->first, "duration_minutes", "12000000");
  relm_test_plan_set (plan->project, plan->first, "other_cost_cents", "1000000000000");
  sum = sum_up (plan, NULL);
  g_assert_cmpint (sum.value.bac, >, 0);
  g_assert_cmpint (sum.value.ac, >=, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/planning/cost/plain", Plan, NULL, set_up, test_plain, tear_down);
  g_test_add ("/planning/cost/spent", Plan, NULL, set_up, test_spent, tear_down);
  g_test_add ("/planning/cost/counted", Plan, NULL, set_up, test_counted, tear_down);
  g_test_add ("/planning/cost/duration", Plan, NULL, set_up, test_duration, tear_down);
  g_test_add ("/planning/cost/baseline", Plan, NULL, set_up, test_baseline, tear_down);
  g_test_add ("/planning/cost/facts", Plan, NULL, set_up, test_facts, tear_down);
  g_test_add ("/planning/cost/extreme", Plan, NULL, set_up, test_extreme, tear_down);
  return g_test_run ();
}
