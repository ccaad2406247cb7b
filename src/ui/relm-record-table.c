/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-context-menu.h"
#include "relm-record-rows.h"
#include "relm-record-table.h"

struct _RelmRecordTable
{
  GtkWidget parent_instance;

  RelmViewState *view_state;
  GType type;
  const RelmKind *kind;

  GtkWidget *stack;
  GtkWidget *placeholder;
  GtkColumnView *view;
  GtkSingleSelection *selection;
  RelmRecordColumns *columns;
  RelmRecordRows *rows;

  RelmRecordPrepareFunc prepare;
  gpointer prepare_data;
  gboolean selecting;
};

G_DEFINE_FINAL_TYPE (RelmRecordTable, relm_record_table, GTK_TYPE_WIDGET)

static RelmDocument *
get_document (RelmRecordTable *self)
{
  return self->view_state != NULL ? relm_view_state_get_document (self->view_state) : NULL;
}

static void
show_page (RelmRecordTable *self)
{
  const char *page = "rows";

  if (g_list_model_get_n_items (relm_record_rows_get_model (self->rows)) == 0)
    page = relm_record_rows_has_any (self->rows) || self->placeholder == NULL ? "none" : "placeholder";
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
}

static void
document_changed_cb (RelmRecordTable *self)
{
  RelmDocument *document = get_document (self);

  relm_record_columns_set_document (self->columns, document);
  relm_record_rows_set_project (self->rows, document != NULL ? relm_document_get_project (document) : NULL);
}

static void
release_changed_cb (RelmRecordTable *self)
{
  relm_record_rows_set_release (self->rows, relm_view_state_get_release (self->view_state));
}

/* What is selected */

static guint
find_position (RelmRecordTable *self,
               RelmRecord *record)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  const guint n_items = g_list_model_get_n_items (model);

  for (guint i = 0; record != NULL && i < n_items; i++)
    {
      g_autoptr (RelmRecord) item = g_list_model_get_item (model, i);

      if (item == record)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
state_selected_cb (RelmRecordTable *self)
{
  RelmRecord *selected = relm_view_state_get_selected (self->view_state);
  guint position;

  if (selected == gtk_single_selection_get_selected_item (self->selection))
    return;

  position = find_position (self, selected);
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->selecting = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_column_view_scroll_to (self->view, position, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

static void
updated_cb (RelmRecordTable *self)
{
  show_page (self);
  if (self->view_state != NULL)
    state_selected_cb (self);
}

/* A row that is hidden by a filter stays selected for the other views. */
static void
row_selected_cb (RelmRecordTable *self)
{
  RelmRecord *record = gtk_single_selection_get_selected_item (self->selection);

  if (record != NULL && !self->selecting && self->view_state != NULL)
    relm_view_state_set_selected (self->view_state, record);
}

static gboolean
edit_title (RelmRecordTable *self,
            RelmRecord *record)
{
  const int field = relm_kind_get_title_field (self->kind);
  RelmFieldCell *cell = field >= 0 ? relm_record_columns_find_cell (self->columns, record, (guint) field) : NULL;

  return cell != NULL && relm_cell_edit (RELM_CELL (cell));
}

static void
activate_cb (RelmRecordTable *self,
             guint position)
{
  g_autoptr (RelmRecord) record = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (record != NULL)
    edit_title (self, record);
}

/* The cell at a place, or the first one of the row that is there. */
static RelmFieldCell *
find_cell (GtkWidget *widget)
{
  RelmFieldCell *cell = NULL;

  if (RELM_IS_FIELD_CELL (widget))
    return RELM_FIELD_CELL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && cell == NULL;
       child = gtk_widget_get_next_sibling (child))
    cell = find_cell (child);
  return cell;
}

static gboolean
select_at_cb (GtkWidget *widget,
              double x,
              double y,
              gpointer user_data)
{
  RelmRecordTable *self = RELM_RECORD_TABLE (widget);
  GtkWidget *at = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);
  GtkWidget *hit = at != NULL ? gtk_widget_get_ancestor (at, RELM_TYPE_FIELD_CELL) : NULL;
  RelmFieldCell *cell = NULL;

  while (at != NULL && at != widget && !g_str_equal (gtk_widget_get_css_name (at), "row"))
    at = gtk_widget_get_parent (at);
  if (at != NULL && at != widget)
    cell = find_cell (at);
  if (cell == NULL)
    return FALSE;
  gtk_single_selection_set_selected (
    self->selection, find_position (self, relm_field_editor_get_record (relm_field_cell_get_editor (cell))));
  gtk_widget_grab_focus (hit != NULL ? hit : GTK_WIDGET (cell));
  return TRUE;
}

/* Life */

static void
add_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  relm_record_table_add_record (RELM_RECORD_TABLE (widget));
}

