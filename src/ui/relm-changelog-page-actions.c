/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-change-entry-dialog.h"
#include "relm-changelog-export.h"
#include "relm-changelog-page-private.h"
#include "relm-changelog-render.h"
#include "relm-folder-access.h"
#include "relm-left-out-dialog.h"
#include "relm-outside-dialog.h"
#include "relm-record-edits.h"
#include "relm-repository-dialog.h"
#include "relm-source.h"

static void
edit_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  RelmChangelogPage *self = RELM_CHANGELOG_PAGE (widget);
  RelmChangelogEntry *entry = relm_changelog_list_get_selected (self->list);
  AdwDialog *dialog = ADW_DIALOG (relm_change_entry_dialog_new (relm_page_get_document (RELM_PAGE (self)), NULL, entry));

  g_signal_connect_object (dialog, "closed", G_CALLBACK (relm_changelog_list_expect_change), self->list, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
add_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  RelmChangelogPage *self = RELM_CHANGELOG_PAGE (widget);
  RelmRecord *release = _relm_changelog_page_get_release_record (self);

  adw_dialog_present (ADW_DIALOG (relm_change_entry_dialog_new (relm_page_get_document (RELM_PAGE (self)), release, NULL)),
                      widget);
}

static void
leave_out_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  RelmChangelogPage *self = RELM_CHANGELOG_PAGE (widget);

  relm_changelog_edits_leave_out (widget, relm_page_get_document (RELM_PAGE (self)),
                                  relm_changelog_list_get_selected (self->list));
}

static void
forget_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  RelmChangelogPage *self = RELM_CHANGELOG_PAGE (widget);
  RelmChangelogEntry *entry = relm_changelog_list_get_selected (self->list);

  relm_record_edits_remove (widget, relm_page_get_document (RELM_PAGE (self)), relm_changelog_entry_get_record (entry));
}

static void
copy_commit_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  RelmChangelogEntry *entry = relm_changelog_list_get_selected (RELM_CHANGELOG_PAGE (widget)->list);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), relm_changelog_entry_get_oids (entry)[0]);
  relm_record_edits_say (widget, _ ("Commit id copied"));
}

static void
copy_entry_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  RelmChangelogEntry *entry = relm_changelog_list_get_selected (RELM_CHANGELOG_PAGE (widget)->list);
  g_autofree char *text = relm_changelog_entry_to_markdown (entry);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  relm_record_edits_say (widget, _ ("Entry copied as Markdown"));
}

static void
copy_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  RelmChangelogPage *self = RELM_CHANGELOG_PAGE (widget);
  g_autofree char *text = relm_changelog_to_markdown (self->changelog, self->shown);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  relm_record_edits_say (widget, _ ("Release notes copied as Markdown"));
}

static void
export_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  RelmChangelogPage *self = RELM_CHANGELOG_PAGE (widget);

  const gboolean json = g_str_equal (g_variant_get_string (parameter, NULL), "json");

  relm_changelog_export (widget, self->changelog, g_str_has_suffix (name, "all") ? NULL : self->shown,
                         json ? RELM_CHANGELOG_FORMAT_JSON : RELM_CHANGELOG_FORMAT_MARKDOWN);
}

static void
show_left_out_action (GtkWidget *widget,
                      const char *name,
                      GVariant *parameter)
{
  relm_left_out_dialog_show (widget, relm_page_get_document (RELM_PAGE (widget)));
}

static void
show_outside_action (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  relm_outside_dialog_show (widget, RELM_CHANGELOG_PAGE (widget)->shown);
}

/* To add a repository, or to say another place of the one that there is. */
static void
source_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  RelmChangelogPage *self = RELM_CHANGELOG_PAGE (widget);
  RelmRecord *source = self->history != NULL ? relm_source_history_get_source (self->history) : NULL;

  adw_dialog_present (ADW_DIALOG (relm_repository_dialog_new (relm_page_get_document (RELM_PAGE (self)), source)), widget);
}

static void
refresh_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  relm_source_history_sync (RELM_CHANGELOG_PAGE (widget)->history);
}

static void
look_again_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  relm_source_history_look_again (RELM_CHANGELOG_PAGE (widget)->history);
}

