/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the criteria of gates ask about work items, counted for all releases and phases in one pass over them, and kept until the
 * project changes. The project's; asked by relm_gate_check(). Main thread.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

/* What is counted. Cancelled work is not. */
typedef enum
{
  RELM_GATE_TALLY_WORK, /* what is not done, of all */
  RELM_GATE_TALLY_BUGS, /* what is not done, of bugs and security */
  RELM_GATE_TALLY_TESTS,
  RELM_GATE_TALLY_DOCS,
  RELM_GATE_TALLY_BLOCKED, /* what is blocked, of all */
  RELM_GATE_TALLY_OVERDUE, /* what should have finished, of all */
  RELM_GATE_N_TALLIES,
} RelmGateTally;

typedef struct
{
  guint n_of;
  guint n_left; /* of these: what is in the way */
} RelmGateCount;

RelmGateCount relm_gate_tally_get (RelmProject *project,
                                   RelmRecord *scope,
                                   RelmGateTally tally,
                                   RelmDate today);

G_END_DECLS
