/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The rows of the plan's table as a tree that follows the project: releases, in them phases with their work, as the plan's exports
 * have them. Made anew when somebody asks for it, and something has changed. Numbers are those of the whole plan also where one release is shown, so that what comes before can always be named.
 * An edit changes the rows that it concerns, and leaves the others as they are. Belongs to its table; main thread.
 */

#pragma once

#include "relm-plan-row.h"
#include "relm-project.h"

G_BEGIN_DECLS

#define RELM_TYPE_PLAN_OUTLINE (relm_plan_outline_get_type ())
G_DECLARE_FINAL_TYPE (RelmPlanOutline, relm_plan_outline, RELM, PLAN_OUTLINE, GObject)

RelmPlanOutline *relm_plan_outline_new (void);
void relm_plan_outline_set_project (RelmPlanOutline *self,
                                    RelmProject *project);
void relm_plan_outline_set_release (RelmPlanOutline *self,
                                    RelmRecord *release);
void relm_plan_outline_update (RelmPlanOutline *self);

GListModel *relm_plan_outline_get_model (RelmPlanOutline *self);
RelmPlanRow *relm_plan_outline_get_row (RelmPlanOutline *self,
                                        guint number);
RelmPlanRow *relm_plan_outline_find (RelmPlanOutline *self,
                                     RelmRecord *record);

G_END_DECLS
