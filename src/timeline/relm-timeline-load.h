/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How much everybody has to do, below a timeline and on its scale: a row per person. It follows the plan and what is seen of the
 * timeline. Main thread.
 */

#pragma once

#include "relm-timeline.h"

G_BEGIN_DECLS

#define RELM_TYPE_TIMELINE_LOAD (relm_timeline_load_get_type ())
G_DECLARE_FINAL_TYPE (RelmTimelineLoad, relm_timeline_load, RELM, TIMELINE_LOAD, GtkWidget)

void relm_timeline_load_set_timeline (RelmTimelineLoad *self,
                                      RelmTimeline *timeline);
void relm_timeline_load_set_schedule (RelmTimelineLoad *self,
                                      RelmPlanSchedule *schedule);
gboolean relm_timeline_load_is_empty (RelmTimelineLoad *self);
char *relm_timeline_load_dup_summary (RelmTimelineLoad *self);

G_END_DECLS
