/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * All dates and float in two passes over the whole network. What links, a duration and a calendar alone decide, which is most, goes
 * the ways below, in work and through windows on the calendars; what else there is goes those of relm-schedule-forward.c and
 * relm-schedule-backward.c, which give the same.
 */

#include "config.h"

#include "relm-schedule-private.h"

/* What is read at each node, out of the way of what is written. */
typedef struct
{
  const guint *in_begin;
  const RelmEdge *in;
  const guint *out_begin;
  const RelmEdge *out;
  const guint8 *ways;
  const RelmNodeHot *hot;
  const RelmScheduleCalendar *calendars;
  RelmNodeDates *dates;
  gint32 *floats;
  RelmTime end; /* after the plan */
} Pass;

static Pass
make_pass (RelmSchedule *self)
{
  return (Pass) {
    .in_begin = self->graph->in_begin,
    .in = self->graph->in,
    .out_begin = self->graph->out_begin,
    .out = self->graph->out,
    .ways = self->graph->ways,
    .hot = self->hot,
    .calendars = self->calendars,
    .dates = self->dates,
    .floats = self->floats,
    .end = relm_time_clamp ((gint64) self->finish + RELM_MINUTES_PER_WEEK),
  };
}

/* The start that an edge asks for whose early end is at @work of the calendar of what is after it. */
static inline gint32
add_edge (const RelmScheduleCalendar *calendar,
          const RelmEdge *edge,
          gint32 work,
          gint32 duration)
{
  const gint32 to_finish = -(gint32) ((edge->type & RELM_EDGE_TO_FINISH) != 0);
  const gint32 first = calendar->first[edge->type == RELM_LINK_FF];

  work += edge->lag - (duration & to_finish);
  return MAX (work, first);
}

static inline void
set_early_dates (const RelmCalendarWindow *calendar,
                 RelmNodeDates *dates,
                 gint32 work,
                 gint32 duration)
{
  dates->es = relm_calendar_window_to_start (calendar, &work);
  dates->wes = work;
  work += duration;
  dates->ef = dates->es;
  if (G_LIKELY (duration > 0))
    dates->ef = relm_calendar_window_to_finish (calendar, &work);
  dates->wef = work;
}

/* @crosses: whether some edge into the node comes from another calendar: each is then asked for its time. */
static inline void
forward_item (const Pass *pass,
              guint node,
              gboolean crosses)
{
  const RelmNodeHot *hot = &pass->hot[node];
  const RelmScheduleCalendar *calendar = &pass->calendars[hot->calendar];
  const RelmEdge *edge = &pass->in[pass->in_begin[node]], *end = &pass->in[pass->in_begin[node + 1]];
  gint32 work = edge == end ? calendar->start : -RELM_WORK_FAR;

  for (; edge < end; edge++)
    {
      const guint from_finish = !(edge->type & RELM_EDGE_FROM_START);
      const RelmNodeDates *before = &pass->dates[edge->node];
      gint32 end_work, asked;

      if (crosses)
        end_work = relm_calendar_window_to_work (&calendar->window, before->early[from_finish]);
      else
        end_work = before->early_work[from_finish];
      asked = add_edge (calendar, edge, end_work, hot->duration);
      work = MAX (work, asked);
    }
  set_early_dates (&calendar->window, &pass->dates[node], work, hot->duration);
}

/**
 * relm_schedule_forward_whole:
 *
 * Computes all early dates, as relm_schedule_forward_node () would for each node.
 *
 * Returns: the latest early finish
 */
RelmTime
relm_schedule_forward_whole (RelmSchedule *self)
{
  const Pass pass = make_pass (self);
  const guint n = self->graph->n_nodes;
  RelmTime finish = n > 0 ? RELM_TIME_MIN : self->start;

  for (guint i = 0; i < n; i++)
    {
      if (G_UNLIKELY (pass.hot[i].flags & (RELM_NODE_SLOW | RELM_NODE_HUB) || pass.ways[i] & RELM_WAY_SLOW_IN))
        relm_schedule_forward_node (self, (gint32) i, FALSE);
      else if (pass.ways[i] & RELM_WAY_TIME_IN)
        forward_item (&pass, i, TRUE);
      else
        forward_item (&pass, i, FALSE);
      /* A hub is never later than its parts. */
      finish = MAX (finish, pass.dates[i].ef);
    }
  return finish;
}

