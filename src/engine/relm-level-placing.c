/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "relm-level-placing.h"
#include "relm-level-search.h"

#define HOPS_MAX 100000 /* of one item; a plan that needs more has no room for it */

struct _RelmLevelPlacing
{
  RelmSchedule *schedule; /* of its own: dates and inputs are those of the items placed so far */
  const RelmLevelRequest *request;
  guint n;
  guint *first;  /* per item + 1, into sorted */
  guint *sorted; /* assignments of an item, side by side */
  guint *first_closure;
  guint *sorted_closures;
  RelmNodeDates *base; /* per node: where it is without levelling */
  RelmLoadProfile **fixed; /* per resource: what may not move takes */
  RelmLoadProfile **left;
  RelmLevelHold *holds; /* per node */
  const RelmTime *kept; /* per node: what holds it back already; NULL to look at all of that anew */
  gboolean *placed;
  gint32 *order;
  gint32 *stack;
};

static int
compare_priorities (gconstpointer a,
                    gconstpointer b,
                    gpointer data)
{
  const gint32 *priorities = data;
  const gint32 x = *(const gint32 *) a, y = *(const gint32 *) b;

  return priorities[x] != priorities[y] ? (priorities[x] > priorities[y]) - (priorities[x] < priorities[y]) : (x > y) - (x < y);
}

static gint32
item_of_assignment (const RelmLevelRequest *request,
                    guint index)
{
  return request->assignments[index].item;
}

static gint32
item_of_closure (const RelmLevelRequest *request,
                 guint index)
{
  return request->closures[index].item;
}

/* Puts what belongs to an item side by side. */
static void
sort_by_item (RelmLevelPlacing *self,
              gint32 (*item_of) (const RelmLevelRequest *request, guint index),
              guint n,
              guint **first,
              guint **sorted)
{
  const guint n_items = self->schedule->graph->n_items;
  g_autofree guint *next = NULL;

  *first = g_new0 (guint, n_items + 1);
  *sorted = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    (*first)[item_of (self->request, i) + 1]++;
  for (guint i = 0; i < n_items; i++)
    (*first)[i + 1] += (*first)[i];
  next = g_memdup2 (*first, (n_items + 1) * sizeof *next);
  for (guint i = 0; i < n; i++)
    (*sorted)[next[item_of (self->request, i)]++] = i;
}

static RelmLoadNeed
need_of (const RelmLevelPlacing *self,
         gint32 node,
         const RelmAssignment *assignment)
{
  const RelmNodeInput *input = &self->schedule->inputs[node];
  const RelmNodeDates *dates = &self->schedule->dates[node];
  const gboolean elapsed = input->flags & RELM_ITEM_ELAPSED;

  return (RelmLoadNeed) {
    elapsed ? NULL : (RelmCalendar *) self->schedule->calendars[input->calendar].calendar,
    dates->es,
    dates->ef,
    MIN (assignment->units, self->request->resources[assignment->resource].units),
  };
}

static void
take (RelmLevelPlacing *self,
      gint32 node,
      RelmLoadProfile **profiles)
{
  const gint32 item = self->schedule->graph->item_of_node[node];

  for (guint i = self->first[item]; i < self->first[item + 1]; i++)
    {
      const RelmAssignment *assignment = &self->request->assignments[self->sorted[i]];
      const RelmLoadNeed need = need_of (self, node, assignment);

      relm_load_profile_take (profiles[assignment->resource], &need);
    }
}

