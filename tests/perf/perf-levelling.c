/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How good levelling is on PSPLIB: plans of 30 tasks above the best known, and of 120 above the critical path, by how many
 * plans were tried. RELM_PERF_PLANS says how many, RELM_PERF_STEP takes every so manieth instance.
 */

#include "config.h"

#include "relm-test-plan-case.h"
#include "relm-test-psplib.h"

#define SKIPPED 77 /* as meson understands it */

static guint
get_number (const char *name,
            guint otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static void
measure (const char *set,
         double goal)
{
  g_autofree char *folder = relm_test_plan_case_unpack ("psplib", set);
  g_autoptr (GPtrArray) instances = NULL;
  guint n_plans = get_number ("RELM_PERF_PLANS", 5000);
  gboolean small = g_str_equal (set, "j30");
  gint64 time = g_get_monotonic_time ();
  double sum = 0, above_best = 0;

  if (folder == NULL)
    return;
  instances = relm_test_psplib_load (folder, set, get_number ("RELM_PERF_STEP", small ? 4 : 10));
  for (guint i = 0; i < instances->len; i++)
    {
      const RelmTestPsplib *instance = g_ptr_array_index (instances, i);
      g_autofree gint32 *starts = g_new (gint32, instance->problem.n_tasks);
      gint32 length = relm_level (&instance->problem, n_plans, 1, NULL, NULL, starts);

      g_assert_true (relm_test_psplib_is_valid (&instance->problem, starts));
      sum += 100.0 * length / (small ? instance->best_known : instance->critical_path) - 100;
      above_best += 100.0 * length / instance->best_known - 100;
    }
  time = g_get_monotonic_time () - time;
  g_print ("%s, %u instances, %u plans each: %.3f %% above the %s, the goal is %.2f %%; %.2f %% above the best known; %.0f ms each\n", set,
           instances->len, n_plans, sum / instances->len, small ? "best known" : "critical path", goal, above_best / instances->len,
           (double) time / 1000 / instances->len);
  relm_test_plan_case_remove (folder);
}

int
main (int argc,
      char **argv)
{
  const char *cases = g_getenv ("RELM_TEST_CASES");
  g_autofree char *psplib = g_build_filename (cases != NULL ? cases : ".", "psplib", NULL);

  if (!g_file_test (psplib, G_FILE_TEST_IS_DIR))
    {
      g_print ("Levelling is not measured: the cases from outside are not there (RELM_TEST_CASES)\n");
      return SKIPPED;
    }
  measure ("j30", 0.15);
  measure ("j120", 33.0);
  return 0;
}
