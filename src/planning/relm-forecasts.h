/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The forecasts and burn-ups of the releases of a project. The mirrors of its trackers are read, and all is computed, in a worker
 * thread: when somebody first asks, and again after edits and when a tracker was read, once for a row of them. Until the
 * new ones are there, those of before stay; an answer that came too late is thrown away. One per document, main thread.
 */

#pragma once

#include "relm-outlook.h"

G_BEGIN_DECLS

#define RELM_TYPE_FORECASTS (relm_forecasts_get_type ())
G_DECLARE_FINAL_TYPE (RelmForecasts, relm_forecasts, RELM, FORECASTS, GObject)

/* Returns: (transfer full) (element-type RelmWorkTracker): the trackers of the project as they are now */
typedef GPtrArray *(*RelmForecastsTrackers) (gpointer user_data);

RelmForecasts *relm_forecasts_new (RelmProject *project);
void relm_forecasts_set_trackers (RelmForecasts *self,
                                  RelmForecastsTrackers trackers,
                                  gpointer user_data);
void relm_forecasts_set_reader (RelmForecasts *self,
                                RelmOutlookReader reader);
void relm_forecasts_refresh (RelmForecasts *self);
const RelmReleaseForecast *relm_forecasts_get (RelmForecasts *self,
                                               RelmRecord *release);
const RelmBurnUp *relm_forecasts_get_burn_up (RelmForecasts *self,
                                              RelmRecord *release);

G_END_DECLS
