/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-plan-row.h"

G_DEFINE_FINAL_TYPE (RelmPlanRow, relm_plan_row, G_TYPE_OBJECT)

static void
relm_plan_row_dispose (GObject *object)
{
  RelmPlanRow *self = RELM_PLAN_ROW (object);

  g_clear_object (&self->record);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (relm_plan_row_parent_class)->dispose (object);
}

static void
relm_plan_row_class_init (RelmPlanRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_plan_row_dispose;
}

static void
relm_plan_row_init (RelmPlanRow *self)
{
}

/**
 * relm_plan_row_new:
 * @record: what the row is about
 * @has_rows: whether something will be below it, which does not change
 *
 * Returns: (transfer full): a row
 */
RelmPlanRow *
relm_plan_row_new (RelmRecord *record,
                   gboolean has_rows)
{
  RelmPlanRow *self = g_object_new (RELM_TYPE_PLAN_ROW, NULL);

  self->record = g_object_ref (record);
  if (has_rows)
    self->rows = g_list_store_new (RELM_TYPE_PLAN_ROW);
  return self;
}
