/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-source-set.h"
#include "relm-sources-dialog.h"
#include "relm-text.h"
#include "relm-tracker-entry.h"

struct _RelmSourcesDialog
{
  AdwDialog parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray *rows; /* unowned, as in the set */

  RelmDocument *document;
  RelmSourceSet *set; /* the document's */
};

G_DEFINE_FINAL_TYPE (RelmSourcesDialog, relm_sources_dialog, ADW_TYPE_DIALOG)

static RelmSourceLink *
get_link (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "relm-source-link");
}

static void
read_cb (GtkWidget *button)
{
  RelmSourceLink *link = get_link (button);

  if (relm_source_link_is_busy (link))
    relm_source_link_cancel (link);
  else
    relm_source_link_sync (link, FALSE);
}

static void
compare_cb (GtkWidget *button)
{
  relm_source_link_sync (get_link (button), TRUE);
}

static void
remove_cb (RelmSourcesDialog *self,
           GtkWidget *button)
{
  relm_document_edit_begin (self->document, _ ("Remove Source"));
  relm_document_remove (self->document, relm_source_link_get_record (get_link (button)));
  relm_document_edit_end (self->document);
}

static GtkWidget *
add_button (AdwActionRow *row,
            RelmSourceLink *link,
            const char *icon,
            const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "relm-source-link", link);
  adw_action_row_add_suffix (row, button);
  return button;
}

static void
show_icon (GtkImage *image,
           RelmSourceLink *link,
           gboolean wrong)
{
  if (wrong)
    gtk_image_set_from_icon_name (image, "dialog-warning-symbolic");
  else
    gtk_image_set_from_icon_name (image, relm_source_link_get_address (link) != NULL ? "network-server-symbolic" : "folder-symbolic");
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (image), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (image), "warning");
}

static void
show_link (AdwActionRow *row,
           RelmSourceLink *link)
{
  GtkWidget *read = g_object_get_data (G_OBJECT (row), "relm-read");
  const gboolean busy = relm_source_link_is_busy (link);
  const GError *error = busy ? NULL : relm_source_link_get_error (link);
  g_autofree char *title = relm_record_dup_display_title (relm_source_link_get_record (link));
  g_autofree char *facts = relm_source_link_dup_facts (link);
  g_autofree char *wrong = error != NULL ? relm_text_display (error->message) : NULL;
  g_autofree char *both = wrong != NULL ? g_strdup_printf ("%s\n%s", wrong, facts) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, both != NULL ? both : facts);
  gtk_button_set_icon_name (GTK_BUTTON (read), busy ? "process-stop-symbolic" : "view-refresh-symbolic");
  gtk_widget_set_tooltip_text (read, busy ? _ ("Stop Reading") : error != NULL ? _ ("Try Again") : _ ("Read What Is New"));
  show_icon (GTK_IMAGE (g_object_get_data (G_OBJECT (row), "relm-icon")), link, error != NULL);
}

static void
add_row (RelmSourcesDialog *self,
         RelmSourceLink *link)
{
  GtkWidget *row = adw_action_row_new ();
  const gboolean tracker = relm_source_link_get_address (link) != NULL;
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *button;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  g_object_set_data (G_OBJECT (row), "relm-icon", icon);
  button = add_button (ADW_ACTION_ROW (row), link, "view-refresh-symbolic", "");
  g_signal_connect (button, "clicked", G_CALLBACK (read_cb), NULL);
  g_object_set_data (G_OBJECT (row), "relm-read", button);
  if (tracker)
    {
      button = add_button (ADW_ACTION_ROW (row), link, "edit-find-symbolic", _ ("Compare in Full: Remove What Is Gone There"));
      g_signal_connect (button, "clicked", G_CALLBACK (compare_cb), NULL);
    }
  button = add_button (ADW_ACTION_ROW (row), link, "user-trash-symbolic", _ ("Remove Source"));
  gtk_widget_set_sensitive (button, !relm_document_get_read_only (self->document));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  show_link (ADW_ACTION_ROW (row), link);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
changed_cb (RelmSourcesDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (RelmSourceLink) link = g_list_model_get_item (G_LIST_MODEL (self->set), i);

      if (link != NULL)
        show_link (self->rows->pdata[i], link);
    }
}

static void
items_changed_cb (RelmSourcesDialog *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->set));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RelmSourceLink) link = g_list_model_get_item (G_LIST_MODEL (self->set), i);

      add_row (self, link);
    }
  adw_preferences_group_set_description (self->group, n > 0 ? NULL : _ ("The project has no source yet."));
}

static void
relm_sources_dialog_dispose (GObject *object)
{
  RelmSourcesDialog *self = RELM_SOURCES_DIALOG (object);

  if (self->set != NULL)
    g_signal_handlers_disconnect_by_data (self->set, self);
  self->set = NULL;
  g_clear_object (&self->document);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (relm_sources_dialog_parent_class)->dispose (object);
}

static void
relm_sources_dialog_class_init (RelmSourcesDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_sources_dialog_dispose;
}

static void
relm_sources_dialog_init (RelmSourcesDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();

  self->rows = g_ptr_array_new ();
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Sources"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 560);
  adw_dialog_set_content_height (ADW_DIALOG (self), 560);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_dialog_set_child (ADW_DIALOG (self), view);
}

/**
 * relm_sources_dialog_new:
 * @document: whose sources it shows
 *
 * Returns: (transfer floating): a dialog
 */
RelmSourcesDialog *
relm_sources_dialog_new (RelmDocument *document)
{
  RelmSourcesDialog *self = g_object_new (RELM_TYPE_SOURCES_DIALOG, NULL);
  GtkWidget *page = adw_preferences_page_new ();

  self->document = g_object_ref (document);
  self->set = relm_source_set_get (document);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (relm_tracker_entry_new (document)));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (adw_dialog_get_child (ADW_DIALOG (self))), page);
  g_signal_connect_swapped (self->set, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->set, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (self);
  return self;
}
