/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of a list of RelmTrackedRow. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "relm-tracked-row.h"

G_BEGIN_DECLS

/* Whether the plan has the item already. */
typedef gboolean (*RelmTrackedIsPlannedFunc) (RelmTrackedRow *row,
                                              gpointer user_data);

void relm_tracked_columns_add (GtkColumnView *view,
                               RelmTrackedIsPlannedFunc is_planned,
                               gpointer user_data);
void relm_tracked_columns_show_planned (GtkColumnView *view);
void relm_tracked_columns_narrow (GtkColumnView *view,
                                  gboolean narrow);

G_END_DECLS
