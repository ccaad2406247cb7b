/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * An entry of the RAID log: a risk, an assumption, an issue or a dependency on others; what may keep a release from what it is to be,
 * and what is done about it.
 */

#pragma once

#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_RAID_ITEM_FIELDS(FIELD)                                                                                   \
  FIELD (RELM_RAID_ITEM, TITLE, "title", N_ ("Title"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE)        \
  FIELD (RELM_RAID_ITEM, KIND, "kind", N_ ("Kind"), ENUM, .choices = relm_raid_item_kinds, .fallback = RELM_VALUE_INIT_ENUM ("risk")) \
  FIELD (RELM_RAID_ITEM, STATE, "state", N_ ("State"), ENUM, .choices = relm_raid_item_states, .fallback = RELM_VALUE_INIT_ENUM ("open")) \
  FIELD (RELM_RAID_ITEM, PROBABILITY, "probability", N_ ("Probability"), ENUM, .choices = relm_raid_item_levels)       \
  FIELD (RELM_RAID_ITEM, IMPACT, "impact", N_ ("Impact"), ENUM, .choices = relm_raid_item_levels)                      \
  FIELD (RELM_RAID_ITEM, RESPONSE, "response", N_ ("Response"), ENUM, .choices = relm_raid_item_responses)             \
  FIELD (RELM_RAID_ITEM, RELEASE, "release", N_ ("Release"), REFERENCE, .target = "release")                           \
  FIELD (RELM_RAID_ITEM, OWNER, "owner", N_ ("Owner"), REFERENCE, .target = "person")                                  \
  FIELD (RELM_RAID_ITEM, REVIEW, "review", N_ ("Look at it again on"), DATE, .flags = RELM_FIELD_DEFAULTS)             \
  FIELD (RELM_RAID_ITEM, CAUSE, "cause", N_ ("Cause"), TEXT, .flags = RELM_FIELD_DEFAULTS)                             \
  FIELD (RELM_RAID_ITEM, EFFECT, "effect", N_ ("Effect"), TEXT, .flags = RELM_FIELD_DEFAULTS)                          \
  FIELD (RELM_RAID_ITEM, PLAN, "plan", N_ ("What is done about it"), TEXT, .flags = RELM_FIELD_DEFAULTS)

enum
{
  RELM_RAID_ITEM_FIELDS (RELM_FIELD_INDEX)
  RELM_RAID_ITEM_N_FIELDS
};

extern const RelmChoice relm_raid_item_kinds[];
extern const RelmChoice relm_raid_item_states[];
extern const RelmChoice relm_raid_item_levels[];
extern const RelmChoice relm_raid_item_responses[];

#define RELM_TYPE_RAID_ITEM (relm_raid_item_get_type ())
G_DECLARE_FINAL_TYPE (RelmRaidItem, relm_raid_item, RELM, RAID_ITEM, RelmRecord)

G_END_DECLS
