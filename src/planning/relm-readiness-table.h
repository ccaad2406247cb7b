/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How far all releases of a project are, counted in one pass over it, and kept until something in it changes. The project's;
 * asked by relm_readiness_compute(). Main thread.
 */

#pragma once

#include "relm-readiness.h"

G_BEGIN_DECLS

const RelmReadiness *relm_readiness_table_find (RelmProject *project,
                                                RelmRecord *release,
                                                RelmDate today);

G_END_DECLS
