/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A menu about what is under the pointer, or has the focus: opened by the secondary button, by a long press, and by the Menu
 * key or Shift+F10. Lives as long as its widget. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Selects what is at a place of the widget, and says whether there is anything. */
typedef gboolean (*RelmContextMenuFunc) (GtkWidget *widget,
                                         double x,
                                         double y,
                                         gpointer user_data);

/* Where what is selected is in a widget that has the focus itself and draws it; FALSE when nothing is, or it is out of sight. */
typedef gboolean (*RelmContextMenuPlaceFunc) (GtkWidget *widget,
                                              GdkRectangle *place,
                                              gpointer user_data);

void relm_context_menu_attach (GtkWidget *widget,
                               GMenuModel *menu,
                               RelmContextMenuFunc select,
                               gpointer user_data);
void relm_context_menu_attach_drawn (GtkWidget *widget,
                                     GMenuModel *menu,
                                     RelmContextMenuFunc select,
                                     RelmContextMenuPlaceFunc get_place,
                                     gpointer user_data);

G_END_DECLS