static void
give_access_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  RelmChangelogPage *self = RELM_CHANGELOG_PAGE (widget);
  RelmRecord *source = relm_source_history_get_source (self->history);

  relm_folder_access_ask (widget, relm_document_get_file (relm_page_get_document (RELM_PAGE (self))),
                          relm_record_get_string (source, RELM_SOURCE_LOCATION), "changelog.look-again");
}

static void
cancel_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  relm_source_history_cancel (RELM_CHANGELOG_PAGE (widget)->history);
}

static gboolean
find_cb (GtkWidget *widget,
         GVariant *args,
         gpointer user_data)
{
  RelmChangelogPage *self = RELM_CHANGELOG_PAGE (widget);

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_mapped (GTK_WIDGET (self->search)))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (self->search, 0, -1);
  return TRUE;
}

/* What is selected, else all that is shown. */
static gboolean
copy_cb (GtkWidget *widget,
         GVariant *args,
         gpointer user_data)
{
  RelmChangelogPage *self = user_data;
  RelmChangelogEntry *entry = relm_changelog_list_get_selected (self->list);

  return gtk_widget_activate_action (GTK_WIDGET (self), entry != NULL ? "changelog.copy-entry" : "changelog.copy", NULL);
}

static void
change_kind_cb (GSimpleAction *action,
                GVariant *value,
                gpointer user_data)
{
  RelmChangelogPage *self = user_data;

  relm_changelog_edits_set_kind (relm_page_get_document (RELM_PAGE (self)), relm_changelog_list_get_selected (self->list),
                                 g_variant_get_string (value, NULL));
}

static void
change_breaking_cb (GSimpleAction *action,
                    GVariant *value,
                    gpointer user_data)
{
  RelmChangelogPage *self = user_data;

  relm_changelog_edits_set_breaking (relm_page_get_document (RELM_PAGE (self)), relm_changelog_list_get_selected (self->list),
                                     g_variant_get_boolean (value));
}

static void
enable (RelmChangelogPage *self,
        const char *name,
        gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), name, enabled);
}

static void
set_state (RelmChangelogPage *self,
           const char *name,
           gboolean enabled,
           GVariant *state)
{
  GSimpleAction *action = G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->entry_actions), name));

  g_simple_action_set_state (action, state);
  g_simple_action_set_enabled (action, enabled);
}

/* What the menu of an entry says about it; an entry of another kind is of none that a person can choose. */
static void
update_entry_actions (RelmChangelogPage *self,
                      RelmChangelogEntry *entry,
                      gboolean editable)
{
  const RelmChangelogKind kind = entry != NULL ? relm_changelog_entry_get_kind (entry) : RELM_CHANGELOG_KIND_OTHER;

  set_state (self, "kind", editable && entry != NULL, g_variant_new_string (relm_changelog_kind_get_nick (kind)));
  set_state (self, "breaking", editable && entry != NULL,
             g_variant_new_boolean (entry != NULL && relm_changelog_entry_get_breaking (entry)));
}

/**
 * _relm_changelog_page_add_entry_actions:
 *
 * What an entry is, which its menu shows and changes.
 */
void
_relm_changelog_page_add_entry_actions (RelmChangelogPage *self)
{
  static const GActionEntry entries[] = {
    { "kind", NULL, "s", "'other'", change_kind_cb, { 0 } },
    { "breaking", NULL, NULL, "false", change_breaking_cb, { 0 } },
  };

  self->entry_actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->entry_actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "entry", G_ACTION_GROUP (self->entry_actions));
}

/**
 * _relm_changelog_page_add_actions:
 *
 * What may be done on the page, by its menus, its rows and its keys.
 */
