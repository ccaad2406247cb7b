/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Tokens of trackers: one per server, in the desktop's keyring. Where there is no keyring they are kept for this session
 * only, in memory, and whoever stores one is told so. They are written nowhere else. It lives on the main thread; the keyring
 * may take its time, for it may ask the person to open it.
 *
 * A server is named by its origin, as relm_tracker_address_dup_host() says it: “https://host[:port]”.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  RELM_TOKEN_NOWHERE, /* there is none */
  RELM_TOKEN_KEYRING,
  RELM_TOKEN_SESSION, /* in memory, until the program ends */
} RelmTokenPlace;

#define RELM_TYPE_TOKEN_STORE (relm_token_store_get_type ())
G_DECLARE_FINAL_TYPE (RelmTokenStore, relm_token_store, RELM, TOKEN_STORE, GObject)

RelmTokenStore *relm_token_store_new (gboolean with_keyring);
RelmTokenStore *relm_token_store_get_default (void);

void relm_token_store_look_up_async (RelmTokenStore *self,
                                     const char *origin,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
char *relm_token_store_look_up_finish (RelmTokenStore *self,
                                       GAsyncResult *result,
                                       RelmTokenPlace *place,
                                       GError **error);
char *relm_token_store_look_up (RelmTokenStore *self,
                                const char *origin,
                                RelmTokenPlace *place,
                                GCancellable *cancellable);
void relm_token_store_keep_async (RelmTokenStore *self,
                                  const char *origin,
                                  const char *token,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
RelmTokenPlace relm_token_store_keep_finish (RelmTokenStore *self,
                                             GAsyncResult *result,
                                             GError **error);
void relm_token_store_keep_for_session (RelmTokenStore *self,
                                        const char *origin,
                                        const char *token);
void relm_token_store_forget_async (RelmTokenStore *self,
                                    const char *origin,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean relm_token_store_forget_finish (RelmTokenStore *self,
                                         GAsyncResult *result,
                                         GError **error);

char *relm_token_copy (const char *token);
void relm_token_free (char *token);

G_END_DECLS
