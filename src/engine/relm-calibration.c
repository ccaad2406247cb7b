/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "relm-calibration-prior.h"
#include "relm-calibration.h"

/*
 * How the spread of forecasts grows with the unsteadiness of the pace: chosen on the histories that relm-calibration-prior.c is
 * made of, each measured with the ratios of the others, as what gives the narrowest ranges for commits and for issues while
 * as much comes true. Half as steep, or nearly twice, is almost as good.
 */
#define SPREAD_STEADY 0.4
#define SPREAD_SLOPE 0.5
#define UNSTEADINESS_MAX 1.6

/* One norm of a forecast: of the ratio of actual time to its median. When @running, it will be more. */
typedef struct
{
  double norm;
  double weight;
  gboolean running;
} Norm;

struct _RelmCalibration
{
  RelmCalibrationOptions options;
  double *prior;
  RelmBackTest *tests; /* in the order of time */
  guint n_tests;
  guint n_weeks; /* of the history */
  double spread; /* of a forecast of today */
};

/**
 * relm_calibration_judge:
 *
 * Returns: whether its last weeks are enough to forecast from
 */
RelmCalibrationRefusal
relm_calibration_judge (const RelmRhythm *rhythm)
{
  RelmRhythm lately = relm_rhythm_cut (rhythm, rhythm->n_weeks, RELM_CALIBRATION_WINDOW);
  guint n_finished = 0;

  if (rhythm->n_weeks < RELM_CALIBRATION_MIN_WEEKS)
    return RELM_CALIBRATION_SHORT_HISTORY;
  for (guint i = 0; i < lately.n_weeks; i++)
    n_finished += lately.finished[i];
  return n_finished < RELM_CALIBRATION_MIN_FINISHED ? RELM_CALIBRATION_FEW_FINISHED : RELM_CALIBRATION_GIVEN;
}

/**
 * relm_calibration_get_spread:
 *
 * Returns: the unit in which logarithms of ratios are measured, for a forecast that is made after @rhythm
 */
double
relm_calibration_get_spread (const RelmRhythm *rhythm)
{
  const RelmRhythm lately = relm_rhythm_cut (rhythm, rhythm->n_weeks, RELM_CALIBRATION_WINDOW);

  return SPREAD_STEADY + SPREAD_SLOPE * MIN (relm_rhythm_get_unsteadiness (&lately), UNSTEADINESS_MAX);
}

/* A forecast as it would have been made before @week; FALSE when none would have been. */
static gboolean
make_test (const RelmRhythm *rhythm,
           const RelmCalibrationOptions *options,
           guint week,
           RelmBackTest *test)
{
  RelmRhythm known = relm_rhythm_cut (rhythm, week, RELM_CALIBRATION_WINDOW);
  double rate = relm_rhythm_get_rate (&known);
  g_autoptr (RelmThroughput) forecast = NULL;

  if (relm_calibration_judge (&known) != RELM_CALIBRATION_GIVEN || rate <= 0)
    return FALSE;
  test->week = week;
  test->spread = relm_calibration_get_spread (&known);
  test->remaining = MAX (1, round (rate * options->horizon));
  forecast = relm_throughput_new (&known, test->remaining, options->n_trials, options->seed + week);
  test->predicted = relm_throughput_get_weeks (forecast, 50);
  test->actual = relm_rhythm_measure (rhythm, week, test->remaining);
  return isfinite (test->predicted);
}

/* Counted back from now, so that the newest weeks are not left out. */
static void
make_tests (RelmCalibration *self,
            const RelmRhythm *rhythm)
{
  guint step = self->options.step;

  self->tests = g_new (RelmBackTest, rhythm->n_weeks / step + 1);
  for (guint week = rhythm->n_weeks % step; week < rhythm->n_weeks; week += step)
    if (make_test (rhythm, &self->options, week, &self->tests[self->n_tests]))
      self->n_tests++;
}

/**
 * relm_calibration_new:
 * @rhythm: all of the history, at least one week; not kept
 *
 * Makes all back-tests, which takes some milliseconds per hundred; run it in a worker thread.
 *
 * Returns: (transfer full): the calibration. It does not refuse; see relm_calibration_judge()
 */
RelmCalibration *
relm_calibration_new (const RelmRhythm *rhythm,
                      const RelmCalibrationOptions *options)
{
  RelmCalibration *self;
  const double *prior = options->prior;
  guint n_prior = options->n_prior;

  g_return_val_if_fail (rhythm != NULL && options->step > 0 && options->n_trials > 0 && options->horizon > 0, NULL);

  if (prior == NULL)
    prior = relm_calibration_prior_get (options->horizon, &n_prior);
  self = g_new0 (RelmCalibration, 1);
  self->options = *options;
  self->options.n_prior = n_prior;
  self->prior = g_memdup2 (prior, n_prior * sizeof *prior);
  self->options.prior = self->prior;
  self->n_weeks = rhythm->n_weeks;
  self->spread = relm_calibration_get_spread (rhythm);
  make_tests (self, rhythm);
  return self;
}

