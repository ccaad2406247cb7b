/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-git-error.h"
#include "relm-repository-access.h"
#include "relm-repository-secret.h"

static void
finish (GTask *task,
        GAsyncResult *result)
{
  GError *error = NULL;

  if (relm_git_source_sync_finish (g_task_get_source_object (task), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What was refused is forgotten here, so that the next time the keyring is asked again. */
static void
synced_again_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autoptr (GTask) task = data;

  relm_git_source_set_credential (RELM_GIT_SOURCE (object), NULL);
  finish (task, result);
}

static void
looked_up_cb (GObject *store,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (GTask) task = data;
  RelmGitSource *source = g_task_get_source_object (task);
  char *text = relm_repository_secret_look_up_finish (result, NULL, NULL);
  g_autoptr (RelmGitCredential) credential = text != NULL ? relm_git_credential_parse (text) : NULL;
  GCancellable *cancellable;

  relm_token_free (text);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (credential == NULL)
    {
      g_task_return_error (task, g_error_copy (g_task_get_task_data (task)));
      return;
    }
  relm_git_source_set_credential (source, credential);
  cancellable = g_task_get_cancellable (task);
  relm_git_source_sync_async (source, cancellable, synced_again_cb, g_steal_pointer (&task));
}

static void
synced_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autofree char *origin = relm_git_source_dup_origin (RELM_GIT_SOURCE (object));
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  if (relm_git_source_sync_finish (RELM_GIT_SOURCE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else if (origin == NULL || !g_error_matches (error, RELM_GIT_ERROR, RELM_GIT_ERROR_AUTHENTICATION))
    g_task_return_error (task, error);
  else
    {
      g_task_set_task_data (task, error, (GDestroyNotify) g_error_free);
      relm_repository_secret_look_up_async (relm_token_store_get_default (), origin, cancellable, looked_up_cb,
                                            g_steal_pointer (&task));
    }
}

/**
 * relm_repository_access_sync_async:
 * @cancellable: (nullable): ends it
 *
 * relm_git_source_sync_async(), and again with what the keyring has, where the server asks.
 */
void
relm_repository_access_sync_async (RelmGitSource *source,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  relm_git_source_sync_async (source, cancellable, synced_cb, task);
}

/**
 * relm_repository_access_sync_finish:
 *
 * Returns: as relm_git_source_sync_finish()
 */
gboolean
relm_repository_access_sync_finish (RelmGitSource *source,
                                    GAsyncResult *result,
                                    GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
