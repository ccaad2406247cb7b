/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the cells of the plan's table say: for each row and column a text to show, one to edit, and whether it can be edited. Dates,
 * durations and float are those that the schedule computes. Belongs to its table; main thread.
 */

#pragma once

#include "relm-document.h"
#include "relm-plan-outline.h"
#include "relm-plan-schedule.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_PLAN_NUMBER,
  RELM_PLAN_TITLE,
  RELM_PLAN_START,
  RELM_PLAN_FINISH,
  RELM_PLAN_DURATION,
  RELM_PLAN_PREDECESSORS,
  RELM_PLAN_ASSIGNEE,
  RELM_PLAN_FLOAT,
  RELM_PLAN_VARIANCE,
  RELM_PLAN_N_COLUMNS,
} RelmPlanColumn;

#define RELM_TYPE_PLAN_SHEET (relm_plan_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RelmPlanSheet, relm_plan_sheet, RELM, PLAN_SHEET, GObject)

const char *relm_plan_column_get_id (RelmPlanColumn column);
const char *relm_plan_column_get_label (RelmPlanColumn column);

RelmPlanSheet *relm_plan_sheet_new (void);
void relm_plan_sheet_set_document (RelmPlanSheet *self,
                                   RelmDocument *document,
                                   RelmPlanSchedule *schedule);
RelmDocument *relm_plan_sheet_get_document (RelmPlanSheet *self);
RelmPlanSchedule *relm_plan_sheet_get_schedule (RelmPlanSheet *self);
RelmPlanOutline *relm_plan_sheet_get_outline (RelmPlanSheet *self);
void relm_plan_sheet_set_baseline (RelmPlanSheet *self,
                                   RelmRecord *baseline);

RelmSpan relm_plan_sheet_get_span (RelmPlanSheet *self,
                                   RelmPlanRow *row);
char *relm_plan_sheet_dup_text (RelmPlanSheet *self,
                                RelmPlanRow *row,
                                RelmPlanColumn column);
char *relm_plan_sheet_dup_edit (RelmPlanSheet *self,
                                RelmPlanRow *row,
                                RelmPlanColumn column);
char *relm_plan_sheet_dup_hint (RelmPlanSheet *self,
                                RelmPlanRow *row,
                                RelmPlanColumn column,
                                const char **style);
gboolean relm_plan_sheet_can_write (RelmPlanSheet *self);
gboolean relm_plan_sheet_is_editable (RelmPlanSheet *self,
                                      RelmPlanRow *row,
                                      RelmPlanColumn column);
void relm_plan_sheet_reschedule (RelmPlanSheet *self,
                                 GArray *moves);

G_END_DECLS
