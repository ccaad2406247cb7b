/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-mirror"

#include "config.h"

#include "relm-mirror-error.h"

G_DEFINE_QUARK (relm-mirror-error, relm_mirror_error)
