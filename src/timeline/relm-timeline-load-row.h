/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How much one person has to do over time, below the timeline and on its scale: bars against the line of what they can. Arrow keys go
 * from one stretch of days that are alike to the next, Enter selects on the timeline what is done there. Main thread.
 */

#pragma once

#include "relm-plan-load.h"
#include "relm-timeline.h"

G_BEGIN_DECLS

#define RELM_TYPE_TIMELINE_LOAD_ROW (relm_timeline_load_row_get_type ())
G_DECLARE_FINAL_TYPE (RelmTimelineLoadRow, relm_timeline_load_row, RELM, TIMELINE_LOAD_ROW, GtkWidget)

GtkWidget *relm_timeline_load_row_new (RelmTimeline *timeline,
                                       guint row);
void relm_timeline_load_row_set_load (RelmTimelineLoadRow *self,
                                      RelmPlanLoad *load);
RelmDate relm_timeline_load_row_get_cursor (RelmTimelineLoadRow *self);

G_END_DECLS
