/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "relm-error-dialog.h"
#include "relm-file-portal.h"
#include "relm-mspdi-import.h"
#include "relm-plan-import.h"
#include "relm-record-edits.h"
#include "relm-release.h"
#include "relm-text.h"

/* What waits for a file, and for it to be read. */
typedef struct
{
  GtkWidget *from;
  RelmDocument *document;
  char *release; /* its id, since it may be gone by then; or NULL */
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->from);
  g_object_unref (request->document);
  g_free (request->release);
  g_free (request);
}

static Request *
request_new (GtkWidget *from,
             RelmDocument *document,
             RelmRecord *release)
{
  Request *request = g_new0 (Request, 1);

  request->from = g_object_ref (from);
  request->document = g_object_ref (document);
  request->release = g_strdup (release != NULL ? relm_record_get_id (release) : NULL);
  return request;
}

/*
 * Reading
 */

static void
read_in_thread (GTask *task,
                gpointer source_object,
                gpointer task_data,
                GCancellable *cancellable)
{
  GFile *file = source_object;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_file_get_basename (file);
  RelmMspdiPlan *plan = NULL;
  GError *error = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, 0, cancellable, &error);
  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("“%s” is not a file."), name);
  else if (info != NULL && g_file_info_get_size (info) > RELM_MSPDI_MAX_SIZE)
    g_set_error (&error, RELM_MSPDI_ERROR, RELM_MSPDI_ERROR_TOO_LARGE,
                 _ ("“%s” is larger than 64 MB, which is more than a plan can be."), name);
  else if (info != NULL)
    bytes = g_file_load_bytes (file, cancellable, NULL, &error);
  if (bytes != NULL)
    plan = relm_mspdi_read (bytes, name, &error);
  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify) relm_mspdi_plan_free);
  else
    g_task_return_error (task, error);
}

/*
 * Adding
 */

static gboolean
add_all (RelmDocument *document,
         RelmMspdiImport *import,
         const char *name,
         GError **error)
{
  g_autofree char *safe = relm_text_display_title (name);
  /* Translators: a step that can be undone; the placeholder is the name of a file */
  g_autofree char *label = g_strdup_printf (_ ("Import “%s”"), safe);

  relm_document_edit_begin (document, label);
  for (guint i = 0; i < import->records->len; i++)
    if (!relm_document_insert (document, import->records->pdata[i], G_MAXUINT, error))
      {
        relm_document_edit_cancel (document);
        return FALSE;
      }
  if (import->calendar != NULL &&
      relm_record_get_string (RELM_RECORD (relm_document_get_project (document)), RELM_PROJECT_CALENDAR) == NULL)
    relm_document_set_string (document, RELM_RECORD (relm_document_get_project (document)), RELM_PROJECT_CALENDAR,
                              relm_record_get_id (import->calendar), NULL);
  relm_document_edit_end (document);
  return TRUE;
}

static char *
dup_summary (RelmMspdiImport *import)
{
  g_autofree char *things = g_strdup_printf (ngettext ("%u thing", "%u things", import->n_tasks), import->n_tasks);
  g_autofree char *links = g_strdup_printf (ngettext ("%u link", "%u links", import->n_links), import->n_links);

  /* Translators: the placeholders are “12 things” and “5 links” */
  return g_strdup_printf (_ ("Imported: %s, %s"), things, links);
}

static void
show_left_out (GtkWidget *from,
               RelmMspdiImport *import,
               const char *summary)
{
  GString *text = g_string_new (_ ("What has no place in Relm was left out:"));
  AdwDialog *dialog;

  g_string_append (text, "\n");
  for (guint i = 0; i < import->left_out->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) import->left_out->pdata[i]);
  dialog = adw_alert_dialog_new (summary, text->str);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, from);
  g_string_free (text, TRUE);
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  Request *request = user_data;
  RelmProject *project = relm_document_get_project (request->document);
  RelmRecord *release = request->release != NULL ? relm_project_lookup (project, request->release) : NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmMspdiPlan) plan = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (RelmMspdiImport) import = NULL;
  g_autofree char *summary = NULL;

  if (plan != NULL)
    import = relm_mspdi_import (plan, project, release != NULL && RELM_IS_RELEASE (release) ? release : NULL, name);
  if (import == NULL || !add_all (request->document, import, name, &error))
    relm_error_dialog_show (request->from, _ ("Not Imported"), error);
  else
    {
      summary = dup_summary (import);
      if (import->left_out->len > 0)
        show_left_out (request->from, import, summary);
      else
        relm_record_edits_say (request->from, summary);
    }
  request_free (request);
}

/**
 * relm_plan_import_file:
 * @from: a widget of the window
 * @release: (nullable): the release that gets what the plan says; else a plan of another program becomes one of its own
 * @file: the plan
 *
 * Adds what it says, and says how much that was.
 */
void
relm_plan_import_file (GtkWidget *from,
                       RelmDocument *document,
                       RelmRecord *release,
                       GFile *file)
{
  g_autoptr (GTask) task = g_task_new (file, NULL, read_cb, request_new (from, document, release));

  g_task_run_in_thread (task, read_in_thread);
}

static void
chosen_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  RelmRecord *release = NULL;

  if (request->release != NULL)
    release = relm_project_lookup (relm_document_get_project (request->document), request->release);
  if (file != NULL)
    relm_plan_import_file (request->from, request->document, release, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    relm_error_dialog_show (request->from, _ ("Not Imported"), error);
  request_free (request);
}

/**
 * relm_plan_import:
 * @from: a widget of the window
 * @release: (nullable): as for relm_plan_import_file()
 *
 * Asks for the file first.
 */
void
relm_plan_import (GtkWidget *from,
                  RelmDocument *document,
                  RelmRecord *release)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (!relm_file_portal_check (from))
    return;
  gtk_file_filter_set_name (filter, _ ("Microsoft Project XML"));
  gtk_file_filter_add_suffix (filter, "xml");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Import Plan"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (from)), NULL, chosen_cb, request_new (from, document, release));
}
