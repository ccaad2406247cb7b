/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the timeline's page share: the page itself, and what a person may do on it. */

#pragma once

#include "relm-people-pane.h"
#include "relm-plan-table.h"
#include "relm-timeline-edits.h"
#include "relm-timeline-page.h"

G_BEGIN_DECLS

/* What is shown of the plan. */
typedef enum
{
  RELM_TIMELINE_PAGE_CHART,
  RELM_TIMELINE_PAGE_TABLE,
  RELM_TIMELINE_PAGE_BOTH,
} RelmTimelinePageLayout;

#define RELM_TYPE_TIMELINE_PAGE_LAYOUT (relm_timeline_page_layout_get_type ())
GType relm_timeline_page_layout_get_type (void);

struct _RelmTimelinePage
{
  RelmPage parent_instance;

  GtkStack *stack;
  AdwStatusPage *empty;
  GtkWidget *add_release;
  GtkWidget *show_table;
  GMenu *show_menu;
  AdwToggleGroup *layouts;
  AdwToggle *both;
  GMenu *baselines; /* an item for each, and one for none */
  GMenu *baselines_menu;
  GMenu *plan_menu;
  GMenu *views; /* an item for each that is saved, and what is done with them */
  GtkWidget *baseline_button;
  GtkLabel *baseline_label;
  GtkWidget *today;
  GtkWidget *zoom;
  AdwToggleGroup *units;
  GtkMenuButton *unscheduled_button;
  GtkPopover *unscheduled_popover;
  GtkLabel *unscheduled_label;
  GtkPaned *panes;
  RelmPlanTable *table;
  GtkWidget *chart;
  RelmTimeline *timeline;
  RelmPeoplePane *people;
  GtkRevealer *cascade;
  GtkLabel *cascade_label;
  GtkButton *leave;
  GtkButton *move;
  GtkWidget *details;
  GtkPopover *details_popover;

  RelmTimelineCascade *cascade_moves; /* what was offered; NULL for nothing */
  GCancellable *levelling;            /* while the plan is levelled; else NULL */
  RelmDocument *document;
  RelmTimelinePageLayout layout; /* that was chosen */
  gboolean is_narrow;            /* there is room for one alone */
  gboolean is_sharing;           /* what is selected, with the chart */
  gboolean is_updating_layout;
  gboolean is_updating_units;
  gboolean is_following; /* the window, so that it need not be told */
};

/* relm-timeline-page-edits.c: what may be changed */
void _relm_timeline_page_install_edits (GtkWidgetClass *widget_class);
void _relm_timeline_page_init_edits (RelmTimelinePage *self);
void _relm_timeline_page_offer (RelmTimelinePage *self,
                                RelmTimelineCascade *cascade);

/* relm-timeline-page-unscheduled.c: what has no dates */
void _relm_timeline_page_install_unscheduled (GtkWidgetClass *widget_class);
void _relm_timeline_page_init_unscheduled (RelmTimelinePage *self);

/* relm-timeline-page-layout.c: chart, table or both */
void _relm_timeline_page_install_layout (GtkWidgetClass *widget_class);
void _relm_timeline_page_init_layout (RelmTimelinePage *self);
void _relm_timeline_page_set_layout (RelmTimelinePage *self,
                                     RelmTimelinePageLayout layout);
void _relm_timeline_page_remember_layout (RelmTimelinePage *self,
                                          GFile *file);
void _relm_timeline_page_recall_layout (RelmTimelinePage *self,
                                        GFile *file);

/* relm-timeline-page-baselines.c: what the plan is compared with */
void _relm_timeline_page_install_baselines (GtkWidgetClass *widget_class);
void _relm_timeline_page_init_baselines (RelmTimelinePage *self);
void _relm_timeline_page_update_baselines (RelmTimelinePage *self);
void _relm_timeline_page_get_baseline (RelmTimelinePage *self,
                                       GValue *value);
void _relm_timeline_page_set_baseline (RelmTimelinePage *self,
                                       const char *id);
void _relm_timeline_page_remember_baseline (RelmTimelinePage *self,
                                            GFile *file);
void _relm_timeline_page_recall_baseline (RelmTimelinePage *self,
                                          GFile *file);

/* relm-timeline-page-people.c: what everybody has to do, and levelling it */
void _relm_timeline_page_install_people (GtkWidgetClass *widget_class);
void _relm_timeline_page_init_people (RelmTimelinePage *self);
void _relm_timeline_page_set_people (RelmTimelinePage *self,
                                     gboolean people);
void _relm_timeline_page_stop_levelling (RelmTimelinePage *self);
void _relm_timeline_page_remember_people (RelmTimelinePage *self,
                                          GFile *file);
void _relm_timeline_page_recall_people (RelmTimelinePage *self,
                                        GFile *file);

/* relm-timeline-page-menu.c: of what is selected */
void _relm_timeline_page_install_views (GtkWidgetClass *widget_class);
void _relm_timeline_page_update_views (RelmTimelinePage *self);
void _relm_timeline_page_install_menu (GtkWidgetClass *widget_class);
void _relm_timeline_page_init_menu (RelmTimelinePage *self);

/* relm-timeline-page-view.c: what is looked at */
void _relm_timeline_page_install_view (GtkWidgetClass *widget_class);

G_END_DECLS
