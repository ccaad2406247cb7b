/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-repository-dialog.h"
#include "relm-sign-in-dialog.h"
#include "relm-source-set.h"
#include "relm-sources-dialog.h"
#include "relm-text.h"
#include "relm-token-dialog.h"
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
get_link (gpointer object)
{
  return g_object_get_data (G_OBJECT (object), "relm-source-link");
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
show_token (RelmSourcesDialog *self,
            RelmSourceLink *link)
{
  AdwDialog *dialog = relm_source_link_get_address (link) != NULL ? ADW_DIALOG (relm_token_dialog_new (link))
                                                                  : ADW_DIALOG (relm_sign_in_dialog_new (link));

  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
token_cb (RelmSourcesDialog *self,
          GtkWidget *button)
{
  show_token (self, get_link (button));
}

static void
token_action (GSimpleAction *action,
              GVariant *parameter,
              gpointer self)
{
  show_token (self, get_link (action));
}

static void
show_repository (RelmSourcesDialog *self,
                 RelmRecord *source)
{
  adw_dialog_present (ADW_DIALOG (relm_repository_dialog_new (self->document, source)), GTK_WIDGET (self));
}

static void
change_action (GSimpleAction *action,
               GVariant *parameter,
               gpointer self)
{
  show_repository (self, relm_source_link_get_record (get_link (action)));
}

static void
add_repository_cb (RelmSourcesDialog *self)
{
  show_repository (self, NULL);
}

static void
compare_action (GSimpleAction *action,
                GVariant *parameter,
                gpointer self)
{
  relm_source_link_sync (get_link (action), TRUE);
}

static void
remove_action (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  RelmSourcesDialog *self = data;

  relm_document_edit_begin (self->document, _ ("Remove Source"));
  relm_document_remove (self->document, relm_source_link_get_record (get_link (action)));
  relm_document_edit_end (self->document);
}

typedef struct
{
  const char *name;
  const char *label;
  void (*activate) (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer self);
  gboolean (*is_for) (RelmSourceLink *link); /* or NULL: every one */
  gboolean is_edit;
} Entry;

static gboolean
is_tracker (RelmSourceLink *link)
{
  return relm_source_link_get_address (link) != NULL;
}

static gboolean
is_repository (RelmSourceLink *link)
{
  return relm_source_link_get_repository (link) != NULL;
}

static const Entry entries[] = {
  { "token", N_ ("_Token…"), token_action, is_tracker, FALSE },
  { "sign-in", N_ ("_Sign In…"), token_action, relm_sign_in_dialog_is_for, FALSE },
  { "compare", N_ ("_Compare in Full"), compare_action, is_tracker, FALSE },
  { "change", N_ ("_Change Repository…"), change_action, is_repository, TRUE },
  { "remove", N_ ("_Remove Source"), remove_action, NULL, TRUE },
};

/* What is done to a source less often. */
static GtkWidget *
create_menu (RelmSourcesDialog *self,
             RelmSourceLink *link)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (entries[i].name, NULL);
      g_autofree char *full = g_strconcat ("source.", entries[i].name, NULL);

      if (entries[i].is_for != NULL && !entries[i].is_for (link))
        continue;
      g_object_set_data_full (G_OBJECT (action), "relm-source-link", g_object_ref (link), g_object_unref);
      g_simple_action_set_enabled (action, !entries[i].is_edit || !relm_document_get_read_only (self->document));
      g_signal_connect (action, "activate", G_CALLBACK (entries[i].activate), self);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
      g_menu_append (menu, _ (entries[i].label), full);
    }
  gtk_widget_insert_action_group (button, "source", G_ACTION_GROUP (group));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("More"));
  return button;
}

static void
add_suffix (AdwActionRow *row,
            GtkWidget *button,
            RelmSourceLink *link)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "relm-source-link", g_object_ref (link), g_object_unref);
  adw_action_row_add_suffix (row, button);
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

/* Returns: (transfer full) (nullable): what is wrong with it, safe to show */
static char *
dup_wrong (RelmSourcesDialog *self,
           RelmSourceLink *link)
{
  const GError *error = relm_source_link_is_busy (link) ? NULL : relm_source_link_get_error (link);

  if (error == NULL)
    return NULL;
  if (relm_source_set_lacks_access (self->set, link))
    return g_strdup (_ ("Relm may not read this repository yet. Changelog asks for access."));
  return relm_text_display (error->message);
}

static void
show_link (RelmSourcesDialog *self,
           AdwActionRow *row,
           RelmSourceLink *link)
{
  GtkWidget *read = g_object_get_data (G_OBJECT (row), "relm-read");
  GtkWidget *token = g_object_get_data (G_OBJECT (row), "relm-token");
  const gboolean busy = relm_source_link_is_busy (link);
  g_autofree char *title = relm_record_dup_display_title (relm_source_link_get_record (link));
  g_autofree char *facts = relm_source_link_dup_facts (link);
  g_autofree char *wrong = dup_wrong (self, link);
  g_autofree char *both = wrong != NULL ? g_strdup_printf ("%s\n%s", wrong, facts) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, both != NULL ? both : facts);
  gtk_button_set_icon_name (GTK_BUTTON (read), busy ? "process-stop-symbolic" : "view-refresh-symbolic");
  gtk_widget_set_tooltip_text (read, busy ? _ ("Stop Reading") : wrong != NULL ? _ ("Try Again") : _ ("Read What Is New"));
  gtk_widget_set_visible (token, !busy && relm_source_link_wants_token (link));
  show_icon (GTK_IMAGE (g_object_get_data (G_OBJECT (row), "relm-icon")), link, wrong != NULL);
}

static void
add_row (RelmSourcesDialog *self,
         RelmSourceLink *link)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *read = gtk_button_new ();
  GtkWidget *token = gtk_button_new_from_icon_name ("dialog-password-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  g_object_set_data (G_OBJECT (row), "relm-icon", icon);
  gtk_widget_set_tooltip_text (token, is_tracker (link) ? _ ("Token…") : _ ("Sign In…"));
  g_signal_connect_swapped (token, "clicked", G_CALLBACK (token_cb), self);
  add_suffix (ADW_ACTION_ROW (row), token, link);
  g_object_set_data (G_OBJECT (row), "relm-token", token);
  g_signal_connect (read, "clicked", G_CALLBACK (read_cb), NULL);
  add_suffix (ADW_ACTION_ROW (row), read, link);
  g_object_set_data (G_OBJECT (row), "relm-read", read);
  add_suffix (ADW_ACTION_ROW (row), create_menu (self, link), link);
  show_link (self, ADW_ACTION_ROW (row), link);
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
        show_link (self, self->rows->pdata[i], link);
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

static AdwPreferencesGroup *
create_repository_group (RelmSourcesDialog *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Add a _Repository…"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), "list-add-symbolic");
  gtk_widget_set_sensitive (row, !relm_document_get_read_only (self->document));
  g_signal_connect_swapped (row, "activated", G_CALLBACK (add_repository_cb), self);
  adw_preferences_group_add (group, row);
  return group;
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
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), create_repository_group (self));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (relm_tracker_entry_new (document)));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (adw_dialog_get_child (ADW_DIALOG (self))), page);
  g_signal_connect_swapped (self->set, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->set, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (self);
  return self;
}
