/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-component.h"

static const RelmField fields[] = {
  RELM_COMPONENT_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "component",
  .member = "components",
  .id_prefix = "cmp",
  .label = N_ ("Component"),
  .label_plural = N_ ("Components"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmComponent, relm_component, kind)
