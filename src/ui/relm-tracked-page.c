/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-milestone-dialog.h"
#include "relm-source-set.h"
#include "relm-source.h"
#include "relm-tracked-columns.h"
#include "relm-tracked-dialog.h"
#include "relm-tracked-edits.h"
#include "relm-tracked-page.h"
#include "relm-tracked-rows.h"
#include "relm-tracker-mirror.h"
#include "relm-tracker-sync.h"

/* In less there is room for what an item is called and how it stands. */
#define NARROW 560

struct _RelmTrackedPage
{
  RelmPage parent_instance;

  RelmSourceSet *set; /* the document's, or NULL */
  GPtrArray *sources; /* the trackers, as the drop-down shows them */
  RelmTrackedRows *rows;
  GtkMultiSelection *selection;
  GHashTable *planned; /* work items by the keys of what they mirror */
  RelmTrackedFinder *finder;
  AdwBanner *differences;
  GtkStringList *names;
  GtkDropDown *choice;
  gulong choice_id;
  GtkEditable *search;
  GtkToggleButton *open_only;
  GtkWidget *add;
  GtkColumnView *view;
  GtkStack *states;
  gboolean is_stale; /* the mirror may have more */
};

G_DEFINE_FINAL_TYPE (RelmTrackedPage, relm_tracked_page, RELM_TYPE_PAGE)

static RelmDocument *
get_document (RelmTrackedPage *self)
{
  return relm_page_get_document (RELM_PAGE (self));
}

static RelmRecord *
get_source (RelmTrackedPage *self)
{
  const guint chosen = gtk_drop_down_get_selected (self->choice);

  return chosen < self->sources->len ? self->sources->pdata[chosen] : NULL;
}

static gboolean
is_planned (RelmTrackedRow *row,
            gpointer user_data)
{
  RelmTrackedPage *self = user_data;
  const char *key = relm_tracked_row_get_item (row)->key;

  return self->planned != NULL && key != NULL && g_hash_table_contains (self->planned, key);
}

/* A tracker that was asked in vain has a mirror, too. */
static const char *
find_state (RelmTrackedPage *self)
{
  RelmMirrorTracker *mirror = relm_tracked_rows_get_mirror (self->rows);

  if (self->sources->len == 0)
    return "none";
  if (mirror == NULL)
    return "unread";
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0 || relm_tracked_rows_is_searching (self->rows))
    return "items";
  if (relm_mirror_tracker_count (mirror, RELM_MIRROR_ITEMS) > 0)
    return "empty";
  return relm_mirror_tracker_get_number (mirror, RELM_TRACKER_STATE_SYNCED) > 0 ? "bare" : "unread";
}

static void
show_state (RelmTrackedPage *self)
{
  gtk_stack_set_visible_child_name (self->states, find_state (self));
  gtk_widget_set_visible (GTK_WIDGET (self->choice), self->sources->len > 1);
}

static void
show_differences (RelmTrackedPage *self)
{
  const guint size = relm_tracked_finder_get_size (self->finder);
  g_autofree char *title = g_strdup_printf (
    ngettext ("The tracker changed %u thing in items of the plan", "The tracker changed %u things in items of the plan", size), size);

  if (size > 0) /* it slides away with what it said */
    adw_banner_set_title (self->differences, title);
  adw_banner_set_revealed (self->differences, size > 0);
}

static void
selection_changed_cb (RelmTrackedPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  RelmDocument *document = get_document (self);

  gtk_widget_set_sensitive (self->add, document != NULL && !relm_document_get_read_only (document) && !gtk_bitset_is_empty (chosen));
}

static void
filter_changed_cb (RelmTrackedPage *self)
{
  relm_tracked_rows_set_filter (self->rows, gtk_editable_get_text (self->search), gtk_toggle_button_get_active (self->open_only));
}

static void
index_planned (RelmTrackedPage *self)
{
  RelmRecord *source = get_source (self);

  g_clear_pointer (&self->planned, g_hash_table_unref);
  if (source != NULL)
    self->planned = relm_tracked_items_index (relm_page_get_project (RELM_PAGE (self)), source);
}

static void
source_chosen_cb (RelmTrackedPage *self)
{
  RelmRecord *source = get_source (self);
  RelmMirrorTracker *mirror = source != NULL ? relm_tracker_mirror_open (get_document (self), source) : NULL;

  index_planned (self);
  if (mirror != NULL)
    relm_tracked_finder_set_tracker (self->finder, relm_page_get_project (RELM_PAGE (self)), source, relm_mirror_tracker_get_path (mirror));
  else
    relm_tracked_finder_set_tracker (self->finder, NULL, NULL, NULL);
  relm_tracked_rows_set_mirror (self->rows, mirror);
  show_state (self);
  selection_changed_cb (self);
}

