/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-kinds.h"
#include "relm-record-edits.h"
#include "relm-release.h"
#include "relm-source-set.h"
#include "relm-sources-dialog.h"
#include "relm-text.h"
#include "relm-window-private.h"

static void
save_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  _relm_window_save (user_data);
}

static void
save_as_action (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  _relm_window_save_as (user_data);
}

static void
overwrite_action (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer user_data)
{
  _relm_window_overwrite (user_data);
}

static void
reload_action (GSimpleAction *action,
               GVariant *parameter,
               gpointer user_data)
{
  _relm_window_reload (user_data);
}

static void
resolve_response_cb (RelmWindow *self,
                     const char *response)
{
  if (g_str_equal (response, "reload"))
    _relm_window_reload (self);
  else if (g_str_equal (response, "keep"))
    _relm_window_overwrite (self);
  else if (g_str_equal (response, "save-as"))
    _relm_window_save_as (self);
}

static void
resolve_action (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  RelmWindow *self = user_data;
  AdwAlertDialog *dialog;

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("File Changed on Disk"),
    _ ("Another program wrote to it. “Reload” shows what is in the file now, and your changes since the last save are lost. "
       "“Keep Mine” replaces what is in the file.")));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "save-as", _ ("Save _As…"), "reload", _ ("_Reload"),
                                  "keep", _ ("_Keep Mine"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "reload", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (dialog, "keep", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (resolve_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* One at a time, however fast the steps are. The toast is also read out. */
static void
say_step (RelmWindow *self,
          const char *format,
          const char *label)
{
  g_autoptr (GString) message = g_string_new (format);
  AdwToast *toast = adw_toast_new ("");

  g_string_replace (message, "%s", label, 1);
  if (self->step_toast != NULL)
    adw_toast_dismiss (self->step_toast);
  g_set_weak_pointer (&self->step_toast, toast);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, message->str);
  adw_toast_set_timeout (toast, 2);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  relm_window_add_toast (GTK_WIDGET (self), toast);
}

static void
undo_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  RelmWindow *self = user_data;
  g_autofree char *label = g_strdup (relm_document_get_undo_label (self->document));

  relm_document_undo (self->document);
  if (label != NULL)
    /* Translators: the placeholder is a step, for example “Add Phase” */
    say_step (self, _ ("%s undone"), label);
}

static void
redo_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  RelmWindow *self = user_data;
  g_autofree char *label = g_strdup (relm_document_get_redo_label (self->document));

  relm_document_redo (self->document);
  if (label != NULL)
    /* Translators: the placeholder is a step, for example “Add Phase” */
    say_step (self, _ ("%s redone"), label);
}

static void
sync_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  relm_source_set_sync (relm_source_set_get (RELM_WINDOW (user_data)->document));
}

static void
sources_action (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  RelmWindow *self = user_data;

  adw_dialog_present (ADW_DIALOG (relm_sources_dialog_new (self->document)), GTK_WIDGET (self));
}

static void
close_action (GSimpleAction *action,
              GVariant *parameter,
              gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
}

static void
cancel_loading_action (GSimpleAction *action,
                       GVariant *parameter,
                       gpointer user_data)
{
  g_cancellable_cancel (RELM_WINDOW (user_data)->cancellable);
}

static void
show_content_action (GSimpleAction *action,
                     GVariant *parameter,
                     gpointer user_data)
{
  adw_navigation_split_view_set_show_content (RELM_WINDOW (user_data)->split_view, TRUE);
}

static void
toggle_sidebar_action (GSimpleAction *action,
                       GVariant *parameter,
                       gpointer user_data)
{
  RelmWindow *self = user_data;

  if (adw_navigation_split_view_get_collapsed (self->split_view))
    adw_navigation_split_view_set_show_content (self->split_view,
                                                !adw_navigation_split_view_get_show_content (self->split_view));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->roadmap), GTK_DIR_TAB_FORWARD);
}

static void
next_pane_action (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer user_data)
{
  _relm_window_go_to_pane (user_data, 1);
}

static void
previous_pane_action (GSimpleAction *action,
                      GVariant *parameter,
                      gpointer user_data)
{
  _relm_window_go_to_pane (user_data, -1);
}

static void
find_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  _relm_window_find (user_data);
}

static void
inspect_action (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  _relm_window_show_inspector (user_data, TRUE);
}

static void
select_action (GSimpleAction *action,
               GVariant *parameter,
               gpointer user_data)
{
  RelmWindow *self = user_data;
  RelmRecord *record = relm_project_lookup (relm_document_get_project (self->document),
                                            g_variant_get_string (parameter, NULL));

  relm_view_state_set_selected (self->view_state, record);
}

static void
show_release_action (GSimpleAction *action,
                     GVariant *parameter,
                     gpointer user_data)
{
  RelmWindow *self = user_data;
  RelmRecord *record = relm_project_lookup (relm_document_get_project (self->document),
                                            g_variant_get_string (parameter, NULL));

  relm_view_state_set_release (self->view_state, record != NULL && RELM_IS_RELEASE (record) ? record : NULL);
}

/* The actions add-KIND: the new record is selected and the inspector opens on it. */
static void
add_action (GSimpleAction *action,
            GVariant *parameter,
            gpointer user_data)
{
  RelmWindow *self = user_data;
  const char *kind = g_action_get_name (G_ACTION (action)) + strlen ("add-");
  const GType type = relm_kinds_find_type (kind);
  RelmRecord *record = relm_record_edits_add (self->document, type, relm_view_state_get_release (self->view_state), NULL, NULL);

  if (record == NULL)
    return;
  if (RELM_IS_RELEASE (record))
    relm_view_state_set_release (self->view_state, record);
  relm_view_state_set_selected (self->view_state, record);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  _relm_window_show_inspector (self, FALSE);
}

