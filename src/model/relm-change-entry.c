/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-change-entry.h"

const RelmChoice relm_change_entry_kinds[] = {
  { "added", N_ ("Added") },
  { "changed", N_ ("Changed") },
  { "deprecated", N_ ("Deprecated") },
  { "removed", N_ ("Removed") },
  { "fixed", N_ ("Fixed") },
  { "security", N_ ("Security") },
  { NULL },
};

static const RelmField fields[] = {
  RELM_CHANGE_ENTRY_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "change-entry",
  .member = "change_entries",
  .id_prefix = "chg",
  .label = N_ ("Change entry"),
  .label_plural = N_ ("Change entries"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmChangeEntry, relm_change_entry, kind)
