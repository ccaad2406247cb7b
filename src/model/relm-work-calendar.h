/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A calendar: when work is done. Its hours are one text for days of a week that are alike, "mon-fri 08:00-12:00 13:00-17:00"; days
 * that no text names are off, and without any text it is that very week. What days differ is said by calendar exceptions. A record
 * is on the main thread, as its project.
 */

#pragma once

#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_WORK_CALENDAR_FIELDS(FIELD)                                                                                    \
  FIELD (RELM_WORK_CALENDAR, NAME, "name", N_ ("Name"), STRING, .flags = RELM_FIELD_REQUIRED | RELM_FIELD_TITLE)            \
  FIELD (RELM_WORK_CALENDAR, HOURS, "hours", N_ ("Working hours"), STRINGS, .flags = RELM_FIELD_DEFAULTS)                   \
  FIELD (RELM_WORK_CALENDAR, NOTES, "notes", N_ ("Notes"), TEXT, .flags = RELM_FIELD_DEFAULTS)

enum
{
  RELM_WORK_CALENDAR_FIELDS (RELM_FIELD_INDEX)
  RELM_WORK_CALENDAR_N_FIELDS
};

#define RELM_TYPE_WORK_CALENDAR (relm_work_calendar_get_type ())
G_DECLARE_FINAL_TYPE (RelmWorkCalendar, relm_work_calendar, RELM, WORK_CALENDAR, RelmRecord)

G_END_DECLS
