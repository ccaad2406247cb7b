/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-field-cell.h"
#include "relm-field-text.h"
#include "relm-plan.h"
#include "relm-record-sorter.h"
#include "relm-record-table.h"

struct _RelmRecordTable
{
  GtkWidget parent_instance;

  RelmViewState *view_state;
  RelmProject *project; /* whose records are shown */
  GType type;
  const RelmKind *kind;

  GtkWidget *stack;
  GtkWidget *placeholder;
  GtkColumnView *view;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;
  GtkFilter *filter;
  GPtrArray *cells;         /* of RelmFieldCell, unowned */
  GPtrArray *wide_columns;  /* those that are hidden while it is narrow */
  GSimpleActionGroup *column_actions;
  GMenu *columns_menu;
  GtkColumnViewColumn *title_column;

  RelmRecordMatchFunc match;
  gpointer match_data;
  RelmRecordPrepareFunc prepare;
  gpointer prepare_data;
  char *search; /* case folded, or NULL */
  guint update_id;
  gboolean resort;
  gboolean selecting;
};

G_DEFINE_FINAL_TYPE (RelmRecordTable, relm_record_table, GTK_TYPE_WIDGET)

static RelmDocument *
get_document (RelmRecordTable *self)
{
  return self->view_state != NULL ? relm_view_state_get_document (self->view_state) : NULL;
}

static RelmProject *
get_project (gpointer user_data)
{
  return RELM_RECORD_TABLE (user_data)->project;
}

/* What is shown */

static gboolean
field_contains (RelmRecordTable *self,
                RelmRecord *record,
                guint field)
{
  const RelmValue *value = relm_record_get_value (record, field);
  const gboolean plain = value->type == RELM_FIELD_STRING || value->type == RELM_FIELD_TEXT;
  g_autofree char *shown = NULL;
  g_autofree char *folded = NULL;

  if (relm_value_is_unset (value))
    return FALSE;
  if (!plain)
    shown = relm_field_text_display (self->project, record, field);
  folded = g_utf8_casefold (plain ? value->string : shown, -1);
  return strstr (folded, self->search) != NULL;
}

static gboolean
matches_search (RelmRecordTable *self,
                RelmRecord *record)
{
  if (self->search == NULL)
    return TRUE;
  for (guint i = 0; self->kind->fields[i].name != NULL; i++)
    if (field_contains (self, record, i))
      return TRUE;
  return FALSE;
}

static gboolean
match_cb (gpointer item,
          gpointer user_data)
{
  RelmRecordTable *self = user_data;

  return relm_record_table_is_in_release (self, item) &&
         (self->match == NULL || self->match (item, self->match_data)) && matches_search (self, item);
}

static void
show_page (RelmRecordTable *self)
{
  const char *page = "rows";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->sorted)) == 0)
    {
      RelmRecordList *list = self->project != NULL ? relm_project_get_list (self->project, self->type) : NULL;
      gboolean any = FALSE;

      for (guint i = 0; list != NULL && i < relm_record_list_get_size (list) && !any; i++)
        any = relm_record_table_is_in_release (self, relm_record_list_get (list, i));
      page = any || self->placeholder == NULL ? "none" : "placeholder";
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
}

