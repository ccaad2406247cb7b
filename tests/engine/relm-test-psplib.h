/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Instances of PSPLIB, and the best plans that are known of them.
 */

#pragma once

#include "relm-leveller.h"

G_BEGIN_DECLS

typedef struct
{
  RelmLevelProblem problem;
  GArray *tasks;
  GArray *arcs;
  GArray *uses;
  GArray *capacities;
  gint32 critical_path;
  gint32 best_known;
} RelmTestPsplib;

GPtrArray *relm_test_psplib_load (const char *folder,
                                  const char *set,
                                  guint step);
gboolean relm_test_psplib_is_valid (const RelmLevelProblem *problem,
                                    const gint32 *starts);

G_END_DECLS
