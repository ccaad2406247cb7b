/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Something elsewhere that a mirror follows: a repository, or a tracker. Who shows what a project's sources are doing need not
 * know which it is. What implements it has the properties “progress”, “status” and “last-sync”, and tells of their changes on
 * the thread that made it; the work is done in other threads.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RELM_TYPE_REMOTE (relm_remote_get_type ())
G_DECLARE_INTERFACE (RelmRemote, relm_remote, RELM, REMOTE, GObject)

struct _RelmRemoteInterface
{
  GTypeInterface parent;

  gboolean (*is_busy) (RelmRemote *self);
  double (*get_progress) (RelmRemote *self);
  const char *(*get_status) (RelmRemote *self);
  gint64 (*get_last_sync) (RelmRemote *self);
  const char *(*get_mirror_path) (RelmRemote *self);
  void (*sync_async) (RelmRemote *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  gboolean (*sync_finish) (RelmRemote *self, GAsyncResult *result, GError **error);
  gboolean (*sync) (RelmRemote *self, GCancellable *cancellable, GError **error);
};

gboolean relm_remote_is_busy (RelmRemote *self);
double relm_remote_get_progress (RelmRemote *self);
const char *relm_remote_get_status (RelmRemote *self);
gint64 relm_remote_get_last_sync (RelmRemote *self);
const char *relm_remote_get_mirror_path (RelmRemote *self);
void relm_remote_sync_async (RelmRemote *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean relm_remote_sync_finish (RelmRemote *self,
                                  GAsyncResult *result,
                                  GError **error);
gboolean relm_remote_sync (RelmRemote *self,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
