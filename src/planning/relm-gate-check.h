/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How a gate stands: which of its criteria are met, and in words what was decided or what is missing. Found from the plan each
 * time it is asked. A criterion is checked in the phase that its gate names, or else in its release, or else in all of the
 * project. Plain structs; main thread.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_CRITERION_OPEN,
  RELM_CRITERION_MET,
  RELM_CRITERION_WAIVED,
} RelmCriterionStanding;

typedef struct
{
  guint n_criteria; /* the sum of the next three */
  guint n_open;
  guint n_met;
  guint n_waived;
} RelmGateCheck;

RelmGateCheck relm_gate_check (RelmProject *project,
                               RelmRecord *gate,
                               RelmDate today);
GPtrArray *relm_gate_list_criteria (RelmProject *project,
                                    RelmRecord *gate);
char *relm_gate_check_dup_words (const RelmGateCheck *self);
char *relm_gate_dup_decision (RelmProject *project,
                              RelmRecord *gate);

RelmCriterionStanding relm_criterion_check (RelmProject *project,
                                            RelmRecord *criterion,
                                            RelmDate today);
char *relm_criterion_dup_reason (RelmProject *project,
                                 RelmRecord *criterion,
                                 RelmDate today);
gboolean relm_criterion_is_automatic (RelmRecord *criterion);
const char *relm_criterion_standing_get_label (RelmCriterionStanding standing);

G_END_DECLS
