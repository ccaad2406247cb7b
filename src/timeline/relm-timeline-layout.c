/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-interval-index.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-roadmap.h"
#include "relm-schedule-dependency.h"
#include "relm-timeline-layout.h"
#include "relm-work-item.h"

#define ROW_STRIDE (G_GINT64_CONSTANT (1) << 23) /* more than there are days: a row's stretch in the index of items */

struct _RelmTimelineLayout
{
  GArray *rows;
  GArray *items;
  GArray *links;
  GHashTable *item_of; /* RelmRecord, unowned, to the index of its item + 1 */
  GHashTable *row_of;  /* RelmRecord, unowned, to the index of its row + 1 */
  GPtrArray *records;  /* holds all of them */
  GPtrArray *unscheduled;
  RelmIntervalIndex *item_index;
  RelmIntervalIndex *link_index;
  RelmSpan span;
};

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
    .from = from != NULL ? relm_timeline_layout_find_visible (self, project, from) : RELM_TIMELINE_NONE,
    .to = to != NULL ? relm_timeline_layout_find_visible (self, project, to) : RELM_TIMELINE_NONE,
    .from_finish = g_strcmp0 (type, "ss") != 0 && g_strcmp0 (type, "sf") != 0,
    .to_finish = g_strcmp0 (type, "ff") == 0 || g_strcmp0 (type, "sf") == 0,
  };

  if (link.from == RELM_TIMELINE_NONE || link.to == RELM_TIMELINE_NONE || link.from == link.to)
    return;
  g_array_append_val (self->links, link);
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
}

/**
 * relm_timeline_layout_new:
 * @project: a project
 * @release: (nullable): the only release to show, or %NULL for the whole roadmap
 * @toggled: (nullable) (element-type utf8 utf8): a set of ids of releases that are not as they are at first, which is
 *   collapsed when they are done; the empty string for what belongs to none
 *
 * Returns: (transfer full): a layout of the project as it is now
 */
RelmTimelineLayout *
relm_timeline_layout_new (RelmProject *project,
                          RelmRecord *release,
                          GHashTable *toggled)
{
  RelmTimelineLayout *self = g_new0 (RelmTimelineLayout, 1);
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GHashTable) entry_of = g_hash_table_new (NULL, NULL);
  Builder builder = { self, project, release, toggled, groups, entries, entry_of };

  self->rows = g_array_new (FALSE, FALSE, sizeof (RelmTimelineRow));
  self->items = g_array_new (FALSE, FALSE, sizeof (RelmTimelineItem));
  self->links = g_array_new (FALSE, FALSE, sizeof (RelmTimelineLink));
  self->item_of = g_hash_table_new (NULL, NULL);
  self->row_of = g_hash_table_new (NULL, NULL);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->unscheduled = g_ptr_array_new_with_free_func (g_object_unref);

  add_groups (&builder);
  add_entries (&builder);
  link_children (&builder);
  for (guint i = 0; i < groups->len; i++)
    add_group (&builder, &g_array_index (groups, Group, i));
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
  g_hash_table_unref (self->row_of);
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
 * @project: the project that it was made from
 * @record: a record
 *
 * Returns: its item, or that of its release when it is hidden; RELM_TIMELINE_NONE when neither is there
 */
guint
relm_timeline_layout_find_visible (RelmTimelineLayout *self,
                                   RelmProject *project,
                                   RelmRecord *record)
{
  const guint item = relm_timeline_layout_find (self, record);
  RelmRecord *release;

  if (item != RELM_TIMELINE_NONE || !relm_plan_is_scheduled (record))
    return item;
  release = relm_plan_get_release (project, record);
  return release != NULL ? relm_timeline_layout_find (self, release) : RELM_TIMELINE_NONE;
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
