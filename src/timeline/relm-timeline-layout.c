/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-schedule-dependency.h"
#include "relm-timeline-layout-private.h"

#define ROW_STRIDE (G_GINT64_CONSTANT (1) << 23) /* more than there are days: a row's stretch in the index of items */

static void
index_items (RelmTimelineLayout *self)
{
  g_autoptr (GArray) intervals = g_array_sized_new (FALSE, FALSE, sizeof (RelmInterval), self->items->len);

  for (guint i = 0; i < self->items->len; i++)
    {
      const RelmTimelineItem *item = &g_array_index (self->items, RelmTimelineItem, i);
      const RelmInterval interval = { item->row * ROW_STRIDE + item->span.start, item->row * ROW_STRIDE + item->span.finish, i };

      g_array_append_val (intervals, interval);
      g_hash_table_insert (self->item_of, item->record, GUINT_TO_POINTER (i + 1));
    }
  self->item_index = relm_interval_index_new (intervals);
}

static void
add_link (RelmTimelineLayout *self,
          RelmProject *project,
          RelmRecord *dependency)
{
  const char *type = relm_record_get_string (dependency, RELM_SCHEDULE_DEPENDENCY_TYPE);
  RelmRecord *from = relm_project_resolve (project, dependency, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR);
  RelmRecord *to = relm_project_resolve (project, dependency, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR);
  RelmTimelineLink link = {
    .record = dependency,
    .from = from != NULL ? relm_timeline_layout_find_visible (self, from) : RELM_TIMELINE_NONE,
    .to = to != NULL ? relm_timeline_layout_find_visible (self, to) : RELM_TIMELINE_NONE,
    .from_finish = g_strcmp0 (type, "ss") != 0 && g_strcmp0 (type, "sf") != 0,
    .to_finish = g_strcmp0 (type, "ff") == 0 || g_strcmp0 (type, "sf") == 0,
  };

  if (link.from == RELM_TIMELINE_NONE || link.to == RELM_TIMELINE_NONE || link.from == link.to)
    return;
  g_array_append_val (self->links, link);
  g_hash_table_insert (self->link_of, dependency, GUINT_TO_POINTER (self->links->len));
  if (link.from_finish)
    g_array_index (self->items, RelmTimelineItem, link.from).linked = TRUE;
  if (link.to_finish)
    g_array_index (self->items, RelmTimelineItem, link.to).linked = TRUE;
}

static void
add_links (RelmTimelineLayout *self,
           RelmProject *project)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_SCHEDULE_DEPENDENCY);
  g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (RelmInterval));

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    add_link (self, project, relm_record_list_get (list, i));
  _relm_timeline_layout_place_links (self);
  for (guint i = 0; i < self->links->len; i++)
    {
      const RelmTimelineLink *link = &g_array_index (self->links, RelmTimelineLink, i);
      const guint from = relm_timeline_layout_get_item (self, link->from)->row;
      const guint to = relm_timeline_layout_get_item (self, link->to)->row;
      const RelmInterval interval = { MIN (from, to), MAX (from, to), i };

      g_array_append_val (intervals, interval);
    }
  self->link_index = relm_interval_index_new (intervals);
}

static void
hold_records (RelmTimelineLayout *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, RelmTimelineRow, i).record != NULL)
      g_ptr_array_add (self->records, g_object_ref (g_array_index (self->rows, RelmTimelineRow, i).record));
  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (self->records, g_object_ref (g_array_index (self->items, RelmTimelineItem, i).record));
  for (guint i = 0; i < self->links->len; i++)
    g_ptr_array_add (self->records, g_object_ref (g_array_index (self->links, RelmTimelineLink, i).record));
}

/**
 * relm_timeline_layout_new:
 * @project: a project
 * @view: (nullable): what of it to show, and how; %NULL for the whole roadmap by release
 *
 * Returns: (transfer full): a layout of the project as it is now
 */
RelmTimelineLayout *
relm_timeline_layout_new (RelmProject *project,
                          const RelmTimelineView *view)
{
  static const RelmTimelineView all = { 0 };
  RelmTimelineLayout *self = g_new0 (RelmTimelineLayout, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (RelmTimelineRow));
  self->items = g_array_new (FALSE, FALSE, sizeof (RelmTimelineItem));
  self->links = g_array_new (FALSE, FALSE, sizeof (RelmTimelineLink));
  self->item_of = g_hash_table_new (NULL, NULL);
  self->hidden_in = g_hash_table_new (NULL, NULL);
  self->row_of = g_hash_table_new (NULL, NULL);
  self->link_of = g_hash_table_new (NULL, NULL);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->unscheduled = g_ptr_array_new_with_free_func (g_object_unref);

  _relm_timeline_layout_add_rows (self, project, view != NULL ? view : &all);
  index_items (self);
  add_links (self, project);
  hold_records (self);
  return self;
}

/**
 * relm_timeline_layout_free:
 * @self: (transfer full) (nullable): a layout
 */
void
relm_timeline_layout_free (RelmTimelineLayout *self)
{
  if (self == NULL)
    return;
  relm_interval_index_free (self->item_index);
  relm_interval_index_free (self->link_index);
  g_hash_table_unref (self->item_of);
  g_hash_table_unref (self->hidden_in);
  g_hash_table_unref (self->row_of);
  g_hash_table_unref (self->link_of);
  g_array_unref (self->rows);
  g_array_unref (self->items);
  g_array_unref (self->links);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->unscheduled);
  g_free (self);
}

