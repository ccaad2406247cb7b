/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which rows of an outline wait for which: the schedule dependencies whose two ends are both listed. Plain values, unowned
 * records; main thread.
 */

#pragma once

#include "relm-report-outline.h"

G_BEGIN_DECLS

typedef struct
{
  guint from;         /* the row of the predecessor */
  guint to;           /* the row of the successor */
  const char *type;   /* "fs", "ss", "ff" or "sf" */
  gint64 lag_minutes; /* working minutes; negative is a lead */
} RelmReportLink;

GArray *relm_report_links_new (RelmProject *project,
                               RelmReportOutline *outline);
void relm_report_links_get_range (GArray *links,
                                  guint to,
                                  guint *first,
                                  guint *last);
char *relm_report_link_dup_text (const RelmReportLink *link);

G_END_DECLS
