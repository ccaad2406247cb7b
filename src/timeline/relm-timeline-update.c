/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Follows an edit of dates. What has moved is sorted anew among what it is shown beside, and the rows from the first to the last
 * place that changed are written again: rows are only exchanged among each other, so that all others stay where they are.
 */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-baseline-item.h"
#include "relm-plan.h"
#include "relm-schedule-dependency.h"
#include "relm-timeline-layout-private.h"

#define DEPTH_MAX 64 /* how deep parts may lie to be followed, which is how deep they are shown */

typedef struct
{
  guint node;
  RelmSpan span;    /* what it has now */
  guint64 old_rank;
} Move;

/* What is to be done in a lane. */
typedef struct
{
  guint lane;
  gboolean is_reordered;
  gboolean is_shrunk;    /* something finished last that does so no more */
  RelmSpan span;         /* of what has moved */
  RelmTimelineSlot first; /* from where to where what is shown side by side is written anew */
  RelmTimelineSlot last;
  guint row; /* the first of those of what has moved */
} Task;

typedef struct
{
  RelmTimelineLayout *layout;
  GArray *moves;
  GArray *tasks;
  GHashTable *task_of; /* lane to the index of its task + 1 */
  GHashTable *moved;   /* nodes that have another rank */
  GArray *around;      /* nodes whose links lie elsewhere */
} Update;

/**
 * relm_timeline_layout_judge:
 * @change: what has happened
 * @record: to what
 * @field: in which field, if it was set
 *
 * Rows follow from dates, states, and what refers to what. A text is only drawn, and so is how much of something is done.
 *
 * Returns: what that does to a layout
 */
RelmTimelineEffect
relm_timeline_layout_judge (RelmChangeType change,
                            RelmRecord *record,
                            guint field)
{
  if (change != RELM_CHANGE_SET || RELM_IS_BASELINE_ITEM (record))
    return RELM_TIMELINE_EFFECT_ROWS;
  switch (relm_record_get_kind (record)->fields[field].type)
    {
    case RELM_FIELD_STRING:
    case RELM_FIELD_TEXT:
    case RELM_FIELD_STRINGS:
    case RELM_FIELD_INTEGER:
    case RELM_FIELD_MONEY:
      return RELM_TIMELINE_EFFECT_NONE;
    case RELM_FIELD_DURATION:
    case RELM_FIELD_BOOLEAN:
    case RELM_FIELD_DATE:
    case RELM_FIELD_ENUM:
      return RELM_TIMELINE_EFFECT_DATES;
    case RELM_FIELD_REFERENCE:
    case RELM_FIELD_REFERENCES:
    default:
      return RELM_TIMELINE_EFFECT_ROWS;
    }
}

/* Whether a dependency leaves and reaches the ends that its link has. */
static gboolean
has_ends (RelmTimelineLayout *self,
          RelmRecord *dependency)
{
  const guint index = relm_timeline_layout_find_link (self, dependency);
  const RelmTimelineLink *link = index != RELM_TIMELINE_NONE ? relm_timeline_layout_get_link (self, index) : NULL;
  gboolean from_finish, to_finish;

  _relm_timeline_layout_get_ends (dependency, &from_finish, &to_finish);
  return link == NULL || (link->from_finish == from_finish && link->to_finish == to_finish);
}

/* Whether what has no bar has none still, and is listed among what has no dates or not, as it was. */
static gboolean
stays_out (RelmTimelineLayout *self,
           RelmRecord *record)
{
  gboolean is_shown;

  if (RELM_IS_SCHEDULE_DEPENDENCY (record))
    return has_ends (self, record);
  if (!relm_plan_is_schedulable (record))
    return TRUE;
  if (self->lanes.view->baseline != NULL)
    return FALSE; /* it may be gone, or there again */
  is_shown = relm_timeline_lanes_find (&self->lanes, record) != RELM_TIMELINE_NONE;
  if (is_shown && relm_plan_is_scheduled (record))
    return FALSE;
  return (is_shown && !relm_plan_is_done (record)) == g_ptr_array_find (self->unscheduled, record, NULL);
}

