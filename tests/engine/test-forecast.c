/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Forecasts are the same whatever the threads, agree with what can be computed by hand, and widen with the shared factor.
 */

#include "config.h"

#include "relm-forecast.h"

#define DAY 480
#define N_ITEMS 30

static RelmTime
start (void)
{
  return relm_time_from_date (relm_date_from_ymd (2026, 11, 23), 0);
}

/* A chain, around the clock, so that the end is the sum. */
static RelmNetwork *
make_chain (RelmEstimate *estimates)
{
  g_autoptr (RelmCalendar) always = relm_calendar_new_always ();
  RelmNetwork *network = relm_network_new (always, start ());
  RelmItem item = RELM_ITEM_INIT;

  item.duration = 4 * DAY;
  for (gint32 i = 0; i < N_ITEMS; i++)
    {
      relm_network_add_item (network, &item);
      if (i > 0)
        relm_network_add_link (network, &(RelmLink) { .from = i - 1, .to = i });
      estimates[i] = (RelmEstimate) { i, 2 * DAY, 4 * DAY, 9 * DAY };
    }
  return network;
}

static void
test_threads (void)
{
  RelmEstimate estimates[N_ITEMS];
  g_autoptr (RelmNetwork) network = make_chain (estimates);
  RelmForecastOptions options = { .n_trials = 2001, .n_threads = 1, .seed = 11, .spread = 0.3 };
  g_autoptr (RelmForecast) one = relm_forecast_new (network, RELM_FORECAST_ALL, estimates, N_ITEMS, &options);
  g_autoptr (RelmForecast) three = NULL;

  options.n_threads = 3;
  three = relm_forecast_new (network, RELM_FORECAST_ALL, estimates, N_ITEMS, &options);
  for (guint i = 1; i <= 100; i++)
    g_assert_cmpint (relm_forecast_get_percentile (one, i), ==, relm_forecast_get_percentile (three, i));
}

/* The mean of a triangle is a third of the sum of its corners, its variance (a² + b² + c² - ab - ac - bc) / 18. */
static void
test_by_hand (void)
{
  RelmEstimate estimates[N_ITEMS];
  g_autoptr (RelmNetwork) network = make_chain (estimates);
  RelmForecastOptions options = { .n_trials = 20000, .n_threads = 2, .seed = 3 };
  g_autoptr (RelmForecast) forecast = relm_forecast_new (network, RELM_FORECAST_ALL, estimates, N_ITEMS, &options);
  double mean = N_ITEMS * 5.0 * DAY, deviation = 8.062 * DAY; /* sqrt (30 * 39 / 18) days */
  double middle = relm_forecast_get_percentile (forecast, 50) - start ();

  g_assert_cmpfloat_with_epsilon (middle / mean, 1, 0.01);
  g_assert_cmpfloat_with_epsilon ((relm_forecast_get_percentile (forecast, 84) - start () - middle) / deviation, 1, 0.05);
  g_assert_cmpuint (relm_forecast_get_chance (forecast, relm_forecast_get_percentile (forecast, 85)), ==, 85);
  g_assert_cmpuint (relm_forecast_get_chance (forecast, start ()), ==, 0);
  g_assert_cmpuint (relm_forecast_get_chance (forecast, RELM_TIME_MAX), ==, 100);
}

static void
test_shared (void)
{
  RelmEstimate estimates[N_ITEMS];
  g_autoptr (RelmNetwork) network = make_chain (estimates);
  RelmForecastOptions options = { .n_trials = 5000, .n_threads = 2, .seed = 3 };
  g_autoptr (RelmForecast) apart = relm_forecast_new (network, RELM_FORECAST_ALL, estimates, N_ITEMS, &options);
  g_autoptr (RelmForecast) together = NULL;

  options.spread = 0.3;
  together = relm_forecast_new (network, RELM_FORECAST_ALL, estimates, N_ITEMS, &options);
  g_assert_cmpint (relm_forecast_get_percentile (together, 85) - relm_forecast_get_percentile (together, 50), >,
                   2 * (relm_forecast_get_percentile (apart, 85) - relm_forecast_get_percentile (apart, 50)));
}

static void
test_progress (void)
{
  RelmEstimate estimates[N_ITEMS];
  g_autoptr (RelmNetwork) network = make_chain (estimates);
  RelmForecastOptions options = { .n_trials = 200, .n_threads = 1, .seed = 3 };
  g_autoptr (RelmForecast) forecast = NULL;

  for (guint i = 0; i < N_ITEMS; i++)
    {
      RelmItem item = relm_network_get_items (network, NULL)[i];

      item.actual_start = start ();
      item.actual_finish = start () + 100;
      relm_network_set_item (network, i, &item);
    }
  forecast = relm_forecast_new (network, RELM_FORECAST_ALL, estimates, N_ITEMS, &options);
  g_assert_cmpint (relm_forecast_get_percentile (forecast, 1), ==, start () + 100);
  g_assert_cmpint (relm_forecast_get_percentile (forecast, 100), ==, start () + 100);
  g_assert_null (relm_forecast_new (network, RELM_FORECAST_ALL, estimates, RELM_FORECAST_MIN_ESTIMATES - 1, &options));
}

/* The finish of an item in the middle of the chain is not that of its end. */
static void
test_item (void)
{
  RelmEstimate estimates[N_ITEMS];
  g_autoptr (RelmNetwork) network = make_chain (estimates);
  RelmForecastOptions options = { .n_trials = 2000, .n_threads = 2, .seed = 3 };
  g_autoptr (RelmForecast) all = relm_forecast_new (network, RELM_FORECAST_ALL, estimates, N_ITEMS, &options);
  g_autoptr (RelmForecast) last = relm_forecast_new (network, N_ITEMS - 1, estimates, N_ITEMS, &options);
  g_autoptr (RelmForecast) middle = relm_forecast_new (network, N_ITEMS / 2 - 1, estimates, N_ITEMS, &options);
  double half = relm_forecast_get_percentile (middle, 50) - start ();

  g_assert_cmpint (relm_forecast_get_percentile (all, 85), ==, relm_forecast_get_percentile (last, 85));
  g_assert_cmpfloat_with_epsilon (half / (N_ITEMS / 2 * 5.0 * DAY), 1, 0.02);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/forecast/threads", test_threads);
  g_test_add_func ("/engine/forecast/by-hand", test_by_hand);
  g_test_add_func ("/engine/forecast/shared", test_shared);
  g_test_add_func ("/engine/forecast/progress", test_progress);
  g_test_add_func ("/engine/forecast/item", test_item);
  return g_test_run ();
}
