/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A cell of the plan's table: one column of a row. Belongs to its table; main thread.
 */

#pragma once

#include "relm-cell.h"
#include "relm-plan-sheet.h"

G_BEGIN_DECLS

#define RELM_TYPE_PLAN_CELL (relm_plan_cell_get_type ())
G_DECLARE_FINAL_TYPE (RelmPlanCell, relm_plan_cell, RELM, PLAN_CELL, RelmCell)

RelmPlanCell *relm_plan_cell_new (RelmPlanSheet *sheet,
                                  RelmPlanColumn column);
RelmPlanColumn relm_plan_cell_get_column (RelmPlanCell *self);
RelmPlanRow *relm_plan_cell_get_row (RelmPlanCell *self);
void relm_plan_cell_set_row (RelmPlanCell *self,
                             RelmPlanRow *row);

G_END_DECLS
