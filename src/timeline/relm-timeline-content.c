/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-timeline-private.h"

void
_relm_timeline_forget_picture (RelmTimeline *self)
{
  g_clear_pointer (&self->picture.body, gsk_render_node_unref);
  g_clear_pointer (&self->picture.titles, gsk_render_node_unref);
}

static RelmTimelineView
get_view (RelmTimeline *self)
{
  return (RelmTimelineView) {
    .release = self->release, .grouping = self->grouping, .folds = self->folds, .toggled = self->toggled,
    .baseline = self->show_baseline ? self->compared : NULL,
  };
}

static RelmTimelineLayout *
make_layout (RelmTimeline *self)
{
  g_autoptr (RelmProject) nothing = self->project == NULL ? relm_project_new () : NULL;
  const RelmTimelineView view = get_view (self);

  return relm_timeline_layout_new (self->project != NULL ? self->project : nothing, &view);
}

static void
remember_cursor (RelmTimeline *self)
{
  if (self->layout != NULL && self->cursor < relm_timeline_layout_get_n_rows (self->layout))
    g_set_object (&self->at_cursor, relm_timeline_layout_get_row (self->layout, self->cursor)->record);
}

/* Lets the layout follow what was touched; it is gone where it cannot. */
static void
update_layout (RelmTimeline *self)
{
  const RelmTimelineView view = get_view (self);

  remember_cursor (self);
  if (!relm_timeline_layout_update (self->layout, self->project, &view, self->touched))
    g_clear_pointer (&self->layout, relm_timeline_layout_free);
}

/* Where the keyboard goes on: in the row of what it was in, else of what is selected. */
static guint
find_cursor (RelmTimeline *self)
{
  const guint n_rows = relm_timeline_layout_get_n_rows (self->layout);
  guint row = RELM_TIMELINE_NONE;

  if (self->at_cursor != NULL)
    row = relm_timeline_layout_find_row (self->layout, self->at_cursor);
  if (row == RELM_TIMELINE_NONE && self->selected != NULL)
    row = relm_timeline_layout_find_row (self->layout, self->selected);
  g_clear_object (&self->at_cursor);
  return row != RELM_TIMELINE_NONE ? row : MIN (self->cursor, MAX (n_rows, 1) - 1);
}

/* Follows what has changed, or makes it anew; what else depends on it follows. */
RelmTimelineLayout *
_relm_timeline_get_layout (RelmTimeline *self)
{
  if (self->layout != NULL && g_hash_table_size (self->touched) == 0)
    return self->layout;

  if (self->layout != NULL)
    update_layout (self);
  g_hash_table_remove_all (self->touched);
  if (self->layout == NULL)
    self->layout = make_layout (self);
  self->cursor = find_cursor (self);
  self->hover = RELM_TIMELINE_HIT_NOTHING;
  _relm_timeline_forget_picture (self);
  _relm_timeline_update_accessibles (self);
  self->is_reworded = FALSE;
  return self->layout;
}

