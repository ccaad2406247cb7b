/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-plan-columns.h"

#define TITLE_MIN_WIDTH 160

struct _RelmPlanColumns
{
  RelmTableColumns parent_instance;

  RelmPlanSheet *sheet;
  GPtrArray *cells; /* of RelmPlanCell, unowned */
};

enum
{
  FOLDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmPlanColumns, relm_plan_columns, RELM_TYPE_TABLE_COLUMNS)

static RelmPlanCell *
get_cell (GtkColumnViewCell *item)
{
  GtkWidget *child = gtk_column_view_cell_get_child (item);

  return RELM_PLAN_CELL (GTK_IS_TREE_EXPANDER (child) ? gtk_tree_expander_get_child (GTK_TREE_EXPANDER (child)) : child);
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory,
               GtkColumnViewCell *item,
               RelmPlanColumns *self)
{
  const RelmPlanColumn column = (RelmPlanColumn) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "relm-column"));
  GtkWidget *cell = GTK_WIDGET (relm_plan_cell_new (self->sheet, column));
  GtkWidget *child = cell;

  g_ptr_array_add (self->cells, cell);
  gtk_column_view_cell_set_focusable (item, FALSE); /* the cell is */
  if (column == RELM_PLAN_TITLE)
    {
      child = gtk_tree_expander_new ();
      gtk_tree_expander_set_child (GTK_TREE_EXPANDER (child), cell);
      gtk_widget_set_focusable (child, FALSE);
      gtk_widget_set_hexpand (cell, TRUE);
      gtk_widget_set_size_request (child, TITLE_MIN_WIDTH, -1);
    }
  gtk_column_view_cell_set_child (item, child);
}

static void
expanded_cb (GtkTreeListRow *row,
             GParamSpec *pspec,
             RelmPlanColumns *self)
{
  g_autoptr (RelmPlanRow) item = gtk_tree_list_row_get_item (row);

  if (item != NULL)
    g_signal_emit (self, signals[FOLDED], 0, item, !gtk_tree_list_row_get_expanded (row));
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkColumnViewCell *item,
              RelmPlanColumns *self)
{
  GtkTreeListRow *row = gtk_column_view_cell_get_item (item);
  GtkWidget *child = gtk_column_view_cell_get_child (item);
  g_autoptr (RelmPlanRow) plan_row = gtk_tree_list_row_get_item (row);

  relm_plan_cell_set_row (get_cell (item), plan_row);
  if (!GTK_IS_TREE_EXPANDER (child))
    return;
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child), row);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_DEFAULT);
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory,
                GtkColumnViewCell *item,
                RelmPlanColumns *self)
{
  GtkWidget *child = gtk_column_view_cell_get_child (item);

  relm_plan_cell_set_row (get_cell (item), NULL);
  if (!GTK_IS_TREE_EXPANDER (child))
    return;
  g_signal_handlers_disconnect_by_data (gtk_column_view_cell_get_item (item), self);
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child), NULL);
}

static void
teardown_cell_cb (GtkSignalListItemFactory *factory,
                  GtkColumnViewCell *item,
                  RelmPlanColumns *self)
{
  g_ptr_array_remove_fast (self->cells, get_cell (item));
}

static GtkListItemFactory *
create_factory (RelmPlanColumns *self,
                RelmPlanColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "relm-column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cell_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cell_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "teardown", G_CALLBACK (teardown_cell_cb), self, G_CONNECT_DEFAULT);
  return factory;
}

static int
get_width (RelmPlanColumn column)
{
  switch (column)
    {
    case RELM_PLAN_NUMBER:
      return 52;
    case RELM_PLAN_START:
    case RELM_PLAN_FINISH:
      return 106;
    case RELM_PLAN_PREDECESSORS:
    case RELM_PLAN_ASSIGNEE:
      return 116;
    case RELM_PLAN_TITLE:
    case RELM_PLAN_DURATION:
    case RELM_PLAN_FLOAT:
    case RELM_PLAN_VARIANCE:
    case RELM_PLAN_N_COLUMNS:
    default:
      return 84;
    }
}