/* Whether the lanes are the same and in the same order. */
static gboolean
has_lanes (RelmTimelineLayout *self)
{
  RelmTimelineLanes now;
  gboolean same;

  relm_timeline_lanes_init (&now, self->project, self->lanes.view);
  same = now.lanes->len == self->lanes.lanes->len;
  for (guint i = 0; same && i < now.lanes->len; i++)
    same = g_array_index (now.lanes, RelmTimelineLane, i).record == _relm_timeline_layout_get_lane (self, i)->record;
  relm_timeline_lanes_clear (&now);
  return same;
}

/* Whether a lane about a record stays where it is, open or folded away as it is. */
static gboolean
keeps_lane (RelmTimelineLayout *self,
            guint lane)
{
  const RelmTimelineNode *node = _relm_timeline_layout_get_node (self, lane);
  const RelmTimelineRow *row;

  if (node->row == RELM_TIMELINE_NONE)
    return TRUE; /* somebody who has nothing to do */
  if (self->lanes.view->baseline != NULL || !has_lanes (self))
    return FALSE;
  row = relm_timeline_layout_get_row (self, node->row);
  return row->collapsed == _relm_timeline_layout_is_collapsed (self, row);
}

/* What a node is below in the end: nothing for one in a circle, which may be folded away. */
static guint
find_root (RelmTimelineLayout *self,
           guint index)
{
  for (guint depth = 0; depth < DEPTH_MAX; depth++)
    {
      const guint parent = _relm_timeline_layout_get_node (self, index)->parent;

      if (parent == RELM_TIMELINE_NONE)
        return index;
      index = parent;
    }
  return RELM_TIMELINE_NONE;
}

static Task *
get_task (Update *update,
          guint lane)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (update->task_of, GUINT_TO_POINTER (lane)));

  if (number == 0)
    {
      const Task task = { .lane = lane, .row = RELM_TIMELINE_NONE };

      g_array_append_val (update->tasks, task);
      number = update->tasks->len;
      g_hash_table_insert (update->task_of, GUINT_TO_POINTER (lane), GUINT_TO_POINTER (number));
    }
  return &g_array_index (update->tasks, Task, number - 1);
}

/* Looks at one record, and changes nothing yet. Returns: whether it can be followed */
static gboolean
examine (Update *update,
         RelmRecord *record)
{
  RelmTimelineLayout *self = update->layout;
  const guint index = _relm_timeline_layout_find_node (self, record);
  const RelmTimelineNode *node;
  Move move = { .node = index };

  if (index == RELM_TIMELINE_NONE)
    return stays_out (self, record);
  node = _relm_timeline_layout_get_node (self, index);
  if (node->lane == RELM_TIMELINE_NONE)
    return FALSE;
  if (index < self->lanes.lanes->len)
    {
      get_task (update, index);
      return keeps_lane (self, index);
    }
  move.span = relm_plan_get_own_span (record);
  if (!relm_span_is_set (move.span) || find_root (self, index) == RELM_TIMELINE_NONE)
    return FALSE;
  if (move.span.start == node->span.start && move.span.finish == node->span.finish)
    return TRUE;
  move.old_rank = _relm_timeline_layout_rank (node->lane, node->shape, node->span);
  g_array_append_val (update->moves, move);
  get_task (update, node->lane);
  return TRUE;
}

