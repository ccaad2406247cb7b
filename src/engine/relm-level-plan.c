/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "relm-level-plan.h"

#define LANES 4
#define LANE_BITS 16
#define GUARDS G_GUINT64_CONSTANT (0x8000800080008000)

static void
list_before (RelmLevelLayout *self,
             const RelmLevelProblem *problem,
             gboolean mirrored)
{
  g_autofree guint *next = NULL;

  self->before_begin = g_new0 (guint, self->n + 1);
  self->before = g_new (RelmLevelBefore, problem->n_arcs);
  for (guint i = 0; i < problem->n_arcs; i++)
    self->before_begin[(mirrored ? problem->arcs[i].from : problem->arcs[i].to) + 1]++;
  for (guint i = 0; i < self->n; i++)
    self->before_begin[i + 1] += self->before_begin[i];
  next = g_memdup2 (self->before_begin, (self->n + 1) * sizeof *next);
  for (guint i = 0; i < problem->n_arcs; i++)
    {
      const RelmLevelArc *arc = &problem->arcs[i];

      /* Backwards, starts are finishes: the delay between them differs by the durations. */
      if (mirrored)
        self->before[next[arc->from]++] =
            (RelmLevelBefore) { arc->to, arc->delay + problem->tasks[arc->to].duration - problem->tasks[arc->from].duration };
      else
        self->before[next[arc->to]++] = (RelmLevelBefore) { arc->from, arc->delay };
    }
}

static void
pack_capacities (RelmLevelLayout *self,
                 const RelmLevelProblem *problem)
{
  self->n_words = (problem->n_resources + LANES - 1) / LANES;
  self->capacity = g_new (guint64, MAX (self->n_words, 1));
  for (guint i = 0; i < self->n_words; i++)
    self->capacity[i] = GUARDS;
  for (guint i = 0; i < problem->n_resources; i++)
    self->capacity[i / LANES] |= (guint64) CLAMP (problem->capacities[i], 0, RELM_LEVEL_MAX_UNITS) << (i % LANES * LANE_BITS);
}

/* A task that needs more than there is takes all there is: it is done alone, rather than never. */
static void
pack_needs (RelmLevelLayout *self,
            const RelmLevelProblem *problem)
{
  g_autofree guint64 *units = g_new0 (guint64, (gsize) self->n * MAX (self->n_words, 1));
  guint n = 0;

  for (guint i = 0; i < problem->n_uses; i++)
    {
      const RelmLevelUse *use = &problem->uses[i];
      guint64 *word = &units[(gsize) use->task * self->n_words + (guint) use->resource / LANES];
      guint shift = (guint) use->resource % LANES * LANE_BITS;
      gint32 had = (gint32) ((*word >> shift) & RELM_LEVEL_MAX_UNITS);
      gint32 wanted = CLAMP (had + use->units, 0, CLAMP (problem->capacities[use->resource], 0, RELM_LEVEL_MAX_UNITS));

      *word = (*word & ~((guint64) RELM_LEVEL_MAX_UNITS << shift)) | (guint64) wanted << shift;
    }
  self->need_begin = g_new0 (guint, self->n + 1);
  self->needs = g_new (RelmLevelNeed, (gsize) self->n * MAX (self->n_words, 1));
  for (guint i = 0; i < self->n; i++)
    {
      for (guint j = 0; j < self->n_words; j++)
        if (units[(gsize) i * self->n_words + j] != 0)
          self->needs[n++] = (RelmLevelNeed) { j, units[(gsize) i * self->n_words + j] };
      self->need_begin[i + 1] = n;
    }
}

static gint32
find_horizon (const RelmLevelProblem *problem)
{
  gint64 sum = 1, last = 0, delays = 0;

  for (guint i = 0; i < problem->n_tasks; i++)
    {
      const RelmLevelTask *task = &problem->tasks[i];

      sum += task->duration;
      last = MAX (last, MAX (task->release, task->fixed));
    }
  for (guint i = 0; i < problem->n_arcs; i++)
    delays += MAX (0, problem->arcs[i].delay - problem->tasks[problem->arcs[i].from].duration);
  return (gint32) CLAMP (sum + last + delays, 1, G_MAXINT32 / 2);
}

/**
 * relm_level_layout_new:
 * @mirrored: whether time runs backwards; what is fixed or released is then as free as all else
 *
 * Returns: (transfer full): @problem, laid out
 */
RelmLevelLayout *
relm_level_layout_new (const RelmLevelProblem *problem,
                       gboolean mirrored)
{
  RelmLevelLayout *self = g_new0 (RelmLevelLayout, 1);

  self->n = problem->n_tasks;
  self->duration = g_new (gint32, self->n);
  self->release = g_new0 (gint32, self->n);
  self->fixed = g_new (gint32, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      self->duration[i] = problem->tasks[i].duration;
      self->release[i] = mirrored ? 0 : MAX (problem->tasks[i].release, 0);
      self->fixed[i] = mirrored ? RELM_LEVEL_FREE : problem->tasks[i].fixed;
    }
  list_before (self, problem, mirrored);
  pack_capacities (self, problem);
  pack_needs (self, problem);
  self->horizon = find_horizon (problem);
  self->left = g_new (guint64, (gsize) self->horizon * MAX (self->n_words, 1));
  self->used = self->horizon;
  self->placed = g_new (gboolean, self->n);
  self->stack = g_new (gint32, self->n + 1);
  return self;
}

