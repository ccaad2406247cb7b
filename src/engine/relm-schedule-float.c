/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Float, and the dates of summaries.
 */

#include "config.h"

#include "relm-schedule-private.h"

#define FAR_FLOAT G_MAXINT32

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

  if (self->alap && relm_schedule_stands_late (&self->inputs[node]))
    return finish ? (Point) { dates->lf, dates->wlf } : (Point) { dates->ls, dates->wls };
  return finish ? (Point) { dates->ef, dates->wef } : (Point) { dates->es, dates->wes };
}

/* How far an item can slip before this link moves what is after it. */
static gint32
edge_float (const RelmSchedule *self,
            gint32 node,
            const RelmEdge *edge)
{
  const RelmNodeInput *input = &self->inputs[node];
  const RelmCalendar *calendar = self->calendars[input->calendar].calendar;
  Point here, there;

  if (self->inputs[edge->node].flags & RELM_NODE_DONE)
    return FAR_FLOAT;
  here = get_point (self, node, edge->type == RELM_LINK_FS || edge->type == RELM_LINK_FF);
  there = get_point (self, edge->node, edge->type == RELM_LINK_FF || edge->type == RELM_LINK_SF);
  if (input->flags & RELM_ITEM_ELAPSED)
    return there.time - here.time - edge->lag;
  if (edge->same_calendar)
    return there.work - here.work - edge->lag;
  return relm_calendar_to_work (calendar, there.time) - here.work - edge->lag;
}

/* The links of @from, which is @node, or the hub of a summary that it is a part of. */
static gint32
links_float (const RelmSchedule *self,
             gint32 node,
             gint32 from)
{
  const RelmGraph *graph = self->graph;
  gint32 result = FAR_FLOAT;

  for (guint i = graph->out_begin[from]; i < graph->out_begin[from + 1]; i++)
    {
      const RelmEdge *edge = &graph->out[i];
      gint32 slip = FAR_FLOAT;

      if (edge->type != RELM_EDGE_MEMBER)
        slip = edge_float (self, node, edge);
      else if (graph->kinds[edge->node] == RELM_NODE_HUB_FINISH || relm_schedule_starts_hub (self, node, edge->node))
        slip = links_float (self, node, edge->node);
      result = MIN (result, slip);
    }
  return result;
}

/* The free float of a node that is an item. */
gint32
relm_schedule_free_float (RelmSchedule *self,
                          gint32 node)
{
  const RelmNodeInput *input = &self->inputs[node];
  gint32 result;

  if (input->flags & (RELM_NODE_DONE | RELM_NODE_HUB))
    return 0;
  result = links_float (self, node, node);
  if (result == FAR_FLOAT)
    result = total_float (input, &self->dates[node]);
  return MAX (result, 0);
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
  all.total_float = MIN (relm_calendar_work (calendar, all.early_start, all.late_start),
                         relm_calendar_work (calendar, all.early_finish, all.late_finish));
  all.free_float = MAX (all.total_float, 0);
  all.critical = all.total_float <= 0 && !is_done (self, summary);
  self->summaries[summary] = all;
}
