/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-timeline-layout-private.h"

static void
clear_node (gpointer data)
{
  g_clear_object (&((RelmTimelineNode *) data)->record);
}

/* Private. @record: (nullable): a record. Returns: its node, or RELM_TIMELINE_NONE when it is not shown */
guint
_relm_timeline_layout_find_node (RelmTimelineLayout *self,
                                 RelmRecord *record)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->node_of, record)) - 1;
}

static RelmTimelineLayout *
create (void)
{
  RelmTimelineLayout *self = g_new0 (RelmTimelineLayout, 1);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (RelmTimelineNode));
  g_array_set_clear_func (self->nodes, clear_node);
  self->slots = g_array_new (FALSE, FALSE, sizeof (RelmTimelineSlot));
  self->node_of = g_hash_table_new (NULL, NULL);
  self->unscheduled = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_array_new (FALSE, FALSE, sizeof (RelmTimelineRow));
  self->items = g_array_new (FALSE, FALSE, sizeof (RelmTimelineItem));
  self->links = g_array_new (FALSE, FALSE, sizeof (RelmTimelineLink));
  self->link_of = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  return self;
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
  RelmTimelineLayout *self = create ();

  self->project = project;
  relm_timeline_lanes_init (&self->lanes, project, view != NULL ? view : &all);
  _relm_timeline_layout_read_nodes (self);
  _relm_timeline_layout_write (self);
  _relm_timeline_layout_add_links (self);
  _relm_timeline_layout_measure (self);
  self->project = NULL;
  self->lanes.project = NULL;
  self->lanes.view = NULL;
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
  relm_timeline_lanes_clear (&self->lanes);
  relm_interval_index_free (self->link_index);
  g_free (self->arrival_of);
  g_free (self->arrivals);
  g_free (self->departure_of);
  g_free (self->departures);
  g_hash_table_unref (self->node_of);
  g_hash_table_unref (self->link_of);
  g_array_unref (self->rows);
  g_array_unref (self->items);
  g_array_unref (self->links);
  g_array_unref (self->slots);
  g_array_unref (self->nodes);
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
  const guint node = _relm_timeline_layout_find_node (self, record);

  return node != RELM_TIMELINE_NONE ? _relm_timeline_layout_get_node (self, node)->item : RELM_TIMELINE_NONE;
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
  const guint index = _relm_timeline_layout_find_node (self, record);
  const RelmTimelineNode *node = index != RELM_TIMELINE_NONE ? _relm_timeline_layout_get_node (self, index) : NULL;

  return node != NULL && !node->hidden ? node->row : RELM_TIMELINE_NONE;
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
  const guint index = _relm_timeline_layout_find_node (self, record);
  const RelmTimelineNode *node = index != RELM_TIMELINE_NONE ? _relm_timeline_layout_get_node (self, index) : NULL;

  return node != NULL && node->hidden ? node->row : RELM_TIMELINE_NONE;
}

/* The first of some items, sorted by start, that does not start before @start; @end when there is none. */
static guint
find_start (RelmTimelineLayout *self,
            guint first,
            guint end,
            RelmDate start)
{
  while (first < end)
    {
      const guint middle = first + (end - first) / 2;

      if (relm_timeline_layout_get_item (self, middle)->span.start < start)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

/**
 * relm_timeline_layout_query:
 * @row: a row
 * @start: a date
 * @finish: a date, not before @start
 * @items: (element-type guint): the row's items that take place then are appended, in order of their start
 *
 * In O(log n + k): beside its own item a row has only milestones, which are a day long.
 */
void
relm_timeline_layout_query (RelmTimelineLayout *self,
                            guint row,
                            RelmDate start,
                            RelmDate finish,
                            GArray *items)
{
  const RelmTimelineRow *it = relm_timeline_layout_get_row (self, row);
  const guint end = it->first_item + it->n_items;
  const RelmTimelineItem *own = it->n_items > 0 ? relm_timeline_layout_get_item (self, it->first_item) : NULL;
  guint item;

  if (own != NULL && own->record != it->record)
    own = NULL;
  item = find_start (self, it->first_item + (own != NULL ? 1 : 0), end, start);
  if (own != NULL && (own->span.finish < start || own->span.start > finish))
    own = NULL;
  for (; item < end && relm_timeline_layout_get_item (self, item)->span.start <= finish; item++)
    {
      if (own != NULL && own->span.start <= relm_timeline_layout_get_item (self, item)->span.start)
        {
          g_array_append_val (items, it->first_item);
          own = NULL;
        }
      g_array_append_val (items, item);
    }
  if (own != NULL)
    g_array_append_val (items, it->first_item);
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
