/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-option-popover.h"
#include "relm-plan-cell.h"
#include "relm-plan-kind.h"
#include "relm-plan-writing.h"
#include "relm-record-edits.h"

struct _RelmPlanCell
{
  RelmCell parent_instance;

  RelmPlanSheet *sheet;
  RelmPlanColumn column;
  RelmPlanRow *row; /* or NULL */
};

G_DEFINE_FINAL_TYPE (RelmPlanCell, relm_plan_cell, RELM_TYPE_CELL)

static void
relm_plan_cell_show (RelmCell *cell)
{
  RelmPlanCell *self = RELM_PLAN_CELL (cell);
  g_autofree char *text = NULL;
  g_autofree char *hint = NULL;
  const char *style = NULL;

  if (self->row == NULL)
    return;
  text = relm_plan_sheet_dup_text (self->sheet, self->row, self->column);
  hint = relm_plan_sheet_dup_hint (self->sheet, self->row, self->column, &style);
  relm_cell_set_text (cell, text, relm_plan_column_get_label (self->column));
  relm_cell_set_look (cell, NULL, style, hint);
}

static void
failed_cb (RelmPlanCell *self,
           const char *message)
{
  relm_record_edits_say (GTK_WIDGET (self), message);
}

/* People are chosen from a list, as everywhere. */
static void
edit_assignee (RelmPlanCell *self)
{
  RelmRecord *record = self->row->record;
  g_autoptr (RelmFieldEditor) editor =
    relm_field_editor_new (relm_record_get_kind (record), (guint) relm_plan_kind_get (record)->assignee);
  RelmOptionPopover *popover;

  relm_field_editor_set_record (editor, relm_plan_sheet_get_document (self->sheet), record);
  popover = relm_option_popover_new (editor);
  g_signal_connect_swapped (popover, "failed", G_CALLBACK (failed_cb), self);
  relm_cell_begin_popover (RELM_CELL (self), GTK_POPOVER (popover));
}

static gboolean
relm_plan_cell_edit (RelmCell *cell)
{
  RelmPlanCell *self = RELM_PLAN_CELL (cell);
  g_autofree char *text = NULL;

  if (self->row == NULL || !relm_plan_sheet_is_editable (self->sheet, self->row, self->column))
    return FALSE;
  if (self->column == RELM_PLAN_ASSIGNEE)
    {
      edit_assignee (self);
      return TRUE;
    }
  text = relm_plan_sheet_dup_edit (self->sheet, self->row, self->column);
  relm_cell_begin_text (cell, text, relm_plan_column_get_label (self->column));
  return TRUE;
}

static gboolean
relm_plan_cell_commit (RelmCell *cell,
                       const char *text,
                       GError **error)
{
  RelmPlanCell *self = RELM_PLAN_CELL (cell);
  g_autoptr (RelmPlanRow) row = self->row != NULL ? g_object_ref (self->row) : NULL;

  return row == NULL || relm_plan_writing_commit (self->sheet, row, self->column, text, error);
}

static void
relm_plan_cell_dispose (GObject *object)
{
  RelmPlanCell *self = RELM_PLAN_CELL (object);

  g_clear_object (&self->row);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (relm_plan_cell_parent_class)->dispose (object);
}

static void
relm_plan_cell_class_init (RelmPlanCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_plan_cell_dispose;
  RELM_CELL_CLASS (klass)->show = relm_plan_cell_show;
  RELM_CELL_CLASS (klass)->edit = relm_plan_cell_edit;
  RELM_CELL_CLASS (klass)->commit = relm_plan_cell_commit;
}

static void
relm_plan_cell_init (RelmPlanCell *self)
{
}

/**
 * relm_plan_cell_new:
 * @sheet: what knows the values
 *
 * Returns: (transfer floating): a cell without a row
 */
RelmPlanCell *
relm_plan_cell_new (RelmPlanSheet *sheet,
                    RelmPlanColumn column)
{
  RelmPlanCell *self = g_object_new (RELM_TYPE_PLAN_CELL, NULL);

  self->sheet = g_object_ref (sheet);
  self->column = column;
  if (column != RELM_PLAN_TITLE && column != RELM_PLAN_ASSIGNEE)
    relm_cell_set_numeric (RELM_CELL (self));
  return self;
}

/**
 * relm_plan_cell_get_column:
 *
 * Returns: what it shows of a row
 */
RelmPlanColumn
relm_plan_cell_get_column (RelmPlanCell *self)
{
  g_return_val_if_fail (RELM_IS_PLAN_CELL (self), RELM_PLAN_TITLE);

  return self->column;
}

/**
 * relm_plan_cell_get_row:
 *
 * Returns: (transfer none) (nullable): whose cell it is
 */
RelmPlanRow *
relm_plan_cell_get_row (RelmPlanCell *self)
{
  g_return_val_if_fail (RELM_IS_PLAN_CELL (self), NULL);

  return self->row;
}

/**
 * relm_plan_cell_set_row:
 * @row: (nullable): whose cell it is from now on
 *
 * Drops an edit that is not finished.
 */
void
relm_plan_cell_set_row (RelmPlanCell *self,
                        RelmPlanRow *row)
{
  g_return_if_fail (RELM_IS_PLAN_CELL (self));

  if (row == NULL)
    relm_cell_drop (RELM_CELL (self));
  g_set_object (&self->row, row);
  relm_plan_cell_show (RELM_CELL (self));
}
