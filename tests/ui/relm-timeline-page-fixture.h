/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window with the timeline of a document, for tests of what is done in it. Main thread. */

#pragma once

#include <adwaita.h>

#include "relm-timeline-page.h"

G_BEGIN_DECLS

typedef struct
{
  RelmDocument *document;
  RelmViewState *state;
  GtkWidget *window;
  RelmTimelinePage *page;
  RelmTimeline *timeline;
} RelmTimelinePageFixture;

void relm_timeline_page_fixture_show (RelmTimelinePageFixture *self,
                                      RelmDocument *document,
                                      int width);
void relm_timeline_page_fixture_clear (RelmTimelinePageFixture *self);

G_END_DECLS
