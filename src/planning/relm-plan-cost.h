/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the work of a project, or of a release, was to cost, what of that is earned, and what was spent: earned value against a
 * baseline, or against the plan of now where there is none. A snapshot: who made it makes it anew when the plan changes. The rules
 * are in the help (cost.page). Main thread.
 */

#pragma once

#include "relm-earned-value.h"
#include "relm-project.h"

G_BEGIN_DECLS

typedef struct _RelmPlanCost RelmPlanCost;

typedef struct
{
  RelmEarnedValue value;
  RelmRecord *baseline; /* (nullable) (transfer none): what it is measured against */
  RelmDate status;      /* up to the end of this day */
  guint n_items;        /* that cost something */
  guint n_estimated;    /* of them, begun ones whose spending nobody wrote down, so that it was taken from their progress */
  guint n_free;         /* work whose cost nobody knows: without other cost, or a person with a cost of an hour */
  guint n_undated;      /* work that is planned for no time, and so not counted */
} RelmPlanCostSum;

gboolean relm_plan_cost_is_known (RelmProject *project);
RelmPlanCost *relm_plan_cost_new (RelmProject *project,
                                  RelmDate today);
void relm_plan_cost_free (RelmPlanCost *self);

void relm_plan_cost_sum (RelmPlanCost *self,
                         RelmRecord *release,
                         RelmPlanCostSum *sum);
gint64 relm_plan_cost_of (RelmPlanCost *self,
                          RelmRecord *item,
                          RelmSpan days);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmPlanCost, relm_plan_cost_free)

G_END_DECLS