void
relm_level_layout_free (RelmLevelLayout *layout)
{
  g_free (layout->duration);
  g_free (layout->release);
  g_free (layout->fixed);
  g_free (layout->before_begin);
  g_free (layout->before);
  g_free (layout->need_begin);
  g_free (layout->needs);
  g_free (layout->capacity);
  g_free (layout->left);
  g_free (layout->placed);
  g_free (layout->stack);
  g_free (layout);
}

static void
empty (RelmLevelLayout *self)
{
  for (guint word = 0; word < self->n_words; word++)
    for (gint32 i = 0; i < self->used; i++)
      self->left[(gsize) word * (gsize) self->horizon + (gsize) i] = self->capacity[word];
  self->used = 0;
}

/* The first start, not before @start, at which enough is left; looks from the end, so that it jumps as far as it can. */
static gint32
fit (const RelmLevelLayout *self,
     gint32 task,
     gint32 start)
{
  gint32 duration = self->duration[task];
  guint need = self->need_begin[task];

  while (need < self->need_begin[task + 1])
    {
      const guint64 *left = self->left + (gsize) self->needs[need].word * (gsize) self->horizon;
      guint64 units = self->needs[need].units;
      gint32 step = start + duration - 1;

      while (step >= start && ((left[step] - units) & GUARDS) == GUARDS)
        step--;
      if (step < start)
        need++;
      else
        {
          start = step + 1;
          need = self->need_begin[task];
        }
    }
  return start;
}

static void
take (RelmLevelLayout *self,
      gint32 task,
      gint32 start)
{
  gint32 end = MIN (start + self->duration[task], self->horizon);

  for (guint need = self->need_begin[task]; need < self->need_begin[task + 1]; need++)
    {
      guint64 *left = self->left + (gsize) self->needs[need].word * (gsize) self->horizon;

      for (gint32 step = MAX (start, 0); step < end; step++)
        left[step] -= self->needs[need].units;
    }
  self->used = MAX (self->used, end);
}

/* What is fixed takes what it needs even if it is not there; the lanes must then not borrow from one another. */
static void
take_fixed (RelmLevelLayout *self,
            gint32 task)
{
  gint32 start = MAX (self->fixed[task], 0), end = MIN (start + self->duration[task], self->horizon);

  for (guint need = self->need_begin[task]; need < self->need_begin[task + 1]; need++)
    for (gint32 step = start; step < end; step++)
      {
        guint64 *left = &self->left[(gsize) self->needs[need].word * (gsize) self->horizon + (gsize) step], result = GUARDS;

        for (guint lane = 0; lane < LANES; lane++)
          {
            guint shift = lane * LANE_BITS;
            gint32 have = (gint32) ((*left >> shift) & RELM_LEVEL_MAX_UNITS);
            gint32 wanted = (gint32) ((self->needs[need].units >> shift) & RELM_LEVEL_MAX_UNITS);

            result |= (guint64) MAX (have - wanted, 0) << shift;
          }
        *left = result;
      }
  self->used = MAX (self->used, end);
}

static void
place (RelmLevelLayout *self,
       gint32 task,
       gint32 *starts)
{
  gint32 start = self->release[task];

  for (guint i = self->before_begin[task]; i < self->before_begin[task + 1]; i++)
    start = MAX (start, starts[self->before[i].task] + self->before[i].delay);
  if (self->duration[task] > 0)
    {
      start = fit (self, task, start);
      take (self, task, start);
    }
  starts[task] = start;
  self->placed[task] = TRUE;
}

/* Places a task, and first what is before it and has no place yet. */
static void
place_with_before (RelmLevelLayout *self,
                   gint32 task,
                   gint32 *starts)
{
  guint n = 0;

  self->stack[n++] = task;
  while (n > 0)
    {
      gint32 top = self->stack[n - 1];
      guint i = self->before_begin[top];

      while (i < self->before_begin[top + 1] && self->placed[self->before[i].task])
        i++;
      if (i < self->before_begin[top + 1])
        self->stack[n++] = self->before[i].task;
      else
        {
          n--;
          place (self, top, starts);
        }
    }
}

/**
 * relm_level_layout_generate:
 * @order: every task once
 * @starts: (out) (array): the step in which each starts
 *
 * Returns: how many steps the plan takes, from the first start to the last finish
 */
gint32
relm_level_layout_generate (RelmLevelLayout *layout,
                            const gint32 *order,
                            gint32 *starts)
{
  gint32 end = 0;

  empty (layout);
  for (guint i = 0; i < layout->n; i++)
    layout->placed[i] = 0;
  for (guint i = 0; i < layout->n; i++)
    if (layout->fixed[i] != RELM_LEVEL_FREE)
      {
        starts[i] = layout->fixed[i];
        layout->placed[i] = TRUE;
        take_fixed (layout, (gint32) i);
      }
  for (guint i = 0; i < layout->n; i++)
    if (!layout->placed[order[i]])
      place_with_before (layout, order[i], starts);
  for (guint i = 0; i < layout->n; i++)
    end = MAX (end, starts[i] + layout->duration[i]);
  return end;
}
