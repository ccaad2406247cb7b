/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the engine says of the plan, as the timeline shows it: criticality, float, days off, and what else would move. */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-plan.h"
#include "relm-timeline-private.h"

static void
schedule_changed_cb (RelmTimeline *self)
{
  _relm_timeline_forget_picture (self);
  if (self->layout != NULL)
    _relm_timeline_update_accessibles (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * relm_timeline_set_schedule:
 * @schedule: (nullable): the dates that are computed for the project that is shown
 *
 * With it days off are those of the calendar, a drag shows what else would move, and the critical path can be shown.
 */
void
relm_timeline_set_schedule (RelmTimeline *self,
                            RelmPlanSchedule *schedule)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));

  if (self->schedule == schedule)
    return;
  if (self->schedule != NULL)
    g_signal_handlers_disconnect_by_data (self->schedule, self);
  g_set_object (&self->schedule, schedule);
  if (schedule != NULL)
    g_signal_connect_swapped (schedule, "changed", G_CALLBACK (schedule_changed_cb), self);
  schedule_changed_cb (self);
}

/**
 * relm_timeline_get_show_critical:
 *
 * Returns: whether what is critical and how far the rest may slip is shown
 */
gboolean
relm_timeline_get_show_critical (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), FALSE);

  return self->show_critical;
}

/**
 * relm_timeline_set_show_critical:
 * @show_critical: whether to show what is critical, and how far the rest may slip
 */
void
relm_timeline_set_show_critical (RelmTimeline *self,
                                 gboolean show_critical)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));

  if (self->show_critical == !!show_critical)
    return;
  self->show_critical = !!show_critical;
  schedule_changed_cb (self);
  g_object_notify (G_OBJECT (self), "show-critical");
}

/**
 * relm_timeline_set_ghosts:
 * @moves: (nullable) (element-type RelmPlanMove): what would be elsewhere, and where; %NULL for nothing
 *
 * Shows that over the plan as it is.
 */
void
relm_timeline_set_ghosts (RelmTimeline *self,
                          GArray *moves)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));

  g_clear_pointer (&self->ghosts, g_array_unref);
  if (moves != NULL && moves->len > 0)
    self->ghosts = g_array_ref (moves);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whether the dates of a record can be told; only while they are to be shown, and of what is not over. */
static gboolean
get_dates (RelmTimeline *self,
           RelmRecord *record,
           RelmPlanDates *dates)
{
  return self->show_critical && self->schedule != NULL && !relm_plan_is_done (record) &&
         relm_plan_schedule_get_dates (self->schedule, record, dates);
}

RelmCriticality
_relm_timeline_get_criticality (RelmTimeline *self,
                                RelmRecord *record)
{
  RelmPlanDates dates;

  return get_dates (self, record, &dates) ? dates.criticality : RELM_CRITICALITY_NONE;
}

/* The last day to which something may slip; RELM_DATE_NONE when it may not. */
RelmDate
_relm_timeline_get_latest (RelmTimeline *self,
                           const RelmTimelineItem *item)
{
  RelmPlanDates dates;

  if (!get_dates (self, item->record, &dates) || dates.total_float <= 0 || dates.late.finish <= item->span.finish)
    return RELM_DATE_NONE;
  return dates.late.finish;
}

gboolean
_relm_timeline_is_day_off (RelmTimeline *self,
                           RelmDate day)
{
  if (self->schedule == NULL)
    return relm_time_is_weekend (day);
  return relm_calendar_get_day_minutes (relm_plan_schedule_get_calendar (self->schedule), day) == 0;
}

/* Whether a link does not hold; one that is being made has no record. */
gboolean
_relm_timeline_is_broken (RelmTimeline *self,
                          RelmRecord *dependency)
{
  return self->schedule != NULL && dependency != NULL && relm_plan_schedule_is_broken (self->schedule, dependency);
}

/* What else would move if what is dragged were let go of here. */
void
_relm_timeline_preview_drag (RelmTimeline *self)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (RelmPlanMove));
  g_autoptr (GArray) others = NULL;

  if (self->schedule == NULL || self->drag.parts == NULL)
    return;
  for (guint i = 0; i < self->drag.parts->len; i++)
    {
      const RelmTimelinePart *part = &g_array_index (self->drag.parts, RelmTimelinePart, i);
      const RelmPlanMove move = { part->record, part->to };

      if (part->to.start != part->from.start || part->to.finish != part->from.finish)
        g_array_append_val (moves, move);
    }
  if (moves->len > 0)
    others = relm_plan_schedule_preview (self->schedule, (const RelmPlanMove *) moves->data, moves->len);
  relm_timeline_set_ghosts (self, others);
}
