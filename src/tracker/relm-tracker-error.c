/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relm-tracker-error.h"

G_DEFINE_QUARK (relm-tracker-error-quark, relm_tracker_error)
