/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * When it will ship: the timeline of the release that the window shows, or of the whole roadmap, with what scrolls and zooms
 * it, and what applies to the document what is moved there. Main thread.
 */

#pragma once

#include "relm-page.h"
#include "relm-timeline.h"

G_BEGIN_DECLS

#define RELM_TYPE_TIMELINE_PAGE (relm_timeline_page_get_type ())
G_DECLARE_FINAL_TYPE (RelmTimelinePage, relm_timeline_page, RELM, TIMELINE_PAGE, RelmPage)

RelmTimelinePage *relm_timeline_page_new (void);
RelmTimeline *relm_timeline_page_get_timeline (RelmTimelinePage *self);

G_END_DECLS
