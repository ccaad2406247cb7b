/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-freeze-window.h"

const RelmChoice relm_freeze_window_kinds[] = {
  { "soft", N_ ("Soft") },
  { "feature", N_ ("Feature") },
  { "api", N_ ("API") },
  { "ui", N_ ("User interface") },
  { "string", N_ ("String") },
  { "code", N_ ("Code") },
  { "test", N_ ("Test") },
  { "docs", N_ ("Documentation") },
  { NULL },
};

static const RelmField fields[] = {
  RELM_FREEZE_WINDOW_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "freeze-window",
  .member = "freeze_windows",
  .id_prefix = "frz",
  .label = N_ ("Freeze window"),
  .label_plural = N_ ("Freeze windows"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmFreezeWindow, relm_freeze_window, kind)