/* Where a node is or would be in its lane. */
static guint
find_slot (RelmTimelineLayout *self,
           guint lane,
           const RelmTimelineSlot *slot)
{
  const RelmTimelineLane *it = _relm_timeline_layout_get_lane (self, lane);
  guint low = it->first_entry, high = it->first_entry + it->n_entries;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (_relm_timeline_layout_compare_slots (_relm_timeline_layout_get_slot (self, middle), slot) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static RelmTimelineSlot
make_slot (RelmTimelineLayout *self,
           guint index)
{
  const RelmTimelineNode *node = _relm_timeline_layout_get_node (self, index);

  return (RelmTimelineSlot) { .rank = _relm_timeline_layout_rank (node->lane, node->shape, node->span), .node = index };
}

/* Sorts slots some of which have moved, and have their new rank: linear in what stays. */
static void
sort_moved (RelmTimelineSlot *slots,
            guint n_slots)
{
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (RelmTimelineSlot));
  guint n_stay = 0;
  guint to = n_slots;

  for (guint i = 0; i < n_slots; i++)
    {
      if (slots[i].moved)
        g_array_append_val (moved, slots[i]);
      else
        slots[n_stay++] = slots[i];
    }
  g_array_sort (moved, _relm_timeline_layout_compare_slots);
  for (guint n_left = moved->len; n_left > 0;)
    {
      RelmTimelineSlot *last = &g_array_index (moved, RelmTimelineSlot, n_left - 1);

      if (n_stay > 0 && _relm_timeline_layout_compare_slots (&slots[n_stay - 1], last) > 0)
        slots[--to] = slots[--n_stay];
      else
        {
          last->moved = FALSE;
          slots[--to] = *last;
          n_left--;
        }
    }
}

/* Also of what is written in between: only what is below nothing else has a place there. */
static void
include (Task *task,
         const RelmTimelineSlot *slot)
{
  if (!task->is_reordered || _relm_timeline_layout_compare_slots (slot, &task->first) < 0)
    task->first = *slot;
  if (!task->is_reordered || _relm_timeline_layout_compare_slots (slot, &task->last) > 0)
    task->last = *slot;
  task->is_reordered = TRUE;
}

/* Its dates, where it stays among the others; else they are sorted afterwards. */
static void
move_node (Update *update,
           const Move *move)
{
  RelmTimelineLayout *self = update->layout;
  RelmTimelineNode *node = _relm_timeline_layout_get_node (self, move->node);
  Task *task = get_task (update, node->lane);

  task->is_shrunk |= node->span.finish == _relm_timeline_layout_get_lane (self, node->lane)->span.finish && move->span.finish < node->span.finish;
  node->span = move->span;
  task->span = relm_span_union (task->span, move->span);
  if (node->item != RELM_TIMELINE_NONE)
    g_array_index (self->items, RelmTimelineItem, node->item).span = move->span;
  g_array_append_val (update->around, move->node);
}

static void
mark_slot (Update *update,
           const Move *move)
{
  RelmTimelineLayout *self = update->layout;
  const RelmTimelineNode *node = _relm_timeline_layout_get_node (self, move->node);
  const RelmTimelineSlot old = { .rank = move->old_rank, .node = move->node };
  RelmTimelineSlot *slot = _relm_timeline_layout_get_slot (self, find_slot (self, node->lane, &old));

  slot->moved = TRUE;
}

/* Those below a node in the order in which they are now. */
static void
sort_children (RelmTimelineLayout *self,
               guint parent,
               GHashTable *moved)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (RelmTimelineSlot));
  RelmTimelineNode *node = _relm_timeline_layout_get_node (self, parent);
  guint last = RELM_TIMELINE_NONE;

  for (guint child = node->first_child; child != RELM_TIMELINE_NONE; child = _relm_timeline_layout_get_node (self, child)->next)
    {
      RelmTimelineSlot slot = make_slot (self, child);

      slot.moved = g_hash_table_contains (moved, GUINT_TO_POINTER (child));
      g_array_append_val (slots, slot);
    }
  sort_moved ((RelmTimelineSlot *) (gpointer) slots->data, slots->len);
  for (guint i = 0; i < slots->len; i++)
    {
      const guint child = g_array_index (slots, RelmTimelineSlot, i).node;

      if (last == RELM_TIMELINE_NONE)
        node->first_child = child;
      else
        _relm_timeline_layout_get_node (self, last)->next = child;
      _relm_timeline_layout_get_node (self, child)->next = RELM_TIMELINE_NONE;
      last = child;
    }
  node->last_child = last;
}

