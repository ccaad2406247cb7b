/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-baseline-item.h"
#include "relm-timeline-private.h"

void
_relm_timeline_forget_picture (RelmTimeline *self)
{
  g_clear_pointer (&self->picture.body, gsk_render_node_unref);
  g_clear_pointer (&self->picture.titles, gsk_render_node_unref);
}

static RelmTimelineLayout *
make_layout (RelmTimeline *self)
{
  g_autoptr (RelmProject) nothing = self->project == NULL ? relm_project_new () : NULL;
  const RelmTimelineView view = {
    .release = self->release, .grouping = self->grouping, .folds = self->folds, .toggled = self->toggled,
    .baseline = self->show_baseline ? self->compared : NULL,
  };

  return relm_timeline_layout_new (self->project != NULL ? self->project : nothing, &view);
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

/* Makes it anew when something has changed; what else depends on it follows. */
RelmTimelineLayout *
_relm_timeline_get_layout (RelmTimeline *self)
{
  if (self->layout != NULL)
    return self->layout;

  self->layout = make_layout (self);
  self->cursor = find_cursor (self);
  self->hover = RELM_TIMELINE_HIT_NOTHING;
  _relm_timeline_forget_picture (self);
  _relm_timeline_update_accessibles (self);
  self->is_reworded = FALSE;
  return self->layout;
}

/* Changes come many at once: they are looked at before the next frame. */
void
_relm_timeline_forget_layout (RelmTimeline *self)
{
  if (self->layout != NULL && self->cursor < relm_timeline_layout_get_n_rows (self->layout))
    g_set_object (&self->at_cursor, relm_timeline_layout_get_row (self->layout, self->cursor)->record);
  g_clear_pointer (&self->layout, relm_timeline_layout_free);
  _relm_timeline_forget_baseline (self);
  _relm_timeline_forget_picture (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is drawn is other than it was, where it was. */
static void
forget_words (RelmTimeline *self)
{
  self->is_reworded = TRUE;
  _relm_timeline_forget_picture (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Private: before the next frame, as the layout is. */
void
_relm_timeline_update_words (RelmTimeline *self)
{
  if (self->is_reworded)
    _relm_timeline_update_accessibles (self);
  self->is_reworded = FALSE;
}

/* Rows follow from dates, states, and what refers to what. A text is only drawn, and so is how much of something is done. */
static gboolean
moves_rows (RelmRecord *record,
            guint field)
{
  if (RELM_IS_BASELINE_ITEM (record))
    return TRUE;
  switch (relm_record_get_kind (record)->fields[field].type)
    {
    case RELM_FIELD_STRING:
    case RELM_FIELD_TEXT:
    case RELM_FIELD_STRINGS:
    case RELM_FIELD_INTEGER:
    case RELM_FIELD_MONEY:
      return FALSE;
    case RELM_FIELD_DURATION:
    case RELM_FIELD_BOOLEAN:
    case RELM_FIELD_DATE:
    case RELM_FIELD_ENUM:
    case RELM_FIELD_REFERENCE:
    case RELM_FIELD_REFERENCES:
    default:
      return TRUE;
    }
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
  if (type == RELM_CHANGE_SET && !moves_rows (record, field))
    forget_words (self);
  else
    _relm_timeline_forget_layout (self);
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
