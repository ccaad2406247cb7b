/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one server, and the part of it, that a client may talk to. Immutable; any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RelmHttpOrigin RelmHttpOrigin;

RelmHttpOrigin *relm_http_origin_new (const char *base);
void relm_http_origin_free (RelmHttpOrigin *self);

const char *relm_http_origin_get_host (RelmHttpOrigin *self);
char *relm_http_origin_resolve (RelmHttpOrigin *self,
                                const char *from,
                                const char *target,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmHttpOrigin, relm_http_origin_free)

G_END_DECLS
