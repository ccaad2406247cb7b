/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Levelling of schedules: nobody is needed more than they are there, nothing that is fixed moves, and links hold.
 */

#include "config.h"

#include "relm-levelling.h"
#include "relm-load-profile.h"
#include "relm-test-random-network.h"

#define N_NETWORKS 60
#define N_ITEMS 24
#define N_PEOPLE 4
#define FIRST_DAY (relm_date_from_ymd (2025, 1, 1))

#define LATE_FLAGS (RELM_TEST_PROGRESS | RELM_TEST_LIMITS | RELM_TEST_SUMMARIES)

static gboolean
may_move (const RelmItem *item)
{
  return !(item->flags & RELM_ITEM_PINNED) && item->actual_start == RELM_TIME_NONE && item->constraint != RELM_CONSTRAINT_MUST_START &&
         item->constraint != RELM_CONSTRAINT_MUST_FINISH && item->constraint != RELM_CONSTRAINT_ALAP;
}

/* May be held back as long as it takes. */
static gboolean
may_wait (const RelmItem *item)
{
  return may_move (item) && item->constraint != RELM_CONSTRAINT_START_NO_LATER && item->constraint != RELM_CONSTRAINT_FINISH_NO_LATER;
}

/* What was held back before, and is not any more, has nothing to hold it. */
static void
adopt (RelmNetwork *network,
       GArray *moves)
{
  for (guint i = 0; i < moves->len; i++)
    {
      const RelmLevelMove *move = &g_array_index (moves, RelmLevelMove, i);
      RelmItem item = relm_network_get_items (network, NULL)[move->item];

      item.not_before = move->not_before;
      relm_network_set_item (network, (guint) move->item, &item);
    }
}

static gboolean
is_summary (RelmNetwork *network,
            gint32 item)
{
  guint n;
  const RelmItem *items = relm_network_get_items (network, &n);

  for (guint i = 0; i < n; i++)
    if (items[i].parent == item)
      return TRUE;
  return FALSE;
}

static RelmLoadNeed
need_of (RelmSchedule *schedule,
         RelmNetwork *network,
         const RelmAssignment *assignment,
         const RelmResource *resources)
{
  const RelmItem *item = &relm_network_get_items (network, NULL)[assignment->item];
  RelmItemDates dates;

  relm_schedule_get_dates (schedule, (guint) assignment->item, &dates);
  return (RelmLoadNeed) {
    item->flags & RELM_ITEM_ELAPSED ? NULL : relm_network_get_calendar (network, item->calendar),
    dates.start,
    dates.finish,
    MIN (assignment->units, resources[assignment->resource].units),
  };
}

/* Neither what has parts, nor what was in its place first, or had to come to it later because it may not be late. */
static gboolean
counts (RelmNetwork *network,
        gint32 item)
{
  const RelmItem *input = &relm_network_get_items (network, NULL)[item];

  return !is_summary (network, item) && (may_wait (input) || !may_move (input));
}

/* A day is overfull only because of what may not wait, or of one item that alone needs more than there is. */
static void
check_loads (RelmSchedule *schedule,
             RelmNetwork *network,
             const RelmAssignment *assignments,
             const RelmResource *resources,
             guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const RelmResource *resource = &resources[assignments[i].resource];
      const RelmLoadNeed need = need_of (schedule, network, &assignments[i], resources);
      g_autoptr (RelmLoadProfile) others = relm_load_profile_new (resource->calendar, resource->units, FIRST_DAY);

      if (!may_wait (&relm_network_get_items (network, NULL)[assignments[i].item]) || is_summary (network, assignments[i].item))
        continue;
      for (guint j = 0; j < n; j++)
        if (j != i && assignments[j].resource == assignments[i].resource && counts (network, assignments[j].item))
          {
            const RelmLoadNeed other = need_of (schedule, network, &assignments[j], resources);

            relm_load_profile_take (others, &other);
          }
      g_assert_cmpint (relm_load_profile_find_obstacle (others, &need), ==, RELM_DATE_NONE);
    }
}

static void
check_moves (RelmNetwork *network,
             GArray *moves)
{
  for (guint i = 0; i < moves->len; i++)
    {
      const RelmLevelMove *move = &g_array_index (moves, RelmLevelMove, i);
      const RelmItem *item = &relm_network_get_items (network, NULL)[move->item];

      if (move->not_before == RELM_TIME_NONE)
        continue;
      g_assert_true (may_move (item));
      g_assert_cmpint (relm_time_get_minute (move->not_before), ==, 0);
      g_assert_cmpint (move->day, !=, RELM_DATE_NONE);
      g_assert_cmpint (move->resource, >=, 0);
    }
}

