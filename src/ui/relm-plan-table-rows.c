/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which rows the plan's table has, which of them are folded away, and which are selected. */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-plan-table-private.h"
#include "relm-plan.h"
#include "relm-release.h"

/* The row of the tree; NULL when it is not shown, or what it is below is folded away. */
static GtkTreeListRow *
ref_tree_row (RelmPlanTable *self,
              RelmPlanRow *row)
{
  RelmRecord *release = self->view_state != NULL ? relm_view_state_get_release (self->view_state) : NULL;
  g_autoptr (GtkTreeListRow) above = NULL;

  if (row->parent != NULL)
    {
      above = ref_tree_row (self, row->parent);
      return above != NULL && gtk_tree_list_row_get_expanded (above) ? gtk_tree_list_row_get_child_row (above, row->place) : NULL;
    }
  if (release != NULL)
    return row->record == release ? gtk_tree_list_model_get_child_row (self->tree, 0) : NULL;
  return gtk_tree_list_model_get_child_row (self->tree, row->place);
}

static guint
find_position (RelmPlanTable *self,
               RelmRecord *record)
{
  RelmPlanRow *row = relm_plan_outline_find (self->outline, record);
  g_autoptr (GtkTreeListRow) tree_row = row != NULL ? ref_tree_row (self, row) : NULL;

  return tree_row != NULL ? gtk_tree_list_row_get_position (tree_row) : GTK_INVALID_LIST_POSITION;
}

/* Opens what hides it. */
static void
reveal (RelmPlanTable *self,
        RelmPlanRow *row)
{
  g_autoptr (GtkTreeListRow) tree_row = NULL;

  if (row->parent == NULL)
    return;
  reveal (self, row->parent);
  tree_row = ref_tree_row (self, row->parent);
  if (tree_row == NULL || gtk_tree_list_row_get_expanded (tree_row))
    return;
  g_hash_table_remove (self->folded, relm_record_get_id (row->parent->record));
  gtk_tree_list_row_set_expanded (tree_row, TRUE);
}

static void
folded_cb (RelmPlanTable *self,
           RelmPlanRow *row,
           gboolean folded)
{
  const char *id = relm_record_get_id (row->record);

  if (self->is_following || id == NULL)
    return;
  if (folded)
    g_hash_table_add (self->folded, g_strdup (id));
  else
    g_hash_table_remove (self->folded, id);
}

/* What comes into the tree is open there. */
static void
fold (RelmPlanTable *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->folded);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      RelmPlanRow *row = relm_plan_outline_find (self->outline, relm_project_lookup (self->project, id));
      g_autoptr (GtkTreeListRow) tree_row = row != NULL ? ref_tree_row (self, row) : NULL;

      if (tree_row != NULL)
        gtk_tree_list_row_set_expanded (tree_row, FALSE);
    }
}

/* Of a roadmap, what is out already. */
void
_relm_plan_table_fold_done (RelmPlanTable *self)
{
  RelmRecordList *list = self->project != NULL ? relm_project_get_list (self->project, RELM_TYPE_RELEASE) : NULL;

  g_hash_table_remove_all (self->folded);
  for (guint i = 0; list != NULL && i < relm_record_list_get_size (list); i++)
    if (relm_plan_is_done (relm_record_list_get (list, i)))
      g_hash_table_add (self->folded, g_strdup (relm_record_get_id (relm_record_list_get (list, i))));
}

/*
 * Selection
 */

RelmPlanRow *
_relm_plan_table_dup_row_at (RelmPlanTable *self,
                             guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

/* (transfer full) (element-type RelmPlanRow): what is selected, in the order of the rows. */
GPtrArray *
_relm_plan_table_list_selected (RelmPlanTable *self)
{
  g_autoptr (GtkBitset) set = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, set, &position); more; more = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (rows, _relm_plan_table_dup_row_at (self, position));
  return rows;
}

/* One that is selected is selected everywhere; several are while that one is among them. */
static void
lead (RelmPlanTable *self)
{
  g_autoptr (GPtrArray) rows = _relm_plan_table_list_selected (self);
  RelmRecord *selected = relm_view_state_get_selected (self->view_state);

  for (guint i = 0; i < rows->len; i++)
    if (((RelmPlanRow *) rows->pdata[i])->record == selected)
      return;
  self->is_following = TRUE;
  relm_view_state_set_selected (self->view_state, rows->len > 0 ? ((RelmPlanRow *) rows->pdata[0])->record : NULL);
  self->is_following = FALSE;
}

static void
selection_cb (RelmPlanTable *self)
{
  if (self->is_following || self->view_state == NULL)
    return;
  lead (self);
  _relm_plan_table_notify_chosen (self);
}

