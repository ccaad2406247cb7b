/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a stakeholder does not know yet, and the way to tell them. Seen for stakeholders alone. Main thread.
 */

#pragma once

#include "relm-schedule-group.h"

G_BEGIN_DECLS

#define RELM_TYPE_TOLD_FACTS (relm_told_facts_get_type ())
G_DECLARE_FINAL_TYPE (RelmToldFacts, relm_told_facts, RELM, TOLD_FACTS, RelmScheduleGroup)

RelmScheduleGroup *relm_told_facts_new (void);


G_END_DECLS