/* Returns: (transfer full) (nullable): the action that adds one; %NULL where there is nothing to call it by, as a dependency */
static char *
dup_add_action (const RelmKind *kind)
{
  return relm_kind_get_title_field (kind) >= 0 ? g_strconcat ("add-", kind->name, NULL) : NULL;
}

static void
set_enabled (RelmWindow *self,
             const char *name,
             gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_step_button (GtkWidget *button,
                    const char *plain,
                    const char *format,
                    const char *label)
{
  g_autoptr (GString) text = g_string_new (label != NULL ? format : plain);

  if (label != NULL)
    g_string_replace (text, "%s", label, 1);
  gtk_widget_set_tooltip_text (button, text->str);
}

static void
update_steps (RelmWindow *self)
{
  const char *undo = self->document != NULL ? relm_document_get_undo_label (self->document) : NULL;
  const char *redo = self->document != NULL ? relm_document_get_redo_label (self->document) : NULL;

  set_enabled (self, "undo", self->document != NULL && relm_document_get_can_undo (self->document));
  set_enabled (self, "redo", self->document != NULL && relm_document_get_can_redo (self->document));
  update_step_button (self->undo_button, _ ("Undo"), _ ("Undo “%s”"), undo);
  update_step_button (self->redo_button, _ ("Redo"), _ ("Redo “%s”"), redo);
}

/* The overview has nothing to be searched. */
static void
update_find (RelmWindow *self)
{
  set_enabled (self, "find", self->document != NULL &&
                             g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "overview") != 0);
}

/* What can be done depends on the document, and changes with it. */
void
_relm_window_update_actions (RelmWindow *self)
{
  const gboolean open = self->document != NULL;
  const gboolean writable = open && !relm_document_get_read_only (self->document);
  const gboolean unsaved = open && (relm_document_get_modified (self->document) || relm_document_get_file (self->document) == NULL);
  const char *const need_document[] = { "resolve", "overwrite", "select", "show-release", "inspect", "view", "next-pane",
                                       "previous-pane", "export", "print", "sync", "sources" };

  for (guint i = 0; i < G_N_ELEMENTS (need_document); i++)
    set_enabled (self, need_document[i], open);
  update_find (self);
  for (guint i = 0; i < relm_kinds_get_count (); i++)
    {
      g_autofree char *name = dup_add_action (relm_kinds_get (i));

      if (name != NULL)
        set_enabled (self, name, writable);
    }
  set_enabled (self, "import-plan", writable);
  set_enabled (self, "save", writable && unsaved);
  set_enabled (self, "save-as", open && !relm_document_is_newer (self->document));
  set_enabled (self, "reload", open && relm_document_get_file (self->document) != NULL);
  gtk_widget_set_visible (self->save_button, writable && unsaved);
  update_steps (self);
}

static void
view_cb (RelmWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);

  if (name == NULL)
    return;
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "view")),
                             g_variant_new_string (name));
  update_find (self);
  _relm_window_follow_page (self);
}

static void
change_view_action (GSimpleAction *action,
                    GVariant *state,
                    gpointer user_data)
{
  RelmWindow *self = user_data;
  const char *name = g_variant_get_string (state, NULL);

  if (adw_view_stack_get_child_by_name (self->views, name) == NULL)
    return;
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  adw_view_stack_set_visible_child_name (self->views, name);
}

/* As entries and not as actions of the class, because only these are exported. */
void
_relm_window_add_actions (RelmWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "save", .activate = save_action },
    { .name = "save-as", .activate = save_as_action },
    { .name = "overwrite", .activate = overwrite_action },
    { .name = "reload", .activate = reload_action },
    { .name = "resolve", .activate = resolve_action },
    { .name = "undo", .activate = undo_action },
    { .name = "redo", .activate = redo_action },
    { .name = "sync", .activate = sync_action },
    { .name = "sources", .activate = sources_action },
    { .name = "close", .activate = close_action },
    { .name = "cancel-loading", .activate = cancel_loading_action },
    { .name = "show-content", .activate = show_content_action },
    { .name = "toggle-sidebar", .activate = toggle_sidebar_action },
    { .name = "next-pane", .activate = next_pane_action },
    { .name = "previous-pane", .activate = previous_pane_action },
    { .name = "find", .activate = find_action },
    { .name = "inspect", .activate = inspect_action },
    { .name = "select", .activate = select_action, .parameter_type = "s" },
    { .name = "show-release", .activate = show_release_action, .parameter_type = "s" },
    { .name = "view", .parameter_type = "s", .state = "'overview'", .change_state = change_view_action },
  };
  g_autoptr (GPropertyAction) inspector = g_property_action_new ("show-inspector", self->inspector_view, "show-sidebar");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  _relm_window_add_exchange_actions (self);
  for (guint i = 0; i < relm_kinds_get_count (); i++)
    {
      g_autofree char *name = dup_add_action (relm_kinds_get (i));
      const GActionEntry entry = { .name = name, .activate = add_action };

      if (name != NULL)
        g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
    }
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (inspector));
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (view_cb), self, G_CONNECT_SWAPPED);
}
