/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How a gate stands, and the way to decide about it. Seen for gates alone. Main thread.
 */

#pragma once

#include "relm-schedule-group.h"

G_BEGIN_DECLS

#define RELM_TYPE_GATE_FACTS (relm_gate_facts_get_type ())
G_DECLARE_FINAL_TYPE (RelmGateFacts, relm_gate_facts, RELM, GATE_FACTS, RelmScheduleGroup)

RelmScheduleGroup *relm_gate_facts_new (void);

G_END_DECLS
