/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-window-private.h"

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (RelmWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean close_after_save = self->close_after_save;

  self->close_after_save = FALSE;
  if (!relm_document_save_finish (RELM_DOCUMENT (source), result, &error))
    {
      if (g_error_matches (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_CHANGED_ON_DISK))
        g_action_group_activate_action (G_ACTION_GROUP (self), "resolve", NULL);
      else
        relm_window_show_error (GTK_WIDGET (self), _ ("Could Not Save the Project"), error);
      if (close_after_save)
        _relm_window_keep (self);
      return;
    }

  _relm_window_add_to_recent (relm_document_get_file (RELM_DOCUMENT (source)));
  if (close_after_save && !relm_document_get_modified (RELM_DOCUMENT (source)))
    {
      gtk_window_destroy (GTK_WINDOW (self)); /* closing would only close the dialog, if that is still fading */
      return;
    }
  relm_window_add_toast (GTK_WIDGET (self), adw_toast_new (_ ("Project saved")));
  if (close_after_save)
    _relm_window_keep (self); /* it was edited meanwhile */
}

static void
file_chosen_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (RelmWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    {
      relm_document_save_as_async (self->document, file, NULL, saved_cb, g_object_ref (self));
      return;
    }
  if (self->close_after_save)
    _relm_window_keep (self);
  if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    relm_window_show_error (GTK_WIDGET (self), _ ("Could Not Choose a File"), error);
}

static char *
propose_name (RelmDocument *document)
{
  GFile *file = relm_document_get_file (document);
  g_autofree char *title = NULL;

  if (file != NULL)
    return g_file_get_basename (file);
  title = relm_document_dup_title (document);
  g_strdelimit (title, "/\\", '-');
  return g_strconcat (title, ".relm", NULL);
}

void
_relm_window_save_as (RelmWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = propose_name (self->document);
  GFile *file = relm_document_get_file (self->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  gtk_file_dialog_set_title (dialog, _ ("Save Project"));
  gtk_file_dialog_set_initial_name (dialog, name);
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, file_chosen_cb, g_object_ref (self));
}

void
_relm_window_save (RelmWindow *self)
{
  if (relm_document_get_file (self->document) == NULL)
    _relm_window_save_as (self);
  else
    relm_document_save_async (self->document, RELM_SAVE_NONE, NULL, saved_cb, g_object_ref (self));
}

/* Also when the file changed or is gone. */
void
_relm_window_overwrite (RelmWindow *self)
{
  relm_document_save_async (self->document, RELM_SAVE_OVERWRITE, NULL, saved_cb, g_object_ref (self));
}

static void
reloaded_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (RelmWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!relm_document_reload_finish (RELM_DOCUMENT (source), result, &error))
    _relm_window_show_read_error (self, _ ("Could Not Read the File Again"), error);
}

void
_relm_window_reload (RelmWindow *self)
{
  relm_document_reload_async (self->document, NULL, reloaded_cb, g_object_ref (self));
}

static void
close_response_cb (RelmWindow *self,
                   const char *response)
{
  self->closing = FALSE;
  if (g_str_equal (response, "save"))
    {
      self->close_after_save = TRUE;
      _relm_window_save (self);
    }
  else if (g_str_equal (response, "discard"))
    {
      relm_document_close (self->document);
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

static void
ask_before_closing (RelmWindow *self)
{
  AdwAlertDialog *dialog;
  g_autofree char *title = relm_document_dup_title (self->document);
  g_autofree char *body = g_strdup_printf (_ ("“%s” has changes that were not saved. They are lost if you discard them."), title);

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Save Changes?"), body));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "save");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, G_CONNECT_SWAPPED);
  self->closing = TRUE;
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* Returns: whether nothing would be lost; otherwise the person is asked, and the window closes after the answer. */
gboolean
_relm_window_may_close (RelmWindow *self)
{
  if (self->document == NULL || !relm_document_get_modified (self->document))
    return TRUE;

  if (!self->closing)
    ask_before_closing (self);
  return FALSE;
}

static void
update_inhibit (RelmWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  const gboolean modified = relm_document_get_modified (self->document);

  if (application == NULL)
    return;
  if (modified && self->inhibit_cookie == 0)
    self->inhibit_cookie = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_LOGOUT,
                                                    _ ("There are changes that were not saved"));
  else if (!modified && self->inhibit_cookie != 0)
    {
      gtk_application_uninhibit (application, self->inhibit_cookie);
      self->inhibit_cookie = 0;
    }
}

void
_relm_window_follow_document (RelmWindow *self)
{
  g_signal_connect_swapped (self->document, "notify::modified", G_CALLBACK (update_inhibit), self);
  update_inhibit (self);
}
