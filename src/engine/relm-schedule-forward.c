/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Early dates. Most nodes are items that links and a duration alone decide; those stay in work and ask the calendar twice.
 * The others go the slow way, in times, which gives the same dates and can say why.
 */

#include "config.h"

#include "relm-schedule-reason.h"

static RelmTime
add_duration (const RelmCalendar *calendar,
              const RelmNodeInput *input,
              RelmTime start,
              gint32 duration)
{
  if (input->flags & RELM_ITEM_ELAPSED)
    return relm_time_clamp ((gint64) start + duration);
  return relm_calendar_add ((RelmCalendar *) calendar, start, duration);
}

/* Where an item can start that may start at @time. A milestone can also lie at the end of working time. */
static RelmTime
settle (const RelmCalendar *calendar,
        const RelmNodeInput *input,
        RelmTime time)
{
  gint32 work = relm_calendar_clamp_work (calendar, relm_calendar_to_work (calendar, time));

  if (input->flags & RELM_ITEM_MILESTONE && relm_calendar_to_finish (calendar, work) == time)
    return time;
  return relm_calendar_to_start (calendar, work);
}

static RelmTime
add_lag (const RelmCalendar *calendar,
         const RelmEdge *edge,
         RelmTime time)
{
  if (edge->lag == 0)
    return time;
  if (edge->elapsed)
    return relm_time_clamp ((gint64) time + edge->lag);
  return relm_calendar_add ((RelmCalendar *) calendar, time, edge->lag);
}

static gboolean
counts_late (const RelmSchedule *self,
             gint32 before,
             const RelmNodeInput *input,
             gboolean late)
{
  return late && relm_schedule_stands_late (&self->inputs[before]) && !relm_schedule_stands_late (input);
}

/* The start that a link asks for, before the calendar has its say. */
RelmTime
relm_schedule_link_start (const RelmSchedule *self,
                          gint32 node,
                          const RelmEdge *edge,
                          gboolean late)
{
  const RelmNodeInput *input = &self->inputs[node];
  const RelmCalendar *calendar = self->calendars[input->calendar].calendar;
  const RelmNodeDates *before = &self->dates[edge->node];
  gboolean is_late = counts_late (self, edge->node, input, late);
  RelmTime start = is_late ? before->ls : before->es;
  RelmTime finish = is_late ? before->lf : before->ef;

  switch ((RelmLinkType) edge->type)
    {
    case RELM_LINK_FS:
      return add_lag (calendar, edge, finish);
    case RELM_LINK_SS:
      return add_lag (calendar, edge, start);
    case RELM_LINK_FF:
      return relm_schedule_later (add_lag (calendar, edge, add_duration (calendar, input, finish, -input->duration)), self->start);
    case RELM_LINK_SF:
      return add_lag (calendar, edge, add_duration (calendar, input, start, -input->duration));
    default:
      g_assert_not_reached ();
    }
}

static RelmTime
links_start (const RelmSchedule *self,
             gint32 node,
             gboolean late,
             RelmReason *reason)
{
  const RelmGraph *graph = self->graph;
  RelmTime latest = RELM_TIME_MIN;

  for (guint i = graph->in_begin[node]; i < graph->in_begin[node + 1]; i++)
    {
      RelmTime start = relm_schedule_link_start (self, node, &graph->in[i], late);

      if (i > graph->in_begin[node] && start <= latest)
        continue;
      latest = start;
      *reason = (RelmReason) { RELM_REASON_LINK, graph->in_links[i], graph->item_of_node[graph->in[i].node], start, FALSE };
    }
  return latest;
}

/* What the constraint makes of the start that logic asks for. */
static RelmTime
constrain (const RelmCalendar *calendar,
           const RelmNodeInput *input,
           RelmTime start)
{
  RelmTime time = input->constraint_time;

  switch ((RelmConstraint) input->constraint)
    {
    case RELM_CONSTRAINT_START_NO_EARLIER:
      return relm_schedule_later (start, settle (calendar, input, time));
    case RELM_CONSTRAINT_START_NO_LATER:
      return MIN (start, time);
    case RELM_CONSTRAINT_FINISH_NO_EARLIER:
      return relm_schedule_later (start, add_duration (calendar, input, time, -input->duration));
    case RELM_CONSTRAINT_FINISH_NO_LATER:
      return relm_schedule_earlier (start, add_duration (calendar, input, time, -input->duration));
    case RELM_CONSTRAINT_MUST_START:
      return time;
    case RELM_CONSTRAINT_MUST_FINISH:
      return add_duration (calendar, input, time, -input->duration);
    case RELM_CONSTRAINT_ASAP:
    case RELM_CONSTRAINT_ALAP:
    default:
      return start;
    }
}

