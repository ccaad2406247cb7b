/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-file-portal.h"
#include "relm-folder-access.h"
#include "relm-git-error.h"
#include "relm-git-location.h"
#include "relm-memory.h"
#include "relm-sandbox.h"

#define DETAIL "lent-as"

typedef struct
{
  GtkWidget *widget;
  GFile *file;
  char *location;
  char *action;
} Question;

static void
question_free (Question *self)
{
  g_clear_object (&self->widget);
  g_clear_object (&self->file);
  g_free (self->location);
  g_free (self->action);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/**
 * relm_folder_access_find_on_host:
 * @file: a file or a folder
 *
 * Returns: (transfer full): where it is for everybody else; itself if it was not lent, or if nobody says
 */
GFile *
relm_folder_access_find_on_host (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *host = path != NULL ? relm_sandbox_dup_host_path (path) : NULL;

  return host != NULL ? g_file_new_for_path (host) : g_object_ref (file);
}

/* The folder that the location means, where everybody else sees it; NULL for what is no folder, as an address. */
static GFile *
find_folder (GFile *file,
             const char *location)
{
  g_autoptr (GFile) host = file != NULL ? relm_folder_access_find_on_host (file) : NULL;
  g_autoptr (GFile) base = host != NULL ? g_file_get_parent (host) : NULL;
  g_autoptr (RelmGitLocation) parsed = relm_git_location_parse (location, base != NULL ? g_file_peek_path (base) : NULL, NULL);

  return parsed != NULL && parsed->folder != NULL ? g_file_new_for_path (parsed->folder) : NULL;
}

/* What it is remembered by: the folder. Where nobody says where the file is, all projects seem to have the same folder beside
 * them; then it is the file and how it names the folder. */
static GFile *
find_key (GFile *file,
          const char *location)
{
  g_autoptr (GFile) folder = find_folder (file, location);
  g_autofree char *host = NULL;
  g_autofree char *escaped = NULL;

  if (folder == NULL || g_path_is_absolute (location) || file == NULL || g_file_peek_path (file) == NULL)
    return g_steal_pointer (&folder);
  host = relm_sandbox_dup_host_path (g_file_peek_path (file));
  if (host != NULL)
    return g_steal_pointer (&folder);
  escaped = g_uri_escape_string (location, NULL, TRUE);
  return g_file_get_child (file, escaped);
}

/**
 * relm_folder_access_dup_location:
 * @file: (nullable): the project's file
 * @location: of a source, as the project says it
 *
 * Returns: (transfer full): where Relm finds it: the folder that was lent for it, or what the project says
 */
char *
relm_folder_access_dup_location (GFile *file,
                                 const char *location)
{
  g_autoptr (GFile) key = relm_sandbox_is_inside () ? find_key (file, location) : NULL;
  g_autofree char *lent = key != NULL ? relm_memory_dup_detail (key, DETAIL) : NULL;

  return lent != NULL && g_file_test (lent, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&lent) : g_strdup (location);
}

/**
 * relm_folder_access_is_missing:
 * @file: (nullable): the project's file
 * @location: of a source, as the project says it
 * @error: (nullable): what went wrong with reading it
 *
 * Returns: whether it is a folder that Relm does not see because it runs in a sandbox
 */
gboolean
relm_folder_access_is_missing (GFile *file,
                               const char *location,
                               const GError *error)
{
  g_autoptr (GFile) folder = relm_sandbox_is_inside () ? find_folder (file, location) : NULL;

  return folder != NULL && (g_error_matches (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_FOUND) ||
                            g_error_matches (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_A_REPOSITORY));
}

/**
 * relm_folder_access_dup_name:
 * @file: (nullable): the project's file
 * @location: of a source, as the project says it
 *
 * Returns: (transfer full): the folder as a person knows it, as far as anybody says
 */
char *
relm_folder_access_dup_name (GFile *file,
                             const char *location)
{
  g_autofree char *host = file != NULL && g_file_peek_path (file) != NULL ? relm_sandbox_dup_host_path (g_file_peek_path (file))
                                                                           : NULL;
  g_autoptr (GFile) folder = host != NULL ? find_folder (file, location) : NULL;

  return folder != NULL ? g_file_get_parse_name (folder) : g_strdup (location);
}

/**
 * relm_folder_access_remember:
 * @file: (nullable): the project's file
 * @location: of a source, as the project says it
 * @folder: what a person let Relm read for it: the folder, or one that it is in
 */
void
relm_folder_access_remember (GFile *file,
                             const char *location,
                             GFile *folder)
{
  g_autoptr (GFile) key = find_key (file, location);
  g_autoptr (GFile) wanted = find_folder (file, location);
  g_autoptr (GFile) host = relm_folder_access_find_on_host (folder);
  g_autofree char *below = wanted != NULL ? g_file_get_relative_path (host, wanted) : NULL;
  g_autoptr (GFile) lent = below != NULL ? g_file_resolve_relative_path (folder, below) : g_object_ref (folder);

  if (key != NULL)
    relm_memory_set_detail (key, DETAIL, g_file_peek_path (lent));
}

static void
chosen_cb (GObject *dialog,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (dialog), result, &error);

  if (gtk_widget_get_root (question->widget) == NULL)
    return; /* the window was closed meanwhile */
  if (folder != NULL)
    {
      relm_folder_access_remember (question->file, question->location, folder);
      gtk_widget_activate_action (question->widget, question->action, NULL);
    }
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    relm_error_dialog_show (question->widget, _ ("No Folder Chosen"), error);
}

/**
 * relm_folder_access_ask:
 * @widget: what asks
 * @file: (nullable): the project's file
 * @location: of a source, as the project says it
 * @action: of @widget, which reads the source again, and is activated when a person has chosen
 *
 * Asks the desktop for the folder. Choosing it is the permission to read it.
 */
void
relm_folder_access_ask (GtkWidget *widget,
                        GFile *file,
                        const char *location,
                        const char *action)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GFile) folder = find_folder (file, location);
  Question *question;

  if (!relm_file_portal_check (widget))
    return;
  question = g_new0 (Question, 1);
  question->widget = g_object_ref (widget);
  question->file = file != NULL ? g_object_ref (file) : NULL;
  question->location = g_strdup (location);
  question->action = g_strdup (action);
  gtk_file_dialog_set_title (dialog, _ ("Choose the Repository’s Folder"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Give Access"));
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, question);
}
