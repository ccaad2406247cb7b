/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A baseline: a frozen copy of the plan, to compare with. What was in it are baseline items. A record is on the main thread, as its
 * project.
 */

#pragma once

#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_BASELINE_FIELDS(FIELD)                                                                                    \
  FIELD (RELM_BASELINE, NAME, "name", N_ ("Name"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE)            \
  FIELD (RELM_BASELINE, TAKEN, "taken", N_ ("Taken on"), DATE, .flags = RELM_FIELD_DEFAULTS)                           \
  FIELD (RELM_BASELINE, NOTES, "notes", N_ ("Notes"), TEXT, .flags = RELM_FIELD_DEFAULTS)

enum
{
  RELM_BASELINE_FIELDS (RELM_FIELD_INDEX)
  RELM_BASELINE_N_FIELDS
};

#define RELM_TYPE_BASELINE (relm_baseline_get_type ())
G_DECLARE_FINAL_TYPE (RelmBaseline, relm_baseline, RELM, BASELINE, RelmRecord)

G_END_DECLS
