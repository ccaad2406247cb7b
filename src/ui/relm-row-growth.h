/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Lets a long list have its rows a few at a time. A list view makes hundreds of rows at once, which takes longer than a frame:
 * those in sight come first, the others when nothing else is to be done. Part of the list that it is for. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  GtkSliceListModel *slice; /* what the list view sees of the list */
  guint id;                 /* source id, or 0: it is at its end */
} RelmRowGrowth;

void relm_row_growth_init (RelmRowGrowth *self,
                           GListModel *model);
void relm_row_growth_clear (RelmRowGrowth *self);
void relm_row_growth_start (RelmRowGrowth *self);
void relm_row_growth_finish (RelmRowGrowth *self);

G_END_DECLS
