/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the plan's table share. */

#pragma once

#include "relm-plan-columns.h"
#include "relm-plan-table.h"

G_BEGIN_DECLS

struct _RelmPlanTable
{
  GtkWidget parent_instance;

  RelmViewState *view_state;
  RelmProject *project;
  RelmPlanSheet *sheet;
  RelmPlanOutline *outline;   /* the sheet's, unowned */

  GtkWidget *scroller;
  GtkColumnView *view;
  GtkTreeListModel *tree;     /* of RelmPlanRow */
  GtkMultiSelection *selection;
  RelmPlanColumns *columns;
  char **chosen_columns;      /* that were wanted when it was shown */

  GHashTable *folded;         /* set of ids of records */
  RelmRecord *focused;        /* while rows are being changed */
  RelmPlanColumn focused_column;
  GPtrArray *kept;            /* of RelmRecord: what is selected, while rows are being changed */
  RelmPlanColumn paste_column; /* where what is pasted without headings begins */
  gboolean is_following;      /* the rows or the window, so that they need not be told */
  guint update_id;
};

/* relm-plan-table-rows.c: which rows there are, and which of them are selected */
void _relm_plan_table_init_rows (RelmPlanTable *self);
void _relm_plan_table_queue_update (RelmPlanTable *self);
void _relm_plan_table_update (RelmPlanTable *self);
void _relm_plan_table_follow_selected (RelmPlanTable *self);
RelmPlanRow *_relm_plan_table_dup_row_at (RelmPlanTable *self,
                                          guint position);
GPtrArray *_relm_plan_table_list_selected (RelmPlanTable *self);
void _relm_plan_table_select (RelmPlanTable *self,
                              GPtrArray *records);
void _relm_plan_table_select_row (RelmPlanTable *self,
                                  RelmPlanRow *row);
RelmPlanCell *_relm_plan_table_find_focus (RelmPlanTable *self);
void _relm_plan_table_fold_done (RelmPlanTable *self);

/* relm-plan-table.c */
void _relm_plan_table_notify_chosen (RelmPlanTable *self);

/* relm-plan-table-clipboard.c */
void _relm_plan_table_install_clipboard (GtkWidgetClass *widget_class);
gboolean _relm_plan_table_paste (RelmPlanTable *self,
                                 const char *text);

G_END_DECLS