void
relm_calibration_free (RelmCalibration *calibration)
{
  g_return_if_fail (calibration != NULL);

  g_free (calibration->prior);
  g_free (calibration->tests);
  g_free (calibration);
}

/**
 * relm_calibration_get_tests:
 * @n_tests: (out): how many
 *
 * Returns: (array length=n_tests) (transfer none): the back-tests, in the order of time
 */
const RelmBackTest *
relm_calibration_get_tests (RelmCalibration *calibration,
                            guint *n_tests)
{
  g_return_val_if_fail (calibration != NULL && n_tests != NULL, NULL);

  *n_tests = calibration->n_tests;
  return calibration->tests;
}

/* At the same norm what ended comes first: what still runs will take longer. */
static int
compare_norms (gconstpointer a,
               gconstpointer b)
{
  const Norm *x = a, *y = b;

  if (x->norm != y->norm)
    return x->norm > y->norm ? 1 : -1;
  return x->running - y->running;
}

/* What was known before @week. */
static Norm *
list_norms (RelmCalibration *self,
            guint week,
            guint *n)
{
  const RelmCalibrationOptions *options = &self->options;
  Norm *norms = g_new (Norm, self->n_tests + options->n_prior + 1);

  *n = 0;
  for (guint i = 0; i < options->n_prior; i++)
    norms[(*n)++] = (Norm) { options->prior[i], options->prior_weight / options->n_prior, FALSE };
  for (guint i = 0; i < self->n_tests && self->tests[i].week < week; i++)
    {
      const RelmBackTest *test = &self->tests[i];
      double elapsed = week - test->week;

      norms[(*n)++] = (Norm) { pow (MIN (test->actual, elapsed) / test->predicted, 1 / test->spread), 1, test->actual > elapsed };
    }
  qsort (norms, *n, sizeof *norms, compare_norms);
  return norms;
}

/* The quantile of Kaplan and Meier's estimate; the greatest norm when it does not come so far. */
static double
find_norm (RelmCalibration *self,
           guint percent,
           guint week)
{
  guint n;
  g_autofree Norm *norms = list_norms (self, week, &n);
  double at_risk = 0, surviving = 1;

  for (guint i = 0; i < n; i++)
    at_risk += norms[i].weight;
  for (guint i = 0; i < n; i++)
    {
      if (!norms[i].running)
        surviving *= 1 - norms[i].weight / at_risk;
      at_risk -= norms[i].weight;
      if (surviving <= 1 - percent / 100.0 + 1e-9)
        return norms[i].norm;
    }
  return n > 0 ? norms[n - 1].norm : 1;
}

static double
find_ratio (RelmCalibration *self,
            guint percent,
            const RelmBackTest *test)
{
  return pow (find_norm (self, percent, test->week), test->spread);
}

/**
 * relm_calibration_get_ratio:
 * @percent: 1 to 99
 *
 * Returns: what a median forecast of today is to be multiplied by, so that it comes true in so many of a hundred cases
 */
double
relm_calibration_get_ratio (RelmCalibration *calibration,
                            guint percent)
{
  g_return_val_if_fail (calibration != NULL && percent >= 1 && percent <= 99, 1);

  return pow (find_norm (calibration, percent, calibration->n_weeks), calibration->spread);
}

/**
 * relm_calibration_get_ratio_then:
 * @percent: 1 to 99
 * @test: number of a back-test
 *
 * Returns: what relm_calibration_get_ratio() would have been when that back-test began
 */
double
relm_calibration_get_ratio_then (RelmCalibration *calibration,
                                 guint percent,
                                 guint test)
{
  g_return_val_if_fail (calibration != NULL && percent >= 1 && percent <= 99 && test < calibration->n_tests, 1);

  return find_ratio (calibration, percent, &calibration->tests[test]);
}

/**
 * relm_calibration_count_hits:
 * @percent: 1 to 99
 * @n_tests: (out): the back-tests whose forecast date has passed; whether the others will come true is not known yet
 *
 * Returns: how many of them were finished by then
 */
guint
relm_calibration_count_hits (RelmCalibration *calibration,
                             guint percent,
                             guint *n_tests)
{
  guint n_hits = 0;

  g_return_val_if_fail (calibration != NULL && percent >= 1 && percent <= 99 && n_tests != NULL, 0);

  *n_tests = 0;
  for (guint i = 0; i < calibration->n_tests; i++)
    {
      const RelmBackTest *test = &calibration->tests[i];
      double weeks = test->predicted * find_ratio (calibration, percent, test);

      if (test->week + weeks > calibration->n_weeks)
        continue;
      (*n_tests)++;
      n_hits += test->actual <= weeks;
    }
  return n_hits;
}