static void
delete_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  relm_record_table_remove_selected (RELM_RECORD_TABLE (widget));
}

static void
edit_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  RelmRecordTable *self = RELM_RECORD_TABLE (widget);
  RelmRecord *record = gtk_single_selection_get_selected_item (self->selection);

  if (record != NULL)
    edit_title (self, record);
}

static void
relm_record_table_map (GtkWidget *widget)
{
  relm_record_rows_set_watched (RELM_RECORD_TABLE (widget)->rows, TRUE);
  GTK_WIDGET_CLASS (relm_record_table_parent_class)->map (widget);
}

static void
relm_record_table_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (relm_record_table_parent_class)->unmap (widget);
  relm_record_rows_set_watched (RELM_RECORD_TABLE (widget)->rows, FALSE);
}

static void
relm_record_table_dispose (GObject *object)
{
  RelmRecordTable *self = RELM_RECORD_TABLE (object);

  relm_record_table_set_view_state (self, NULL);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  g_clear_object (&self->columns);

  G_OBJECT_CLASS (relm_record_table_parent_class)->dispose (object);
}

static void
relm_record_table_class_init (RelmRecordTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_record_table_dispose;
  widget_class->map = relm_record_table_map;
  widget_class->unmap = relm_record_table_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "relm-table");
  gtk_widget_class_install_action (widget_class, "table.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "table.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "table.edit", NULL, edit_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "table.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "table.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "table.delete", NULL);
}

static void
create_view (RelmRecordTable *self)
{
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_reorderable (self->view, TRUE);
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_CELL);
  relm_cell_add_double_click (GTK_WIDGET (self->view));
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
}

