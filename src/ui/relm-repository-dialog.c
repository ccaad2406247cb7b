/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-repository-dialog.h"
#include "relm-source.h"
#include "relm-text.h"

#define LEVELS_MAX 3 /* folders above the project's file that a location goes up before it is given whole */

struct _RelmRepositoryDialog
{
  AdwDialog parent_instance;

  AdwEntryRow *location;

  RelmDocument *document;
};

G_DEFINE_FINAL_TYPE (RelmRepositoryDialog, relm_repository_dialog, ADW_TYPE_DIALOG)

static char *
dup_location (RelmRepositoryDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->location))));
}

/* The last part of a folder or an address, without “.git”. */
static char *
dup_name (RelmRepositoryDialog *self,
          const char *location)
{
  g_autofree char *name = g_path_get_basename (location);
  g_autofree char *title = NULL;

  if (g_str_has_suffix (name, ".git"))
    name[strlen (name) - strlen (".git")] = '\0';
  if (*name != '\0' && *name != '.' && *name != '/')
    return g_steal_pointer (&name);
  title = relm_record_dup_display_title (RELM_RECORD (relm_document_get_project (self->document)));
  return g_steal_pointer (&title);
}

static gboolean
add_source (RelmRepositoryDialog *self,
            const char *location,
            GError **error)
{
  RelmProject *project = relm_document_get_project (self->document);
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_SOURCE);
  g_autofree char *name = dup_name (self, location);
  RelmRecord *source;

  relm_document_edit_begin (self->document, _ ("Add Repository"));
  source = relm_document_add (self->document, RELM_TYPE_SOURCE, relm_record_list_get_size (list));
  if (source == NULL || !relm_document_set_string (self->document, source, RELM_SOURCE_NAME, name, error) ||
      !relm_document_set_string (self->document, source, RELM_SOURCE_LOCATION, location, error))
    {
      relm_document_edit_cancel (self->document);
      return FALSE;
    }
  relm_document_edit_end (self->document);
  return TRUE;
}

/* A project is shared; what is secret does not belong into it. */
static gboolean
check_location (const char *location,
                GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (location, G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_NON_DNS, NULL);

  if (uri == NULL || g_uri_get_userinfo (uri) == NULL || g_str_equal (g_uri_get_scheme (uri), "ssh"))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("The address holds a name or a password, which everybody who gets the project could read. Give it without them."));
  return FALSE;
}

static void
location_changed_cb (RelmRepositoryDialog *self)
{
  g_autofree char *location = dup_location (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", *location != '\0');
}

static void
add_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  RelmRepositoryDialog *self = RELM_REPOSITORY_DIALOG (widget);
  g_autofree char *location = dup_location (self);
  g_autoptr (GError) error = NULL;

  if (check_location (location, &error) && add_source (self, location, &error))
    adw_dialog_close (ADW_DIALOG (self));
  else if (error != NULL)
    relm_error_dialog_show (widget, _ ("Not Added"), error);
}

static void
cancel_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
chosen_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (RelmRepositoryDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *location = NULL;

  if (self->document == NULL)
    return;
  if (folder != NULL)
    {
      location = relm_repository_location_for_folder (relm_document_get_file (self->document), folder);
      gtk_editable_set_text (GTK_EDITABLE (self->location), location);
    }
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    relm_error_dialog_show (GTK_WIDGET (self), _ ("No Folder Chosen"), error);
}

static void
choose_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  RelmRepositoryDialog *self = RELM_REPOSITORY_DIALOG (widget);
  GFile *file = relm_document_get_file (self->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  gtk_file_dialog_set_title (dialog, _ ("Choose Repository"));
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, g_object_ref (self));
}

static void
relm_repository_dialog_dispose (GObject *object)
{
  g_clear_object (&RELM_REPOSITORY_DIALOG (object)->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), RELM_TYPE_REPOSITORY_DIALOG);

  G_OBJECT_CLASS (relm_repository_dialog_parent_class)->dispose (object);
}

static void
relm_repository_dialog_class_init (RelmRepositoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relm_repository_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/relm_app/Relm/relm-repository-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelmRepositoryDialog, location);
  gtk_widget_class_install_action (widget_class, "dialog.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "dialog.choose", NULL, choose_action);
}

static void
relm_repository_dialog_init (RelmRepositoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->location, "changed", G_CALLBACK (location_changed_cb), self);
  location_changed_cb (self);
}

/**
 * relm_repository_dialog_new:
 *
 * Returns: (transfer floating): a dialog
 */
RelmRepositoryDialog *
relm_repository_dialog_new (RelmDocument *document)
{
  RelmRepositoryDialog *self = g_object_new (RELM_TYPE_REPOSITORY_DIALOG, NULL);

  self->document = g_object_ref (document);
  return self;
}

/**
 * relm_repository_location_for_folder:
 * @file: (nullable): the project's file
 * @folder: a repository
 *
 * A folder near the file is named from there, because the two are cloned together on another computer.
 *
 * Returns: (transfer full): the location of a source
 */
char *
relm_repository_location_for_folder (GFile *file,
                                     GFile *folder)
{
  g_autoptr (GFile) base = file != NULL ? g_file_get_parent (file) : NULL;
  g_autoptr (GString) up = g_string_new (NULL);

  for (guint i = 0; base != NULL && i <= LEVELS_MAX; i++)
    {
      g_autofree char *below = g_file_get_relative_path (base, folder);
      g_autoptr (GFile) parent = g_file_get_parent (base);

      if (below != NULL)
        return g_strconcat (up->str, below, NULL);
      if (g_file_equal (base, folder))
        return up->len > 0 ? g_strndup (up->str, up->len - 1) : g_strdup (".");
      g_string_append (up, "../");
      g_set_object (&base, parent);
    }
  return g_file_peek_path (folder) != NULL ? g_strdup (g_file_peek_path (folder)) : g_file_get_uri (folder);
}
