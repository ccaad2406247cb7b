/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Late dates, and the free float that early dates leave.
 */

#include "config.h"

#include "relm-schedule-reason.h"

/* Takes a lag, which is of the later item's calendar, off a time. */
static RelmTime
remove_lag (const RelmSchedule *self,
            const RelmEdge *edge,
            RelmTime time)
{
  const RelmCalendar *calendar = self->calendars[self->hot[edge->node].calendar].calendar;

  if (edge->lag == 0)
    return time;
  if (edge->elapsed)
    return relm_time_clamp ((gint64) time - edge->lag);
  return relm_calendar_add ((RelmCalendar *) calendar, time, -edge->lag);
}

/*
 * The last time of what is before that still lets what is after have @time: all of a pause serves as well as its beginning,
 * unless time elapses in it. That of an item which elapses is counted from its start, as its lag is.
 */
RelmTime
relm_schedule_last_time (const RelmSchedule *self,
                         const RelmEdge *edge,
                         RelmTime time)
{
  const RelmNodeHot *after = &self->hot[edge->node];
  const RelmCalendar *calendar = self->calendars[after->calendar].calendar;
  gint32 work, shift = 0;

  if (after->flags & RELM_ITEM_ELAPSED && (edge->lag == 0 || edge->elapsed))
    return relm_time_clamp ((gint64) time - edge->lag);
  if (after->flags & RELM_ITEM_ELAPSED)
    shift = edge->type & RELM_EDGE_TO_FINISH ? after->duration : 0;
  work = relm_calendar_to_work (calendar, time - shift) - (edge->elapsed ? 0 : edge->lag);
  time = relm_calendar_to_start (calendar, relm_calendar_clamp_work (calendar, work)) + shift;
  return edge->elapsed ? relm_time_clamp ((gint64) time - edge->lag) : time;
}

static gint32
finish_work (const RelmCalendar *calendar,
             const RelmNodeInput *input,
             RelmTime start)
{
  if (input->flags & RELM_ITEM_ELAPSED)
    return relm_calendar_to_work (calendar, relm_time_clamp ((gint64) start + input->duration));
  return relm_calendar_to_work (calendar, start) + input->duration;
}

/* Only the part that starts first decides when its summary starts. */
gboolean
relm_schedule_starts_hub (const RelmSchedule *self,
                          gint32 node,
                          gint32 hub)
{
  const RelmGraph *graph = self->graph;

  for (guint i = graph->in_begin[hub]; i < graph->in_begin[hub + 1]; i++)
    if (self->dates[graph->in[i].node].es == self->dates[hub].es)
      return graph->in[i].node == node;
  return FALSE;
}

static gint32
hub_work (const RelmSchedule *self,
          const RelmCalendar *calendar,
          const RelmNodeInput *input,
          gint32 node,
          gint32 hub)
{
  if (self->graph->kinds[hub] == RELM_NODE_HUB_FINISH)
    return relm_calendar_to_work (calendar, self->dates[hub].lf);
  if (relm_schedule_starts_hub (self, node, hub) && !(input->flags & RELM_NODE_STARTED))
    return finish_work (calendar, input, self->dates[hub].lf);
  return RELM_WORK_FAR;
}

/* The late finish that an edge to another calendar, or with elapsed time, asks for, at the beginning of a pause. */
static gint32
first_work_by_time (const RelmSchedule *self,
                   const RelmCalendar *calendar,
                   const RelmNodeInput *input,
                   const RelmEdge *edge)
{
  const RelmNodeDates *after = &self->dates[edge->node];

  switch ((RelmLinkType) edge->type)
    {
    case RELM_LINK_FS:
      return relm_calendar_to_work (calendar, remove_lag (self, edge, after->ls));
    case RELM_LINK_FF:
      return relm_calendar_to_work (calendar, remove_lag (self, edge, after->lf));
    case RELM_LINK_SS:
      return finish_work (calendar, input,
                          remove_lag (self, edge, relm_calendar_next_start ((RelmCalendar *) calendar, after->ls)));
    case RELM_LINK_SF:
      if (input->flags & RELM_ITEM_ELAPSED)
        return finish_work (calendar, input, remove_lag (self, edge, after->lf));
      return relm_calendar_to_work (
          calendar, remove_lag (self, edge, relm_calendar_add ((RelmCalendar *) calendar, after->lf, input->duration)));
    default:
      g_assert_not_reached ();
    }
}

