/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>
#include <string.h>

#include "relm-token-store.h"

#define ORIGIN "origin"

struct _RelmTokenStore
{
  GObject parent_instance;

  gboolean with_keyring;
  GHashTable *session; /* origin → token, both owned */
};

enum
{
  KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RelmTokenStore, relm_token_store, G_TYPE_OBJECT)

static const SecretSchema schema = {
  .name = "io.github.relm_app.Relm",
  .flags = SECRET_SCHEMA_NONE,
  .attributes = { { ORIGIN, SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } },
};

/* What one request is about; the token is not kept longer than the request. */
typedef struct
{
  char *origin;
  char *token;
  RelmTokenPlace place;
} Request;

/**
 * relm_token_free:
 * @token: (nullable) (transfer full): a token; its memory is cleared
 */
void
relm_token_free (char *token)
{
  secret_password_free (token);
}

/**
 * relm_token_copy:
 *
 * Returns: (transfer full): a copy in memory that is not swapped out, where the system has some to spare; to be freed with
 *   relm_token_free()
 */
char *
relm_token_copy (const char *token)
{
  return secret_value_unref_to_password (secret_value_new (token, -1, "text/plain"), NULL);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->origin);
  relm_token_free (request->token);
  g_free (request);
}

static GTask *
start (RelmTokenStore *self,
       const char *origin,
       const char *token,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->origin = g_strdup (origin);
  request->token = token != NULL ? relm_token_copy (token) : NULL;
  g_task_set_task_data (task, request, request_free);
  return task;
}

static void
relm_token_store_finalize (GObject *object)
{
  g_hash_table_unref (RELM_TOKEN_STORE (object)->session);
  G_OBJECT_CLASS (relm_token_store_parent_class)->finalize (object);
}

static void
relm_token_store_class_init (RelmTokenStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = relm_token_store_finalize;

  /**
   * RelmTokenStore::kept:
   * @origin: a server
   *
   * There is another token for it, after relm_token_store_keep_async(); what failed for want of one may be tried again.
   */
  signals[KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
relm_token_store_init (RelmTokenStore *self)
{
  self->session = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) relm_token_free);
}

/**
 * relm_token_store_new:
 * @with_keyring: whether the desktop's keyring is asked; else all is for this session only
 *
 * Returns: (transfer full): a store
 */
RelmTokenStore *
relm_token_store_new (gboolean with_keyring)
{
  RelmTokenStore *self = g_object_new (RELM_TYPE_TOKEN_STORE, NULL);

  self->with_keyring = with_keyring;
  return self;
}

/**
 * relm_token_store_get_default:
 *
 * Returns: (transfer none): the program's store, with the keyring
 */
RelmTokenStore *
relm_token_store_get_default (void)
{
  static RelmTokenStore *store;

  if (store == NULL)
    store = relm_token_store_new (TRUE);
  return store;
}

/* What was put in for this session is newer than what the keyring has. */
static char *
look_up_session (RelmTokenStore *self,
                 const char *origin,
                 RelmTokenPlace *place)
{
  const char *token = g_hash_table_lookup (self->session, origin);

  *place = token != NULL ? RELM_TOKEN_SESSION : RELM_TOKEN_NOWHERE;
  return token != NULL ? relm_token_copy (token) : NULL;
}

static void
looked_up_cb (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (GTask) task = data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  char *token = secret_password_lookup_nonpageable_finish (result, &error);

  if (error != NULL)
    g_debug ("The keyring does not answer: %s", error->message);
  request->place = token != NULL ? RELM_TOKEN_KEYRING : RELM_TOKEN_NOWHERE;
  g_task_return_pointer (task, token, (GDestroyNotify) relm_token_free);
}

/**
 * relm_token_store_look_up_async:
 * @origin: a server
 * @cancellable: (nullable): ends it
 */
void
relm_token_store_look_up_async (RelmTokenStore *self,
                                const char *origin,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;
  char *token;

  g_return_if_fail (RELM_IS_TOKEN_STORE (self) && origin != NULL);

  task = start (self, origin, NULL, cancellable, callback, user_data);
  request = g_task_get_task_data (task);
  token = look_up_session (self, origin, &request->place);
  if (token != NULL || !self->with_keyring)
    g_task_return_pointer (task, token, (GDestroyNotify) relm_token_free);
  else
    secret_password_lookup (&schema, cancellable, looked_up_cb, g_steal_pointer (&task), ORIGIN, origin, NULL);
}

/**
 * relm_token_store_look_up_finish:
 * @place: (out) (optional): where it was
 *
 * A keyring that is not there, or that the person keeps closed, has none.
 *
 * Returns: (transfer full) (nullable): the token, to be freed with relm_token_free(); %NULL without an error if there is none
 */
