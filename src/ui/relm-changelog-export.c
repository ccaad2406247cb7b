/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-changelog-export.h"
#include "relm-changelog-render.h"
#include "relm-export-outcome.h"
#include "relm-file-portal.h"
#include "relm-file-saver.h"
#include "relm-text.h"

/* What waits for a person to choose a file. */
typedef struct
{
  GtkWidget *from;
  RelmChangelog *changelog;
  RelmChangelogRelease *only; /* or NULL */
  RelmChangelogFormat format; /* unless the name says another one */
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->from);
  g_object_unref (request->changelog);
  g_clear_object (&request->only);
  g_free (request);
}

static void
write_in_thread (GTask *task,
                 gpointer source_object,
                 gpointer task_data,
                 GCancellable *cancellable)
{
  GFile *file = g_task_get_source_object (task);
  GError *error = NULL;

  /* The file dialog asked whether an existing file may go. */
  if (relm_file_saver_save (file, task_data, NULL, RELM_SAVE_OVERWRITE, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
rendered_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *text = relm_changelog_render_finish (result, &error);

  if (text == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, g_bytes_new_take (text, strlen (text)), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, write_in_thread);
}

/* What a person writes at the end of a name is what they want. */
static RelmChangelogFormat
choose_format (GFile *file,
               RelmChangelogFormat format)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (folded, ".json"))
    return RELM_CHANGELOG_FORMAT_JSON;
  if (g_str_has_suffix (folded, ".md") || g_str_has_suffix (folded, ".markdown"))
    return RELM_CHANGELOG_FORMAT_MARKDOWN;
  return format;
}

/**
 * relm_changelog_export_save_async:
 * @only: (nullable): the only release to write
 * @format: as what, unless the name of the file ends as one of the other format does
 * @file: where to; what is there is replaced
 * @cancellable: (nullable): a cancellable
 */
void
relm_changelog_export_save_async (RelmChangelog *changelog,
                                  RelmChangelogRelease *only,
                                  RelmChangelogFormat format,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = g_task_new (file, cancellable, callback, user_data);

  relm_changelog_render_async (changelog, only, choose_format (file, format), cancellable, rendered_cb, task);
}

/**
 * relm_changelog_export_save_finish:
 *
 * Returns: whether the file holds the changelog now; when not, it is what it was
 */
gboolean
relm_changelog_export_save_finish (GAsyncResult *result,
                                   GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GtkWidget) from = user_data;
  g_autoptr (GError) error = NULL;

  relm_changelog_export_save_finish (result, &error);
  relm_export_outcome_tell (from, G_FILE (source), error);
}

static void
chosen_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    relm_changelog_export_save_async (request->changelog, request->only, request->format, file, NULL,
                                      saved_cb, g_object_ref (request->from));
  else
    relm_export_outcome_tell (request->from, NULL, error);
  request_free (request);
}

/* “release-notes-1.2.0.md”, without what cannot be in the name of a file. */
static char *
suggest_name (RelmChangelogRelease *only,
              RelmChangelogFormat format)
{
  const char *extension = format == RELM_CHANGELOG_FORMAT_JSON ? "json" : "md";
  g_autofree char *title = NULL;
  g_autofree char *safe = NULL;

  if (only == NULL)
    return g_strdup_printf ("%s.%s", format == RELM_CHANGELOG_FORMAT_JSON ? "changelog" : "CHANGELOG", extension);
  title = relm_changelog_release_is_unreleased (only) ? g_strdup ("unreleased")
                                                      : g_strdup (relm_changelog_release_get_version (only));
  safe = relm_text_display_title (title);
  g_strdelimit (safe, "/\\:*?\"<>|", '-');
  return g_strdup_printf ("release-notes-%s.%s", safe, extension);
}

static GListModel *
create_filters (RelmChangelogFormat format)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, format == RELM_CHANGELOG_FORMAT_JSON ? _ ("JSON") : _ ("Markdown"));
  gtk_file_filter_add_suffix (filter, format == RELM_CHANGELOG_FORMAT_JSON ? "json" : "md");
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

/**
 * relm_changelog_export:
 * @from: a widget of the window
 * @only: (nullable): the only release to write
 * @format: as what, unless the name that is chosen says another one
 *
 * Asks where to, writes, and says so.
 */
void
relm_changelog_export (GtkWidget *from,
                       RelmChangelog *changelog,
                       RelmChangelogRelease *only,
                       RelmChangelogFormat format)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters (format);
  g_autofree char *name = suggest_name (only, format);
  Request *request;

  if (!relm_file_portal_check (from))
    return;
  request = g_new0 (Request, 1);
  request->from = g_object_ref (from);
  request->changelog = g_object_ref (changelog);
  request->format = format;
  g_set_object (&request->only, only);
  gtk_file_dialog_set_title (dialog, only != NULL ? _ ("Export Release Notes") : _ ("Export Changelog"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (from)), NULL, chosen_cb, request);
}
