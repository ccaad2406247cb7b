/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A criterion of a gate: what must be so for it to be passed. Either somebody says whether it is, or a rule finds it out from
 * the plan each time it is asked, and the file says nothing about it. It may be waived, which both have in common.
 */

#pragma once

#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_GATE_CRITERION_FIELDS(FIELD)                                                                              \
  FIELD (RELM_GATE_CRITERION, NAME, "name", N_ ("Name"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE)      \
  FIELD (RELM_GATE_CRITERION, GATE, "gate", N_ ("Gate"), REFERENCE, .target = "gate", .flags = RELM_FIELD_REQUIRED)    \
  FIELD (RELM_GATE_CRITERION, RULE, "rule", N_ ("Checked"), ENUM, .choices = relm_gate_criterion_rules, .fallback = RELM_VALUE_INIT_ENUM ("by_hand")) \
  FIELD (RELM_GATE_CRITERION, STANDING, "standing", N_ ("Standing"), ENUM, .choices = relm_gate_criterion_standings, .fallback = RELM_VALUE_INIT_ENUM ("open")) \
  FIELD (RELM_GATE_CRITERION, CHECKED_BY, "checked_by", N_ ("Checked by"), REFERENCE, .target = "person")              \
  FIELD (RELM_GATE_CRITERION, CHECKED, "checked", N_ ("Checked on"), DATE, .flags = RELM_FIELD_DEFAULTS)               \
  FIELD (RELM_GATE_CRITERION, EVIDENCE, "evidence", N_ ("Evidence"), STRING, .flags = RELM_FIELD_DEFAULTS)             \
  FIELD (RELM_GATE_CRITERION, NOTES, "notes", N_ ("Notes"), TEXT, .flags = RELM_FIELD_DEFAULTS)

enum
{
  RELM_GATE_CRITERION_FIELDS (RELM_FIELD_INDEX)
  RELM_GATE_CRITERION_N_FIELDS
};

extern const RelmChoice relm_gate_criterion_rules[];
extern const RelmChoice relm_gate_criterion_standings[];

#define RELM_TYPE_GATE_CRITERION (relm_gate_criterion_get_type ())
G_DECLARE_FINAL_TYPE (RelmGateCriterion, relm_gate_criterion, RELM, GATE_CRITERION, RelmRecord)

G_END_DECLS
