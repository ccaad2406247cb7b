/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-plan.h"
#include "relm-record-edits.h"
#include "relm-release.h"
#include "relm-roadmap.h"
#include "relm-roadmap-row.h"
#include "relm-roadmap-view.h"

#define REFRESH_MS 250

struct _RelmRoadmapView
{
  GtkWidget parent_instance;

  GtkListView *view;
  GtkPopover *row_popover;

  RelmViewState *view_state;
  GListStore *models; /* the project alone, and its releases */
  GtkSorter *section_sorter;
  GtkSorter *sorter;
  GtkSingleSelection *selection;
  RelmProject *project;
  GPtrArray *items; /* unowned: the list items there are, few however many releases there are */
  guint refresh_id;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (RelmRoadmapView, relm_roadmap_view, GTK_TYPE_WIDGET)

static int
compare_sections (gconstpointer a,
                  gconstpointer b,
                  gpointer user_data)
{
  return (int) relm_roadmap_view_get_section ((RelmRecord *) a) - (int) relm_roadmap_view_get_section ((RelmRecord *) b);
}

static int
compare_releases (gconstpointer a,
                  gconstpointer b,
                  gpointer user_data)
{
  if (!RELM_IS_RELEASE ((gpointer) a) || !RELM_IS_RELEASE ((gpointer) b))
    return 0;
  return relm_roadmap_compare ((RelmRecord *) a, (RelmRecord *) b);
}

static guint
find_row (RelmRoadmapView *self,
          gpointer record)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (item == record)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
show_selection (RelmRoadmapView *self)
{
  RelmRecord *release = relm_view_state_get_release (self->view_state);
  gpointer record = release != NULL ? (gpointer) release : (gpointer) self->project;

  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, find_row (self, record));
  self->updating = FALSE;
}

static void
selection_changed_cb (RelmRoadmapView *self)
{
  RelmRecord *record = gtk_single_selection_get_selected_item (self->selection);

  if (self->updating || record == NULL || self->view_state == NULL)
    return;

  relm_view_state_set_release (self->view_state, RELM_IS_RELEASE (record) ? record : NULL);
}

static void
activate_cb (RelmRoadmapView *self,
             guint position)
{
  g_autoptr (RelmRecord) record = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (record == NULL)
    return;
  relm_view_state_set_release (self->view_state, RELM_IS_RELEASE (record) ? record : NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-content", NULL);
}

static void
label_item (GtkListItem *item)
{
  g_autofree char *label = relm_roadmap_row_dup_label (RELM_ROADMAP_ROW (gtk_list_item_get_child (item)));

  gtk_list_item_set_accessible_label (item, label);
}

/* Health is counted from all work items, so it waits until there is nothing else to do. */
static gboolean
refresh_cb (gpointer data)
{
  RelmRoadmapView *self = data;

  self->refresh_id = 0;
  for (guint i = 0; i < self->items->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->items, i);

      relm_roadmap_row_update (RELM_ROADMAP_ROW (gtk_list_item_get_child (item)));
      label_item (item);
    }
  return G_SOURCE_REMOVE;
}

static void
project_changed_cb (RelmRoadmapView *self,
                    guint type,
                    RelmRecord *record)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_timeout_add_full (G_PRIORITY_LOW, REFRESH_MS, refresh_cb, self, NULL);
  if (type != RELM_CHANGE_SET || !RELM_IS_RELEASE (record))
    return;

  self->updating = TRUE;
  gtk_sorter_changed (self->section_sorter, GTK_SORTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  self->updating = FALSE;
  show_selection (self);
}

static void
fill (RelmRoadmapView *self)
{
  g_autoptr (GListStore) first = NULL;

  g_list_store_remove_all (self->models);
  if (self->project == NULL)
    return;

  first = g_list_store_new (RELM_TYPE_RECORD);
  g_list_store_append (first, self->project);
  g_list_store_append (self->models, first);
  g_list_store_append (self->models, relm_project_get_list (self->project, RELM_TYPE_RELEASE));
}

