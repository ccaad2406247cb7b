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
  GtkButton *add_button;

  RelmDocument *document;
  RelmRecord *source; /* or NULL: a new one */
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

/* The same source, elsewhere. */
static gboolean
move_source (RelmRepositoryDialog *self,
             const char *location,
             GError **error)
{
  relm_document_edit_begin (self->document, _ ("Change Repository"));
  if (!relm_document_set_string (self->document, self->source, RELM_SOURCE_LOCATION, location, error))
    {
      relm_document_edit_cancel (self->document);
      return FALSE;
    }
  relm_document_edit_end (self->document);
  return TRUE;
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

  if (relm_repository_location_check (location, &error) &&
      (self->source != NULL ? move_source (self, location, &error) : add_source (self, location, &error)))
    adw_dialog_close (ADW_DIALOG (self));
  else if (error != NULL)
    relm_error_dialog_show (widget, self->source != NULL ? _ ("Not Changed") : _ ("Not Added"), error);
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
  g_clear_object (&RELM_REPOSITORY_DIALOG (object)->source);
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
  gtk_widget_class_bind_template_child (widget_class, RelmRepositoryDialog, add_button);
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

static void
show_source (RelmRepositoryDialog *self)
{
  const char *location = relm_record_get_string (self->source, RELM_SOURCE_LOCATION);

  adw_dialog_set_title (ADW_DIALOG (self), _ ("Change Repository"));
  gtk_button_set_label (self->add_button, _ ("_Change"));
  gtk_editable_set_text (GTK_EDITABLE (self->location), location != NULL ? location : "");
}

/**
 * relm_repository_dialog_new:
 * @source: (nullable): the repository to say another place of; %NULL to add one
 *
 * Returns: (transfer floating): a dialog
 */
RelmRepositoryDialog *
relm_repository_dialog_new (RelmDocument *document,
                            RelmRecord *source)
{
  RelmRepositoryDialog *self = g_object_new (RELM_TYPE_REPOSITORY_DIALOG, NULL);

  self->document = g_object_ref (document);
  relm_repository_row_set_project_file (self->location, relm_document_get_file (document));
  if (g_set_object (&self->source, source))
    show_source (self);
  return self;
}
