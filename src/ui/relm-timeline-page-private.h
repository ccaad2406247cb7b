/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the timeline's page share: the page itself, and what a person may do on it. */

#pragma once

#include "relm-timeline-edits.h"
#include "relm-timeline-page.h"

G_BEGIN_DECLS

struct _RelmTimelinePage
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *empty;
  GtkWidget *add_release;
  AdwToggleGroup *units;
  GtkMenuButton *unscheduled_button;
  GtkPopover *unscheduled_popover;
  GtkLabel *unscheduled_label;
  RelmTimeline *timeline;
  GtkRevealer *cascade;
  GtkLabel *cascade_label;

  RelmTimelineCascade *cascade_moves; /* what was offered; NULL for nothing */
  RelmViewState *view_state;
  RelmDocument *document;
  RelmProject *project;
  gboolean is_updating_units;
  gboolean is_following; /* the window, so that it need not be told */
  guint update_id;
};

/* relm-timeline-page-edits.c: what may be changed */
void _relm_timeline_page_install_edits (GtkWidgetClass *widget_class);
void _relm_timeline_page_offer (RelmTimelinePage *self,
                                RelmTimelineCascade *cascade);

/* relm-timeline-page-unscheduled.c: what has no dates */
void _relm_timeline_page_install_unscheduled (GtkWidgetClass *widget_class);
void _relm_timeline_page_init_unscheduled (RelmTimelinePage *self);

/* relm-timeline-page-view.c: what is looked at */
void _relm_timeline_page_install_view (GtkWidgetClass *widget_class);

G_END_DECLS
