/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The rows that the overview is made of: one fact each, in words, with an icon beside them where it matters; those about a
 * record lead to it. Texts come from the file, so markup is never read in them. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-readiness.h"
#include "relm-view-state.h"

G_BEGIN_DECLS

GtkWidget *relm_overview_group_new (GtkBox *box,
                                    const char *title);
AdwActionRow *relm_overview_row_new (GtkWidget *group,
                                     const char *title,
                                     const char *subtitle);
void relm_overview_row_set_icon (AdwActionRow *row,
                                 const char *icon_name,
                                 const char *style);
void relm_overview_row_add_words (AdwActionRow *row,
                                  const char *words,
                                  const char *style);
AdwActionRow *relm_overview_row_add_more (GtkWidget *group,
                                          guint n_more);
void relm_overview_row_add_work (GtkWidget *group,
                                 const RelmReadiness *readiness);
void relm_overview_row_select (AdwActionRow *row,
                               RelmViewState *view_state,
                               RelmRecord *record);
void relm_overview_row_show_release (AdwActionRow *row,
                                     RelmViewState *view_state,
                                     RelmRecord *release);
GtkWidget *relm_overview_row_find (GtkWidget *widget,
                                   RelmRecord *record);
RelmRecord *relm_overview_row_get_record (GtkWidget *widget);
char *relm_overview_dup_distance (RelmDate date,
                                  RelmDate today);

G_END_DECLS
