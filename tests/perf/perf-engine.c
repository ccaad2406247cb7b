/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A plan of 100,000 items and 200,000 links: what computing every date and float over calendars costs, against the plainest
 * pass over arrays that computes the same without calendars; and what following the move of one item costs.
 */

#include "config.h"

#include <time.h>

#include "relm-floor.h"
#include "relm-schedule.h"

#define N_ITEMS 100000
#define N_LINKS 200000
#define REACH 200 /* a link comes from one of so many items before */
#define GOAL 3.0
#define RANKING_GOAL 40.0
#define N_EDITS 2000
#define EDIT_GOAL 8000 /* microseconds, at the 99th percentile */

/* The plan once more, as the arrays of the floor. */
typedef struct
{
  gint32 *duration;
  guint *begin; /* N_ITEMS + 1, of the links into an item */
  gint32 *from;
  gint32 *lag;
  guint8 *type;
  gint32 *start, *finish, *late_start, *late_finish, *free_float;
} Plain;

/* Microseconds of this thread alone: what else the machine does is no part of the ratio. */
static gint64
cpu_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

/* @own: of ten items, how many have a calendar of their own. */
static RelmNetwork *
make_network (int own)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (RelmCalendar) office = relm_calendar_new_office ();
  RelmNetwork *network = relm_network_new (office, relm_time_from_date (relm_date_from_ymd (2027, 1, 4), 480));

  for (guint i = 1; i < 8; i++)
    {
      RelmSpan leave[12];
      g_autoptr (RelmCalendar) calendar = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (leave); j++)
        leave[j].start = leave[j].finish = relm_date_from_ymd (2027 + (int) j / 2, 1 + g_rand_int_range (random, 0, 12), (int) i);
      calendar = relm_calendar_without (office, leave, G_N_ELEMENTS (leave), NULL);
      relm_network_add_calendar (network, calendar);
    }
  for (guint i = 0; i < N_ITEMS; i++)
    {
      RelmItem item = RELM_ITEM_INIT;

      item.duration = g_rand_int_range (random, 4, 41) * 60;
      item.calendar = (guint16) (g_rand_int_range (random, 0, 10) >= own ? 0 : g_rand_int_range (random, 1, 8));
      relm_network_add_item (network, &item);
    }
  for (guint i = 0; i < N_LINKS; i++)
    {
      gint32 to = 1 + (gint32) (i / 2) % (N_ITEMS - 1);
      RelmLink link = { .from = to - 1 - g_rand_int_range (random, 0, MIN (to, REACH)), .to = to };

      if (g_rand_int_range (random, 0, 10) < 2)
        {
          link.type = (guint8) g_rand_int_range (random, 0, 4);
          link.lag = g_rand_int_range (random, 0, 3) * 480;
        }
      relm_network_add_link (network, &link);
    }
  return network;
}

static Plain
make_plain (RelmNetwork *network)
{
  const RelmItem *items = relm_network_get_items (network, NULL);
  const RelmLink *links = relm_network_get_links (network, NULL);
  g_autofree guint *next = NULL;
  Plain plain = { .duration = g_new (gint32, N_ITEMS), .begin = g_new0 (guint, N_ITEMS + 1), .from = g_new (gint32, N_LINKS),
                  .lag = g_new (gint32, N_LINKS), .type = g_new (guint8, N_LINKS), .start = g_new0 (gint32, N_ITEMS),
                  .finish = g_new0 (gint32, N_ITEMS), .late_start = g_new0 (gint32, N_ITEMS), .late_finish = g_new0 (gint32, N_ITEMS),
                  .free_float = g_new0 (gint32, N_ITEMS) };

  for (guint i = 0; i < N_ITEMS; i++)
    plain.duration[i] = items[i].duration;
  for (guint i = 0; i < N_LINKS; i++)
    plain.begin[links[i].to + 1]++;
  for (guint i = 0; i < N_ITEMS; i++)
    plain.begin[i + 1] += plain.begin[i];
  next = g_memdup2 (plain.begin, N_ITEMS * sizeof *next);
  for (guint i = 0; i < N_LINKS; i++)
    {
      guint at = next[links[i].to]++;

      plain.from[at] = links[i].from;
      plain.lag[at] = links[i].lag;
      plain.type[at] = links[i].type;
    }
  return plain;
}

static void
free_plain (Plain *plain)
{
  g_free (plain->duration);
  g_free (plain->begin);
  g_free (plain->from);
  g_free (plain->lag);
  g_free (plain->type);
  g_free (plain->start);
  g_free (plain->finish);
  g_free (plain->late_start);
  g_free (plain->late_finish);
  g_free (plain->free_float);
}

static gint32
plain_forward (const Plain *plain)
{
  gint32 end = 0;

  for (guint i = 0; i < N_ITEMS; i++)
    {
      gint32 start = 0;

      for (guint j = plain->begin[i]; j < plain->begin[i + 1]; j++)
        {
          gint32 from = plain->from[j], asked = plain->lag[j];

          asked += plain->type[j] == RELM_LINK_FS || plain->type[j] == RELM_LINK_FF ? plain->finish[from] : plain->start[from];
          asked -= plain->type[j] == RELM_LINK_FF || plain->type[j] == RELM_LINK_SF ? plain->duration[i] : 0;
          start = MAX (start, asked);
        }
      plain->start[i] = start;
      plain->finish[i] = start + plain->duration[i];
      end = MAX (end, plain->finish[i]);
    }
  return end;
}

