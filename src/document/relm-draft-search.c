/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include "relm-draft-search.h"
#include "relm-same-file.h"

static void
search_in_worker (GTask *task,
                  gpointer source,
                  gpointer task_data,
                  GCancellable *cancellable)
{
  g_autoptr (GPtrArray) drafts = relm_drafts_list ();

  for (guint i = drafts->len; i-- > 0;)
    {
      RelmDraft *draft = g_ptr_array_index (drafts, i);

      if (task_data != NULL && !relm_same_file (task_data, relm_draft_get_file (draft)))
        g_ptr_array_remove_index (drafts, i);
      else
        relm_draft_look_at_file (draft);
    }
  g_task_return_pointer (task, g_steal_pointer (&drafts), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * relm_drafts_search_async:
 * @file: (nullable): only drafts of this one; %NULL for all
 */
void
relm_drafts_search_async (GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  if (file != NULL)
    g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, search_in_worker);
}

/**
 * relm_drafts_search_finish:
 *
 * Returns: (transfer full) (element-type RelmDraft): the drafts that are nobody's, newest first; %NULL with
 *   G_IO_ERROR_CANCELLED
 */
GPtrArray *
relm_drafts_search_finish (GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