/* The nodes below one, whose rows go where it goes. */
static void
add_below (Update *update,
           guint index)
{
  GArray *around = update->around;

  for (guint i = around->len; index != RELM_TIMELINE_NONE; index = i < around->len ? g_array_index (around, guint, i++) : RELM_TIMELINE_NONE)
    for (guint child = _relm_timeline_layout_get_node (update->layout, index)->first_child; child != RELM_TIMELINE_NONE;
         child = _relm_timeline_layout_get_node (update->layout, child)->next)
      g_array_append_val (around, child);
}

/* Which rows have to be written because of a move that changes the order. */
static void
plan_move (Update *update,
           const Move *move)
{
  RelmTimelineLayout *self = update->layout;
  const RelmTimelineNode *node = _relm_timeline_layout_get_node (self, move->node);
  const RelmTimelineSlot root = make_slot (self, find_root (self, move->node));
  Task *task = get_task (update, node->lane);

  include (task, &root);
  task->row = MIN (task->row, _relm_timeline_layout_get_node (self, root.node)->row);
  if (root.node == move->node)
    include (task, &(RelmTimelineSlot) { .rank = move->old_rank, .node = move->node });
  add_below (update, move->node);
}

static void
reorder (Update *update)
{
  RelmTimelineLayout *self = update->layout;
  g_autoptr (GHashTable) parents = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer parent;

  for (guint i = 0; i < update->moves->len; i++)
    {
      const Move *move = &g_array_index (update->moves, Move, i);
      const RelmTimelineNode *node = _relm_timeline_layout_get_node (self, move->node);

      if (move->old_rank == make_slot (self, move->node).rank)
        continue;
      g_hash_table_add (update->moved, GUINT_TO_POINTER (move->node));
      if (node->parent != RELM_TIMELINE_NONE)
        g_hash_table_add (parents, GUINT_TO_POINTER (node->parent));
      mark_slot (update, move);
      plan_move (update, move);
    }
  g_hash_table_iter_init (&iter, parents);
  while (g_hash_table_iter_next (&iter, &parent, NULL))
    sort_children (self, GPOINTER_TO_UINT (parent), update->moved);
}

/* Those that have moved, with their new ranks, among all of the lane. */
static void
sort_lane (RelmTimelineLayout *self,
           guint index)
{
  const RelmTimelineLane *lane = _relm_timeline_layout_get_lane (self, index);
  RelmTimelineSlot *slots = _relm_timeline_layout_get_slot (self, lane->first_entry);

  for (guint i = 0; i < lane->n_entries; i++)
    if (slots[i].moved)
      slots[i].rank = make_slot (self, slots[i].node).rank;
  sort_moved (slots, lane->n_entries);
}

/*
 * They are the same as before, in another order: from the row of the first of them that was. That is one that has moved, or the
 * first of the others, which are in the same order still.
 */
static void
write_between (RelmTimelineLayout *self,
               const Task *task,
               GHashTable *moved)
{
  const guint first = find_slot (self, task->lane, &task->first);
  guint end = find_slot (self, task->lane, &task->last);
  RelmTimelineWriter writer = { .layout = self, .row = task->row };
  gboolean is_found = FALSE;

  end += end < self->slots->len && _relm_timeline_layout_get_slot (self, end)->node == task->last.node;
  for (guint i = first; i < end && !is_found; i++)
    {
      const guint index = _relm_timeline_layout_get_slot (self, i)->node;
      const RelmTimelineNode *node = _relm_timeline_layout_get_node (self, index);

      is_found = node->parent == RELM_TIMELINE_NONE && !g_hash_table_contains (moved, GUINT_TO_POINTER (index));
      if (is_found)
        writer.row = MIN (writer.row, node->row);
    }
  writer.item = relm_timeline_layout_get_row (self, writer.row)->first_item;
  _relm_timeline_layout_write_slots (&writer, first, end);
}

static void
write_task (RelmTimelineLayout *self,
            const Task *task,
            GHashTable *moved)
{
  const guint header = _relm_timeline_layout_get_node (self, task->lane)->row;
  const RelmTimelineRow *row = relm_timeline_layout_get_row (self, header);
  RelmTimelineWriter writer = { .layout = self, .row = header, .item = row->first_item };

  sort_lane (self, task->lane);
  if (row->collapsed)
    _relm_timeline_layout_write_header (&writer, task->lane);
  else
    write_between (self, task, moved);
}