/* A node asks by itself for what it is not told. */
static void
backward_asking (RelmSchedule *self,
                 guint node)
{
  relm_schedule_backward_node (self, (gint32) node);
  self->floats[node] = relm_schedule_free_float (self, (gint32) node);
}

static inline void
set_late_dates (RelmSchedule *self,
                const Pass *pass,
                guint node,
                gint32 work,
                gint32 left)
{
  const RelmNodeHot *hot = &pass->hot[node];
  const RelmCalendarWindow *calendar = &pass->calendars[hot->calendar].window;
  RelmNodeDates *dates = &pass->dates[node];

  if (G_UNLIKELY (hot->flags & (RELM_NODE_LIMITED | RELM_ITEM_ELAPSED | RELM_NODE_STARTED)))
    {
      relm_schedule_finish_slowly (self, (gint32) node, work, left);
      return;
    }
  dates->lf = relm_calendar_window_to_finish (calendar, &work);
  dates->wlf = work;
  work -= hot->duration;
  dates->ls = dates->lf;
  if (G_LIKELY (hot->duration > 0))
    dates->ls = relm_calendar_window_to_start (calendar, &work);
  dates->wls = work;
  if (left == RELM_FLOAT_FAR)
    left = MIN (dates->wls - dates->wes, dates->wlf - dates->wef);
  pass->floats[node] = MAX (left, 0);
}

/* What the edges out of an item leave it, when all are plain. */
static inline void
ask_work (const Pass *pass,
          guint node,
          gint32 *work,
          gint32 *left)
{
  const RelmNodeDates *here = &pass->dates[node];
  const gint32 duration = pass->hot[node].duration;
  const RelmEdge *edge = &pass->out[pass->out_begin[node]], *end = &pass->out[pass->out_begin[node + 1]];

  for (; edge < end; edge++)
    {
      const guint to_finish = (edge->type & RELM_EDGE_TO_FINISH) != 0, from_start = edge->type & RELM_EDGE_FROM_START;
      const RelmNodeDates *there = &pass->dates[edge->node];
      const gint32 finish = there->late_work[to_finish] - edge->lag + (duration & -(gint32) from_start);
      const gint32 slip = there->early_work[to_finish] - here->early_work[!from_start] - edge->lag;

      *work = MIN (*work, finish);
      *left = MIN (*left, slip);
    }
}

/* The time of what is before an edge, counted back from its other end, whose work on @calendar is known. */
static inline RelmTime
take_lag (const RelmCalendarWindow *calendar,
          RelmTime time,
          gint32 work,
          gint32 lag)
{
  work -= lag;
  if (lag > 0)
    return relm_calendar_window_to_start (calendar, &work);
  return lag < 0 ? relm_calendar_window_to_finish (calendar, &work) : time;
}

/* The late finish that an edge between calendars asks for, at the beginning of a pause; as in relm-schedule-backward.c. */
static inline gint32
finish_between (const RelmCalendarWindow *before,
                const RelmCalendarWindow *after,
                const RelmEdge *edge,
                const RelmNodeDates *there,
                gint32 duration)
{
  const guint to_finish = (edge->type & RELM_EDGE_TO_FINISH) != 0;
  RelmTime time = there->late[to_finish];
  gint32 work = there->late_work[to_finish], own;

  if (!(edge->type & RELM_EDGE_FROM_START))
    return relm_calendar_window_to_work (before, take_lag (after, time, work, edge->lag));
  own = relm_calendar_window_to_work (before, time) + (to_finish ? duration : 0);
  time = to_finish ? relm_calendar_window_to_finish (before, &own) : relm_calendar_window_to_start (before, &own);
  work = relm_calendar_window_to_work (after, time);
  return relm_calendar_window_to_work (before, take_lag (after, time, work, edge->lag)) + (to_finish ? 0 : duration);
}

