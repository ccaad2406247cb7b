/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-change-entry.h"
#include "relm-changelog-edits.h"
#include "relm-left-out-dialog.h"

#define KEY_DOCUMENT "relm-document"

static void
take_back_cb (GtkWidget *button,
              RelmRecord *record)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  RelmDocument *document = g_object_get_data (G_OBJECT (row), KEY_DOCUMENT);

  relm_changelog_edits_take_back (document, record);
  gtk_widget_set_visible (row, FALSE);
}

static GtkWidget *
create_row (RelmDocument *document,
            RelmRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Take Back"));
  const RelmField *kind = &relm_record_get_kind (record)->fields[RELM_CHANGE_ENTRY_KIND];
  g_autofree char *title = relm_record_dup_display_title (record);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               relm_field_get_choice_label (kind, relm_record_get_string (record, RELM_CHANGE_ENTRY_KIND)));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !relm_document_get_read_only (document));
  g_object_set_data_full (G_OBJECT (row), KEY_DOCUMENT, g_object_ref (document), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_back_cb), record, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
create_content (RelmDocument *document,
                GPtrArray *records)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < records->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (document, records->pdata[i]));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

static GtkWidget *
create_placeholder (void)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "view-conceal-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("Nothing Left Out"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status),
                                   _ ("Leave out an entry that does not matter to readers; it will be here."));
  gtk_widget_add_css_class (status, "compact");
  return status;
}

/**
 * relm_left_out_dialog_show:
 * @from: a widget of the window
 * @document: the document
 */
void
relm_left_out_dialog_show (GtkWidget *from,
                           RelmDocument *document)
{
  g_autoptr (GPtrArray) records = relm_changelog_edits_list_left_out (relm_document_get_project (document));
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_dialog_set_title (dialog, _ ("Left Out"));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 420);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view),
                                records->len > 0 ? create_content (document, records) : create_placeholder ());
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, from);
}
