/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A search finds good orders of the items; then each item, in that order, is given its real place over its own calendar. The best of
 * some orders counts: that of the search, which is for a short plan, and some that keep the ends of the parts of the plan.
 */

#include "config.h"

#include "relm-level-placing.h"
#include "relm-level-search.h"

#define SAMPLES_MAX 200
#define SAMPLE_NODES 2000000 /* how many nodes all samples together may place */

typedef struct
{
  RelmLevelPlacing *placing;
  const RelmLevelRequest *request;
  guint n;
  gint32 *best;
  RelmLevelScore score;
  guint64 state;
} Choice;

/* Splitmix64: the same everywhere, whatever the library. */
static guint64
next_random (Choice *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static void
try (Choice *self,
     const gint32 *priorities)
{
  const RelmLevelScore score = relm_level_placing_run (self->placing, priorities);

  if (self->best != NULL && !relm_level_score_is_better (&score, &self->score))
    return;
  g_free (self->best);
  self->best = g_memdup2 (priorities, MAX (self->n, 1) * sizeof *priorities);
  self->score = score;
}

static gboolean
goes_on (const RelmLevelRequest *request,
         double progress)
{
  return request->go_on == NULL || request->go_on (progress, request->data);
}

/* By how much the numbers of the best order differ. */
static gint32
get_range (const Choice *self)
{
  gint32 low = G_MAXINT32, high = G_MININT32;

  for (guint i = 0; i < self->n; i++)
    {
      low = MIN (low, self->best[i]);
      high = MAX (high, self->best[i]);
    }
  return self->n > 0 ? (gint32) MIN ((gint64) high - low, G_MAXINT32 / 4) : 0;
}

/* The best order so far, disturbed here and there: what is nearly as urgent changes places. */
static void
sample (Choice *self)
{
  const guint n_samples = (guint) CLAMP (SAMPLE_NODES / (gint64) MAX (self->n, 1), 1, MIN (SAMPLES_MAX, (gint64) self->request->n_plans));
  g_autofree gint32 *priorities = g_new (gint32, MAX (self->n, 1));
  const gint32 range = get_range (self);

  for (guint i = 0; i < n_samples; i++)
    {
      const gint32 reach = MAX (range >> (2 + i % 8), 1);

      if (!goes_on (self->request, 1.0))
        return;
      for (guint j = 0; j < self->n; j++)
        priorities[j] = self->best[j] + (gint32) (next_random (self) % (guint64) (reach + 1));
      try (self, priorities);
    }
}

/* By now; by when each must start at the latest; and as the search says. */
static void
choose (Choice *self,
        RelmSchedule *base)
{
  g_autofree gint32 *priorities = g_new0 (gint32, MAX (self->n, 1));

  for (guint i = 0; i < self->n; i++)
    priorities[i] = base->dates[i].es;
  try (self, priorities);
  for (guint i = 0; i < self->n; i++)
    priorities[i] = base->inputs[i].flags & RELM_NODE_DONE ? base->dates[i].es : base->dates[i].ls;
  try (self, priorities);
  if (relm_level_search (base, self->request, priorities))
    try (self, priorities);
  sample (self);
}

/* A copy in which nothing is held back that could move. */
static RelmNetwork *
copy_network (RelmSchedule *schedule)
{
  RelmNetwork *network = relm_network_copy (schedule->network);

  for (guint i = 0; i < schedule->graph->n_items; i++)
    {
      RelmItem item = relm_network_get_items (network, NULL)[i];

      if (item.not_before == RELM_TIME_NONE)
        continue;
      item.not_before = RELM_TIME_NONE;
      relm_network_set_item (network, i, &item);
    }
  return network;
}

static void
hold_back (RelmLevelling *self,
           const RelmLevelHold *holds)
{
  const RelmGraph *graph = self->schedule->graph;

  for (guint i = 0; i < graph->n_items; i++)
    {
      RelmItem item = relm_network_get_items (self->network, NULL)[i];

      if (graph->node_of_item[i] < 0 || holds[graph->node_of_item[i]].not_before == RELM_TIME_NONE)
        continue;
      item.not_before = holds[graph->node_of_item[i]].not_before;
      relm_network_set_item (self->network, i, &item);
    }
}

static void
list_moves (RelmLevelling *self,
            RelmSchedule *schedule,
            const RelmLevelHold *holds)
{
  const RelmGraph *graph = schedule->graph;

  for (guint i = 0; i < graph->n_items; i++)
    {
      static const RelmLevelHold none = { RELM_TIME_NONE, -1, RELM_DATE_NONE };
      const RelmLevelHold *hold = graph->node_of_item[i] >= 0 ? &holds[graph->node_of_item[i]] : &none;
      RelmItemDates before, after;
      RelmLevelMove move;

      relm_schedule_get_dates (schedule, i, &before);
      relm_schedule_get_dates (self->schedule, i, &after);
      if (before.start == after.start && before.finish == after.finish &&
          relm_network_get_items (schedule->network, NULL)[i].not_before == hold->not_before)
        continue;
      move = (RelmLevelMove) { (gint32) i, before.start, after.start, hold->not_before, hold->resource, hold->day };
      g_array_append_val (self->moves, move);
    }
}

/* What is held back already, by node. */
static RelmTime *
list_kept (RelmSchedule *schedule)
{
  RelmTime *kept = g_new (RelmTime, MAX (schedule->graph->n_nodes, 1));

  for (guint i = 0; i < schedule->graph->n_nodes; i++)
    kept[i] = schedule->graph->kinds[i] == RELM_NODE_ITEM ? schedule->inputs[i].not_before : RELM_TIME_NONE;
  return kept;
}

static RelmDate
get_last_day (const RelmLevelScore *score)
{
  return relm_time_get_date (relm_time_clamp (score->finish - 1));
}

/* What is level stays as it is, unless something would be sooner by a day: a plan is not turned over for nothing. */
static RelmLevelHold *
keep_holds (RelmSchedule *schedule,
            const Choice *choice)
{
  g_autofree RelmTime *kept = list_kept (schedule);
  RelmLevelHold *holds;
  RelmLevelScore score;

  if (!relm_level_placing_check (choice->placing, kept, &score) || score.late >= choice->score.late + RELM_MINUTES_PER_DAY ||
      get_last_day (&score) > get_last_day (&choice->score))
    return NULL;
  holds = g_new (RelmLevelHold, MAX (choice->n, 1));
  for (guint i = 0; i < choice->n; i++)
    holds[i] = (RelmLevelHold) { kept[i], -1, RELM_DATE_NONE };
  return holds;
}

/* Finds the best order, and how it places each node. The nodes are those of the schedule: holds do not change the order. */
static RelmLevelHold *
find_holds (RelmSchedule *schedule,
            RelmNetwork *network,
            const RelmLevelRequest *request)
{
  g_autoptr (RelmSchedule) base = relm_schedule_new (network);
  g_autoptr (RelmNetwork) copy = relm_network_copy (network);
  g_autoptr (RelmSchedule) placed = relm_schedule_new (copy);
  g_autoptr (RelmLevelPlacing) placing = NULL;
  Choice choice = { .request = request, .state = request->seed };
  RelmLevelHold *holds;

  relm_schedule_run (base);
  relm_schedule_run (placed);
  placing = relm_level_placing_new (placed, request);
  choice.placing = placing;
  choice.n = base->graph->n_nodes;
  choose (&choice, base);
  holds = keep_holds (schedule, &choice);
  if (holds == NULL)
    {
      relm_level_placing_run (placing, choice.best);
      holds = g_memdup2 (relm_level_placing_get_holds (placing), MAX (choice.n, 1) * sizeof *holds);
    }
  g_free (choice.best);
  return holds;
}

/**
 * relm_levelling_new:
 * @schedule: with its dates up to date; not changed
 * @request: what is needed, and what there is; not needed any more when this returns
 *
 * Returns: (transfer full): what has to move
 */
RelmLevelling *
relm_levelling_new (RelmSchedule *schedule,
                    const RelmLevelRequest *request)
{
  RelmLevelling *self;
  g_autofree RelmLevelHold *holds = NULL;

  g_return_val_if_fail (schedule != NULL && schedule->graph != NULL && schedule->network->changes == 0, NULL);
  g_return_val_if_fail (request != NULL && request->n_plans > 0, NULL);

  self = g_new0 (RelmLevelling, 1);
  self->moves = g_array_new (FALSE, FALSE, sizeof (RelmLevelMove));
  self->network = copy_network (schedule);
  holds = find_holds (schedule, self->network, request);
  self->schedule = relm_schedule_new (self->network);
  relm_schedule_run (self->schedule);
  hold_back (self, holds);
  relm_schedule_run (self->schedule);
  list_moves (self, schedule, holds);
  return self;
}

void
relm_levelling_free (RelmLevelling *self)
{
  g_array_unref (self->moves);
  relm_schedule_free (self->schedule);
  relm_network_free (self->network);
  g_free (self);
}
