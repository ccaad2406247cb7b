/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a server of repositories knows the person by, in the same place as the tokens of trackers: “user:password”, or a token
 * alone. Where there is nothing of its own, the token of the tracker on the same server may do. Main thread.
 *
 * A server is named by its origin, “https://host[:port]”, as for trackers.
 */

#pragma once

#include "relm-token-store.h"

G_BEGIN_DECLS

char *relm_repository_secret_dup_key (const char *origin);
void relm_repository_secret_look_up_async (RelmTokenStore *store,
                                           const char *origin,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
char *relm_repository_secret_look_up_finish (GAsyncResult *result,
                                             RelmTokenPlace *place,
                                             GError **error);
char *relm_repository_secret_look_up (RelmTokenStore *store,
                                      const char *origin,
                                      GCancellable *cancellable);

G_END_DECLS
