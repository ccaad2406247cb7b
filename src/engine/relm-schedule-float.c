/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Float, and the dates of summaries.
 */

#include "config.h"

#include "relm-schedule-private.h"

static gint32
total_float (const RelmNodeInput *input,
             const RelmNodeDates *dates)
{
  gint32 start, finish;

  if (input->flags & RELM_NODE_DONE || relm_schedule_stands_late (input))
    return 0;
  start = input->flags & RELM_ITEM_ELAPSED ? dates->ls - dates->es : dates->wls - dates->wes;
  finish = input->flags & RELM_ITEM_ELAPSED ? dates->lf - dates->ef : dates->wlf - dates->wef;
  return input->flags & RELM_NODE_STARTED ? finish : MIN (start, finish);
}

/* A time of a node, and its work on that node's calendar. */
typedef struct
{
  RelmTime time;
  gint32 work;
} Point;

static inline Point
get_point (const RelmSchedule *self,
           gint32 node,
           gboolean finish)
{
  const RelmNodeDates *dates = &self->dates[node];
  Point start, end;

  if (G_UNLIKELY (self->n_late > 0) && relm_schedule_stands_late (&self->inputs[node]))
    return finish ? (Point) { dates->lf, dates->wlf } : (Point) { dates->ls, dates->wls };
  start = (Point) { dates->es, dates->wes };
  end = (Point) { dates->ef, dates->wef };
  return finish ? end : start;
}

/**
 * relm_schedule_edge_float:
 * @node: a node that is an item
 * @edge: an edge out of it, of work only
 *
 * Returns: how far the item can slip before this edge moves what is after it, in minutes; %RELM_FLOAT_FAR when it never does
 */
gint32
relm_schedule_edge_float (const RelmSchedule *self,
                          gint32 node,
                          const RelmEdge *edge)
{
  const RelmNodeInput *input = &self->inputs[node];
  const RelmCalendar *calendar = self->calendars[input->calendar].calendar;
  Point here, there;

  if (edge->type == RELM_EDGE_MEMBER)
    {
      there.time = self->floats[edge->node];
      if (there.time == RELM_TIME_MAX)
        return RELM_FLOAT_FAR;
      if (self->graph->kinds[edge->node] == RELM_NODE_HUB_START && !relm_schedule_starts_hub (self, node, edge->node))
        return RELM_FLOAT_FAR;
      here = get_point (self, node, self->graph->kinds[edge->node] == RELM_NODE_HUB_FINISH);
      return input->flags & RELM_ITEM_ELAPSED ? there.time - here.time : relm_calendar_to_work (calendar, there.time) - here.work;
    }
  if (self->inputs[edge->node].flags & RELM_NODE_DONE)
    return RELM_FLOAT_FAR;
  here = get_point (self, node, !(edge->type & RELM_EDGE_FROM_START));
  there = get_point (self, edge->node, edge->type & RELM_EDGE_TO_FINISH);
  if (input->flags & RELM_ITEM_ELAPSED)
    return there.time - here.time - edge->lag;
  if (edge->same_calendar)
    return there.work - here.work - edge->lag;
  return relm_calendar_to_work (calendar, there.time) - here.work - edge->lag;
}

/* For a hub: the time that its links leave to its summary. Its parts ask for it instead of for each link. */
static RelmTime
hub_limit (const RelmSchedule *self,
           gint32 hub)
{
  const RelmGraph *graph = self->graph;
  RelmTime limit = RELM_TIME_MAX;

  for (guint i = graph->out_begin[hub]; i < graph->out_begin[hub + 1]; i++)
    {
      const RelmEdge *edge = &graph->out[i];
      RelmTime time;

      if (self->inputs[edge->node].flags & RELM_NODE_DONE)
        continue;
      time = relm_schedule_last_time (self, edge, get_point (self, edge->node, edge->type & RELM_EDGE_TO_FINISH).time);
      limit = MIN (limit, time);
    }
  return limit;
}

/* What links leave becomes free float: without any it is total float, and it is never negative. */
gint32
relm_schedule_settle_float (const RelmSchedule *self,
                            gint32 node,
                            gint32 left)
{
  if (left == RELM_FLOAT_FAR)
    left = total_float (&self->inputs[node], &self->dates[node]);
  return MAX (left, 0);
}

