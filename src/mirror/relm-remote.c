/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-mirror"

#include "config.h"

#include "relm-remote.h"

G_DEFINE_INTERFACE (RelmRemote, relm_remote, G_TYPE_OBJECT)

static void
relm_remote_default_init (RelmRemoteInterface *iface)
{
}

/**
 * relm_remote_is_busy:
 *
 * Returns: whether its mirror is being brought up to date
 */
gboolean
relm_remote_is_busy (RelmRemote *self)
{
  g_return_val_if_fail (RELM_IS_REMOTE (self), FALSE);

  return RELM_REMOTE_GET_IFACE (self)->is_busy (self);
}

/**
 * relm_remote_get_progress:
 *
 * Returns: how far it is with that, from 0 to 1; -1 if nobody knows
 */
double
relm_remote_get_progress (RelmRemote *self)
{
  g_return_val_if_fail (RELM_IS_REMOTE (self), 0);

  return RELM_REMOTE_GET_IFACE (self)->get_progress (self);
}

/**
 * relm_remote_get_status:
 *
 * Returns: (transfer none): a translated sentence that says what it does, what came of it, or what went wrong; may be empty
 */
const char *
relm_remote_get_status (RelmRemote *self)
{
  g_return_val_if_fail (RELM_IS_REMOTE (self), "");

  return RELM_REMOTE_GET_IFACE (self)->get_status (self);
}

/**
 * relm_remote_get_last_sync:
 *
 * Returns: when the mirror was last brought up to date, by whichever program, Unix seconds; 0 if never
 */
gint64
relm_remote_get_last_sync (RelmRemote *self)
{
  g_return_val_if_fail (RELM_IS_REMOTE (self), 0);

  return RELM_REMOTE_GET_IFACE (self)->get_last_sync (self);
}

/**
 * relm_remote_get_mirror_path:
 *
 * Returns: (transfer none) (nullable): where the mirror is, or will be; %NULL if the location makes no sense
 */
const char *
relm_remote_get_mirror_path (RelmRemote *self)
{
  g_return_val_if_fail (RELM_IS_REMOTE (self), NULL);

  return RELM_REMOTE_GET_IFACE (self)->get_mirror_path (self);
}

/**
 * relm_remote_sync_async:
 * @cancellable: (nullable): ends it
 * @callback: called when the mirror is up to date, or cannot be
 */
void
relm_remote_sync_async (RelmRemote *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (RELM_IS_REMOTE (self));

  RELM_REMOTE_GET_IFACE (self)->sync_async (self, cancellable, callback, user_data);
}

/**
 * relm_remote_sync_finish:
 *
 * Returns: whether the mirror is up to date; else an error whose message says what to do
 */
gboolean
relm_remote_sync_finish (RelmRemote *self,
                         GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (RELM_IS_REMOTE (self), FALSE);

  return RELM_REMOTE_GET_IFACE (self)->sync_finish (self, result, error);
}

/**
 * relm_remote_sync:
 * @cancellable: (nullable): ends it
 *
 * Does the same in the calling thread, for programs without a main loop.
 *
 * Returns: as relm_remote_sync_finish()
 */
gboolean
relm_remote_sync (RelmRemote *self,
                  GCancellable *cancellable,
                  GError **error)
{
  g_return_val_if_fail (RELM_IS_REMOTE (self), FALSE);

  return RELM_REMOTE_GET_IFACE (self)->sync (self, cancellable, error);
}
