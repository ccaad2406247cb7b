/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-column-choice.h"
#include "relm-context-menu.h"
#include "relm-plan-table-private.h"
#include "relm-record-edits.h"

#define COLUMNS_NAME "plan" /* what the choice of columns is remembered by */

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmPlanTable, relm_plan_table, GTK_TYPE_WIDGET)

static void
baseline_cb (RelmPlanTable *self)
{
  relm_plan_sheet_set_baseline (self->sheet, self->view_state != NULL ? relm_view_state_get_baseline (self->view_state) : NULL);
  _relm_plan_table_queue_update (self);
}

static void
release_cb (RelmPlanTable *self)
{
  relm_plan_outline_set_release (self->outline, self->view_state != NULL ? relm_view_state_get_release (self->view_state) : NULL);
  _relm_plan_table_queue_update (self);
}

static void
document_cb (RelmPlanTable *self)
{
  RelmDocument *document = self->view_state != NULL ? relm_view_state_get_document (self->view_state) : NULL;
  RelmPlanSchedule *schedule = document != NULL ? relm_view_state_get_schedule (self->view_state) : NULL;
  RelmProject *project = document != NULL ? relm_document_get_project (document) : NULL;

  relm_plan_sheet_set_document (self->sheet, document, schedule);
  if (project != self->project)
    {
      if (self->project != NULL)
        g_signal_handlers_disconnect_by_data (self->project, self);
      g_set_object (&self->project, project);
      if (project != NULL)
        g_signal_connect_swapped (project, "changed", G_CALLBACK (_relm_plan_table_queue_update), self);
      _relm_plan_table_fold_done (self);
    }
  baseline_cb (self);
  release_cb (self);
}

void
_relm_plan_table_notify_chosen (RelmPlanTable *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* The row that has the focus, else the first that is selected. */
static RelmPlanRow *
dup_current (RelmPlanTable *self)
{
  RelmPlanCell *cell = _relm_plan_table_find_focus (self);
  g_autoptr (GPtrArray) rows = _relm_plan_table_list_selected (self);

  if (cell != NULL && relm_plan_cell_get_row (cell) != NULL)
    return g_object_ref (relm_plan_cell_get_row (cell));
  return rows->len > 0 ? g_object_ref (rows->pdata[0]) : NULL;
}

static void
edit_row (RelmPlanTable *self,
          RelmPlanRow *row)
{
  RelmPlanCell *cell = row != NULL ? relm_plan_columns_find_cell (self->columns, row, RELM_PLAN_TITLE) : NULL;

  if (cell != NULL)
    relm_cell_edit (RELM_CELL (cell));
}

static void
activate_cb (RelmPlanTable *self,
             guint position)
{
  g_autoptr (RelmPlanRow) row = _relm_plan_table_dup_row_at (self, position);

  edit_row (self, row);
}

static void
edit_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  g_autoptr (RelmPlanRow) row = dup_current (RELM_PLAN_TABLE (widget));

  edit_row (RELM_PLAN_TABLE (widget), row);
}

static void
delete_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  RelmPlanTable *self = RELM_PLAN_TABLE (widget);
  g_autoptr (RelmPlanRow) row = dup_current (self);

  if (row != NULL && relm_plan_sheet_get_document (self->sheet) != NULL)
    relm_record_edits_remove (widget, relm_plan_sheet_get_document (self->sheet), row->record);
}

static gboolean
select_at_cb (GtkWidget *widget,
              double x,
              double y,
              gpointer user_data)
{
  RelmPlanTable *self = RELM_PLAN_TABLE (widget);
  RelmCell *cell = relm_cell_find_at (widget, x, y);
  RelmPlanRow *row = cell != NULL ? relm_plan_cell_get_row (RELM_PLAN_CELL (cell)) : NULL;

  if (row == NULL)
    return FALSE;
  _relm_plan_table_select_row (self, row);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  return TRUE;
}

static void
attach_menu (RelmPlanTable *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) edits = g_menu_new ();
  g_autoptr (GMenu) copies = g_menu_new ();
  g_autoptr (GMenu) deletes = g_menu_new ();

  g_menu_append (edits, _ ("_Rename"), "plan-table.edit");
  g_menu_append (edits, _ ("_Details"), "win.inspect");
  g_menu_append (copies, _ ("_Copy Rows"), "plan-table.copy");
  g_menu_append (copies, _ ("_Paste into Rows"), "plan-table.paste");
  g_menu_append (deletes, _ ("_Delete"), "plan-table.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edits));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deletes));
  relm_context_menu_attach (GTK_WIDGET (self), G_MENU_MODEL (menu), select_at_cb, NULL);
}

static void
relm_plan_table_map (GtkWidget *widget)
{
  RelmPlanTable *self = RELM_PLAN_TABLE (widget);

  g_strfreev (self->chosen_columns);
  self->chosen_columns = relm_table_columns_dup_chosen (RELM_TABLE_COLUMNS (self->columns));
  _relm_plan_table_update (self);
  GTK_WIDGET_CLASS (relm_plan_table_parent_class)->map (widget);
}

/* Only what a person changed while it was shown: another window may have shown other columns meanwhile. */
static void
relm_plan_table_unmap (GtkWidget *widget)
{
  RelmPlanTable *self = RELM_PLAN_TABLE (widget);
  g_auto (GStrv) columns = relm_table_columns_dup_chosen (RELM_TABLE_COLUMNS (self->columns));

  GTK_WIDGET_CLASS (relm_plan_table_parent_class)->unmap (widget);
  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->chosen_columns != NULL && !g_strv_equal ((const char *const *) self->chosen_columns, (const char *const *) columns))
    relm_column_choice_keep (COLUMNS_NAME, RELM_TABLE_COLUMNS (self->columns));
}

