/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Says that one thing's start or finish waits for another's, with a lag in working minutes.
 */

#pragma once

#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_SCHEDULE_DEPENDENCY_FIELDS(FIELD)                                                                         \
  FIELD (RELM_SCHEDULE_DEPENDENCY, PREDECESSOR, "predecessor", N_ ("Predecessor"), REFERENCE, .flags = RELM_FIELD_REQUIRED) \
  FIELD (RELM_SCHEDULE_DEPENDENCY, SUCCESSOR, "successor", N_ ("Successor"), REFERENCE, .flags = RELM_FIELD_REQUIRED)  \
  FIELD (RELM_SCHEDULE_DEPENDENCY, TYPE, "type", N_ ("Type"), ENUM, .choices = relm_schedule_dependency_types, .fallback = RELM_VALUE_INIT_ENUM ("fs")) \
  FIELD (RELM_SCHEDULE_DEPENDENCY, LAG_MINUTES, "lag_minutes", N_ ("Lag"), DURATION, .minimum = -RELM_FIELD_DURATION_MAX, .maximum = RELM_FIELD_DURATION_MAX)

enum
{
  RELM_SCHEDULE_DEPENDENCY_FIELDS (RELM_FIELD_INDEX)
  RELM_SCHEDULE_DEPENDENCY_N_FIELDS
};

extern const RelmChoice relm_schedule_dependency_types[];

#define RELM_TYPE_SCHEDULE_DEPENDENCY (relm_schedule_dependency_get_type ())
G_DECLARE_FINAL_TYPE (RelmScheduleDependency, relm_schedule_dependency, RELM, SCHEDULE_DEPENDENCY, RelmRecord)

G_END_DECLS
