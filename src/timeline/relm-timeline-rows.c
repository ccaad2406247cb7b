/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-plan.h"
#include "relm-release.h"
#include "relm-roadmap.h"
#include "relm-timeline-layout-private.h"
#include "relm-work-item.h"

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
  RelmRecord *release; /* NULL for the last one */
  RelmSpan parts;
  guint first_entry;
  guint n_entries;
} Group;

typedef struct
{
  RelmTimelineLayout *layout;
  RelmProject *project;
  RelmRecord *only;
  GHashTable *toggled;
  GArray *groups;
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

  if (first->shape == RELM_TIMELINE_RELEASE || second->shape == RELM_TIMELINE_RELEASE)
    return (second->shape == RELM_TIMELINE_RELEASE) - (first->shape == RELM_TIMELINE_RELEASE);
  return (first->span.start > second->span.start) - (first->span.start < second->span.start);
}

static void
add_groups (Builder *builder)
{
  g_autoptr (GPtrArray) releases = relm_roadmap_list_releases (builder->project);
  Group group = { 0 };

  for (guint i = 0; i < releases->len; i++)
    {
      group.release = g_ptr_array_index (releases, i);
      if (builder->only == NULL || builder->only == group.release)
        g_array_append_val (builder->groups, group);
    }
  group.release = NULL;
  if (builder->only == NULL)
    g_array_append_val (builder->groups, group);
}

/* Records come in the order of the file, so the group of a release is found once for many. */
static GHashTable *
number_groups (Builder *builder)
{
  GHashTable *numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < builder->groups->len; i++)
    g_hash_table_insert (numbers, g_array_index (builder->groups, Group, i).release, GUINT_TO_POINTER (i + 1));
  return numbers;
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
  Group *its_group = &g_array_index (builder->groups, Group, group);

  g_array_append_val (builder->entries, entry);
  its_group->n_entries++;
  its_group->parts = relm_span_union (its_group->parts, entry.span);
}

static void
add_list (Builder *builder,
          RelmRecordList *list,
          GHashTable *numbers)
{
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *record = relm_record_list_get (list, i);
      guint number;

      if (!relm_plan_is_schedulable (record) || RELM_IS_RELEASE (record))
        return;
      number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, relm_plan_get_release (builder->project, record)));
      if (number == 0)
        continue;
      if (relm_plan_is_scheduled (record))
        add_entry (builder, record, number - 1);
      else if (!relm_plan_is_done (record))
        g_ptr_array_add (builder->layout->unscheduled, g_object_ref (record));
    }
}

static void
add_entries (Builder *builder)
{
  g_autoptr (GHashTable) numbers = number_groups (builder);
  guint first = 0;

  for (guint i = 0; i < relm_project_get_n_lists (builder->project); i++)
    add_list (builder, relm_project_get_list_at (builder->project, i), numbers);
  g_array_sort (builder->entries, compare_entries);
  for (guint i = 0; i < builder->entries->len; i++)
    g_hash_table_insert (builder->entry_of, get_entry (builder, i)->record, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < builder->groups->len; i++)
    {
      Group *group = &g_array_index (builder->groups, Group, i);

      group->first_entry = first;
      first += group->n_entries;
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

static void
add_row (RelmTimelineLayout *self,
         RelmRecord *record,
         guint depth,
         guint header)
{
  const RelmTimelineRow row = { .record = record, .depth = depth, .header = header, .first_item = self->items->len };

  g_array_append_val (self->rows, row);
  if (record != NULL)
    g_hash_table_insert (self->row_of, record, GUINT_TO_POINTER (self->rows->len));
}

/* In order, below each other; also what a circle of parts leaves over. The depth of what is shown is bounded by the entries. */
static void
place (Builder *builder,
       guint index,
       guint depth,
       guint header)
{
  while (index != RELM_TIMELINE_NONE)
    {
      Entry *entry = get_entry (builder, index);

      if (!entry->placed)
        {
          entry->placed = TRUE;
          add_row (builder->layout, entry->record, MIN (depth, 6), header);
          add_item (builder->layout, entry->record, entry->shape, entry->span);
          if (depth < 64)
            place (builder, entry->first_child, depth + 1, header);
        }
      index = depth == 1 ? RELM_TIMELINE_NONE : entry->next;
    }
}

static void
add_collapsed_milestones (Builder *builder,
                          const Group *group,
                          guint first_item)
{
  GArray *items = builder->layout->items;

  for (guint i = 0; i < group->n_entries; i++)
    {
      const Entry *entry = get_entry (builder, group->first_entry + i);

      if (entry->shape == RELM_TIMELINE_MILESTONE)
        add_item (builder->layout, entry->record, entry->shape, entry->span);
    }
  qsort (items->data + first_item * sizeof (RelmTimelineItem), items->len - first_item, sizeof (RelmTimelineItem),
         compare_items);
}

static gboolean
is_collapsed (Builder *builder,
              RelmRecord *release)
{
  const gboolean initially = release != NULL && builder->only == NULL && relm_plan_is_done (release);
  const char *id = release != NULL ? relm_record_get_id (release) : "";

  return initially != (builder->toggled != NULL && g_hash_table_contains (builder->toggled, id));
}

static void
add_group (Builder *builder,
           const Group *group)
{
  RelmTimelineLayout *self = builder->layout;
  const guint header = self->rows->len;
  const guint first_item = self->items->len;
  RelmSpan span = group->release != NULL ? relm_plan_get_span_of_parts (group->release, group->parts) : group->parts;
  RelmTimelineRow *row;

  if (group->release == NULL && group->n_entries == 0)
    return;

  add_row (self, group->release, 0, header);
  row = &g_array_index (self->rows, RelmTimelineRow, header);
  row->has_rows = group->n_entries > 0;
  row->collapsed = row->has_rows && is_collapsed (builder, group->release);
  if (group->release != NULL && relm_span_is_set (span))
    add_item (self, group->release, RELM_TIMELINE_RELEASE, span);
  else if (group->release != NULL)
    g_ptr_array_add (self->unscheduled, g_object_ref (group->release));

  if (row->collapsed)
    {
      add_collapsed_milestones (builder, group, first_item);
      self->span = relm_span_union (self->span, group->parts);
      return;
    }
  for (guint i = 0; i < group->n_entries; i++)
    if (get_entry (builder, group->first_entry + i)->parent == RELM_TIMELINE_NONE)
      place (builder, group->first_entry + i, 1, header);
  for (guint i = 0; i < group->n_entries; i++)
    place (builder, group->first_entry + i, 1, header);
}

/* Makes the rows and the items of what has dates, and lists what has none. */
void
_relm_timeline_layout_add_rows (RelmTimelineLayout *self,
                                RelmProject *project,
                                RelmRecord *only,
                                GHashTable *toggled)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GHashTable) entry_of = g_hash_table_new (NULL, NULL);
  Builder builder = { self, project, only, toggled, groups, entries, entry_of };

  add_groups (&builder);
  add_entries (&builder);
  link_children (&builder);
  for (guint i = 0; i < groups->len; i++)
    add_group (&builder, &g_array_index (groups, Group, i));
}
