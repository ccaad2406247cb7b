/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * From what was finished per week in 27 histories, as they were in August 2026, each with the same weight: 40 quantiles,
 * at 1/80, 3/80 … 79/80, for each of four amounts of work.
 *
 * - Commits of jq, ShellCheck, Sinatra, Click, Scrapy, Hugo, clap, libuv, OkHttp, PHPStan and Kakoune.
 * - Closed issues of Rust until 2015, of libsecp256k1, and of the archives that working groups of the IETF and others keep:
 *   WICG/webpackage, cfrg/draft-irtf-cfrg-hash-to-curve, cfrg/draft-irtf-cfrg-vdaf, httpwg/http2-spec, ietf-rats-wg/eat,
 *   ietf-wg-privacypass/base-drafts, intarchboard/program-rfced-future, mlswg/mls-protocol,
 *   oauth-wg/draft-ietf-oauth-attestation-based-client-auth, oauth-wg/oauth-selective-disclosure-jwt, oauth-wg/oauth-v2-1,
 *   quicwg/load-balancers, quicwg/ops-drafts and tlswg/tls13-spec: every second of those with a hundred closed issues, by name.
 *
 * Printed by tests/perf/perf-throughput --ratios. What is measured against it must be other histories.
 */

#include "config.h"

#include <math.h>

#include "relm-calibration-prior.h"

#define N_NORMS 40

static const struct
{
  double horizon; /* weeks */
  double norms[N_NORMS];
} priors[] = {
  { 4,
    { 0.077, 0.134, 0.192, 0.232, 0.284, 0.332, 0.375, 0.427, 0.475, 0.525,
      0.567, 0.624, 0.669, 0.743, 0.796, 0.863, 0.906, 0.952, 1.000, 1.071,
      1.131, 1.187, 1.247, 1.318, 1.424, 1.510, 1.594, 1.688, 1.795, 1.903,
      2.049, 2.235, 2.399, 2.569, 2.889, 3.231, 3.817, 4.571, 6.783, 12.600 } },
  { 8,
    { 0.087, 0.168, 0.225, 0.277, 0.327, 0.375, 0.445, 0.483, 0.546, 0.593,
      0.641, 0.673, 0.722, 0.759, 0.802, 0.865, 0.908, 0.961, 1.015, 1.075,
      1.142, 1.223, 1.266, 1.356, 1.433, 1.514, 1.567, 1.643, 1.738, 1.819,
      1.952, 2.066, 2.217, 2.410, 2.703, 3.060, 3.485, 4.316, 6.411, 11.494 } },
  { 16,
    { 0.113, 0.191, 0.260, 0.315, 0.379, 0.424, 0.460, 0.501, 0.545, 0.580,
      0.620, 0.674, 0.727, 0.777, 0.825, 0.864, 0.898, 0.956, 1.011, 1.050,
      1.116, 1.171, 1.217, 1.271, 1.350, 1.422, 1.498, 1.580, 1.671, 1.786,
      1.857, 1.990, 2.154, 2.311, 2.490, 2.786, 3.180, 4.011, 5.866, 19.060 } },
  { 32,
    { 0.137, 0.234, 0.301, 0.337, 0.376, 0.440, 0.506, 0.547, 0.586, 0.635,
      0.678, 0.720, 0.766, 0.800, 0.837, 0.889, 0.923, 0.957, 1.008, 1.051,
      1.091, 1.137, 1.187, 1.238, 1.307, 1.354, 1.409, 1.506, 1.613, 1.712,
      1.822, 1.958, 2.073, 2.293, 2.526, 2.778, 3.156, 3.868, 5.270, 15.014 } },
};

/**
 * relm_calibration_prior_get:
 * @horizon: weeks, more than 0
 * @n_norms: (out): how many
 *
 * Returns: (array length=n_norms) (transfer none): norms, ascending, for about as much work as takes so long
 */
const double *
relm_calibration_prior_get (double horizon,
                            guint *n_norms)
{
  guint nearest = 0;

  for (guint i = 1; i < G_N_ELEMENTS (priors); i++)
    if (fabs (log (priors[i].horizon / horizon)) < fabs (log (priors[nearest].horizon / horizon)))
      nearest = i;
  *n_norms = N_NORMS;
  return priors[nearest].norms;
}