static gboolean
update_cb (gpointer data)
{
  RelmRecordTable *self = data;

  self->update_id = 0;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (self->resort)
    {
      self->resort = FALSE;
      gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
    }
  show_page (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (RelmRecordTable *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static gboolean
is_sorted_by (RelmRecordTable *self,
              guint field)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  return column != NULL && g_strcmp0 (gtk_column_view_column_get_id (column), self->kind->fields[field].name) == 0;
}

static void
project_changed_cb (RelmRecordTable *self,
                    guint type,
                    RelmRecord *record,
                    guint field)
{
  if (!G_TYPE_CHECK_INSTANCE_TYPE (record, self->type))
    return;

  self->resort |= type == RELM_CHANGE_SET && is_sorted_by (self, field);
  queue_update (self);
}

static void
set_project (RelmRecordTable *self,
             RelmProject *project)
{
  GListModel *list;

  if (self->project == project)
    return;

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_set_object (&self->project, project);
  list = project != NULL ? G_LIST_MODEL (relm_project_get_list (project, self->type)) : NULL;
  gtk_filter_list_model_set_model (self->filtered, list);
  if (project != NULL)
    g_signal_connect_swapped (project, "changed", G_CALLBACK (project_changed_cb), self);
  show_page (self);
}

static void
document_changed_cb (RelmRecordTable *self)
{
  RelmDocument *document = get_document (self);

  set_project (self, document != NULL ? relm_document_get_project (document) : NULL);
}

static void
release_changed_cb (RelmRecordTable *self)
{
  relm_record_table_refilter (self);
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

/* A row that is hidden by a filter stays selected for the other views. */
static void
row_selected_cb (RelmRecordTable *self)
{
  RelmRecord *record = gtk_single_selection_get_selected_item (self->selection);

  if (record != NULL && !self->selecting && self->view_state != NULL)
    relm_view_state_set_selected (self->view_state, record);
}

static RelmFieldCell *
find_cell (RelmRecordTable *self,
           RelmRecord *record,
           guint field)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      RelmFieldEditor *editor = relm_field_cell_get_editor (g_ptr_array_index (self->cells, i));

      if (relm_field_editor_get_record (editor) == record && relm_field_editor_get_index (editor) == field)
        return g_ptr_array_index (self->cells, i);
    }
  return NULL;
}

static gboolean
edit_title (RelmRecordTable *self,
            RelmRecord *record)
{
  const int field = relm_kind_get_title_field (self->kind);
  RelmFieldCell *cell = field >= 0 ? find_cell (self, record, (guint) field) : NULL;

  return cell != NULL && relm_field_cell_edit (cell);
}

static void
activate_cb (RelmRecordTable *self,
             guint position)
{
  g_autoptr (RelmRecord) record = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (record != NULL)
    edit_title (self, record);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            RelmRecordTable *self)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = widget != NULL ? gtk_widget_get_ancestor (widget, RELM_TYPE_FIELD_CELL) : NULL;

  if (n_press != 2)
    return;
  if (cell == NULL && widget != NULL && RELM_IS_FIELD_CELL (gtk_widget_get_first_child (widget)))
    cell = gtk_widget_get_first_child (widget);
  if (cell != NULL && relm_field_cell_edit (RELM_FIELD_CELL (cell)))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Columns */

static void
setup_cell_cb (GtkSignalListItemFactory *factory,
               GtkColumnViewCell *item,
               RelmRecordTable *self)
{
  const guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "relm-field"));
  RelmFieldCell *cell = relm_field_cell_new (self->kind, field);

  g_ptr_array_add (self->cells, cell);
  gtk_column_view_cell_set_focusable (item, FALSE); /* the cell is */
  gtk_column_view_cell_set_child (item, GTK_WIDGET (cell));
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkColumnViewCell *item,
              RelmRecordTable *self)
{
  RelmFieldCell *cell = RELM_FIELD_CELL (gtk_column_view_cell_get_child (item));

  relm_field_cell_set_record (cell, get_document (self), gtk_column_view_cell_get_item (item));
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory,
                GtkColumnViewCell *item)
{
  relm_field_cell_set_record (RELM_FIELD_CELL (gtk_column_view_cell_get_child (item)), NULL, NULL);
}

static void
teardown_cell_cb (GtkSignalListItemFactory *factory,
                  GtkColumnViewCell *item,
                  RelmRecordTable *self)
{
  g_ptr_array_remove_fast (self->cells, gtk_column_view_cell_get_child (item));
}

static GtkListItemFactory *
create_factory (RelmRecordTable *self,
                guint field)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "relm-field", GUINT_TO_POINTER (field));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cell_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), NULL);
  g_signal_connect_object (factory, "teardown", G_CALLBACK (teardown_cell_cb), self, G_CONNECT_DEFAULT);
  return factory;
}

static int
width_for_type (RelmFieldType type)
{
  switch (type)
    {
    case RELM_FIELD_INTEGER:
    case RELM_FIELD_BOOLEAN:
      return 90;
    case RELM_FIELD_DATE:
    case RELM_FIELD_ENUM:
      return 130;
    case RELM_FIELD_STRING:
    case RELM_FIELD_TEXT:
    case RELM_FIELD_REFERENCE:
    case RELM_FIELD_REFERENCES:
    case RELM_FIELD_STRINGS:
    default:
      return 150;
    }
}

