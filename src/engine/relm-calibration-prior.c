/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * From commits per week of jq, ShellCheck, Sinatra, Click, Scrapy, Hugo, clap, libuv, OkHttp, PHPStan and Kakoune, as
 * they were in August 2026, each with the same weight: 40 quantiles, at 1/80, 3/80 … 79/80, for each of four amounts of
 * work. Printed by tests/perf/perf-throughput --ratios. What is measured against it must be other repositories.
 */

#include "config.h"

#include <math.h>

#include "relm-calibration-prior.h"

#define N_RATIOS 40

static const struct
{
  double horizon; /* weeks */
  double ratios[N_RATIOS];
} priors[] = {
  { 4,
    { 0.105, 0.196, 0.258, 0.340, 0.395, 0.447, 0.497, 0.533, 0.578, 0.619,
      0.669, 0.709, 0.755, 0.813, 0.848, 0.900, 0.938, 0.981, 1.022, 1.064,
      1.111, 1.158, 1.212, 1.255, 1.302, 1.346, 1.400, 1.458, 1.539, 1.605,
      1.670, 1.759, 1.860, 2.016, 2.122, 2.295, 2.605, 3.000, 3.698, 5.792 } },
  { 8,
    { 0.125, 0.231, 0.333, 0.402, 0.451, 0.515, 0.561, 0.611, 0.650, 0.700,
      0.730, 0.779, 0.814, 0.842, 0.872, 0.917, 0.956, 0.994, 1.034, 1.080,
      1.131, 1.173, 1.211, 1.248, 1.296, 1.338, 1.382, 1.448, 1.487, 1.534,
      1.602, 1.684, 1.739, 1.854, 1.983, 2.125, 2.340, 2.574, 3.209, 4.766 } },
  { 16,
    { 0.125, 0.284, 0.362, 0.456, 0.500, 0.558, 0.613, 0.654, 0.689, 0.727,
      0.758, 0.793, 0.824, 0.853, 0.911, 0.935, 0.971, 1.000, 1.036, 1.082,
      1.111, 1.150, 1.188, 1.239, 1.271, 1.328, 1.356, 1.397, 1.448, 1.503,
      1.559, 1.614, 1.680, 1.768, 1.884, 2.011, 2.164, 2.432, 2.909, 4.048 } },
  { 32,
    { 0.122, 0.298, 0.387, 0.472, 0.526, 0.592, 0.636, 0.674, 0.715, 0.748,
      0.786, 0.810, 0.844, 0.867, 0.897, 0.928, 0.954, 0.985, 1.023, 1.051,
      1.092, 1.121, 1.161, 1.202, 1.240, 1.284, 1.325, 1.370, 1.410, 1.455,
      1.492, 1.556, 1.634, 1.725, 1.873, 2.041, 2.184, 2.464, 2.887, 4.771 } },
};

/**
 * relm_calibration_prior_get:
 * @horizon: weeks, more than 0
 * @n_ratios: (out): how many
 *
 * Returns: (array length=n_ratios) (transfer none): ratios, ascending, for about as much work as takes so long
 */
const double *
relm_calibration_prior_get (double horizon,
                            guint *n_ratios)
{
  guint nearest = 0;

  for (guint i = 1; i < G_N_ELEMENTS (priors); i++)
    if (fabs (log (priors[i].horizon / horizon)) < fabs (log (priors[nearest].horizon / horizon)))
      nearest = i;
  *n_ratios = N_RATIOS;
  return priors[nearest].ratios;
}
