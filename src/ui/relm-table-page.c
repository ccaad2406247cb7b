/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-column-choice.h"
#include "relm-table-page.h"

#define SEARCH_WIDTH 360
#define COLUMNS_MIN 2

struct _RelmTablePage
{
  AdwBin parent_instance;

  RelmRecordTable *table;
  RelmRecordRows *rows;
  GtkWidget *bin;
  GtkWidget *box;
  GtkWidget *bar;
  GtkWidget *search;
  char *add_label;
  char **columns; /* that were wanted when it was shown */
  const char *kind;
  gboolean adaptive;
};

G_DEFINE_FINAL_TYPE (RelmTablePage, relm_table_page, ADW_TYPE_BIN)

static void
search_changed_cb (RelmTablePage *self)
{
  relm_record_rows_set_search (self->rows, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
add_cb (RelmTablePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  relm_record_rows_set_search (self->rows, NULL);
  relm_record_table_add_record (self->table);
}

static void
apply_cb (AdwBreakpoint *breakpoint,
          RelmTablePage *self)
{
  const guint n_columns = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (breakpoint), "relm-columns"));

  relm_table_columns_set_max (RELM_TABLE_COLUMNS (relm_record_table_get_columns (self->table)), n_columns);
}

static void
unapply_cb (AdwBreakpoint *breakpoint,
            RelmTablePage *self)
{
  relm_table_columns_set_max (RELM_TABLE_COLUMNS (relm_record_table_get_columns (self->table)), G_MAXUINT);
}

/* Only what a person changed while it was shown: another window may have shown other columns meanwhile. */
static void
relm_table_page_unmap (GtkWidget *widget)
{
  RelmTablePage *self = RELM_TABLE_PAGE (widget);
  g_auto (GStrv) columns = relm_table_columns_dup_chosen (RELM_TABLE_COLUMNS (relm_record_table_get_columns (self->table)));

  GTK_WIDGET_CLASS (relm_table_page_parent_class)->unmap (widget);
  if (self->columns != NULL && !g_strv_equal ((const char *const *) self->columns, (const char *const *) columns))
    relm_column_choice_keep (self->kind, RELM_TABLE_COLUMNS (relm_record_table_get_columns (self->table)));
}

static void
relm_table_page_map (GtkWidget *widget)
{
  RelmTablePage *self = RELM_TABLE_PAGE (widget);

  g_strfreev (self->columns);
  self->columns = relm_table_columns_dup_chosen (RELM_TABLE_COLUMNS (relm_record_table_get_columns (self->table)));
  GTK_WIDGET_CLASS (relm_table_page_parent_class)->map (widget);
}

static void
relm_table_page_finalize (GObject *object)
{
  g_free (RELM_TABLE_PAGE (object)->add_label);
  g_strfreev (RELM_TABLE_PAGE (object)->columns);

  G_OBJECT_CLASS (relm_table_page_parent_class)->finalize (object);
}

static void
relm_table_page_class_init (RelmTablePageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_table_page_finalize;
  GTK_WIDGET_CLASS (klass)->map = relm_table_page_map;
  GTK_WIDGET_CLASS (klass)->unmap = relm_table_page_unmap;
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
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkWidget *button = gtk_menu_button_new ();
  RelmRecordColumns *columns = relm_record_table_get_columns (self->table);

  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search), _ ("Search"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), SEARCH_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->search);
  gtk_widget_set_hexpand (clamp, TRUE);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);

  name_button (add, self->add_label);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), self);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), relm_table_columns_get_menu (RELM_TABLE_COLUMNS (columns)));
  name_button (button, _ ("Columns"));
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_insert_action_group (self->bar, "columns", relm_table_columns_get_actions (RELM_TABLE_COLUMNS (columns)));
  gtk_box_append (GTK_BOX (self->bar), add);
  gtk_box_append (GTK_BOX (self->bar), clamp);
  gtk_box_append (GTK_BOX (self->bar), button);
  gtk_widget_add_css_class (self->bar, "toolbar");
  return self->bar;
}

static void
add_breakpoint (RelmTablePage *self,
                int width,
                guint n_columns)
{
  AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_new_length (
    ADW_BREAKPOINT_CONDITION_MAX_WIDTH, width, ADW_LENGTH_UNIT_PX));

  g_object_set_data (G_OBJECT (breakpoint), "relm-columns", GUINT_TO_POINTER (n_columns));
  g_signal_connect_object (breakpoint, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (breakpoint, "unapply", G_CALLBACK (unapply_cb), self, G_CONNECT_DEFAULT);
  adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (self->bin), breakpoint);
}

/*
 * Shows what was chosen the last time. Where there is no room for all columns, the last ones go. Once only: a column that a
 * person adds may be scrolled to.
 */
static void
realize_cb (RelmTablePage *self)
{
  RelmRecordColumns *columns = relm_record_table_get_columns (self->table);
  g_autoptr (GArray) widths = NULL;

  if (self->adaptive)
    return;
  self->adaptive = TRUE;
  relm_column_choice_apply (self->kind, RELM_TABLE_COLUMNS (columns));
  widths = relm_table_columns_measure (RELM_TABLE_COLUMNS (columns));
  for (guint i = widths->len; i > COLUMNS_MIN; i--)
    add_breakpoint (self, g_array_index (widths, int, i - 1) - 1, i - 1);
}

static GtkWidget *
create_adaptive (RelmTablePage *self,
                 GtkWidget *child)
{
  self->bin = adw_breakpoint_bin_new ();
  gtk_widget_set_size_request (self->bin, 300, 200);
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (self->bin), child);
  g_signal_connect_swapped (self->bin, "realize", G_CALLBACK (realize_cb), self);
  return self->bin;
}

/**
 * relm_table_page_new:
 * @type: the type of a kind
 * @columns: (array length=n_columns): the fields that are shown at first, besides the title
 * @add_label: what the button does that adds a record, translated
 *
 * Returns: (transfer floating): a page
 */
RelmTablePage *
relm_table_page_new (GType type,
                     const guint *columns,
                     guint n_columns,
                     const char *add_label)
{
  RelmTablePage *self = g_object_new (RELM_TYPE_TABLE_PAGE, NULL);

  self->add_label = g_strdup (add_label);
  self->kind = RELM_RECORD_CLASS (g_type_class_get (type))->kind->name;
  self->table = g_object_new (RELM_TYPE_RECORD_TABLE, NULL);
  relm_record_table_set_kind (self->table, type, columns, n_columns);
  self->rows = relm_record_table_get_rows (self->table);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), create_toolbar (self));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->table));
  adw_bin_set_child (ADW_BIN (self), create_adaptive (self, self->box));
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
 * relm_table_page_add_tool:
 * @tool: (transfer floating): what is shown after the search
 */
void
relm_table_page_add_tool (RelmTablePage *self,
                          GtkWidget *tool)
{
  g_return_if_fail (RELM_IS_TABLE_PAGE (self));

  gtk_box_insert_child_after (GTK_BOX (self->bar), tool, gtk_widget_get_prev_sibling (gtk_widget_get_last_child (self->bar)));
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