static void
add_to_menu (RelmRecordTable *self,
             GtkColumnViewColumn *column)
{
  const char *name = gtk_column_view_column_get_id (column);
  g_autofree char *detailed = g_strconcat ("columns.", name, NULL);
  g_autoptr (GPropertyAction) action = g_property_action_new (name, column, "visible");

  g_action_map_add_action (G_ACTION_MAP (self->column_actions), G_ACTION (action));
  g_menu_append (self->columns_menu, gtk_column_view_column_get_title (column), detailed);
}

static void
append_field (RelmRecordTable *self,
              guint index,
              gboolean visible)
{
  const RelmField *field = &self->kind->fields[index];
  g_autoptr (GtkSorter) sorter = relm_record_sorter_new (self->kind, index, get_project, self);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  column = gtk_column_view_column_new (relm_field_get_label (field), create_factory (self, index));
  gtk_column_view_column_set_id (column, field->name);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_visible (column, visible);
  if (field->flags & RELM_FIELD_TITLE)
    {
      gtk_column_view_column_set_expand (column, TRUE);
      self->title_column = column;
    }
  else
    {
      gtk_column_view_column_set_fixed_width (column, width_for_type (field->type));
      add_to_menu (self, column);
    }
  gtk_column_view_column_set_header_menu (column, G_MENU_MODEL (self->columns_menu));
  gtk_column_view_append_column (self->view, column);
}

static gboolean
is_listed (const guint *columns,
           guint n_columns,
           guint index)
{
  for (guint i = 0; i < n_columns; i++)
    if (columns[i] == index)
      return TRUE;
  return FALSE;
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
relm_record_table_dispose (GObject *object)
{
  RelmRecordTable *self = RELM_RECORD_TABLE (object);

  relm_record_table_set_view_state (self, NULL);
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->column_actions);
  g_clear_object (&self->columns_menu);

  G_OBJECT_CLASS (relm_record_table_parent_class)->dispose (object);
}

static void
relm_record_table_finalize (GObject *object)
{
  RelmRecordTable *self = RELM_RECORD_TABLE (object);

  g_ptr_array_unref (self->cells);
  g_clear_pointer (&self->wide_columns, g_ptr_array_unref);
  g_free (self->search);

  G_OBJECT_CLASS (relm_record_table_parent_class)->finalize (object);
}

static void
relm_record_table_class_init (RelmRecordTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_record_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_record_table_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "relm-table");
  gtk_widget_class_install_action (widget_class, "table.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "table.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "table.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "table.delete", NULL);
}

static void
create_view (RelmRecordTable *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_reorderable (self->view, TRUE);
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_CELL);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
}

static void
create_models (RelmRecordTable *self)
{
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->filtered),
                                          g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
relm_record_table_init (RelmRecordTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *none = adw_status_page_new ();

  self->cells = g_ptr_array_new ();
  self->column_actions = g_simple_action_group_new ();
  self->columns_menu = g_menu_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (self->column_actions));
  create_view (self);
  create_models (self);

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
  int title;

  g_return_if_fail (RELM_IS_RECORD_TABLE (self) && self->kind == NULL);

  self->type = type;
  self->kind = klass->kind;
  title = relm_kind_get_title_field (self->kind);
  if (title >= 0)
    append_field (self, (guint) title, TRUE);
  for (guint i = 0; i < n_columns; i++)
    append_field (self, columns[i], TRUE);
  for (guint i = 0; self->kind->fields[i].name != NULL; i++)
    if ((int) i != title && !is_listed (columns, n_columns, i) && !(self->kind->fields[i].flags & RELM_FIELD_HIDDEN))
      append_field (self, i, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->kind->label_plural), -1);
}

/**
 * relm_record_table_add_column:
 * @position: where
 * @column: a column with an id, which shows something that is not one field
 */
void
relm_record_table_add_column (RelmRecordTable *self,
                              guint position,
                              GtkColumnViewColumn *column)
{
  g_return_if_fail (RELM_IS_RECORD_TABLE (self));

  add_to_menu (self, column);
  gtk_column_view_column_set_header_menu (column, G_MENU_MODEL (self->columns_menu));
  gtk_column_view_insert_column (self->view, position, column);
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
  set_project (self, NULL);
  g_set_object (&self->view_state, view_state);
  if (view_state == NULL)
    return;

  g_signal_connect_swapped (view_state, "notify::document", G_CALLBACK (document_changed_cb), self);
  g_signal_connect_swapped (view_state, "notify::release", G_CALLBACK (release_changed_cb), self);
  g_signal_connect_swapped (view_state, "notify::selected", G_CALLBACK (state_selected_cb), self);
  document_changed_cb (self);
  state_selected_cb (self);
}

