/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-changelog-heading.h"
#include "relm-changelog-list.h"
#include "relm-changelog-row.h"
#include "relm-row-growth.h"

#define EXPECTED_US G_USEC_PER_SEC

struct _RelmChangelogList
{
  GtkWidget parent_instance;

  GtkWidget *stack; /* rows, none */
  GtkListView *view;
  GtkFlattenListModel *flattened;
  GtkFilter *filter;
  GtkFilterListModel *filtered;
  RelmRowGrowth growth; /* what of it there are rows for by now */
  GtkSingleSelection *selection;
  GtkWidget *popover; /* of the menu, for a click with the other button or a key */
  GMenuModel *menu;

  RelmChangelogRelease *release;
  char **words; /* casefolded, or NULL */
  int kind;

  double scroll_value; /* where to, when the rows are laid out */
  int scroll_frames;   /* until then */
  guint scroll_id;     /* tick callback, or 0 */
  int focus_frames;
  guint focus_id;      /* tick callback, or 0 */
  gboolean open_later; /* when the focus is back */
  gint64 expected;     /* monotonic time until which a new reading is what a dialog changed, and has the focus */
};

enum
{
  SIGNAL_ACTIVATE,
  SIGNAL_SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmChangelogList, relm_changelog_list, GTK_TYPE_WIDGET)

/* What is shown */

static gboolean
match_cb (gpointer item,
          gpointer user_data)
{
  RelmChangelogList *self = user_data;

  if (self->kind != RELM_CHANGELOG_LIST_ANY_KIND && (int) relm_changelog_heading_get_kind (item) != self->kind)
    return FALSE;
  return relm_changelog_entry_matches (item, (const char *const *) self->words, NULL);
}

static void
update_page (RelmChangelogList *self)
{
  const gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "rows" : "none");
}

/* Whether two entries of two readings of a history are the same for a person. */
static gboolean
is_same (RelmChangelogEntry *a,
         RelmChangelogEntry *b)
{
  const char *const *a_oids = relm_changelog_entry_get_oids (a);
  const char *const *b_oids = relm_changelog_entry_get_oids (b);

  if (a_oids[0] != NULL && b_oids[0] != NULL)
    return g_str_equal (a_oids[0], b_oids[0]);
  return relm_changelog_entry_get_record (a) != NULL &&
         relm_changelog_entry_get_record (a) == relm_changelog_entry_get_record (b);
}

/*
 * A list view that is filled begins at its first row, which leaves the heading above it out of sight, and it does so in the
 * layout of the next frame: so in the one after that.
 */
static gboolean
scroll_cb (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer user_data)
{
  RelmChangelogList *self = user_data;

  if (self->scroll_frames-- > 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget)), self->scroll_value);
  self->scroll_id = 0;
  return G_SOURCE_REMOVE;
}

static void
scroll_later (RelmChangelogList *self,
              double value)
{
  self->scroll_value = value;
  self->scroll_frames = 1;
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), scroll_cb, self, NULL);
}

/* Goes back to where a person was before the release was read again; an entry that is gone leaves its place to the next. */
static void
select_again (RelmChangelogList *self,
              RelmChangelogEntry *selected,
              guint position)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint n_items;

  relm_row_growth_finish (&self->growth);
  n_items = g_list_model_get_n_items (model);
  if (n_items == 0)
    return;
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (RelmChangelogEntry) entry = g_list_model_get_item (model, i);

      if (is_same (entry, selected))
        position = i;
    }
  gtk_list_view_scroll_to (self->view, MIN (position, n_items - 1), GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  if (g_get_monotonic_time () < self->expected)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  self->expected = 0;
}

static gboolean
is_same_release (RelmChangelogRelease *a,
                 RelmChangelogRelease *b)
{
  return a != NULL && b != NULL &&
         g_strcmp0 (relm_changelog_release_get_version (a), relm_changelog_release_get_version (b)) == 0 &&
         g_strcmp0 (relm_changelog_release_get_tag (a), relm_changelog_release_get_tag (b)) == 0;
}

/* Rows */

