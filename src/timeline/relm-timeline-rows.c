/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-baseline-item.h"
#include "relm-plan-baseline.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-timeline-lanes.h"
#include "relm-timeline-layout-private.h"
#include "relm-work-item.h"

#define GONE_KEY "gone" /* what remembers that it is folded away; no id has this form */

/* Something that will have a row, while the layout is made. */
typedef struct
{
  RelmRecord *record;
  RelmSpan span;
  RelmTimelineShape shape;
  guint group;
  guint order; /* in the file */
  guint parent, first_child, last_child, next; /* entries, or RELM_TIMELINE_NONE */
  gboolean placed;
} Entry;

typedef struct
{
  RelmTimelineLayout *layout;
  RelmProject *project;
  const RelmTimelineView *view;
  RelmTimelineLanes lanes;
  GArray *entries;
  GHashTable *entry_of;
} Builder;

static Entry *
get_entry (Builder *builder,
           guint index)
{
  return &g_array_index (builder->entries, Entry, index);
}

static RelmTimelineShape
get_shape (RelmRecord *record)
{
  if (RELM_IS_RELEASE (record))
    return RELM_TIMELINE_RELEASE;
  if (relm_plan_is_point (record))
    return RELM_TIMELINE_MILESTONE;
  return RELM_IS_WORK_ITEM (record) ? RELM_TIMELINE_WORK : RELM_TIMELINE_PERIOD;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  if (first->span.start != second->span.start)
    return first->span.start < second->span.start ? -1 : 1;
  if (first->shape != second->shape)
    return first->shape < second->shape ? -1 : 1;
  return (first->order > second->order) - (first->order < second->order);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const RelmTimelineItem *first = a;
  const RelmTimelineItem *second = b;

  return (first->span.start > second->span.start) - (first->span.start < second->span.start);
}

static int
compare_gone (gconstpointer a,
              gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  if (first->span.start != second->span.start)
    return first->span.start < second->span.start ? -1 : 1;
  return g_strcmp0 (relm_record_get_id (first->record), relm_record_get_id (second->record));
}

static RelmTimelineLane *
get_lane (Builder *builder,
          guint index)
{
  return &g_array_index (builder->lanes.lanes, RelmTimelineLane, index);
}

static void
add_entry (Builder *builder,
           RelmRecord *record,
           guint group)
{
  const Entry entry = {
    .record = record,
    .span = relm_plan_get_own_span (record),
    .shape = get_shape (record),
    .group = group,
    .order = builder->entries->len,
    .parent = RELM_TIMELINE_NONE,
    .first_child = RELM_TIMELINE_NONE,
    .last_child = RELM_TIMELINE_NONE,
    .next = RELM_TIMELINE_NONE,
  };
  RelmTimelineLane *lane = get_lane (builder, group);

  g_array_append_val (builder->entries, entry);
  lane->n_entries++;
  lane->span = relm_span_union (lane->span, entry.span);
}

static void
add_list (Builder *builder,
          RelmRecordList *list)
{
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *record = relm_record_list_get (list, i);
      guint lane;

      if (!relm_plan_is_schedulable (record))
        return;
      lane = relm_timeline_lanes_find (&builder->lanes, record);
      if (lane == RELM_TIMELINE_NONE)
        continue;
      if (relm_plan_is_scheduled (record))
        add_entry (builder, record, lane);
      else if (!relm_plan_is_done (record))
        g_ptr_array_add (builder->layout->unscheduled, g_object_ref (record));
    }
}

static void
add_entries (Builder *builder)
{
  guint first = 0;

  for (guint i = 0; i < relm_project_get_n_lists (builder->project); i++)
    add_list (builder, relm_project_get_list_at (builder->project, i));
  g_array_sort (builder->entries, compare_entries);
  for (guint i = 0; i < builder->entries->len; i++)
    g_hash_table_insert (builder->entry_of, get_entry (builder, i)->record, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < builder->lanes.lanes->len; i++)
    {
      RelmTimelineLane *lane = get_lane (builder, i);

      lane->first_entry = first;
      first += lane->n_entries;
    }
}

/* The entry that a work item is shown below: its phase, else the work item that it is part of. */
static guint
find_parent (Builder *builder,
             guint index)
{
  static const guint fields[] = { RELM_WORK_ITEM_PHASE, RELM_WORK_ITEM_PARENT };
  const Entry *entry = get_entry (builder, index);

  if (!RELM_IS_WORK_ITEM (entry->record))
    return RELM_TIMELINE_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      RelmRecord *above = relm_project_resolve (builder->project, entry->record, fields[i]);
      const guint number = GPOINTER_TO_UINT (g_hash_table_lookup (builder->entry_of, above));

      if (above != NULL && number > 0 && number - 1 != index && get_entry (builder, number - 1)->group == entry->group)
        return number - 1;
    }
  return RELM_TIMELINE_NONE;
}

