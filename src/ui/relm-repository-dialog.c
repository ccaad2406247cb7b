/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-repository-dialog.h"
#include "relm-repository-location.h"
#include "relm-repository-row.h"
#include "relm-source.h"

struct _RelmRepositoryDialog
{
  AdwDialog parent_instance;

  RelmRepositoryRow *location;

  RelmDocument *document;
};

G_DEFINE_FINAL_TYPE (RelmRepositoryDialog, relm_repository_dialog, ADW_TYPE_DIALOG)

/* As the repository is called, or else as the project is. */
static char *
dup_name (RelmRepositoryDialog *self,
          const char *location)
{
  g_autofree char *name = relm_repository_location_dup_name (location);

  return name != NULL ? g_steal_pointer (&name)
                      : relm_record_dup_display_title (RELM_RECORD (relm_document_get_project (self->document)));
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

static void
location_changed_cb (RelmRepositoryDialog *self)
{
  g_autofree char *location = relm_repository_row_dup_location (self->location);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", *location != '\0');
}

static void
add_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  RelmRepositoryDialog *self = RELM_REPOSITORY_DIALOG (widget);
  g_autofree char *location = relm_repository_row_dup_location (self->location);
  g_autoptr (GError) error = NULL;

  if (relm_repository_location_check (location, &error) && add_source (self, location, &error))
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

  g_type_ensure (RELM_TYPE_REPOSITORY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/relm_app/Relm/relm-repository-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelmRepositoryDialog, location);
  gtk_widget_class_install_action (widget_class, "dialog.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
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
  relm_repository_row_set_project_file (self->location, relm_document_get_file (document));
  return self;
}