char *
relm_token_store_look_up_finish (RelmTokenStore *self,
                                 GAsyncResult *result,
                                 RelmTokenPlace *place,
                                 GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (place != NULL)
    *place = ((Request *) g_task_get_task_data (G_TASK (result)))->place;
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * relm_token_store_look_up:
 * @place: (out): where it was
 * @cancellable: (nullable): ends it
 *
 * Does the same and waits, for programs without a main loop.
 *
 * Returns: (transfer full) (nullable): the token, to be freed with relm_token_free()
 */
char *
relm_token_store_look_up (RelmTokenStore *self,
                          const char *origin,
                          RelmTokenPlace *place,
                          GCancellable *cancellable)
{
  char *token;

  g_return_val_if_fail (RELM_IS_TOKEN_STORE (self) && origin != NULL, NULL);

  token = look_up_session (self, origin, place);
  if (token == NULL && self->with_keyring)
    {
      token = secret_password_lookup_nonpageable_sync (&schema, cancellable, NULL, ORIGIN, origin, NULL);
      *place = token != NULL ? RELM_TOKEN_KEYRING : RELM_TOKEN_NOWHERE;
    }
  return token;
}

/**
 * relm_token_store_keep_for_session:
 *
 * Keeps a token in memory only, whether there is a keyring or not.
 */
void
relm_token_store_keep_for_session (RelmTokenStore *self,
                                   const char *origin,
                                   const char *token)
{
  g_return_if_fail (RELM_IS_TOKEN_STORE (self) && origin != NULL && token != NULL);

  g_hash_table_replace (self->session, g_strdup (origin), relm_token_copy (token));
}

/* A person who closes the question of the keyring does not want it there: that too is for this session. */
static void
kept_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (GTask) task = data;
  RelmTokenStore *self = g_task_get_source_object (task);
  Request *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (secret_password_store_finish (result, &error))
    {
      g_hash_table_remove (self->session, request->origin);
      g_task_return_int (task, RELM_TOKEN_KEYRING);
      return;
    }
  g_debug ("The keyring does not take a token: %s", error != NULL ? error->message : "");
  if (g_task_return_error_if_cancelled (task))
    return;
  relm_token_store_keep_for_session (self, request->origin, request->token);
  g_task_return_int (task, RELM_TOKEN_SESSION);
}

/**
 * relm_token_store_keep_async:
 * @origin: a server
 * @token: what it knows the person by
 * @cancellable: (nullable): ends it
 */
void
relm_token_store_keep_async (RelmTokenStore *self,
                             const char *origin,
                             const char *token,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (RELM_IS_TOKEN_STORE (self) && origin != NULL && token != NULL);

  task = start (self, origin, token, cancellable, callback, user_data);
  if (!self->with_keyring)
    {
      relm_token_store_keep_for_session (self, origin, token);
      g_task_return_int (task, RELM_TOKEN_SESSION);
      return;
    }
  /* Translators: what the keyring calls it; the placeholder is the address of a server */
  label = g_strdup_printf (_ ("Relm: token for %s"), origin);
  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, token, cancellable, kept_cb, g_steal_pointer (&task), ORIGIN,
                         origin, NULL);
}

/**
 * relm_token_store_keep_finish:
 *
 * Tells those who wait for one, too; see RelmTokenStore::kept.
 *
 * Returns: where it is kept: %RELM_TOKEN_SESSION when there is no keyring; %RELM_TOKEN_NOWHERE with an error when that was
 *   cancelled
 */
RelmTokenPlace
relm_token_store_keep_finish (RelmTokenStore *self,
                              GAsyncResult *result,
                              GError **error)
{
  gssize place;

  g_return_val_if_fail (g_task_is_valid (result, self), RELM_TOKEN_NOWHERE);

  place = g_task_propagate_int (G_TASK (result), error);
  if (place < 0)
    return RELM_TOKEN_NOWHERE;
  g_signal_emit (self, signals[KEPT], 0, ((const Request *) g_task_get_task_data (G_TASK (result)))->origin);
  return (RelmTokenPlace) place;
}

static void
forgot_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GTask) task = data;
  const Request *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  secret_password_clear_finish (result, &error);
  if (error != NULL && request->place != RELM_TOKEN_SESSION)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * relm_token_store_forget_async:
 * @origin: a server whose token is to be nowhere any more
 * @cancellable: (nullable): ends it
 */
void
relm_token_store_forget_async (RelmTokenStore *self,
                               const char *origin,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (RELM_IS_TOKEN_STORE (self) && origin != NULL);

  task = start (self, origin, NULL, cancellable, callback, user_data);
  /* One that was in memory only was so because the keyring does not answer, or is not to have it. */
  if (g_hash_table_remove (self->session, origin))
    ((Request *) g_task_get_task_data (task))->place = RELM_TOKEN_SESSION;
  if (self->with_keyring)
    secret_password_clear (&schema, cancellable, forgot_cb, g_steal_pointer (&task), ORIGIN, origin, NULL);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * relm_token_store_forget_finish:
 *
 * Returns: whether it is gone; else the keyring's error
 */
gboolean
relm_token_store_forget_finish (RelmTokenStore *self,
                                GAsyncResult *result,
                                GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
