/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Noticing what others do to the file. */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include "relm-document-private.h"
#include "relm-format.h"

/* One look at the file. Owned by its task; the worker has it while it runs. */
typedef struct
{
  GFile *file;
  RelmFileSnapshot *base; /* nullable: what the document takes the file for */
  RelmFileSnapshot *now;  /* nullable: what it is */
  gboolean is_gone;
} Look;

static void
look_free (gpointer data)
{
  Look *self = data;

  g_object_unref (self->file);
  g_clear_pointer (&self->base, relm_file_snapshot_unref);
  g_clear_pointer (&self->now, relm_file_snapshot_unref);
  g_free (self);
}

static void
look_in_worker (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  Look *look = task_data;
  const char *path = g_file_peek_path (look->file);
  g_autoptr (GError) error = NULL;

  look->now = look->base != NULL ? relm_file_snapshot_compare (path, relm_file_snapshot_get_bytes (look->base), &error)
                                 : relm_file_snapshot_read (path, RELM_FORMAT_MAX_SIZE, &error);
  look->is_gone = g_error_matches (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_NOT_FOUND) ||
                  g_error_matches (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_NOT_A_FILE);
  g_task_return_boolean (task, TRUE);
}

static void
note (RelmDocument *self,
      Look *look)
{
  if (look->is_gone)
    relm_document_set_disk_state (self, RELM_DISK_STATE_DELETED);
  else if (look->now != NULL && look->base != NULL &&
           relm_file_snapshot_has_bytes (look->now, relm_file_snapshot_get_bytes (look->base)))
    relm_document_set_disk_state (self, RELM_DISK_STATE_SAME);
  else if (look->now == NULL || relm_document_has_edits (self))
    relm_document_set_disk_state (self, RELM_DISK_STATE_CHANGED);
  else
    relm_document_reload_if_clean (self);
}

static void
looked_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (RelmDocument) self = relm_document_unwrap_weak (user_data);
  Look *look = g_task_get_task_data (G_TASK (result));

  if (self == NULL)
    return;
  self->looking = FALSE;
  if (self->look_again || self->busy || self->snapshot != look->base)
    relm_document_check_disk (self); /* it was saved or read meanwhile, or changed again */
  else if (!self->closed && g_file_equal (self->file, look->file))
    note (self, look);
}

static void
changed_cb (gpointer user_data)
{
  relm_document_check_disk (user_data);
}

/* Private: watches the file that the document has now. */
void
relm_document_watch (RelmDocument *self)
{
  g_clear_pointer (&self->watch, relm_file_watch_free);
  if (self->file != NULL && !self->closed)
    self->watch = relm_file_watch_new (self->file, changed_cb, self);
}

/* Private: looks now if a look was wanted while the document was busy. */
void
relm_document_look_if_wanted (RelmDocument *self)
{
  if (self->look_again)
    relm_document_check_disk (self);
}

/**
 * relm_document_check_disk:
 *
 * Looks in a worker thread whether the file is still the one that was opened. If it is not, and nothing was edited, it is
 * read again, which #RelmDocument::reloaded tells; if something was, #RelmDocument:disk-state says what became of it. This
 * happens of itself where files can be watched.
 */
void
relm_document_check_disk (RelmDocument *self)
{
  g_autoptr (GTask) task = NULL;
  Look *look;

  g_return_if_fail (RELM_IS_DOCUMENT (self));

  if (self->closed || self->file == NULL || g_file_peek_path (self->file) == NULL)
    return;
  self->look_again = self->looking || self->busy;
  if (self->look_again)
    return;
  self->looking = TRUE;
  look = g_new0 (Look, 1);
  look->file = g_object_ref (self->file);
  look->base = self->snapshot != NULL ? relm_file_snapshot_ref (self->snapshot) : NULL;
  task = g_task_new (NULL, NULL, looked_cb, relm_document_wrap_weak (self));
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_in_worker);
}
