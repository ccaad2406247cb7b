/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The second step of a layout: its rows and what is in them, of all nodes or of some that stay together. */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-plan.h"
#include "relm-release.h"
#include "relm-timeline-layout-private.h"

#define GONE_KEY "gone" /* what remembers that it is folded away; no id has this form */
#define DEPTH_MAX 64    /* how deep parts are shown below each other */
#define INDENT_MAX 6

static RelmTimelineNode *
get_node (RelmTimelineWriter *writer,
          guint node)
{
  return _relm_timeline_layout_get_node (writer->layout, node);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const RelmTimelineItem *first = a;
  const RelmTimelineItem *second = b;

  if (first->span.start != second->span.start)
    return first->span.start < second->span.start ? -1 : 1;
  return (first->node > second->node) - (first->node < second->node);
}

/* Draws a node in a row: the last that has been written. */
static void
write_item (RelmTimelineWriter *writer,
            guint index)
{
  RelmTimelineLayout *self = writer->layout;
  RelmTimelineNode *node = get_node (writer, index);
  const guint row = writer->row - 1;

  if (writer->item == self->items->len)
    g_array_set_size (self->items, writer->item + 1);
  g_array_index (self->items, RelmTimelineItem, writer->item) = (RelmTimelineItem) {
    .record = node->record, .shape = node->shape, .row = row, .span = node->span, .linked = node->linked, .node = index,
  };
  node->row = row;
  node->item = writer->item++;
  node->hidden = FALSE;
  g_array_index (self->rows, RelmTimelineRow, row).n_items++;
}

/* Returns: which; it is full only until the next one is written */
static RelmTimelineRow *
write_row (RelmTimelineWriter *writer,
           RelmRecord *record,
           const char *key,
           guint depth,
           guint parent)
{
  RelmTimelineLayout *self = writer->layout;
  RelmTimelineRow *row;

  if (writer->row == self->rows->len)
    g_array_set_size (self->rows, writer->row + 1);
  row = &g_array_index (self->rows, RelmTimelineRow, writer->row++);
  *row = (RelmTimelineRow) { .record = record, .key = key, .depth = depth, .parent = parent, .first_item = writer->item };
  return row;
}

/* Private. Returns: whether a row is to be folded away as it is now */
gboolean
_relm_timeline_layout_is_collapsed (RelmTimelineLayout *self,
                                    const RelmTimelineRow *row)
{
  const RelmTimelineView *view = self->lanes.view;
  gboolean initially = view->folds == RELM_TIMELINE_FOLDS_CLOSED;

  if (!row->has_rows)
    return FALSE;
  if (view->folds == RELM_TIMELINE_FOLDS_DONE)
    initially = row->depth == 0 && row->record != NULL && RELM_IS_RELEASE (row->record) && view->release == NULL &&
                relm_plan_is_done (row->record);
  return initially != (view->toggled != NULL && g_hash_table_contains (view->toggled, row->key));
}

/* What is folded away in the last row: milestones stay in sight. */
static void
hide (RelmTimelineWriter *writer,
      guint index)
{
  RelmTimelineNode *node = get_node (writer, index);

  node->placed = writer->layout->n_writes;
  if (node->shape == RELM_TIMELINE_MILESTONE)
    {
      write_item (writer, index);
      return;
    }
  node->row = writer->row - 1;
  node->item = RELM_TIMELINE_NONE;
  node->hidden = TRUE;
}

static gboolean
is_placed (RelmTimelineWriter *writer,
           guint index)
{
  return get_node (writer, index)->placed == writer->layout->n_writes;
}

/* What is below a node, and below that. */
static void
hide_below (RelmTimelineWriter *writer,
            guint index)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (waiting, index);
  while (waiting->len > 0)
    {
      guint child = get_node (writer, g_array_index (waiting, guint, waiting->len - 1))->first_child;

      g_array_set_size (waiting, waiting->len - 1);
      for (; child != RELM_TIMELINE_NONE; child = get_node (writer, child)->next)
        if (!is_placed (writer, child))
          {
            hide (writer, child);
            g_array_append_val (waiting, child);
          }
    }
}

/* The milestones of a row that is collapsed, after its own item. */
static void
sort_items (RelmTimelineWriter *writer,
            guint first_item)
{
  RelmTimelineItem *items = &g_array_index (writer->layout->items, RelmTimelineItem, 0);

  if (writer->item > first_item + 1)
    qsort (items + first_item, writer->item - first_item, sizeof (RelmTimelineItem), compare_items);
  for (guint i = first_item; i < writer->item; i++)
    get_node (writer, items[i].node)->item = i;
}

