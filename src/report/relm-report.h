/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A plan, or what belongs to one release of it, as a file that someone can be handed: made in memory from the project as it is
 * now, and written by whoever asked for it. One format is one file pair; this is the door to all of them. Main thread.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_REPORT_CSV,       /* a table for spreadsheets */
  RELM_REPORT_ICALENDAR, /* events for calendars */
  RELM_REPORT_MSPDI,     /* a plan for Microsoft Project and what reads its XML */
  RELM_REPORT_N_FORMATS,
} RelmReportFormat;

typedef struct
{
  RelmRecord *release; /* (nullable): the only release, or NULL for all */
  GBytes *previous;    /* (nullable): what the file held until now; only iCalendar looks at it */
  gint64 now;          /* seconds since 1970 UTC */
  gboolean with_work;  /* iCalendar: work items are events too */
} RelmReportOptions;

GBytes *relm_report_write (RelmProject *project,
                           RelmReportFormat format,
                           const RelmReportOptions *options);

const char *relm_report_format_get_nick (RelmReportFormat format);
const char *relm_report_format_get_label (RelmReportFormat format);
const char *relm_report_format_get_suffix (RelmReportFormat format);
gboolean relm_report_format_find (const char *nick,
                                  RelmReportFormat *format);

G_END_DECLS
