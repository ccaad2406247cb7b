/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Tries a tracker before it becomes a source: which service it is, who the token belongs to, and whether the project lets us
 * in. A few small requests in a worker thread; nothing is kept.
 */

#pragma once

#include <gio/gio.h>

#include "relm-tracker-address.h"

G_BEGIN_DECLS

void relm_tracker_check_async (const char *text,
                               const char *service,
                               const char *token,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean relm_tracker_check_finish (GAsyncResult *result,
                                    RelmTrackerAddress **address,
                                    char **person,
                                    GError **error);

G_END_DECLS
