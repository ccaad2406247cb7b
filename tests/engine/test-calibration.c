/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Calibration: ratios that can be computed by hand, what it refuses, and that what it says comes true when the pace
 * drifts.
 */

#include "config.h"

#include <math.h>

#include "relm-calibration-prior.h"
#include "relm-calibration.h"

#define N_WEEKS 400

static const double no_prior[] = { 1 };

static RelmCalibrationOptions
own_past_only (void)
{
  RelmCalibrationOptions options = RELM_CALIBRATION_OPTIONS_INIT;

  options.prior = no_prior;
  options.n_prior = 0;
  options.n_trials = 200;
  return options;
}

static RelmRhythm
fill (guint *weeks,
      guint n_weeks,
      guint finished)
{
  for (guint i = 0; i < n_weeks; i++)
    weeks[i] = finished;
  return (RelmRhythm) { weeks, NULL, n_weeks };
}

static void
test_judge (void)
{
  guint weeks[N_WEEKS];
  RelmRhythm rhythm = fill (weeks, RELM_CALIBRATION_MIN_WEEKS - 1, 5);

  g_assert_cmpint (relm_calibration_judge (&rhythm), ==, RELM_CALIBRATION_SHORT_HISTORY);
  rhythm = fill (weeks, RELM_CALIBRATION_MIN_WEEKS, 5);
  g_assert_cmpint (relm_calibration_judge (&rhythm), ==, RELM_CALIBRATION_GIVEN);
  rhythm = fill (weeks, 100, 0);
  g_assert_cmpint (relm_calibration_judge (&rhythm), ==, RELM_CALIBRATION_FEW_FINISHED);
  weeks[99] = RELM_CALIBRATION_MIN_FINISHED - 1;
  g_assert_cmpint (relm_calibration_judge (&rhythm), ==, RELM_CALIBRATION_FEW_FINISHED);
  weeks[98] = 1;
  g_assert_cmpint (relm_calibration_judge (&rhythm), ==, RELM_CALIBRATION_GIVEN);
  weeks[10] = 100; /* long ago */
  weeks[98] = 0;
  g_assert_cmpint (relm_calibration_judge (&rhythm), ==, RELM_CALIBRATION_FEW_FINISHED);
}

