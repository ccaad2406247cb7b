/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-work-item.h"

const RelmChoice relm_work_item_kinds[] = {
  { "feature", N_ ("Feature") },
  { "bug", N_ ("Bug") },
  { "task", N_ ("Task") },
  { "chore", N_ ("Chore") },
  { "security", N_ ("Security") },
  { "documentation", N_ ("Documentation") },
  { "test", N_ ("Test") },
  { "deployment", N_ ("Deployment") },
  { NULL },
};

const RelmChoice relm_work_item_states[] = {
  { "open", N_ ("Open") },
  { "in_progress", N_ ("In progress") },
  { "blocked", N_ ("Blocked") },
  { "done", N_ ("Done") },
  { "cancelled", N_ ("Cancelled") },
  { NULL },
};

const RelmChoice relm_work_item_stages[] = {
  { "requirements", N_ ("Requirements") },
  { "design", N_ ("Design") },
  { "coding", N_ ("Coding") },
  { "testing", N_ ("Testing") },
  { "deployment", N_ ("Deployment") },
  { NULL },
};

const RelmChoice relm_work_item_priorities[] = {
  { "low", N_ ("Low") },
  { "normal", N_ ("Normal") },
  { "high", N_ ("High") },
  { "critical", N_ ("Critical") },
  { NULL },
};

static const RelmField fields[] = {
  RELM_WORK_ITEM_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "work-item",
  .member = "work_items",
  .id_prefix = "wi",
  .label = N_ ("Work item"),
  .label_plural = N_ ("Work items"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmWorkItem, relm_work_item, kind)
