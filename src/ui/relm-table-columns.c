/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-table-columns.h"

#define TITLE_WIDTH 190 /* that other columns leave it where they can */

typedef struct
{
  GtkColumnView *view;        /* unowned: it owns the columns */
  GtkColumnViewColumn *title; /* unowned */
  GPtrArray *crowded_out;     /* columns that there is no room for, which a person wants */
  GSimpleActionGroup *actions;
  GMenu *menu;
  guint max;
} RelmTableColumnsPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (RelmTableColumns, relm_table_columns, G_TYPE_OBJECT)

static RelmTableColumnsPrivate *
get_private (RelmTableColumns *self)
{
  return relm_table_columns_get_instance_private (self);
}

static void
add_to_menu (RelmTableColumns *self,
             GtkColumnViewColumn *column)
{
  const char *name = gtk_column_view_column_get_id (column);
  g_autofree char *detailed = g_strconcat ("columns.", name, NULL);
  g_autoptr (GPropertyAction) action = g_property_action_new (name, column, "visible");

  g_action_map_add_action (G_ACTION_MAP (get_private (self)->actions), G_ACTION (action));
  g_menu_append (get_private (self)->menu, gtk_column_view_column_get_title (column), detailed);
}

static void
let_in (RelmTableColumns *self)
{
  for (guint i = 0; i < get_private (self)->crowded_out->len; i++)
    gtk_column_view_column_set_visible (g_ptr_array_index (get_private (self)->crowded_out, i), TRUE);
  g_ptr_array_set_size (get_private (self)->crowded_out, 0);
}

static void
crowd_out (RelmTableColumns *self)
{
  GListModel *columns = gtk_column_view_get_columns (get_private (self)->view);
  guint n_visible = 0;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column) && n_visible++ >= get_private (self)->max)
        {
          gtk_column_view_column_set_visible (column, FALSE);
          g_ptr_array_add (get_private (self)->crowded_out, g_steal_pointer (&column));
        }
    }
}

static void
relm_table_columns_finalize (GObject *object)
{
  RelmTableColumnsPrivate *priv = get_private (RELM_TABLE_COLUMNS (object));

  g_ptr_array_unref (priv->crowded_out);
  g_object_unref (priv->actions);
  g_object_unref (priv->menu);

  G_OBJECT_CLASS (relm_table_columns_parent_class)->finalize (object);
}

static void
relm_table_columns_class_init (RelmTableColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_table_columns_finalize;
}

static void
relm_table_columns_init (RelmTableColumns *self)
{
  RelmTableColumnsPrivate *priv = get_private (self);

  priv->crowded_out = g_ptr_array_new_with_free_func (g_object_unref);
  priv->actions = g_simple_action_group_new ();
  priv->menu = g_menu_new ();
  priv->max = G_MAXUINT;
}

/**
 * relm_table_columns_set_view:
 * @view: where the columns are put; must go before the object does
 *
 * To be called once.
 */
void
relm_table_columns_set_view (RelmTableColumns *self,
                             GtkColumnView *view)
{
  g_return_if_fail (RELM_IS_TABLE_COLUMNS (self) && get_private (self)->view == NULL);

  get_private (self)->view = view;
}

/**
 * relm_table_columns_get_view:
 *
 * Returns: (transfer none): whose columns they are
 */
GtkColumnView *
relm_table_columns_get_view (RelmTableColumns *self)
{
  g_return_val_if_fail (RELM_IS_TABLE_COLUMNS (self), NULL);

  return get_private (self)->view;
}

/**
 * relm_table_columns_insert:
 * @position: where; G_MAXUINT for the end
 * @column: a column with an id
 */
void
relm_table_columns_insert (RelmTableColumns *self,
                           guint position,
                           GtkColumnViewColumn *column)
{
  RelmTableColumnsPrivate *priv;

  g_return_if_fail (RELM_IS_TABLE_COLUMNS (self) && gtk_column_view_column_get_id (column) != NULL);

  priv = get_private (self);
  add_to_menu (self, column);
  gtk_column_view_column_set_header_menu (column, G_MENU_MODEL (priv->menu));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_insert_column (priv->view, MIN (position, g_list_model_get_n_items (gtk_column_view_get_columns (priv->view))), column);
}

/**
 * relm_table_columns_set_title:
 * @column: a column with an id, which is always shown, and has the room that is left
 */
void
relm_table_columns_set_title (RelmTableColumns *self,
                              GtkColumnViewColumn *column)
{
  RelmTableColumnsPrivate *priv;

  g_return_if_fail (RELM_IS_TABLE_COLUMNS (self) && gtk_column_view_column_get_id (column) != NULL);

  priv = get_private (self);
  priv->title = column;
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_header_menu (column, G_MENU_MODEL (priv->menu));
  gtk_column_view_append_column (priv->view, column);
}

