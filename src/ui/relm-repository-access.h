/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Reads a repository as the person may: where the server wants to know who asks, it is told once what the keyring has for it.
 * Nobody else is told, and what the server refuses is not tried again. Main thread.
 */

#pragma once

#include "relm-git-source.h"

G_BEGIN_DECLS

void relm_repository_access_sync_async (RelmGitSource *source,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean relm_repository_access_sync_finish (RelmGitSource *source,
                                             GAsyncResult *result,
                                             GError **error);

G_END_DECLS
