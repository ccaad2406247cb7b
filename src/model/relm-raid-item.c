/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-raid-item.h"

const RelmChoice relm_raid_item_kinds[] = {
  { "risk", N_ ("Risk") },
  { "assumption", N_ ("Assumption") },
  { "issue", N_ ("Issue") },
  { "dependency", N_ ("Dependency on others") },
  { NULL },
};

const RelmChoice relm_raid_item_states[] = {
  { "open", N_ ("Open") },
  /* Translators: of a risk, or of an assumption that was wrong */
  { "happened", N_ ("Happened") },
  { "closed", N_ ("Closed") },
  { NULL },
};

/* Of a probability or an impact, the least first. */
const RelmChoice relm_raid_item_levels[] = {
  { "very_low", N_ ("Very low") },
  { "low", N_ ("Low") },
  { "medium", N_ ("Medium") },
  { "high", N_ ("High") },
  { "very_high", N_ ("Very high") },
  { NULL },
};

const RelmChoice relm_raid_item_responses[] = {
  { "avoid", N_ ("Avoid") },
  { "mitigate", N_ ("Mitigate") },
  { "transfer", N_ ("Transfer") },
  { "accept", N_ ("Accept") },
  { "escalate", N_ ("Escalate") },
  { NULL },
};

static const RelmField fields[] = {
  RELM_RAID_ITEM_FIELDS (RELM_FIELD_ROW)
  { NULL },
};

static const RelmKind kind = {
  .name = "raid-item",
  .member = "raid_items",
  .id_prefix = "rad",
  .label = N_ ("Risk or issue"),
  .label_plural = N_ ("Risks and issues"),
  .fields = fields,
};

RELM_DEFINE_KIND (RelmRaidItem, relm_raid_item, kind)
