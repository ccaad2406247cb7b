/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan as it was when the newest baseline was taken, as thin bars below those of now. */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-baseline-item.h"
#include "relm-baseline.h"
#include "relm-timeline-pen.h"

#define HEIGHT 4

/* The newest one; of those of one day the last in the file. */
static RelmRecord *
find_newest (RelmProject *project)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_BASELINE);
  RelmRecord *newest = NULL;

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *baseline = relm_record_list_get (list, i);

      if (newest == NULL ||
          relm_record_get_date (baseline, RELM_BASELINE_TAKEN) >= relm_record_get_date (newest, RELM_BASELINE_TAKEN))
        newest = baseline;
    }
  return newest;
}

/* By record, what the baseline says of it. */
static GHashTable *
collect (RelmProject *project,
         RelmRecord *baseline)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_BASELINE_ITEM);
  GHashTable *items = g_hash_table_new (NULL, NULL);

  for (guint i = 0; baseline != NULL && i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *item = relm_record_list_get (list, i);
      const char *id = relm_record_get_string (item, RELM_BASELINE_ITEM_RECORD);
      RelmRecord *record = id != NULL ? relm_project_lookup (project, id) : NULL;

      if (record != NULL && relm_project_resolve (project, item, RELM_BASELINE_ITEM_BASELINE) == baseline)
        g_hash_table_insert (items, record, item);
    }
  return items;
}

/* Private: the layout is another, and with it the project may be. */
void
_relm_timeline_forget_baseline (RelmTimeline *self)
{
  g_clear_pointer (&self->baseline, g_hash_table_unref);
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
  RelmRecord *was;
  RelmSpan span;
  double from, to;

  if (!timeline->show_baseline || timeline->project == NULL)
    return;
  if (timeline->baseline == NULL)
    timeline->baseline = collect (timeline->project, find_newest (timeline->project));
  was = g_hash_table_lookup (timeline->baseline, item->record);
  if (was == NULL)
    return;
  span.finish = relm_record_get_date (was, RELM_BASELINE_ITEM_FINISH);
  span.start = relm_record_get_date (was, RELM_BASELINE_ITEM_START);
  if (span.start == RELM_DATE_NONE)
    span.start = span.finish;
  if (span.finish < span.start)
    span.finish = span.start;
  if (span.start == RELM_DATE_NONE)
    return;
  _relm_timeline_get_extent (timeline, item->shape == RELM_TIMELINE_MILESTONE ? item->shape : RELM_TIMELINE_PERIOD, span, &from, &to);
  relm_timeline_pen_outline (self, from, to, (item->row + 1) * row - HEIGHT - 1, HEIGHT, 2, 1, &timeline->inks[RELM_TIMELINE_INK_DIM]);
}

/**
 * relm_timeline_get_show_baseline:
 *
 * Returns: whether the newest baseline is shown
 */
gboolean
relm_timeline_get_show_baseline (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), FALSE);

  return self->show_baseline;
}

/**
 * relm_timeline_set_show_baseline:
 * @show_baseline: whether to show the newest baseline
 */
void
relm_timeline_set_show_baseline (RelmTimeline *self,
                                 gboolean show_baseline)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));

  if (self->show_baseline == !!show_baseline)
    return;
  self->show_baseline = !!show_baseline;
  _relm_timeline_forget_picture (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "show-baseline");
}
