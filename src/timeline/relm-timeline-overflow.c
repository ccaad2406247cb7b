/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What lies elsewhere than one would think: after what it is a part of, or held back until somebody is free. */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-phase.h"
#include "relm-plan.h"
#include "relm-timeline-private.h"
#include "relm-work-item.h"

/* Work goes on after a release without being wrong; phases and work items are as long as their parts. */
static gboolean
holds_parts (RelmRecord *record)
{
  return record != NULL && (RELM_IS_PHASE (record) || RELM_IS_WORK_ITEM (record));
}

/* The item that it is a part of and ends after; RELM_TIMELINE_NONE when there is none, or that is cancelled or done. */
guint
_relm_timeline_find_overflowed (RelmTimeline *self,
                                const RelmTimelineItem *item)
{
  const RelmTimelineRow *row = relm_timeline_layout_get_row (self->layout, item->row);
  RelmRecord *parent = row->parent != RELM_TIMELINE_NONE ? relm_timeline_layout_get_row (self->layout, row->parent)->record : NULL;
  RelmSpan span;

  if (row->record != item->record || !holds_parts (parent) || relm_plan_is_done (item->record) || relm_plan_is_cancelled (item->record))
    return RELM_TIMELINE_NONE;
  span = relm_plan_get_own_span (parent);
  return relm_span_is_set (span) && item->span.finish > span.finish ? relm_timeline_layout_find (self->layout, parent) : RELM_TIMELINE_NONE;
}

/* Whether levelling put it off, and it has not begun. */
gboolean
_relm_timeline_is_held (RelmRecord *record)
{
  return RELM_IS_WORK_ITEM (record) && relm_record_get_date (record, RELM_WORK_ITEM_HELD_UNTIL) != RELM_DATE_NONE &&
         relm_record_get_date (record, RELM_WORK_ITEM_ACTUAL_START) == RELM_DATE_NONE && !relm_plan_is_done (record);
}
