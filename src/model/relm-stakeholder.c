/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-stakeholder.h"

const RelmChoice relm_stakeholder_categories[] = {
  { "internal", N_ ("Internal") },
  { "external", N_ ("External") },
  { NULL },
};

const RelmChoice relm_stakeholder_engagements[] = {
  { "unaware", N_ ("Unaware") },
  { "resistant", N_ ("Resistant") },
  { "neutral", N_ ("Neutral") },
  { "supportive", N_ ("Supportive") },
  { "leading", N_ ("Leading") },
  { NULL },
};

static const RelmField fields[] = {
  RELM_STAKEHOLDER_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "stakeholder",
  .member = "stakeholders",
  .id_prefix = "stk",
  .label = N_ ("Stakeholder"),
  .label_plural = N_ ("Stakeholders"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmStakeholder, relm_stakeholder, kind)
