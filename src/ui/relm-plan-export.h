/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the timeline shows as a file that someone can be handed: a chart on paper or as a picture, a table, events for calendars or
 * a plan for other programs. Made on the main thread, written in a worker as projects are. Main thread.
 */

#pragma once

#include "relm-timeline-print.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_PLAN_PDF,
  RELM_PLAN_SVG,
  RELM_PLAN_PNG,
  RELM_PLAN_CSV,
  RELM_PLAN_ICALENDAR,
  RELM_PLAN_MSPDI,
  RELM_PLAN_N_FORMATS,
} RelmPlanFormat;

typedef struct
{
  RelmPlanFormat format;
  RelmTimelineZoom zoom;  /* PDF */
  double page_width;      /* PDF: points */
  double page_height;
  gboolean has_titles;    /* charts */
  gboolean has_heading;
  gboolean has_legend;
  gboolean with_work;     /* iCalendar */
} RelmPlanExportOptions;

const char *relm_plan_format_get_label (RelmPlanFormat format);
const char *relm_plan_format_get_suffix (RelmPlanFormat format);
gboolean relm_plan_format_is_chart (RelmPlanFormat format);

char *relm_plan_export_suggest_name (RelmTimeline *timeline,
                                     RelmPlanFormat format);
void relm_plan_export_save_async (RelmTimeline *timeline,
                                  const RelmPlanExportOptions *options,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean relm_plan_export_save_finish (GAsyncResult *result,
                                       GError **error);

G_END_DECLS
