/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-test-random-network.h"

#define START (relm_time_from_date (relm_date_from_ymd (2027, 1, 4), 8 * 60))

static gboolean
chance (GRand *random,
        int percent)
{
  return g_rand_int_range (random, 0, 100) < percent;
}

static RelmTime
random_time (GRand *random)
{
  return START + g_rand_int_range (random, -10, 60) * RELM_MINUTES_PER_DAY + g_rand_int_range (random, 0, 14) * 60;
}

static void
add_calendars (RelmNetwork *network)
{
  RelmDayHours week[7] = { 0 };
  RelmCalendarException holidays[3];
  g_autoptr (RelmCalendar) always = relm_calendar_new_always ();
  g_autoptr (RelmCalendar) late = NULL;

  for (guint i = 0; i < 6; i++)
    week[i] = (RelmDayHours) { 2, { { 0, 120 }, { 13 * 60, 22 * 60 + i } } };
  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    {
      RelmDate date = relm_date_from_ymd (2027, 1, 1) + (RelmDate) i * 11;

      holidays[i] = (RelmCalendarException) { .days = { date, date + (RelmDate) i } };
    }
  late = relm_calendar_new (week, holidays, G_N_ELEMENTS (holidays), NULL);
  relm_network_add_calendar (network, always);
  relm_network_add_calendar (network, late);
}

static gint32
random_duration (GRand *random)
{
  if (chance (random, 10))
    return 0;
  return chance (random, 70) ? g_rand_int_range (random, 1, 10) * 480 : g_rand_int_range (random, 1, 5000);
}

static void
limit (RelmItem *item,
       GRand *random,
       RelmTestNetworkFlags flags)
{
  item->constraint_time = random_time (random);
  if (flags & RELM_TEST_LIMITS && chance (random, 20))
    item->constraint = (guint8) g_rand_int_range (random, RELM_CONSTRAINT_START_NO_EARLIER, RELM_CONSTRAINT_MUST_FINISH + 1);
  if (flags & RELM_TEST_LIMITS && chance (random, 10))
    item->deadline = chance (random, 30) ? RELM_DEADLINE_OWN_FINISH : random_time (random);
  if (flags & RELM_TEST_LIMITS && chance (random, 5))
    item->flags |= RELM_ITEM_PINNED;
  if (flags & RELM_TEST_LIMITS && chance (random, 5))
    item->not_before = random_time (random);
  if (flags & RELM_TEST_LATE && chance (random, 15))
    item->constraint = RELM_CONSTRAINT_ALAP;
}

static void
progress (RelmItem *item,
          GRand *random)
{
  if (!chance (random, 15))
    return;
  item->actual_start = random_time (random);
  item->remaining = g_rand_int_range (random, 0, item->duration + 1);
  if (chance (random, 50))
    item->actual_finish = item->actual_start + g_rand_int_range (random, 0, 9000);
}

static RelmItem
random_item (GRand *random,
             RelmTestNetworkFlags flags)
{
  RelmItem item = RELM_ITEM_INIT;

  item.duration = random_duration (random);
  item.calendar = (guint16) (chance (random, 70) ? 0 : g_rand_int_range (random, 0, 3));
  if (item.duration == 0 && chance (random, 80))
    item.flags |= RELM_ITEM_MILESTONE;
  else if (chance (random, 8))
    item.flags |= RELM_ITEM_ELAPSED;
  limit (&item, random, flags);
  if (flags & RELM_TEST_PROGRESS)
    progress (&item, random);
  return item;
}

static gint32
random_lag (GRand *random)
{
  if (chance (random, 60))
    return 0;
  return chance (random, 50) ? g_rand_int_range (random, -3, 6) * 480 : g_rand_int_range (random, -1000, 3000);
}

static RelmLink
random_link (GRand *random,
             guint n_items,
             RelmTestNetworkFlags flags)
{
  gint32 a = g_rand_int_range (random, 0, (gint32) n_items), b = g_rand_int_range (random, 0, (gint32) n_items);
  RelmLink link = { .from = MIN (a, b), .to = MAX (a, b), .lag = random_lag (random), .elapsed = chance (random, 10) };

  if (chance (random, 40))
    link.type = (guint8) g_rand_int_range (random, 0, 4);
  if (flags & RELM_TEST_LOOPS && chance (random, 3))
    link = (RelmLink) { link.to, link.from, link.lag, link.type, link.elapsed };
  return link;
}

static void
add_link (RelmNetwork *network,
          GRand *random,
          RelmTestNetworkFlags flags)
{
  guint n;
  RelmLink link;

  relm_network_get_items (network, &n);
  link = random_link (random, n, flags);
  if (link.from != link.to || flags & RELM_TEST_LOOPS)
    relm_network_add_link (network, &link);
}

static void
add_item (RelmNetwork *network,
          GRand *random,
          RelmTestNetworkFlags flags)
{
  RelmItem item = random_item (random, flags);
  guint n;

  relm_network_get_items (network, &n);
  if (flags & RELM_TEST_SUMMARIES && n > 0 && chance (random, 40))
    item.parent = g_rand_int_range (random, 0, (gint32) MIN (n, 1 + n / 4));
  relm_network_add_item (network, &item);
}

