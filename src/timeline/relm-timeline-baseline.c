/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan as it was when a baseline was taken, as thin bars below those of now. */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-plan-baseline.h"
#include "relm-timeline-pen.h"

#define HEIGHT 4

/* What the baseline says, by record; nothing without one. */
static GHashTable *
get_index (RelmTimeline *self)
{
  if (self->baseline == NULL)
    self->baseline = self->compared != NULL && self->project != NULL ? relm_plan_baseline_index (self->project, self->compared)
                                                                     : g_hash_table_new (NULL, NULL);
  return self->baseline;
}

/* Private: the layout is another, and with it the project may be. */
void
_relm_timeline_forget_baseline (RelmTimeline *self)
{
  g_clear_pointer (&self->baseline, g_hash_table_unref);
}

/* Whether something was not in the baseline that is shown, which a baseline that is taken now would hold. */
gboolean
_relm_timeline_is_added (RelmTimeline *self,
                         RelmRecord *record)
{
  RelmSpan was;

  return self->show_baseline && self->compared != NULL && relm_plan_baseline_holds (record) &&
         !relm_plan_baseline_find (get_index (self), record, &was);
}

/**
 * relm_timeline_draw_baseline:
 * @item: an item
 *
 * Where it was in the baseline, when that is shown and says so.
 */
void
relm_timeline_draw_baseline (const RelmTimelinePen *self,
                             const RelmTimelineItem *item)
{
  RelmTimeline *timeline = self->timeline;
  const int row = timeline->metrics.row;
  RelmSpan span;
  double from, to;

  if (!timeline->show_baseline || !relm_plan_baseline_find (get_index (timeline), item->record, &span))
    return;
  _relm_timeline_get_extent (timeline, item->shape == RELM_TIMELINE_MILESTONE ? item->shape : RELM_TIMELINE_PERIOD, span, &from, &to);
  relm_timeline_pen_outline (self, from, to, (item->row + 1) * row - HEIGHT - 1, HEIGHT, 2, 1, &timeline->inks[RELM_TIMELINE_INK_DIM]);
}

/**
 * relm_timeline_set_baseline:
 * @baseline: (nullable): the baseline of the project that the plan is compared with
 *
 * To be set anew with the project.
 */
void
relm_timeline_set_baseline (RelmTimeline *self,
                            RelmRecord *baseline)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));

  if (g_set_object (&self->compared, baseline))
    _relm_timeline_forget_layout (self);
}

/**
 * relm_timeline_get_show_baseline:
 *
 * Returns: whether the baseline is shown
 */
gboolean
relm_timeline_get_show_baseline (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), FALSE);

  return self->show_baseline;
}

/**
 * relm_timeline_set_show_baseline:
 * @show_baseline: whether to show the baseline
 */
void
relm_timeline_set_show_baseline (RelmTimeline *self,
                                 gboolean show_baseline)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));

  if (self->show_baseline == !!show_baseline)
    return;
  self->show_baseline = !!show_baseline;
  _relm_timeline_forget_layout (self);
  g_object_notify (G_OBJECT (self), "show-baseline");
}
