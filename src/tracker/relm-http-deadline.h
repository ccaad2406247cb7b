/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Ends a request that takes too long as a whole: libsoup's own time-outs begin anew with each byte, so that a server that
 * drips is waited for for ever. Belongs to the thread that asks, for one request after the other; a small thread of its own
 * looks at the clock. It is the same for all of them, since to make one takes longer than some servers do to answer.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _RelmHttpDeadline RelmHttpDeadline;

RelmHttpDeadline *relm_http_deadline_new (void);
void relm_http_deadline_free (RelmHttpDeadline *self);

GCancellable *relm_http_deadline_begin (RelmHttpDeadline *self,
                                        gint64 duration_us,
                                        GCancellable *cancellable);
gboolean relm_http_deadline_end (RelmHttpDeadline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmHttpDeadline, relm_http_deadline_free)

G_END_DECLS
