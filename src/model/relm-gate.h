/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A gate: a point in time at which somebody decides whether a release goes on, by criteria that belong to it. A decision to go
 * passes it; after any other it is still ahead.
 */

#pragma once

#include "relm-record.h"
#include "relm-scheduling.h"

G_BEGIN_DECLS

#define RELM_GATE_FIELDS(FIELD)                                                                                        \
  FIELD (RELM_GATE, NAME, "name", N_ ("Name"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE)                \
  FIELD (RELM_GATE, DECISION, "decision", N_ ("Decision"), ENUM, .choices = relm_gate_decisions, .fallback = RELM_VALUE_INIT_ENUM ("pending")) \
  FIELD (RELM_GATE, DECIDED, "decided", N_ ("Decided on"), DATE, .flags = RELM_FIELD_DEFAULTS)                         \
  FIELD (RELM_GATE, RELEASE, "release", N_ ("Release"), REFERENCE, .target = "release")                                \
  FIELD (RELM_GATE, PHASE, "phase", N_ ("Phase"), REFERENCE, .target = "phase")                                        \
  FIELD (RELM_GATE, OWNER, "owner", N_ ("Decided by"), REFERENCE, .target = "person")                                  \
  FIELD (RELM_GATE, PLANNED, "planned", N_ ("Planned date"), DATE, .flags = RELM_FIELD_DEFAULTS)                       \
  FIELD (RELM_GATE, COMMITTED, "committed", N_ ("Committed date"), DATE, .flags = RELM_FIELD_DEFAULTS)                 \
  FIELD (RELM_GATE, ACTUAL, "actual", N_ ("Actual date"), DATE, .flags = RELM_FIELD_DEFAULTS)                          \
  FIELD (RELM_GATE, SCHEDULING, "scheduling", N_ ("Scheduling"), ENUM, .choices = relm_schedulings, .fallback = RELM_VALUE_INIT_ENUM ("pinned"), .flags = RELM_FIELD_SCHEDULE) \
  FIELD (RELM_GATE, CONDITIONS, "conditions", N_ ("Conditions"), TEXT, .flags = RELM_FIELD_DEFAULTS)                   \
  FIELD (RELM_GATE, NOTES, "notes", N_ ("Notes"), TEXT, .flags = RELM_FIELD_DEFAULTS)

enum
{
  RELM_GATE_FIELDS (RELM_FIELD_INDEX)
  RELM_GATE_N_FIELDS
};

extern const RelmChoice relm_gate_decisions[];

#define RELM_TYPE_GATE (relm_gate_get_type ())
G_DECLARE_FINAL_TYPE (RelmGate, relm_gate, RELM, GATE, RelmRecord)

G_END_DECLS
