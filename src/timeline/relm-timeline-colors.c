/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The colours of work items on the timeline, by choice: the state stays to be seen by its icon. */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-plan.h"
#include "relm-timeline-private.h"
#include "relm-work-item.h"

/* Whether its colour says something else than its state. */
gboolean
_relm_timeline_is_colored (RelmTimeline *self,
                           RelmRecord *record)
{
  return self->coloring != RELM_TIMELINE_COLOR_BY_STATE && self->project != NULL && RELM_IS_WORK_ITEM (record) &&
         !relm_plan_is_cancelled (record);
}

/* Only for what is coloured. */
RelmTimelineInk
_relm_timeline_get_color (RelmTimeline *self,
                          RelmRecord *record)
{
  return RELM_TIMELINE_INK_HUES + relm_timeline_coloring_get_hue (self->coloring, self->project, record);
}

/* What its colour says, in words; NULL when that is nothing. */
char *
_relm_timeline_dup_color_words (RelmTimeline *self,
                                RelmRecord *record)
{
  if (!_relm_timeline_is_colored (self, record))
    return NULL;
  return relm_timeline_coloring_dup_label (self->coloring, self->project, record);
}

/**
 * relm_timeline_get_coloring:
 *
 * Returns: what the colours of work items say
 */
RelmTimelineColoring
relm_timeline_get_coloring (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), RELM_TIMELINE_COLOR_BY_STATE);

  return self->coloring;
}

/**
 * relm_timeline_set_coloring:
 * @coloring: what the colours of work items say
 */
void
relm_timeline_set_coloring (RelmTimeline *self,
                            RelmTimelineColoring coloring)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));

  if (self->coloring == coloring)
    return;
  self->coloring = coloring;
  _relm_timeline_forget_picture (self);
  _relm_timeline_update_accessibles (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "coloring");
}

/**
 * relm_timeline_list_keys:
 *
 * Returns: (transfer full) (element-type RelmTimelineKey): what the colours stand for; empty when they say the state
 */
GPtrArray *
relm_timeline_list_keys (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), NULL);

  return relm_timeline_coloring_list_keys (self->project != NULL ? self->coloring : RELM_TIMELINE_COLOR_BY_STATE, self->project);
}
