/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Finds what is on a timeline by its title: a bar that opens above it, and selects one after the other. What is found in a
 * release that is collapsed is shown. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-timeline.h"

G_BEGIN_DECLS

#define RELM_TYPE_TIMELINE_SEARCH (relm_timeline_search_get_type ())
G_DECLARE_FINAL_TYPE (RelmTimelineSearch, relm_timeline_search, RELM, TIMELINE_SEARCH, AdwBin)

void relm_timeline_search_set_timeline (RelmTimelineSearch *self,
                                        RelmTimeline *timeline);

G_END_DECLS
