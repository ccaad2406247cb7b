/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How far forecasts by throughput are to be trusted, found out by making them again for the past: every few weeks of the
 * history a forecast is made from the weeks before it alone, and compared with what then happened. The quantiles of
 * actual time / forecast median say by what a median is to be multiplied so that "85 %" comes true in 85 of 100 cases:
 * split conformal prediction (Vovk, Gammerman and Shafer, "Algorithmic learning in a random world", 2005).
 *
 * - How far off a forecast is depends on how unsteady the pace was (see relm_rhythm_get_unsteadiness()), of commits as of work
 *   items. So it is the logarithm of the ratio, in units of a spread that grows with the unsteadiness at the time, of which
 *   quantiles are taken, and which then is worth so much as the pace is unsteady today: normalized conformal prediction
 *   (Papadopoulos, Gammerman and Vovk, "Normalized nonconformity measures for regression conformal prediction", 2008). The
 *   ratio in whose units a history of spread 1 would be off is its norm: ratio = pow (norm, spread).
 * - Work that is not yet finished is not left out, which would make the past look faster than it was: it counts as taking
 *   at least as long as it has (Kaplan and Meier, "Nonparametric estimation from incomplete observations", 1958).
 * - A young history has few back-tests. Those of other histories stand in at a fixed weight (see
 *   relm-calibration-prior.h) that its own outweigh as they grow in number.
 * - The hit rate is what was true at the time: each back-test is judged by the ratio that was known when it begins.
 *
 * Deterministic, seeded. Immutable once made; any thread.
 */

#pragma once

#include "relm-throughput.h"

G_BEGIN_DECLS

#define RELM_CALIBRATION_WINDOW 52      /* weeks that a forecast looks at */
#define RELM_CALIBRATION_MIN_WEEKS 12   /* with less history there is no rhythm yet */
#define RELM_CALIBRATION_MIN_FINISHED 10 /* items, within the weeks looked at */

typedef enum
{
  RELM_CALIBRATION_GIVEN,         /* not refused */
  RELM_CALIBRATION_SHORT_HISTORY, /* less than RELM_CALIBRATION_MIN_WEEKS */
  RELM_CALIBRATION_FEW_FINISHED,  /* less than RELM_CALIBRATION_MIN_FINISHED */
} RelmCalibrationRefusal;

typedef struct
{
  guint week;       /* of the rhythm: the first that was to come */
  double remaining; /* items */
  double predicted; /* weeks: the median forecast, not calibrated */
  double spread;    /* of such forecasts, by how unsteady the pace was until then */
  double actual;    /* weeks; infinite when they are not finished yet */
} RelmBackTest;

typedef struct
{
  double horizon; /* weeks: back-tests are about as much work as takes so long on average */
  guint step;     /* weeks from one back-test to the next */
  guint n_trials; /* of a back-test */
  guint64 seed;
  const double *prior; /* norms of other histories, ascending; NULL: those that are built in */
  guint n_prior;
  double prior_weight; /* in back-tests */
} RelmCalibrationOptions;

#define RELM_CALIBRATION_OPTIONS_INIT { .horizon = 8, .step = 4, .n_trials = 1000, .prior_weight = 20 }

typedef struct _RelmCalibration RelmCalibration;

RelmCalibrationRefusal relm_calibration_judge (const RelmRhythm *rhythm);
double relm_calibration_get_spread (const RelmRhythm *rhythm);
RelmCalibration *relm_calibration_new (const RelmRhythm *rhythm,
                                       const RelmCalibrationOptions *options);
void relm_calibration_free (RelmCalibration *calibration);
const RelmBackTest *relm_calibration_get_tests (RelmCalibration *calibration,
                                                guint *n_tests);
double relm_calibration_get_ratio (RelmCalibration *calibration,
                                   guint percent);
double relm_calibration_get_ratio_then (RelmCalibration *calibration,
                                        guint percent,
                                        guint test);
guint relm_calibration_count_hits (RelmCalibration *calibration,
                                   guint percent,
                                   guint *n_tests);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmCalibration, relm_calibration_free)

G_END_DECLS
