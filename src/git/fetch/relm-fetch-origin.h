/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * That libgit2 talks to no other server than the one that it was told to. It follows no redirect to another host, but one to
 * another port of the same host even when it is told to follow none, and no callback of its own says so. Its trace does, before
 * a request is sent. For relm-git-fetch alone.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Called instead of sending something to another server; does not return. */
typedef void (*RelmFetchOriginFunc) (void);

void relm_fetch_origin_watch (const char *url,
                              RelmFetchOriginFunc left);
gboolean relm_fetch_origin_is_elsewhere (const char *message);

G_END_DECLS
