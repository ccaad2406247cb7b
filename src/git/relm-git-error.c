/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include "relm-git-error.h"

G_DEFINE_QUARK (relm-git-error, relm_git_error)
