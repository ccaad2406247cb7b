/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What something waits for, as planners write it in a cell of a table: "12FS+2d, 7SS". The numbers are those of rows, counted from
 * 1, and are whoever shows the rows' to resolve. Plain values, unowned records; main thread.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

typedef struct
{
  guint row;          /* of what comes first, from 1 */
  const char *type;   /* static: "fs", "ss", "ff" or "sf" */
  gint64 lag_minutes; /* working minutes; negative is a lead */
} RelmPlanPredecessor;

/* The record in a row, counted from 1; NULL when there is none. */
typedef RelmRecord *(*RelmPlanRowFunc) (guint row,
                                        gpointer user_data);

GArray *relm_plan_predecessors_parse (const char *text,
                                      GError **error);
char *relm_plan_predecessor_format (const RelmPlanPredecessor *self);
char *relm_plan_predecessors_format (GArray *predecessors);
gboolean relm_plan_predecessors_check (RelmProject *project,
                                       RelmRecord *successor,
                                       GArray *predecessors,
                                       RelmPlanRowFunc find_row,
                                       gpointer user_data,
                                       GError **error);
GPtrArray *relm_plan_predecessors_list (RelmProject *project,
                                        RelmRecord *successor);

G_END_DECLS
