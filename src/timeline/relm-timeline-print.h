/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The timeline on paper: the rows and the drawing of one that is on a screen, in light colours, over as many pages as it takes, each
 * of which has the scale and the titles; or on one page as large as the chart. A snapshot of what is shown: draw it before the
 * project changes. Lengths of pages are in points, of which an inch has 72; those of the chart in pixels, of which an inch has 96.
 * Main thread.
 */

#pragma once

#include "relm-timeline.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_TIMELINE_ZOOM_SAME,  /* as on the screen */
  RELM_TIMELINE_ZOOM_WIDTH, /* all of the time in the width of one page */
  RELM_TIMELINE_ZOOM_PAGE,  /* all of it on one page, as small as that makes it */
} RelmTimelineZoom;

typedef struct
{
  double page_width;  /* of the paper; 0 for one page as large as the chart */
  double page_height;
  double margin;
  RelmTimelineZoom zoom;
  gboolean has_titles;  /* what the rows are called */
  gboolean has_heading; /* whose plan it is, and of when */
  gboolean has_legend;
} RelmTimelinePrintOptions;

typedef struct _RelmTimelinePrint RelmTimelinePrint;

RelmTimelinePrint *relm_timeline_print_new (RelmTimeline *shown,
                                            const RelmTimelinePrintOptions *options);
void relm_timeline_print_free (RelmTimelinePrint *self);

guint relm_timeline_print_get_n_pages (RelmTimelinePrint *self);
void relm_timeline_print_get_page_size (RelmTimelinePrint *self,
                                        double *width,
                                        double *height);
const char *relm_timeline_print_get_title (RelmTimelinePrint *self);
void relm_timeline_print_draw_page (RelmTimelinePrint *self,
                                    guint page,
                                    cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmTimelinePrint, relm_timeline_print_free)

G_END_DECLS
