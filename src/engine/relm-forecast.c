/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "relm-draw-private.h"
#include "relm-forecast.h"
#include "relm-schedule-private.h"

struct _RelmForecast
{
  RelmTime *finishes; /* sorted */
  guint n;
};

/* One thread's share of the trials. */
typedef struct
{
  RelmNetwork *network; /* its own copy */
  gint32 item;
  const RelmEstimate *estimates;
  guint n_estimates;
  const RelmForecastOptions *options;
  RelmTime *finishes;
  guint first;
  guint last;
} Share;

/*
 * What draws a duration: the inverse of the distribution function of a triangle. Both sides of the likely value are the same
 * formula, with [1] for the shorter side, so that one is picked without a branch.
 */
typedef struct
{
  gint32 node;
  guint32 key;    /* what is drawn for: the item */
  gboolean plain; /* it has not started, and nothing but links and its duration decides when it does */
  double width;
  double split; /* the width before the likely value */
  double from[2];
  double factor[2];
} Draw;

static void
prepare_draw (Draw *draw,
              const RelmSchedule *schedule,
              const RelmEstimate *estimate)
{
  const double low = estimate->optimistic, high = estimate->pessimistic, left = estimate->likely - low;

  *draw = (Draw) { .node = schedule->graph->node_of_item[estimate->item], .key = (guint32) estimate->item, .from = { low, low } };
  draw->plain = draw->node >= 0 && !(schedule->inputs[draw->node].flags & (RELM_NODE_SLOW | RELM_NODE_STARTED | RELM_NODE_DONE));
  if (high <= low)
    return;
  draw->width = high - low;
  draw->split = left;
  draw->from[0] = high;
  draw->factor[0] = draw->width - left;
  draw->factor[1] = left;
}

static inline double
draw_minutes (const Draw *draw,
              double chance)
{
  static const double offset[2] = { 1, 0 }, sign[2] = { -1, 1 };
  const guint shorter = chance * draw->width < draw->split;

  return draw->from[shorter] + sign[shorter] * sqrt ((offset[shorter] + sign[shorter] * chance) * draw->width * draw->factor[shorter]);
}

/* Lognormal with median 1; the normal number by Box and Muller, "A note on the generation of random normal deviates" (1958). */
static double
shared_factor (guint64 trial_key,
               double spread)
{
  if (spread <= 0)
    return 1;
  return exp (spread * sqrt (-2 * log (1 - relm_draw (trial_key, G_MAXUINT64))) * cos (2 * G_PI * relm_draw (trial_key, G_MAXUINT64 - 1)));
}

/* What has started takes as much longer than planned over the rest as it was drawn to take over all. */
static void
set_duration (RelmSchedule *schedule,
              gint32 node,
              gint32 duration)
{
  RelmNodeInput *input = &schedule->inputs[node];
  const RelmItem *item = &relm_network_get_items (schedule->network, NULL)[schedule->graph->item_of_node[node]];

  if (input->flags & RELM_NODE_DONE)
    return;
  if (input->flags & RELM_NODE_STARTED)
    {
      double rest = item->duration > 0 ? (double) MIN (item->remaining, item->duration) / item->duration : 0;

      input->remaining = (gint32) (duration * rest);
      input->duration = item->duration - MIN (item->remaining, item->duration) + input->remaining;
    }
  else
    input->duration = input->remaining = duration;
  schedule->hot[node].duration = input->duration;
}

static void
try_once (RelmSchedule *schedule,
          const Share *share,
          const Draw *draws,
          guint n_draws,
          guint trial)
{
  guint64 key = relm_draw_trial_key (share->options->seed, trial);
  double factor = shared_factor (key, share->options->spread);
  gint32 asked = share->item >= 0 ? schedule->graph->node_of_item[share->item] : -1;

  for (guint i = 0; i < n_draws; i++)
    {
      const Draw *draw = &draws[i];
      double minutes = factor * draw_minutes (draw, relm_draw (key, draw->key));
      gint32 duration = (gint32) CLAMP (minutes + 0.5, 0, RELM_DURATION_MAX);

      if (G_LIKELY (draw->plain))
        schedule->hot[draw->node].duration = duration;
      else
        set_duration (schedule, draw->node, duration);
    }
  share->finishes[trial] = relm_schedule_forward_whole (schedule);
  if (asked >= 0)
    share->finishes[trial] = schedule->dates[asked].ef;
}

