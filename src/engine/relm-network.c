/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-network-private.h"

static RelmItem *
item_at (RelmNetwork *self,
         guint index)
{
  return &g_array_index (self->items, RelmItem, index);
}

static gboolean
is_summary (RelmNetwork *self,
            gint32 index)
{
  return g_array_index (self->n_children, guint, index) > 0;
}

static void
count_child (RelmNetwork *self,
             gint32 parent,
             int change)
{
  if (parent >= 0)
    g_array_index (self->n_children, guint, parent) += (guint) change;
}

static void
note_item (RelmNetwork *self,
           guint index)
{
  self->changes |= RELM_CHANGE_DATES;
  g_array_append_val (self->journal, index);
}

static void
note_link (RelmNetwork *self,
           const RelmLink *link,
           RelmNetworkChange change)
{
  if (is_summary (self, link->from) || is_summary (self, link->to))
    change = RELM_CHANGE_STRUCTURE;
  self->changes |= change;
  note_item (self, (guint) link->from);
  note_item (self, (guint) link->to);
}

static void
note_link_edit (RelmNetwork *self,
                guint index,
                const RelmLink *old,
                const RelmLink *now,
                gint32 moved)
{
  static const RelmLink none = { .from = -1 };
  const RelmLinkEdit edit = { (gint32) index, moved, old != NULL ? *old : none, now != NULL ? *now : none };

  if (old != NULL)
    note_link (self, old, RELM_CHANGE_LINKS);
  if (now != NULL)
    note_link (self, now, RELM_CHANGE_LINKS);
  if (self->n_link_edits++ < RELM_LINK_EDITS_MAX)
    g_array_append_val (self->link_edits, edit);
}

static gboolean
is_valid_item (RelmNetwork *self,
               const RelmItem *item)
{
  return item->duration >= 0 && item->duration <= RELM_DURATION_MAX && item->remaining >= 0 &&
         item->remaining <= RELM_DURATION_MAX && item->parent >= -1 && item->parent < (gint32) self->items->len &&
         item->calendar < self->calendars->len && item->constraint <= RELM_CONSTRAINT_MUST_FINISH &&
         (item->actual_finish == RELM_TIME_NONE || item->actual_start != RELM_TIME_NONE) &&
         (item->constraint_time != RELM_TIME_NONE ||
          (item->constraint <= RELM_CONSTRAINT_ALAP && !(item->flags & RELM_ITEM_PINNED)));
}

static gboolean
is_valid_link (RelmNetwork *self,
               const RelmLink *link)
{
  return link->from >= 0 && link->from < (gint32) self->items->len && link->to >= 0 && link->to < (gint32) self->items->len &&
         link->lag >= -RELM_DURATION_MAX && link->lag <= RELM_DURATION_MAX && link->type <= RELM_LINK_SF;
}

/**
 * relm_network_new:
 * @calendar: the project's calendar, which becomes calendar 0
 * @start: before which nothing starts that has no reason to
 *
 * Returns: (transfer full): a network without items
 */
RelmNetwork *
relm_network_new (RelmCalendar *calendar,
                  RelmTime start)
{
  RelmNetwork *self;

  g_return_val_if_fail (calendar != NULL && start != RELM_TIME_NONE, NULL);

  self = g_new0 (RelmNetwork, 1);
  self->start = relm_time_clamp (start);
  self->status_time = RELM_TIME_NONE;
  self->calendars = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_calendar_unref);
  self->items = g_array_new (FALSE, FALSE, sizeof (RelmItem));
  self->links = g_array_new (FALSE, FALSE, sizeof (RelmLink));
  self->n_children = g_array_new (FALSE, FALSE, sizeof (guint));
  self->journal = g_array_new (FALSE, FALSE, sizeof (guint));
  self->link_edits = g_array_new (FALSE, FALSE, sizeof (RelmLinkEdit));
  self->changes = RELM_CHANGE_STRUCTURE;
  relm_network_add_calendar (self, calendar);
  return self;
}

/**
 * relm_network_copy:
 *
 * Returns: (transfer full): a network of the same calendars, items and links, which nothing was scheduled of yet
 */
