/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-file-portal.h"
#include "relm-folder-access.h"
#include "relm-repository-follow.h"
#include "relm-text.h"
#include "relm-window-private.h"

#define EXTENSION ".relm"

/* What waits for a project to be saved under another name. */
typedef struct
{
  RelmWindow *window;
  GFile *file;   /* the new one */
  GFile *before; /* where it was, or NULL */
} SaveAs;

static void
save_as_free (SaveAs *save)
{
  g_object_unref (save->window);
  g_object_unref (save->file);
  g_clear_object (&save->before);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaveAs, save_as_free)

static void
note_saved (RelmWindow *self,
            RelmDocument *document,
            const GError *error)
{
  const gboolean close_after_save = self->close_after_save;

  self->close_after_save = FALSE;
  if (error != NULL)
    {
      if (g_error_matches (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_CHANGED_ON_DISK))
        g_action_group_activate_action (G_ACTION_GROUP (self), "resolve", NULL);
      else
        relm_window_show_error (GTK_WIDGET (self), _ ("Could Not Save the Project"), error);
      if (close_after_save)
        _relm_window_keep (self);
      return;
    }

  _relm_window_add_to_recent (relm_document_get_file (document));
  if (close_after_save && !relm_document_get_modified (document))
    {
      gtk_window_destroy (GTK_WINDOW (self)); /* closing would only close the dialog, if that is still fading */
      return;
    }
  relm_window_add_toast (GTK_WIDGET (self), adw_toast_new (_ ("Project saved")));
  if (close_after_save)
    _relm_window_keep (self); /* it was edited meanwhile */
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (RelmWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  relm_document_save_finish (RELM_DOCUMENT (source), result, &error);
  note_saved (self, RELM_DOCUMENT (source), error);
}

/* The way to a repository is only known now, and is saved too. */
static void
saved_as_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (SaveAs) save = user_data;
  g_autoptr (GError) error = NULL;

  if (relm_document_save_finish (RELM_DOCUMENT (source), result, &error) &&
      relm_repository_follow (RELM_DOCUMENT (source), save->before))
    relm_document_save_async (RELM_DOCUMENT (source), RELM_SAVE_NONE, NULL, saved_cb, g_object_ref (save->window));
  else
    note_saved (save->window, RELM_DOCUMENT (source), error);
}

static void
save_as (SaveAs *save)
{
  relm_document_save_as_async (save->window->document, save->file, NULL, saved_as_cb, save);
}

static void
replace_response_cb (GObject *source,
                     GAsyncResult *result,
                     gpointer user_data)
{
  g_autoptr (SaveAs) save = user_data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "replace"))
    save_as (g_steal_pointer (&save));
  else if (save->window->close_after_save)
    _relm_window_keep (save->window);
}

/* The file dialog asked about the name that was given, not about the one with the extension. */
static void
ask_before_replacing (SaveAs *save)
{
  g_autofree char *name = g_file_get_basename (save->file);
  g_autofree char *safe = relm_text_display_title (name);
  g_autofree char *body = g_strdup_printf (_ ("“%s” is there already. What is in it is lost if you replace it."), safe);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Replace File?"), body));

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "replace", _ ("_Replace"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (save->window), NULL, replace_response_cb, save);
}

static gboolean
has_extension (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return g_str_has_suffix (folded, EXTENSION) && !g_str_equal (folded, EXTENSION);
}

/* By its extension the desktop knows that it is Relm's. Who has a project with another one already wants that. */
static GFile *
add_extension (GFile *file,
               GFile *before)
{
  g_autofree char *uri = NULL;
  g_autofree char *longer = NULL;

  if (has_extension (file) || (before != NULL && !has_extension (before)))
    return g_object_ref (file);
  uri = g_file_get_uri (file);
  longer = g_strconcat (uri, EXTENSION, NULL);
  return g_file_new_for_uri (longer);
}

static void
file_chosen_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (RelmWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  SaveAs *save;

  if (file != NULL)
    {
      save = g_new0 (SaveAs, 1);
      save->window = g_object_ref (self);
      g_set_object (&save->before, relm_document_get_file (self->document));
      save->file = add_extension (file, save->before);
      if (!g_file_equal (file, save->file) && g_file_query_exists (save->file, NULL))
        ask_before_replacing (save);
      else
        save_as (save);
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
  return g_strconcat (title, EXTENSION, NULL);
}

void
_relm_window_save_as (RelmWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = propose_name (self->document);
  GFile *file = relm_document_get_file (self->document);
  g_autoptr (GFile) seen = file != NULL ? relm_folder_access_find_on_host (file) : NULL;
  g_autoptr (GFile) folder = seen != NULL ? g_file_get_parent (seen) : NULL;

  if (!relm_file_portal_check (GTK_WIDGET (self)))
    return;
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
