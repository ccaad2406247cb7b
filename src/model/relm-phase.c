/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-phase.h"

static const RelmField fields[] = {
  RELM_PHASE_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "phase",
  .member = "phases",
  .id_prefix = "pha",
  .label = N_ ("Phase"),
  .label_plural = N_ ("Phases"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmPhase, relm_phase, kind)
