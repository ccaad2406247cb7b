/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The calendars of a project in Microsoft Project XML: the standard week first, then each calendar of the project with the days
 * that differ, then one for each person who has leave. Main thread.
 */

#pragma once

#include "relm-plan-calendars.h"

G_BEGIN_DECLS

#define RELM_MSPDI_STANDARD_CALENDAR 1 /* its UID */

void relm_mspdi_append_calendars (GString *file,
                                  RelmProject *project);
gint64 relm_mspdi_get_calendar_uid (RelmProject *project,
                                    RelmRecord *record,
                                    guint field);
gint64 relm_mspdi_get_person_calendar_uid (RelmProject *project,
                                           RelmRecord *person);
gint64 relm_mspdi_count_minutes (RelmCalendar *calendar,
                                 RelmSpan span);

G_END_DECLS
