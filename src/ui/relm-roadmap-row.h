/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A row of the roadmap: the whole project, or a release with its version, name, date and health. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-project.h"

G_BEGIN_DECLS

#define RELM_TYPE_ROADMAP_ROW (relm_roadmap_row_get_type ())
G_DECLARE_FINAL_TYPE (RelmRoadmapRow, relm_roadmap_row, RELM, ROADMAP_ROW, GtkWidget)

GtkWidget *relm_roadmap_row_new (void);
RelmRecord *relm_roadmap_row_get_record (RelmRoadmapRow *self);
void relm_roadmap_row_set_record (RelmRoadmapRow *self,
                                  RelmProject *project,
                                  RelmRecord *record);
void relm_roadmap_row_update (RelmRoadmapRow *self);
char *relm_roadmap_row_dup_label (RelmRoadmapRow *self);

G_END_DECLS
