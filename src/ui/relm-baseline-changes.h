/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is otherwise now than in a baseline, in rows that lead there. Hidden for any other record. Main thread.
 */

#pragma once

#include "relm-schedule-group.h"

G_BEGIN_DECLS

#define RELM_TYPE_BASELINE_CHANGES (relm_baseline_changes_get_type ())
G_DECLARE_FINAL_TYPE (RelmBaselineChanges, relm_baseline_changes, RELM, BASELINE_CHANGES, RelmScheduleGroup)

RelmScheduleGroup *relm_baseline_changes_new (void);

G_END_DECLS
