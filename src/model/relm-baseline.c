/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-baseline.h"

static const RelmField fields[] = {
  RELM_BASELINE_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "baseline",
  .member = "baselines",
  .id_prefix = "bas",
  .label = N_ ("Baseline"),
  .label_plural = N_ ("Baselines"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmBaseline, relm_baseline, kind)
