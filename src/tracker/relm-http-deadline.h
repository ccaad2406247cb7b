/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Ends a request that takes too long as a whole: libsoup's own time-outs begin anew with each byte, so that a server that
 * drips is waited for for ever. Made and freed by the thread that asks; a small thread of its own looks at the clock.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _RelmHttpDeadline RelmHttpDeadline;

RelmHttpDeadline *relm_http_deadline_new (gint64 duration_us,
                                          GCancellable *cancellable);
void relm_http_deadline_free (RelmHttpDeadline *self);

GCancellable *relm_http_deadline_get_cancellable (RelmHttpDeadline *self);
gboolean relm_http_deadline_is_over (RelmHttpDeadline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmHttpDeadline, relm_http_deadline_free)

G_END_DECLS
