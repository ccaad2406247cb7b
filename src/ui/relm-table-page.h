/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the pages with a table have in common: a search, the choice of columns, a button that adds a record, room for a
 * summary above the table, and fewer columns where it is narrow. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-record-table.h"

G_BEGIN_DECLS

#define RELM_TYPE_TABLE_PAGE (relm_table_page_get_type ())
G_DECLARE_FINAL_TYPE (RelmTablePage, relm_table_page, RELM, TABLE_PAGE, AdwBin)

RelmTablePage *relm_table_page_new (GType type,
                                    const guint *columns,
                                    guint n_columns,
                                    const char *add_label);
RelmRecordTable *relm_table_page_get_table (RelmTablePage *self);
void relm_table_page_add_tool (RelmTablePage *self,
                               GtkWidget *tool);
void relm_table_page_set_summary (RelmTablePage *self,
                                  GtkWidget *summary);
void relm_table_page_set_placeholder (RelmTablePage *self,
                                      const char *icon_name,
                                      const char *title,
                                      const char *description);

G_END_DECLS