/**
 * relm_timeline_layout_get_n_rows:
 *
 * Returns: how many rows there are
 */
guint
relm_timeline_layout_get_n_rows (RelmTimelineLayout *self)
{
  return self->rows->len;
}

/**
 * relm_timeline_layout_get_row:
 * @row: less than the number of rows
 *
 * Returns: (transfer none): a row
 */
const RelmTimelineRow *
relm_timeline_layout_get_row (RelmTimelineLayout *self,
                              guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return &g_array_index (self->rows, RelmTimelineRow, row);
}

/**
 * relm_timeline_layout_get_n_items:
 *
 * Returns: how many items there are
 */
guint
relm_timeline_layout_get_n_items (RelmTimelineLayout *self)
{
  return self->items->len;
}

/**
 * relm_timeline_layout_get_item:
 * @item: less than the number of items
 *
 * Returns: (transfer none): an item; they are in the order of rows
 */
const RelmTimelineItem *
relm_timeline_layout_get_item (RelmTimelineLayout *self,
                               guint item)
{
  g_return_val_if_fail (item < self->items->len, NULL);

  return &g_array_index (self->items, RelmTimelineItem, item);
}

/**
 * relm_timeline_layout_find:
 * @record: (nullable): a record
 *
 * Returns: its item, or RELM_TIMELINE_NONE when it is hidden or has no dates
 */
guint
relm_timeline_layout_find (RelmTimelineLayout *self,
                           RelmRecord *record)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->item_of, record)) - 1;
}

/**
 * relm_timeline_layout_find_row:
 * @record: (nullable): a record
 *
 * Returns: the row that it is in, or RELM_TIMELINE_NONE
 */
guint
relm_timeline_layout_find_row (RelmTimelineLayout *self,
                               RelmRecord *record)
{
  const guint item = relm_timeline_layout_find (self, record);

  if (item != RELM_TIMELINE_NONE)
    return relm_timeline_layout_get_item (self, item)->row;
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->row_of, record)) - 1;
}

/**
 * relm_timeline_layout_find_visible:
 * @record: a record
 *
 * Returns: its item, or that of what it is hidden in; RELM_TIMELINE_NONE when neither is there
 */
guint
relm_timeline_layout_find_visible (RelmTimelineLayout *self,
                                   RelmRecord *record)
{
  const guint item = relm_timeline_layout_find (self, record);
  const guint row = relm_timeline_layout_find_hiding (self, record);

  if (item != RELM_TIMELINE_NONE || row == RELM_TIMELINE_NONE)
    return item;
  return relm_timeline_layout_find (self, relm_timeline_layout_get_row (self, row)->record);
}

/**
 * relm_timeline_layout_find_hiding:
 * @record: a record
 *
 * Returns: the row that is collapsed and hides it, or RELM_TIMELINE_NONE
 */
guint
relm_timeline_layout_find_hiding (RelmTimelineLayout *self,
                                  RelmRecord *record)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->hidden_in, record)) - 1;
}

/**
 * relm_timeline_layout_query:
 * @row: a row
 * @start: a date
 * @finish: a date, not before @start
 * @items: (element-type guint): the row's items that take place then are appended, in order of their start
 */
void
relm_timeline_layout_query (RelmTimelineLayout *self,
                            guint row,
                            RelmDate start,
                            RelmDate finish,
                            GArray *items)
{
  const gint64 base = row * ROW_STRIDE;

  relm_interval_index_query (self->item_index, base + CLAMP (start, 0, RELM_DATE_MAX), base + CLAMP (finish, 0, RELM_DATE_MAX),
                             items);
}

/**
 * relm_timeline_layout_get_n_links:
 *
 * Returns: how many links there are
 */
guint
relm_timeline_layout_get_n_links (RelmTimelineLayout *self)
{
  return self->links->len;
}

/**
 * relm_timeline_layout_get_link:
 * @link: less than the number of links
 *
 * Returns: (transfer none): a link
 */
const RelmTimelineLink *
relm_timeline_layout_get_link (RelmTimelineLayout *self,
                               guint link)
{
  g_return_val_if_fail (link < self->links->len, NULL);

  return &g_array_index (self->links, RelmTimelineLink, link);
}

/**
 * relm_timeline_layout_find_link:
 * @dependency: (nullable): a schedule dependency
 *
 * Returns: its link, or RELM_TIMELINE_NONE when it is not shown
 */
guint
relm_timeline_layout_find_link (RelmTimelineLayout *self,
                                RelmRecord *dependency)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->link_of, dependency)) - 1;
}

/**
 * relm_timeline_layout_query_links:
 * @first_row: a row
 * @last_row: a row, not above it
 * @links: (element-type guint): the links that are or pass there are appended
 */
void
relm_timeline_layout_query_links (RelmTimelineLayout *self,
                                  guint first_row,
                                  guint last_row,
                                  GArray *links)
{
  relm_interval_index_query (self->link_index, first_row, last_row, links);
}

/**
 * relm_timeline_layout_get_unscheduled:
 *
 * Returns: (transfer none) (element-type RelmRecord): what belongs here, is not done and has no dates
 */
GPtrArray *
relm_timeline_layout_get_unscheduled (RelmTimelineLayout *self)
{
  return self->unscheduled;
}

/**
 * relm_timeline_layout_get_span:
 *
 * Returns: from the first date to the last; unset when there are none
 */
RelmSpan
relm_timeline_layout_get_span (RelmTimelineLayout *self)
{
  return self->span;
}