void
_relm_plan_table_follow_selected (RelmPlanTable *self)
{
  RelmRecord *selected = self->view_state != NULL ? relm_view_state_get_selected (self->view_state) : NULL;
  RelmPlanRow *row = relm_plan_outline_find (self->outline, selected);
  guint position;

  if (self->is_following)
    return;
  self->is_following = TRUE;
  if (row != NULL)
    reveal (self, row);
  position = find_position (self, selected);
  if (position == GTK_INVALID_LIST_POSITION)
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  else if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    {
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
      gtk_column_view_scroll_to (self->view, position, NULL, GTK_LIST_SCROLL_NONE, NULL);
    }
  self->is_following = FALSE;
}

/* Those of them that are shown, and nothing else. */
void
_relm_plan_table_select (RelmPlanTable *self,
                         GPtrArray *records)
{
  g_autoptr (GtkBitset) set = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->tree)));

  for (guint i = 0; i < records->len; i++)
    {
      const guint position = find_position (self, g_ptr_array_index (records, i));

      if (position != GTK_INVALID_LIST_POSITION)
        gtk_bitset_add (set, position);
    }
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), set, all);
}

/* That alone, unless it is selected already. */
void
_relm_plan_table_select_row (RelmPlanTable *self,
                             RelmPlanRow *row)
{
  const guint position = find_position (self, row->record);

  if (position != GTK_INVALID_LIST_POSITION && !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
}

/*
 * Following the project
 */

/* The cell that has the focus, or in which something is written; NULL for none. */
RelmPlanCell *
_relm_plan_table_find_focus (RelmPlanTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return NULL;
  if (!RELM_IS_PLAN_CELL (focus))
    focus = gtk_widget_get_ancestor (focus, RELM_TYPE_PLAN_CELL);
  return focus != NULL ? RELM_PLAN_CELL (focus) : NULL;
}

/* A row that goes elsewhere takes the focus and its being selected with it. */
static void
update_cb (RelmPlanTable *self)
{
  g_autoptr (GPtrArray) rows = _relm_plan_table_list_selected (self);
  RelmPlanCell *focus = _relm_plan_table_find_focus (self);

  self->is_following = TRUE;
  g_ptr_array_set_size (self->kept, 0);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->kept, g_object_ref (((RelmPlanRow *) rows->pdata[i])->record));
  if (focus == NULL || relm_plan_cell_get_row (focus) == NULL)
    return;
  g_set_object (&self->focused, relm_plan_cell_get_row (focus)->record);
  self->focused_column = relm_plan_cell_get_column (focus);
}

static void
focus_again (RelmPlanTable *self)
{
  g_autoptr (RelmRecord) record = g_steal_pointer (&self->focused);
  RelmPlanCell *focus = _relm_plan_table_find_focus (self);
  guint position;

  if (record == NULL || (focus != NULL && relm_plan_cell_get_row (focus) != NULL && relm_plan_cell_get_row (focus)->record == record))
    return;
  position = find_position (self, record);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_column_view_scroll_to (self->view, position,
                               relm_table_columns_find (RELM_TABLE_COLUMNS (self->columns),
                                                        relm_plan_column_get_id (self->focused_column)),
                               GTK_LIST_SCROLL_FOCUS, NULL);
}

static void
updated_cb (RelmPlanTable *self)
{
  if (self->project != NULL)
    {
      fold (self);
      _relm_plan_table_select (self, self->kept);
      g_ptr_array_set_size (self->kept, 0);
      focus_again (self);
    }
  self->is_following = FALSE;
  _relm_plan_table_follow_selected (self);
}

void
_relm_plan_table_update (RelmPlanTable *self)
{
  g_clear_handle_id (&self->update_id, g_source_remove);
  relm_plan_outline_update (self->outline);
  relm_plan_columns_refresh (self->columns);
}

static gboolean
idle_cb (gpointer data)
{
  RelmPlanTable *self = data;

  self->update_id = 0;
  _relm_plan_table_update (self);
  return G_SOURCE_REMOVE;
}

/* Changes come many at once: they are looked at before the next frame, and when somebody looks. */
void
_relm_plan_table_queue_update (RelmPlanTable *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

static GListModel *
create_below_cb (gpointer item,
                 gpointer user_data)
{
  RelmPlanRow *row = item;

  return row->rows != NULL ? g_object_ref (G_LIST_MODEL (row->rows)) : NULL;
}

void
_relm_plan_table_init_rows (RelmPlanTable *self)
{
  self->sheet = relm_plan_sheet_new ();
  self->outline = relm_plan_sheet_get_outline (self->sheet);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->kept = g_ptr_array_new_with_free_func (g_object_unref);
  self->tree = gtk_tree_list_model_new (g_object_ref (relm_plan_outline_get_model (self->outline)), FALSE, TRUE, create_below_cb,
                                        NULL, NULL);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->tree)));
  self->columns = relm_plan_columns_new (self->view, self->sheet);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outline, "update", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outline, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
}
