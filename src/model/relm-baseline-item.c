/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-baseline-item.h"

static const RelmField fields[] = {
  RELM_BASELINE_ITEM_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "baseline-item",
  .member = "baseline_items",
  .id_prefix = "bit",
  .label = N_ ("Baseline item"),
  .label_plural = N_ ("Baseline items"),
  .fields = fields,
  .internal = TRUE,
};

RELM_DEFINE_KIND (RelmBaselineItem, relm_baseline_item, kind)