/* What an edge that is not direct leaves an item. */
static inline void
ask_edge (const RelmSchedule *self,
          const Pass *pass,
          guint node,
          const RelmEdge *edge,
          gint32 *finish,
          gint32 *slip)
{
  const guint to_finish = (edge->type & RELM_EDGE_TO_FINISH) != 0, from_finish = !(edge->type & RELM_EDGE_FROM_START);
  const RelmNodeHot *hot = &pass->hot[node];
  const RelmCalendarWindow *before = &pass->calendars[hot->calendar].window;
  const RelmCalendarWindow *after = &pass->calendars[pass->hot[edge->node].calendar].window;
  const RelmNodeDates *here = &pass->dates[node], *there = &pass->dates[edge->node];

  *finish = finish_between (before, after, edge, there, hot->duration);
  *slip = relm_calendar_window_to_work (before, there->early[to_finish]) - here->early_work[from_finish] - edge->lag;
  /* Which end of a pause counts is asked elsewhere. */
  if (G_UNLIKELY (*finish < here->wef || hot->duration == 0))
    relm_schedule_ask (self, (gint32) node, edge, finish, slip);
}

/* The same where calendars meet: of direct edges the first of the times counts, and it alone becomes work. */
static inline gboolean
ask_times (const RelmSchedule *self,
           const Pass *pass,
           guint node,
           gint32 *work,
           gint32 *left)
{
  const RelmNodeDates *here = &pass->dates[node];
  const RelmCalendarWindow *calendar = &pass->calendars[pass->hot[node].calendar].window;
  const RelmEdge *edge = &pass->out[pass->out_begin[node]], *end = &pass->out[pass->out_begin[node + 1]];
  RelmTime late = pass->end, early = pass->end;
  gint32 late_work, early_work;

  for (; edge < end; edge++)
    {
      const RelmNodeDates *there = &pass->dates[edge->node];

      if (G_LIKELY (edge->direct))
        {
          late = MIN (late, there->ls);
          early = MIN (early, there->es);
        }
      else
        {
          gint32 finish, slip;

          ask_edge (self, pass, node, edge, &finish, &slip);
          *work = MIN (*work, finish);
          *left = MIN (*left, slip);
        }
    }
  late_work = relm_calendar_window_to_work (calendar, late);
  early_work = relm_calendar_window_to_work (calendar, early);
  *work = MIN (*work, late_work);
  *left = MIN (*left, early < pass->end ? early_work - here->wef : RELM_FLOAT_FAR);
  /* Which end of a pause counts is asked elsewhere. */
  return late_work >= here->wef;
}

/**
 * relm_schedule_backward_whole:
 *
 * Computes all late dates and free float, after relm_schedule_forward_whole (): those of relm_schedule_backward_node () and
 * relm_schedule_free_float () for each node.
 */
void
relm_schedule_backward_whole (RelmSchedule *self)
{
  const Pass pass = make_pass (self);

  for (guint i = self->graph->n_nodes; i-- > 0;)
    {
      gint32 work = pass.calendars[pass.hot[i].calendar].finish, left = RELM_FLOAT_FAR;
      gboolean known = TRUE;

      if (G_UNLIKELY (pass.hot[i].flags & (RELM_NODE_HUB | RELM_NODE_DONE) || pass.ways[i] & RELM_WAY_SLOW_OUT))
        known = FALSE;
      else if (pass.ways[i] & RELM_WAY_TIME_OUT)
        known = ask_times (self, &pass, i, &work, &left);
      else
        ask_work (&pass, i, &work, &left);
      if (G_LIKELY (known))
        set_late_dates (self, &pass, i, work, left);
      else
        backward_asking (self, i);
    }
}