static void
plain_backward (const Plain *plain,
                gint32 end)
{
  for (guint i = 0; i < N_ITEMS; i++)
    plain->late_finish[i] = plain->free_float[i] = end;
  for (guint i = N_ITEMS; i-- > 0;)
    {
      plain->late_start[i] = plain->late_finish[i] - plain->duration[i];
      for (guint j = plain->begin[i]; j < plain->begin[i + 1]; j++)
        {
          gboolean to_start = plain->type[j] == RELM_LINK_FS || plain->type[j] == RELM_LINK_SS;
          gboolean from_start = plain->type[j] == RELM_LINK_SS || plain->type[j] == RELM_LINK_SF;
          gint32 from = plain->from[j], asked = -plain->lag[j], slip = -plain->lag[j];

          asked += (to_start ? plain->late_start[i] : plain->late_finish[i]) + (from_start ? plain->duration[from] : 0);
          slip += (to_start ? plain->start[i] : plain->finish[i]) - (from_start ? plain->start[from] : plain->finish[from]);
          plain->late_finish[from] = MIN (plain->late_finish[from], asked);
          plain->free_float[from] = MIN (plain->free_float[from], slip);
        }
    }
}

static void
measure_full (const char *what,
              RelmSchedule *schedule,
              const Plain *plain)
{
  gint64 times[RELM_FLOOR_ROUNDS], floors[RELM_FLOOR_ROUNDS];

  for (guint i = 0; i < RELM_FLOOR_ROUNDS; i++)
    {
      gint64 start = cpu_time ();

      plain_backward (plain, plain_forward (plain));
      floors[i] = cpu_time () - start;
      start = cpu_time ();
      relm_schedule_run (schedule);
      times[i] = cpu_time () - start;
    }
  relm_floor_report (what, "a plain pass without calendars", times, floors, GOAL);
}

static void
measure_from_nothing (RelmNetwork *network,
                      const Plain *plain)
{
  gint64 times[RELM_FLOOR_ROUNDS], floors[RELM_FLOOR_ROUNDS];

  for (guint i = 0; i < RELM_FLOOR_ROUNDS; i++)
    {
      gint64 start = cpu_time ();
      g_autoptr (RelmSchedule) schedule = relm_schedule_new (network);

      relm_schedule_run (schedule);
      times[i] = cpu_time () - start;
      start = cpu_time ();
      plain_backward (plain, plain_forward (plain));
      floors[i] = cpu_time () - start;
    }
  relm_floor_report ("The same, with ranking the network", "a plain pass without calendars", times, floors, RANKING_GOAL);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* One item after another takes another duration. */
static void
measure_edits (RelmNetwork *network,
               RelmSchedule *schedule)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint64 n_nodes = 0;

  relm_schedule_update (schedule);
  for (guint i = 0; i < N_EDITS; i++)
    {
      guint index = (guint) g_rand_int_range (random, 0, N_ITEMS);
      RelmItem item = relm_network_get_items (network, NULL)[index];
      gint64 start;

      item.duration = g_rand_int_range (random, 4, 41) * 60;
      relm_network_set_item (network, index, &item);
      start = cpu_time ();
      n_nodes += relm_schedule_update (schedule);
      start = cpu_time () - start;
      g_array_append_val (times, start);
    }
  g_array_sort (times, compare_times);
  g_print ("An edit followed, 99th percentile: %" G_GINT64_FORMAT " us (median %" G_GINT64_FORMAT ", at most %" G_GINT64_FORMAT
           ", %" G_GUINT64_FORMAT " nodes on average), the goal is %d us\n",
           g_array_index (times, gint64, N_EDITS * 99 / 100), g_array_index (times, gint64, N_EDITS / 2),
           g_array_index (times, gint64, N_EDITS - 1), n_nodes / N_EDITS, EDIT_GOAL);
  g_assert_cmpint (g_array_index (times, gint64, N_EDITS * 99 / 100), <=, 4 * EDIT_GOAL);
}

static void
measure_plan (const char *what,
              int own)
{
  g_autoptr (RelmNetwork) network = make_network (own);
  g_autoptr (RelmSchedule) schedule = relm_schedule_new (network);
  Plain plain = make_plain (network);

  relm_schedule_run (schedule);
  measure_full (what, schedule, &plain);
  if (own == 0)
    {
      measure_from_nothing (network, &plain);
      measure_edits (network, schedule);
    }
  free_plain (&plain);
}

int
main (int argc,
      char **argv)
{
  measure_plan ("Full schedule over one calendar", 0);
  measure_plan ("Full schedule, a tenth of the items with calendars of their own", 1);
  measure_plan ("Full schedule, all items with one of eight calendars", 10);
  return 0;
}