/* The free float of a node that is an item; of a hub the time that its links leave. */
gint32
relm_schedule_free_float (RelmSchedule *self,
                          gint32 node)
{
  const RelmGraph *graph = self->graph;
  gint32 result = RELM_FLOAT_FAR;

  if (self->inputs[node].flags & RELM_NODE_HUB)
    return hub_limit (self, node);
  if (self->inputs[node].flags & RELM_NODE_DONE)
    return 0;
  for (guint i = graph->out_begin[node]; i < graph->out_begin[node + 1]; i++)
    {
      gint32 slip = relm_schedule_edge_float (self, node, &graph->out[i]);

      result = MIN (result, slip);
    }
  return relm_schedule_settle_float (self, node, result);
}

/* What a node that is an item has, told in full. */
void
relm_schedule_get_node_dates (RelmSchedule *self,
                              gint32 node,
                              RelmItemDates *dates)
{
  const RelmNodeInput *input = &self->inputs[node];
  const RelmNodeDates *from = &self->dates[node];
  gboolean late = relm_schedule_stands_late (input);

  *dates = (RelmItemDates) {
    .early_start = from->es,
    .early_finish = from->ef,
    .late_start = input->flags & RELM_NODE_STARTED ? input->actual_start : from->ls,
    .late_finish = input->flags & RELM_NODE_DONE ? input->actual_finish : from->lf,
    .total_float = total_float (input, from),
    .free_float = self->floats[node],
  };
  dates->start = late ? from->ls : from->es;
  dates->finish = late ? from->lf : from->ef;
  dates->critical = dates->total_float <= 0 && !(input->flags & RELM_NODE_DONE);
}

static void
widen (RelmItemDates *all,
       const RelmItemDates *part)
{
  all->start = MIN (all->start, part->start);
  all->finish = MAX (all->finish, part->finish);
  all->late_start = MIN (all->late_start, part->late_start);
  all->late_finish = MAX (all->late_finish, part->late_finish);
}

static gboolean
is_done (RelmSchedule *self,
         gint32 item)
{
  const RelmGraph *graph = self->graph;
  gint32 node = graph->node_of_item[item];

  if (node >= 0)
    return (self->inputs[node].flags & RELM_NODE_DONE) != 0;
  for (guint i = graph->child_begin[item]; i < graph->child_begin[item + 1]; i++)
    if (!is_done (self, graph->children[i]))
      return FALSE;
  return TRUE;
}

/* Computes a summary from its parts. */
void
relm_schedule_roll_up (RelmSchedule *self,
                       gint32 summary)
{
  const RelmGraph *graph = self->graph;
  const RelmItem *item = &relm_network_get_items (self->network, NULL)[summary];
  RelmCalendar *calendar = relm_network_get_calendar (self->network, item->calendar);
  RelmItemDates all = { .start = RELM_TIME_MAX, .finish = RELM_TIME_MIN, .late_start = RELM_TIME_MAX, .late_finish = RELM_TIME_MIN };
  RelmItemDates part;

  for (guint i = graph->child_begin[summary]; i < graph->child_begin[summary + 1]; i++)
    {
      relm_schedule_get_dates (self, (guint) graph->children[i], &part);
      widen (&all, &part);
    }
  all.early_start = all.start;
  all.early_finish = all.finish;
  all.total_float = relm_schedule_earlier (relm_calendar_work (calendar, all.early_start, all.late_start),
                                           relm_calendar_work (calendar, all.early_finish, all.late_finish));
  all.free_float = MAX (all.total_float, 0);
  all.critical = all.total_float <= 0 && !is_done (self, summary);
  self->summaries[summary] = all;
}

/**
 * relm_schedule_get_criticality:
 * @near_float: up to so much total float, in minutes, an item is near-critical
 *
 * Returns: how much hangs on an item; nothing on one that is done
 */
RelmCriticality
relm_schedule_get_criticality (RelmSchedule *schedule,
                               guint item,
                               gint32 near_float)
{
  RelmItemDates dates;

  g_return_val_if_fail (schedule != NULL && schedule->graph != NULL && item < schedule->graph->n_items, RELM_CRITICALITY_NONE);

  relm_schedule_get_dates (schedule, item, &dates);
  if (dates.critical)
    return RELM_CRITICALITY_CRITICAL;
  return dates.total_float <= near_float && !is_done (schedule, (gint32) item) ? RELM_CRITICALITY_NEAR : RELM_CRITICALITY_NONE;
}
