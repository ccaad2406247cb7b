/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-file-portal.h"
#include "relm-repository-location.h"
#include "relm-repository-row.h"
#include "relm-row-walk.h"

struct _RelmRepositoryRow
{
  AdwEntryRow parent_instance;

  GtkWidget *button;
  GFile *project_file; /* or NULL */
};

G_DEFINE_FINAL_TYPE (RelmRepositoryRow, relm_repository_row, ADW_TYPE_ENTRY_ROW)

static void
chosen_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (RelmRepositoryRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *location = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return; /* the dialog was closed meanwhile */
  if (folder != NULL)
    {
      location = relm_repository_location_for_folder (self->project_file, folder);
      gtk_editable_set_text (GTK_EDITABLE (self), location);
    }
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    relm_error_dialog_show (GTK_WIDGET (self), _ ("No Folder Chosen"), error);
}

static void
choose_cb (RelmRepositoryRow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GFile) folder = self->project_file != NULL ? g_file_get_parent (self->project_file) : NULL;

  if (!relm_file_portal_check (GTK_WIDGET (self)))
    return;
  gtk_file_dialog_set_title (dialog, _ ("Choose Repository"));
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, chosen_cb,
                                 g_object_ref (self));
}

static gboolean
relm_repository_row_focus (GtkWidget *widget,
                           GtkDirectionType direction)
{
  RelmRepositoryRow *self = RELM_REPOSITORY_ROW (widget);
  GtkWidget *const stops[] = { GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self))), self->button };

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return relm_row_walk (direction, stops, G_N_ELEMENTS (stops));
  return GTK_WIDGET_CLASS (relm_repository_row_parent_class)->focus (widget, direction);
}

static void
relm_repository_row_dispose (GObject *object)
{
  g_clear_object (&RELM_REPOSITORY_ROW (object)->project_file);

  G_OBJECT_CLASS (relm_repository_row_parent_class)->dispose (object);
}

static void
relm_repository_row_class_init (RelmRepositoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relm_repository_row_dispose;
  GTK_WIDGET_CLASS (klass)->focus = relm_repository_row_focus;
}

static void
relm_repository_row_init (RelmRepositoryRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("folder-open-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Choose Folder"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (choose_cb), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
  self->button = button;
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_URL);
}

/**
 * relm_repository_row_set_project_file:
 * @file: (nullable): the project's file, from which a folder near it is named
 */
void
relm_repository_row_set_project_file (RelmRepositoryRow *self,
                                      GFile *file)
{
  g_return_if_fail (RELM_IS_REPOSITORY_ROW (self));

  g_set_object (&self->project_file, file);
}

/**
 * relm_repository_row_dup_location:
 *
 * Returns: (transfer full): what is written in it, with the home folder for “~”; empty if nothing is
 */
char *
relm_repository_row_dup_location (RelmRepositoryRow *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (RELM_IS_REPOSITORY_ROW (self), NULL);

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  if (g_str_has_prefix (text, "~/"))
    return g_build_filename (g_get_home_dir (), text + 2, NULL);
  return g_steal_pointer (&text);
}
