/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-document-private.h"

static void
refuse (gpointer source,
        GCancellable *cancellable,
        GAsyncReadyCallback callback,
        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);

  g_task_return_new_error_literal (task, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_FAILED,
                                   _ ("This version does not read or write files."));
}

void
relm_document_open_async (GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  refuse (NULL, cancellable, callback, user_data);
}

void
relm_document_open_draft_async (RelmDraft *draft,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  refuse (NULL, cancellable, callback, user_data);
}

RelmDocument *
relm_document_open_finish (GAsyncResult *result,
                           GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
relm_document_close (RelmDocument *self)
{
}

void
relm_document_save_async (RelmDocument *self,
                          RelmSaveFlags flags,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  refuse (self, cancellable, callback, user_data);
}

void
relm_document_save_as_async (RelmDocument *self,
                             GFile *file,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  refuse (self, cancellable, callback, user_data);
}

gboolean
relm_document_save_finish (RelmDocument *self,
                           GAsyncResult *result,
                           GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
relm_document_reload_async (RelmDocument *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  refuse (self, cancellable, callback, user_data);
}

gboolean
relm_document_reload_finish (RelmDocument *self,
                             GAsyncResult *result,
                             GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
relm_document_check_disk (RelmDocument *self)
{
}

gboolean
relm_document_get_busy (RelmDocument *self)
{
  return FALSE;
}
