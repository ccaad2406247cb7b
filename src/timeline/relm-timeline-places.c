/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-timeline-layout-private.h"

/* The two ends of each item. */
static guint
get_end (const RelmTimelineLink *link)
{
  return 2 * link->to + (link->to_finish ? 1 : 0);
}

static RelmDate
get_departure (RelmTimelineLayout *self,
               const RelmTimelineLink *link)
{
  const RelmTimelineItem *item = &g_array_index (self->items, RelmTimelineItem, link->from);

  return link->from_finish ? item->span.finish : item->span.start;
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
  const RelmTimelineLink *first = &g_array_index (self->links, RelmTimelineLink, *(const guint *) a);
  const RelmTimelineLink *second = &g_array_index (self->links, RelmTimelineLink, *(const guint *) b);
  const guint row = g_array_index (self->items, RelmTimelineItem, first->to).row;
  const guint first_row = g_array_index (self->items, RelmTimelineItem, first->from).row;
  const guint second_row = g_array_index (self->items, RelmTimelineItem, second->from).row;
  const gboolean above = first_row < row;
  const RelmDate first_date = get_departure (self, first);
  const RelmDate second_date = get_departure (self, second);

  if (above != (second_row < row))
    return above ? -1 : 1;
  if (first_date != second_date)
    return (first_date > second_date) == above ? -1 : 1;
  return first_row < second_row ? -1 : first_row > second_row;
}

/* Where the links to each end begin in a list of all of them by end; one more at the end of it. */
static guint *
count_arrivals (RelmTimelineLayout *self)
{
  const guint n_ends = 2 * self->items->len;
  guint *first = g_new0 (guint, n_ends + 1);

  for (guint i = 0; i < self->links->len; i++)
    first[get_end (&g_array_index (self->links, RelmTimelineLink, i)) + 1]++;
  for (guint i = 0; i < n_ends; i++)
    first[i + 1] += first[i];
  return first;
}

static void
place (RelmTimelineLayout *self,
       guint *links,
       guint n_links)
{
  if (n_links > 1)
    g_sort_array (links, n_links, sizeof (guint), compare, self);
  for (guint i = 0; i < n_links; i++)
    {
      RelmTimelineLink *link = &g_array_index (self->links, RelmTimelineLink, links[i]);

      link->place = i;
      link->n_places = n_links;
    }
}

/* Gives each link its place among those that arrive at the same end. Linear, but for the sorting of those that do. */
void
_relm_timeline_layout_place_links (RelmTimelineLayout *self)
{
  const guint n_ends = 2 * self->items->len;
  g_autofree guint *first = count_arrivals (self);
  g_autofree guint *next = g_memdup2 (first, (n_ends + 1) * sizeof (guint));
  g_autofree guint *links = g_new (guint, MAX (self->links->len, 1));

  for (guint i = 0; i < self->links->len; i++)
    links[next[get_end (&g_array_index (self->links, RelmTimelineLink, i))]++] = i;
  for (guint i = 0; i < n_ends; i++)
    place (self, links + first[i], first[i + 1] - first[i]);
}
