/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The plan as a table: a tree of releases, phases and work with their dates, beside or in place of the timeline. What is selected
 * first is the view state's. Quick with ten thousand rows: there are widgets for those in sight alone, and an edit changes the rows
 * that it concerns. Main thread.
 */

#pragma once

#include "relm-plan-sheet.h"
#include "relm-table-columns.h"
#include "relm-view-state.h"

G_BEGIN_DECLS

#define RELM_TYPE_PLAN_TABLE (relm_plan_table_get_type ())
G_DECLARE_FINAL_TYPE (RelmPlanTable, relm_plan_table, RELM, PLAN_TABLE, GtkWidget)

void relm_plan_table_set_view_state (RelmPlanTable *self,
                                     RelmViewState *view_state);
RelmPlanSheet *relm_plan_table_get_sheet (RelmPlanTable *self);
GtkColumnView *relm_plan_table_get_view (RelmPlanTable *self);
RelmTableColumns *relm_plan_table_get_columns (RelmPlanTable *self);
GtkSelectionModel *relm_plan_table_get_selection (RelmPlanTable *self);
GPtrArray *relm_plan_table_list_chosen (RelmPlanTable *self);
void relm_plan_table_set_chosen (RelmPlanTable *self,
                                 GPtrArray *records);

G_END_DECLS
