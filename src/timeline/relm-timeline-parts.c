/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-plan.h"
#include "relm-timeline-private.h"

static void
clear_part (gpointer data)
{
  g_clear_object (&((RelmTimelinePart *) data)->record);
}

/* What a span becomes when it, or an end of it, is moved by that many days; it never gets shorter than a day. */
RelmSpan
_relm_timeline_drag_span (RelmSpan span,
                          RelmTimelineHold hold,
                          int days)
{
  RelmSpan result = span;

  switch (hold)
    {
    case RELM_TIMELINE_HOLD_START:
      result.start = CLAMP (span.start + days, 1, span.finish);
      break;
    case RELM_TIMELINE_HOLD_FINISH:
      result.finish = CLAMP (span.finish + days, span.start, RELM_DATE_MAX);
      break;
    case RELM_TIMELINE_HOLD_WHOLE:
      days = CLAMP (days, 1 - span.start, RELM_DATE_MAX - span.finish);
      result.start += days;
      result.finish += days;
      break;
    case RELM_TIMELINE_HOLD_NONE:
    case RELM_TIMELINE_HOLD_PROGRESS:
    case RELM_TIMELINE_HOLD_LINK_START:
    case RELM_TIMELINE_HOLD_LINK_FINISH:
    case RELM_TIMELINE_HOLD_BAND:
    case RELM_TIMELINE_HOLD_EDGE:
    default:
      break;
    }
  return result;
}

/* The part that is under the pointer; NULL when no item is dragged. */
const RelmTimelinePart *
_relm_timeline_get_leader (RelmTimeline *self)
{
  if (!self->drag.active || self->drag.parts == NULL || self->drag.parts->len == 0)
    return NULL;
  return &g_array_index (self->drag.parts, RelmTimelinePart, 0);
}

/* What has begun cannot be moved as a whole, but its end can. */
static RelmTimelineHold
choose_hold (RelmTimeline *self,
             const RelmTimelineItem *item,
             RelmTimelineHold hold)
{
  if (_relm_timeline_can (self, item, hold))
    return hold;
  if (hold == RELM_TIMELINE_HOLD_WHOLE && _relm_timeline_can (self, item, RELM_TIMELINE_HOLD_FINISH))
    return RELM_TIMELINE_HOLD_FINISH;
  return RELM_TIMELINE_HOLD_NONE;
}

static void
add_part (RelmTimeline *self,
          GArray *parts,
          RelmRecord *record,
          RelmTimelineHold hold)
{
  RelmTimelineLayout *layout = _relm_timeline_get_layout (self);
  const guint index = relm_timeline_layout_find (layout, record);
  const RelmTimelineItem *item = index != RELM_TIMELINE_NONE ? relm_timeline_layout_get_item (layout, index) : NULL;
  const int progress = relm_plan_get_progress (record);
  RelmTimelinePart part = { record, RELM_TIMELINE_HOLD_NONE, { 0 }, { 0 }, progress, progress };

  if (item == NULL)
    return;
  part.hold = choose_hold (self, item, hold);
  part.from = part.to = item->span;
  if (part.hold == RELM_TIMELINE_HOLD_NONE)
    return;
  g_object_ref (record);
  g_array_append_val (parts, part);
}

/**
 * _relm_timeline_list_parts:
 * @first: (nullable): what comes first: the one under the pointer
 * @hold: what should be done to them
 *
 * Returns: (transfer full) (element-type RelmTimelinePart): @first, and everything else that is selected if that is, as far as
 *   it can be done to them
 */
GArray *
_relm_timeline_list_parts (RelmTimeline *self,
                           RelmRecord *first,
                           RelmTimelineHold hold)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (RelmTimelinePart));

  g_array_set_clear_func (parts, clear_part);
  if (first != NULL)
    add_part (self, parts, first, hold);
  if (_relm_timeline_is_chosen (self, first))
    {
      g_autoptr (GPtrArray) chosen = relm_timeline_list_chosen (self);

      for (guint i = 0; i < chosen->len; i++)
        if (g_ptr_array_index (chosen, i) != first)
          add_part (self, parts, g_ptr_array_index (chosen, i), hold);
    }
  return parts;
}

/* Where a part is when it is moved by that many days. What is moved as a whole stays as much work, over days off. */
static RelmSpan
move_part (RelmTimeline *self,
           const RelmTimelinePart *part,
           int days)
{
  const RelmSpan span = _relm_timeline_drag_span (part->from, part->hold, days);

  if (part->hold != RELM_TIMELINE_HOLD_WHOLE || self->schedule == NULL || span.start == part->from.start)
    return span;
  return relm_plan_schedule_get_moved (self->schedule, part->record, part->from, span.start);
}

/* By that many days from where they were. Returns whether any is elsewhere than before. */
gboolean
_relm_timeline_move_parts (RelmTimeline *self,
                           GArray *parts,
                           int days)
{
  gboolean moved = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      RelmTimelinePart *part = &g_array_index (parts, RelmTimelinePart, i);

      part->to = move_part (self, part, days);
      moved = moved || part->to.start != part->from.start || part->to.finish != part->from.finish;
    }
  return moved;
}

/* By so much of a hundred. Returns whether any is other than before. */
gboolean
_relm_timeline_progress_parts (GArray *parts,
                               int difference)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      RelmTimelinePart *part = &g_array_index (parts, RelmTimelinePart, i);

      part->progress_to = CLAMP (part->progress_from + difference, 0, 100);
      changed = changed || part->progress_to != part->progress_from;
    }
  return changed;
}

/* What to ask for: those that are other than before. */
GArray *
_relm_timeline_list_moves (GArray *parts)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (RelmTimelineMove));

  for (guint i = 0; i < parts->len; i++)
    {
      const RelmTimelinePart *part = &g_array_index (parts, RelmTimelinePart, i);
      const RelmTimelineMove move = {
        part->record, part->to, part->progress_to != part->progress_from ? part->progress_to : -1, 0,
      };

      if (move.progress >= 0 || part->to.start != part->from.start || part->to.finish != part->from.finish)
        g_array_append_val (moves, move);
    }
  return moves;
}
