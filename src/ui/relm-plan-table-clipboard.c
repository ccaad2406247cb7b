/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copying rows of the plan's table, and pasting into them. */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-plan-paste.h"
#include "relm-plan-table-private.h"
#include "relm-record-edits.h"

static void
copy_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  RelmPlanTable *self = RELM_PLAN_TABLE (widget);
  g_autoptr (GPtrArray) rows = _relm_plan_table_list_selected (self);
  g_autoptr (GArray) columns = relm_plan_columns_list_shown (self->columns);
  g_autofree char *text = NULL;
  g_autofree char *done = NULL;

  if (rows->len == 0)
    return;
  relm_plan_outline_update (self->outline);
  text = relm_plan_paste_dup_rows (self->sheet, rows, columns);
  done = g_strdup_printf (ngettext ("%u row copied", "%u rows copied", rows->len), rows->len);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  relm_record_edits_say (widget, done);
}

/* From the first row that is selected on, as many as there are lines; NULL when there are not so many. */
static GPtrArray *
list_targets (RelmPlanTable *self,
              guint n_lines)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *rows = NULL;

  if (n_lines == 1 || n_lines == gtk_bitset_get_size (selected))
    return _relm_plan_table_list_selected (self);
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_lines; i++)
    {
      RelmPlanRow *row = _relm_plan_table_dup_row_at (self, gtk_bitset_get_minimum (selected) + i);

      if (row == NULL)
        {
          g_ptr_array_unref (rows);
          return NULL;
        }
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* Where the focus is, else from the title on. */
static guint
find_first_column (RelmPlanTable *self,
                   GArray *columns)
{
  const RelmPlanColumn column = self->paste_column;

  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, RelmPlanColumn, i) == column)
      return i;
  return 0;
}

static void
say_pasted (RelmPlanTable *self,
            guint n_changed)
{
  g_autofree char *done = n_changed > 0 ? g_strdup_printf (ngettext ("%u row changed", "%u rows changed", n_changed), n_changed)
                                        : g_strdup (_ ("What was pasted is there already"));

  relm_record_edits_say (GTK_WIDGET (self), done);
}

/**
 * _relm_plan_table_paste:
 * @text: what was copied somewhere
 *
 * Writes it into the rows that are selected, or says why not.
 *
 * Returns: whether it was taken
 */
gboolean
_relm_plan_table_paste (RelmPlanTable *self,
                        const char *text)
{
  g_autoptr (GPtrArray) lines = relm_plan_paste_parse (text);
  g_autoptr (GArray) columns = relm_plan_columns_list_shown (self->columns);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changed;

  relm_plan_outline_update (self->outline);
  if (lines->len == 0 || !relm_plan_sheet_can_write (self->sheet))
    return FALSE;
  if (gtk_bitset_is_empty (gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection))))
    {
      relm_record_edits_say (GTK_WIDGET (self), _ ("Select the row that what was copied goes into"));
      return FALSE;
    }
  rows = list_targets (self, relm_plan_paste_count_rows (lines));
  if (rows == NULL)
    {
      relm_record_edits_say (GTK_WIDGET (self), _ ("Nothing was pasted: there are more lines than rows from the selected one on"));
      return FALSE;
    }
  if (!relm_plan_paste_apply (self->sheet, lines, rows, columns, find_first_column (self, columns), &n_changed, &error))
    {
      relm_record_edits_say (GTK_WIDGET (self), error->message);
      return FALSE;
    }
  say_pasted (self, n_changed);
  return TRUE;
}

static void
read_cb (GObject *clipboard,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (RelmPlanTable) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text != NULL && self->scroller != NULL)
    _relm_plan_table_paste (self, text);
}

static void
paste_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  RelmPlanTable *self = RELM_PLAN_TABLE (widget);
  RelmPlanCell *focus = _relm_plan_table_find_focus (self);

  self->paste_column = focus != NULL ? relm_plan_cell_get_column (focus) : RELM_PLAN_TITLE;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, read_cb, g_object_ref (self));
}

void
_relm_plan_table_install_clipboard (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan-table.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "plan-table.paste", NULL, paste_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "plan-table.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "plan-table.paste", NULL);
}
