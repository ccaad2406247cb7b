/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Levelling of schedules: nobody is needed more than they are there, nothing that is fixed moves, and links hold.
 */

#include "config.h"

#include "relm-levelling.h"
#include "relm-test-random-network.h"

#define N_NETWORKS 60
#define N_ITEMS 24
#define N_PEOPLE 4

static gboolean
may_move (const RelmItem *item)
{
  return !(item->flags & RELM_ITEM_PINNED) && item->actual_start == RELM_TIME_NONE && item->constraint != RELM_CONSTRAINT_MUST_START &&
         item->constraint != RELM_CONSTRAINT_MUST_FINISH;
}

static void
adopt (RelmNetwork *network,
       GArray *moves)
{
  for (guint i = 0; i < moves->len; i++)
    {
      const RelmLevelMove *move = &g_array_index (moves, RelmLevelMove, i);
      RelmItem item = relm_network_get_items (network, NULL)[move->item];

      g_assert_true (may_move (&item));
      g_assert_cmpint (move->after, >=, move->before);
      item.not_before = move->after;
      relm_network_set_item (network, (guint) move->item, &item);
    }
}

/* Two items of one person overlap only where neither may move. */
static void
check_overlaps (RelmSchedule *schedule,
                const RelmItem *items,
                const RelmAssignment *assignments,
                guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        RelmItemDates a, b;

        if (assignments[i].resource != assignments[j].resource)
          continue;
        relm_schedule_get_dates (schedule, (guint) assignments[i].item, &a);
        relm_schedule_get_dates (schedule, (guint) assignments[j].item, &b);
        if (MAX (a.start, b.start) < MIN (a.finish, b.finish))
          g_assert_false (may_move (&items[assignments[i].item]) || may_move (&items[assignments[j].item]));
      }
}

static void
level_network (guint seed,
               RelmTestNetworkFlags flags)
{
  static const gint32 capacities[N_PEOPLE] = { 1, 1, 1, 1 };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (RelmNetwork) network = relm_test_random_network_new (random, N_ITEMS, 20, flags);
  g_autoptr (RelmSchedule) schedule = relm_schedule_new (network);
  g_autoptr (GArray) moves = NULL, again = NULL;
  RelmAssignment assignments[N_ITEMS];

  for (guint i = 0; i < N_ITEMS; i++)
    assignments[i] = (RelmAssignment) { (gint32) i, g_rand_int_range (random, 0, N_PEOPLE), 1 };
  relm_schedule_update (schedule);
  moves = relm_schedule_level (schedule, assignments, N_ITEMS, capacities, N_PEOPLE, 100, 1, NULL, NULL);
  again = relm_schedule_level (schedule, assignments, N_ITEMS, capacities, N_PEOPLE, 100, 1, NULL, NULL);
  g_assert_cmpmem (moves->data, moves->len * sizeof (RelmLevelMove), again->data, again->len * sizeof (RelmLevelMove));
  adopt (network, moves);
  relm_schedule_update (schedule);
  check_overlaps (schedule, relm_network_get_items (network, NULL), assignments, N_ITEMS);
}

static void
test_people (void)
{
  for (guint i = 0; i < N_NETWORKS; i++)
    level_network (i, i % 2 == 0 ? 0 : RELM_TEST_PROGRESS);
}

/* Three items of a day for one of two people: the third waits for a place, and what follows it waits too. */
static void
test_small (void)
{
  g_autoptr (RelmCalendar) office = relm_calendar_new_office ();
  RelmTime monday = relm_time_from_date (relm_date_from_ymd (2026, 11, 23), 480);
  g_autoptr (RelmNetwork) network = relm_network_new (office, monday);
  g_autoptr (RelmSchedule) schedule = relm_schedule_new (network);
  RelmAssignment assignments[] = { { 0, 0, 1 }, { 1, 0, 1 }, { 2, 0, 1 } };
  g_autoptr (GArray) moves = NULL;
  RelmItem item = RELM_ITEM_INIT;

  item.duration = 480;
  for (guint i = 0; i < 4; i++)
    relm_network_add_item (network, &item);
  relm_network_add_link (network, &(RelmLink) { .from = 0, .to = 3 });
  relm_schedule_update (schedule);
  moves = relm_schedule_level (schedule, assignments, 3, (gint32[]) { 2 }, 1, 200, 1, NULL, NULL);
  g_assert_cmpuint (moves->len, ==, 1);
  /* Not the one that something waits for. */
  g_assert_cmpint (g_array_index (moves, RelmLevelMove, 0).item, !=, 0);
  adopt (network, moves);
  relm_schedule_update (schedule);
  g_assert_cmpint (relm_schedule_get_finish (schedule), ==, monday + RELM_MINUTES_PER_DAY + 540);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/levelling/small", test_small);
  g_test_add_func ("/engine/levelling/people", test_people);
  return g_test_run ();
}