static void
popup_menu (RelmChangelogList *self,
            GtkWidget *from,
            double x,
            double y)
{
  graphene_point_t point;

  if (self->popover == NULL || gtk_single_selection_get_selected_item (self->selection) == NULL ||
      !gtk_widget_compute_point (from, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
take_focus_back (RelmChangelogList *self)
{
  const guint position = gtk_single_selection_get_selected (self->selection);
  GtkWidget *focus;

  if (position == GTK_INVALID_LIST_POSITION || gtk_widget_get_visible (self->popover))
    return;
  gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_FOCUS, NULL);
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (focus == NULL || !gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (GTK_WIDGET (self->view)); /* closed from within a submenu, the menu keeps the focus */
}

static gboolean
focus_cb (GtkWidget *widget,
          GdkFrameClock *clock,
          gpointer user_data)
{
  RelmChangelogList *self = user_data;
  const gboolean open = self->open_later;

  if (self->focus_frames-- > 0)
    return G_SOURCE_CONTINUE;
  self->focus_id = 0;
  self->open_later = FALSE;
  take_focus_back (self);
  if (open)
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
  return G_SOURCE_REMOVE;
}

/* Keys go on from the row that the menu was about. The window gives the focus to somebody in the frame after the menu is gone. */
static void
closed_cb (RelmChangelogList *self)
{
  self->focus_frames = 1;
  if (self->focus_id == 0)
    self->focus_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), focus_cb, self, NULL);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            GtkListItem *item)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  RelmChangelogList *self = RELM_CHANGELOG_LIST (gtk_widget_get_ancestor (row, RELM_TYPE_CHANGELOG_LIST));

  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
  popup_menu (self, row, x, y);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
row_menu_cb (GtkListItem *item,
             RelmChangelogRow *row)
{
  GtkWidget *button = relm_changelog_row_get_menu_button (row);
  RelmChangelogList *self = RELM_CHANGELOG_LIST (gtk_widget_get_ancestor (button, RELM_TYPE_CHANGELOG_LIST));

  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
  popup_menu (self, button, gtk_widget_get_width (button) / 2.0, gtk_widget_get_height (button));
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem *item)
{
  GtkWidget *row = relm_changelog_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), item, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (row, "menu", G_CALLBACK (row_menu_cb), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem *item)
{
  RelmChangelogRow *row = RELM_CHANGELOG_ROW (gtk_list_item_get_child (item));
  g_autofree char *label = NULL;

  relm_changelog_row_set_entry (row, gtk_list_item_get_item (item));
  label = relm_changelog_row_dup_label (row);
  gtk_list_item_set_accessible_label (item, label);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem *item)
{
  relm_changelog_row_set_entry (RELM_CHANGELOG_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
activate_cb (RelmChangelogList *self,
             guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
selected_cb (RelmChangelogList *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

/* Life */

static void
menu_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    popup_menu (RELM_CHANGELOG_LIST (widget), focus, gtk_widget_get_width (focus) / 2.0, gtk_widget_get_height (focus) / 2.0);
}

/* From the menu: a dialog takes the focus when the row has it again, to which it gives it back. */
static void
open_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  RelmChangelogList *self = RELM_CHANGELOG_LIST (widget);

  self->open_later = self->focus_id != 0;
  if (!self->open_later)
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
relm_changelog_list_size_allocate (GtkWidget *widget,
                                   int width,
                                   int height,
                                   int baseline)
{
  RelmChangelogList *self = RELM_CHANGELOG_LIST (widget);

  gtk_widget_size_allocate (self->stack, &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
relm_changelog_list_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  gtk_widget_measure (RELM_CHANGELOG_LIST (widget)->stack, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
relm_changelog_list_dispose (GObject *object)
{
  RelmChangelogList *self = RELM_CHANGELOG_LIST (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->flattened);
  g_clear_object (&self->filtered);
  relm_row_growth_clear (&self->growth);
  g_clear_object (&self->filter);
  g_clear_object (&self->menu);
  g_clear_object (&self->release);

  G_OBJECT_CLASS (relm_changelog_list_parent_class)->dispose (object);
}

static void
relm_changelog_list_finalize (GObject *object)
{
  g_strfreev (RELM_CHANGELOG_LIST (object)->words);

  G_OBJECT_CLASS (relm_changelog_list_parent_class)->finalize (object);
}

static void
relm_changelog_list_class_init (RelmChangelogListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_changelog_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_changelog_list_finalize;
  widget_class->size_allocate = relm_changelog_list_size_allocate;
  widget_class->measure = relm_changelog_list_measure;

  /**
   * RelmChangelogList::activate:
   *
   * The selected entry was double-clicked, Enter was pressed on it, or its menu opens it.
   */
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  /**
   * RelmChangelogList::selected:
   *
   * Another entry is selected, or none.
   */
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "relm-changelog-list");
  gtk_widget_class_install_action (widget_class, "list.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "list.open", NULL, open_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "list.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "list.menu", NULL);
}

/* A release is a list of sections, and a section one of entries; flattened, the sections are what has a heading. */
static void
create_models (RelmChangelogList *self)
{
  self->flattened = gtk_flatten_list_model_new (NULL);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->flattened)), g_object_ref (self->filter));
  relm_row_growth_init (&self->growth, G_LIST_MODEL (self->filtered));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->growth.slice)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

static void
create_view (RelmChangelogList *self)
{
  GtkListItemFactory *rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headings = relm_changelog_heading_factory_new (GTK_SECTION_MODEL (self->filtered));

  g_signal_connect (rows, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (rows, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (rows, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), rows));
  gtk_list_view_set_header_factory (self->view, headings);
  gtk_list_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "changelog");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Changes"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
}

static void
relm_changelog_list_init (RelmChangelogList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *none = adw_status_page_new ();

  self->kind = RELM_CHANGELOG_LIST_ANY_KIND;
  create_models (self);
  create_view (self);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("No Results"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none), _ ("Try another search or another kind of change."));
  gtk_widget_add_css_class (none, "compact");

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "rows");
  gtk_stack_add_named (GTK_STACK (self->stack), none, "none");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

/**
 * relm_changelog_list_new:
 *
 * Returns: (transfer floating): a list that shows nothing yet
 */
GtkWidget *
relm_changelog_list_new (void)
{
  return g_object_new (RELM_TYPE_CHANGELOG_LIST, NULL);
}

/**
 * relm_changelog_list_set_release:
 * @release: (nullable): a release that is loaded
 *
 * The same release that was read again keeps what is selected, and shows it.
 */
void
relm_changelog_list_set_release (RelmChangelogList *self,
                                 RelmChangelogRelease *release)
{
  const gboolean same = is_same_release (self->release, release);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  g_autoptr (RelmChangelogEntry) selected = NULL;
  guint position;

  g_return_if_fail (RELM_IS_CHANGELOG_LIST (self));

  if (self->release == release)
    return;

  scroll_later (self, !same ? 0 : self->scroll_id > 0 ? self->scroll_value : gtk_adjustment_get_value (adjustment));
  if (same)
    g_set_object (&selected, relm_changelog_list_get_selected (self));
  position = gtk_single_selection_get_selected (self->selection);
  g_set_object (&self->release, release);
  if (!same && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    relm_row_growth_start (&self->growth);
  gtk_flatten_list_model_set_model (self->flattened, G_LIST_MODEL (release));
  update_page (self);
  if (selected != NULL)
    select_again (self, selected, position);
}

/**
 * relm_changelog_list_set_filter:
 * @search: (nullable): words that must all be in an entry
 * @kind: a RelmChangelogKind, or RELM_CHANGELOG_LIST_ANY_KIND
 */
void
relm_changelog_list_set_filter (RelmChangelogList *self,
                                const char *search,
                                int kind)
{
  g_autofree char *folded = search != NULL ? g_utf8_casefold (search, -1) : NULL;
  g_auto (GStrv) words = folded != NULL ? g_strsplit_set (folded, " \t\n", -1) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_if_fail (RELM_IS_CHANGELOG_LIST (self));

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, words[i]);
  g_clear_pointer (&self->words, g_strfreev);
  self->words = g_strv_builder_end (builder);
  self->kind = kind;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_page (self);
}

/**
 * relm_changelog_list_set_menu:
 * @menu: (nullable): what may be done with the selected entry
 */
void
relm_changelog_list_set_menu (RelmChangelogList *self,
                              GMenuModel *menu)
{
  g_return_if_fail (RELM_IS_CHANGELOG_LIST (self));

  g_set_object (&self->menu, menu);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (menu == NULL)
    return;
  self->popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
}

/**
 * relm_changelog_list_expect_change:
 *
 * A dialog about the selected entry was closed. The row that had the focus before is soon replaced by a new one, which then has
 * it.
 */
void
relm_changelog_list_expect_change (RelmChangelogList *self)
{
  g_return_if_fail (RELM_IS_CHANGELOG_LIST (self));

  self->expected = g_get_monotonic_time () + EXPECTED_US;
}

/**
 * relm_changelog_list_get_selected:
 *
 * Returns: (transfer none) (nullable): the entry that is selected
 */
RelmChangelogEntry *
relm_changelog_list_get_selected (RelmChangelogList *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_LIST (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * relm_changelog_list_get_model:
 *
 * Returns: (transfer none): the entries that are shown; a GtkSelectionModel
 */
GListModel *
relm_changelog_list_get_model (RelmChangelogList *self)
{
  g_return_val_if_fail (RELM_IS_CHANGELOG_LIST (self), NULL);

  return G_LIST_MODEL (self->selection);
}
