/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-schedule-reason.h"

/* Entries of the tables that windows on calendars may have. */
#define WINDOW_ROOM 32768
#define WINDOW_ROOM_PER_NODE 8

/**
 * relm_schedule_new:
 * @network: (transfer none): what to schedule
 *
 * Returns: (transfer full): a schedule without dates; see relm_schedule_run ()
 */
RelmSchedule *
relm_schedule_new (RelmNetwork *network)
{
  RelmSchedule *self;

  g_return_val_if_fail (network != NULL, NULL);

  self = g_new0 (RelmSchedule, 1);
  self->network = network;
  self->window = (RelmSpan) { RELM_DATE_NONE, RELM_DATE_NONE };
  self->changed = g_array_new (FALSE, FALSE, sizeof (gint32));
  return self;
}

static void
drop (RelmSchedule *self)
{
  g_clear_pointer (&self->graph, relm_graph_free);
  g_clear_pointer (&self->inputs, g_free);
  g_clear_pointer (&self->hot, g_free);
  g_clear_pointer (&self->dates, g_free);
  g_clear_pointer (&self->floats, g_free);
  g_clear_pointer (&self->summaries, g_free);
  relm_marks_clear (&self->forward_marks);
  relm_marks_clear (&self->backward_marks);
  relm_marks_clear (&self->float_marks);
  relm_marks_clear (&self->item_marks);
}

static void
drop_calendars (RelmSchedule *self)
{
  for (guint i = 0; i < self->n_calendars; i++)
    relm_calendar_window_clear (&self->calendars[i].window);
  g_clear_pointer (&self->calendars, g_free);
  self->n_calendars = 0;
  self->window = (RelmSpan) { RELM_DATE_NONE, RELM_DATE_NONE };
}

void
relm_schedule_free (RelmSchedule *schedule)
{
  g_return_if_fail (schedule != NULL);

  drop (schedule);
  drop_calendars (schedule);
  g_array_unref (schedule->changed);
  g_free (schedule);
}

static gboolean
is_slow (const RelmSchedule *self,
         const RelmItem *item)
{
  return self->status_time != RELM_TIME_NONE || item->actual_start != RELM_TIME_NONE || item->not_before != RELM_TIME_NONE ||
         item->constraint > RELM_CONSTRAINT_ALAP || item->flags != 0;
}

/* Copies what a pass reads of an item to its node. */
static void
copy_item (RelmSchedule *self,
           gint32 node)
{
  const RelmItem *item = &relm_network_get_items (self->network, NULL)[self->graph->item_of_node[node]];
  RelmNodeInput *input = &self->inputs[node];

  if (self->graph->kinds[node] != RELM_NODE_ITEM)
    {
      *input = (RelmNodeInput) { .flags = RELM_NODE_HUB };
      return;
    }
  *input = (RelmNodeInput) {
    .duration = item->duration,
    .remaining = item->actual_start == RELM_TIME_NONE ? item->duration : MIN (item->remaining, item->duration),
    .constraint_time = item->constraint_time,
    .deadline = item->deadline,
    .not_before = item->not_before,
    .actual_start = item->actual_start,
    .actual_finish = item->actual_finish,
    .calendar = item->calendar,
    .constraint = item->constraint,
    .flags = item->flags,
  };
  if (is_slow (self, item))
    input->flags |= RELM_NODE_SLOW;
  if (item->constraint > RELM_CONSTRAINT_ALAP || item->deadline != RELM_TIME_NONE)
    input->flags |= RELM_NODE_LIMITED;
  if (item->actual_start != RELM_TIME_NONE)
    input->flags |= RELM_NODE_STARTED;
  if (item->actual_finish != RELM_TIME_NONE)
    input->flags |= RELM_NODE_DONE;
}

/* Takes over what the network has for a node. */
void
relm_schedule_load_node (RelmSchedule *self,
                         gint32 node)
{
  self->n_late -= relm_schedule_stands_late (&self->inputs[node]);
  copy_item (self, node);
  self->hot[node] = (RelmNodeHot) {
    .duration = self->inputs[node].duration,
    .calendar = self->inputs[node].calendar,
    .flags = self->inputs[node].flags,
  };
  self->n_late += relm_schedule_stands_late (&self->inputs[node]);
}

static void
load_calendar (RelmSchedule *self,
               guint index)
{
  RelmScheduleCalendar *calendar = &self->calendars[index];

  if (calendar->calendar == NULL)
    relm_calendar_window_init (&calendar->window, g_ptr_array_index (self->network->calendars, index));
  calendar->calendar = calendar->window.calendar;
  calendar->start = relm_calendar_to_work (calendar->calendar, self->start);
  calendar->first[0] = G_MININT32;
  calendar->first[1] = calendar->start;
}

/* Takes over the calendars that the network has. */
void
relm_schedule_load_calendars (RelmSchedule *self)
{
  const guint n = self->network->calendars->len;
  gboolean same = n == self->n_calendars;

  for (guint i = 0; same && i < n; i++)
    same = self->calendars[i].calendar == g_ptr_array_index (self->network->calendars, i);
  if (!same)
    {
      drop_calendars (self);
      self->n_calendars = n;
      self->calendars = g_new0 (RelmScheduleCalendar, n);
    }
  for (guint i = 0; i < n; i++)
    load_calendar (self, i);
}

