/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving. What is written is taken at the start of it, on the main thread; edits made meanwhile stay unsaved. */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-document-private.h"
#include "relm-document-task.h"

/* One save. Owned by its task; the worker has it while it runs. */
typedef struct
{
  GFile *file;
  RelmSaveFlags flags;
  gboolean is_own_file;
  GBytes *bytes;
  RelmFileSnapshot *base; /* nullable */
  guint64 state;          /* of the history, which has these bytes; 0 for none */
  RelmFileSnapshot *saved;
} Save;

static Save *
save_new (GFile *file,
          RelmSaveFlags flags)
{
  Save *self = g_new0 (Save, 1);

  self->file = g_object_ref (file);
  self->flags = flags;
  return self;
}

static void
save_free (gpointer data)
{
  Save *self = data;

  g_object_unref (self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->base, relm_file_snapshot_unref);
  g_clear_pointer (&self->saved, relm_file_snapshot_unref);
  g_free (self);
}

/* A project that was not changed is saved as it was read, however that was written. */
static GBytes *
dup_text (RelmDocument *self)
{
  if (self->snapshot != NULL && !relm_document_has_edits (self))
    return g_bytes_ref (relm_file_snapshot_get_bytes (self->snapshot));
  return relm_format_cache_write (self->cache);
}

/* A draft whose file changed since has nothing to compare with. That the file is gone is for a person to know. */
static gboolean
check_there (Save *self,
             GError **error)
{
  const char *path = g_file_peek_path (self->file);

  if (!self->is_own_file || self->base != NULL || (self->flags & RELM_SAVE_OVERWRITE) ||
      g_file_query_exists (self->file, NULL))
    return TRUE;
  relm_document_error_set (error, RELM_DOCUMENT_ERROR_DELETED,
                           _ ("“%s” was moved or deleted. Save it again there, or under another name."),
                           path != NULL ? path : "");
  return FALSE;
}

static void
save_in_worker (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  Save *save = task_data;
  GError *error = NULL;

  if (check_there (save, &error) &&
      relm_file_saver_save (save->file, save->bytes, save->base, save->flags, &save->saved, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
note_failure (RelmDocument *self,
              Save *save,
              const GError *error)
{
  if (!save->is_own_file)
    return;
  if (save->saved != NULL) /* replaced, but not known to be on the disk */
    relm_document_take_snapshot (self, g_steal_pointer (&save->saved));
  else if (g_error_matches (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_CHANGED_ON_DISK))
    relm_document_set_disk_state (self, RELM_DISK_STATE_CHANGED);
  else if (g_error_matches (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_DELETED))
    relm_document_set_disk_state (self, RELM_DISK_STATE_DELETED);
}

static void
note_success (RelmDocument *self,
              Save *save)
{
  g_object_freeze_notify (G_OBJECT (self));
  relm_document_take_snapshot (self, g_steal_pointer (&save->saved));
  if (!save->is_own_file)
    {
      relm_document_take_file (self, g_object_ref (save->file));
      relm_document_set_limits (self, self->is_newer, TRUE);
    }
  relm_document_set_disk_state (self, RELM_DISK_STATE_SAME);
  relm_document_set_saved_state (self, save->state);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  RelmDocument *self = RELM_DOCUMENT (source);
  g_autoptr (GTask) task = user_data;
  Save *save = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  const gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);

  if (saved)
    note_success (self, save);
  else
    note_failure (self, save, error);
  relm_document_task_end (self);
  if (saved)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
save_begin (RelmDocument *self,
            GTask *task)
{
  const Save *wanted = g_task_get_task_data (task);
  Save *save = save_new (wanted->file, wanted->flags);
  g_autoptr (GTask) write = g_task_new (self, g_task_get_cancellable (task), written_cb, g_object_ref (task));

  /* When the file is in place, a cancellation that comes too late must not hide that. */
  g_task_set_check_cancellable (write, FALSE);
  save->is_own_file = self->file != NULL && g_file_equal (self->file, save->file);
  save->bytes = dup_text (self);
  if (save->is_own_file && self->snapshot != NULL)
    save->base = relm_file_snapshot_ref (self->snapshot);
  relm_history_seal (self->history);
  save->state = self->open_step == NULL ? relm_history_get_state (self->history) : 0;
  g_task_set_task_data (write, save, save_free);
  g_task_run_in_thread (write, save_in_worker);
}

static gboolean
refuse_read_only (RelmDocument *self,
                  GTask *task,
                  gboolean is_own_file)
{
  if (self->is_newer)
    {
      g_task_return_new_error_literal (task, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_READ_ONLY,
                                       _ ("A newer version of Relm wrote this project, and this one would damage it. Update Relm to save it."));
      return TRUE;
    }
  if (!self->read_only || !is_own_file)
    return FALSE;
  g_task_return_new_error_literal (task, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_READ_ONLY,
                                   _ ("This file is read-only. Save the project under another name."));
  return TRUE;
}

/**
 * relm_document_save_async:
 * @flags: RELM_SAVE_OVERWRITE when a person decided to replace a file that changed, or to make it again
 *
 * Saves to the document's file. Nothing is written when nothing changed.
 */
void
relm_document_save_async (RelmDocument *self,
                          RelmSaveFlags flags,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (RELM_IS_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_check_cancellable (task, FALSE);
  if (relm_document_task_refuse_without_file (self, task) || refuse_read_only (self, task, TRUE))
    return;
  g_task_set_task_data (task, save_new (self->file, flags), save_free);
  relm_document_task_run (self, task, save_begin);
}

/**
 * relm_document_save_as_async:
 * @file: where; what is there is replaced, which is for the caller to have asked about
 *
 * Saves under another name, which is the document's from then on.
 */
void
relm_document_save_as_async (RelmDocument *self,
                             GFile *file,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (RELM_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_check_cancellable (task, FALSE);
  if (refuse_read_only (self, task, self->file != NULL && g_file_equal (self->file, file)))
    return;
  g_task_set_task_data (task, save_new (file, RELM_SAVE_OVERWRITE), save_free);
  relm_document_task_run (self, task, save_begin);
}

/**
 * relm_document_save_finish:
 *
 * Returns: whether the disk has the project as it was when saving started; if not, the old file is untouched, the edits are
 *   kept and still unsaved, and the error is in RELM_DOCUMENT_ERROR or G_IO_ERROR_CANCELLED
 */
gboolean
relm_document_save_finish (RelmDocument *self,
                           GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