/* What everything in the lane spans, and with it the bar of the lane. Returns: whether that is there still, if it was */
static gboolean
measure_task (Update *update,
              const Task *task)
{
  RelmTimelineLayout *self = update->layout;
  RelmTimelineLane *lane = _relm_timeline_layout_get_lane (self, task->lane);
  RelmTimelineNode *node = _relm_timeline_layout_get_node (self, task->lane);
  const RelmTimelineNode before = *node;

  lane->span = task->is_shrunk ? (RelmSpan) { 0 } : relm_span_union (lane->span, task->span);
  for (guint i = lane->first_entry; task->is_shrunk && i < lane->first_entry + lane->n_entries; i++)
    lane->span = relm_span_union (lane->span, _relm_timeline_layout_get_node (self, _relm_timeline_layout_get_slot (self, i)->node)->span);
  if (lane->n_entries > 0) /* the first starts first */
    lane->span.start = _relm_timeline_layout_get_node (self, _relm_timeline_layout_get_slot (self, lane->first_entry)->node)->span.start;
  _relm_timeline_layout_measure_lane (self, task->lane);
  if (node->item != RELM_TIMELINE_NONE)
    {
      g_array_index (self->items, RelmTimelineItem, node->item).span = node->span;
      g_array_index (self->items, RelmTimelineItem, node->item).shape = node->shape;
    }
  g_array_append_val (update->around, task->lane);
  return relm_span_is_set (before.span) == relm_span_is_set (node->span);
}

/* Returns: whether all could be followed */
static gboolean
follow (Update *update)
{
  RelmTimelineLayout *self = update->layout;
  gboolean is_reordered = FALSE;
  gboolean is_whole = TRUE;

  for (guint i = 0; i < update->moves->len; i++)
    move_node (update, &g_array_index (update->moves, Move, i));
  reorder (update);
  self->n_writes++;
  for (guint i = 0; i < update->tasks->len; i++)
    {
      const Task *task = &g_array_index (update->tasks, Task, i);

      if (task->is_reordered)
        write_task (self, task, update->moved);
      is_reordered |= task->is_reordered;
      is_whole &= measure_task (update, task);
    }
  if (!is_whole)
    return FALSE;
  if (is_reordered)
    _relm_timeline_layout_follow_rows (self);
  _relm_timeline_layout_place_around (self, update->around);
  _relm_timeline_layout_measure (self);
  return TRUE;
}

/**
 * relm_timeline_layout_update:
 * @project: the project that it is a layout of
 * @view: what it was made with
 * @records: (element-type RelmRecord RelmRecord): a set of all to which something with RELM_TIMELINE_EFFECT_DATES has happened
 *   since it was made or updated
 *
 * Lays out what that has touched; afterwards it is what relm_timeline_layout_new() would make. Costs what lies between where
 * something was and where it is.
 *
 * Returns: whether that was possible; if not, it is to be made anew
 */
gboolean
relm_timeline_layout_update (RelmTimelineLayout *self,
                             RelmProject *project,
                             const RelmTimelineView *view,
                             GHashTable *records)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (Move));
  g_autoptr (GArray) tasks = g_array_new (FALSE, FALSE, sizeof (Task));
  g_autoptr (GArray) around = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) task_of = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);
  Update update = { .layout = self, .moves = moves, .tasks = tasks, .task_of = task_of, .moved = moved, .around = around };
  gboolean possible = !self->is_circular;
  GHashTableIter iter;
  gpointer record;

  self->project = self->lanes.project = project;
  self->lanes.view = view;
  g_hash_table_iter_init (&iter, records);
  while (possible && g_hash_table_iter_next (&iter, &record, NULL))
    possible = examine (&update, record);
  possible = possible && follow (&update);
  self->project = self->lanes.project = NULL;
  self->lanes.view = NULL;
  return possible;
}
