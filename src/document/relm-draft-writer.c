/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <errno.h>

#include "relm-document-error.h"
#include "relm-draft-writer.h"
#include "relm-file-saver.h"

struct _RelmDraftWriter
{
  GMutex mutex; /* held while the file is written or removed */
  RelmDraftPlace *place; /* NULL until something is written, and after closing */
  guint64 asked;         /* the number of the last request; only the main thread counts */
  guint64 done;          /* the number of the last request that was carried out */
  gboolean closed;
};

/* One request. Owned by its task. */
typedef struct
{
  RelmDraftWriter *writer;
  guint64 number;
  char *title;
  GFile *file;  /* nullable */
  GBytes *base; /* nullable */
  GBytes *text; /* NULL: remove */
} Request;

static Request *
request_new (RelmDraftWriter *writer)
{
  Request *self = g_new0 (Request, 1);

  self->writer = relm_draft_writer_ref (writer);
  self->number = ++writer->asked;
  return self;
}

static void
request_free (gpointer data)
{
  Request *self = data;

  relm_draft_writer_unref (self->writer);
  g_free (self->title);
  g_clear_object (&self->file);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self);
}

static gboolean
ensure_place (RelmDraftWriter *self,
              GError **error)
{
  g_autofree char *folder = NULL;

  if (self->place == NULL)
    self->place = relm_draft_place_new ();
  if (self->place != NULL)
    return TRUE;
  folder = relm_draft_place_dup_folder ();
  relm_document_error_set_from_errno (error, errno, folder);
  return FALSE;
}

static gboolean
write_draft (Request *request,
             GError **error)
{
  RelmDraftWriter *self = request->writer;
  g_autoptr (RelmDraftContent) content = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!ensure_place (self, error))
    return FALSE;
  content = relm_draft_content_new (request->title, request->file, request->base, request->text);
  bytes = relm_draft_content_encode (content);
  file = g_file_new_for_path (relm_draft_place_get_path (self->place));
  return relm_file_saver_save (file, bytes, NULL, RELM_SAVE_OVERWRITE, NULL, NULL, error);
}

static gboolean
carry_out (Request *request,
           GError **error)
{
  RelmDraftWriter *self = request->writer;

  if (self->closed || request->number < self->done)
    return TRUE; /* something later was carried out before */
  self->done = request->number;
  if (request->text != NULL)
    return write_draft (request, error);
  if (self->place != NULL)
    relm_draft_place_remove (self->place);
  return TRUE;
}

static void
carry_out_in_worker (GTask *task,
                     gpointer source,
                     gpointer task_data,
                     GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  gboolean done;

  g_mutex_lock (&request->writer->mutex);
  done = carry_out (request, &error);
  g_mutex_unlock (&request->writer->mutex);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
free_writer (gpointer data)
{
  RelmDraftWriter *self = data;

  g_clear_pointer (&self->place, relm_draft_place_free);
  g_mutex_clear (&self->mutex);
}

/**
 * relm_draft_writer_new:
 * @place: (nullable) (transfer full): where the draft is that goes on being written; %NULL for a new one, whose place is
 *   made with the first writing
 *
 * Returns: (transfer full): a writer
 */
RelmDraftWriter *
relm_draft_writer_new (RelmDraftPlace *place)
{
  RelmDraftWriter *self = g_atomic_rc_box_new0 (RelmDraftWriter);

  g_mutex_init (&self->mutex);
  self->place = place;
  return self;
}

/**
 * relm_draft_writer_ref:
 *
 * Returns: (transfer full): @self
 */
RelmDraftWriter *
relm_draft_writer_ref (RelmDraftWriter *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * relm_draft_writer_unref:
 * @self: (transfer full): a writer; its draft, unless it was removed, is nobody's with the last reference
 */
void
relm_draft_writer_unref (RelmDraftWriter *self)
{
  g_atomic_rc_box_release_full (self, free_writer);
}

/**
 * relm_draft_writer_write_async:
 * @title: the project's name, not too long
 * @file: (nullable): where it is saved
 * @base: (nullable): what that file held
 * @text: the project
 *
 * Writes the draft.
 */
void
relm_draft_writer_write_async (RelmDraftWriter *self,
                               const char *title,
                               GFile *file,
                               GBytes *base,
                               GBytes *text,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Request *request = request_new (self);

  request->title = g_strdup (title);
  request->file = file != NULL ? g_object_ref (file) : NULL;
  request->base = base != NULL ? g_bytes_ref (base) : NULL;
  request->text = g_bytes_ref (text);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, carry_out_in_worker);
}

/**
 * relm_draft_writer_write_finish:
 *
 * Returns: whether the draft is on the disk, or is not wanted any more; if not, with an error in RELM_DOCUMENT_ERROR
 */
gboolean
relm_draft_writer_write_finish (GAsyncResult *result,
                                GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * relm_draft_writer_remove:
 *
 * Removes the draft, because what it keeps was saved. It can be written again.
 */
void
relm_draft_writer_remove (RelmDraftWriter *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, request_new (self), request_free);
  g_task_run_in_thread (task, carry_out_in_worker);
}

/**
 * relm_draft_writer_close:
 *
 * Removes the draft for good. Waits for one that is just being written, so that none is left behind when the process ends
 * next.
 */
void
relm_draft_writer_close (RelmDraftWriter *self)
{
  g_mutex_lock (&self->mutex);
  self->closed = TRUE;
  if (self->place != NULL)
    relm_draft_place_remove (self->place);
  g_clear_pointer (&self->place, relm_draft_place_free);
  g_mutex_unlock (&self->mutex);
}
