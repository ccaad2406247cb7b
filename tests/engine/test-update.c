/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Following edits gives what computing everything anew gives: over random networks, after every random edit.
 * RELM_TEST_EDITS says how many edits.
 */

#include "config.h"

#include "relm-schedule.h"
#include "relm-test-random-network.h"

#define EDITS 20000
#define EDITS_PER_NETWORK 100

static const RelmTestNetworkFlags kinds[] = {
  0,
  RELM_TEST_LIMITS,
  RELM_TEST_PROGRESS,
  RELM_TEST_SUMMARIES,
  RELM_TEST_LIMITS | RELM_TEST_PROGRESS | RELM_TEST_SUMMARIES,
  RELM_TEST_LOOPS | RELM_TEST_SUMMARIES,
  RELM_TEST_LATE | RELM_TEST_SUMMARIES,
  RELM_TEST_LOOPS | RELM_TEST_LIMITS | RELM_TEST_PROGRESS | RELM_TEST_LATE | RELM_TEST_SUMMARIES,
};

static guint64
get_n_edits (void)
{
  const char *text = g_getenv ("RELM_TEST_EDITS");

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : EDITS;
}

static void
compare (RelmSchedule *followed,
         RelmSchedule *anew,
         guint n_items,
         guint seed,
         guint edit)
{
  gboolean same = relm_schedule_get_finish (followed) == relm_schedule_get_finish (anew);

  for (guint i = 0; i < n_items; i++)
    {
      RelmItemDates a, b;

      relm_schedule_get_dates (followed, i, &a);
      relm_schedule_get_dates (anew, i, &b);
      if (a.start == b.start && a.finish == b.finish && a.early_start == b.early_start && a.early_finish == b.early_finish &&
          a.late_start == b.late_start && a.late_finish == b.late_finish && a.total_float == b.total_float &&
          a.free_float == b.free_float && a.critical == b.critical)
        continue;
      same = FALSE;
      g_test_message ("item %u: start %d %d, finish %d %d, late %d %d to %d %d, float %d %d, free %d %d", i, a.start, b.start, a.finish,
                      b.finish, a.late_start, b.late_start, a.late_finish, b.late_finish, a.total_float, b.total_float, a.free_float,
                      b.free_float);
    }
  if (!same)
    g_error ("network %u, edit %u: dates that were followed differ from dates computed anew", seed, edit);
}

/* Dates that the update does not name as changed must be those of before. */
static void
check_changed (RelmSchedule *schedule,
               GArray *before,
               guint n_items)
{
  guint n;
  const gint32 *changed = relm_schedule_get_changed (schedule, &n);
  g_autofree gboolean *named = g_new0 (gboolean, n_items);

  for (guint i = 0; i < n; i++)
    named[changed[i]] = TRUE;
  for (guint i = 0; i < n_items; i++)
    {
      RelmItemDates now, *then;

      relm_schedule_get_dates (schedule, i, &now);
      if (i >= before->len)
        g_array_append_val (before, now);
      then = &g_array_index (before, RelmItemDates, i);
      g_assert_true (named[i] || (then->start == now.start && then->finish == now.finish && then->late_start == now.late_start &&
                                  then->late_finish == now.late_finish && then->free_float == now.free_float));
      *then = now;
    }
}

static void
follow_network (guint seed,
                guint n_edits,
                guint64 *n_nodes,
                guint64 *n_full)
{
  RelmTestNetworkFlags flags = kinds[seed % G_N_ELEMENTS (kinds)];
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n_items = (guint) g_rand_int_range (random, 2, 40);
  g_autoptr (RelmNetwork) network = relm_test_random_network_new (random, n_items, (guint) g_rand_int_range (random, 0, 60), flags);
  g_autoptr (RelmSchedule) schedule = relm_schedule_new (network);
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (RelmItemDates));

  relm_schedule_update (schedule);
  for (guint i = 0; i < n_edits; i++)
    {
      g_autoptr (RelmSchedule) anew = relm_schedule_new (network);

      relm_test_random_network_edit (network, random, flags);
      *n_nodes += relm_schedule_update (schedule);
      relm_schedule_run (anew);
      relm_network_get_items (network, &n_items);
      *n_full += 2 * n_items;
      compare (schedule, anew, n_items, seed, i);
      /* Once more, with windows on the calendars. */
      relm_schedule_run (anew);
      compare (schedule, anew, n_items, seed, i);
      check_changed (schedule, before, n_items);
    }
}

static void
test_equal (void)
{
  guint64 n_edits = get_n_edits (), n_nodes = 0, n_full = 0;
  guint seed = 1;

  for (guint64 done = 0; done < n_edits; done += EDITS_PER_NETWORK, seed++)
    follow_network (seed, EDITS_PER_NETWORK, &n_nodes, &n_full);
  g_test_message ("%" G_GUINT64_FORMAT " edits of %u networks: equal, looking at %.0f %% of what full runs look at", n_edits, seed - 1,
                  100.0 * (double) n_nodes / (double) n_full);
}

/* Without a constraint, a deadline or a date that somebody set there is no negative float. */
static void
test_float (void)
{
  for (guint seed = 0; seed < 400; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (RelmNetwork) network = relm_test_random_network_new (random, 30, 40, seed % 2 == 0 ? 0 : RELM_TEST_SUMMARIES);
      g_autoptr (RelmSchedule) schedule = relm_schedule_new (network);

      relm_schedule_run (schedule);
      for (guint i = 0; i < 30; i++)
        {
          RelmItemDates dates;

          relm_schedule_get_dates (schedule, i, &dates);
          if (dates.total_float < 0)
            g_error ("network %u, item %u: float %d", seed, i, dates.total_float);
          g_assert_cmpint (dates.free_float, >=, 0);
        }
    }
}

/* Networks that once showed a difference, beyond those that are gone through each time. */
static void
test_known (void)
{
  static const guint seeds[] = { 3563 }; /* a lag between calendars, counted from a time on which nobody works */
  guint64 n_nodes = 0, n_full = 0;

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    follow_network (seeds[i], EDITS_PER_NETWORK, &n_nodes, &n_full);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/update/equals-full-run", test_equal);
  g_test_add_func ("/engine/update/known", test_known);
  g_test_add_func ("/engine/update/float", test_float);
  return g_test_run ();
}
