/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The last step of a layout: its links, and how those that arrive at one end lie beside each other. */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-schedule-dependency.h"
#include "relm-timeline-layout-private.h"

static RelmTimelineLink *
get_link (RelmTimelineLayout *self,
          guint link)
{
  return &g_array_index (self->links, RelmTimelineLink, link);
}

static const RelmTimelineItem *
get_item (RelmTimelineLayout *self,
          guint item)
{
  return &g_array_index (self->items, RelmTimelineItem, item);
}

/* The two ends of each node. */
static guint
get_end (const RelmTimelineLink *link)
{
  return 2 * link->to_node + (link->to_finish ? 1 : 0);
}

static RelmDate
get_departure (RelmTimelineLayout *self,
               const RelmTimelineLink *link)
{
  const RelmTimelineItem *item = get_item (self, link->from);

  return link->from_finish ? item->span.finish : item->span.start;
}

/* Private: which ends of the two a dependency leaves and reaches. */
void
_relm_timeline_layout_get_ends (RelmRecord *dependency,
                                gboolean *from_finish,
                                gboolean *to_finish)
{
  const char *type = relm_record_get_string (dependency, RELM_SCHEDULE_DEPENDENCY_TYPE);

  *from_finish = g_strcmp0 (type, "ss") != 0 && g_strcmp0 (type, "sf") != 0;
  *to_finish = g_strcmp0 (type, "ff") == 0 || g_strcmp0 (type, "sf") == 0;
}

/* The node that stands for a record: its own, or that of what it is hidden in. */
static guint
find_visible (RelmTimelineLayout *self,
              RelmRecord *record)
{
  const guint item = record != NULL ? relm_timeline_layout_find_visible (self, record) : RELM_TIMELINE_NONE;

  return item != RELM_TIMELINE_NONE ? get_item (self, item)->node : RELM_TIMELINE_NONE;
}

static void
mark_linked (RelmTimelineLayout *self,
             guint node)
{
  RelmTimelineNode *it = _relm_timeline_layout_get_node (self, node);

  it->linked = TRUE;
  g_array_index (self->items, RelmTimelineItem, it->item).linked = TRUE;
}

static void
add_link (RelmTimelineLayout *self,
          RelmRecord *dependency)
{
  RelmTimelineLink link = {
    .record = dependency,
    .from_node = find_visible (self, relm_project_resolve (self->project, dependency, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR)),
    .to_node = find_visible (self, relm_project_resolve (self->project, dependency, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR)),
  };

  if (link.from_node == RELM_TIMELINE_NONE || link.to_node == RELM_TIMELINE_NONE || link.from_node == link.to_node)
    return;
  _relm_timeline_layout_get_ends (dependency, &link.from_finish, &link.to_finish);
  g_array_append_val (self->links, link);
  g_hash_table_insert (self->link_of, g_object_ref (dependency), GUINT_TO_POINTER (self->links->len));
  if (link.from_finish)
    mark_linked (self, link.from_node);
  if (link.to_finish)
    mark_linked (self, link.to_node);
}

/*
 * From the uppermost: what comes from above before what comes from below. A link turns down where it departs, so that of those
 * from above the last to depart arrives uppermost, and of those from below the first: then none crosses another.
 */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer data)
{
  RelmTimelineLayout *self = data;
  const guint first_index = *(const guint *) a;
  const guint second_index = *(const guint *) b;
  const RelmTimelineLink *first = get_link (self, first_index);
  const RelmTimelineLink *second = get_link (self, second_index);
  const guint row = get_item (self, first->to)->row;
  const guint first_row = get_item (self, first->from)->row;
  const guint second_row = get_item (self, second->from)->row;
  const gboolean above = first_row < row;
  const RelmDate first_date = get_departure (self, first);
  const RelmDate second_date = get_departure (self, second);

  if (above != (second_row < row))
    return above ? -1 : 1;
  if (first_date != second_date)
    return (first_date > second_date) == above ? -1 : 1;
  if (first_row != second_row)
    return first_row < second_row ? -1 : 1;
  return first_index < second_index ? -1 : first_index > second_index;
}

static void
place (RelmTimelineLayout *self,
       guint end)
{
  guint *links = self->arrivals + self->arrival_of[end];
  const guint n_links = self->arrival_of[end + 1] - self->arrival_of[end];

  if (n_links > 1)
    g_sort_array (links, n_links, sizeof (guint), compare, self);
  for (guint i = 0; i < n_links; i++)
    {
      get_link (self, links[i])->place = i;
      get_link (self, links[i])->n_places = n_links;
    }
}

