/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Why dates are what they are, and what they break. Asked for, not kept: it costs as much as computing the one item again.
 */

#include "config.h"

#include "relm-schedule-reason.h"

static void
explain_parts (RelmSchedule *self,
               gint32 summary,
               gboolean late,
               RelmReason *reason)
{
  const RelmGraph *graph = self->graph;
  RelmTime wanted = late ? self->summaries[summary].late_finish : self->summaries[summary].start;

  *reason = (RelmReason) { RELM_REASON_PARTS, -1, -1, wanted, FALSE };
  for (guint i = graph->child_begin[summary]; i < graph->child_begin[summary + 1] && reason->item < 0; i++)
    {
      RelmItemDates dates;

      relm_schedule_get_dates (self, (guint) graph->children[i], &dates);
      if ((late ? dates.late_finish : dates.start) == wanted)
        reason->item = graph->children[i];
    }
}

/**
 * relm_schedule_explain_late_finish:
 * @item: an item
 * @reason: (out): what limits its late finish
 */
void
relm_schedule_explain_late_finish (RelmSchedule *schedule,
                                   guint item,
                                   RelmReason *reason)
{
  gint32 node;

  g_return_if_fail (schedule != NULL && schedule->graph != NULL && item < schedule->graph->n_items && reason != NULL);

  node = schedule->graph->node_of_item[item];
  if (node < 0)
    explain_parts (schedule, (gint32) item, TRUE, reason);
  else if (schedule->inputs[node].flags & RELM_NODE_DONE)
    *reason = (RelmReason) { RELM_REASON_ACTUAL, -1, -1, schedule->inputs[node].actual_finish, FALSE };
  else
    {
      const RelmCalendar *calendar = schedule->calendars[schedule->inputs[node].calendar].calendar;
      gint32 work = relm_schedule_late_work (schedule, node, reason);

      if (reason->asked == RELM_TIME_NONE)
        reason->asked = relm_calendar_to_finish (calendar, relm_calendar_clamp_work (calendar, work));
      reason->calendar = reason->asked != schedule->dates[node].lf;
    }
}

/**
 * relm_schedule_explain_start:
 * @item: an item
 * @reason: (out): what its start, as planned, comes from
 *
 * An item that is as late as possible is explained by what limits its late finish.
 */
void
relm_schedule_explain_start (RelmSchedule *schedule,
                             guint item,
                             RelmReason *reason)
{
  gint32 node;

  g_return_if_fail (schedule != NULL && schedule->graph != NULL && item < schedule->graph->n_items && reason != NULL);

  node = schedule->graph->node_of_item[item];
  if (node < 0)
    explain_parts (schedule, (gint32) item, FALSE, reason);
  else if (relm_schedule_stands_late (&schedule->inputs[node]))
    relm_schedule_explain_late_finish (schedule, item, reason);
  else
    relm_schedule_early_start (schedule, node, schedule->n_late > 0, reason);
}

static void
add_problem (GArray *problems,
             RelmProblemKind kind,
             gint32 item,
             gint32 link,
             gint32 minutes)
{
  RelmProblem problem = { kind, item, link, -1, minutes };

  g_array_append_val (problems, problem);
}

static void
add_loops (RelmSchedule *self,
           GArray *problems)
{
  for (guint i = 0; i < self->graph->loops->len; i++)
    {
      GArray *loop = g_ptr_array_index (self->graph->loops, i);
      RelmProblem problem = { RELM_PROBLEM_LOOP, g_array_index (loop, gint32, 0), -1, (gint32) i, 0 };

      g_array_append_val (problems, problem);
    }
}

/* What starts before a link lets it: only something stronger than links can have put it there. */
static void
add_broken_links (RelmSchedule *self,
                  GArray *problems,
                  gint32 node)
{
  const RelmGraph *graph = self->graph;
  const RelmNodeInput *input = &self->inputs[node];
  const RelmCalendar *calendar = self->calendars[input->calendar].calendar;

  if (!(input->flags & RELM_NODE_SLOW) || input->flags & RELM_NODE_HUB)
    return;
  for (guint i = graph->in_begin[node]; i < graph->in_begin[node + 1]; i++)
    {
      RelmTime asked = relm_schedule_link_start (self, node, &graph->in[i], self->n_late > 0);
      gint32 minutes = relm_calendar_to_work (calendar, asked) - self->dates[node].wes;

      if (input->flags & RELM_ITEM_ELAPSED)
        minutes = asked - self->dates[node].es;
      if (minutes > 0)
        add_problem (problems, RELM_PROBLEM_LINK, graph->item_of_node[node], graph->in_links[i], minutes);
    }
}

static gint32
constraint_excess (const RelmCalendar *calendar,
                   const RelmNodeInput *input,
                   const RelmNodeDates *dates)
{
  gint32 start, finish;

  if (input->constraint <= RELM_CONSTRAINT_ALAP || input->flags & RELM_ITEM_PINNED)
    return 0;
  start = relm_calendar_to_work (calendar, input->constraint_time) - dates->wes;
  finish = relm_calendar_to_work (calendar, input->constraint_time) - dates->wef;
  switch ((RelmConstraint) input->constraint)
    {
    case RELM_CONSTRAINT_START_NO_EARLIER:
      return start;
    case RELM_CONSTRAINT_START_NO_LATER:
      return -start;
    case RELM_CONSTRAINT_FINISH_NO_EARLIER:
      return finish;
    case RELM_CONSTRAINT_FINISH_NO_LATER:
      return -finish;
    case RELM_CONSTRAINT_MUST_START:
      return ABS (start);
    case RELM_CONSTRAINT_MUST_FINISH:
      return ABS (finish);
    case RELM_CONSTRAINT_ASAP:
    case RELM_CONSTRAINT_ALAP:
    default:
      return 0;
    }
}

static void
add_missed (RelmSchedule *self,
            GArray *problems,
            guint item)
{
  const RelmItem *record = &relm_network_get_items (self->network, NULL)[item];
  RelmCalendar *calendar = relm_network_get_calendar (self->network, record->calendar);
  gint32 node = self->graph->node_of_item[item];
  RelmItemDates dates;
  gint32 excess;

  relm_schedule_get_dates (self, item, &dates);
  if (record->deadline != RELM_TIME_NONE && dates.finish > record->deadline)
    add_problem (problems, RELM_PROBLEM_DEADLINE, (gint32) item, -1, relm_calendar_work (calendar, record->deadline, dates.finish));
  if (node < 0)
    return;
  excess = constraint_excess (calendar, &self->inputs[node], &self->dates[node]);
  if (excess > 0)
    add_problem (problems, RELM_PROBLEM_CONSTRAINT, (gint32) item, -1, excess);
}

/**
 * relm_schedule_list_problems:
 *
 * What the dates break, or what had to be left out. Loops come first, then the items in their order. Minutes are working time
 * of the item's calendar, or elapsed if its duration is.
 *
 * Returns: (transfer full) (element-type RelmProblem): everything, computed anew
 */
GArray *
relm_schedule_list_problems (RelmSchedule *schedule)
{
  GArray *problems = g_array_new (FALSE, FALSE, sizeof (RelmProblem));

  g_return_val_if_fail (schedule != NULL && schedule->graph != NULL, problems);

  add_loops (schedule, problems);
  for (guint i = 0; i < schedule->graph->n_items; i++)
    {
      if (schedule->graph->node_of_item[i] >= 0)
        add_broken_links (schedule, problems, schedule->graph->node_of_item[i]);
      add_missed (schedule, problems, i);
    }
  return problems;
}
