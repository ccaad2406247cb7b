/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * In two parts. A search finds a good order of the items, on an axis of working time of the project's calendar, where items of
 * other calendars take about as long as they do. Then each item, in that order, is given its real place: a copy of the network
 * is scheduled and followed, and the item starts where all that it needs is free over its own calendar.
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "relm-levelling.h"
#include "relm-schedule-private.h"

#define STEPS_MAX 20000
#define STEP_MIN 15 /* minutes */

/* When a resource is needed. */
typedef struct
{
  RelmTime start;
  RelmTime finish;
  gint32 units;
} Busy;

typedef struct
{
  RelmSchedule *schedule; /* as it is */
  const RelmAssignment *assignments;
  guint n_assignments;
  const gint32 *capacities;
  guint *first; /* per item + 1, into sorted */
  guint *sorted;

  gint32 step; /* minutes */
  RelmLevelTask *tasks;
  GArray *arcs;
  GArray *uses;

  RelmNetwork *network; /* the copy that items are placed in */
  RelmSchedule *placing;
  GArray **busy; /* per resource */
  gboolean *placed;
} Levelling;

static gboolean
is_fixed (const RelmNodeInput *input)
{
  return input->flags & (RELM_NODE_STARTED | RELM_ITEM_PINNED) || input->constraint == RELM_CONSTRAINT_MUST_START ||
         input->constraint == RELM_CONSTRAINT_MUST_FINISH || input->constraint == RELM_CONSTRAINT_ALAP;
}

/* Assignments of an item, side by side. */
static void
sort_assignments (Levelling *self)
{
  guint n_items = self->schedule->graph->n_items;
  g_autofree guint *next = NULL;

  self->first = g_new0 (guint, n_items + 1);
  self->sorted = g_new (guint, self->n_assignments);
  for (guint i = 0; i < self->n_assignments; i++)
    self->first[self->assignments[i].item + 1]++;
  for (guint i = 0; i < n_items; i++)
    self->first[i + 1] += self->first[i];
  next = g_memdup2 (self->first, (n_items + 1) * sizeof *next);
  for (guint i = 0; i < self->n_assignments; i++)
    self->sorted[next[self->assignments[i].item]++] = i;
}

static gint32
to_step (const Levelling *self,
         RelmTime time)
{
  const RelmScheduleCalendar *calendar = &self->schedule->calendars[0];

  return MAX (0, (relm_calendar_to_work (calendar->calendar, time) - calendar->start) / self->step);
}

static gint32
duration_of (const Levelling *self,
             gint32 node)
{
  const RelmNodeDates *dates = &self->schedule->dates[node];

  if (self->schedule->inputs[node].flags & RELM_NODE_HUB)
    return 0;
  return (relm_calendar_work ((RelmCalendar *) self->schedule->calendars[0].calendar, dates->es, dates->ef) + self->step - 1) / self->step;
}

static void
choose_step (Levelling *self)
{
  const RelmGraph *graph = self->schedule->graph;
  gint64 sum = 0;

  self->step = 1;
  for (guint i = 0; i < graph->n_nodes; i++)
    sum += duration_of (self, (gint32) i);
  self->step = (gint32) MAX (STEP_MIN, sum / STEPS_MAX);
}

static void
make_tasks (Levelling *self)
{
  const RelmSchedule *schedule = self->schedule;

  self->tasks = g_new0 (RelmLevelTask, schedule->graph->n_nodes);
  for (guint i = 0; i < schedule->graph->n_nodes; i++)
    {
      const RelmNodeInput *input = &schedule->inputs[i];
      gint32 step = to_step (self, schedule->dates[i].es);
      gboolean free = schedule->graph->in_begin[i] == schedule->graph->in_begin[i + 1];

      self->tasks[i] = (RelmLevelTask) { duration_of (self, (gint32) i), 0, RELM_LEVEL_FREE };
      if (input->flags & RELM_NODE_HUB)
        continue;
      if (is_fixed (input))
        self->tasks[i].fixed = step;
      else if (free || input->constraint != RELM_CONSTRAINT_ASAP)
        self->tasks[i].release = step;
    }
}

static void
make_arcs (Levelling *self)
{
  const RelmGraph *graph = self->schedule->graph;

  self->arcs = g_array_new (FALSE, FALSE, sizeof (RelmLevelArc));
  for (guint i = 0; i < graph->n_nodes; i++)
    for (guint j = graph->in_begin[i]; j < graph->in_begin[i + 1]; j++)
      {
        const RelmEdge *edge = &graph->in[j];
        RelmLevelArc arc = { edge->node, (gint32) i, edge->lag / self->step };

        if (edge->type == RELM_EDGE_MEMBER)
          arc.delay = graph->kinds[i] == RELM_NODE_HUB_FINISH ? self->tasks[edge->node].duration : 0;
        else
          {
            arc.delay += edge->type & RELM_EDGE_FROM_START ? 0 : self->tasks[edge->node].duration;
            arc.delay -= edge->type & RELM_EDGE_TO_FINISH ? self->tasks[i].duration : 0;
          }
        g_array_append_val (self->arcs, arc);
      }
}