/*
 * A pause of one calendar is working time of another. Where its beginning would give an item negative float without a reason,
 * the item may finish within the pause.
 */
static gint32
link_work_by_time (const RelmSchedule *self,
                   const RelmCalendar *calendar,
                   const RelmNodeInput *input,
                   gint32 node,
                   const RelmEdge *edge)
{
  const RelmNodeDates *after = &self->dates[edge->node];
  gint32 first = first_work_by_time (self, calendar, input, edge), last;
  RelmTime time;

  if (first >= self->dates[node].wef)
    return first;
  time = relm_schedule_last_time (self, edge, edge->type & RELM_EDGE_TO_FINISH ? after->lf : after->ls);
  last = edge->type & RELM_EDGE_FROM_START ? finish_work (calendar, input, time) : relm_calendar_to_work (calendar, time);
  return MAX (first, MIN (last, self->dates[node].wef));
}

/* The same, when only work is to be added. */
static inline gint32
plain_work (const RelmNodeDates *after,
            const RelmEdge *edge,
            gint32 duration)
{
  const guint to_finish = (edge->type & RELM_EDGE_TO_FINISH) != 0, from_start = edge->type & RELM_EDGE_FROM_START;

  return after->late_work[to_finish] - edge->lag + (duration & -(gint32) from_start);
}

static gint32
link_work (const RelmSchedule *self,
           const RelmCalendar *calendar,
           const RelmNodeInput *input,
           gint32 node,
           const RelmEdge *edge)
{
  if (edge->type == RELM_EDGE_MEMBER)
    return hub_work (self, calendar, input, node, edge->node);
  /* What is done, or a start that has come to pass, here or there, holds nothing back any more. */
  if (self->inputs[edge->node].flags & RELM_NODE_DONE)
    return RELM_WORK_FAR;
  if (edge->type == RELM_LINK_SS && (input->flags | self->inputs[edge->node].flags) & RELM_NODE_STARTED)
    return RELM_WORK_FAR;
  if (edge->plain)
    return plain_work (&self->dates[edge->node], edge, input->duration);
  return link_work_by_time (self, calendar, input, node, edge);
}

static void
give_reason (RelmReason *reason,
             RelmReasonKind kind,
             RelmTime asked)
{
  *reason = (RelmReason) { kind, -1, -1, asked, FALSE };
}

static gint32
limit_by_constraint (const RelmCalendar *calendar,
                     const RelmNodeInput *input,
                     gint32 work)
{
  switch ((RelmConstraint) input->constraint)
    {
    case RELM_CONSTRAINT_MUST_START:
      return finish_work (calendar, input, input->constraint_time);
    case RELM_CONSTRAINT_MUST_FINISH:
      return relm_calendar_to_work (calendar, input->constraint_time);
    case RELM_CONSTRAINT_START_NO_LATER:
      return relm_schedule_earlier (work, finish_work (calendar, input, input->constraint_time));
    case RELM_CONSTRAINT_FINISH_NO_LATER:
      return relm_schedule_earlier (work, relm_calendar_to_work (calendar, input->constraint_time));
    case RELM_CONSTRAINT_ASAP:
    case RELM_CONSTRAINT_ALAP:
    case RELM_CONSTRAINT_START_NO_EARLIER:
    case RELM_CONSTRAINT_FINISH_NO_EARLIER:
    default:
      return work;
    }
}