/**
 * relm_table_columns_set_max:
 * @n_columns: how many columns there is room for; G_MAXUINT for any number
 *
 * The last ones are hidden, and come back when there is room.
 */
void
relm_table_columns_set_max (RelmTableColumns *self,
                             guint n_columns)
{
  g_return_if_fail (RELM_IS_TABLE_COLUMNS (self));

  if (get_private (self)->max == n_columns)
    return;
  let_in (self);
  get_private (self)->max = n_columns;
  crowd_out (self);
}

/**
 * relm_table_columns_dup_chosen:
 *
 * Returns: (transfer full): the ids of the columns that are wanted, whether or not there is room for them
 */
char **
relm_table_columns_dup_chosen (RelmTableColumns *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  GListModel *columns;

  g_return_val_if_fail (RELM_IS_TABLE_COLUMNS (self), NULL);

  columns = gtk_column_view_get_columns (get_private (self)->view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column) || g_ptr_array_find (get_private (self)->crowded_out, column, NULL))
        g_strv_builder_add (names, gtk_column_view_column_get_id (column));
    }
  return g_strv_builder_end (names);
}

/* Those that are wanted first, in their order, after the title where that is not among them. */
static void
put_in_order (RelmTableColumns *self,
              const char *const *names)
{
  GtkColumnViewColumn *title = get_private (self)->title;
  guint position = title != NULL && !g_strv_contains (names, gtk_column_view_column_get_id (title)) ? 1 : 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkColumnViewColumn *column = relm_table_columns_find (self, names[i]);

      if (column != NULL)
        gtk_column_view_insert_column (get_private (self)->view, position++, column);
    }
}

/**
 * relm_table_columns_choose:
 * @names: the ids of the columns that are wanted, in their order; what no column has is left out
 *
 * Shows these and no others, besides the title.
 */
void
relm_table_columns_choose (RelmTableColumns *self,
                           const char *const *names)
{
  RelmTableColumnsPrivate *priv;
  GListModel *columns;

  g_return_if_fail (RELM_IS_TABLE_COLUMNS (self));

  priv = get_private (self);
  let_in (self);
  columns = gtk_column_view_get_columns (priv->view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_column_set_visible (column, column == priv->title ||
                                                    g_strv_contains (names, gtk_column_view_column_get_id (column)));
    }
  put_in_order (self, names);
  crowd_out (self);
}

/**
 * relm_table_columns_find:
 * @id: the id of a column
 *
 * Returns: (transfer none) (nullable): the column
 */
GtkColumnViewColumn *
relm_table_columns_find (RelmTableColumns *self,
                         const char *id)
{
  GListModel *columns;

  g_return_val_if_fail (RELM_IS_TABLE_COLUMNS (self), NULL);

  columns = gtk_column_view_get_columns (get_private (self)->view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), id) == 0)
        return column; /* the view holds it */
    }
  return NULL;
}

/**
 * relm_table_columns_measure:
 *
 * Returns: (transfer full) (element-type int): for each number of columns from one on how wide they are together in pixels,
 *   up to as many as are visible
 */
GArray *
relm_table_columns_measure (RelmTableColumns *self)
{
  GListModel *columns = gtk_column_view_get_columns (get_private (self)->view);
  GArray *widths = g_array_new (FALSE, FALSE, sizeof (int));
  int width = 0;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (!gtk_column_view_column_get_visible (column))
        continue;
      width += MAX (gtk_column_view_column_get_fixed_width (column), column == get_private (self)->title ? TITLE_WIDTH : 0);
      g_array_append_val (widths, width);
    }
  return widths;
}

/**
 * relm_table_columns_get_title:
 *
 * Returns: (transfer none) (nullable): the column of the title
 */
GtkColumnViewColumn *
relm_table_columns_get_title (RelmTableColumns *self)
{
  g_return_val_if_fail (RELM_IS_TABLE_COLUMNS (self), NULL);

  return get_private (self)->title;
}

/**
 * relm_table_columns_get_actions:
 *
 * Returns: (transfer none): what the menu needs, under the name “columns”
 */
GActionGroup *
relm_table_columns_get_actions (RelmTableColumns *self)
{
  g_return_val_if_fail (RELM_IS_TABLE_COLUMNS (self), NULL);

  return G_ACTION_GROUP (get_private (self)->actions);
}

/**
 * relm_table_columns_get_menu:
 *
 * Returns: (transfer none): shows and hides columns
 */
GMenuModel *
relm_table_columns_get_menu (RelmTableColumns *self)
{
  g_return_val_if_fail (RELM_IS_TABLE_COLUMNS (self), NULL);

  return G_MENU_MODEL (get_private (self)->menu);
}