static void
make_uses (Levelling *self)
{
  self->uses = g_array_new (FALSE, FALSE, sizeof (RelmLevelUse));
  for (guint i = 0; i < self->n_assignments; i++)
    {
      const RelmAssignment *assignment = &self->assignments[i];
      RelmLevelUse use = { self->schedule->graph->node_of_item[assignment->item], assignment->resource, assignment->units };

      if (use.task >= 0)
        g_array_append_val (self->uses, use);
    }
}

/* The end of a need that is in the way of this one; RELM_TIME_NONE when there is room. */
static RelmTime
find_obstacle (GArray *busy,
               RelmTime start,
               RelmTime finish,
               gint32 units,
               gint32 capacity)
{
  RelmTime obstacle = RELM_TIME_NONE;

  for (guint i = 0; i < busy->len; i++)
    {
      const Busy *at = &g_array_index (busy, Busy, i);
      RelmTime moment = MAX (at->start, start);
      gint32 sum = units;

      /* Need is greatest where some need begins. */
      if (moment >= MIN (at->finish, finish))
        continue;
      for (guint j = 0; j < busy->len; j++)
        {
          const Busy *other = &g_array_index (busy, Busy, j);

          if (other->start <= moment && moment < other->finish)
            sum += other->units;
        }
      if (sum > capacity && (obstacle == RELM_TIME_NONE || at->finish < obstacle))
        obstacle = at->finish;
    }
  return obstacle;
}

static gint32
units_of (const Levelling *self,
          const RelmAssignment *assignment)
{
  return MIN (assignment->units, self->capacities[assignment->resource]);
}

static RelmTime
find_item_obstacle (const Levelling *self,
                    gint32 item,
                    RelmTime start,
                    RelmTime finish)
{
  for (guint i = self->first[item]; i < self->first[item + 1]; i++)
    {
      const RelmAssignment *assignment = &self->assignments[self->sorted[i]];
      RelmTime obstacle = find_obstacle (self->busy[assignment->resource], start, finish, units_of (self, assignment),
                                         self->capacities[assignment->resource]);

      if (obstacle != RELM_TIME_NONE)
        return obstacle;
    }
  return RELM_TIME_NONE;
}

static void
keep_busy (Levelling *self,
           gint32 item,
           const RelmItemDates *dates)
{
  for (guint i = self->first[item]; i < self->first[item + 1]; i++)
    {
      const RelmAssignment *assignment = &self->assignments[self->sorted[i]];
      Busy busy = { dates->start, dates->finish, units_of (self, assignment) };

      g_array_append_val (self->busy[assignment->resource], busy);
    }
}

/* Moves an item on until all that it needs is free, and follows the schedule there. */
static void
place_item (Levelling *self,
            gint32 item)
{
  RelmItemDates dates;
  RelmTime obstacle;

  relm_schedule_get_dates (self->placing, (guint) item, &dates);
  for (obstacle = find_item_obstacle (self, item, dates.start, dates.finish); obstacle != RELM_TIME_NONE;
       obstacle = find_item_obstacle (self, item, dates.start, dates.finish))
    {
      RelmItem changed = relm_network_get_items (self->network, NULL)[item];

      changed.not_before = obstacle;
      relm_network_set_item (self->network, (guint) item, &changed);
      relm_schedule_update (self->placing);
      relm_schedule_get_dates (self->placing, (guint) item, &dates);
      if (dates.start < obstacle)
        break;
    }
  keep_busy (self, item, &dates);
}

/* What is before a node is placed before it, or it would be pushed out of its place again. */
static void
place_node (Levelling *self,
            gint32 node,
            gint32 *stack)
{
  const RelmGraph *graph = self->schedule->graph;
  guint n = 0;

  stack[n++] = node;
  while (n > 0)
    {
      gint32 top = stack[n - 1];
      guint i = graph->in_begin[top];

      while (i < graph->in_begin[top + 1] && self->placed[graph->in[i].node])
        i++;
      if (i < graph->in_begin[top + 1])
        {
          stack[n++] = graph->in[i].node;
          continue;
        }
      n--;
      self->placed[top] = TRUE;
      if (graph->kinds[top] == RELM_NODE_ITEM && !is_fixed (&self->schedule->inputs[top]))
        place_item (self, graph->item_of_node[top]);
    }
}

