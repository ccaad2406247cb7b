/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which columns of a table are shown, and in which order: what a person wants, and what there is room for; with the menu that shows
 * and hides them. What is in them is for those that derive from it. Owned by its table; main thread.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RELM_TYPE_TABLE_COLUMNS (relm_table_columns_get_type ())
G_DECLARE_DERIVABLE_TYPE (RelmTableColumns, relm_table_columns, RELM, TABLE_COLUMNS, GObject)

struct _RelmTableColumnsClass
{
  GObjectClass parent_class;
};

void relm_table_columns_set_view (RelmTableColumns *self,
                                  GtkColumnView *view);
GtkColumnView *relm_table_columns_get_view (RelmTableColumns *self);
void relm_table_columns_insert (RelmTableColumns *self,
                                guint position,
                                GtkColumnViewColumn *column);
void relm_table_columns_set_title (RelmTableColumns *self,
                                   GtkColumnViewColumn *column);
void relm_table_columns_set_max (RelmTableColumns *self,
                                 guint n_columns);
char **relm_table_columns_dup_chosen (RelmTableColumns *self);
void relm_table_columns_choose (RelmTableColumns *self,
                                const char *const *names);
GtkColumnViewColumn *relm_table_columns_find (RelmTableColumns *self,
                                              const char *id);
GArray *relm_table_columns_measure (RelmTableColumns *self);
GtkColumnViewColumn *relm_table_columns_get_title (RelmTableColumns *self);
GActionGroup *relm_table_columns_get_actions (RelmTableColumns *self);
GMenuModel *relm_table_columns_get_menu (RelmTableColumns *self);

G_END_DECLS