static gint32
limit_by_deadline (const RelmCalendar *calendar,
                   const RelmNodeInput *input,
                   const RelmNodeDates *dates,
                   gint32 work,
                   RelmReason *reason)
{
  const gboolean own = input->deadline == RELM_DEADLINE_OWN_FINISH;
  gint32 asked;

  if (input->deadline == RELM_TIME_NONE)
    return work;
  asked = own ? dates->wef : relm_calendar_to_work (calendar, input->deadline);
  if (asked >= work)
    return work;
  give_reason (reason, own ? RELM_REASON_PROJECT_FINISH : RELM_REASON_DEADLINE, own ? dates->ef : input->deadline);
  return asked;
}

static gint32
limit (const RelmCalendar *calendar,
       const RelmNodeInput *input,
       const RelmNodeDates *dates,
       gint32 work,
       RelmReason *reason)
{
  gint32 limited = input->flags & RELM_ITEM_PINNED ? work : limit_by_constraint (calendar, input, work);

  if (limited != work)
    give_reason (reason, RELM_REASON_CONSTRAINT, input->constraint_time);
  return limit_by_deadline (calendar, input, dates, limited, reason);
}

/* An edge out of @node is an edge into its other end, where its link is told. */
static gint32
find_link (const RelmGraph *graph,
           gint32 node,
           const RelmEdge *edge)
{
  for (guint i = graph->in_begin[edge->node]; i < graph->in_begin[edge->node + 1]; i++)
    if (graph->in[i].node == node && graph->in[i].type == edge->type && graph->in[i].lag == edge->lag)
      return graph->in_links[i];
  return -1;
}

/**
 * relm_schedule_late_work:
 * @reason: (out): why
 *
 * Returns: the late finish of a node that is an item and not done, as work on its calendar
 */
gint32
relm_schedule_late_work (const RelmSchedule *self,
                         gint32 node,
                         RelmReason *reason)
{
  const RelmGraph *graph = self->graph;
  const RelmNodeInput *input = &self->inputs[node];
  const RelmScheduleCalendar *calendar = &self->calendars[input->calendar];
  gint32 work = calendar->finish;

  give_reason (reason, RELM_REASON_PROJECT_FINISH, self->finish);
  for (guint i = graph->out_begin[node]; i < graph->out_begin[node + 1]; i++)
    {
      const RelmEdge *edge = &graph->out[i];
      gint32 asked = link_work (self, calendar->calendar, input, node, edge);

      if (asked >= work)
        continue;
      work = asked;
      *reason = (RelmReason) { RELM_REASON_LINK, find_link (graph, node, edge), graph->item_of_node[edge->node], RELM_TIME_NONE, FALSE };
    }
  return limit (calendar->calendar, input, &self->dates[node], work, reason);
}

static void
backward_done (RelmNodeDates *dates)
{
  dates->ls = dates->lf = RELM_TIME_MAX;
  dates->wls = dates->wlf = RELM_WORK_FAR;
}

/* The tightest that links ask for, as a time: a hub has no calendar. A hub of starts keeps it in both dates. */
static void
backward_hub (RelmSchedule *self,
              gint32 node)
{
  const RelmGraph *graph = self->graph;
  RelmTime result = self->finish;

  for (guint i = graph->out_begin[node]; i < graph->out_begin[node + 1]; i++)
    {
      const RelmEdge *edge = &graph->out[i];
      const RelmNodeDates *after = &self->dates[edge->node];
      gboolean from_start = edge->type == RELM_LINK_FS || edge->type == RELM_LINK_SS;
      RelmTime asked;

      if (edge->type == RELM_LINK_SS && self->inputs[edge->node].flags & RELM_NODE_STARTED)
        continue;
      asked = relm_schedule_last_time (self, edge, from_start ? after->ls : after->lf);
      result = MIN (result, asked);
    }
  self->dates[node].ls = self->dates[node].lf = result;
}