static void
list_sources (RelmTrackedPage *self)
{
  RelmProject *project = relm_page_get_project (RELM_PAGE (self));
  RelmRecordList *list = project != NULL ? relm_project_get_list (project, RELM_TYPE_SOURCE) : NULL;

  g_signal_handler_block (self->choice, self->choice_id);
  g_ptr_array_set_size (self->sources, 0);
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)), NULL);
  for (guint i = 0; list != NULL && i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *source = relm_record_list_get (list, i);
      g_autofree char *name = relm_record_dup_display_title (source);

      if (g_strcmp0 (relm_record_get_string (source, RELM_SOURCE_KIND), "tracker") != 0)
        continue;
      g_ptr_array_add (self->sources, g_object_ref (source));
      gtk_string_list_append (self->names, name);
    }
  g_signal_handler_unblock (self->choice, self->choice_id);
}

/**
 * relm_tracked_page_refresh:
 *
 * Looks again at what the trackers said.
 */
void
relm_tracked_page_refresh (RelmTrackedPage *self)
{
  g_return_if_fail (RELM_IS_TRACKED_PAGE (self));

  self->is_stale = FALSE;
  list_sources (self);
  source_chosen_cb (self);
}

/* Another plan: the list stays where it is. */
static void
relm_tracked_page_update (RelmPage *page)
{
  RelmTrackedPage *self = RELM_TRACKED_PAGE (page);

  if (self->is_stale)
    {
      relm_tracked_page_refresh (self);
      return;
    }
  index_planned (self);
  relm_tracked_columns_show_planned (self->view);
  show_state (self);
  selection_changed_cb (self);
}

/* A tracker was read, or there is another one. */
static void
synced_cb (RelmTrackedPage *self)
{
  self->is_stale = TRUE;
  relm_page_queue_update (RELM_PAGE (self));
}

static void
follow_sources (RelmTrackedPage *self,
                RelmDocument *document)
{
  if (self->set != NULL)
    g_signal_handlers_disconnect_by_data (self->set, self);
  g_clear_object (&self->set);
  if (document == NULL)
    return;
  self->set = g_object_ref (relm_source_set_get (document));
  g_signal_connect_swapped (self->set, "synced", G_CALLBACK (synced_cb), self);
  g_signal_connect_swapped (self->set, "items-changed", G_CALLBACK (synced_cb), self);
}

static void
relm_tracked_page_document_changed (RelmPage *page)
{
  RelmTrackedPage *self = RELM_TRACKED_PAGE (page);

  follow_sources (self, relm_page_get_document (page));
  g_ptr_array_set_size (self->sources, 0); /* those of another document */
  relm_tracked_finder_set_tracker (self->finder, NULL, NULL, NULL);
  self->is_stale = TRUE;
}

/* Another program may have read the tracker while nobody looked. */
static void
relm_tracked_page_map (GtkWidget *widget)
{
  RELM_TRACKED_PAGE (widget)->is_stale = TRUE;
  GTK_WIDGET_CLASS (relm_tracked_page_parent_class)->map (widget);
}

static char **
dup_chosen_keys (RelmTrackedPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, chosen, &position); more; more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (RelmTrackedRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      if (relm_tracked_row_get_item (row)->key != NULL && !is_planned (row, self))
        g_strv_builder_add (builder, relm_tracked_row_get_item (row)->key);
    }
  return g_strv_builder_end (builder);
}

static void
add_cb (RelmTrackedPage *self)
{
  RelmMirrorTracker *mirror = relm_tracked_rows_get_mirror (self->rows);
  g_auto (GStrv) keys = NULL;
  g_autoptr (GError) error = NULL;

  index_planned (self); /* a second press may come before the page was told what the first one added */
  keys = dup_chosen_keys (self);
  if (keys[0] == NULL || mirror == NULL)
    return;
  if (!relm_tracked_edits_add (get_document (self), get_source (self), mirror, (const char *const *) keys, &error))
    relm_error_dialog_show (GTK_WIDGET (self), _ ("It Could Not Be Added"), error);
}

static void
show_dialog_cb (RelmTrackedPage *self)
{
  if (relm_tracked_rows_get_mirror (self->rows) != NULL)
    adw_dialog_present (relm_tracked_dialog_new (get_document (self), get_source (self), self->finder), GTK_WIDGET (self));
}

static void
milestones_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  RelmDocument *document = get_document (RELM_TRACKED_PAGE (widget));

  if (document != NULL)
    adw_dialog_present (relm_milestone_dialog_new (document), widget);
}

static void
compare_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  show_dialog_cb (RELM_TRACKED_PAGE (widget));
}

static void
relm_tracked_page_dispose (GObject *object)
{
  RelmTrackedPage *self = RELM_TRACKED_PAGE (object);

  relm_page_set_view_state (RELM_PAGE (self), NULL);
  relm_tracked_finder_set_tracker (self->finder, NULL, NULL, NULL);
  relm_tracked_rows_set_mirror (self->rows, NULL); /* which ends a search */
  G_OBJECT_CLASS (relm_tracked_page_parent_class)->dispose (object);
}

static void
relm_tracked_page_finalize (GObject *object)
{
  RelmTrackedPage *self = RELM_TRACKED_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->planned, g_hash_table_unref);
  g_clear_object (&self->finder);
  G_OBJECT_CLASS (relm_tracked_page_parent_class)->finalize (object);
}

