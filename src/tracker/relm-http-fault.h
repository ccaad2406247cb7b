/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What went wrong with a request, as a sentence that says what to do. Any thread. */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

void relm_http_fault_explain (GError **error,
                              GError *fault,
                              SoupMessage *message,
                              const char *host,
                              gboolean too_late,
                              gboolean cancelled);
void relm_http_fault_explain_status (GError **error,
                                     guint status,
                                     const char *host,
                                     gboolean with_token);

G_END_DECLS