static void
test_steady (void)
{
  guint weeks[N_WEEKS], n_tests, n_hits;
  RelmRhythm rhythm = fill (weeks, 100, 4);
  RelmCalibrationOptions options = own_past_only ();
  g_autoptr (RelmCalibration) calibration = relm_calibration_new (&rhythm, &options);
  const RelmBackTest *tests = relm_calibration_get_tests (calibration, &n_tests);

  g_assert_cmpuint (n_tests, ==, 22); /* 12, 16 … 96 */
  g_assert_cmpuint (tests[0].week, ==, 12);
  g_assert_cmpfloat (tests[0].remaining, ==, 32);
  g_assert_cmpfloat_with_epsilon (tests[0].predicted, 8, 1e-9);
  g_assert_cmpfloat_with_epsilon (tests[0].actual, 8, 1e-9);
  g_assert_true (isinf (tests[21].actual));
  g_assert_cmpfloat_with_epsilon (relm_calibration_get_ratio (calibration, 50), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (relm_calibration_get_ratio (calibration, 95), 1, 1e-9);
  n_hits = relm_calibration_count_hits (calibration, 85, &n_tests);
  g_assert_cmpuint (n_tests, >=, 19);
  g_assert_cmpuint (n_hits, ==, n_tests - 1); /* at first nothing was known of how long work runs */
}

/* At half the pace the work takes twice as long. */
static void
test_change (void)
{
  guint weeks[N_WEEKS], n_tests;
  RelmRhythm rhythm = fill (weeks, 104, 4);
  RelmCalibrationOptions options = own_past_only ();
  g_autoptr (RelmCalibration) calibration = NULL;
  const RelmBackTest *tests;

  for (guint i = 60; i < 104; i++)
    weeks[i] = 2;
  calibration = relm_calibration_new (&rhythm, &options);
  tests = relm_calibration_get_tests (calibration, &n_tests);
  g_assert_cmpuint (tests[12].week, ==, 60);
  g_assert_cmpfloat_with_epsilon (tests[12].predicted, 8, 1e-9);
  g_assert_cmpfloat_with_epsilon (tests[12].actual, 16, 1e-9);
}

/*
 * Sixty weeks of 4, then eight of nothing: eleven back-tests ended at ratio 1, one runs at 1.5, one at 1 and one at about
 * a half. The last has left before the first ended; so 2 of 13 survive, 15.4 %.
 */
static void
test_running (void)
{
  guint weeks[N_WEEKS], n_tests;
  RelmRhythm rhythm = fill (weeks, 68, 4), before = relm_rhythm_cut (&rhythm, 56, 56);
  RelmCalibrationOptions options = own_past_only ();
  g_autoptr (RelmCalibration) calibration = NULL;

  for (guint i = 60; i < 68; i++)
    weeks[i] = 0;
  calibration = relm_calibration_new (&rhythm, &options);
  relm_calibration_get_tests (calibration, &n_tests);
  g_assert_cmpuint (n_tests, ==, 14);
  g_assert_cmpfloat_with_epsilon (relm_calibration_get_ratio (calibration, 84), 1, 1e-9);
  /* 1.5 of a steady pace, as much as that is of one that has just stood still */
  g_assert_cmpfloat_with_epsilon (relm_calibration_get_ratio (calibration, 85),
                                  pow (1.5, relm_calibration_get_spread (&rhythm) / relm_calibration_get_spread (&before)), 1e-9);
}

/* The same past and prior say less of an unsteady pace. */
static void
test_unsteady (void)
{
  guint weeks[N_WEEKS];
  RelmRhythm rhythm = fill (weeks, 52, 4);
  const double steady = relm_calibration_get_spread (&rhythm);

  g_assert_cmpfloat (relm_rhythm_get_unsteadiness (&rhythm), ==, 0);
  for (guint i = 0; i < 52; i++)
    weeks[i] = i % 8 < 4 ? 8 : 0;
  g_assert_cmpfloat_with_epsilon (relm_rhythm_get_unsteadiness (&rhythm), 0.9258, 0.0001); /* seven spells of 32 and six of nothing */
  g_assert_cmpfloat (relm_calibration_get_spread (&rhythm), >, 2 * steady);
  for (guint i = 0; i < 52; i++)
    weeks[i] = i == 20 ? 200 : 0;
  g_assert_cmpfloat (relm_rhythm_get_unsteadiness (&rhythm), >, 3);
  g_assert_cmpfloat (relm_calibration_get_spread (&rhythm), <, 1.4); /* it does not grow on and on */
  rhythm = fill (weeks, 5, 4);
  g_assert_cmpfloat (relm_rhythm_get_unsteadiness (&rhythm), ==, 0);
}

/* With nothing of its own, others' ratios are all there is; they lose weight as its own come in. */
static void
test_prior (void)
{
  static const double wide[] = { 0.5, 1, 2, 4 };
  guint weeks[N_WEEKS];
  RelmRhythm young = fill (weeks, RELM_CALIBRATION_MIN_WEEKS, 4), old = fill (weeks, N_WEEKS, 4);
  RelmCalibrationOptions options = RELM_CALIBRATION_OPTIONS_INIT;
  g_autoptr (RelmCalibration) of_others = NULL;
  g_autoptr (RelmCalibration) own = NULL;

  options.prior = wide;
  options.n_prior = G_N_ELEMENTS (wide);
  options.prior_weight = 8;
  of_others = relm_calibration_new (&young, &options);
  own = relm_calibration_new (&old, &options);
  g_assert_cmpfloat (relm_calibration_get_ratio (of_others, 50), ==, 1);
  g_assert_cmpfloat_with_epsilon (relm_calibration_get_ratio (of_others, 75), pow (2, relm_calibration_get_spread (&young)), 1e-9);
  g_assert_cmpfloat_with_epsilon (relm_calibration_get_ratio (of_others, 85), pow (4, relm_calibration_get_spread (&young)), 1e-9);
  g_assert_cmpfloat_with_epsilon (relm_calibration_get_ratio (own, 85), 1, 1e-9);
}

static void
test_built_in (void)
{
  guint n;
  const double *ratios = relm_calibration_prior_get (8, &n);

  g_assert_cmpuint (n, ==, 40);
  g_assert_true (relm_calibration_prior_get (1, &n) == relm_calibration_prior_get (4, &n));
  g_assert_true (relm_calibration_prior_get (300, &n) == relm_calibration_prior_get (32, &n));
  g_assert_true (relm_calibration_prior_get (10, &n) == ratios);
  for (guint i = 1; i < n; i++)
    g_assert_cmpfloat (ratios[i - 1], <=, ratios[i]);
}

/* A pace that drifts, which makes the bare forecast over-confident. */
static RelmRhythm
drift (guint *weeks,
       GRand *random)
{
  double pace = log (8);

  for (guint i = 0; i < N_WEEKS; i++)
    {
      pace = 0.97 * pace + 0.03 * log (8) + g_rand_double_range (random, -0.3, 0.3);
      weeks[i] = (guint) (exp (pace) * g_rand_double_range (random, 0.2, 1.8) + 0.5);
    }
  return (RelmRhythm) { weeks, NULL, N_WEEKS };
}

static void
test_comes_true (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  guint n_hits[3] = { 0 }, n_tests[3] = { 0 };

  for (guint round = 0; round < 20; round++)
    {
      guint weeks[N_WEEKS], n;
      RelmRhythm rhythm = drift (weeks, random);
      RelmCalibrationOptions options = RELM_CALIBRATION_OPTIONS_INIT;
      g_autoptr (RelmCalibration) calibration = NULL;

      options.n_trials = 200;
      calibration = relm_calibration_new (&rhythm, &options);
      for (guint i = 0; i < 3; i++)
        {
          n_hits[i] += relm_calibration_count_hits (calibration, (const guint[]) { 50, 85, 95 }[i], &n);
          n_tests[i] += n;
        }
      g_assert_cmpfloat (relm_calibration_get_ratio (calibration, 50), <=, relm_calibration_get_ratio (calibration, 85));
      g_assert_cmpfloat (relm_calibration_get_ratio (calibration, 85), <=, relm_calibration_get_ratio (calibration, 95));
    }
  g_assert_cmpfloat_with_epsilon ((double) n_hits[0] / n_tests[0], 0.50, 0.06);
  g_assert_cmpfloat_with_epsilon ((double) n_hits[1] / n_tests[1], 0.85, 0.05);
  g_assert_cmpfloat_with_epsilon ((double) n_hits[2] / n_tests[2], 0.95, 0.05);
}

static void
test_same_again (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  guint weeks[N_WEEKS];
  RelmRhythm rhythm = drift (weeks, random);
  RelmCalibrationOptions options = RELM_CALIBRATION_OPTIONS_INIT;
  g_autoptr (RelmCalibration) one = relm_calibration_new (&rhythm, &options);
  g_autoptr (RelmCalibration) two = relm_calibration_new (&rhythm, &options);

  for (guint percent = 1; percent < 100; percent++)
    g_assert_cmpfloat (relm_calibration_get_ratio (one, percent), ==, relm_calibration_get_ratio (two, percent));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/calibration/judge", test_judge);
  g_test_add_func ("/engine/calibration/steady", test_steady);
  g_test_add_func ("/engine/calibration/change", test_change);
  g_test_add_func ("/engine/calibration/running", test_running);
  g_test_add_func ("/engine/calibration/unsteady", test_unsteady);
  g_test_add_func ("/engine/calibration/prior", test_prior);
  g_test_add_func ("/engine/calibration/built-in", test_built_in);
  g_test_add_func ("/engine/calibration/comes-true", test_comes_true);
  g_test_add_func ("/engine/calibration/same-again", test_same_again);
  return g_test_run ();
}
