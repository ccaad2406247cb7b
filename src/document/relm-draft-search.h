/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Finds drafts, and what became of their files, in a worker thread.
 */

#pragma once

#include "relm-draft.h"

G_BEGIN_DECLS

void relm_drafts_search_async (GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GPtrArray *relm_drafts_search_finish (GAsyncResult *result,
                                      GError **error);

G_END_DECLS
