/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The plan as an outline, the form that tables and other planning programs know: releases, in them phases with their work,
 * milestones and other work, and work that is part of other work below that. What belongs to no release comes last. A snapshot
 * that does not hold its records: it lives as long as nobody edits the project. Main thread.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

#define RELM_REPORT_NONE G_MAXUINT
#define RELM_REPORT_MAX_DEPTH 32 /* work that is nested deeper is listed beside what it is part of */

typedef struct
{
  RelmRecord *record; /* unowned */
  guint depth;        /* 0 for a release, and for what belongs to none */
  guint parent;       /* the row that it is below, or RELM_REPORT_NONE */
  guint number;       /* its place among those with the same parent, from 1 */
  gboolean has_rows;  /* there is something below it */
  RelmSpan span;      /* by its own dates, else by what is below it; both ends RELM_DATE_NONE when nothing says so */
} RelmReportRow;

typedef struct _RelmReportOutline RelmReportOutline;

RelmReportOutline *relm_report_outline_new (RelmProject *project,
                                            RelmRecord *release);
void relm_report_outline_free (RelmReportOutline *self);

guint relm_report_outline_get_n_rows (RelmReportOutline *self);
const RelmReportRow *relm_report_outline_get_row (RelmReportOutline *self,
                                                  guint index);
guint relm_report_outline_find (RelmReportOutline *self,
                                RelmRecord *record);
char *relm_report_outline_dup_number (RelmReportOutline *self,
                                      guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmReportOutline, relm_report_outline_free)

G_END_DECLS