static void
relm_tracked_page_class_init (RelmTrackedPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_tracked_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = relm_tracked_page_finalize;
  GTK_WIDGET_CLASS (klass)->map = relm_tracked_page_map;
  RELM_PAGE_CLASS (klass)->document_changed = relm_tracked_page_document_changed;
  RELM_PAGE_CLASS (klass)->update = relm_tracked_page_update;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "tracked.milestones", NULL, milestones_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "tracked.compare", NULL, compare_action);
}

static GtkWidget *
create_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("_Compare with the Plan…"), "tracked.compare");
  g_menu_append (menu, _ ("_Milestones as Releases…"), "tracked.milestones");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("More"));
  return button;
}

static GtkWidget *
create_tools (RelmTrackedPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->names = gtk_string_list_new (NULL);
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (self->names), NULL));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->choice), _ ("Tracker"));
  self->choice_id = g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (source_chosen_cb), self);
  self->search = GTK_EDITABLE (gtk_search_entry_new ());
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search), _ ("Search the tracker"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->search), TRUE);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (filter_changed_cb), self);
  self->open_only = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_ ("Open")));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->open_only), _ ("Show only what is still open"));
  g_signal_connect_swapped (self->open_only, "toggled", G_CALLBACK (filter_changed_cb), self);
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_tooltip_text (self->add, _ ("Add to Plan"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add to Plan"), -1);
  gtk_widget_set_sensitive (self->add, FALSE);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);

  gtk_widget_add_css_class (bar, "toolbar");
  gtk_box_append (GTK_BOX (bar), self->add);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->open_only));
  gtk_box_append (GTK_BOX (bar), create_menu ());
  return bar;
}

static GtkWidget *
create_list (RelmTrackedPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view;

  self->rows = relm_tracked_rows_new ();
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  view = gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Items of the tracker"), -1);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  relm_tracked_columns_add (GTK_COLUMN_VIEW (view), is_planned, self);
  g_signal_connect_swapped (view, "activate", G_CALLBACK (add_cb), self);
  self->view = GTK_COLUMN_VIEW (view);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static AdwStatusPage *
add_placeholder (RelmTrackedPage *self,
                 const char *name,
                 const char *title,
                 const char *description)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), name[0] == 'e' ? "edit-find-symbolic" : "network-server-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (status), description);
  gtk_widget_set_vexpand (status, TRUE);
  gtk_stack_add_named (self->states, status, name);
  return ADW_STATUS_PAGE (status);
}

/* Where a tracker is added, is said why it could not be read, and is read again. */
static void
add_sources_button (AdwStatusPage *status)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Sources…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.sources");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_child (status, button);
}

static void
add_placeholders (RelmTrackedPage *self)
{
  add_sources_button (add_placeholder (self, "none", _ ("No Tracker Yet"),
                                       _ ("Add a tracker as a source of the project, and its issues and merge requests will be here.")));
  add_sources_button (add_placeholder (self, "unread", _ ("Not Read Yet"), _ ("What the tracker holds will be here once it was read.")));
  add_placeholder (self, "bare", _ ("Nothing in the Tracker"), _ ("It has no issues and no merge requests yet."));
  add_placeholder (self, "empty", _ ("Nothing Found"), _ ("Try other words, or show what is closed, too."));
}

static void
narrow_cb (RelmTrackedPage *self)
{
  relm_tracked_columns_narrow (self->view, TRUE);
}

static void
wide_cb (RelmTrackedPage *self)
{
  relm_tracked_columns_narrow (self->view, FALSE);
}

static GtkWidget *
create_bin (RelmTrackedPage *self,
            GtkWidget *child)
{
  GtkWidget *bin = adw_breakpoint_bin_new ();
  AdwBreakpoint *breakpoint = adw_breakpoint_new (
    adw_breakpoint_condition_new_length (ADW_BREAKPOINT_CONDITION_MAX_WIDTH, NARROW, ADW_LENGTH_UNIT_SP));

  gtk_widget_set_size_request (bin, 300, 200);
  g_signal_connect_object (breakpoint, "apply", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (breakpoint, "unapply", G_CALLBACK (wide_cb), self, G_CONNECT_SWAPPED);
  adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (bin), breakpoint);
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (bin), child);
  return bin;
}

static void
relm_tracked_page_init (RelmTrackedPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->finder = relm_tracked_finder_new ();
  g_signal_connect_object (self->finder, "changed", G_CALLBACK (show_differences), self, G_CONNECT_SWAPPED);
  self->states = GTK_STACK (gtk_stack_new ());
  self->differences = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->differences, FALSE);
  adw_banner_set_button_label (self->differences, _ ("_Compare…"));
  g_signal_connect_swapped (self->differences, "button-clicked", G_CALLBACK (show_dialog_cb), self);
  gtk_box_append (GTK_BOX (box), create_tools (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->differences));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->states));
  gtk_stack_add_named (self->states, create_list (self), "items");
  add_placeholders (self);
  adw_bin_set_child (ADW_BIN (self), create_bin (self, box));
}

/**
 * relm_tracked_page_new:
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
relm_tracked_page_new (void)
{
  return g_object_new (RELM_TYPE_TRACKED_PAGE, NULL);
}