static void
compile (RelmSchedule *self)
{
  guint n_nodes, n_items;

  drop (self);
  self->n_late = 0;
  self->graph = relm_graph_new (self->network);
  n_nodes = self->graph->n_nodes;
  n_items = self->graph->n_items;
  self->inputs = g_new0 (RelmNodeInput, n_nodes);
  self->hot = g_new0 (RelmNodeHot, n_nodes);
  self->dates = g_new0 (RelmNodeDates, n_nodes);
  self->floats = g_new0 (gint32, n_nodes);
  if (self->graph->n_summaries > 0)
    self->summaries = g_new0 (RelmItemDates, n_items);
  relm_marks_init (&self->forward_marks, n_nodes);
  relm_marks_init (&self->backward_marks, n_nodes);
  relm_marks_init (&self->float_marks, n_nodes);
  relm_marks_init (&self->item_marks, n_items);
  g_array_set_size (self->changed, 0);
}

/* Only what the journal names is read again, unless the network was ranked anew. */
static void
load (RelmSchedule *self)
{
  gboolean anew = self->graph == NULL || self->network->changes & (RELM_CHANGE_LINKS | RELM_CHANGE_STRUCTURE);

  self->start = self->network->start;
  self->status_time = self->network->status_time;
  if (anew)
    {
      compile (self);
      for (guint i = 0; i < self->graph->n_nodes; i++)
        relm_schedule_load_node (self, (gint32) i);
    }
  else
    for (guint i = 0; i < self->network->journal->len; i++)
      {
        gint32 item = (gint32) g_array_index (self->network->journal, guint, i);

        if (self->graph->node_of_item[item] < 0)
          continue;
        relm_schedule_load_node (self, self->graph->node_of_item[item]);
        relm_graph_refresh (self->graph, self->network, item);
      }
  relm_schedule_load_calendars (self);
}

/* Takes over when the project ends. */
void
relm_schedule_set_finish (RelmSchedule *self,
                          RelmTime finish)
{
  self->finish = finish;
  for (guint i = 0; i < self->n_calendars; i++)
    self->calendars[i].finish = relm_calendar_to_work (self->calendars[i].calendar, finish);
}

/**
 * relm_schedule_open_windows:
 *
 * Makes tables of the calendars for the time in which the plan lies, so that the next run takes less: after a run, and where the tables
 * are not much larger than the plan.
 */
void
relm_schedule_open_windows (RelmSchedule *self)
{
  const RelmSpan days = { relm_time_get_date (self->start), relm_time_get_date (self->finish) };
  const RelmTime spare = (self->finish - self->start) / 8 + RELM_MINUTES_PER_WEEK;
  guint room = MAX (WINDOW_ROOM, self->graph->n_nodes * WINDOW_ROOM_PER_NODE);

  if (self->window.start != RELM_DATE_NONE && self->window.start <= days.start && days.finish <= self->window.finish)
    return;
  if (self->start < RELM_TIME_MIN / 2 || self->finish > RELM_TIME_MAX / 2)
    return;
  for (guint i = 0; i < self->n_calendars; i++)
    room -= relm_calendar_window_open (&self->calendars[i].window, self->start, self->finish + spare, room);
  self->window = (RelmSpan) { days.start, relm_time_get_date (self->finish + spare) };
}

/* Where items stand at their late dates, those after them have other early dates. */
static void
follow_late (RelmSchedule *self)
{
  for (guint i = 0; i < self->graph->n_nodes; i++)
    relm_schedule_forward_node (self, (gint32) i, TRUE);
  for (guint i = 0; i < self->graph->n_nodes; i++)
    self->floats[i] = relm_schedule_free_float (self, (gint32) i);
}

/**
 * relm_schedule_run:
 *
 * Computes every date anew. See relm_schedule_update () for less.
 */
void
relm_schedule_run (RelmSchedule *schedule)
{
  gboolean again;

  g_return_if_fail (schedule != NULL);

  again = schedule->graph != NULL;
  load (schedule);
  if (again)
    relm_schedule_open_windows (schedule);
  relm_schedule_set_finish (schedule, relm_schedule_forward_whole (schedule));
  relm_schedule_backward_whole (schedule);
  if (schedule->n_late > 0)
    follow_late (schedule);
  for (guint i = 0; i < schedule->graph->n_summaries; i++)
    relm_schedule_roll_up (schedule, schedule->graph->summaries[i]);
  relm_network_forget_changes (schedule->network);
}

/**
 * relm_schedule_get_dates:
 * @item: an item that was there when dates were computed
 * @dates: (out): its dates
 */
void
relm_schedule_get_dates (RelmSchedule *schedule,
                         guint item,
                         RelmItemDates *dates)
{
  gint32 node;

  g_return_if_fail (schedule != NULL && schedule->graph != NULL && item < schedule->graph->n_items && dates != NULL);

  node = schedule->graph->node_of_item[item];
  if (node < 0)
    *dates = schedule->summaries[item];
  else
    relm_schedule_get_node_dates (schedule, node, dates);
}

/**
 * relm_schedule_get_finish:
 *
 * Returns: the latest early finish; the start of the project when there are no items
 */
RelmTime
relm_schedule_get_finish (RelmSchedule *schedule)
{
  g_return_val_if_fail (schedule != NULL && schedule->graph != NULL, RELM_TIME_NONE);

  return schedule->finish;
}

/**
 * relm_schedule_get_loop:
 * @loop: see RelmProblem
 * @n: (out): how many items are in it
 *
 * Returns: (transfer none) (array length=n): the items of a loop, until dates are computed again
 */
const gint32 *
relm_schedule_get_loop (RelmSchedule *schedule,
                        guint loop,
                        guint *n)
{
  GArray *items;

  g_return_val_if_fail (schedule != NULL && schedule->graph != NULL && loop < schedule->graph->loops->len, NULL);

  items = g_ptr_array_index (schedule->graph->loops, loop);
  *n = items->len;
  return (const gint32 *) (gconstpointer) items->data;
}
