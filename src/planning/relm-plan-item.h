/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a record becomes in the engine's network: its duration, constraint and progress, from dates as people write them. Main thread.
 */

#pragma once

#include "relm-network.h"
#include "relm-project.h"

G_BEGIN_DECLS

void relm_plan_item_read (RelmRecord *record,
                          RelmCalendar *calendar,
                          gboolean follows,
                          RelmItem *item);
gboolean relm_plan_item_stays (RelmRecord *record,
                               gboolean follows);
void relm_plan_item_place (RelmRecord *record,
                           RelmCalendar *calendar,
                           RelmSpan span,
                           RelmItem *item);
gint32 relm_plan_item_get_work (RelmCalendar *calendar,
                                RelmSpan days);
gboolean relm_plan_item_is_as_much (RelmCalendar *calendar,
                                    RelmSpan days,
                                    RelmSpan others);
gint64 relm_plan_item_get_duration (RelmRecord *record,
                                    RelmCalendar *calendar,
                                    RelmSpan days);
RelmSpan relm_plan_item_get_planned (RelmRecord *record);
RelmSpan relm_plan_item_get_days (RelmTime start,
                                  RelmTime finish);
gboolean relm_plan_item_is_pinned (RelmRecord *record);

G_END_DECLS