/**
 * relm_record_table_set_filter:
 * @match: (nullable): says which records are shown
 */
void
relm_record_table_set_filter (RelmRecordTable *self,
                              RelmRecordMatchFunc match,
                              gpointer user_data)
{
  g_return_if_fail (RELM_IS_RECORD_TABLE (self));

  self->match = match;
  self->match_data = user_data;
  relm_record_table_refilter (self);
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
 * relm_record_table_refilter:
 *
 * What the filter goes by is not what it was.
 */
void
relm_record_table_refilter (RelmRecordTable *self)
{
  g_return_if_fail (RELM_IS_RECORD_TABLE (self));

  g_clear_handle_id (&self->update_id, g_source_remove);
  update_cb (self);
  if (self->view_state != NULL)
    state_selected_cb (self);
}

/**
 * relm_record_table_set_search:
 * @search: (nullable): what records must contain in some field
 */
void
relm_record_table_set_search (RelmRecordTable *self,
                              const char *search)
{
  g_return_if_fail (RELM_IS_RECORD_TABLE (self));

  g_clear_pointer (&self->search, g_free);
  if (search != NULL && *search != '\0')
    self->search = g_utf8_casefold (search, -1);
  relm_record_table_refilter (self);
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
 * relm_record_table_set_narrow:
 * @narrow: whether there is room for little more than the title
 */
void
relm_record_table_set_narrow (RelmRecordTable *self,
                              gboolean narrow)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint n_visible = 0;

  g_return_if_fail (RELM_IS_RECORD_TABLE (self));

  if (narrow == (self->wide_columns != NULL))
    return;

  if (!narrow)
    {
      for (guint i = 0; i < self->wide_columns->len; i++)
        gtk_column_view_column_set_visible (g_ptr_array_index (self->wide_columns, i), TRUE);
      g_clear_pointer (&self->wide_columns, g_ptr_array_unref);
      return;
    }

  self->wide_columns = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column) && n_visible++ >= 2)
        {
          gtk_column_view_column_set_visible (column, FALSE);
          g_ptr_array_add (self->wide_columns, g_steal_pointer (&column));
        }
    }
}

/**
 * relm_record_table_is_in_release:
 *
 * Returns: whether the record belongs to the view state's release, or there is none, or its kind has no releases
 */
gboolean
relm_record_table_is_in_release (RelmRecordTable *self,
                                 RelmRecord *record)
{
  RelmRecord *release = self->view_state != NULL ? relm_view_state_get_release (self->view_state) : NULL;

  if (release == NULL || relm_record_edits_find_release_field (self->kind) < 0)
    return TRUE;
  return relm_plan_get_release (self->project, record) == release;
}

/**
 * relm_record_table_get_shown:
 *
 * Returns: (transfer none): the records that are shown, in their order
 */
GListModel *
relm_record_table_get_shown (RelmRecordTable *self)
{
  g_return_val_if_fail (RELM_IS_RECORD_TABLE (self), NULL);

  return G_LIST_MODEL (self->sorted);
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
 * relm_record_table_get_column_actions:
 *
 * Returns: (transfer none): what relm_record_table_get_columns_menu() needs, under the name “columns”
 */
GActionGroup *
relm_record_table_get_column_actions (RelmRecordTable *self)
{
  g_return_val_if_fail (RELM_IS_RECORD_TABLE (self), NULL);

  return G_ACTION_GROUP (self->column_actions);
}

/**
 * relm_record_table_get_columns_menu:
 *
 * Returns: (transfer none): shows and hides columns
 */
GMenuModel *
relm_record_table_get_columns_menu (RelmRecordTable *self)
{
  g_return_val_if_fail (RELM_IS_RECORD_TABLE (self), NULL);

  return G_MENU_MODEL (self->columns_menu);
}

static gboolean
edit_new_cb (gpointer data)
{
  RelmRecordTable *self = data;
  RelmRecord *record = gtk_single_selection_get_selected_item (self->selection);

  if (record != NULL && self->stack != NULL)
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

  relm_record_table_refilter (self);
  relm_view_state_set_selected (self->view_state, record);
  position = find_position (self, record);
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_column_view_scroll_to (self->view, position, self->title_column,
                             GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
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
