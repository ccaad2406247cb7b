/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include "relm-repository-secret.h"

/**
 * relm_repository_secret_dup_key:
 * @origin: a server
 *
 * Returns: (transfer full): what the token store knows it by; not the origin alone, which is that of a tracker
 */
char *
relm_repository_secret_dup_key (const char *origin)
{
  return g_strconcat ("git+", origin, NULL);
}

static void
looked_up_again_cb (GObject *store,
                    GAsyncResult *result,
                    gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  char *text = relm_token_store_look_up_finish (RELM_TOKEN_STORE (store), result, NULL, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, text, (GDestroyNotify) relm_token_free);
}

static void
looked_up_cb (GObject *store,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (GTask) task = data;
  RelmTokenPlace place = RELM_TOKEN_NOWHERE;
  GError *error = NULL;
  char *text = relm_token_store_look_up_finish (RELM_TOKEN_STORE (store), result, &place, &error);
  const char *origin = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (error != NULL)
    g_task_return_error (task, error);
  else if (text == NULL)
    relm_token_store_look_up_async (RELM_TOKEN_STORE (store), origin, cancellable, looked_up_again_cb,
                                    g_steal_pointer (&task));
  else
    {
      g_object_set_data (G_OBJECT (task), "relm-place", GINT_TO_POINTER (place));
      g_task_return_pointer (task, text, (GDestroyNotify) relm_token_free);
    }
}

/**
 * relm_repository_secret_look_up_async:
 * @origin: a server
 * @cancellable: (nullable): ends it
 */
void
relm_repository_secret_look_up_async (RelmTokenStore *store,
                                      const char *origin,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  g_autofree char *key = relm_repository_secret_dup_key (origin);

  g_task_set_task_data (task, g_strdup (origin), g_free);
  relm_token_store_look_up_async (store, key, cancellable, looked_up_cb, task);
}

/**
 * relm_repository_secret_look_up_finish:
 * @place: (out) (optional): where it was; %RELM_TOKEN_NOWHERE also for the token of a tracker
 *
 * Returns: (transfer full) (nullable): “user:password” or a token, to be freed with relm_token_free(); %NULL without an error if
 *   there is none
 */
char *
relm_repository_secret_look_up_finish (GAsyncResult *result,
                                       RelmTokenPlace *place,
                                       GError **error)
{
  if (place != NULL)
    *place = (RelmTokenPlace) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (result), "relm-place"));
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * relm_repository_secret_look_up:
 * @origin: a server
 * @cancellable: (nullable): ends it
 *
 * Does the same and waits, for programs without a main loop.
 *
 * Returns: (transfer full) (nullable): “user:password” or a token, to be freed with relm_token_free()
 */
char *
relm_repository_secret_look_up (RelmTokenStore *store,
                                const char *origin,
                                GCancellable *cancellable)
{
  g_autofree char *key = relm_repository_secret_dup_key (origin);
  RelmTokenPlace place;
  char *text = relm_token_store_look_up (store, key, &place, cancellable);

  return text != NULL ? text : relm_token_store_look_up (store, origin, &place, cancellable);
}
