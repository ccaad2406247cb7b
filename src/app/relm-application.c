/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-application.h"
#include "relm-about.h"
#include "relm-file-portal.h"
#include "relm-help.h"
#include "relm-preferences-dialog.h"
#include "relm-quit.h"
#include "relm-recovery.h"
#include "relm-session.h"
#include "relm-settings.h"
#include "relm-shortcuts.h"
#include "relm-windows.h"

struct _RelmApplication
{
  AdwApplication parent_instance;

  RelmSession *session;
  gboolean begun; /* something was shown */
};

G_DEFINE_FINAL_TYPE (RelmApplication, relm_application, ADW_TYPE_APPLICATION)

static void
file_chosen_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (RelmApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (file != NULL)
    relm_windows_open (GTK_APPLICATION (self), file);
  else if (window != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    relm_window_show_error (GTK_WIDGET (window), _ ("Could Not Choose a File"), error);
}

static GListModel *
make_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) projects = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (projects, _ ("Projects"));
  gtk_file_filter_add_suffix (projects, "relm");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, projects);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

static void
open_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  RelmApplication *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = make_filters ();

  if (window != NULL && !relm_file_portal_check (GTK_WIDGET (window)))
    return;
  gtk_file_dialog_set_title (dialog, _ ("Open Project"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, window, NULL, file_chosen_cb, g_object_ref (self));
}

static void
open_uri_action (GSimpleAction *action,
                 GVariant *parameter,
                 gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  relm_windows_open (user_data, file);
}

static void
open_sample_action (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer user_data)
{
  const char *path = g_getenv ("RELM_SAMPLE");
  g_autoptr (GFile) file = g_file_new_for_path (path != NULL ? path : RELM_DATADIR "/samples/relm.relm");

  relm_windows_open (user_data, file);
}

static void
new_action (GSimpleAction *action,
            GVariant *parameter,
            gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window == NULL)
    window = GTK_WINDOW (relm_window_new (user_data));
  gtk_window_present (window);
  relm_window_ask_new_project (RELM_WINDOW (window));
}

static void
new_window_action (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (relm_window_new (user_data)));
}

static void
recover_action (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  relm_recovery_show (user_data);
}

static void
quit_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  relm_quit (user_data, RELM_APPLICATION (user_data)->session);
}

static void
preferences_action (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  adw_dialog_present (ADW_DIALOG (relm_preferences_dialog_new (relm_settings_get ())), GTK_WIDGET (window));
}

static void
help_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    relm_help_show (window);
}

static void
shortcuts_action (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer user_data)
{
  relm_shortcuts_show (gtk_application_get_active_window (user_data));
}

static void
about_action (GSimpleAction *action,
              GVariant *parameter,
              gpointer user_data)
{
  relm_about_show (gtk_application_get_active_window (user_data));
}

static void
relm_application_activate (GApplication *application)
{
  RelmApplication *self = RELM_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL && !self->begun)
    {
      relm_session_restore (self->session);
      window = gtk_application_get_active_window (GTK_APPLICATION (application));
    }
  if (window == NULL)
    window = GTK_WINDOW (relm_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
  if (!self->begun)
    relm_recovery_begin (GTK_APPLICATION (application));
  self->begun = TRUE;
}

static void
relm_application_open (GApplication *application,
                       GFile **files,
                       int n_files,
                       const char *hint)
{
  RelmApplication *self = RELM_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    relm_windows_open (GTK_APPLICATION (application), files[i]);
  if (!self->begun)
    relm_recovery_begin_beside (GTK_APPLICATION (application), files, n_files);
  self->begun = TRUE;
}

/* A listed key without an action is a mistake of ours. */
static void
check_shortcuts (GActionGroup *application)
{
  guint n;
  const RelmShortcut *shortcuts = relm_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    if (shortcuts[i].action != NULL && g_str_has_prefix (shortcuts[i].action, "app."))
      g_return_if_fail (g_action_group_has_action (application, shortcuts[i].action + strlen ("app.")));
}

/* Without settings there is nothing to prefer. */
static void
follow_settings (GApplication *application)
{
  GSettings *settings = relm_settings_get ();
  GAction *preferences = g_action_map_lookup_action (G_ACTION_MAP (application), "preferences");

  if (settings != NULL)
    relm_preferences_follow_appearance (settings, adw_application_get_style_manager (ADW_APPLICATION (application)));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (preferences), settings != NULL);
}

static void
relm_application_shutdown (GApplication *application)
{
  g_clear_pointer (&RELM_APPLICATION (application)->session, relm_session_free);

  G_APPLICATION_CLASS (relm_application_parent_class)->shutdown (application);
}

static void
relm_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "new", .activate = new_action },
    { .name = "new-window", .activate = new_window_action },
    { .name = "open", .activate = open_action },
    { .name = "open-uri", .activate = open_uri_action, .parameter_type = "s" },
    { .name = "open-sample", .activate = open_sample_action },
    { .name = "help", .activate = help_action },
    { .name = "preferences", .activate = preferences_action },
    { .name = "shortcuts", .activate = shortcuts_action },
    { .name = "about", .activate = about_action },
    { .name = "recover", .activate = recover_action },
    { .name = "quit", .activate = quit_action },
  };

  G_APPLICATION_CLASS (relm_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (RELM_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  relm_shortcuts_bind (GTK_APPLICATION (application));
  check_shortcuts (G_ACTION_GROUP (application));
  relm_file_portal_look (g_application_get_dbus_connection (application));
  follow_settings (application);
  RELM_APPLICATION (application)->session = relm_session_new (GTK_APPLICATION (application));
}

static void
relm_application_class_init (RelmApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = relm_application_activate;
  application_class->open = relm_application_open;
  application_class->shutdown = relm_application_shutdown;
  application_class->startup = relm_application_startup;
}

static void
relm_application_init (RelmApplication *self)
{
}

/**
 * relm_application_new:
 *
 * Returns: (transfer full): the application. A development build has another id and the same resources.
 */
RelmApplication *
relm_application_new (void)
{
  return g_object_new (RELM_TYPE_APPLICATION,
                       "application-id", RELM_APPLICATION_ID,
                       "resource-base-path", "/io/github/relm_app/Relm",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
