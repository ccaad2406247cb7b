/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A period of a release, such as development or stabilisation. A point with a decision is a gate, a point without one
 * a milestone.
 */

#pragma once

#include "relm-record.h"
#include "relm-scheduling.h"

G_BEGIN_DECLS

#define RELM_PHASE_FIELDS(FIELD)                                                                                       \
  FIELD (RELM_PHASE, NAME, "name", N_ ("Name"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE)               \
  FIELD (RELM_PHASE, RELEASE, "release", N_ ("Release"), REFERENCE, .target = "release")                               \
  FIELD (RELM_PHASE, PLANNED_START, "planned_start", N_ ("Planned start"), DATE, .flags = RELM_FIELD_DEFAULTS)         \
  FIELD (RELM_PHASE, PLANNED_FINISH, "planned_finish", N_ ("Planned finish"), DATE, .flags = RELM_FIELD_DEFAULTS)      \
  FIELD (RELM_PHASE, ACTUAL_START, "actual_start", N_ ("Actual start"), DATE, .flags = RELM_FIELD_DEFAULTS)            \
  FIELD (RELM_PHASE, ACTUAL_FINISH, "actual_finish", N_ ("Actual finish"), DATE, .flags = RELM_FIELD_DEFAULTS)         \
  FIELD (RELM_PHASE, SCHEDULING, "scheduling", N_ ("Scheduling"), ENUM, .choices = relm_schedulings, .fallback = RELM_VALUE_INIT_ENUM ("automatic"), .flags = RELM_FIELD_SCHEDULE) \
  FIELD (RELM_PHASE, DURATION, "duration_minutes", N_ ("Duration"), DURATION, .maximum = RELM_FIELD_DURATION_MAX, .flags = RELM_FIELD_SCHEDULE) \
  FIELD (RELM_PHASE, NOTES, "notes", N_ ("Notes"), TEXT, .flags = RELM_FIELD_DEFAULTS)

enum
{
  RELM_PHASE_FIELDS (RELM_FIELD_INDEX)
  RELM_PHASE_N_FIELDS
};

#define RELM_TYPE_PHASE (relm_phase_get_type ())
G_DECLARE_FINAL_TYPE (RelmPhase, relm_phase, RELM, PHASE, RelmRecord)

G_END_DECLS
