/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The plan as events for calendars: iCalendar, RFC 5545. A release and a milestone are a day, a phase is its days, and work
 * items are events when somebody wants them. An event's UID is made from the record's id and so stays; its SEQUENCE grows when
 * it says something else than the file that the new one takes the place of, and never shrinks, so that a calendar that takes
 * the file again changes its event and does not add one. Main thread.
 */

#pragma once

#include "relm-report.h"

G_BEGIN_DECLS

GBytes *relm_report_icalendar_write (RelmProject *project,
                                     const RelmReportOptions *options);

G_END_DECLS
