/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-table-page.h"

#define NARROW_WIDTH 600 /* sp */

struct _RelmTablePage
{
  AdwBin parent_instance;

  RelmRecordTable *table;
  GtkWidget *box;
  GtkWidget *search;
  char *add_label;
};

G_DEFINE_FINAL_TYPE (RelmTablePage, relm_table_page, ADW_TYPE_BIN)

static void
search_changed_cb (RelmTablePage *self)
{
  relm_record_table_set_search (self->table, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
add_cb (RelmTablePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  relm_record_table_set_search (self->table, NULL);
  relm_record_table_add_record (self->table);
}

static void
narrow_cb (RelmTablePage *self)
{
  relm_record_table_set_narrow (self->table, TRUE);
}

static void
wide_cb (RelmTablePage *self)
{
  relm_record_table_set_narrow (self->table, FALSE);
}

static void
relm_table_page_finalize (GObject *object)
{
  g_free (RELM_TABLE_PAGE (object)->add_label);

  G_OBJECT_CLASS (relm_table_page_parent_class)->finalize (object);
}

static void
relm_table_page_class_init (RelmTablePageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_table_page_finalize;
}

static void
relm_table_page_init (RelmTablePage *self)
{
}

static void
name_button (GtkWidget *button,
             const char *label)
{
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
create_toolbar (RelmTablePage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkWidget *columns = gtk_menu_button_new ();

  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search), _ ("Search"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  gtk_widget_set_hexpand (self->search, TRUE);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);

  name_button (add, self->add_label);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), self);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (columns), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (columns), relm_record_table_get_columns_menu (self->table));
  name_button (columns, _ ("Columns"));
  gtk_widget_insert_action_group (bar, "columns", relm_record_table_get_column_actions (self->table));

  gtk_box_append (GTK_BOX (bar), add);
  gtk_box_append (GTK_BOX (bar), self->search);
  gtk_box_append (GTK_BOX (bar), columns);
  gtk_widget_add_css_class (bar, "toolbar");
  return bar;
}

/**
 * relm_table_page_new:
 * @type: the type of a kind
 * @columns: (array length=n_columns): the fields that are shown at first, besides the title
 *
 * Returns: (transfer floating): a page
 */
RelmTablePage *
relm_table_page_new (GType type,
                     const guint *columns,
                     guint n_columns)
{
  RelmTablePage *self = g_object_new (RELM_TYPE_TABLE_PAGE, NULL);
  RelmRecordClass *klass = g_type_class_get (type);
  GtkWidget *bin = adw_breakpoint_bin_new ();
  AdwBreakpoint *breakpoint;

  /* Translators: button; the placeholder is what is added, for example “Work item” */
  self->add_label = g_strdup_printf (_ ("Add %s"), _ (klass->kind->label));
  self->table = g_object_new (RELM_TYPE_RECORD_TABLE, NULL);
  relm_record_table_set_kind (self->table, type, columns, n_columns);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), create_toolbar (self));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->table));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), NULL);

  breakpoint = adw_breakpoint_new (adw_breakpoint_condition_new_length (ADW_BREAKPOINT_CONDITION_MAX_WIDTH, NARROW_WIDTH,
                                                                        ADW_LENGTH_UNIT_SP));
  g_signal_connect_object (breakpoint, "apply", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (breakpoint, "unapply", G_CALLBACK (wide_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (bin, 300, 200);
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (bin), self->box);
  adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (bin), breakpoint);
  adw_bin_set_child (ADW_BIN (self), bin);
  return self;
}

/**
 * relm_table_page_get_table:
 *
 * Returns: (transfer none): the table
 */
RelmRecordTable *
relm_table_page_get_table (RelmTablePage *self)
{
  g_return_val_if_fail (RELM_IS_TABLE_PAGE (self), NULL);

  return self->table;
}

/**
 * relm_table_page_set_summary:
 * @summary: (transfer floating): what is shown between the toolbar and the table
 */
void
relm_table_page_set_summary (RelmTablePage *self,
                             GtkWidget *summary)
{
  g_return_if_fail (RELM_IS_TABLE_PAGE (self));

  gtk_box_insert_child_after (GTK_BOX (self->box), summary, gtk_widget_get_first_child (self->box));
}

/**
 * relm_table_page_set_placeholder:
 * @icon_name: a symbolic icon
 * @title: what is not there
 * @description: what it is for and how to begin
 *
 * What the page shows when there are no records.
 */
void
relm_table_page_set_placeholder (RelmTablePage *self,
                                 const char *icon_name,
                                 const char *title,
                                 const char *description)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (self->add_label);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), self);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (status), description);
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  relm_record_table_set_placeholder (self->table, status);
}
