/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A point in time that matters to a release, without a decision.
 */

#pragma once

#include "relm-record.h"
#include "relm-scheduling.h"

G_BEGIN_DECLS

#define RELM_MILESTONE_FIELDS(FIELD)                                                                                   \
  FIELD (RELM_MILESTONE, NAME, "name", N_ ("Name"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE)           \
  FIELD (RELM_MILESTONE, RELEASE, "release", N_ ("Release"), REFERENCE, .target = "release")                           \
  FIELD (RELM_MILESTONE, KIND, "kind", N_ ("Kind"), ENUM, .choices = relm_milestone_kinds, .fallback = RELM_VALUE_INIT_ENUM ("custom")) \
  FIELD (RELM_MILESTONE, OWNER, "owner", N_ ("Owner"), REFERENCE, .target = "person")                                  \
  FIELD (RELM_MILESTONE, PLANNED, "planned", N_ ("Planned date"), DATE, .flags = RELM_FIELD_DEFAULTS)                  \
  FIELD (RELM_MILESTONE, COMMITTED, "committed", N_ ("Committed date"), DATE, .flags = RELM_FIELD_DEFAULTS)            \
  FIELD (RELM_MILESTONE, ACTUAL, "actual", N_ ("Actual date"), DATE, .flags = RELM_FIELD_DEFAULTS)                     \
  FIELD (RELM_MILESTONE, SCHEDULING, "scheduling", N_ ("Scheduling"), ENUM, .choices = relm_schedulings, .fallback = RELM_VALUE_INIT_ENUM ("pinned"), .flags = RELM_FIELD_SCHEDULE) \
  FIELD (RELM_MILESTONE, NOTES, "notes", N_ ("Notes"), TEXT, .flags = RELM_FIELD_DEFAULTS)

enum
{
  RELM_MILESTONE_FIELDS (RELM_FIELD_INDEX)
  RELM_MILESTONE_N_FIELDS
};

extern const RelmChoice relm_milestone_kinds[];

#define RELM_TYPE_MILESTONE (relm_milestone_get_type ())
G_DECLARE_FINAL_TYPE (RelmMilestone, relm_milestone, RELM, MILESTONE, RelmRecord)

G_END_DECLS
