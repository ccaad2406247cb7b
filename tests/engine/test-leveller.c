/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Levelled plans keep every arc and never need more than there is; the search is the same for the same seed.
 */

#include "config.h"

#include <string.h>

#include "relm-test-plan-case.h"
#include "relm-test-psplib.h"

#define N_TASKS 25
#define N_RESOURCES 6
#define N_PROBLEMS 60

typedef struct
{
  RelmLevelTask tasks[N_TASKS];
  RelmLevelArc arcs[2 * N_TASKS];
  RelmLevelUse uses[2 * N_TASKS];
  gint32 capacities[N_RESOURCES];
  RelmLevelProblem problem;
} Random;

static void
make_random (Random *self,
             GRand *random,
             gboolean released)
{
  for (guint i = 0; i < N_RESOURCES; i++)
    self->capacities[i] = g_rand_int_range (random, 1, 5);
  for (guint i = 0; i < N_TASKS; i++)
    self->tasks[i] = (RelmLevelTask) { g_rand_int_range (random, 0, 9), released ? g_rand_int_range (random, 0, 30) : 0, RELM_LEVEL_FREE };
  for (guint i = 0; i < G_N_ELEMENTS (self->arcs); i++)
    {
      gint32 to = g_rand_int_range (random, 1, N_TASKS), from = g_rand_int_range (random, 0, to);

      self->arcs[i] = (RelmLevelArc) { from, to, g_rand_int_range (random, -3, 10) };
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->uses); i++)
    {
      gint32 resource = g_rand_int_range (random, 0, N_RESOURCES);

      /* Each task of one resource at most twice over, so that no sum is above what there is. */
      self->uses[i] = (RelmLevelUse) { (gint32) i % N_TASKS, resource, i < N_TASKS ? 1 : 0 };
      if (i < N_TASKS)
        self->uses[i].units = g_rand_int_range (random, 1, self->capacities[resource] + 1);
    }
  self->problem = (RelmLevelProblem) { self->tasks, N_TASKS, self->arcs, G_N_ELEMENTS (self->arcs), self->uses, G_N_ELEMENTS (self->uses),
                                       self->capacities, N_RESOURCES };
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < N_PROBLEMS; i++)
    {
      Random self;
      gint32 once[N_TASKS], many[N_TASKS], again[N_TASKS], first, best;

      make_random (&self, random, i % 2 == 1);
      first = relm_level (&self.problem, 1, 7, NULL, NULL, once);
      best = relm_level (&self.problem, 400, 7, NULL, NULL, many);
      g_assert_true (relm_test_psplib_is_valid (&self.problem, once));
      g_assert_true (relm_test_psplib_is_valid (&self.problem, many));
      g_assert_cmpint (best, <=, first);
      for (guint j = 0; j < N_TASKS; j++)
        g_assert_cmpint (many[j], >=, self.tasks[j].release);
      g_assert_cmpint (relm_level (&self.problem, 400, 7, NULL, NULL, again), ==, best);
      g_assert_cmpmem (many, sizeof many, again, sizeof again);
    }
}

static void
test_fixed (void)
{
  RelmLevelTask tasks[] = { { 5, 0, RELM_LEVEL_FREE }, { 4, 0, 2 }, { 4, 0, 3 }, { 1, 0, RELM_LEVEL_FREE } };
  RelmLevelUse uses[] = { { 0, 0, 1 }, { 1, 0, 1 }, { 2, 0, 1 }, { 3, 0, 9 } };
  RelmLevelArc arcs[] = { { 1, 3, 0 } };
  RelmLevelProblem problem = { tasks, 4, arcs, 1, uses, 4, (gint32[]) { 1 }, 1 };
  gint32 starts[4];

  relm_level (&problem, 50, 1, NULL, NULL, starts);
  g_assert_cmpint (starts[1], ==, 2);
  g_assert_cmpint (starts[2], ==, 3);
  /* What is fixed overlaps; what is free stays clear of both. */
  g_assert_cmpint (starts[0], >=, 7);
  g_assert_cmpint (starts[3], >=, 7);
}

static gboolean
stop (double progress,
      gpointer data)
{
  (*(guint *) data)++;
  return FALSE;
}

static void
test_stopped (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  Random self;
  gint32 starts[N_TASKS];
  guint n_asked = 0;

  make_random (&self, random, FALSE);
  relm_level (&self.problem, 100000, 7, stop, &n_asked, starts);
  g_assert_cmpuint (n_asked, ==, 1);
  g_assert_true (relm_test_psplib_is_valid (&self.problem, starts));
}

/* Not the measurement (see tests/perf), only that nothing is far off. */
static void
test_psplib (void)
{
  g_autofree char *folder = relm_test_plan_case_unpack ("psplib", "j30");
  g_autoptr (GPtrArray) instances = NULL;
  double above = 0;

  if (folder == NULL)
    return;
  instances = relm_test_psplib_load (folder, "j30", 6);
  for (guint i = 0; i < instances->len; i++)
    {
      const RelmTestPsplib *instance = g_ptr_array_index (instances, i);
      g_autofree gint32 *starts = g_new (gint32, instance->problem.n_tasks);
      gint32 length = relm_level (&instance->problem, 500, 1, NULL, NULL, starts);

      g_assert_true (relm_test_psplib_is_valid (&instance->problem, starts));
      g_assert_cmpint (length, >=, instance->best_known);
      above += 100.0 * length / instance->best_known - 100;
    }
  g_assert_cmpfloat (above / instances->len, <, 2.0);
  relm_test_plan_case_remove (folder);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/leveller/random", test_random);
  g_test_add_func ("/engine/leveller/fixed", test_fixed);
  g_test_add_func ("/engine/leveller/stopped", test_stopped);
  g_test_add_func ("/engine/leveller/psplib", test_psplib);
  return g_test_run ();
}
