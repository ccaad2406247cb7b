/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the marks of a chart on paper mean, for a reader who has no tooltips: a sample of each and a word for it, in lines that fill
 * a width. The samples are drawn by what draws the timeline, from a small plan of their own, so that they cannot differ from it.
 * Main thread.
 */

#pragma once

#include "relm-timeline.h"

G_BEGIN_DECLS

typedef struct _RelmTimelineLegend RelmTimelineLegend;

RelmTimelineLegend *relm_timeline_legend_new (RelmTimeline *chart);
void relm_timeline_legend_free (RelmTimelineLegend *self);
int relm_timeline_legend_get_height (RelmTimelineLegend *self,
                                     int width);
void relm_timeline_legend_snapshot (RelmTimelineLegend *self,
                                    GtkSnapshot *snapshot,
                                    int width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmTimelineLegend, relm_timeline_legend_free)

G_END_DECLS
