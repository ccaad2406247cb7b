/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the schedule says of one record, in rows: why it is when it is, how far it may slip, what does not hold, and other dates than
 * the planned ones, which can be taken over. Hidden when the record takes no part in the plan. Main thread.
 */

#pragma once

#include "relm-schedule-group.h"

G_BEGIN_DECLS

#define RELM_TYPE_SCHEDULE_FACTS (relm_schedule_facts_get_type ())
G_DECLARE_FINAL_TYPE (RelmScheduleFacts, relm_schedule_facts, RELM, SCHEDULE_FACTS, RelmScheduleGroup)

RelmScheduleGroup *relm_schedule_facts_new (void);

G_END_DECLS
