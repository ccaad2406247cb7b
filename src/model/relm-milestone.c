/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-milestone.h"

const RelmChoice relm_milestone_kinds[] = {
  { "branch_point", N_ ("Branch point") },
  { "soft_freeze", N_ ("Soft freeze") },
  { "feature_freeze", N_ ("Feature freeze") },
  { "api_freeze", N_ ("API freeze") },
  { "ui_freeze", N_ ("UI freeze") },
  { "string_freeze", N_ ("String freeze") },
  { "code_freeze", N_ ("Code freeze") },
  { "test_freeze", N_ ("Test freeze") },
  { "docs_freeze", N_ ("Documentation freeze") },
  { "rc", N_ ("Release candidate") },
  { "ga", N_ ("General availability") },
  { "hotfix", N_ ("Hotfix") },
  { "eol", N_ ("End of life") },
  { "custom", N_ ("Other") },
  { NULL },
};

static const RelmField fields[] = {
  RELM_MILESTONE_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "milestone",
  .member = "milestones",
  .id_prefix = "mil",
  .label = N_ ("Milestone"),
  .label_plural = N_ ("Milestones"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmMilestone, relm_milestone, kind)