static void
relm_plan_table_dispose (GObject *object)
{
  RelmPlanTable *self = RELM_PLAN_TABLE (object);

  if (self->sheet != NULL)
    relm_plan_table_set_view_state (self, NULL);
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->columns);
  g_clear_object (&self->selection);
  g_clear_object (&self->sheet);
  g_clear_object (&self->focused);

  G_OBJECT_CLASS (relm_plan_table_parent_class)->dispose (object);
}

static void
relm_plan_table_finalize (GObject *object)
{
  RelmPlanTable *self = RELM_PLAN_TABLE (object);

  g_hash_table_unref (self->folded);
  g_ptr_array_unref (self->kept);
  g_strfreev (self->chosen_columns);

  G_OBJECT_CLASS (relm_plan_table_parent_class)->finalize (object);
}

static void
relm_plan_table_class_init (RelmPlanTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_plan_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_plan_table_finalize;
  widget_class->map = relm_plan_table_map;
  widget_class->unmap = relm_plan_table_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "relm-table");
  _relm_plan_table_install_clipboard (widget_class);

  /**
   * RelmPlanTable::chosen:
   *
   * A person selected other rows, one or several.
   */
  signals[CHOSEN] = g_signal_new ("chosen", RELM_TYPE_PLAN_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "plan-table.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "plan-table.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "plan-table.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "plan-table.delete", NULL);
}

static void
relm_plan_table_init (RelmPlanTable *self)
{
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_reorderable (self->view, TRUE);
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_CELL);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Plan"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  relm_cell_add_double_click (GTK_WIDGET (self->view));
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  _relm_plan_table_init_rows (self);
  attach_menu (self);
  relm_column_choice_apply (COLUMNS_NAME, RELM_TABLE_COLUMNS (self->columns));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", relm_table_columns_get_actions (RELM_TABLE_COLUMNS (self->columns)));
}

/**
 * relm_plan_table_set_view_state:
 * @view_state: (nullable): of the window
 */
void
relm_plan_table_set_view_state (RelmPlanTable *self,
                                RelmViewState *view_state)
{
  g_return_if_fail (RELM_IS_PLAN_TABLE (self));

  if (self->view_state == view_state)
    return;
  if (self->view_state != NULL)
    g_signal_handlers_disconnect_by_data (self->view_state, self);
  g_set_object (&self->view_state, view_state);
  if (view_state != NULL)
    {
      g_signal_connect_swapped (view_state, "notify::document", G_CALLBACK (document_cb), self);
      g_signal_connect_swapped (view_state, "notify::release", G_CALLBACK (release_cb), self);
      g_signal_connect_swapped (view_state, "notify::baseline", G_CALLBACK (baseline_cb), self);
      g_signal_connect_swapped (view_state, "notify::selected", G_CALLBACK (_relm_plan_table_follow_selected), self);
    }
  document_cb (self);
}

/**
 * relm_plan_table_get_sheet:
 *
 * Returns: (transfer none): what its cells say
 */
RelmPlanSheet *
relm_plan_table_get_sheet (RelmPlanTable *self)
{
  g_return_val_if_fail (RELM_IS_PLAN_TABLE (self), NULL);

  return self->sheet;
}

/**
 * relm_plan_table_get_view:
 *
 * Returns: (transfer none): the table proper
 */
GtkColumnView *
relm_plan_table_get_view (RelmPlanTable *self)
{
  g_return_val_if_fail (RELM_IS_PLAN_TABLE (self), NULL);

  return self->view;
}

/**
 * relm_plan_table_get_columns:
 *
 * Returns: (transfer none): its columns
 */
RelmTableColumns *
relm_plan_table_get_columns (RelmPlanTable *self)
{
  g_return_val_if_fail (RELM_IS_PLAN_TABLE (self), NULL);

  return RELM_TABLE_COLUMNS (self->columns);
}

/**
 * relm_plan_table_get_selection:
 *
 * Returns: (transfer none): which of its rows are selected
 */
GtkSelectionModel *
relm_plan_table_get_selection (RelmPlanTable *self)
{
  g_return_val_if_fail (RELM_IS_PLAN_TABLE (self), NULL);

  return GTK_SELECTION_MODEL (self->selection);
}

/**
 * relm_plan_table_list_chosen:
 *
 * Returns: (transfer full) (element-type RelmRecord): what is selected, in the order of the rows
 */
GPtrArray *
relm_plan_table_list_chosen (RelmPlanTable *self)
{
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *records;

  g_return_val_if_fail (RELM_IS_PLAN_TABLE (self), NULL);

  rows = _relm_plan_table_list_selected (self);
  records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (records, g_object_ref (((RelmPlanRow *) rows->pdata[i])->record));
  return records;
}

/**
 * relm_plan_table_set_chosen:
 * @records: (element-type RelmRecord): records of the project; what is folded away is left out
 *
 * Selects these together.
 */
void
relm_plan_table_set_chosen (RelmPlanTable *self,
                            GPtrArray *records)
{
  g_return_if_fail (RELM_IS_PLAN_TABLE (self));

  self->is_following = TRUE;
  _relm_plan_table_select (self, records);
  self->is_following = FALSE;
}
