/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A repository, as somebody sees it who does not care whether it is one. */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include "relm-git-source-private.h"

static gboolean
is_busy (RelmRemote *remote)
{
  return RELM_GIT_SOURCE (remote)->busy;
}

static double
get_progress (RelmRemote *remote)
{
  return relm_git_source_get_progress (RELM_GIT_SOURCE (remote));
}

static const char *
get_status (RelmRemote *remote)
{
  return relm_git_source_get_status (RELM_GIT_SOURCE (remote));
}

/* Before anything was tried, the mirror says it. */
static gint64
get_last_sync (RelmRemote *remote)
{
  RelmGitSource *self = RELM_GIT_SOURCE (remote);
  g_autoptr (RelmGitSync) sync = self->last_sync == 0 ? relm_git_source_make_sync (self, NULL) : NULL;

  return sync != NULL ? relm_git_sync_read_time (sync) : self->last_sync;
}

static const char *
get_mirror_path (RelmRemote *remote)
{
  return relm_git_source_get_mirror_path (RELM_GIT_SOURCE (remote));
}

static void
sync_async (RelmRemote *remote,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  relm_git_source_sync_async (RELM_GIT_SOURCE (remote), cancellable, callback, user_data);
}

static gboolean
sync_finish (RelmRemote *remote,
             GAsyncResult *result,
             GError **error)
{
  return relm_git_source_sync_finish (RELM_GIT_SOURCE (remote), result, error);
}

static gboolean
sync_here (RelmRemote *remote,
           GCancellable *cancellable,
           GError **error)
{
  return relm_git_source_sync (RELM_GIT_SOURCE (remote), cancellable, error);
}

/* Private: for relm-git-source.c. */
void
relm_git_source_init_remote (RelmRemoteInterface *iface)
{
  iface->is_busy = is_busy;
  iface->get_progress = get_progress;
  iface->get_status = get_status;
  iface->get_last_sync = get_last_sync;
  iface->get_mirror_path = get_mirror_path;
  iface->sync_async = sync_async;
  iface->sync_finish = sync_finish;
  iface->sync = sync_here;
}