/* What is in the way: a resource, and the day; or a closure, whose last day it is. */
static gboolean
find_obstacle (RelmLevelPlacing *self,
               gint32 node,
               gint32 *resource,
               RelmDate *day)
{
  const gint32 item = self->schedule->graph->item_of_node[node];

  for (guint i = self->first[item]; i < self->first[item + 1]; i++)
    {
      const RelmAssignment *assignment = &self->request->assignments[self->sorted[i]];
      const RelmLoadNeed need = need_of (self, node, assignment);

      *resource = assignment->resource;
      *day = relm_load_profile_find_obstacle (self->left[assignment->resource], &need);
      if (*day != RELM_DATE_NONE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_closure (RelmLevelPlacing *self,
              gint32 node,
              RelmDate *day)
{
  const RelmNodeDates *dates = &self->schedule->dates[node];
  const gint32 item = self->schedule->graph->item_of_node[node];

  if (dates->es <= self->base[node].es || self->first_closure[item] == self->first_closure[item + 1])
    return FALSE;
  for (guint i = self->first_closure[item]; i < self->first_closure[item + 1]; i++)
    {
      const RelmSpan days = self->request->closures[self->sorted_closures[i]].days;

      if (relm_time_get_date (dates->es) <= days.finish && relm_time_get_date (MAX (dates->ef - 1, dates->es)) >= days.start)
        {
          *day = days.finish;
          return TRUE;
        }
    }
  return FALSE;
}

static void
hold (RelmLevelPlacing *self,
      gint32 node,
      RelmTime not_before)
{
  self->schedule->inputs[node].not_before = not_before;
  relm_schedule_forward_node (self->schedule, node, FALSE);
}

/* What must start or finish no later than a time does not move past it. */
static gboolean
is_too_late (const RelmLevelPlacing *self,
             gint32 node)
{
  const RelmNodeInput *input = &self->schedule->inputs[node];
  const RelmNodeDates *dates = &self->schedule->dates[node];

  return (input->constraint == RELM_CONSTRAINT_START_NO_LATER && dates->es > input->constraint_time) ||
         (input->constraint == RELM_CONSTRAINT_FINISH_NO_LATER && dates->ef > input->constraint_time);
}

static RelmDate
next_day (RelmLevelPlacing *self,
          gint32 resource,
          RelmDate day)
{
  return resource >= 0 ? relm_load_profile_find_room (self->left[resource], day + 1) : day + 1;
}

/* Moves an item on, to the beginning of a day, until all that it needs is there. */
static void
place_item (RelmLevelPlacing *self,
            gint32 node)
{
  RelmLevelHold *held = &self->holds[node];
  const RelmTime kept = self->kept != NULL ? self->kept[node] : RELM_TIME_NONE;
  guint n = 0;

  hold (self, node, kept);
  for (;;)
    {
      gint32 resource = -1;
      RelmDate day;

      if (!find_closure (self, node, &day) && !find_obstacle (self, node, &resource, &day))
        break;
      if (held->day == RELM_DATE_NONE)
        *held = (RelmLevelHold) { RELM_TIME_NONE, resource, day };
      held->not_before = relm_time_from_date (next_day (self, resource, day), 0);
      hold (self, node, held->not_before);
      if (++n < HOPS_MAX && self->schedule->dates[node].es >= held->not_before && !is_too_late (self, node))
        continue;
      hold (self, node, kept);
      *held = (RelmLevelHold) { RELM_TIME_NONE, -1, RELM_DATE_NONE };
      break;
    }
  take (self, node, self->left);
}

/* What is before a node is placed before it, or it would be pushed out of its place again. */
static void
place_node (RelmLevelPlacing *self,
            gint32 node)
{
  const RelmGraph *graph = self->schedule->graph;
  guint n = 0;

  self->stack[n++] = node;
  while (n > 0)
    {
      const gint32 top = self->stack[n - 1];
      guint i = graph->in_begin[top];

      while (i < graph->in_begin[top + 1] && self->placed[graph->in[i].node])
        i++;
      if (i < graph->in_begin[top + 1])
        {
          self->stack[n++] = graph->in[i].node;
          continue;
        }
      n--;
      self->placed[top] = TRUE;
      if (graph->kinds[top] != RELM_NODE_ITEM)
        relm_schedule_forward_node (self->schedule, top, FALSE);
      else if (!relm_level_is_fixed (&self->schedule->inputs[top]))
        place_item (self, top);
    }
}

static gint64
get_lateness (const RelmLevelPlacing *self,
              guint node)
{
  const RelmTime deadline = self->schedule->inputs[node].deadline;
  const RelmTime due = deadline == RELM_DEADLINE_OWN_FINISH ? self->base[node].ef : deadline;

  return deadline != RELM_TIME_NONE ? MAX (0, (gint64) self->schedule->dates[node].ef - due) : 0;
}

static RelmLevelScore
score (const RelmLevelPlacing *self)
{
  RelmLevelScore score = { 0, G_MININT64, 0 };

  for (guint i = 0; i < self->n; i++)
    {
      score.late += get_lateness (self, i);
      score.finish = MAX (score.finish, self->schedule->dates[i].ef);
      score.moved += MAX (0, (gint64) self->schedule->dates[i].es - self->base[i].es);
    }
  return score;
}

gboolean
relm_level_score_is_better (const RelmLevelScore *a,
                            const RelmLevelScore *b)
{
  if (a->late != b->late)
    return a->late < b->late;
  return a->finish != b->finish ? a->finish < b->finish : a->moved < b->moved;
}

/**
 * relm_level_placing_run:
 * @priorities: (array): a number per node; what has the lower one is placed first
 *
 * Returns: how good the plan is
 */
RelmLevelScore
relm_level_placing_run (RelmLevelPlacing *self,
                        const gint32 *priorities)
{
  memcpy (self->schedule->dates, self->base, self->n * sizeof *self->base);
  for (guint i = 0; i < self->request->n_resources; i++)
    relm_load_profile_reset (self->left[i], self->fixed[i]);
  for (guint i = 0; i < self->n; i++)
    {
      self->holds[i] = (RelmLevelHold) { RELM_TIME_NONE, -1, RELM_DATE_NONE };
      self->placed[i] = FALSE;
      self->order[i] = (gint32) i;
    }
  g_sort_array (self->order, self->n, sizeof *self->order, compare_priorities, (gpointer) priorities);
  for (guint i = 0; i < self->n; i++)
    if (!self->placed[self->order[i]])
      place_node (self, self->order[i]);
  return score (self);
}

/**
 * relm_level_placing_check:
 * @kept: (array): per node, what holds it back already; or RELM_TIME_NONE
 * @score: (out): how good the plan is
 *
 * Returns: whether the plan is level with that, so that nothing else has to move
 */
gboolean
relm_level_placing_check (RelmLevelPlacing *self,
                          const RelmTime *kept,
                          RelmLevelScore *score)
{
  g_autofree gint32 *priorities = g_new (gint32, MAX (self->n, 1));
  gboolean is_level = TRUE;

  for (guint i = 0; i < self->n; i++)
    priorities[i] = (gint32) i;
  self->kept = kept;
  *score = relm_level_placing_run (self, priorities);
  self->kept = NULL;
  for (guint i = 0; i < self->n && is_level; i++)
    is_level = self->holds[i].day == RELM_DATE_NONE;
  return is_level;
}

/**
 * relm_level_placing_get_holds:
 *
 * Returns: (transfer none) (array): per node, how the last run placed it
 */
const RelmLevelHold *
relm_level_placing_get_holds (RelmLevelPlacing *self)
{
  return self->holds;
}

static RelmDate
find_first_day (const RelmLevelPlacing *self)
{
  RelmTime first = RELM_TIME_MAX;

  for (guint i = 0; i < self->n; i++)
    first = MIN (first, self->base[i].es);
  return relm_time_get_date (first);
}

static RelmLoadProfile **
create_profiles (const RelmLevelPlacing *self)
{
  RelmLoadProfile **profiles = g_new (RelmLoadProfile *, self->request->n_resources);

  for (guint i = 0; i < self->request->n_resources; i++)
    profiles[i] = relm_load_profile_new (self->request->resources[i].calendar, self->request->resources[i].units, find_first_day (self));
  return profiles;
}

/* Whatever is held back is asked the slow way, which looks at not_before; what is as late as possible stands where it is. */
static void
prepare (RelmLevelPlacing *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      RelmNodeInput *input = &self->schedule->inputs[i];

      if (input->flags & RELM_NODE_HUB)
        continue;
      if (relm_schedule_stands_late (input))
        {
          self->base[i].es = self->base[i].ls;
          self->base[i].ef = self->base[i].lf;
          self->base[i].wes = self->base[i].wls;
          self->base[i].wef = self->base[i].wlf;
          self->schedule->dates[i] = self->base[i];
        }
      if (!relm_level_is_fixed (input))
        self->schedule->hot[i].flags = input->flags |= RELM_NODE_SLOW;
      else
        take (self, (gint32) i, self->fixed);
    }
}

/**
 * relm_level_placing_new:
 * @schedule: with its dates, without anything held back; its dates become those of what is placed
 * @request: what is needed; outlives the placing
 *
 * Returns: (transfer full): a placing
 */
RelmLevelPlacing *
relm_level_placing_new (RelmSchedule *schedule,
                        const RelmLevelRequest *request)
{
  RelmLevelPlacing *self = g_new0 (RelmLevelPlacing, 1);

  self->schedule = schedule;
  self->request = request;
  self->n = schedule->graph->n_nodes;
  sort_by_item (self, item_of_assignment, request->n_assignments, &self->first, &self->sorted);
  sort_by_item (self, item_of_closure, request->n_closures, &self->first_closure, &self->sorted_closures);
  self->base = g_memdup2 (schedule->dates, MAX (self->n, 1) * sizeof *self->base);
  self->fixed = create_profiles (self);
  self->left = create_profiles (self);
  self->holds = g_new (RelmLevelHold, self->n);
  self->placed = g_new (gboolean, self->n);
  self->order = g_new (gint32, self->n);
  self->stack = g_new (gint32, self->n + 1);
  prepare (self);
  return self;
}

void
relm_level_placing_free (RelmLevelPlacing *self)
{
  for (guint i = 0; i < self->request->n_resources; i++)
    {
      relm_load_profile_free (self->fixed[i]);
      relm_load_profile_free (self->left[i]);
    }
  g_free (self->fixed);
  g_free (self->left);
  g_free (self->first);
  g_free (self->sorted);
  g_free (self->first_closure);
  g_free (self->sorted_closures);
  g_free (self->base);
  g_free (self->holds);
  g_free (self->placed);
  g_free (self->order);
  g_free (self->stack);
  g_free (self);
}