static void
link_children (Builder *builder)
{
  for (guint i = 0; i < builder->entries->len; i++)
    {
      Entry *entry = get_entry (builder, i);
      Entry *parent;

      entry->parent = find_parent (builder, i);
      if (entry->parent == RELM_TIMELINE_NONE)
        continue;
      parent = get_entry (builder, entry->parent);
      if (parent->last_child == RELM_TIMELINE_NONE)
        parent->first_child = i;
      else
        get_entry (builder, parent->last_child)->next = i;
      parent->last_child = i;
    }
}

static void
add_item (RelmTimelineLayout *self,
          RelmRecord *record,
          RelmTimelineShape shape,
          RelmSpan span)
{
  RelmTimelineRow *row = &g_array_index (self->rows, RelmTimelineRow, self->rows->len - 1);
  const RelmTimelineItem item = { .record = record, .shape = shape, .row = self->rows->len - 1, .span = span };

  g_array_append_val (self->items, item);
  row->n_items++;
  self->span = relm_span_union (self->span, span);
}

static RelmTimelineRow *
add_row (RelmTimelineLayout *self,
         RelmRecord *record,
         const char *key,
         guint depth,
         guint parent)
{
  const RelmTimelineRow row = { .record = record, .key = key, .depth = depth, .parent = parent, .first_item = self->items->len };

  g_array_append_val (self->rows, row);
  if (record != NULL)
    g_hash_table_insert (self->row_of, record, GUINT_TO_POINTER (self->rows->len));
  return &g_array_index (self->rows, RelmTimelineRow, self->rows->len - 1);
}

static gboolean
is_collapsed (Builder *builder,
              const RelmTimelineRow *row)
{
  const RelmTimelineView *view = builder->view;
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
hide (Builder *builder,
      Entry *entry)
{
  RelmTimelineLayout *self = builder->layout;

  entry->placed = TRUE;
  self->span = relm_span_union (self->span, entry->span);
  if (entry->shape == RELM_TIMELINE_MILESTONE)
    add_item (self, entry->record, entry->shape, entry->span);
  else
    g_hash_table_insert (self->hidden_in, entry->record, GUINT_TO_POINTER (self->rows->len));
}

/* What is below an entry, and below that. */
static void
hide_below (Builder *builder,
            guint index)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (waiting, index);
  while (waiting->len > 0)
    {
      guint child = get_entry (builder, g_array_index (waiting, guint, waiting->len - 1))->first_child;

      g_array_set_size (waiting, waiting->len - 1);
      for (; child != RELM_TIMELINE_NONE; child = get_entry (builder, child)->next)
        if (!get_entry (builder, child)->placed)
          {
            hide (builder, get_entry (builder, child));
            g_array_append_val (waiting, child);
          }
    }
}

/* The milestones of a row that is collapsed, after its own item. */
static void
sort_items (RelmTimelineLayout *self,
            guint first_item)
{
  if (self->items->len > first_item)
    qsort (self->items->data + first_item * sizeof (RelmTimelineItem), self->items->len - first_item, sizeof (RelmTimelineItem),
           compare_items);
}

static void place (Builder *builder,
                   guint index,
                   guint depth,
                   guint parent);

static void
place_one (Builder *builder,
           guint index,
           guint depth,
           guint parent)
{
  RelmTimelineLayout *self = builder->layout;
  Entry *entry = get_entry (builder, index);
  RelmTimelineRow *row = add_row (self, entry->record, relm_record_get_id (entry->record), MIN (depth, 6), parent);
  const guint this_row = self->rows->len - 1;
  const guint item = self->items->len;

  entry->placed = TRUE;
  row->has_rows = entry->first_child != RELM_TIMELINE_NONE;
  row->collapsed = is_collapsed (builder, row);
  add_item (self, entry->record, entry->shape, entry->span);
  if (row->collapsed)
    {
      hide_below (builder, index);
      sort_items (self, item + 1);
    }
  else if (depth < 64)
    place (builder, entry->first_child, depth + 1, this_row);
}

/* In order, below each other; also what a circle of parts leaves over. The depth of what is shown is bounded by the entries. */
static void
place (Builder *builder,
       guint index,
       guint depth,
       guint parent)
{
  while (index != RELM_TIMELINE_NONE)
    {
      if (!get_entry (builder, index)->placed)
        place_one (builder, index, depth, parent);
      index = depth == 1 ? RELM_TIMELINE_NONE : get_entry (builder, index)->next;
    }
}