/* A node that has a row, and what is below it. The depth of what is shown is bounded. */
static void
place (RelmTimelineWriter *writer,
       guint index,
       guint depth,
       guint parent)
{
  RelmTimelineNode *node = get_node (writer, index);
  const guint this_row = writer->row;
  const guint item = writer->item;
  RelmTimelineRow *row;
  gboolean collapsed;

  if (is_placed (writer, index))
    return;
  row = write_row (writer, node->record, node->key, MIN (depth, INDENT_MAX), parent);
  node->placed = writer->layout->n_writes;
  row->has_rows = node->first_child != RELM_TIMELINE_NONE;
  row->collapsed = collapsed = _relm_timeline_layout_is_collapsed (writer->layout, row);
  write_item (writer, index);
  if (collapsed)
    {
      hide_below (writer, index);
      sort_items (writer, item + 1);
    }
  else if (depth < DEPTH_MAX)
    for (guint child = node->first_child; child != RELM_TIMELINE_NONE; child = get_node (writer, child)->next)
      place (writer, child, depth + 1, this_row);
}

/* Private: the row of a lane, with what is folded away in it. */
void
_relm_timeline_layout_write_header (RelmTimelineWriter *writer,
                                    guint lane)
{
  const RelmTimelineLane *it = _relm_timeline_layout_get_lane (writer->layout, lane);
  RelmTimelineRow *row = write_row (writer, it->record, it->key, 0, RELM_TIMELINE_NONE);
  guint first_item;

  row->label = it->label;
  row->has_rows = it->n_entries > 0;
  row->collapsed = _relm_timeline_layout_is_collapsed (writer->layout, row);
  get_node (writer, lane)->row = writer->row - 1;
  if (relm_span_is_set (get_node (writer, lane)->span))
    write_item (writer, lane);
  first_item = writer->item;
  if (!row->collapsed)
    return;
  for (guint i = it->first_entry; i < it->first_entry + it->n_entries; i++)
    hide (writer, _relm_timeline_layout_get_slot (writer->layout, i)->node);
  sort_items (writer, first_item);
}

/* Private: the rows of those between two places in a lane that are below nothing else, and of what is below them. */
void
_relm_timeline_layout_write_slots (RelmTimelineWriter *writer,
                                   guint first,
                                   guint end)
{
  for (guint i = first; i < end; i++)
    {
      const guint index = _relm_timeline_layout_get_slot (writer->layout, i)->node;
      const RelmTimelineNode *node = get_node (writer, index);

      if (node->parent == RELM_TIMELINE_NONE)
        place (writer, index, 1, get_node (writer, node->lane)->row);
    }
}

/* What a circle of parts leaves over. */
static void
write_rest (RelmTimelineWriter *writer,
            const RelmTimelineLane *lane,
            guint header)
{
  for (guint i = lane->first_entry; i < lane->first_entry + lane->n_entries; i++)
    {
      const guint index = _relm_timeline_layout_get_slot (writer->layout, i)->node;

      if (is_placed (writer, index))
        continue;
      writer->layout->is_circular = TRUE;
      place (writer, index, 1, header);
    }
}

static void
write_lane (RelmTimelineWriter *writer,
            guint index)
{
  const RelmTimelineLane *lane = _relm_timeline_layout_get_lane (writer->layout, index);
  const guint header = writer->row;

  if (lane->n_entries == 0 && (lane->record == NULL || !relm_plan_is_schedulable (lane->record)))
    return;
  _relm_timeline_layout_write_header (writer, index);
  if (g_array_index (writer->layout->rows, RelmTimelineRow, header).collapsed)
    return;
  _relm_timeline_layout_write_slots (writer, lane->first_entry, lane->first_entry + lane->n_entries);
  write_rest (writer, lane, header);
}

/* In a lane at the end. */
static void
write_gone (RelmTimelineWriter *writer)
{
  RelmTimelineLayout *self = writer->layout;
  const guint first = self->lanes.lanes->len + self->slots->len;
  const guint header = writer->row;
  RelmTimelineRow *row;
  gboolean collapsed;

  if (first == self->nodes->len)
    return;
  row = write_row (writer, NULL, GONE_KEY, 0, RELM_TIMELINE_NONE);
  row->label = N_ ("No Longer Planned");
  row->has_rows = TRUE;
  row->collapsed = collapsed = _relm_timeline_layout_is_collapsed (self, row);
  for (guint i = first; i < self->nodes->len && !collapsed; i++)
    {
      const RelmTimelineNode *node = get_node (writer, i);

      write_row (writer, node->record, node->key, 1, header);
      write_item (writer, i);
      self->rest = relm_span_union (self->rest, node->span);
    }
}

/* Private: makes the rows and the items of all nodes. */
void
_relm_timeline_layout_write (RelmTimelineLayout *self)
{
  RelmTimelineWriter writer = { .layout = self };

  self->n_writes++;
  for (guint i = 0; i < self->lanes.lanes->len; i++)
    write_lane (&writer, i);
  write_gone (&writer);
}