static gboolean
replaces_project_start (const RelmNodeInput *input)
{
  return input->constraint == RELM_CONSTRAINT_START_NO_EARLIER || input->constraint == RELM_CONSTRAINT_FINISH_NO_EARLIER;
}

static void
give_reason (RelmReason *reason,
             RelmReasonKind kind,
             RelmTime asked)
{
  *reason = (RelmReason) { kind, -1, -1, asked, FALSE };
}

/* The early start of what has not started; a reason is replaced by each stronger one that moves the start. */
static RelmTime
open_start (const RelmSchedule *self,
            gint32 node,
            gboolean late,
            RelmReason *reason)
{
  const RelmNodeInput *input = &self->inputs[node];
  const RelmCalendar *calendar = self->calendars[input->calendar].calendar;
  gboolean has_links = self->graph->in_begin[node] < self->graph->in_begin[node + 1];
  RelmTime logic, start;

  give_reason (reason, RELM_REASON_PROJECT_START, self->start);
  if (has_links)
    logic = settle (calendar, input, links_start (self, node, late, reason));
  else
    logic = replaces_project_start (input) ? RELM_TIME_MIN : settle (calendar, input, self->start);
  reason->calendar = logic != reason->asked;
  start = constrain (calendar, input, logic);
  if (start != logic)
    give_reason (reason, RELM_REASON_CONSTRAINT, input->constraint_time);
  if (input->not_before != RELM_TIME_NONE && settle (calendar, input, input->not_before) > start)
    {
      start = settle (calendar, input, input->not_before);
      give_reason (reason, RELM_REASON_LEVELLING, input->not_before);
    }
  if (self->status_time != RELM_TIME_NONE && settle (calendar, input, self->status_time) > start)
    {
      start = settle (calendar, input, self->status_time);
      give_reason (reason, RELM_REASON_STATUS_TIME, self->status_time);
    }
  return start;
}

/**
 * relm_schedule_early_start:
 * @late: whether what is as late as possible stands at its late dates
 * @reason: (out): why
 *
 * Returns: the early start of a node that is an item
 */
RelmTime
relm_schedule_early_start (const RelmSchedule *self,
                           gint32 node,
                           gboolean late,
                           RelmReason *reason)
{
  const RelmNodeInput *input = &self->inputs[node];

  if (input->flags & RELM_NODE_STARTED)
    {
      give_reason (reason, RELM_REASON_ACTUAL, input->actual_start);
      return input->actual_start;
    }
  if (input->flags & RELM_ITEM_PINNED)
    {
      give_reason (reason, RELM_REASON_PINNED, input->constraint_time);
      return input->constraint_time;
    }
  return open_start (self, node, late, reason);
}

/* What remains goes on where it was left, or at the status time. */
static RelmTime
early_finish (const RelmSchedule *self,
              const RelmCalendar *calendar,
              const RelmNodeInput *input,
              RelmTime start)
{
  RelmTime resumed;

  if (input->flags & RELM_NODE_DONE)
    return input->actual_finish;
  if (!(input->flags & RELM_NODE_STARTED))
    return add_duration (calendar, input, start, input->duration);
  resumed = add_duration (calendar, input, start, input->duration - input->remaining);
  if (self->status_time != RELM_TIME_NONE && input->remaining > 0)
    resumed = MAX (resumed, self->status_time);
  return add_duration (calendar, input, resumed, input->remaining);
}

static void
forward_slow (RelmSchedule *self,
              gint32 node,
              gboolean late)
{
  const RelmNodeInput *input = &self->inputs[node];
  const RelmCalendar *calendar = self->calendars[input->calendar].calendar;
  RelmNodeDates *dates = &self->dates[node];
  RelmReason reason;

  dates->es = relm_schedule_early_start (self, node, late, &reason);
  dates->ef = early_finish (self, calendar, input, dates->es);
  dates->wes = relm_calendar_to_work (calendar, dates->es);
  dates->wef = relm_calendar_to_work (calendar, dates->ef);
}

/* A hub of finishes is the last of them, one of starts the first. */
static void
forward_hub (RelmSchedule *self,
             gint32 node,
             gboolean late)
{
  const RelmGraph *graph = self->graph;
  gboolean starts = graph->kinds[node] == RELM_NODE_HUB_START;
  RelmTime result = starts ? RELM_TIME_MAX : RELM_TIME_MIN;

  for (guint i = graph->in_begin[node]; i < graph->in_begin[node + 1]; i++)
    {
      gint32 part = graph->in[i].node;
      const RelmNodeDates *dates = &self->dates[part];
      gboolean is_late = late && relm_schedule_stands_late (&self->inputs[part]);

      if (starts)
        result = MIN (result, is_late ? dates->ls : dates->es);
      else
        result = MAX (result, is_late ? dates->lf : dates->ef);
    }
  self->dates[node].es = self->dates[node].ef = result;
}

