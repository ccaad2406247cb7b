/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The dates that the engine computes for a project: where each record would be by its links, how far it may slip, what is critical,
 * why, what is broken, and what else would move if somebody moved something. It follows the project edit by edit; dates are those
 * of now whenever they are asked for, and "changed" is emitted once after a row of edits. What it computes is never written to the
 * project: people accept it, and the document takes that as an edit. One per document, main thread.
 */

#pragma once

#include "relm-duration.h"
#include "relm-project.h"
#include "relm-schedule.h"

G_BEGIN_DECLS

#define RELM_TYPE_PLAN_SCHEDULE (relm_plan_schedule_get_type ())
G_DECLARE_FINAL_TYPE (RelmPlanSchedule, relm_plan_schedule, RELM, PLAN_SCHEDULE, GObject)

/* Days are inclusive; floats are minutes of working time. */
typedef struct
{
  RelmSpan computed;
  RelmSpan early;
  RelmSpan late;
  gint32 total_float; /* may be negative */
  gint32 free_float;
  RelmCriticality criticality;
  gboolean follows; /* it has predecessors, so that its dates come from them unless it is pinned */
  gboolean pinned;
} RelmPlanDates;

/* A record, and where it would be. */
typedef struct
{
  RelmRecord *record; /* unowned */
  RelmSpan span;
} RelmPlanMove;

/* Something that does not hold. */
typedef struct
{
  RelmRecord *record;
  RelmRecord *other; /* or NULL */
  char *text;        /* translated, one sentence */
} RelmPlanProblem;

#define RELM_PLAN_NEAR_FLOAT (2 * RELM_DURATION_DAY) /* minutes: what has no more than that is nearly critical */

RelmPlanSchedule *relm_plan_schedule_new (RelmProject *project);
RelmProject *relm_plan_schedule_get_project (RelmPlanSchedule *self);

gboolean relm_plan_schedule_get_dates (RelmPlanSchedule *self,
                                       RelmRecord *record,
                                       RelmPlanDates *dates);
RelmDate relm_plan_schedule_get_ready (RelmPlanSchedule *self,
                                       RelmRecord *release);
RelmCalendar *relm_plan_schedule_get_calendar (RelmPlanSchedule *self);
RelmSpan relm_plan_schedule_get_moved (RelmPlanSchedule *self,
                                       RelmRecord *record,
                                       RelmSpan days,
                                       RelmDate start);
gint64 relm_plan_schedule_get_duration (RelmPlanSchedule *self,
                                        RelmRecord *record,
                                        RelmSpan days);
gint64 relm_plan_schedule_get_work (RelmPlanSchedule *self,
                                    RelmRecord *record,
                                    RelmSpan days);
RelmSpan relm_plan_schedule_get_lasting (RelmPlanSchedule *self,
                                         RelmRecord *record,
                                         RelmDate start,
                                         gint64 minutes);
GPtrArray *relm_plan_schedule_list_critical (RelmPlanSchedule *self,
                                             RelmRecord *release);
char *relm_plan_schedule_dup_reason (RelmPlanSchedule *self,
                                     RelmRecord *record);
GPtrArray *relm_plan_schedule_list_problems (RelmPlanSchedule *self);
gboolean relm_plan_schedule_is_broken (RelmPlanSchedule *self,
                                       RelmRecord *dependency);

GArray *relm_plan_schedule_preview (RelmPlanSchedule *self,
                                    const RelmPlanMove *moves,
                                    guint n);
GArray *relm_plan_schedule_list_pending (RelmPlanSchedule *self);
gboolean relm_plan_schedule_get_pending (RelmPlanSchedule *self,
                                         RelmRecord *record,
                                         RelmSpan *span);
char *relm_plan_moves_dup_summary (GArray *moves);

GPtrArray *relm_plan_find_loop (RelmProject *project,
                                RelmRecord *predecessor,
                                RelmRecord *successor);

void relm_plan_problem_free (RelmPlanProblem *problem);

G_END_DECLS
