/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-document-private.h"
#include "relm-document-task.h"

typedef struct
{
  GTask *task; /* owned; holds the document */
  RelmDocumentTaskFunc begin;
} Waiting;

static void
begin_next (RelmDocument *self)
{
  g_autofree Waiting *next = g_queue_pop_head (&self->waiting);
  g_autoptr (GTask) task = next->task;

  next->begin (self, task);
}

/**
 * relm_document_task_run:
 * @task: whose source is the document
 * @begin: what starts the work
 *
 * Starts the work as soon as nothing else is under way.
 */
void
relm_document_task_run (RelmDocument *self,
                        GTask *task,
                        RelmDocumentTaskFunc begin)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->task = g_object_ref (task);
  waiting->begin = begin;
  g_queue_push_tail (&self->waiting, waiting);
  if (self->busy)
    return;
  self->busy = TRUE;
  relm_document_notify (self, RELM_DOCUMENT_PROP_BUSY);
  begin_next (self);
}

/**
 * relm_document_task_end:
 *
 * Says that the work is done, and starts what waits.
 */
void
relm_document_task_end (RelmDocument *self)
{
  if (!g_queue_is_empty (&self->waiting))
    {
      begin_next (self);
      return;
    }
  self->busy = FALSE;
  relm_document_notify (self, RELM_DOCUMENT_PROP_BUSY);
  relm_document_look_if_wanted (self);
}

/**
 * relm_document_task_refuse_without_file:
 *
 * Returns: whether the document has no file, and @task ended with an error for that
 */
gboolean
relm_document_task_refuse_without_file (RelmDocument *self,
                                        GTask *task)
{
  if (self->file != NULL)
    return FALSE;
  g_task_return_new_error_literal (task, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_NO_FILE,
                                   _ ("This project has no file yet. Save it under a name."));
  return TRUE;
}

/**
 * relm_document_get_busy:
 *
 * Returns: whether the document is being saved or read again
 */
gboolean
relm_document_get_busy (RelmDocument *self)
{
  g_return_val_if_fail (RELM_IS_DOCUMENT (self), FALSE);

  return self->busy;
}