static void
level_network (guint seed,
               RelmTestNetworkFlags flags)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (RelmNetwork) network = relm_test_random_network_new (random, N_ITEMS, 20, flags);
  g_autoptr (RelmSchedule) schedule = relm_schedule_new (network);
  g_autoptr (RelmLevelling) levelling = NULL, again = NULL, settled = NULL;
  RelmResource resources[N_PEOPLE];
  RelmAssignment assignments[N_ITEMS];
  RelmLevelRequest request = { assignments, N_ITEMS, resources, N_PEOPLE, NULL, 0, 60, 1, NULL, NULL };

  for (guint i = 0; i < N_PEOPLE; i++)
    resources[i] = (RelmResource) { relm_network_get_calendar (network, i % 3), i == 0 ? 50 : 100 };
  for (guint i = 0; i < N_ITEMS; i++)
    assignments[i] = (RelmAssignment) { (gint32) i, g_rand_int_range (random, 0, N_PEOPLE), g_rand_int_range (random, 1, 5) * 25 };
  relm_schedule_update (schedule);
  levelling = relm_levelling_new (schedule, &request);
  again = relm_levelling_new (schedule, &request);
  g_assert_cmpmem (levelling->moves->data, levelling->moves->len * sizeof (RelmLevelMove), again->moves->data,
                   again->moves->len * sizeof (RelmLevelMove));
  check_moves (network, levelling->moves);
  adopt (network, levelling->moves);
  relm_schedule_update (schedule);
  check_loads (schedule, network, assignments, resources, N_ITEMS);
  /* What is level stays as it is. */
  settled = relm_levelling_new (schedule, &request);
  g_assert_cmpuint (settled->moves->len, ==, 0);
}

static void
test_people (void)
{
  for (guint i = 0; i < N_NETWORKS; i++)
    level_network (i, i % 3 == 0 ? 0 : i % 3 == 1 ? RELM_TEST_PROGRESS : LATE_FLAGS);
}

typedef struct
{
  RelmCalendar *office;
  RelmNetwork *network;
  RelmSchedule *schedule;
  RelmResource resources[1];
  RelmLevelRequest request;
} Plan;

#define MONDAY (relm_date_from_ymd (2026, 11, 23))

static void
set_up (Plan *plan,
        gconstpointer data)
{
  plan->office = relm_calendar_new_office ();
  plan->network = relm_network_new (plan->office, relm_time_from_date (MONDAY, 480));
  plan->schedule = relm_schedule_new (plan->network);
  plan->resources[0] = (RelmResource) { plan->office, 100 };
  plan->request = (RelmLevelRequest) { .resources = plan->resources, .n_resources = 1, .n_plans = 200, .seed = 1 };
}

static void
tear_down (Plan *plan,
           gconstpointer data)
{
  relm_schedule_free (plan->schedule);
  relm_network_free (plan->network);
  relm_calendar_unref (plan->office);
}

static void
add (Plan *plan,
     gint32 duration,
     RelmTime deadline)
{
  RelmItem item = RELM_ITEM_INIT;

  item.duration = duration;
  item.deadline = deadline;
  relm_network_add_item (plan->network, &item);
}

static RelmSpan
level (Plan *plan,
       const RelmAssignment *assignments,
       guint n,
       guint item)
{
  g_autoptr (RelmLevelling) levelling = NULL;
  RelmItemDates dates;

  relm_schedule_update (plan->schedule);
  plan->request.assignments = assignments;
  plan->request.n_assignments = n;
  levelling = relm_levelling_new (plan->schedule, &plan->request);
  relm_schedule_get_dates (levelling->schedule, item, &dates);
  return (RelmSpan) { relm_time_get_date (dates.start), relm_time_get_date (dates.finish - 1) };
}

/* Three items of a day for two people who are one resource: the third waits for a place, and not the one that others wait for. */
static void
test_small (Plan *plan,
            gconstpointer data)
{
  const RelmAssignment assignments[] = { { 0, 0, 1 }, { 1, 0, 1 }, { 2, 0, 1 } };

  for (guint i = 0; i < 4; i++)
    add (plan, 480, RELM_TIME_NONE);
  relm_network_add_link (plan->network, &(RelmLink) { .from = 0, .to = 3 });
  plan->resources[0].units = 2;
  g_assert_cmpint (level (plan, assignments, 3, 0).start, ==, MONDAY);
  g_assert_cmpint (level (plan, assignments, 3, 3).start, ==, MONDAY + 1);
  g_assert_cmpint (MAX (level (plan, assignments, 3, 1).start, level (plan, assignments, 3, 2).start), ==, MONDAY + 1);
}

