/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cost of a release or a project comes to, in words: one figure of earned value, and what it means. Plain structs. */

#pragma once

#include "relm-plan-cost.h"

G_BEGIN_DECLS

typedef struct
{
  const char *label; /* translated: what it is, with the abbreviation that the trade uses */
  char *figure;      /* an amount, a ratio or a date */
  char *meaning;     /* or NULL */
  gboolean wrong;    /* more is spent, or less earned, than planned */
} RelmCostFact;

GPtrArray *relm_cost_fact_list (const RelmPlanCostSum *sum,
                                const char *currency);
char *relm_cost_fact_dup_basis (const RelmPlanCostSum *sum);

G_END_DECLS
