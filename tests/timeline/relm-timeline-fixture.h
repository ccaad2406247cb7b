/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A timeline in a window, as it is after its first frames. */

#pragma once

#include "relm-timeline-private.h"

typedef struct
{
  RelmProject *project; /* owned */
  GtkWidget *window;
  RelmTimeline *timeline;
} RelmTimelineFixture;

void relm_timeline_fixture_wait (GtkWidget *window,
                                 guint n_frames);
void relm_timeline_fixture_show (RelmTimelineFixture *self,
                                 RelmProject *project,
                                 int width,
                                 int height);
void relm_timeline_fixture_clear (RelmTimelineFixture *self);
void relm_timeline_fixture_get_middle (RelmTimeline *timeline,
                                       RelmRecord *record,
                                       double *x,
                                       double *y);
void relm_timeline_fixture_setup (RelmTimelineFixture *self,
                                  gconstpointer data);
void relm_timeline_fixture_teardown (RelmTimelineFixture *self,
                                     gconstpointer data);
RelmRecord *relm_timeline_fixture_look_up (RelmTimelineFixture *self,
                                           const char *id);
void relm_timeline_fixture_take_picture (GtkWidget *window,
                                         const char *name);

/* Both ways of running text. */
#define RELM_TIMELINE_FIXTURE_ADD(path, func)                                                                          \
  g_test_add (path "/ltr", RelmTimelineFixture, NULL, relm_timeline_fixture_setup, func, relm_timeline_fixture_teardown);  \
  g_test_add (path "/rtl", RelmTimelineFixture, "rtl", relm_timeline_fixture_setup, func, relm_timeline_fixture_teardown)