static gpointer
run_share (gpointer data)
{
  const Share *share = data;
  RelmSchedule *schedule = relm_schedule_new (share->network);
  g_autofree Draw *draws = g_new (Draw, share->n_estimates);
  guint n_draws = 0;

  relm_schedule_run (schedule);
  relm_schedule_open_windows (schedule);
  for (guint i = 0; i < share->n_estimates; i++)
    {
      prepare_draw (&draws[n_draws], schedule, &share->estimates[i]);
      n_draws += draws[n_draws].node >= 0;
    }
  for (guint i = share->first; i < share->last; i++)
    try_once (schedule, share, draws, n_draws, i);
  relm_schedule_free (schedule);
  return NULL;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  RelmTime x = *(const RelmTime *) a, y = *(const RelmTime *) b;

  return (x > y) - (x < y);
}

static void
run_shares (Share *shares,
            guint n)
{
  g_autofree GThread **threads = g_new (GThread *, n);

  for (guint i = 1; i < n; i++)
    threads[i] = g_thread_new ("relm-forecast", run_share, &shares[i]);
  run_share (&shares[0]);
  for (guint i = 1; i < n; i++)
    g_thread_join (threads[i]);
}

/**
 * relm_forecast_new:
 * @network: a network; it is copied
 * @item: the item whose finish is asked for, or %RELM_FORECAST_ALL
 * @estimates: (array length=n_estimates): at most one per item
 *
 * Blocks until all trials are made; run it in a worker thread.
 *
 * Returns: (transfer full) (nullable): the forecast; %NULL with less than %RELM_FORECAST_MIN_ESTIMATES estimates
 */
RelmForecast *
relm_forecast_new (RelmNetwork *network,
                   gint32 item,
                   const RelmEstimate *estimates,
                   guint n_estimates,
                   const RelmForecastOptions *options)
{
  RelmForecast *self;
  g_autofree Share *shares = NULL;

  g_return_val_if_fail (network != NULL && options != NULL && options->n_trials > 0 && options->n_threads > 0, NULL);

  if (n_estimates < RELM_FORECAST_MIN_ESTIMATES)
    return NULL;
  self = g_new0 (RelmForecast, 1);
  self->n = options->n_trials;
  self->finishes = g_new (RelmTime, self->n);
  shares = g_new (Share, options->n_threads);
  for (guint i = 0; i < options->n_threads; i++)
    shares[i] = (Share) { relm_network_copy (network), item, estimates, n_estimates, options, self->finishes,
                          (guint) ((guint64) self->n * i / options->n_threads), (guint) ((guint64) self->n * (i + 1) / options->n_threads) };
  run_shares (shares, options->n_threads);
  for (guint i = 0; i < options->n_threads; i++)
    relm_network_free (shares[i].network);
  qsort (self->finishes, self->n, sizeof *self->finishes, compare_times);
  return self;
}

void
relm_forecast_free (RelmForecast *forecast)
{
  g_return_if_fail (forecast != NULL);

  g_free (forecast->finishes);
  g_free (forecast);
}

/**
 * relm_forecast_get_percentile:
 * @percent: 1 to 100
 *
 * Returns: the time by which the plan was done in so many of a hundred trials
 */
RelmTime
relm_forecast_get_percentile (RelmForecast *forecast,
                              guint percent)
{
  g_return_val_if_fail (forecast != NULL && percent >= 1 && percent <= 100, RELM_TIME_NONE);

  return forecast->finishes[((guint64) forecast->n * percent + 99) / 100 - 1];
}

/**
 * relm_forecast_get_chance:
 *
 * Returns: in how many of a hundred trials, rounded down, the plan was done by @time
 */
guint
relm_forecast_get_chance (RelmForecast *forecast,
                          RelmTime time)
{
  guint low = 0, high;

  g_return_val_if_fail (forecast != NULL, 0);

  for (high = forecast->n; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (forecast->finishes[middle] <= time)
        low = middle + 1;
      else
        high = middle;
    }
  return (guint) ((guint64) low * 100 / forecast->n);
}
