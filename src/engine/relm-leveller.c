/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "relm-level-plan.h"

#define POPULATION_MAX 60 /* and one more for every 500 plans: a long search must not end in plans that are all alike */
#define MOVES 4

/* A plan; times are those of its own direction. */
typedef struct
{
  gint32 *starts;
  gint32 length;
} Plan;

typedef struct
{
  RelmLevelLayout *layouts[2]; /* forwards, backwards */
  const RelmLevelProblem *problem;
  guint n;
  guint size;
  Plan *plans; /* of the population, forwards */
  Plan forwards;
  Plan backwards;
  gint32 *late; /* latest starts, for the first plans */
  gint32 *rank; /* a topological order; decides between equals */
  gint64 *keys;
  gint32 *order;
  gint32 *child;
  guint64 state;
  guint made;
  guint n_plans;
  gint32 best;
  gint32 *best_starts;
  gboolean one_way; /* something is fixed or released: only forwards a plan counts */
} Search;

/* Splitmix64: the same everywhere, whatever the library. */
static guint64
next_random (Search *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static guint
random_below (Search *self,
              guint n)
{
  return (guint) (((next_random (self) >> 32) * n) >> 32);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* Sorts tasks by a number each; the topological order decides between equals. */
static void
sort_tasks (Search *self,
            const gint32 *numbers,
            gboolean backwards)
{
  for (guint i = 0; i < self->n; i++)
    {
      gint64 rank = backwards ? (gint64) self->n - 1 - self->rank[i] : self->rank[i];

      self->keys[i] = numbers[i] * (G_GINT64_CONSTANT (1) << 32) + (rank << 16) + i;
    }
  if (self->n > 0)
    qsort (self->keys, self->n, sizeof *self->keys, compare_keys);
  for (guint i = 0; i < self->n; i++)
    self->order[i] = (gint32) (self->keys[i] & 0xffff);
}

static void
note_best (Search *self,
           const gint32 *starts,
           gint32 length,
           gboolean backwards)
{
  if (length >= self->best || (backwards && self->one_way))
    return;
  self->best = length;
  for (guint i = 0; i < self->n; i++)
    self->best_starts[i] = backwards ? length - starts[i] - self->problem->tasks[i].duration : starts[i];
}

/* Makes a plan in the order that self->order has. */
static gint32
generate (Search *self,
          gboolean backwards,
          gint32 *starts)
{
  gint32 length = relm_level_layout_generate (self->layouts[backwards], self->order, starts);

  self->made++;
  note_best (self, starts, length, backwards);
  return length;
}

/* Ranks by going over the arcs until nothing moves; the arcs make no loop. */
static void
rank_tasks (Search *self)
{
  g_autofree guint *n_before = g_new0 (guint, self->n);
  const RelmLevelLayout *after = self->layouts[1], *before = self->layouts[0];
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    {
      n_before[i] = before->before_begin[i + 1] - before->before_begin[i];
      if (n_before[i] == 0)
        self->order[n++] = (gint32) i;
    }
  for (guint i = 0; i < n; i++)
    {
      gint32 task = self->order[i];

      self->rank[task] = (gint32) i;
      for (guint j = after->before_begin[task]; j < after->before_begin[task + 1]; j++)
        if (--n_before[after->before[j].task] == 0)
          self->order[n++] = after->before[j].task;
    }
  g_assert (n == self->n);
}

/* Latest starts without resources, counted back from zero. */
static void
find_late (Search *self)
{
  const RelmLevelLayout *after = self->layouts[1];

  for (guint i = self->n; i-- > 0;)
    {
      gint32 task = self->order[i], finish = 0;

      for (guint j = after->before_begin[task]; j < after->before_begin[task + 1]; j++)
        finish = MAX (finish, -self->late[after->before[j].task] - after->duration[after->before[j].task] + after->before[j].delay);
      self->late[task] = -finish - after->duration[task];
    }
}

static void
exchange (Plan *a,
          Plan *b)
{
  Plan plan = *a;

  *a = *b;
  *b = plan;
}

/* The start of a task of a plan, in the other direction. */
static gint32
turned (const Search *self,
        const Plan *plan,
        guint task)
{
  return plan->length - plan->starts[task] - self->problem->tasks[task].duration;
}

/* Packs a plan to the other side: those tasks first that lie nearest to it. */
static void
justify (Search *self,
         const Plan *from,
         gboolean backwards,
         Plan *to)
{
  for (guint i = 0; i < self->n; i++)
    self->child[i] = turned (self, from, i);
  sort_tasks (self, self->child, backwards);
  to->length = generate (self, backwards, to->starts);
}

/*
 * Makes self->forwards of the order of self->child, and packs it backwards and forwards again, which often makes it shorter.
 */
static void
improve (Search *self)
{
  sort_tasks (self, self->child, FALSE);
  self->forwards.length = generate (self, FALSE, self->forwards.starts);
  justify (self, &self->forwards, TRUE, &self->backwards);
  justify (self, &self->backwards, FALSE, &self->forwards);
}

/* First plans: by latest start, disturbed more from plan to plan, the last at random; without that, searches end too early. */
static void
sample (Search *self,
        guint index)
{
  gint32 span = 1;

  for (guint i = 0; i < self->n; i++)
    span = MAX (span, -self->late[i]);
  for (guint i = 0; i < self->n; i++)
    {
      gint32 noise = (gint32) ((gint64) span * (gint32) index / (gint32) self->size) + (index > 0);

      self->child[i] = self->late[i] + (index > 0 ? (gint32) random_below (self, (guint) noise + 1) : 0);
    }
  improve (self);
  exchange (&self->plans[index], &self->forwards);
}

/*
 * Between two points of the mother's time, tasks stand as with the mother; before and after, as with the father. What is
 * before something stays before it, since a cut in time keeps it so.
 */
static void
cross (Search *self,
       const Plan *mother,
       const Plan *father)
{
  gint32 length = MAX (mother->length, 1);
  gint32 width = length / 4 + (gint32) random_below (self, (guint) (length / 2 + 1));
  gint32 first = (gint32) random_below (self, (guint) (length - MIN (width, length) + 1)), last = first + width;
  gint32 far = MAX (mother->length, father->length) + 1;

  for (guint i = 0; i < self->n; i++)
    {
      gint32 start = mother->starts[i];

      if (start < first)
        self->child[i] = father->starts[i] - far;
      else if (start > last)
        self->child[i] = father->starts[i] + far + length;
      else
        self->child[i] = start;
    }
}

/* Moves a few tasks. */
static void
mutate (Search *self,
        gint32 reach)
{
  for (guint i = 0; i < self->n; i++)
    if (random_below (self, self->n) < MOVES)
      self->child[i] += (gint32) random_below (self, (guint) (2 * reach + 1)) - reach;
}

static guint
pick (Search *self)
{
  guint a = random_below (self, self->size), b = random_below (self, self->size);

  return self->plans[a].length <= self->plans[b].length ? a : b;
}

static gboolean
is_known (const Search *self,
          const Plan *plan)
{
  for (guint i = 0; i < self->size; i++)
    if (self->plans[i].length == plan->length && memcmp (self->plans[i].starts, plan->starts, self->n * sizeof *plan->starts) == 0)
      return TRUE;
  return FALSE;
}

/* A new plan takes the place of one of the longest, unless it is longer still, or there already. */
static void
breed (Search *self)
{
  guint mother = pick (self), father = pick (self), worst = random_below (self, self->size);

  cross (self, &self->plans[mother], &self->plans[father]);
  mutate (self, MAX (self->plans[mother].length / 5, 1));
  improve (self);
  for (guint i = 0; i < self->size; i++)
    if (self->plans[i].length > self->plans[worst].length)
      worst = i;
  if (self->forwards.length <= self->plans[worst].length && !is_known (self, &self->forwards))
    exchange (&self->plans[worst], &self->forwards);
}

static void
set_up (Search *self,
        const RelmLevelProblem *problem,
        guint n_plans,
        guint64 seed)
{
  self->problem = problem;
  self->n = problem->n_tasks;
  self->n_plans = n_plans;
  self->state = seed;
  self->best = G_MAXINT32;
  self->size = CLAMP (n_plans / 60, 1, POPULATION_MAX + n_plans / 500);
  for (guint i = 0; i < 2; i++)
    self->layouts[i] = relm_level_layout_new (problem, i == 1);
  self->plans = g_new (Plan, self->size);
  for (guint i = 0; i < self->size; i++)
    self->plans[i].starts = g_new (gint32, self->n);
  self->forwards.starts = g_new (gint32, self->n);
  self->backwards.starts = g_new (gint32, self->n);
  for (guint i = 0; i < self->n; i++)
    self->one_way |= problem->tasks[i].release > 0 || problem->tasks[i].fixed != RELM_LEVEL_FREE;
  self->late = g_new (gint32, self->n);
  self->rank = g_new (gint32, self->n);
  self->keys = g_new (gint64, self->n);
  self->order = g_new (gint32, self->n);
  self->child = g_new (gint32, self->n);
  rank_tasks (self);
  find_late (self);
}

static void
tear_down (Search *self)
{
  for (guint i = 0; i < self->size; i++)
    g_free (self->plans[i].starts);
  g_free (self->plans);
  g_free (self->forwards.starts);
  g_free (self->backwards.starts);
  for (guint i = 0; i < 2; i++)
    relm_level_layout_free (self->layouts[i]);
  g_free (self->late);
  g_free (self->rank);
  g_free (self->keys);
  g_free (self->order);
  g_free (self->child);
}

static void
search (Search *self,
        RelmLevelGoOn go_on,
        gpointer data)
{
  for (guint i = 0; i < self->size; i++)
    sample (self, i);
  for (guint i = 0; self->made + 3 <= self->n_plans; i++)
    {
      if (go_on != NULL && i % 64 == 0 && !go_on ((double) self->made / self->n_plans, data))
        break;
      breed (self);
    }
}

/**
 * relm_level:
 * @problem: at most 65,535 tasks; whatever is fixed stays, even where that is too much for a resource
 * @n_plans: how many plans to make at most; 1 is one pass by latest start
 * @go_on: (nullable): asked between generations
 * @starts: (out) (array): the step in which each task starts, in the best plan
 *
 * Returns: how many steps that plan takes
 */
gint32
relm_level (const RelmLevelProblem *problem,
            guint n_plans,
            guint64 seed,
            RelmLevelGoOn go_on,
            gpointer data,
            gint32 *starts)
{
  Search self = { .best_starts = starts };

  g_return_val_if_fail (problem != NULL && problem->n_tasks <= G_MAXUINT16 && starts != NULL && n_plans > 0, 0);

  if (problem->n_tasks == 0)
    return 0;
  set_up (&self, problem, n_plans, seed);
  search (&self, go_on, data);
  tear_down (&self);
  return self.best;
}
