/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The timeline as a file, made in memory: PDF of as many pages as it takes, or a picture, SVG or PNG, of one page. Main thread.
 */

#pragma once

#include "relm-timeline-print.h"

G_BEGIN_DECLS

#define RELM_TIMELINE_EXPORT_MAX 20000 /* pixels of a picture in one direction */

GBytes *relm_timeline_export_pdf (RelmTimelinePrint *print,
                                  GError **error);
GBytes *relm_timeline_export_svg (RelmTimelinePrint *print,
                                  GError **error);
GBytes *relm_timeline_export_png (RelmTimelinePrint *print,
                                  double resolution,
                                  GError **error);

G_END_DECLS
