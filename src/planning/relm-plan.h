/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * When a record takes place, as the plan and what has happened since say it. The dates are found by the names of a kind's
 * fields (planned_start, planned_finish or planned, actual_start, actual_finish or actual), so that a new kind with such
 * fields is on the timeline without a change here. What happened wins over what was planned. Main thread.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

/* The fields that an edit of a record's dates sets; -1 where there is nothing that may be moved. */
typedef struct
{
  int start;
  int finish;
} RelmPlanFields;

RelmSpan relm_plan_get_own_span (RelmRecord *record);
RelmSpan relm_plan_get_span (RelmProject *project,
                             RelmRecord *record);
RelmSpan relm_plan_get_span_of_parts (RelmRecord *record,
                                      RelmSpan parts);
RelmPlanFields relm_plan_get_editable_fields (RelmRecord *record);
RelmPlanFields relm_plan_get_planned_fields (RelmRecord *record);
gboolean relm_plan_can_plan_start (RelmRecord *record);
gboolean relm_plan_can_plan_finish (RelmRecord *record);

gboolean relm_plan_is_schedulable (RelmRecord *record);
gboolean relm_plan_is_scheduled (RelmRecord *record);
gboolean relm_plan_is_point (RelmRecord *record);
gboolean relm_plan_is_done (RelmRecord *record);
gboolean relm_plan_is_cancelled (RelmRecord *record);
gboolean relm_plan_is_blocked (RelmRecord *record);
const char *relm_plan_get_state_label (RelmRecord *record);
gboolean relm_plan_is_overdue (RelmRecord *record,
                               RelmDate today);
int relm_plan_get_days_late (RelmRecord *record,
                             RelmDate today);
int relm_plan_get_progress (RelmRecord *record);

RelmRecord *relm_plan_get_release (RelmProject *project,
                                   RelmRecord *record);

G_END_DECLS
