/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A freeze window: a period in which some kinds of change need an exception request. Both days are inclusive; time and zone say
 * from when on the first of them. A record is on the main thread, as its project.
 */

#pragma once

#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_FREEZE_WINDOW_FIELDS(FIELD)                                                                               \
  FIELD (RELM_FREEZE_WINDOW, NAME, "name", N_ ("Name"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE)       \
  FIELD (RELM_FREEZE_WINDOW, KIND, "kind", N_ ("Kind"), ENUM, .choices = relm_freeze_window_kinds, .fallback = RELM_VALUE_INIT_ENUM ("soft")) \
  FIELD (RELM_FREEZE_WINDOW, RELEASE, "release", N_ ("Release"), REFERENCE, .target = "release")                       \
  FIELD (RELM_FREEZE_WINDOW, START, "start", N_ ("First day"), DATE, .flags = RELM_FIELD_DEFAULTS)                     \
  FIELD (RELM_FREEZE_WINDOW, FINISH, "finish", N_ ("Last day"), DATE, .flags = RELM_FIELD_DEFAULTS)                    \
  FIELD (RELM_FREEZE_WINDOW, TIME, "time", N_ ("Time"), STRING, .flags = RELM_FIELD_DEFAULTS)                          \
  FIELD (RELM_FREEZE_WINDOW, ZONE, "zone", N_ ("Time zone"), STRING, .flags = RELM_FIELD_DEFAULTS)                     \
  FIELD (RELM_FREEZE_WINDOW, NOTES, "notes", N_ ("Notes"), TEXT, .flags = RELM_FIELD_DEFAULTS)

enum
{
  RELM_FREEZE_WINDOW_FIELDS (RELM_FIELD_INDEX)
  RELM_FREEZE_WINDOW_N_FIELDS
};

extern const RelmChoice relm_freeze_window_kinds[];

#define RELM_TYPE_FREEZE_WINDOW (relm_freeze_window_get_type ())
G_DECLARE_FINAL_TYPE (RelmFreezeWindow, relm_freeze_window, RELM, FREEZE_WINDOW, RelmRecord)

G_END_DECLS
