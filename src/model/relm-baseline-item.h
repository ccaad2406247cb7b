/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a baseline says of one record. It names the record by its id and its title of then, and not by a reference, so that it
 * outlives the record: what was deleted since is part of the comparison. A record is on the main thread, as its project.
 */

#pragma once

#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_BASELINE_ITEM_FIELDS(FIELD)                                                                               \
  FIELD (RELM_BASELINE_ITEM, BASELINE, "baseline", N_ ("Baseline"), REFERENCE, .target = "baseline", .flags = RELM_FIELD_REQUIRED) \
  FIELD (RELM_BASELINE_ITEM, RECORD, "record", N_ ("Record"), STRING, .flags = RELM_FIELD_REQUIRED)                    \
  FIELD (RELM_BASELINE_ITEM, TITLE, "title", N_ ("Title"), STRING, .flags = RELM_FIELD_TITLE)                          \
  FIELD (RELM_BASELINE_ITEM, START, "start", N_ ("Start"), DATE, .flags = RELM_FIELD_DEFAULTS)                         \
  FIELD (RELM_BASELINE_ITEM, FINISH, "finish", N_ ("Finish"), DATE, .flags = RELM_FIELD_DEFAULTS)                      \
  FIELD (RELM_BASELINE_ITEM, DURATION, "duration_minutes", N_ ("Duration"), DURATION, .flags = RELM_FIELD_DEFAULTS) \
  FIELD (RELM_BASELINE_ITEM, COST, "cost_cents", N_ ("Cost"), MONEY, .flags = RELM_FIELD_DEFAULTS)

enum
{
  RELM_BASELINE_ITEM_FIELDS (RELM_FIELD_INDEX)
  RELM_BASELINE_ITEM_N_FIELDS
};

#define RELM_TYPE_BASELINE_ITEM (relm_baseline_item_get_type ())
G_DECLARE_FINAL_TYPE (RelmBaselineItem, relm_baseline_item, RELM, BASELINE_ITEM, RelmRecord)

G_END_DECLS