static void
create_selection (RelmRecordTable *self)
{
  self->selection = gtk_single_selection_new (g_object_ref (relm_record_rows_get_model (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
attach_menu (RelmRecordTable *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) edits = g_menu_new ();
  g_autoptr (GMenu) deletes = g_menu_new ();

  g_menu_append (edits, _ ("_Rename"), "table.edit");
  g_menu_append (edits, _ ("_Details"), "win.inspect");
  g_menu_append (deletes, _ ("_Delete"), "table.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edits));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deletes));
  relm_context_menu_attach (GTK_WIDGET (self), G_MENU_MODEL (menu), select_at_cb, NULL);
}

static void
relm_record_table_init (RelmRecordTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *none = adw_status_page_new ();

  create_view (self);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("No Results"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none), _ ("Try another search or another filter."));
  gtk_widget_add_css_class (none, "compact");

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "rows");
  gtk_stack_add_named (GTK_STACK (self->stack), none, "none");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  attach_menu (self);
}

/**
 * relm_record_table_set_kind:
 * @type: the type of a kind
 * @columns: (array length=n_columns): the indices of the fields that are shown at first, besides the title
 *
 * To be called once.
 */
void
relm_record_table_set_kind (RelmRecordTable *self,
                            GType type,
                            const guint *columns,
                            guint n_columns)
{
  RelmRecordClass *klass = g_type_class_get (type);

  g_return_if_fail (RELM_IS_RECORD_TABLE (self) && self->kind == NULL);

  self->type = type;
  self->kind = klass->kind;
  self->columns = relm_record_columns_new (self->view, self->kind, columns, n_columns);
  self->rows = relm_record_rows_new (type, gtk_column_view_get_sorter (self->view), self->columns);
  g_signal_connect_swapped (self->rows, "updated", G_CALLBACK (updated_cb), self);
  create_selection (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", relm_table_columns_get_actions (RELM_TABLE_COLUMNS (self->columns)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->kind->label_plural), -1);
}

/**
 * relm_record_table_set_view_state:
 * @view_state: (nullable): of the window
 */
void
relm_record_table_set_view_state (RelmRecordTable *self,
                                  RelmViewState *view_state)
{
  g_return_if_fail (RELM_IS_RECORD_TABLE (self));

  if (self->view_state == view_state)
    return;

  if (self->view_state != NULL)
    g_signal_handlers_disconnect_by_data (self->view_state, self);
  g_set_object (&self->view_state, view_state);
  document_changed_cb (self);
  if (view_state == NULL)
    return;

  g_signal_connect_swapped (view_state, "notify::document", G_CALLBACK (document_changed_cb), self);
  g_signal_connect_swapped (view_state, "notify::release", G_CALLBACK (release_changed_cb), self);
  g_signal_connect_swapped (view_state, "notify::selected", G_CALLBACK (state_selected_cb), self);
  release_changed_cb (self);
  state_selected_cb (self);
}

/**
 * relm_record_table_set_prepare:
 * @prepare: (nullable): fills in new records
 */
void
relm_record_table_set_prepare (RelmRecordTable *self,
                               RelmRecordPrepareFunc prepare,
                               gpointer user_data)
{
  g_return_if_fail (RELM_IS_RECORD_TABLE (self));

  self->prepare = prepare;
  self->prepare_data = user_data;
}

/**
 * relm_record_table_set_placeholder:
 * @placeholder: (transfer floating): what is shown when there are no records at all
 */
void
relm_record_table_set_placeholder (RelmRecordTable *self,
                                   GtkWidget *placeholder)
{
  g_return_if_fail (RELM_IS_RECORD_TABLE (self) && self->placeholder == NULL);

  self->placeholder = placeholder;
  gtk_stack_add_named (GTK_STACK (self->stack), placeholder, "placeholder");
  show_page (self);
}

/**
 * relm_record_table_get_rows:
 *
 * Returns: (transfer none): which records it shows
 */
RelmRecordRows *
relm_record_table_get_rows (RelmRecordTable *self)
{
  g_return_val_if_fail (RELM_IS_RECORD_TABLE (self), NULL);

  return self->rows;
}

/**
 * relm_record_table_get_view:
 *
 * Returns: (transfer none): the table proper
 */
GtkColumnView *
relm_record_table_get_view (RelmRecordTable *self)
{
  g_return_val_if_fail (RELM_IS_RECORD_TABLE (self), NULL);

  return self->view;
}

/**
 * relm_record_table_get_columns:
 *
 * Returns: (transfer none): its columns
 */
RelmRecordColumns *
relm_record_table_get_columns (RelmRecordTable *self)
{
  g_return_val_if_fail (RELM_IS_RECORD_TABLE (self), NULL);

  return self->columns;
}

static void
scroll_to (RelmRecordTable *self,
           guint position)
{
  gtk_column_view_scroll_to (self->view, position, relm_table_columns_get_title (RELM_TABLE_COLUMNS (self->columns)),
                             GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

/* A row that was just added has no place yet where it could be scrolled to: once more when it has. */
static gboolean
edit_new_cb (gpointer data)
{
  RelmRecordTable *self = data;
  RelmRecord *record = gtk_single_selection_get_selected_item (self->selection);

  if (record == NULL || self->stack == NULL)
    return G_SOURCE_REMOVE;
  scroll_to (self, gtk_single_selection_get_selected (self->selection));
  edit_title (self, record);
  return G_SOURCE_REMOVE;
}

/**
 * relm_record_table_add_record:
 *
 * Adds a record, selects it, and lets its title be written.
 */
void
relm_record_table_add_record (RelmRecordTable *self)
{
  RelmDocument *document = get_document (self);
  RelmRecord *record;
  guint position;

  g_return_if_fail (RELM_IS_RECORD_TABLE (self));

  if (document == NULL)
    return;
  record = relm_record_edits_add (document, self->type, relm_view_state_get_release (self->view_state), self->prepare,
                                  self->prepare_data);
  if (record == NULL)
    return;

  relm_record_rows_refilter (self->rows);
  relm_view_state_set_selected (self->view_state, record);
  position = find_position (self, record);
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  scroll_to (self, position);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, edit_new_cb, g_object_ref (self), g_object_unref);
}

/**
 * relm_record_table_remove_selected:
 *
 * Deletes the record that is selected, and selects the one that takes its place.
 */
void
relm_record_table_remove_selected (RelmRecordTable *self)
{
  RelmRecord *record;
  guint position, n_items;

  g_return_if_fail (RELM_IS_RECORD_TABLE (self));

  record = gtk_single_selection_get_selected_item (self->selection);
  if (record == NULL)
    return;

  position = gtk_single_selection_get_selected (self->selection);
  relm_record_edits_remove (GTK_WIDGET (self), get_document (self), record);
  show_page (self);
  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  if (n_items > 0)
    gtk_column_view_scroll_to (self->view, MIN (position, n_items - 1), NULL,
                               GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}
