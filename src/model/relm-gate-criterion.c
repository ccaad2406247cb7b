/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-gate-criterion.h"

const RelmChoice relm_gate_criterion_rules[] = {
  /* Translators: how it is found out whether a gate's criterion is met */
  { "by_hand", N_ ("By hand") },
  { "work_done", N_ ("All work items are done") },
  { "bugs_done", N_ ("No bug is open") },
  { "tests_done", N_ ("All tests are done") },
  { "docs_done", N_ ("All documentation is done") },
  { "nothing_blocked", N_ ("No work item is blocked") },
  { "nothing_overdue", N_ ("No work item is overdue") },
  { "milestones_reached", N_ ("All milestones before it are reached") },
  { "gates_passed", N_ ("All gates before it are passed") },
  { NULL },
};

const RelmChoice relm_gate_criterion_standings[] = {
  /* Translators: of a gate's criterion */
  { "open", N_ ("Not met") },
  /* Translators: of a gate's criterion */
  { "met", N_ ("Met") },
  /* Translators: of a gate's criterion that is done without */
  { "waived", N_ ("Waived") },
  { NULL },
};

static const RelmField fields[] = {
  RELM_GATE_CRITERION_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "gate-criterion",
  .member = "gate_criteria",
  .id_prefix = "crt",
  .label = N_ ("Criterion"),
  .label_plural = N_ ("Criteria"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmGateCriterion, relm_gate_criterion, kind)