/* Two half days are a day. Half a person does half of it at a time. */
static void
test_shares (Plan *plan,
             gconstpointer data)
{
  const RelmAssignment whole[] = { { 0, 0, 100 }, { 1, 0, 100 }, { 2, 0, 100 } };
  const RelmAssignment halves[] = { { 0, 0, 50 }, { 1, 0, 50 }, { 2, 0, 50 } };

  for (guint i = 0; i < 3; i++)
    add (plan, 240, RELM_TIME_NONE);
  g_assert_cmpint (level (plan, whole, 2, 1).start, ==, MONDAY);
  g_assert_cmpint (MAX (level (plan, whole, 3, 1).start, level (plan, whole, 3, 2).start), ==, MONDAY + 1);
  g_assert_cmpint (level (plan, halves, 3, 2).start, ==, MONDAY);
  plan->resources[0].units = 50;
  g_assert_cmpint (MAX (level (plan, halves, 3, 1).start, level (plan, halves, 3, 2).start), ==, MONDAY + 1);
}

/* What has to be done by a time is not held back for what has not; a plan of the same length is no comfort. */
static void
test_deadline (Plan *plan,
               gconstpointer data)
{
  const RelmAssignment assignments[] = { { 0, 0, 100 }, { 1, 0, 100 }, { 2, 0, 100 } };

  add (plan, 480, RELM_TIME_NONE);
  add (plan, 480, RELM_TIME_NONE);
  add (plan, 960, relm_time_from_date (MONDAY + 2, 0));
  g_assert_cmpint (level (plan, assignments, 3, 2).start, ==, MONDAY);
  g_assert_cmpint (MIN (level (plan, assignments, 3, 0).start, level (plan, assignments, 3, 1).start), ==, MONDAY + 2);
}

/* What has to move does not move into days that are closed to it, nor over a weekend into the next ones. */
static void
test_closure (Plan *plan,
              gconstpointer data)
{
  const RelmAssignment assignments[] = { { 0, 0, 100 }, { 1, 0, 100 } };
  const RelmLevelClosure closures[] = { { 0, { MONDAY, MONDAY + 1 } }, { 1, { MONDAY + 1, MONDAY + 4 } } };

  add (plan, 480, relm_time_from_date (MONDAY + 1, 0));
  add (plan, 480, RELM_TIME_NONE);
  plan->request.closures = closures;
  plan->request.n_closures = 2;
  g_assert_cmpint (level (plan, assignments, 2, 0).start, ==, MONDAY);
  g_assert_cmpint (level (plan, assignments, 2, 1).start, ==, MONDAY + 7);
}

static gboolean
refuse (double progress,
        gpointer data)
{
  (*(guint *) data)++;
  return FALSE;
}

/* Whoever loses patience gets a level plan all the same. */
static void
test_cancel (Plan *plan,
             gconstpointer data)
{
  const RelmAssignment assignments[] = { { 0, 0, 100 }, { 1, 0, 100 } };
  guint n = 0;

  add (plan, 480, RELM_TIME_NONE);
  add (plan, 480, RELM_TIME_NONE);
  plan->request.go_on = refuse;
  plan->request.data = &n;
  g_assert_cmpint (level (plan, assignments, 2, 0).start + level (plan, assignments, 2, 1).start, ==, 2 * MONDAY + 1);
  g_assert_cmpuint (n, >, 0);
}

/* There are 3 times as many items as the search takes. */
static void
test_large (Plan *plan,
            gconstpointer data)
{
  const guint n = 200000;
  g_autofree RelmAssignment *assignments = g_new (RelmAssignment, n);

  for (guint i = 0; i < n; i++)
    {
      add (plan, 480, RELM_TIME_NONE);
      assignments[i] = (RelmAssignment) { (gint32) i, 0, 1 };
    }
  plan->resources[0].units = 20000;
  plan->request.n_plans = 1;
  g_assert_cmpint (level (plan, assignments, n, n - 1).start, ==, MONDAY + 11);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/engine/levelling/" name, Plan, NULL, set_up, function, tear_down)
  ADD ("small", test_small);
  ADD ("shares", test_shares);
  ADD ("deadline", test_deadline);
  ADD ("closure", test_closure);
  ADD ("cancel", test_cancel);
  ADD ("large", test_large);
#undef ADD
  g_test_add_func ("/engine/levelling/people", test_people);
  return g_test_run ();
}
