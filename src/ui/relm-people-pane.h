/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Below the timeline: how much everybody has to do, and the way to level it. Whoever owns it acts on “timeline-page.level” and
 * “timeline-page.stop-levelling”, and says how far that is. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-timeline-load.h"

G_BEGIN_DECLS

#define RELM_TYPE_PEOPLE_PANE (relm_people_pane_get_type ())
G_DECLARE_FINAL_TYPE (RelmPeoplePane, relm_people_pane, RELM, PEOPLE_PANE, AdwBin)

void relm_people_pane_set_timeline (RelmPeoplePane *self,
                                    RelmTimeline *timeline);
void relm_people_pane_set_schedule (RelmPeoplePane *self,
                                    RelmPlanSchedule *schedule);
void relm_people_pane_set_progress (RelmPeoplePane *self,
                                    double fraction);
RelmTimelineLoad *relm_people_pane_get_load (RelmPeoplePane *self);

G_END_DECLS
