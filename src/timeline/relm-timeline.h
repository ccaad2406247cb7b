/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The plan of a project over time: a scale above, titles at the start, and between them releases, phases, milestones, work
 * items and what links them. Drawn, not made of widgets, so that it is as fast for ten thousand records as for ten. It only
 * shows: whoever listens to "reschedule" changes the plan. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-forecasts.h"
#include "relm-plan-schedule.h"
#include "relm-project.h"
#include "relm-time-scale.h"
#include "relm-timeline-coloring.h"
#include "relm-timeline-layout.h"

G_BEGIN_DECLS

#define RELM_TYPE_TIMELINE (relm_timeline_get_type ())
G_DECLARE_FINAL_TYPE (RelmTimeline, relm_timeline, RELM, TIMELINE, GtkWidget)

/* What a person asks to be done to one record. */
typedef struct
{
  RelmRecord *record; /* unowned */
  RelmSpan span;      /* when it should take place */
  int progress;       /* how much of it should be done, in percent; -1 when that stays as it is */
  gint64 duration;    /* how long it should take, in working minutes; 0 for as long as its days say */
} RelmTimelineMove;

/* What stands beside a bar. */
typedef enum
{
  RELM_TIMELINE_LABELS_DATES, /* after it: when a point is, and what is late */
  RELM_TIMELINE_LABELS_AFTER, /* what it is called as well, after it */
  RELM_TIMELINE_LABELS_BEFORE, /* what it is called before it, and dates after it */
} RelmTimelineLabels;

#define RELM_TYPE_TIMELINE_LABELS (relm_timeline_labels_get_type ())
GType relm_timeline_labels_get_type (void);

RelmTimeline *relm_timeline_new (void);
RelmProject *relm_timeline_get_project (RelmTimeline *self);
void relm_timeline_set_project (RelmTimeline *self,
                                RelmProject *project);
RelmRecord *relm_timeline_get_release (RelmTimeline *self);
void relm_timeline_set_release (RelmTimeline *self,
                                RelmRecord *release);
RelmRecord *relm_timeline_get_selected (RelmTimeline *self);
void relm_timeline_set_selected (RelmTimeline *self,
                                 RelmRecord *selected);
GPtrArray *relm_timeline_list_chosen (RelmTimeline *self);
void relm_timeline_set_chosen (RelmTimeline *self,
                               GPtrArray *records);
gboolean relm_timeline_get_editable (RelmTimeline *self);
void relm_timeline_set_editable (RelmTimeline *self,
                                 gboolean editable);
RelmDate relm_timeline_get_today (RelmTimeline *self);
void relm_timeline_set_today (RelmTimeline *self,
                              RelmDate today);
double relm_timeline_get_day_width (RelmTimeline *self);
void relm_timeline_set_day_width (RelmTimeline *self,
                                  double day_width);

RelmTimelineGrouping relm_timeline_get_grouping (RelmTimeline *self);
void relm_timeline_set_grouping (RelmTimeline *self,
                                 RelmTimelineGrouping grouping);
RelmTimelineLabels relm_timeline_get_labels (RelmTimeline *self);
void relm_timeline_set_labels (RelmTimeline *self,
                               RelmTimelineLabels labels);
double relm_timeline_get_titles_width (RelmTimeline *self);
void relm_timeline_set_titles_width (RelmTimeline *self,
                                     double titles_width);
RelmTimelineColoring relm_timeline_get_coloring (RelmTimeline *self);
void relm_timeline_set_coloring (RelmTimeline *self,
                                 RelmTimelineColoring coloring);
GPtrArray *relm_timeline_list_keys (RelmTimeline *self);
void relm_timeline_set_schedule (RelmTimeline *self,
                                 RelmPlanSchedule *schedule);
void relm_timeline_set_forecasts (RelmTimeline *self,
                                  RelmForecasts *forecasts);
gboolean relm_timeline_get_show_critical (RelmTimeline *self);
void relm_timeline_set_show_critical (RelmTimeline *self,
                                      gboolean show_critical);
void relm_timeline_set_baseline (RelmTimeline *self,
                                 RelmRecord *baseline);
gboolean relm_timeline_get_show_baseline (RelmTimeline *self);
void relm_timeline_set_show_baseline (RelmTimeline *self,
                                      gboolean show_baseline);
void relm_timeline_set_ghosts (RelmTimeline *self,
                               GArray *moves);
void relm_timeline_fold_all (RelmTimeline *self,
                             gboolean closed);
char *relm_timeline_dup_folds (RelmTimeline *self);
void relm_timeline_set_folds (RelmTimeline *self,
                              const char *folds);

gboolean relm_timeline_is_empty (RelmTimeline *self);
GPtrArray *relm_timeline_get_unscheduled (RelmTimeline *self);
void relm_timeline_zoom_by (RelmTimeline *self,
                            double factor);
void relm_timeline_fit (RelmTimeline *self);
void relm_timeline_fit_selected (RelmTimeline *self);
void relm_timeline_scroll_to_today (RelmTimeline *self);
void relm_timeline_scroll_to (RelmTimeline *self,
                              RelmRecord *record);
RelmDate relm_timeline_get_day_at (RelmTimeline *self,
                                   double x);
void relm_timeline_reveal (RelmTimeline *self,
                           RelmRecord *record);
gboolean relm_timeline_select_at (RelmTimeline *self,
                                  double x,
                                  double y);
gboolean relm_timeline_get_place (RelmTimeline *self,
                                  RelmRecord *record,
                                  GdkRectangle *place);

G_END_DECLS