static void
document_cb (RelmRoadmapView *self)
{
  RelmDocument *document = self->view_state != NULL ? relm_view_state_get_document (self->view_state) : NULL;
  RelmProject *project = document != NULL ? relm_document_get_project (document) : NULL;

  if (project == self->project)
    return;

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_set_object (&self->project, project);
  self->updating = TRUE;
  fill (self);
  self->updating = FALSE;
  if (project == NULL)
    return;

  g_signal_connect_swapped (project, "changed", G_CALLBACK (project_changed_cb), self);
  show_selection (self);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory,
                GtkListHeader *header)
{
  GtkWidget *label = gtk_list_header_get_child (header);

  switch (relm_roadmap_view_get_section (gtk_list_header_get_item (header)))
    {
    case RELM_ROADMAP_SECTION_UPCOMING:
      gtk_label_set_text (GTK_LABEL (label), _ ("Upcoming"));
      break;
    case RELM_ROADMAP_SECTION_PAST:
      gtk_label_set_text (GTK_LABEL (label), _ ("Past"));
      break;
    case RELM_ROADMAP_SECTION_PROJECT:
    default:
      gtk_label_set_text (GTK_LABEL (label), _ ("Project"));
      break;
    }
}

static void
edit_record (RelmRoadmapView *self,
             RelmRecord *record)
{
  relm_view_state_set_selected (self->view_state, record);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-content", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", NULL);
}

static void
edit_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  RelmRoadmapView *self = RELM_ROADMAP_VIEW (widget);
  RelmRecord *record = gtk_single_selection_get_selected_item (self->selection);

  if (record != NULL)
    edit_record (self, record);
}

static void
delete_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  RelmRoadmapView *self = RELM_ROADMAP_VIEW (widget);
  RelmRecord *record = gtk_single_selection_get_selected_item (self->selection);

  if (record != NULL && RELM_IS_RELEASE (record))
    relm_record_edits_remove (widget, relm_view_state_get_document (self->view_state), record);
}

