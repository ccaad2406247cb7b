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
    { 0.068, 0.128, 0.177, 0.222, 0.267, 0.312, 0.359, 0.415, 0.456, 0.503,
      0.546, 0.602, 0.660, 0.715, 0.777, 0.843, 0.895, 0.973, 1.000, 1.097,
      1.157, 1.229, 1.299, 1.398, 1.457, 1.543, 1.606, 1.724, 1.848, 1.953,
      2.105, 2.284, 2.520, 2.736, 3.009, 3.446, 4.091, 5.027, 7.208, 13.872 } },
  { 8,
    { 0.092, 0.161, 0.223, 0.272, 0.304, 0.348, 0.410, 0.456, 0.508, 0.546,
      0.615, 0.660, 0.715, 0.768, 0.816, 0.861, 0.926, 0.993, 1.034, 1.072,
      1.134, 1.210, 1.266, 1.337, 1.422, 1.523, 1.623, 1.692, 1.811, 1.922,
      2.065, 2.202, 2.342, 2.560, 2.842, 3.213, 3.618, 4.502, 6.121, 12.081 } },
  { 16,
    { 0.110, 0.186, 0.246, 0.299, 0.357, 0.393, 0.448, 0.485, 0.539, 0.571,
      0.613, 0.662, 0.697, 0.742, 0.789, 0.843, 0.876, 0.936, 0.982, 1.041,
      1.094, 1.169, 1.240, 1.303, 1.378, 1.457, 1.509, 1.578, 1.684, 1.769,
      1.901, 2.043, 2.231, 2.468, 2.703, 2.951, 3.324, 4.345, 6.317, 18.498 } },
  { 32,
    { 0.140, 0.226, 0.279, 0.332, 0.373, 0.429, 0.470, 0.518, 0.564, 0.595,
      0.638, 0.691, 0.726, 0.771, 0.800, 0.842, 0.890, 0.953, 0.988, 1.060,
      1.102, 1.131, 1.194, 1.262, 1.322, 1.392, 1.467, 1.543, 1.640, 1.743,
      1.842, 2.004, 2.100, 2.344, 2.592, 2.906, 3.289, 3.912, 6.249, 15.636 } },
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
