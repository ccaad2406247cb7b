/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Asks one server for JSON, and is careful for all trackers: the token goes to that server alone, redirects are followed
 * only within it, an answer has bounds of time and size, and who is asked too often is left alone. It blocks; it belongs to
 * one worker thread, in which it is made, used and freed.
 */

#pragma once

#include "relm-http-answer.h"
#include "relm-http-page.h"
#include "relm-tracker-error.h"

G_BEGIN_DECLS

/* How patient it is. A test's is shorter. */
typedef struct
{
  gint64 deadline_us;     /* for one answer as a whole */
  guint silence_s;        /* without a byte */
  guint tries;            /* of one request that may succeed the next time */
  gint64 pause_us;        /* before the second try; then twice as long each time */
  gint64 limit_max_s;     /* a server that wants to be left alone for longer is left for now */
  gsize size_max;         /* decoded bytes */
} RelmHttpPatience;

extern const RelmHttpPatience relm_http_patience_default;

typedef struct _RelmHttpClient RelmHttpClient;

/* Puts what the server knows a person by into a request. */
typedef void (*RelmHttpAuthorizeFunc) (SoupMessageHeaders *headers,
                                       const char *token);

/* Called when it waits before it tries again: @until is in Unix seconds, @why is what went wrong. */
typedef void (*RelmHttpWaitFunc) (gint64 until,
                                  RelmTrackerError why,
                                  gpointer user_data);

void relm_http_set_authorization (SoupMessageHeaders *headers,
                                  const char *scheme,
                                  const char *token);

RelmHttpClient *relm_http_client_new (const char *base,
                                      const RelmHttpPatience *patience);
void relm_http_client_free (RelmHttpClient *self);

void relm_http_client_set_accept (RelmHttpClient *self,
                                  const char *accept);
void relm_http_client_set_token (RelmHttpClient *self,
                                 RelmHttpAuthorizeFunc authorize,
                                 const char *token);
void relm_http_client_set_wait_func (RelmHttpClient *self,
                                     RelmHttpWaitFunc func,
                                     gpointer user_data);

RelmHttpAnswer *relm_http_client_get (RelmHttpClient *self,
                                      const char *url,
                                      const char *etag,
                                      GCancellable *cancellable,
                                      GError **error);
RelmHttpPage *relm_http_client_get_page (RelmHttpClient *self,
                                         const char *url,
                                         GCancellable *cancellable,
                                         GError **error);
gint64 relm_http_client_get_allowed (RelmHttpClient *self);
guint relm_http_client_count_requests (RelmHttpClient *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmHttpClient, relm_http_client_free)

G_END_DECLS