RelmNetwork *
relm_network_copy (RelmNetwork *network)
{
  RelmNetwork *copy;

  g_return_val_if_fail (network != NULL, NULL);

  copy = relm_network_new (g_ptr_array_index (network->calendars, 0), network->start);
  for (guint i = 1; i < network->calendars->len; i++)
    g_ptr_array_add (copy->calendars, relm_calendar_ref (g_ptr_array_index (network->calendars, i)));
  copy->status_time = network->status_time;
  g_array_append_vals (copy->items, network->items->data, network->items->len);
  g_array_append_vals (copy->links, network->links->data, network->links->len);
  g_array_append_vals (copy->n_children, network->n_children->data, network->n_children->len);
  return copy;
}

void
relm_network_free (RelmNetwork *network)
{
  g_return_if_fail (network != NULL);

  g_ptr_array_unref (network->calendars);
  g_array_unref (network->items);
  g_array_unref (network->links);
  g_array_unref (network->n_children);
  g_array_unref (network->journal);
  g_array_unref (network->link_edits);
  g_free (network);
}

/**
 * relm_network_add_calendar:
 * @calendar: a calendar
 *
 * Returns: the index of this calendar, or of an equal one that is there already
 */
guint
relm_network_add_calendar (RelmNetwork *network,
                           RelmCalendar *calendar)
{
  g_return_val_if_fail (network != NULL && calendar != NULL, 0);

  for (guint i = 0; i < network->calendars->len; i++)
    if (relm_calendar_equal (g_ptr_array_index (network->calendars, i), calendar))
      return i;
  return relm_network_append_calendar (network, calendar);
}

/**
 * relm_network_append_calendar:
 * @calendar: a calendar, which may be equal to one that is there
 *
 * Returns: its index
 */
guint
relm_network_append_calendar (RelmNetwork *network,
                              RelmCalendar *calendar)
{
  g_return_val_if_fail (network != NULL && calendar != NULL && network->calendars->len < G_MAXUINT16, 0);

  g_ptr_array_add (network->calendars, relm_calendar_ref (calendar));
  network->changes |= RELM_CHANGE_CALENDARS;
  return network->calendars->len - 1;
}

/**
 * relm_network_set_calendar:
 * @index: a calendar
 * @calendar: what it becomes
 */
void
relm_network_set_calendar (RelmNetwork *network,
                           guint index,
                           RelmCalendar *calendar)
{
  RelmCalendar *old;

  g_return_if_fail (network != NULL && index < network->calendars->len && calendar != NULL);

  old = g_ptr_array_index (network->calendars, index);
  network->calendars->pdata[index] = relm_calendar_ref (calendar);
  relm_calendar_unref (old);
  network->changes |= RELM_CHANGE_STRUCTURE;
}

/**
 * relm_network_add_item:
 * @item: an item, whose parent comes before it
 *
 * Returns: its index
 */
guint
relm_network_add_item (RelmNetwork *network,
                       const RelmItem *item)
{
  guint none = 0;

  g_return_val_if_fail (network != NULL && item != NULL, 0);
  g_return_val_if_fail (is_valid_item (network, item), 0);

  g_array_append_val (network->items, *item);
  g_array_append_val (network->n_children, none);
  count_child (network, item->parent, 1);
  network->changes |= RELM_CHANGE_STRUCTURE;
  return network->items->len - 1;
}

static void
close_gap (gint32 *item,
           guint index)
{
  *item -= *item > (gint32) index;
}

/**
 * relm_network_remove_item:
 * @index: an item without links and without parts; those after it move up
 */
void
relm_network_remove_item (RelmNetwork *network,
                          guint index)
{
  g_return_if_fail (network != NULL && index < network->items->len && !is_summary (network, (gint32) index));

  count_child (network, item_at (network, index)->parent, -1);
  g_array_remove_index (network->items, index);
  g_array_remove_index (network->n_children, index);
  for (guint i = 0; i < network->items->len; i++)
    close_gap (&item_at (network, i)->parent, index);
  for (guint i = 0; i < network->links->len; i++)
    {
      close_gap (&g_array_index (network->links, RelmLink, i).from, index);
      close_gap (&g_array_index (network->links, RelmLink, i).to, index);
    }
  network->changes |= RELM_CHANGE_STRUCTURE;
}

/**
 * relm_network_add_link:
 * @link: a dependency between items that are there; it may close a loop
 *
 * Returns: its index
 */
