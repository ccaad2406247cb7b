/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-timeline-private.h"

/* After the set has changed: @before was the one that the window is told of. */
static void
changed (RelmTimeline *self,
         RelmRecord *before,
         gboolean many)
{
  if (many)
    _relm_timeline_update_accessibles (self);
  _relm_timeline_update_accessible_selection (self, before);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (before != self->selected)
    _relm_timeline_notify_selected (self);
  _relm_timeline_notify_chosen (self);
}

gboolean
_relm_timeline_is_chosen (RelmTimeline *self,
                          RelmRecord *record)
{
  return record != NULL && g_hash_table_contains (self->chosen, record);
}

static void
put_cursor (RelmTimeline *self,
            RelmRecord *record)
{
  const guint row = record != NULL ? relm_timeline_layout_find_row (_relm_timeline_get_layout (self), record) : RELM_TIMELINE_NONE;

  if (row != RELM_TIMELINE_NONE)
    self->cursor = row;
}

/* That alone. */
void
_relm_timeline_choose (RelmTimeline *self,
                       RelmRecord *record)
{
  g_autoptr (RelmRecord) before = self->selected != NULL ? g_object_ref (self->selected) : NULL;
  const gboolean many = g_hash_table_size (self->chosen) > 1;

  if (self->selected == record && !many)
    return;
  g_set_object (&self->selected, record);
  g_hash_table_remove_all (self->chosen);
  if (record != NULL)
    g_hash_table_add (self->chosen, g_object_ref (record));
  put_cursor (self, record);
  self->anchor = self->cursor;
  changed (self, before, many);
}

/* The first of those that are selected, in the order of the rows. */
static RelmRecord *
find_another (RelmTimeline *self)
{
  g_autoptr (GPtrArray) chosen = relm_timeline_list_chosen (self);

  return chosen->len > 0 ? g_ptr_array_index (chosen, 0) : NULL;
}

/* In addition to what is selected; what is selected already is not any more. */
void
_relm_timeline_choose_also (RelmTimeline *self,
                            RelmRecord *record)
{
  g_autoptr (RelmRecord) before = self->selected != NULL ? g_object_ref (self->selected) : NULL;

  if (g_hash_table_remove (self->chosen, record))
    {
      if (self->selected == record)
        g_set_object (&self->selected, find_another (self));
    }
  else
    {
      g_hash_table_add (self->chosen, g_object_ref (record));
      g_set_object (&self->selected, record);
      put_cursor (self, record);
    }
  self->anchor = self->cursor;
  changed (self, before, TRUE);
}

/* From the anchor to that row, where the cursor goes. */
void
_relm_timeline_choose_rows (RelmTimeline *self,
                            guint row)
{
  RelmTimelineLayout *layout = _relm_timeline_get_layout (self);
  const guint n_rows = relm_timeline_layout_get_n_rows (layout);
  const guint anchor = MIN (self->anchor, MAX (n_rows, 1) - 1);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  if (row >= n_rows)
    return;
  for (guint i = MIN (anchor, row); i <= MAX (anchor, row); i++)
    if (relm_timeline_layout_get_row (layout, i)->record != NULL)
      g_ptr_array_add (records, relm_timeline_layout_get_row (layout, i)->record);
  _relm_timeline_choose_many (self, records, FALSE);
  self->cursor = row;
  self->anchor = anchor;
}

/* Those, and with @also what is selected already. */
void
_relm_timeline_choose_many (RelmTimeline *self,
                            GPtrArray *records,
                            gboolean also)
{
  g_autoptr (RelmRecord) before = self->selected != NULL ? g_object_ref (self->selected) : NULL;
  RelmRecord *first = records->len > 0 ? g_ptr_array_index (records, 0) : NULL;

  if (!also)
    g_hash_table_remove_all (self->chosen);
  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (self->chosen, g_object_ref (g_ptr_array_index (records, i)));
  if (!_relm_timeline_is_chosen (self, self->selected))
    g_set_object (&self->selected, first);
  put_cursor (self, self->selected);
  changed (self, before, TRUE);
}

/* It is no longer there. */
void
_relm_timeline_forget_chosen (RelmTimeline *self,
                              RelmRecord *record)
{
  if (record != self->selected)
    g_hash_table_remove (self->chosen, record);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer layout)
{
  const guint first = relm_timeline_layout_find_row (layout, *(RelmRecord *const *) a);
  const guint second = relm_timeline_layout_find_row (layout, *(RelmRecord *const *) b);

  return (first > second) - (first < second);
}

/**
 * relm_timeline_list_chosen:
 *
 * Returns: (transfer full) (element-type RelmRecord): what is selected, in the order in which it is shown
 */
GPtrArray *
relm_timeline_list_chosen (RelmTimeline *self)
{
  GPtrArray *records;
  GHashTableIter iter;
  gpointer record;

  g_return_val_if_fail (RELM_IS_TIMELINE (self), NULL);

  records = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    g_ptr_array_add (records, g_object_ref (record));
  g_ptr_array_sort_with_data (records, compare_rows, _relm_timeline_get_layout (self));
  return records;
}

/**
 * relm_timeline_get_selected:
 *
 * Returns: (transfer none) (nullable): the record that is selected; of several the one that was selected last
 */
RelmRecord *
relm_timeline_get_selected (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), NULL);

  return self->selected;
}

/**
 * relm_timeline_set_selected:
 * @selected: (nullable): a record of the project; it need not be shown
 *
 * Selects that alone.
 */
void
relm_timeline_set_selected (RelmTimeline *self,
                            RelmRecord *selected)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));
  g_return_if_fail (selected == NULL || RELM_IS_RECORD (selected));

  _relm_timeline_choose (self, selected);
}

/**
 * relm_timeline_set_chosen:
 * @records: (element-type RelmRecord): records of the project; they need not be shown
 *
 * Selects these together. The one that is selected first stays that while it is among them.
 */
void
relm_timeline_set_chosen (RelmTimeline *self,
                          GPtrArray *records)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));

  _relm_timeline_choose_many (self, records, FALSE);
}
