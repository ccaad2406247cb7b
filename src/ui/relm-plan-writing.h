/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is written into cells of the plan's table, by hand or by pasting, and what becomes of it in the plan: titles, people and what
 * comes before are edits at once; days and durations are a move of the record, as on the timeline, which whoever has the table
 * makes. Main thread.
 */

#pragma once

#include "relm-plan-sheet.h"
#include "relm-timeline.h"

G_BEGIN_DECLS

/* What was written into the cells of one row; NULL where nothing was. */
typedef struct
{
  RelmRecord *record;
  const char *texts[RELM_PLAN_N_COLUMNS];
} RelmPlanWriting;

gboolean relm_plan_writing_get_move (const RelmPlanWriting *self,
                                     RelmPlanSheet *sheet,
                                     RelmTimelineMove *move,
                                     RelmPlanColumn *column,
                                     GError **error);
gboolean relm_plan_writing_apply (const RelmPlanWriting *self,
                                  RelmPlanSheet *sheet,
                                  RelmPlanColumn *column,
                                  GError **error);
gboolean relm_plan_writing_commit (RelmPlanSheet *sheet,
                                   RelmPlanRow *row,
                                   RelmPlanColumn column,
                                   const char *text,
                                   GError **error);

G_END_DECLS