guint
relm_network_add_link (RelmNetwork *network,
                       const RelmLink *link)
{
  g_return_val_if_fail (network != NULL && link != NULL, 0);
  g_return_val_if_fail (is_valid_link (network, link), 0);

  g_array_append_val (network->links, *link);
  note_link_edit (network, network->links->len - 1, NULL, link, -1);
  return network->links->len - 1;
}

void
relm_network_set_start (RelmNetwork *network,
                        RelmTime start)
{
  g_return_if_fail (network != NULL && start != RELM_TIME_NONE);

  network->start = relm_time_clamp (start);
  network->changes |= RELM_CHANGE_STRUCTURE;
}

/**
 * relm_network_set_status_time:
 * @time: up to when progress was told, or %RELM_TIME_NONE; no remaining work is scheduled before it
 */
void
relm_network_set_status_time (RelmNetwork *network,
                              RelmTime time)
{
  g_return_if_fail (network != NULL);

  network->status_time = time;
  network->changes |= RELM_CHANGE_STRUCTURE;
}

/**
 * relm_network_set_item:
 * @index: an item
 * @item: what it becomes; its parent may be any item that is not itself
 */
void
relm_network_set_item (RelmNetwork *network,
                       guint index,
                       const RelmItem *item)
{
  RelmItem *old;

  g_return_if_fail (network != NULL && item != NULL && index < network->items->len);
  g_return_if_fail (is_valid_item (network, item) && item->parent != (gint32) index);

  old = item_at (network, index);
  if (old->parent != item->parent)
    {
      count_child (network, old->parent, -1);
      count_child (network, item->parent, 1);
      network->changes |= RELM_CHANGE_STRUCTURE;
    }
  *old = *item;
  note_item (network, index);
}

void
relm_network_set_link (RelmNetwork *network,
                       guint index,
                       const RelmLink *link)
{
  RelmLink *old;

  g_return_if_fail (network != NULL && link != NULL && index < network->links->len);
  g_return_if_fail (is_valid_link (network, link));

  old = &g_array_index (network->links, RelmLink, index);
  note_link_edit (network, index, old, link, -1);
  *old = *link;
}

/**
 * relm_network_remove_link:
 * @index: a link; the last link takes its index
 */
void
relm_network_remove_link (RelmNetwork *network,
                          guint index)
{
  g_return_if_fail (network != NULL && index < network->links->len);

  note_link_edit (network, index, &g_array_index (network->links, RelmLink, index), NULL,
                  index + 1 < network->links->len ? (gint32) network->links->len - 1 : -1);
  g_array_remove_index_fast (network->links, index);
}

RelmTime
relm_network_get_start (RelmNetwork *network)
{
  g_return_val_if_fail (network != NULL, RELM_TIME_NONE);

  return network->start;
}

RelmTime
relm_network_get_status_time (RelmNetwork *network)
{
  g_return_val_if_fail (network != NULL, RELM_TIME_NONE);

  return network->status_time;
}

guint
relm_network_get_n_calendars (RelmNetwork *network)
{
  g_return_val_if_fail (network != NULL, 0);

  return network->calendars->len;
}

/**
 * relm_network_get_calendar:
 *
 * Returns: (transfer none): a calendar; 0 is the project's
 */
RelmCalendar *
relm_network_get_calendar (RelmNetwork *network,
                           guint index)
{
  g_return_val_if_fail (network != NULL && index < network->calendars->len, NULL);

  return g_ptr_array_index (network->calendars, index);
}

/**
 * relm_network_get_items:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): valid until the next item is added
 */
const RelmItem *
relm_network_get_items (RelmNetwork *network,
                        guint *n)
{
  g_return_val_if_fail (network != NULL, NULL);

  if (n != NULL)
    *n = network->items->len;
  return (const RelmItem *) (gconstpointer) network->items->data;
}

/**
 * relm_network_get_links:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): valid until the next link is added
 */
const RelmLink *
relm_network_get_links (RelmNetwork *network,
                        guint *n)
{
  g_return_val_if_fail (network != NULL, NULL);

  if (n != NULL)
    *n = network->links->len;
  return (const RelmLink *) (gconstpointer) network->links->data;
}

/* What was changed so far is scheduled. */
void
relm_network_forget_changes (RelmNetwork *network)
{
  network->changes = 0;
  g_array_set_size (network->journal, 0);
  g_array_set_size (network->link_edits, 0);
  network->n_link_edits = 0;
}
