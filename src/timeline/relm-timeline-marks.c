/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which marks a chart shows that not every chart does, for its legend. */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-gate.h"
#include "relm-timeline-private.h"

/* By when it has to be done, if that has been said. */
RelmDate
_relm_timeline_get_deadline (RelmRecord *record)
{
  const int field = relm_kind_find_field (relm_record_get_kind (record), "deadline");

  return field >= 0 ? relm_record_get_date (record, (guint) field) : RELM_DATE_NONE;
}

static RelmTimelineMarks
list_marks_of (RelmTimeline *self,
               const RelmTimelineItem *item)
{
  RelmTimelineMarks marks = RELM_TIMELINE_MARK_NONE;

  if (RELM_IS_GATE (item->record))
    marks |= RELM_TIMELINE_MARK_GATE;
  if (_relm_timeline_get_deadline (item->record) != RELM_DATE_NONE)
    marks |= RELM_TIMELINE_MARK_DEADLINE;
  if (_relm_timeline_is_held (item->record))
    marks |= RELM_TIMELINE_MARK_HELD;
  if (_relm_timeline_find_overflowed (self, item) != RELM_TIMELINE_NONE)
    marks |= RELM_TIMELINE_MARK_OVERFLOW;
  return marks;
}

/* Private. Returns: those that are on the chart somewhere, seen or not */
RelmTimelineMarks
_relm_timeline_list_marks (RelmTimeline *self)
{
  RelmTimelineLayout *layout = _relm_timeline_get_layout (self);
  RelmTimelineMarks marks = RELM_TIMELINE_MARK_NONE;

  if (self->show_critical && self->schedule != NULL)
    marks |= RELM_TIMELINE_MARK_CRITICAL;
  if (_relm_timeline_get_forecast_end (self) != RELM_DATE_NONE)
    marks |= RELM_TIMELINE_MARK_FORECAST;
  if (self->show_baseline && self->compared != NULL)
    marks |= RELM_TIMELINE_MARK_BASELINE;
  for (guint i = 0; i < relm_timeline_layout_get_n_items (layout); i++)
    marks |= list_marks_of (self, relm_timeline_layout_get_item (layout, i));
  return marks;
}
