/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The columns of the plan's table: their cells, made once per cell in sight. Owned by its table; main thread.
 */

#pragma once

#include "relm-plan-cell.h"
#include "relm-table-columns.h"

G_BEGIN_DECLS

#define RELM_TYPE_PLAN_COLUMNS (relm_plan_columns_get_type ())
G_DECLARE_FINAL_TYPE (RelmPlanColumns, relm_plan_columns, RELM, PLAN_COLUMNS, RelmTableColumns)

RelmPlanColumns *relm_plan_columns_new (GtkColumnView *view,
                                        RelmPlanSheet *sheet);
void relm_plan_columns_refresh (RelmPlanColumns *self);
RelmPlanCell *relm_plan_columns_find_cell (RelmPlanColumns *self,
                                           RelmPlanRow *row,
                                           RelmPlanColumn column);
GArray *relm_plan_columns_list_shown (RelmPlanColumns *self);

G_END_DECLS