static int
compare_starts (gconstpointer a,
                gconstpointer b,
                gpointer data)
{
  const gint32 *starts = data;
  gint32 x = *(const gint32 *) a, y = *(const gint32 *) b;

  return starts[x] != starts[y] ? (starts[x] > starts[y]) - (starts[x] < starts[y]) : (x > y) - (x < y);
}

static void
place_all (Levelling *self,
           gint32 *starts,
           guint n_resources)
{
  const RelmGraph *graph = self->schedule->graph;
  g_autofree gint32 *order = g_new (gint32, graph->n_nodes), *stack = g_new (gint32, graph->n_nodes + 1);

  self->network = relm_network_copy (self->schedule->network);
  self->placing = relm_schedule_new (self->network);
  relm_schedule_update (self->placing);
  self->placed = g_new0 (gboolean, graph->n_nodes);
  self->busy = g_new (GArray *, n_resources);
  for (guint i = 0; i < n_resources; i++)
    self->busy[i] = g_array_new (FALSE, FALSE, sizeof (Busy));
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      RelmItemDates dates;

      order[i] = (gint32) i;
      if (graph->kinds[i] != RELM_NODE_ITEM || !is_fixed (&self->schedule->inputs[i]))
        continue;
      relm_schedule_get_dates (self->schedule, (guint) graph->item_of_node[i], &dates);
      keep_busy (self, graph->item_of_node[i], &dates);
    }
  g_sort_array (order, graph->n_nodes, sizeof *order, compare_starts, starts);
  for (guint i = 0; i < graph->n_nodes; i++)
    if (!self->placed[order[i]])
      place_node (self, order[i], stack);
}

static GArray *
list_moves (Levelling *self)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (RelmLevelMove));

  for (guint i = 0; i < self->schedule->graph->n_items; i++)
    {
      const RelmItem *item = &relm_network_get_items (self->network, NULL)[i];
      RelmItemDates before, after;
      RelmLevelMove move;

      if (item->not_before == relm_network_get_items (self->schedule->network, NULL)[i].not_before)
        continue;
      relm_schedule_get_dates (self->schedule, i, &before);
      relm_schedule_get_dates (self->placing, i, &after);
      move = (RelmLevelMove) { (gint32) i, before.start, after.start };
      g_array_append_val (moves, move);
    }
  return moves;
}

static void
tear_down (Levelling *self,
           guint n_resources)
{
  for (guint i = 0; i < n_resources; i++)
    g_array_unref (self->busy[i]);
  g_free (self->busy);
  relm_schedule_free (self->placing);
  relm_network_free (self->network);
  g_array_unref (self->arcs);
  g_array_unref (self->uses);
  g_free (self->tasks);
  g_free (self->placed);
  g_free (self->first);
  g_free (self->sorted);
}

/**
 * relm_schedule_level:
 * @schedule: with its dates up to date; at most 65,535 items
 * @capacities: (array length=n_resources): what there is of each resource, at most %RELM_LEVEL_MAX_UNITS
 * @n_plans: how many plans the search makes; 1 is instant, 5,000 good
 * @go_on: (nullable): asked now and then; %FALSE ends the search, not the placing
 *
 * Returns: (transfer full) (element-type RelmLevelMove): the items that have to be held back, and the starts that they then
 *   have; what only follows them is not named
 */
GArray *
relm_schedule_level (RelmSchedule *schedule,
                     const RelmAssignment *assignments,
                     guint n_assignments,
                     const gint32 *capacities,
                     guint n_resources,
                     guint n_plans,
                     guint64 seed,
                     RelmLevelGoOn go_on,
                     gpointer data)
{
  Levelling self = { .schedule = schedule, .assignments = assignments, .n_assignments = n_assignments, .capacities = capacities };
  RelmLevelProblem problem;
  g_autofree gint32 *starts = NULL;
  GArray *moves;

  g_return_val_if_fail (schedule != NULL && schedule->graph != NULL && schedule->network->changes == 0, NULL);
  g_return_val_if_fail (schedule->graph->n_nodes <= G_MAXUINT16 && n_plans > 0, NULL);

  sort_assignments (&self);
  choose_step (&self);
  make_tasks (&self);
  make_arcs (&self);
  make_uses (&self);
  problem = (RelmLevelProblem) { self.tasks, schedule->graph->n_nodes, (RelmLevelArc *) self.arcs->data, self.arcs->len,
                                 (RelmLevelUse *) self.uses->data, self.uses->len, capacities, n_resources };
  starts = g_new0 (gint32, schedule->graph->n_nodes);
  relm_level (&problem, n_plans, seed, go_on, data, starts);
  place_all (&self, starts, n_resources);
  moves = list_moves (&self);
  tear_down (&self, n_resources);
  return moves;
}
