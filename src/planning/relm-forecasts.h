/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The forecasts of all releases of a project that are still to come. They are computed in a worker thread when somebody
 * first asks, and again after edits, once for a row of them; until the new ones are there, those of before stay. One per
 * document, main thread.
 */

#pragma once

#include "relm-release-forecast.h"

G_BEGIN_DECLS

#define RELM_TYPE_FORECASTS (relm_forecasts_get_type ())
G_DECLARE_FINAL_TYPE (RelmForecasts, relm_forecasts, RELM, FORECASTS, GObject)

RelmForecasts *relm_forecasts_new (RelmProject *project);
const RelmReleaseForecast *relm_forecasts_get (RelmForecasts *self,
                                               RelmRecord *release);

G_END_DECLS