static void
set_late_dates (const RelmCalendar *calendar,
                const RelmNodeInput *input,
                RelmNodeDates *dates,
                gint32 work)
{
  work = relm_calendar_clamp_work (calendar, work);
  dates->wlf = work;
  dates->lf = relm_calendar_to_finish (calendar, work);
  dates->wls = relm_calendar_clamp_work (calendar, work - input->remaining);
  dates->ls = input->remaining > 0 ? relm_calendar_to_start (calendar, dates->wls) : dates->lf;
  if (G_UNLIKELY (input->flags & RELM_ITEM_ELAPSED))
    {
      /* What elapses may finish in a pause; all of a pause counts as one time, or there were negative float without a reason. */
      if (dates->wef == work)
        dates->lf = MAX (dates->lf, dates->ef);
      dates->ls = relm_time_clamp ((gint64) dates->lf - input->remaining);
      dates->wls = relm_calendar_to_work (calendar, dates->ls);
    }
}

/* Computes the late dates of one node from those after it. */
void
relm_schedule_backward_node (RelmSchedule *self,
                             gint32 node)
{
  const RelmGraph *graph = self->graph;
  const RelmNodeInput *input = &self->inputs[node];
  const RelmScheduleCalendar *calendar = &self->calendars[input->calendar];
  gint32 work = calendar->finish;
  RelmReason reason;

  if (input->flags & RELM_NODE_HUB)
    backward_hub (self, node);
  else if (input->flags & RELM_NODE_DONE)
    backward_done (&self->dates[node]);
  else
    {
      for (guint i = graph->out_begin[node]; i < graph->out_begin[node + 1]; i++)
        {
          gint32 asked = link_work (self, calendar->calendar, input, node, &graph->out[i]);

          work = MIN (work, asked);
        }
      if (input->flags & RELM_NODE_LIMITED)
        work = limit (calendar->calendar, input, &self->dates[node], work, &reason);
      set_late_dates (calendar->calendar, input, &self->dates[node], work);
    }
}

/**
 * relm_schedule_ask:
 * @node: an item that is not done
 * @edge: an edge out of it to another, plain or crossing
 * @work: (out): the late finish that it asks for
 * @slip: (out): the free float that it leaves
 *
 * All that is asked of the inputs is in the cache already.
 */
void
relm_schedule_ask (const RelmSchedule *self,
                   gint32 node,
                   const RelmEdge *edge,
                   gint32 *work,
                   gint32 *slip)
{
  const RelmNodeHot *hot = &self->hot[node];
  const RelmNodeInput input = { .duration = hot->duration, .calendar = hot->calendar, .flags = hot->flags };
  const RelmCalendar *calendar = self->calendars[hot->calendar].calendar;
  const gboolean to_finish = (edge->type & RELM_EDGE_TO_FINISH) != 0, from_finish = !(edge->type & RELM_EDGE_FROM_START);

  if (edge->plain)
    *work = plain_work (&self->dates[edge->node], edge, hot->duration);
  else
    *work = link_work_by_time (self, calendar, &input, node, edge);
  *slip = relm_calendar_to_work (calendar, self->dates[edge->node].early[to_finish]) - self->dates[node].early_work[from_finish] -
          edge->lag;
}

/* Late dates and free float of an item that something else decides than links, duration and calendar. */
void
relm_schedule_finish_slowly (RelmSchedule *self,
                             gint32 node,
                             gint32 work,
                             gint32 left)
{
  const RelmNodeInput *input = &self->inputs[node];
  const RelmScheduleCalendar *calendar = &self->calendars[input->calendar];
  RelmNodeDates *dates = &self->dates[node];
  RelmReason reason;

  if (input->flags & RELM_NODE_LIMITED)
    work = limit (calendar->calendar, input, dates, work, &reason);
  set_late_dates (calendar->calendar, input, dates, work);
  self->floats[node] = relm_schedule_settle_float (self, node, left);
}
