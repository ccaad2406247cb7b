/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a server wants to be left alone. Any thread. */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

gboolean relm_http_limits_read (guint status,
                                SoupMessageHeaders *headers,
                                gint64 now,
                                gint64 *until);

G_END_DECLS
