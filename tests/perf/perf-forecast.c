/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A forecast of 10,000 trials over 1,000 items with calendars, on one thread, against the barest loop that draws as many
 * numbers and passes over as many links, without calendars. In processor time.
 */

#include "config.h"

#include <math.h>
#include <time.h>

#include "relm-floor.h"
#include "relm-forecast.h"

#define N_ITEMS 1000
#define N_TRIALS 10000
#define GOAL 3.0

typedef struct
{
  RelmNetwork *network;
  RelmEstimate estimates[N_ITEMS];
  gint32 before[N_ITEMS][2];
} Plan;

static gint64
cpu_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static void
make_plan (Plan *plan)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autoptr (RelmCalendar) office = relm_calendar_new_office ();

  plan->network = relm_network_new (office, relm_time_from_date (relm_date_from_ymd (2027, 1, 4), 480));
  for (gint32 i = 0; i < N_ITEMS; i++)
    {
      RelmItem item = RELM_ITEM_INIT;

      item.duration = g_rand_int_range (random, 4, 41) * 60;
      relm_network_add_item (plan->network, &item);
      plan->estimates[i] = (RelmEstimate) { i, item.duration / 2, item.duration, item.duration * 2 };
      for (guint j = 0; j < 2; j++)
        {
          plan->before[i][j] = i > 0 ? i - 1 - g_rand_int_range (random, 0, MIN (i, 50)) : 0;
          if (i > 0)
            relm_network_add_link (plan->network, &(RelmLink) { .from = plan->before[i][j], .to = i });
        }
    }
}

static double
bare_duration (const RelmEstimate *estimate,
               guint64 *state)
{
  guint64 z = *state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  double low = estimate->optimistic, width = estimate->pessimistic - low, left = estimate->likely - low, chance;

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  chance = (double) ((z ^ (z >> 31)) >> 11) * 0x1p-53;
  return chance * width < left ? low + sqrt (chance * width * left) : low + width - sqrt ((1 - chance) * width * (width - left));
}

static double
bare_loop (const Plan *plan)
{
  double finish[N_ITEMS], sum = 0;
  guint64 state = 1;

  for (guint trial = 0; trial < N_TRIALS; trial++)
    {
      finish[0] = bare_duration (&plan->estimates[0], &state);
      for (guint i = 1; i < N_ITEMS; i++)
        finish[i] = MAX (finish[plan->before[i][0]], finish[plan->before[i][1]]) + bare_duration (&plan->estimates[i], &state);
      sum += finish[N_ITEMS - 1];
    }
  return sum;
}

int
main (int argc,
      char **argv)
{
  RelmForecastOptions options = { .n_trials = N_TRIALS, .n_threads = 1, .seed = 1, .spread = 0.3 };
  gint64 times[RELM_FLOOR_ROUNDS], floors[RELM_FLOOR_ROUNDS];
  Plan plan;

  make_plan (&plan);
  for (guint i = 0; i < RELM_FLOOR_ROUNDS; i++)
    {
      gint64 begin = cpu_time ();

      g_assert_cmpfloat (bare_loop (&plan), >, 0);
      floors[i] = cpu_time () - begin;
      begin = cpu_time ();
      relm_forecast_free (relm_forecast_new (plan.network, RELM_FORECAST_ALL, plan.estimates, N_ITEMS, &options));
      times[i] = cpu_time () - begin;
    }
  relm_floor_report ("A forecast, 10,000 trials of 1,000 items", "a bare loop without calendars", times, floors, GOAL);
  relm_network_free (plan.network);
  return 0;
}
