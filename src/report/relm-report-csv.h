/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The plan as a table of comma-separated values: RFC 4180, UTF-8, lines that end with CR LF, a header row first. Titles come
 * from strangers, so what a spreadsheet would take for a formula gets an apostrophe before it. Main thread.
 */

#pragma once

#include "relm-report.h"

G_BEGIN_DECLS

GBytes *relm_report_csv_write (RelmProject *project,
                               const RelmReportOptions *options);
char *relm_report_csv_defuse (const char *text);
const char *relm_report_csv_arm (const char *text);
void relm_report_csv_append_cell (GString *row,
                                  const char *text);

G_END_DECLS
