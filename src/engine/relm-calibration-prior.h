/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The norms of the ratios of actual time / forecast median of other histories. Private to RelmCalibration; static memory, any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const double *relm_calibration_prior_get (double horizon,
                                          guint *n_norms);

G_END_DECLS
