/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A row of the timeline as assistive technology sees it. The timeline draws its rows, so there is no widget that could be
 * asked; these are made when somebody asks, one per row, and stay for as long as the timeline does. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RELM_TYPE_TIMELINE_ACCESSIBLE (relm_timeline_accessible_get_type ())
G_DECLARE_FINAL_TYPE (RelmTimelineAccessible, relm_timeline_accessible, RELM, TIMELINE_ACCESSIBLE, GObject)

/* Whether a row has rows below it that can be folded away. */
typedef enum
{
  RELM_TIMELINE_FOLD_NONE,
  RELM_TIMELINE_FOLD_OPEN,
  RELM_TIMELINE_FOLD_CLOSED,
} RelmTimelineFold;

RelmTimelineAccessible *relm_timeline_accessible_new (GtkWidget *timeline,
                                                      guint row);
void relm_timeline_accessible_detach (RelmTimelineAccessible *self);
void relm_timeline_accessible_describe (RelmTimelineAccessible *self,
                                        const char *words,
                                        guint n_rows,
                                        gboolean selected,
                                        RelmTimelineFold fold);
guint relm_timeline_accessible_get_row (RelmTimelineAccessible *self);

G_END_DECLS
