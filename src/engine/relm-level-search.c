/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-level-search.h"

#define STEPS_MAX 20000
#define STEP_MIN 15 /* minutes */

typedef struct
{
  const RelmSchedule *schedule;
  gint32 step; /* minutes */
  RelmLevelTask *tasks;
  GArray *arcs;
  GArray *uses;
} Search;

/* Whether an item stays where it is, whoever is needed too much. */
gboolean
relm_level_is_fixed (const RelmNodeInput *input)
{
  return input->flags & (RELM_NODE_STARTED | RELM_ITEM_PINNED) || input->constraint == RELM_CONSTRAINT_MUST_START ||
         input->constraint == RELM_CONSTRAINT_MUST_FINISH || input->constraint == RELM_CONSTRAINT_ALAP;
}

static gint32
to_step (const Search *self,
         RelmTime time)
{
  const RelmScheduleCalendar *calendar = &self->schedule->calendars[0];

  return MAX (0, (relm_calendar_to_work (calendar->calendar, time) - calendar->start) / self->step);
}

static gint32
minutes_of (const Search *self,
            gint32 node)
{
  const RelmNodeDates *dates = &self->schedule->dates[node];

  if (self->schedule->inputs[node].flags & RELM_NODE_HUB)
    return 0;
  return relm_calendar_work ((RelmCalendar *) self->schedule->calendars[0].calendar, dates->es, dates->ef);
}

/* The longest step of which all is a multiple, unless that is too short or too many. */
static void
choose_step (Search *self)
{
  gint64 sum = 0;
  gint32 divisor = 0;

  for (guint i = 0; i < self->schedule->graph->n_nodes; i++)
    {
      gint32 minutes = minutes_of (self, (gint32) i), other = divisor;

      sum += minutes;
      for (divisor = minutes; other != 0;)
        {
          const gint32 rest = divisor % other;

          divisor = other;
          other = rest;
        }
    }
  self->step = (gint32) MAX (MAX (STEP_MIN, sum / STEPS_MAX), divisor);
}

static void
make_tasks (Search *self)
{
  const RelmSchedule *schedule = self->schedule;

  self->tasks = g_new0 (RelmLevelTask, schedule->graph->n_nodes);
  for (guint i = 0; i < schedule->graph->n_nodes; i++)
    {
      const RelmNodeInput *input = &schedule->inputs[i];
      const gint32 step = to_step (self, schedule->dates[i].es);
      const gboolean is_free = schedule->graph->in_begin[i] == schedule->graph->in_begin[i + 1];

      self->tasks[i] = (RelmLevelTask) { (minutes_of (self, (gint32) i) + self->step - 1) / self->step, 0, RELM_LEVEL_FREE };
      if (input->flags & RELM_NODE_HUB)
        continue;
      if (relm_level_is_fixed (input))
        self->tasks[i].fixed = step;
      else if (is_free || input->constraint != RELM_CONSTRAINT_ASAP)
        self->tasks[i].release = step;
    }
}

static void
make_arcs (Search *self)
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
make_uses (Search *self,
           const RelmLevelRequest *request)
{
  self->uses = g_array_new (FALSE, FALSE, sizeof (RelmLevelUse));
  for (guint i = 0; i < request->n_assignments; i++)
    {
      const RelmAssignment *assignment = &request->assignments[i];
      const RelmLevelUse use = { self->schedule->graph->node_of_item[assignment->item], assignment->resource, assignment->units };

      if (use.task >= 0)
        g_array_append_val (self->uses, use);
    }
}

static void
search (Search *self,
        const RelmLevelRequest *request,
        gint32 *starts)
{
  g_autofree gint32 *capacities = g_new (gint32, MAX (request->n_resources, 1));
  RelmLevelProblem problem;

  for (guint i = 0; i < request->n_resources; i++)
    capacities[i] = request->resources[i].units;
  problem = (RelmLevelProblem) {
    self->tasks, self->schedule->graph->n_nodes, (gpointer) self->arcs->data, self->arcs->len,
    (gpointer) self->uses->data, self->uses->len, capacities, request->n_resources,
  };
  relm_level (&problem, request->n_plans, request->seed, request->go_on, request->data, starts);
}

/**
 * relm_level_search:
 * @schedule: with its dates
 * @starts: (out) (array): a number per node; what has the lower one is to be placed first
 *
 * Returns: whether there was a search: plans of more than 65,535 nodes are too large for one
 */
gboolean
relm_level_search (RelmSchedule *schedule,
                   const RelmLevelRequest *request,
                   gint32 *starts)
{
  Search self = { .schedule = schedule };

  if (schedule->graph->n_nodes > G_MAXUINT16 || schedule->graph->n_nodes == 0)
    return FALSE;
  choose_step (&self);
  make_tasks (&self);
  make_arcs (&self);
  make_uses (&self, request);
  search (&self, request, starts);
  g_array_unref (self.arcs);
  g_array_unref (self.uses);
  g_free (self.tasks);
  return TRUE;
}
