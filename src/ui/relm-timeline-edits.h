/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the timeline asks for, done: each is one step to undo, and what cannot be done is said in the window. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-document.h"
#include "relm-plan-levelling.h"
#include "relm-timeline.h"

G_BEGIN_DECLS

typedef struct _RelmTimelineCascade RelmTimelineCascade;

gboolean relm_timeline_edits_apply (RelmDocument *document,
                                    RelmPlanSchedule *schedule,
                                    const RelmTimelineMove *move,
                                    GError **error);
RelmTimelineCascade *relm_timeline_edits_move (GtkWidget *from,
                                               RelmDocument *document,
                                               RelmPlanSchedule *schedule,
                                               GArray *moves);
RelmTimelineCascade *relm_timeline_cascade_new_levelling (RelmPlanLevelling *levelling);
void relm_timeline_cascade_apply (RelmTimelineCascade *self,
                                  GtkWidget *from,
                                  RelmDocument *document);
void relm_timeline_cascade_free (RelmTimelineCascade *self);
GArray *relm_timeline_cascade_get_others (RelmTimelineCascade *self);
RelmPlanLevelling *relm_timeline_cascade_get_levelling (RelmTimelineCascade *self);
char *relm_timeline_cascade_dup_summary (RelmTimelineCascade *self);
void relm_timeline_edits_schedule (GtkWidget *from,
                                   RelmDocument *document,
                                   RelmPlanSchedule *schedule,
                                   RelmRecord *record,
                                   RelmDate start);
void relm_timeline_edits_take_baseline (GtkWidget *from,
                                        RelmDocument *document);
void relm_timeline_edits_link (GtkWidget *from,
                               RelmDocument *document,
                               RelmRecord *predecessor,
                               RelmRecord *successor,
                               const char *type);
void relm_timeline_edits_remove (GtkWidget *from,
                                 RelmDocument *document,
                                 RelmRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmTimelineCascade, relm_timeline_cascade_free)

G_END_DECLS
