/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of RelmPlanSchedule share. */

#pragma once

#include "relm-plan-network.h"
#include "relm-plan-schedule.h"

G_BEGIN_DECLS

RelmPlanNetwork *_relm_plan_schedule_get_network (RelmPlanSchedule *self);
RelmSchedule *_relm_plan_schedule_get_engine (RelmPlanSchedule *self);
char *_relm_plan_dup_constraint (RelmRecord *record);
GPtrArray *_relm_plan_schedule_find_problems (RelmPlanSchedule *self);
GHashTable *_relm_plan_schedule_find_broken (RelmPlanSchedule *self);
RelmSpan _relm_plan_schedule_get_computed (RelmPlanSchedule *self,
                                           guint item);
gboolean _relm_plan_may_follow (RelmPlanNetwork *network,
                                guint item);
gboolean _relm_plan_differs (RelmPlanNetwork *network,
                             guint item,
                             RelmSpan planned,
                             RelmSpan computed);

G_END_DECLS