static void
queue_layout (RelmTimeline *self)
{
  _relm_timeline_forget_picture (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Changes come many at once: they are looked at before the next frame. */
void
_relm_timeline_forget_layout (RelmTimeline *self)
{
  remember_cursor (self);
  g_hash_table_remove_all (self->touched);
  g_clear_pointer (&self->layout, relm_timeline_layout_free);
  _relm_timeline_forget_baseline (self);
  queue_layout (self);
}

/* As above, where the rest of the layout stays as it is. */
static void
touch (RelmTimeline *self,
       RelmRecord *record)
{
  if (self->layout != NULL)
    g_hash_table_add (self->touched, g_object_ref (record));
  queue_layout (self);
}

/* What is drawn is other than it was, where it was. */
static void
forget_words (RelmTimeline *self)
{
  self->is_reworded = TRUE;
  queue_layout (self);
}

/* Private: before the next frame, as the layout is. */
void
_relm_timeline_update_words (RelmTimeline *self)
{
  if (self->is_reworded)
    _relm_timeline_update_accessibles (self);
  self->is_reworded = FALSE;
}

static void
project_changed_cb (RelmTimeline *self,
                    guint type,
                    RelmRecord *record,
                    guint field)
{
  if (type == RELM_CHANGE_REMOVE)
    {
      if ((self->drag.spans != NULL && g_hash_table_contains (self->drag.spans, record)) || record == self->linking.from ||
          record == self->linking.to)
        _relm_timeline_cancel_drag (self);
      _relm_timeline_forget_chosen (self, record);
    }
  switch (relm_timeline_layout_judge ((RelmChangeType) type, record, field))
    {
    case RELM_TIMELINE_EFFECT_NONE:
      forget_words (self);
      break;
    case RELM_TIMELINE_EFFECT_DATES:
      touch (self, record);
      break;
    case RELM_TIMELINE_EFFECT_ROWS:
    default:
      _relm_timeline_forget_layout (self);
    }
}

/**
 * relm_timeline_get_project:
 *
 * Returns: (transfer none) (nullable): the project that is shown
 */
RelmProject *
relm_timeline_get_project (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), NULL);

  return self->project;
}

/**
 * relm_timeline_set_project:
 * @project: (nullable): the project to show
 */
void
relm_timeline_set_project (RelmTimeline *self,
                           RelmProject *project)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));
  g_return_if_fail (project == NULL || RELM_IS_PROJECT (project));

  if (self->project == project)
    return;
  _relm_timeline_cancel_drag (self);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_set_object (&self->project, project);
  if (project != NULL)
    g_signal_connect_swapped (project, "changed", G_CALLBACK (project_changed_cb), self);
  relm_timeline_set_release (self, NULL);
  relm_timeline_set_selected (self, NULL);
  self->fit = RELM_TIMELINE_FIT_FIRST;
  _relm_timeline_forget_layout (self);
  g_object_notify (G_OBJECT (self), "project");
}

/**
 * relm_timeline_get_release:
 *
 * Returns: (transfer none) (nullable): the only release that is shown
 */
RelmRecord *
relm_timeline_get_release (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), NULL);

  return self->release;
}

/**
 * relm_timeline_set_release:
 * @release: (nullable): the only release to show, or %NULL for the whole roadmap
 *
 * All of it is brought into sight.
 */
void
relm_timeline_set_release (RelmTimeline *self,
                           RelmRecord *release)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));
  g_return_if_fail (release == NULL || RELM_IS_RECORD (release));

  if (!g_set_object (&self->release, release))
    return;
  _relm_timeline_cancel_drag (self);
  self->offset = 0;
  self->cursor = 0;
  self->fit = RELM_TIMELINE_FIT_FIRST;
  _relm_timeline_forget_layout (self);
  g_object_notify (G_OBJECT (self), "release");
}

/**
 * relm_timeline_get_today:
 *
 * Returns: the day that counts as today
 */
RelmDate
relm_timeline_get_today (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), RELM_DATE_NONE);

  return self->today;
}

/**
 * relm_timeline_set_today:
 * @today: the day that counts as today
 */
void
relm_timeline_set_today (RelmTimeline *self,
                         RelmDate today)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));
  g_return_if_fail (today > RELM_DATE_NONE && today <= RELM_DATE_MAX);

  if (self->today == today)
    return;
  self->today = today;
  _relm_timeline_forget_layout (self);
}

/**
 * relm_timeline_is_empty:
 *
 * Returns: whether nothing that is shown has dates
 */
gboolean
relm_timeline_is_empty (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), TRUE);

  return relm_timeline_layout_get_n_items (_relm_timeline_get_layout (self)) == 0;
}

/**
 * relm_timeline_get_unscheduled:
 *
 * Returns: (transfer none) (element-type RelmRecord): what would be shown if it had dates; valid until the project changes
 */
GPtrArray *
relm_timeline_get_unscheduled (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), NULL);

  return relm_timeline_layout_get_unscheduled (_relm_timeline_get_layout (self));
}