/* A time of a node and its work. Both ends are read before one is taken: a choice that is made without a branch. */
static inline void
pick_end (const RelmNodeDates *dates,
          gboolean late,
          gboolean start,
          RelmTime *time,
          gint32 *work)
{
  RelmTime start_time = late ? dates->ls : dates->es, finish_time = late ? dates->lf : dates->ef;
  gint32 start_work = late ? dates->wls : dates->wes, finish_work = late ? dates->wlf : dates->wef;

  *time = start ? start_time : finish_time;
  *work = start ? start_work : finish_work;
}

/* The same as relm_schedule_link_start (), in work, for an item of working time that is no milestone. */
static G_NO_INLINE gint32
link_work (const RelmSchedule *self,
           const RelmScheduleCalendar *calendar,
           gint32 node,
           gint32 duration,
           const RelmEdge *edge,
           gboolean late)
{
  gboolean is_late = G_UNLIKELY (late) && counts_late (self, edge->node, &self->inputs[node], late);
  gint32 work, first;
  RelmTime time;

  pick_end (&self->dates[edge->node], is_late, edge->type & RELM_EDGE_FROM_START, &time, &work);
  if (edge->plain)
    work += edge->lag;
  else if (edge->elapsed)
    work = relm_calendar_to_work (calendar->calendar, relm_time_clamp ((gint64) time + edge->lag));
  else
    work = relm_calendar_to_work (calendar->calendar, time) + edge->lag;
  work -= edge->type & RELM_EDGE_TO_FINISH ? duration : 0;
  first = edge->type == RELM_LINK_FF ? calendar->start : G_MININT32;
  return MAX (work, first);
}

/* The start that an edge asks for whose early end is at @work of what is after it: without a branch. */
static inline gint32
add_edge (const RelmScheduleCalendar *calendar,
          gint32 work,
          gint32 duration,
          const RelmEdge *edge)
{
  const guint to_finish = (edge->type & RELM_EDGE_TO_FINISH) != 0;
  gint32 first = edge->type == RELM_LINK_FF ? calendar->start : G_MININT32;

  work += edge->lag - (duration & -(gint32) to_finish);
  return MAX (work, first);
}

static inline void
start_node (RelmSchedule *self,
            gint32 node,
            gint32 work)
{
  const RelmNodeHot *hot = &self->hot[node];
  const RelmCalendar *calendar = self->calendars[hot->calendar].calendar;
  RelmNodeDates *dates = &self->dates[node];

  work = relm_calendar_clamp_work (calendar, work);
  dates->wes = work;
  dates->es = relm_calendar_to_start (calendar, work);
  dates->wef = relm_calendar_clamp_work (calendar, work + hot->duration);
  dates->ef = hot->duration > 0 ? relm_calendar_to_finish (calendar, dates->wef) : dates->es;
}

static inline void
forward_fast (RelmSchedule *self,
              gint32 node,
              gboolean late)
{
  const RelmGraph *graph = self->graph;
  const RelmNodeHot *hot = &self->hot[node];
  const RelmScheduleCalendar *calendar = &self->calendars[hot->calendar];
  guint begin = graph->in_begin[node], end = graph->in_begin[node + 1];
  gint32 work = begin == end ? calendar->start : -RELM_WORK_FAR;

  for (guint i = begin; i < end; i++)
    {
      const RelmEdge *edge = &graph->in[i];
      gint32 asked;

      if (G_LIKELY (edge->plain && !late))
        asked = add_edge (calendar, self->dates[edge->node].early_work[!(edge->type & RELM_EDGE_FROM_START)], hot->duration, edge);
      else
        asked = link_work (self, calendar, node, hot->duration, edge, late);
      work = MAX (work, asked);
    }
  start_node (self, node, work);
}

/* Computes the early dates of one node from those before it. */
void
relm_schedule_forward_node (RelmSchedule *self,
                            gint32 node,
                            gboolean late)
{
  const guint8 flags = self->hot[node].flags;

  if (G_LIKELY (!(flags & (RELM_NODE_SLOW | RELM_NODE_HUB))))
    forward_fast (self, node, late);
  else if (flags & RELM_NODE_HUB)
    forward_hub (self, node, late);
  else
    forward_slow (self, node, late);
}
