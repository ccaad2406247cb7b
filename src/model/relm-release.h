/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A planned delivery. Its version identifies it; its dates are five different things, of which the computed forecast
 * and the baseline are never stored here.
 */

#pragma once

#include "relm-record.h"
#include "relm-scheduling.h"

G_BEGIN_DECLS

#define RELM_RELEASE_FIELDS(FIELD)                                                                                     \
  FIELD (RELM_RELEASE, VERSION, "version", N_ ("Version"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE)    \
  FIELD (RELM_RELEASE, NAME, "name", N_ ("Name"), STRING, .flags = RELM_FIELD_DEFAULTS)                                \
  FIELD (RELM_RELEASE, RELEASE_LINE, "release_line", N_ ("Release line"), REFERENCE, .target = "release-line")                         \
  FIELD (RELM_RELEASE, STATE, "state", N_ ("State"), ENUM, .choices = relm_release_states, .fallback = RELM_VALUE_INIT_ENUM ("planned")) \
  FIELD (RELM_RELEASE, HEALTH, "health", N_ ("Health"), ENUM, .choices = relm_release_healths)                         \
  FIELD (RELM_RELEASE, OWNER, "owner", N_ ("Owner"), REFERENCE, .target = "person")                                    \
  FIELD (RELM_RELEASE, PLANNED_START, "planned_start", N_ ("Planned start"), DATE, .flags = RELM_FIELD_DEFAULTS)       \
  FIELD (RELM_RELEASE, PLANNED, "planned", N_ ("Planned date"), DATE, .flags = RELM_FIELD_DEFAULTS)                    \
  FIELD (RELM_RELEASE, COMMITTED, "committed", N_ ("Committed date"), DATE, .flags = RELM_FIELD_DEFAULTS)              \
  FIELD (RELM_RELEASE, ACTUAL, "actual", N_ ("Actual date"), DATE, .flags = RELM_FIELD_DEFAULTS)                       \
  FIELD (RELM_RELEASE, SCHEDULING, "scheduling", N_ ("Scheduling"), ENUM, .choices = relm_schedulings, .fallback = RELM_VALUE_INIT_ENUM ("pinned"), .flags = RELM_FIELD_SCHEDULE) \
  FIELD (RELM_RELEASE, TAG, "tag", N_ ("Tag"), STRING, .flags = RELM_FIELD_DEFAULTS)                                   \
  FIELD (RELM_RELEASE, GOAL, "goal", N_ ("Goal"), TEXT, .flags = RELM_FIELD_DEFAULTS)                                  \
  FIELD (RELM_RELEASE, NOTES, "notes", N_ ("Notes"), TEXT, .flags = RELM_FIELD_DEFAULTS)

enum
{
  RELM_RELEASE_FIELDS (RELM_FIELD_INDEX)
  RELM_RELEASE_N_FIELDS
};

extern const RelmChoice relm_release_states[];
extern const RelmChoice relm_release_healths[];

#define RELM_TYPE_RELEASE (relm_release_get_type ())
G_DECLARE_FINAL_TYPE (RelmRelease, relm_release, RELM, RELEASE, RelmRecord)

G_END_DECLS
