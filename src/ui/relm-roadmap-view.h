/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The sidebar: the whole project first, then its releases, upcoming ones by date and past ones latest first. What is
 * selected is the view state's release. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-view-state.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_ROADMAP_SECTION_PROJECT,
  RELM_ROADMAP_SECTION_UPCOMING,
  RELM_ROADMAP_SECTION_PAST,
} RelmRoadmapSection;

#define RELM_TYPE_ROADMAP_VIEW (relm_roadmap_view_get_type ())
G_DECLARE_FINAL_TYPE (RelmRoadmapView, relm_roadmap_view, RELM, ROADMAP_VIEW, GtkWidget)

GtkWidget *relm_roadmap_view_new (void);
void relm_roadmap_view_set_view_state (RelmRoadmapView *self,
                                  RelmViewState *view_state);
GListModel *relm_roadmap_view_get_model (RelmRoadmapView *self);
RelmRoadmapSection relm_roadmap_view_get_section (RelmRecord *record);

G_END_DECLS
