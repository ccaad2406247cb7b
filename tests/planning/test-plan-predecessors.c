/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-freeze-window.h"
#include "relm-plan-hours.h"
#include "relm-plan-predecessors.h"
#include "relm-schedule-dependency.h"
#include "relm-test-plan.h"
#include "relm-work-item.h"

#define DAY 480 /* minutes */

static void
assert_one (const char *text,
            guint row,
            const char *type,
            gint64 lag)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = relm_plan_predecessors_parse (text, &error);
  const RelmPlanPredecessor *one;

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  one = &g_array_index (found, RelmPlanPredecessor, 0);
  g_assert_cmpuint (one->row, ==, row);
  g_assert_cmpstr (one->type, ==, type);
  g_assert_cmpint (one->lag_minutes, ==, lag);
}

static void
test_parse (void)
{
  assert_one ("12", 12, "fs", 0);
  assert_one ("12FS+2d", 12, "fs", 2 * DAY);
  assert_one (" 12 fs + 2 d ", 12, "fs", 2 * DAY);
  assert_one ("7SS", 7, "ss", 0);
  assert_one ("7ff-3h", 7, "ff", -180);
  assert_one ("7Sf+1w", 7, "sf", 5 * DAY);
  assert_one ("7+2", 7, "fs", 2 * DAY);
  assert_one ("7FS\342\210\22290m", 7, "fs", -90);
  assert_one ("7FS+0.5d", 7, "fs", DAY / 2);
}

static void
test_parse_several (void)
{
  static const char *const texts[] = { "3, 5SS+1d,8FF", "3;5ss+1d ; 8ff", "3FS,5SS+8h,8FF+0d" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) found = relm_plan_predecessors_parse (texts[i], NULL);
      g_autofree char *text = NULL;

      g_assert_nonnull (found);
      text = relm_plan_predecessors_format (found);
      g_assert_cmpstr (text, ==, "3, 5SS+1d, 8FF");
    }
}

static void
test_parse_blank (void)
{
  static const char *const texts[] = { "", "  ", "\t" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) found = relm_plan_predecessors_parse (texts[i], NULL);
      g_autofree char *text = relm_plan_predecessors_format (found);

      g_assert_cmpuint (found->len, ==, 0);
      g_assert_cmpstr (text, ==, "");
    }
}

static void
test_parse_refused (void)
{
  static const char *const texts[] = {
    "x", "FS", "12XX", "12FS2d", "12FS+", "12FS+ ", "12FS+2x", "-12", "1.5", "12,", ",12", "12,,13", "99999999999", "12 13", "12FS+99999999999d",
    "12FS+2d x", "\xe2\x91\xab",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (relm_plan_predecessors_parse (texts[i], &error));
      g_assert_error (error, RELM_PLAN_ERROR, RELM_PLAN_ERROR_PREDECESSORS);
    }
}

/* What is written is what is read again, for every type and many lags. */
static void
test_round_trip (void)
{
  static const char *const types[] = { "fs", "ss", "ff", "sf" };

  for (guint i = 0; i < 2000; i++)
    {
      const RelmPlanPredecessor one = {
        (guint) g_test_rand_int_range (1, 100000), types[g_test_rand_int_range (0, 4)], g_test_rand_int_range (-100000, 100000),
      };
      g_autofree char *text = relm_plan_predecessor_format (&one);

      assert_one (text, one.row, one.type, one.lag_minutes);
    }
}

/* Three work items in a row, of which the third is part of the fourth; in the fifth row a freeze. */
typedef struct
{
  RelmProject *project;
  RelmRecord *rows[5];
} Plan;

