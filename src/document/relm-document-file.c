/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening and reading again. */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include "relm-document-private.h"
#include "relm-document-task.h"
#include "relm-file-loader.h"

static void
free_loaded (gpointer data)
{
  relm_loaded_file_free (data);
}

static void
load_in_worker (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  RelmLoadedFile *loaded = relm_file_loader_load (G_FILE (task_data), &error);

  if (loaded != NULL)
    g_task_return_pointer (task, loaded, free_loaded);
  else
    g_task_return_error (task, error);
}

static void
load_draft_in_worker (GTask *task,
                      gpointer source,
                      gpointer task_data,
                      GCancellable *cancellable)
{
  GError *error = NULL;
  RelmLoadedFile *loaded = relm_file_loader_load_draft (relm_draft_get_path (task_data), &error);

  if (loaded != NULL)
    g_task_return_pointer (task, loaded, free_loaded);
  else
    g_task_return_error (task, error);
}

/* Makes the document what the file is. */
static void
take_loaded (RelmDocument *self,
             RelmLoadedFile *loaded)
{
  g_object_freeze_notify (G_OBJECT (self));
  relm_document_take_project (self, g_steal_pointer (&loaded->project));
  relm_document_take_snapshot (self, relm_file_snapshot_ref (loaded->snapshot));
  relm_document_set_limits (self, loaded->is_newer, loaded->is_writable);
  relm_document_set_saved_state (self, relm_history_get_state (self->history));
  relm_document_set_disk_state (self, RELM_DISK_STATE_SAME);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * relm_document_open_async:
 * @file: a project's file
 *
 * Reads a project in a worker thread. A file that a newer Relm wrote, and one that the person may not write, is read-only.
 */
void
relm_document_open_async (GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_in_worker);
}

/**
 * relm_document_open_draft_async:
 * @draft: edits that were not saved
 *
 * Goes on with a draft, which becomes the document's own; ends with relm_document_open_finish(). The document is modified.
 * When its file is not the one that the draft was made from, #RelmDocument:disk-state says so.
 */
void
relm_document_open_draft_async (RelmDraft *draft,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (RELM_IS_DRAFT (draft));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_task_data (task, g_object_ref (draft), g_object_unref);
  g_task_run_in_thread (task, load_draft_in_worker);
}

static RelmDocument *
new_from_file (RelmLoadedFile *loaded)
{
  RelmDocument *self = g_object_new (RELM_TYPE_DOCUMENT, NULL);

  relm_document_take_file (self, g_object_ref (loaded->file));
  take_loaded (self, loaded);
  return self;
}

static RelmDiskState
state_of_drafts_file (const RelmLoadedFile *loaded)
{
  if (loaded->file == NULL || loaded->snapshot != NULL)
    return RELM_DISK_STATE_SAME;
  return loaded->is_deleted ? RELM_DISK_STATE_DELETED : RELM_DISK_STATE_CHANGED;
}

static RelmDocument *
new_from_draft (RelmLoadedFile *loaded)
{
  RelmDocument *self = g_object_new (RELM_TYPE_DOCUMENT, NULL);

  if (loaded->file != NULL)
    relm_document_take_file (self, g_object_ref (loaded->file));
  relm_document_set_disk_state (self, state_of_drafts_file (loaded));
  relm_document_take_project (self, g_steal_pointer (&loaded->project));
  relm_document_take_snapshot (self, g_steal_pointer (&loaded->snapshot));
  relm_document_set_limits (self, loaded->is_newer, loaded->is_writable);
  relm_document_take_draft (self, g_steal_pointer (&loaded->draft));
  relm_document_set_saved_state (self, 0);
  return self;
}

/**
 * relm_document_open_finish:
 *
 * Returns: (transfer full): the document; %NULL with an error in RELM_DOCUMENT_ERROR, RELM_FORMAT_ERROR or
 *   G_IO_ERROR_CANCELLED
 */
RelmDocument *
relm_document_open_finish (GAsyncResult *result,
                           GError **error)
{
  g_autoptr (RelmLoadedFile) loaded = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  loaded = g_task_propagate_pointer (G_TASK (result), error);
  if (loaded == NULL)
    return NULL;
  return loaded->draft != NULL ? new_from_draft (loaded) : new_from_file (loaded);
}

/* The reload that nobody asked for takes nothing away. */
static gboolean
may_take (RelmDocument *self,
          GTask *task)
{
  return !GPOINTER_TO_INT (g_task_get_task_data (task)) || !relm_document_has_edits (self);
}

static void
note_not_taken (RelmDocument *self,
                const GError *error)
{
  if (g_error_matches (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_NOT_FOUND))
    relm_document_set_disk_state (self, RELM_DISK_STATE_DELETED);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    relm_document_set_disk_state (self, RELM_DISK_STATE_CHANGED);
}

static void
reload_loaded_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer user_data)
{
  RelmDocument *self = RELM_DOCUMENT (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (RelmLoadedFile) loaded = g_task_propagate_pointer (G_TASK (result), &error);
  const gboolean taken = loaded != NULL && may_take (self, task);

  if (taken)
    {
      take_loaded (self, loaded);
      relm_document_emit_reloaded (self);
    }
  else
    note_not_taken (self, error);
  relm_document_task_end (self);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, taken);
}

static void
reload_begin (RelmDocument *self,
              GTask *task)
{
  g_autoptr (GTask) load = g_task_new (self, g_task_get_cancellable (task), reload_loaded_cb, g_object_ref (task));

  g_task_set_task_data (load, g_object_ref (self->file), g_object_unref);
  g_task_run_in_thread (load, load_in_worker);
}

/* Private: reads the file again, unless something is edited before that is done; then the disk state says that it changed. */
void
relm_document_reload_if_clean (RelmDocument *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);

  g_task_set_task_data (task, GINT_TO_POINTER (TRUE), NULL);
  relm_document_task_run (self, task, reload_begin);
}

/**
 * relm_document_reload_async:
 *
 * Reads the file again in a worker thread. What was not saved, and what could be undone, is gone afterwards; when reading
 * fails, everything stays.
 */
void
relm_document_reload_async (RelmDocument *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (RELM_IS_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  if (relm_document_task_refuse_without_file (self, task))
    return;
  relm_document_task_run (self, task, reload_begin);
}

/**
 * relm_document_reload_finish:
 *
 * Returns: whether the project is what the file has; if not, with an error in RELM_DOCUMENT_ERROR, RELM_FORMAT_ERROR or
 *   G_IO_ERROR_CANCELLED
 */
gboolean
relm_document_reload_finish (RelmDocument *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
