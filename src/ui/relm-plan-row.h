/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A row of the plan's table: a record, its number, and the rows below it. A plain holder; what changes in it is told by the outline
 * that it belongs to. Main thread.
 */

#pragma once

#include <gio/gio.h>

#include "relm-record.h"

G_BEGIN_DECLS

#define RELM_TYPE_PLAN_ROW (relm_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (RelmPlanRow, relm_plan_row, RELM, PLAN_ROW, GObject)

struct _RelmPlanRow
{
  GObject parent_instance;

  RelmRecord *record;   /* owned */
  GListStore *rows;     /* of RelmPlanRow: what is below it; NULL for nothing */
  RelmPlanRow *parent;  /* unowned; NULL for none */
  guint number;         /* from 1, over the whole plan */
  guint place;          /* among those with the same parent, from 0 */
  RelmSpan span;        /* by its own dates, else by what is below it */
};

RelmPlanRow *relm_plan_row_new (RelmRecord *record,
                                gboolean has_rows);

G_END_DECLS