/* Lists the links by @get_key. @first: (out): where those of each key begin; one more at the end of it. */
static guint *
sort_links (RelmTimelineLayout *self,
            guint (*get_key) (RelmTimelineLayout *, const RelmTimelineLink *),
            guint n_keys,
            guint **first)
{
  guint *sorted = g_new (guint, MAX (self->links->len, 1));
  guint *next = g_new0 (guint, n_keys + 2);

  for (guint i = 0; i < self->links->len; i++)
    next[get_key (self, get_link (self, i)) + 2]++;
  for (guint i = 2; i < n_keys + 2; i++)
    next[i] += next[i - 1];
  for (guint i = 0; i < self->links->len; i++)
    sorted[next[get_key (self, get_link (self, i)) + 1]++] = i;
  *first = next;
  return sorted;
}

static guint
get_arrival (RelmTimelineLayout *self,
             const RelmTimelineLink *link)
{
  return get_end (link);
}

static guint
get_source (RelmTimelineLayout *self,
            const RelmTimelineLink *link)
{
  return link->from_node;
}

/* Where each link is now, and which rows it passes. Returns: (transfer full): in the order of the links */
static RelmInterval *
follow_links (RelmTimelineLayout *self,
              guint *next)
{
  RelmInterval *intervals = g_new (RelmInterval, MAX (self->links->len, 1));

  for (guint i = 0; i < self->links->len; i++)
    {
      RelmTimelineLink *link = get_link (self, i);
      const RelmTimelineNode *from = _relm_timeline_layout_get_node (self, link->from_node);
      const RelmTimelineNode *to = _relm_timeline_layout_get_node (self, link->to_node);

      link->from = from->item;
      link->to = to->item;
      intervals[i] = (RelmInterval) { MIN (from->row, to->row), MAX (from->row, to->row), i };
      next[intervals[i].start + 1]++;
    }
  return intervals;
}

/* Private: finds the items of links again, and which rows they pass, after rows have moved. Linear. */
void
_relm_timeline_layout_follow_rows (RelmTimelineLayout *self)
{
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (RelmInterval), self->links->len);
  g_autofree guint *next = g_new0 (guint, self->rows->len + 1); /* where the next one that begins in a row has its place */
  g_autofree RelmInterval *intervals = follow_links (self, next);

  for (guint i = 1; i < self->rows->len; i++)
    next[i] += next[i - 1];
  g_array_set_size (sorted, self->links->len);
  for (guint i = 0; i < self->links->len; i++)
    g_array_index (sorted, RelmInterval, next[intervals[i].start]++) = intervals[i];
  relm_interval_index_free (self->link_index);
  self->link_index = relm_interval_index_new (sorted);
}

/* Private: links what the rows hold. */
void
_relm_timeline_layout_add_links (RelmTimelineLayout *self)
{
  RelmRecordList *list = relm_project_get_list (self->project, RELM_TYPE_SCHEDULE_DEPENDENCY);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    add_link (self, relm_record_list_get (list, i));
  self->arrivals = sort_links (self, get_arrival, 2 * self->nodes->len, &self->arrival_of);
  self->departures = sort_links (self, get_source, self->nodes->len, &self->departure_of);
  _relm_timeline_layout_follow_rows (self);
  for (guint i = 0; i < 2 * self->nodes->len; i++)
    place (self, i);
}

/* Private: places the links that leave or reach some nodes anew. @nodes: (element-type guint): that lie elsewhere. */
void
_relm_timeline_layout_place_around (RelmTimelineLayout *self,
                                    GArray *nodes)
{
  g_autoptr (GHashTable) ends = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer end;

  for (guint i = 0; i < nodes->len; i++)
    {
      const guint node = g_array_index (nodes, guint, i);

      g_hash_table_add (ends, GUINT_TO_POINTER (2 * node));
      g_hash_table_add (ends, GUINT_TO_POINTER (2 * node + 1));
      for (guint j = self->departure_of[node]; j < self->departure_of[node + 1]; j++)
        g_hash_table_add (ends, GUINT_TO_POINTER (get_end (get_link (self, self->departures[j]))));
    }
  g_hash_table_iter_init (&iter, ends);
  while (g_hash_table_iter_next (&iter, &end, NULL))
    place (self, GPOINTER_TO_UINT (end));
}
