/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * When a plan will be done, with what chance: its network scheduled again and again, with durations drawn from three-point
 * estimates (triangular) and a factor that all items of a trial share, since what slows one down often slows down all.
 *
 * The finish asked for is that of the whole network, or of one item, as of what says when a release is ready.
 *
 * Each number is a hash of seed, trial and item, so that the same plan and seed give the same forecast however many threads
 * compute it. Immutable once made; any thread.
 */

#pragma once

#include "relm-schedule.h"

G_BEGIN_DECLS

#define RELM_FORECAST_ALL (-1) /* instead of an item: the whole network */
#define RELM_FORECAST_MIN_ESTIMATES 3 /* with less there is nothing to say */

/* Minutes, as the duration of the item is; optimistic <= likely <= pessimistic. Items without one take their duration. */
typedef struct
{
  gint32 item;
  gint32 optimistic;
  gint32 likely;
  gint32 pessimistic;
} RelmEstimate;

typedef struct
{
  guint n_trials;  /* 10,000 is good */
  guint n_threads; /* at least 1 */
  guint64 seed;
  double spread; /* of the shared factor: its logarithm's standard deviation; 0: items are independent, and sure to mislead */
} RelmForecastOptions;

typedef struct _RelmForecast RelmForecast;

RelmForecast *relm_forecast_new (RelmNetwork *network,
                                 gint32 item,
                                 const RelmEstimate *estimates,
                                 guint n_estimates,
                                 const RelmForecastOptions *options);
void relm_forecast_free (RelmForecast *forecast);
RelmTime relm_forecast_get_percentile (RelmForecast *forecast,
                                       guint percent);
guint relm_forecast_get_chance (RelmForecast *forecast,
                                RelmTime time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmForecast, relm_forecast_free)

G_END_DECLS