RelmNetwork *
relm_test_random_network_new (GRand *random,
                              guint n_items,
                              guint n_links,
                              RelmTestNetworkFlags flags)
{
  g_autoptr (RelmCalendar) office = relm_calendar_new_office ();
  RelmNetwork *network = relm_network_new (office, START);

  add_calendars (network);
  for (guint i = 0; i < n_items; i++)
    add_item (network, random, flags);
  for (guint i = 0; i < n_links; i++)
    add_link (network, random, flags);
  return network;
}

static void
edit_item (RelmNetwork *network,
           GRand *random,
           RelmTestNetworkFlags flags)
{
  guint n;
  const RelmItem *items = relm_network_get_items (network, &n);
  guint index = (guint) g_rand_int_range (random, 0, (gint32) n);
  RelmItem item = items[index];

  if (chance (random, 60))
    item.duration = random_duration (random);
  else
    {
      item = random_item (random, flags);
      item.parent = items[index].parent;
    }
  relm_network_set_item (network, index, &item);
}

static void
edit_link (RelmNetwork *network,
           GRand *random,
           RelmTestNetworkFlags flags)
{
  guint n;
  const RelmLink *links = relm_network_get_links (network, &n);
  guint index = n > 0 ? (guint) g_rand_int_range (random, 0, (gint32) n) : 0;
  RelmLink link;

  if (n == 0 || chance (random, 30))
    add_link (network, random, flags);
  else if (chance (random, 45))
    relm_network_remove_link (network, index);
  else
    {
      link = links[index];
      link.lag = random_lag (random);
      link.type = (guint8) g_rand_int_range (random, 0, 4);
      relm_network_set_link (network, index, &link);
    }
}

static gboolean
is_linked (RelmNetwork *network,
           gint32 item)
{
  guint n;
  const RelmLink *links = relm_network_get_links (network, &n);

  for (guint i = 0; i < n; i++)
    if (links[i].from == item || links[i].to == item)
      return TRUE;
  return FALSE;
}

static void
remove_links (RelmNetwork *network,
              gint32 item)
{
  guint n;

  relm_network_get_links (network, &n);
  for (guint i = n; i-- > 0;)
    {
      const RelmLink *link = &relm_network_get_links (network, NULL)[i];

      if (link->from == item || link->to == item)
        relm_network_remove_link (network, i);
    }
}

static void
remove_item (RelmNetwork *network,
             GRand *random)
{
  guint n;
  const RelmItem *items = relm_network_get_items (network, &n);
  const gint32 index = g_rand_int_range (random, 0, (gint32) n);

  for (guint i = 0; i < n; i++)
    if (items[i].parent == index)
      return;
  if (chance (random, 50) || !is_linked (network, index))
    {
      remove_links (network, index);
      relm_network_remove_item (network, (guint) index);
    }
}

/* Another calendar comes, or takes the place of one. */
static void
edit_calendars (RelmNetwork *network,
                GRand *random)
{
  g_autoptr (RelmCalendar) office = relm_calendar_new_office ();
  const RelmDate date = relm_date_from_ymd (2027, 1, 1) + g_rand_int_range (random, 0, 60);
  const RelmSpan leave = { date, date + g_rand_int_range (random, 0, 10) };
  g_autoptr (RelmCalendar) calendar = relm_calendar_without (office, &leave, 1, NULL);
  const guint n = relm_network_get_n_calendars (network);
  guint index = (guint) g_rand_int_range (random, 0, (gint32) n);

  if (n >= 8 || chance (random, 30))
    relm_network_set_calendar (network, index, calendar);
  else
    {
      RelmItem item;
      guint n_items;

      relm_network_get_items (network, &n_items);
      index = (guint) g_rand_int_range (random, 0, (gint32) n_items);
      item = relm_network_get_items (network, NULL)[index];
      item.calendar = (guint16) relm_network_append_calendar (network, calendar);
      relm_network_set_item (network, index, &item);
    }
}

static void
edit_structure (RelmNetwork *network,
                GRand *random,
                RelmTestNetworkFlags flags)
{
  guint n;
  const RelmItem *items = relm_network_get_items (network, &n);
  guint index = (guint) g_rand_int_range (random, 0, (gint32) n);
  RelmItem item = items[index];

  if (flags & RELM_TEST_PROGRESS && chance (random, 30))
    relm_network_set_status_time (network, chance (random, 50) ? random_time (random) : RELM_TIME_NONE);
  else if (flags & RELM_TEST_SUMMARIES && index > 0)
    {
      item.parent = chance (random, 40) ? -1 : g_rand_int_range (random, 0, (gint32) (flags & RELM_TEST_LOOPS ? n : index));
      if (item.parent != (gint32) index)
        relm_network_set_item (network, index, &item);
    }
  else if (n < 60)
    add_item (network, random, flags);
  if (n > 20 && chance (random, 20))
    remove_item (network, random);
}

/* Changes one thing, or a few at once. */
void
relm_test_random_network_edit (RelmNetwork *network,
                               GRand *random,
                               RelmTestNetworkFlags flags)
{
  do
    {
      if (chance (random, 60))
        edit_item (network, random, flags);
      else if (chance (random, 95))
        edit_link (network, random, flags);
      else if (chance (random, 70))
        edit_structure (network, random, flags);
      else
        edit_calendars (network, random);
    }
  while (chance (random, 20));
}