static void
set_up (Plan *plan,
        gconstpointer data)
{
  plan->project = relm_project_new ();
  plan->rows[0] = relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, "wi-1", "title", "Design", NULL);
  plan->rows[1] = relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, "wi-2", "title", "Code", NULL);
  plan->rows[3] = relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, "wi-4", "title", "Whole", NULL);
  plan->rows[2] = relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, "wi-3", "title", "Test", "parent", "wi-4", NULL);
  plan->rows[4] = relm_test_plan_add (plan->project, RELM_TYPE_FREEZE_WINDOW, "frz-1", "name", "Freeze", NULL);
  relm_test_plan_add (plan->project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-1", "predecessor", "wi-1", "successor", "wi-2", NULL);
  relm_test_plan_add (plan->project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-2", "predecessor", "wi-2", "successor", "wi-3", NULL);
}

static void
tear_down (Plan *plan,
           gconstpointer data)
{
  g_clear_object (&plan->project);
}

static RelmRecord *
find_row_cb (guint row,
             gpointer user_data)
{
  Plan *plan = user_data;

  return row >= 1 && row <= G_N_ELEMENTS (plan->rows) ? plan->rows[row - 1] : NULL;
}

static char *
dup_refusal (Plan *plan,
             guint row,
             const char *text)
{
  g_autoptr (GArray) predecessors = relm_plan_predecessors_parse (text, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (predecessors);
  if (relm_plan_predecessors_check (plan->project, plan->rows[row - 1], predecessors, find_row_cb, plan, &error))
    {
      g_assert_no_error (error);
      return NULL;
    }
  g_assert_error (error, RELM_PLAN_ERROR, RELM_PLAN_ERROR_PREDECESSORS);
  return g_strdup (error->message);
}

static void
assert_refused (Plan *plan,
                guint row,
                const char *text,
                const char *expected)
{
  g_autofree char *refusal = dup_refusal (plan, row, text);

  g_assert_nonnull (refusal);
  if (strstr (refusal, expected) == NULL)
    g_error ("“%s” does not say “%s”", refusal, expected);
}

static void
test_check (Plan *plan,
            gconstpointer data)
{
  g_assert_null (dup_refusal (plan, 3, "1, 2SS"));
  g_assert_null (dup_refusal (plan, 3, "1FS, 1FF"));
  g_assert_null (dup_refusal (plan, 2, ""));
  g_assert_null (dup_refusal (plan, 4, "1"));
  assert_refused (plan, 2, "1, 9", "no row 9");
  assert_refused (plan, 2, "0", "no row 0");
  assert_refused (plan, 2, "2", "Row 2 is this one");
  assert_refused (plan, 2, "5", "Nothing can wait for row 5");
  assert_refused (plan, 3, "1, 1FS+2d", "Row 1 is there twice");
}

/* Circles are named, also those over what something is part of. */
static void
test_check_circle (Plan *plan,
                   gconstpointer data)
{
  assert_refused (plan, 1, "3", "“Design” → “Code” → “Test”");
  assert_refused (plan, 1, "4", "“Design” → “Code” → “Test” → “Whole”");
  assert_refused (plan, 3, "4", "“Test” → “Whole”");
}

static void
test_list (Plan *plan,
           gconstpointer data)
{
  g_autoptr (GPtrArray) first = relm_plan_predecessors_list (plan->project, plan->rows[0]);
  g_autoptr (GPtrArray) third = relm_plan_predecessors_list (plan->project, plan->rows[2]);

  g_assert_cmpuint (first->len, ==, 0);
  g_assert_cmpuint (third->len, ==, 1);
  g_assert_cmpstr (relm_record_get_id (third->pdata[0]), ==, "dep-2");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-predecessors/parse", test_parse);
  g_test_add_func ("/plan-predecessors/parse-several", test_parse_several);
  g_test_add_func ("/plan-predecessors/parse-blank", test_parse_blank);
  g_test_add_func ("/plan-predecessors/parse-refused", test_parse_refused);
  g_test_add_func ("/plan-predecessors/round-trip", test_round_trip);
  g_test_add ("/plan-predecessors/check", Plan, NULL, set_up, test_check, tear_down);
  g_test_add ("/plan-predecessors/check-circle", Plan, NULL, set_up, test_check_circle, tear_down);
  g_test_add ("/plan-predecessors/list", Plan, NULL, set_up, test_list, tear_down);
  return g_test_run ();
}