void
_relm_changelog_page_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "changelog.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "changelog.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "changelog.leave-out", NULL, leave_out_action);
  gtk_widget_class_install_action (widget_class, "changelog.forget", NULL, forget_action);
  gtk_widget_class_install_action (widget_class, "changelog.copy-commit", NULL, copy_commit_action);
  gtk_widget_class_install_action (widget_class, "changelog.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "changelog.copy-entry", NULL, copy_entry_action);
  gtk_widget_class_install_action (widget_class, "changelog.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "changelog.export-all", "s", export_action);
  gtk_widget_class_install_action (widget_class, "changelog.show-left-out", NULL, show_left_out_action);
  gtk_widget_class_install_action (widget_class, "changelog.show-outside", NULL, show_outside_action);
  gtk_widget_class_install_action (widget_class, "changelog.add-source", NULL, source_action);
  gtk_widget_class_install_action (widget_class, "changelog.change-source", NULL, source_action);
  gtk_widget_class_install_action (widget_class, "changelog.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "changelog.look-again", NULL, look_again_action);
  gtk_widget_class_install_action (widget_class, "changelog.give-access", NULL, give_access_action);
  gtk_widget_class_install_action (widget_class, "changelog.cancel", NULL, cancel_action);
}

/**
 * _relm_changelog_page_update_actions:
 *
 * Enables what can be done now.
 */
void
_relm_changelog_page_update_actions (RelmChangelogPage *self)
{
  RelmDocument *document = relm_page_get_document (RELM_PAGE (self));
  RelmChangelogEntry *entry = self->list != NULL ? relm_changelog_list_get_selected (self->list) : NULL;
  const gboolean editable = document != NULL && !relm_document_get_read_only (document);
  const gboolean unreleased = self->shown == NULL || relm_changelog_release_is_unreleased (self->shown);
  const RelmChangelogContents *contents = self->shown != NULL ? relm_changelog_release_get_contents (self->shown) : NULL;
  const gboolean has_source = self->history != NULL && relm_source_history_get_source (self->history) != NULL;
  const gboolean has_commit = entry != NULL && *relm_changelog_entry_get_oids (entry) != NULL;
  const gboolean has_record = entry != NULL && relm_changelog_entry_get_record (entry) != NULL;

  enable (self, "changelog.edit", editable && entry != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self->list), "list.open", editable && entry != NULL);
  enable (self, "changelog.leave-out", editable && entry != NULL);
  enable (self, "changelog.forget", editable && has_commit && has_record);
  enable (self, "changelog.copy-commit", has_commit);
  enable (self, "changelog.copy-entry", entry != NULL);
  update_entry_actions (self, entry, editable);
  enable (self, "changelog.add", editable && (unreleased || _relm_changelog_page_get_release_record (self) != NULL));
  enable (self, "changelog.add-source", editable && !has_source);
  enable (self, "changelog.change-source", editable && has_source);
  enable (self, "changelog.show-left-out", document != NULL);
  enable (self, "changelog.show-outside", contents != NULL && contents->n_outside > 0);
  enable (self, "changelog.copy", self->shown != NULL && relm_changelog_release_is_loaded (self->shown));
  enable (self, "changelog.export", self->shown != NULL);
  enable (self, "changelog.export-all", self->changelog != NULL && relm_changelog_get_n_releases (self->changelog) > 0);
  enable (self, "changelog.refresh", has_source && !_relm_changelog_page_is_busy (self));
  enable (self, "changelog.look-again", has_source);
  enable (self, "changelog.give-access", has_source);
  enable (self, "changelog.cancel", _relm_changelog_page_is_busy (self));
}

static void
add_shortcut (GtkEventController *controller,
              guint key,
              GdkModifierType modifiers,
              GtkShortcutAction *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), action));
}

/**
 * _relm_changelog_page_add_shortcuts:
 *
 * Ctrl+F wherever the focus is in the window, as long as the page is what it shows, and a slash where nobody writes; Ctrl+C
 * and Delete on an entry.
 */
void
_relm_changelog_page_add_shortcuts (RelmChangelogPage *self)
{
  GtkEventController *window = gtk_shortcut_controller_new ();
  GtkEventController *page = gtk_shortcut_controller_new ();
  GtkEventController *list = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (window), GTK_SHORTCUT_SCOPE_GLOBAL);
  add_shortcut (window, GDK_KEY_f, GDK_CONTROL_MASK, gtk_callback_action_new (find_cb, NULL, NULL));
  gtk_widget_add_controller (GTK_WIDGET (self), window);
  add_shortcut (page, GDK_KEY_slash, 0, gtk_callback_action_new (find_cb, NULL, NULL));
  gtk_widget_add_controller (GTK_WIDGET (self), page);
  add_shortcut (list, GDK_KEY_c, GDK_CONTROL_MASK, gtk_callback_action_new (copy_cb, self, NULL));
  add_shortcut (list, GDK_KEY_Delete, 0, gtk_named_action_new ("changelog.leave-out"));
  gtk_widget_add_controller (GTK_WIDGET (self->list), list);
}