/* The menu is the view's and not the row's: rows come and go with what they show. */
static void
show_menu (GtkWidget *row,
           double x,
           double y)
{
  RelmRoadmapView *self = RELM_ROADMAP_VIEW (gtk_widget_get_ancestor (row, RELM_TYPE_ROADMAP_VIEW));
  RelmRecord *record = relm_roadmap_row_get_record (RELM_ROADMAP_ROW (row));
  graphene_point_t point;

  if (record == NULL ||
      !gtk_widget_compute_point (row, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  relm_view_state_set_release (self->view_state, RELM_IS_RELEASE (record) ? record : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roadmap.delete", RELM_IS_RELEASE (record));
  gtk_popover_set_pointing_to (self->row_popover, &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (self->row_popover);
}

static void
claim_and_show_menu (GtkGesture *gesture,
                     double x,
                     double y)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), x, y);
}

/* A list that activates on a single click would also select what the pointer passes over. */
static void
released_cb (GtkGestureClick *gesture,
             int n_press,
             double x,
             double y)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (gtk_widget_contains (row, x, y))
    gtk_widget_activate_action (row, "win.show-content", NULL);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y)
{
  claim_and_show_menu (GTK_GESTURE (gesture), x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double x,
                 double y)
{
  claim_and_show_menu (GTK_GESTURE (gesture), x, y);
}

/* Nothing that was chosen has the focus: it goes back to the row. */
static void
menu_closed_cb (RelmRoadmapView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->row_popover)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
menu_key_action (GtkWidget *widget,
                 GVariant *parameters,
                 gpointer user_data)
{
  RelmRoadmapView *self = RELM_ROADMAP_VIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (row == NULL || !RELM_IS_ROADMAP_ROW (row) || self->view_state == NULL)
    return FALSE;
  show_menu (row, gtk_widget_get_width (row) / 2.0, gtk_widget_get_height (row));
  return TRUE;
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem *item,
              RelmRoadmapView *self)
{
  GtkWidget *row = relm_roadmap_row_new ();
  GtkGesture *show = gtk_gesture_click_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *touch = gtk_gesture_long_press_new ();

  g_signal_connect (show, "released", G_CALLBACK (released_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (show));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (touch), TRUE);
  g_signal_connect (touch, "pressed", G_CALLBACK (long_pressed_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (touch));
  gtk_list_item_set_child (item, row);
  g_ptr_array_add (self->items, item);
}

static void
teardown_row_cb (GtkSignalListItemFactory *factory,
                 GtkListItem *item,
                 RelmRoadmapView *self)
{
  g_ptr_array_remove_fast (self->items, item);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem *item,
             RelmRoadmapView *self)
{
  relm_roadmap_row_set_record (RELM_ROADMAP_ROW (gtk_list_item_get_child (item)), self->project, gtk_list_item_get_item (item));
  label_item (item);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem *item)
{
  relm_roadmap_row_set_record (RELM_ROADMAP_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

static void
make_factories (RelmRoadmapView *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();

  g_signal_connect (rows, "setup", G_CALLBACK (setup_row_cb), self);
  g_signal_connect (rows, "teardown", G_CALLBACK (teardown_row_cb), self);
  g_signal_connect (rows, "bind", G_CALLBACK (bind_row_cb), self);
  g_signal_connect (rows, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  g_signal_connect (headers, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect (headers, "bind", G_CALLBACK (bind_header_cb), NULL);
  gtk_list_view_set_factory (self->view, rows);
  gtk_list_view_set_header_factory (self->view, headers);
}

static void
make_models (RelmRoadmapView *self)
{
  GtkFlattenListModel *all;
  GtkSortListModel *sorted;

  self->models = g_list_store_new (G_TYPE_LIST_MODEL);
  self->section_sorter = GTK_SORTER (gtk_custom_sorter_new (compare_sections, NULL, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_releases, NULL, NULL));
  all = gtk_flatten_list_model_new (G_LIST_MODEL (g_object_ref (self->models)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (all), g_object_ref (self->sorter));
  gtk_sort_list_model_set_section_sorter (sorted, self->section_sorter);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
relm_roadmap_view_dispose (GObject *object)
{
  RelmRoadmapView *self = RELM_ROADMAP_VIEW (object);
  GtkWidget *child;

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  if (self->view_state != NULL)
    g_signal_handlers_disconnect_by_data (self->view_state, self);
  g_clear_object (&self->view_state);
  gtk_widget_dispose_template (GTK_WIDGET (object), RELM_TYPE_ROADMAP_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->section_sorter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->models);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_ptr_array_set_size (self->items, 0);

  G_OBJECT_CLASS (relm_roadmap_view_parent_class)->dispose (object);
}

static void
relm_roadmap_view_finalize (GObject *object)
{
  g_ptr_array_unref (RELM_ROADMAP_VIEW (object)->items);

  G_OBJECT_CLASS (relm_roadmap_view_parent_class)->finalize (object);
}

static void
relm_roadmap_view_class_init (RelmRoadmapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_roadmap_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_roadmap_view_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/relm_app/Relm/relm-roadmap-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RelmRoadmapView, view);
  gtk_widget_class_bind_template_child (widget_class, RelmRoadmapView, row_popover);
  gtk_widget_class_install_action (widget_class, "roadmap.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "roadmap.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "roadmap.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "roadmap.edit", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_action, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_action, NULL);
}

static void
relm_roadmap_view_init (RelmRoadmapView *self)
{
  self->items = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  make_models (self);
  make_factories (self);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->row_popover, "closed", G_CALLBACK (menu_closed_cb), self);
}

/**
 * relm_roadmap_view_new:
 *
 * Returns: (transfer full): a roadmap of nothing
 */
GtkWidget *
relm_roadmap_view_new (void)
{
  return g_object_new (RELM_TYPE_ROADMAP_VIEW, NULL);
}

/**
 * relm_roadmap_view_set_view_state:
 * @view_state: the window's, set once
 */
void
relm_roadmap_view_set_view_state (RelmRoadmapView *self,
                             RelmViewState *view_state)
{
  g_return_if_fail (RELM_IS_ROADMAP_VIEW (self) && self->view_state == NULL);

  self->view_state = g_object_ref (view_state);
  g_signal_connect_swapped (view_state, "notify::document", G_CALLBACK (document_cb), self);
  g_signal_connect_swapped (view_state, "notify::release", G_CALLBACK (show_selection), self);
  document_cb (self);
}

/**
 * relm_roadmap_view_get_model:
 *
 * Returns: (transfer none): the rows: the project and its releases
 */
GListModel *
relm_roadmap_view_get_model (RelmRoadmapView *self)
{
  g_return_val_if_fail (RELM_IS_ROADMAP_VIEW (self), NULL);

  return G_LIST_MODEL (self->selection);
}

/**
 * relm_roadmap_view_get_section:
 * @record: a project or a release
 *
 * Returns: where it stands
 */
RelmRoadmapSection
relm_roadmap_view_get_section (RelmRecord *record)
{
  if (!RELM_IS_RELEASE (record))
    return RELM_ROADMAP_SECTION_PROJECT;
  return relm_plan_is_done (record) ? RELM_ROADMAP_SECTION_PAST : RELM_ROADMAP_SECTION_UPCOMING;
}