static void
append (RelmPlanColumns *self,
        RelmPlanColumn index)
{
  g_autoptr (GtkColumnViewColumn) column =
    gtk_column_view_column_new (relm_plan_column_get_label (index), create_factory (self, index));

  gtk_column_view_column_set_id (column, relm_plan_column_get_id (index));
  if (index == RELM_PLAN_TITLE)
    {
      relm_table_columns_set_title (RELM_TABLE_COLUMNS (self), column);
      return;
    }
  gtk_column_view_column_set_fixed_width (column, get_width (index));
  relm_table_columns_insert (RELM_TABLE_COLUMNS (self), G_MAXUINT, column);
}

static void
relm_plan_columns_finalize (GObject *object)
{
  RelmPlanColumns *self = RELM_PLAN_COLUMNS (object);

  g_object_unref (self->sheet);
  g_ptr_array_unref (self->cells);

  G_OBJECT_CLASS (relm_plan_columns_parent_class)->finalize (object);
}

static void
relm_plan_columns_class_init (RelmPlanColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_plan_columns_finalize;

  /**
   * RelmPlanColumns::folded:
   * @row: a row
   * @folded: whether what is below it was folded away, or opened
   */
  signals[FOLDED] = g_signal_new ("folded", RELM_TYPE_PLAN_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  RELM_TYPE_PLAN_ROW, G_TYPE_BOOLEAN);
}

static void
relm_plan_columns_init (RelmPlanColumns *self)
{
  self->cells = g_ptr_array_new ();
}

/**
 * relm_plan_columns_new:
 * @view: where the columns are appended, over a model of GtkTreeListRow; must go before the object does
 * @sheet: what knows the values
 *
 * Returns: (transfer full): the columns of @view
 */
RelmPlanColumns *
relm_plan_columns_new (GtkColumnView *view,
                       RelmPlanSheet *sheet)
{
  RelmPlanColumns *self = g_object_new (RELM_TYPE_PLAN_COLUMNS, NULL);

  self->sheet = g_object_ref (sheet);
  relm_table_columns_set_view (RELM_TABLE_COLUMNS (self), view);
  for (guint i = 0; i < RELM_PLAN_N_COLUMNS; i++)
    append (self, (RelmPlanColumn) i);
  return self;
}

/**
 * relm_plan_columns_refresh:
 *
 * Shows what is in sight as it is now. Costs what is in sight.
 */
void
relm_plan_columns_refresh (RelmPlanColumns *self)
{
  g_return_if_fail (RELM_IS_PLAN_COLUMNS (self));

  for (guint i = 0; i < self->cells->len; i++)
    if (relm_plan_cell_get_row (g_ptr_array_index (self->cells, i)) != NULL)
      relm_cell_refresh (g_ptr_array_index (self->cells, i));
}

/**
 * relm_plan_columns_find_cell:
 *
 * Returns: (transfer none) (nullable): the cell of the row, if there is one
 */
RelmPlanCell *
relm_plan_columns_find_cell (RelmPlanColumns *self,
                             RelmPlanRow *row,
                             RelmPlanColumn column)
{
  g_return_val_if_fail (RELM_IS_PLAN_COLUMNS (self), NULL);

  for (guint i = 0; i < self->cells->len; i++)
    {
      RelmPlanCell *cell = g_ptr_array_index (self->cells, i);

      if (relm_plan_cell_get_row (cell) == row && relm_plan_cell_get_column (cell) == column)
        return cell;
    }
  return NULL;
}

/**
 * relm_plan_columns_list_shown:
 *
 * Returns: (transfer full) (element-type RelmPlanColumn): what is shown, in its order
 */
GArray *
relm_plan_columns_list_shown (RelmPlanColumns *self)
{
  g_auto (GStrv) ids = relm_table_columns_dup_chosen (RELM_TABLE_COLUMNS (self));
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (RelmPlanColumn));

  for (guint i = 0; ids[i] != NULL; i++)
    for (RelmPlanColumn column = 0; column < RELM_PLAN_N_COLUMNS; column++)
      if (g_str_equal (ids[i], relm_plan_column_get_id (column)))
        g_array_append_val (shown, column);
  return shown;
}
