/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-gate.h"

const RelmChoice relm_gate_decisions[] = {
  /* Translators: of a gate, about which nothing was decided yet */
  { "pending", N_ ("Pending") },
  { "go", N_ ("Go") },
  { "conditional_go", N_ ("Go with conditions") },
  { "no_go", N_ ("No-go") },
  { "deferred", N_ ("Deferred") },
  { NULL },
};

static const RelmField fields[] = {
  RELM_GATE_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "gate",
  .member = "gates",
  .id_prefix = "gat",
  .label = N_ ("Gate"),
  .label_plural = N_ ("Gates"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmGate, relm_gate, kind)