/* The bar of a lane: a release and a phase have their own, anything else has that of what is in it. */
static void
add_lane_item (Builder *builder,
               const RelmTimelineLane *lane)
{
  RelmTimelineLayout *self = builder->layout;
  RelmSpan span = lane->span;
  RelmTimelineShape shape = RELM_TIMELINE_SUMMARY;

  if (lane->record == NULL)
    return;
  if (RELM_IS_RELEASE (lane->record))
    {
      span = relm_plan_get_span_of_parts (lane->record, lane->span);
      shape = RELM_TIMELINE_RELEASE;
    }
  else if (relm_plan_is_scheduled (lane->record))
    {
      span = relm_plan_get_own_span (lane->record);
      shape = RELM_TIMELINE_PERIOD;
    }
  if (relm_span_is_set (span))
    add_item (self, lane->record, shape, span);
  else if (relm_plan_is_schedulable (lane->record))
    g_ptr_array_add (self->unscheduled, g_object_ref (lane->record));
}

static void
add_lane (Builder *builder,
          const RelmTimelineLane *lane)
{
  RelmTimelineLayout *self = builder->layout;
  const guint header = self->rows->len;
  const guint first_item = self->items->len;
  RelmTimelineRow *row;
  gboolean has_item;

  if (lane->n_entries == 0 && (lane->record == NULL || !relm_plan_is_schedulable (lane->record)))
    return;

  row = add_row (self, lane->record, lane->key, 0, RELM_TIMELINE_NONE);
  row->label = lane->label;
  row->has_rows = lane->n_entries > 0;
  row->collapsed = is_collapsed (builder, row);
  add_lane_item (builder, lane);
  has_item = self->items->len > first_item;
  for (guint i = lane->first_entry; row->collapsed && i < lane->first_entry + lane->n_entries; i++)
    hide (builder, get_entry (builder, i));
  if (row->collapsed)
    {
      sort_items (self, first_item + has_item);
      return;
    }
  for (guint i = lane->first_entry; i < lane->first_entry + lane->n_entries; i++)
    if (get_entry (builder, i)->parent == RELM_TIMELINE_NONE)
      place (builder, i, 1, header);
  for (guint i = lane->first_entry; i < lane->first_entry + lane->n_entries; i++)
    place (builder, i, 1, header);
}

/* Whether what a baseline says of a record is all that is left of it. */
static gboolean
is_gone (Builder *builder,
         RelmRecord *item,
         RelmSpan *was)
{
  RelmRecord *record = relm_project_lookup (builder->project, relm_record_get_string (item, RELM_BASELINE_ITEM_RECORD));

  if (record != NULL && relm_plan_is_scheduled (record))
    return FALSE;
  /* Which release it was in, nobody knows when it was deleted. */
  if (builder->view->release != NULL &&
      (record == NULL || relm_plan_get_release (builder->project, record) != builder->view->release))
    return FALSE;
  *was = relm_plan_baseline_get_span (item);
  return relm_span_is_set (*was);
}

static GArray *
list_gone (Builder *builder)
{
  g_autoptr (GHashTable) index = relm_plan_baseline_index (builder->project, builder->view->baseline);
  GArray *gone = g_array_new (FALSE, FALSE, sizeof (Entry));
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      Entry entry = { .record = item, .shape = RELM_TIMELINE_GONE };

      if (is_gone (builder, item, &entry.span))
        g_array_append_val (gone, entry);
    }
  g_array_sort (gone, compare_gone);
  return gone;
}

/* What was in the baseline and is not in the plan any more, in a lane at the end. */
static void
add_gone (Builder *builder)
{
  g_autoptr (GArray) gone = list_gone (builder);
  const guint header = builder->layout->rows->len;
  RelmTimelineRow *row;

  if (gone->len == 0)
    return;
  row = add_row (builder->layout, NULL, GONE_KEY, 0, RELM_TIMELINE_NONE);
  row->label = N_ ("No Longer Planned");
  row->has_rows = TRUE;
  row->collapsed = is_collapsed (builder, row);
  for (guint i = 0; i < gone->len && !row->collapsed; i++)
    {
      const Entry *entry = &g_array_index (gone, Entry, i);

      add_row (builder->layout, entry->record, relm_record_get_id (entry->record), 1, header);
      add_item (builder->layout, entry->record, RELM_TIMELINE_GONE, entry->span);
      row = &g_array_index (builder->layout->rows, RelmTimelineRow, header);
    }
}

/* Makes the rows and the items of what has dates, and lists what has none. */
void
_relm_timeline_layout_add_rows (RelmTimelineLayout *self,
                                RelmProject *project,
                                const RelmTimelineView *view)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GHashTable) entry_of = g_hash_table_new (NULL, NULL);
  Builder builder = { .layout = self, .project = project, .view = view, .entries = entries, .entry_of = entry_of };

  relm_timeline_lanes_init (&builder.lanes, project, view);
  add_entries (&builder);
  link_children (&builder);
  for (guint i = 0; i < builder.lanes.lanes->len; i++)
    add_lane (&builder, get_lane (&builder, i));
  if (view->baseline != NULL)
    add_gone (&builder);
  relm_timeline_lanes_clear (&builder.lanes);
}
