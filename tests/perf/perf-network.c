/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Schedules or levels a network that perf-peers.py gives to other programs as well. Reads from its standard input numbers: how many
 * items, and of each its minutes and its person (-1 for nobody); how many links, and of each what comes first and what comes after.
 * “schedule” prints the microseconds of a full run, and the finish of each item in minutes after the start; “level” the
 * microseconds, and by how many minutes after the start all is done.
 */

#include "config.h"

#include <stdio.h>

#include "relm-floor.h"
#include "relm-levelling.h"

#define START (relm_time_from_date (relm_date_from_ymd (2027, 1, 4), 0))
#define PLAN_NODES 3000000 /* as the window has it */

static int
read_number (void)
{
  int number;

  if (scanf ("%d", &number) != 1)
    g_error ("a number is missing");
  return number;
}

static RelmNetwork *
read_network (RelmCalendar *calendar,
              GArray *assignments)
{
  RelmNetwork *network = relm_network_new (calendar, START);
  const int n_items = read_number ();
  int n_links;

  for (int i = 0; i < n_items; i++)
    {
      RelmItem item = RELM_ITEM_INIT;
      RelmAssignment assignment = { i, -1, 1 };

      item.duration = read_number ();
      assignment.resource = read_number ();
      relm_network_add_item (network, &item);
      if (assignment.resource >= 0)
        g_array_append_val (assignments, assignment);
    }
  n_links = read_number ();
  for (int i = 0; i < n_links; i++)
    {
      RelmLink link = { .type = RELM_LINK_FS };

      link.from = read_number ();
      link.to = read_number ();
      relm_network_add_link (network, &link);
    }
  return network;
}

static void
measure_schedule (RelmNetwork *network)
{
  g_autoptr (RelmSchedule) schedule = relm_schedule_new (network);
  gint64 times[RELM_FLOOR_ROUNDS];
  guint n_items;

  for (guint i = 0; i < RELM_FLOOR_ROUNDS; i++)
    {
      g_autoptr (RelmSchedule) fresh = relm_schedule_new (network);
      const gint64 start = g_get_monotonic_time ();

      relm_schedule_run (fresh);
      times[i] = g_get_monotonic_time () - start;
    }
  relm_schedule_run (schedule);
  g_print ("%" G_GINT64_FORMAT "\n", relm_floor_median (times, RELM_FLOOR_ROUNDS));
  relm_network_get_items (network, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      RelmItemDates dates;

      relm_schedule_get_dates (schedule, i, &dates);
      g_print ("%d\n", dates.finish - START);
    }
}

static void
measure_levelling (RelmNetwork *network,
                   RelmCalendar *calendar,
                   GArray *assignments)
{
  g_autoptr (RelmSchedule) schedule = relm_schedule_new (network);
  g_autoptr (RelmLevelling) levelling = NULL;
  RelmResource people[64];
  RelmLevelRequest request = { (const RelmAssignment *) assignments->data, assignments->len, people, G_N_ELEMENTS (people), NULL, 0, 1, 1, NULL, NULL };
  gint64 time = g_get_monotonic_time ();
  guint n_items;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    people[i] = (RelmResource) { calendar, 1 };
  relm_network_get_items (network, &n_items);
  request.n_plans = CLAMP (PLAN_NODES / MAX (n_items, 1), 60, 5000);
  relm_schedule_run (schedule);
  levelling = relm_levelling_new (schedule, &request);
  time = g_get_monotonic_time () - time;
  g_print ("%" G_GINT64_FORMAT "\n%d\n", time, relm_schedule_get_finish (levelling->schedule) - START);
}

int
main (int argc,
      char **argv)
{
  const gboolean levels = argc > 1 && g_str_equal (argv[1], "level");
  g_autoptr (RelmCalendar) calendar = levels ? relm_calendar_new_always () : relm_calendar_new_office ();
  g_autoptr (GArray) assignments = g_array_new (FALSE, FALSE, sizeof (RelmAssignment));
  g_autoptr (RelmNetwork) network = read_network (calendar, assignments);

  if (levels)
    measure_levelling (network, calendar, assignments);
  else
    measure_schedule (network);
  return 0;
}
