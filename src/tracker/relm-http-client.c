/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-core-dump.h"
#include "relm-http-client.h"
#include "relm-http-deadline.h"
#include "relm-http-fault.h"
#include "relm-http-limits.h"
#include "relm-http-origin.h"
#include "relm-token-store.h"
#include "relm-tracker-error.h"

#define REDIRECTS_MAX 5
#define CHUNK (64 * 1024)

const RelmHttpPatience relm_http_patience_default = {
  .deadline_us = 90 * G_USEC_PER_SEC,
  .silence_s = 20,
  .tries = 4,
  .pause_us = G_USEC_PER_SEC,
  .limit_max_s = 60,
  .size_max = 32 * 1024 * 1024,
};

struct _RelmHttpClient
{
  RelmHttpPatience patience;
  RelmHttpDeadline *deadline;
  RelmHttpOrigin *origin;
  SoupSession *session;
  char *accept;
  RelmHttpAuthorizeFunc authorize;
  char *token;
  RelmHttpWaitFunc wait;
  gpointer wait_data;
  gint64 allowed; /* Unix seconds */
  guint n_requests;
};

/**
 * relm_http_set_authorization:
 * @headers: of a request
 * @scheme: “Bearer” and the like
 * @token: what the server knows a person by
 *
 * Sets “Authorization” (RFC 9110, 11.6.2), and clears what it took for that.
 */
void
relm_http_set_authorization (SoupMessageHeaders *headers,
                             const char *scheme,
                             const char *token)
{
  g_autofree char *value = g_strconcat (scheme, " ", token, NULL);

  soup_message_headers_replace (headers, "Authorization", value);
  explicit_bzero (value, strlen (value));
}

/**
 * relm_http_client_new:
 * @base: the address below which all that it asks for lies
 * @patience: (nullable): %NULL for relm_http_patience_default
 *
 * The desktop's settings say which proxy it uses.
 *
 * Returns: (transfer full) (nullable): a client; %NULL when @base is no address
 */
RelmHttpClient *
relm_http_client_new (const char *base,
                      const RelmHttpPatience *patience)
{
  RelmHttpOrigin *origin = relm_http_origin_new (base);
  RelmHttpClient *self;

  if (origin == NULL)
    return NULL;
  self = g_new0 (RelmHttpClient, 1);
  self->origin = origin;
  self->deadline = relm_http_deadline_new ();
  self->patience = patience != NULL ? *patience : relm_http_patience_default;
  self->session = soup_session_new_with_options ("timeout", self->patience.silence_s, "idle-timeout", 30, "user-agent",
                                                 "Relm/" RELM_VERSION, "accept-language-auto", FALSE, NULL);
  return self;
}

/**
 * relm_http_client_free:
 * @self: (nullable) (transfer full): a client
 */
void
relm_http_client_free (RelmHttpClient *self)
{
  if (self == NULL)
    return;
  relm_token_free (self->token);
  relm_http_deadline_free (self->deadline);
  relm_http_origin_free (self->origin);
  g_object_unref (self->session);
  g_free (self->accept);
  g_free (self);
}

/**
 * relm_http_client_set_accept:
 * @accept: the media type to ask for
 */
void
relm_http_client_set_accept (RelmHttpClient *self,
                             const char *accept)
{
  g_set_str (&self->accept, accept);
}

/**
 * relm_http_client_set_token:
 * @authorize: (nullable): how this service is told who asks
 * @token: (nullable): by what; one with characters that no header may have is not sent
 */
void
relm_http_client_set_token (RelmHttpClient *self,
                            RelmHttpAuthorizeFunc authorize,
                            const char *token)
{
  g_clear_pointer (&self->token, relm_token_free);
  self->authorize = authorize;
  if (token != NULL && *token != '\0' && strpbrk (token, "\r\n") == NULL)
    {
      relm_core_dump_leave_out_memory ();
      self->token = relm_token_copy (token);
    }
}

/**
 * relm_http_client_set_wait_func:
 * @func: (nullable): called in the client's thread when it waits
 */
void
relm_http_client_set_wait_func (RelmHttpClient *self,
                                RelmHttpWaitFunc func,
                                gpointer user_data)
{
  self->wait = func;
  self->wait_data = user_data;
}

/**
 * relm_http_client_get_allowed:
 *
 * Returns: the time in Unix seconds before which the server does not want to be asked again; 0 when it said nothing
 */
gint64
relm_http_client_get_allowed (RelmHttpClient *self)
{
  return self->allowed;
}

/**
 * relm_http_client_count_requests:
 *
 * Returns: how many requests were sent so far
 */
guint
relm_http_client_count_requests (RelmHttpClient *self)
{
  return self->n_requests;
}

static SoupMessage *
make_message (RelmHttpClient *self,
              const char *url,
              const char *etag)
{
  SoupMessage *message = soup_message_new (SOUP_METHOD_GET, url);
  SoupMessageHeaders *headers;

  if (message == NULL)
    return NULL;
  headers = soup_message_get_request_headers (message);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  soup_message_disable_feature (message, SOUP_TYPE_AUTH_MANAGER);
  soup_message_set_force_http1 (message, TRUE);
  soup_message_headers_replace (headers, "Accept", self->accept != NULL ? self->accept : "application/json");
  if (etag != NULL && strpbrk (etag, "\r\n") == NULL)
    soup_message_headers_replace (headers, "If-None-Match", etag);
  if (self->token != NULL && self->authorize != NULL)
    self->authorize (headers, self->token);
  return message;
}

/* With room for all that the server says it will be, and for the next chunk, so that it does not have to move while it grows. */
static GByteArray *
make_body (RelmHttpClient *self,
           SoupMessage *message)
{
  const goffset length = soup_message_headers_get_content_length (soup_message_get_response_headers (message));

  return g_byte_array_sized_new ((guint) MIN ((gsize) MAX (length, 0), self->patience.size_max) + CHUNK);
}

static GByteArray *
read_body (RelmHttpClient *self,
           SoupMessage *message,
           GInputStream *stream,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GByteArray) body = make_body (self, message);
  gssize n_bytes = 1;

  while (n_bytes > 0)
    {
      const guint before = body->len;

      g_byte_array_set_size (body, before + CHUNK);
      n_bytes = g_input_stream_read (stream, body->data + before, CHUNK, cancellable, error);
      if (n_bytes < 0)
        return NULL;
      g_byte_array_set_size (body, before + (guint) n_bytes);
      if (body->len > self->patience.size_max)
        {
          g_set_error_literal (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_TOO_LARGE,
                               _ ("The server's answer does not end. Tell its administrator."));
          return NULL;
        }
    }
  return g_steal_pointer (&body);
}

/* The headers have the token in them, and nobody asks for them any more. */
static void
clear_request (SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  SoupMessageHeadersIter iter;
  const char *name;
  const char *value;

  soup_message_headers_iter_init (&iter, headers);
  while (soup_message_headers_iter_next (&iter, &name, &value))
    explicit_bzero ((char *) value, strlen (value)); /* a copy of its own */
  soup_message_headers_clear (headers);
}

/* Within the time that it has; *over says whether that was too short. Returns NULL when it did not come to its end. */
static GByteArray *
send_and_read (RelmHttpClient *self,
               SoupMessage *message,
               GCancellable *cancellable,
               gboolean *over,
               GError **error)
{
  GCancellable *inner = relm_http_deadline_begin (self->deadline, self->patience.deadline_us, cancellable);
  g_autoptr (GInputStream) stream = soup_session_send (self->session, message, inner, error);
  GByteArray *body = stream != NULL ? read_body (self, message, stream, inner, error) : NULL;

  *over = relm_http_deadline_end (self->deadline);
  return body;
}

/* One request and its whole answer, whatever its status; @body is what came. */
static SoupMessage *
exchange (RelmHttpClient *self,
          const char *url,
          const char *etag,
          GByteArray **body,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (SoupMessage) message = make_message (self, url, etag);
  GError *fault = NULL;
  gboolean over;

  *body = NULL;
  if (message == NULL)
    {
      g_set_error_literal (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_ADDRESS,
                           _ ("This is not the address of a project at a tracker. Copy it from the browser's address bar, "
                              "without a name or password."));
      return NULL;
    }
  self->n_requests++;
  *body = send_and_read (self, message, cancellable, &over, &fault);
  clear_request (message);
  if (*body != NULL)
    return g_steal_pointer (&message);
  relm_http_fault_explain (error, fault, message, relm_http_origin_get_host (self->origin), over,
                           g_cancellable_is_cancelled (cancellable));
  return NULL;
}

static gboolean
is_redirect (guint status)
{
  return status == SOUP_STATUS_MOVED_PERMANENTLY || status == SOUP_STATUS_FOUND || status == SOUP_STATUS_SEE_OTHER ||
         status == SOUP_STATUS_TEMPORARY_REDIRECT || status == SOUP_STATUS_PERMANENT_REDIRECT;
}

static gint64
server_time (SoupMessageHeaders *headers)
{
  const char *text = soup_message_headers_get_one (headers, "Date");
  g_autoptr (GDateTime) date = text != NULL ? soup_date_time_new_from_http_string (text) : NULL;

  return date != NULL ? g_date_time_to_unix (date) : g_get_real_time () / G_USEC_PER_SEC;
}

/* What the server wants, by our clock: it may go differently from its own. */
static gboolean
notice_limit (RelmHttpClient *self,
              SoupMessage *message,
              GError **error)
{
  const gint64 theirs = server_time (soup_message_get_response_headers (message));
  const gint64 ours = g_get_real_time () / G_USEC_PER_SEC;
  gint64 until;

  if (!relm_http_limits_read (soup_message_get_status (message), soup_message_get_response_headers (message), theirs, &until))
    return FALSE;
  self->allowed = ours + (until - theirs);
  g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_LIMITED,
               _ ("%s was asked too often and wants to be left alone for a while. A token raises the limit of most trackers."),
               relm_http_origin_get_host (self->origin));
  return TRUE;
}

static RelmHttpAnswer *
make_answer (RelmHttpClient *self,
             const char *url,
             SoupMessage *message,
             GByteArray **body, /* taken when it is read */
             GError **error)
{
  const guint status = soup_message_get_status (message);
  g_autoptr (RelmHttpAnswer) answer = relm_http_answer_new (url, status, soup_message_get_response_headers (message));

  if (notice_limit (self, message, error))
    return NULL;
  if (!SOUP_STATUS_IS_SUCCESSFUL (status) && status != SOUP_STATUS_NOT_MODIFIED)
    {
      relm_http_fault_explain_status (error, status, relm_http_origin_get_host (self->origin), self->token != NULL);
      return NULL;
    }
  if (status != SOUP_STATUS_NOT_MODIFIED && status != SOUP_STATUS_NO_CONTENT &&
      !relm_http_answer_parse (answer, g_steal_pointer (body), error))
    return NULL;
  return g_steal_pointer (&answer);
}

/* One try, with the redirects that stay within the server. @current is where it ended, and @body what came there. */
static SoupMessage *
follow (RelmHttpClient *self,
        char **current,
        const char *etag,
        gboolean *moved,
        GByteArray **body,
        GCancellable *cancellable,
        GError **error)
{
  for (guint i = 0; i <= REDIRECTS_MAX; i++)
    {
      g_autoptr (SoupMessage) message = exchange (self, *current, etag, body, cancellable, error);
      const guint status = message != NULL ? soup_message_get_status (message) : 0;
      g_autofree char *target = NULL;

      if (message == NULL || !is_redirect (status))
        return g_steal_pointer (&message);
      g_clear_pointer (body, g_byte_array_unref);
      *moved |= status == SOUP_STATUS_MOVED_PERMANENTLY || status == SOUP_STATUS_PERMANENT_REDIRECT;
      target = relm_http_origin_resolve (self->origin, *current,
                                         soup_message_headers_get_one (soup_message_get_response_headers (message), "Location"), error);
      if (target == NULL)
        return NULL;
      g_set_str (current, target);
    }
  g_set_error_literal (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_REDIRECTED,
                       _ ("The server sends Relm in circles. Check the address of the source."));
  return NULL;
}

static RelmHttpAnswer *
ask (RelmHttpClient *self,
     const char *url,
     const char *etag,
     GCancellable *cancellable,
     GError **error)
{
  g_autofree char *current = g_strdup (url);
  g_autoptr (GByteArray) body = NULL;
  gboolean moved = FALSE;
  g_autoptr (SoupMessage) message = follow (self, &current, etag, &moved, &body, cancellable, error);
  RelmHttpAnswer *answer = message != NULL ? make_answer (self, current, message, &body, error) : NULL;

  if (answer != NULL)
    answer->moved = moved;
  return answer;
}

static gboolean
may_succeed_later (const GError *error)
{
  return g_error_matches (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_NETWORK) ||
         g_error_matches (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_SERVER) ||
         g_error_matches (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_LIMITED);
}

/* Returns FALSE when it was cancelled. */
static gboolean
wait_for (GCancellable *cancellable,
          gint64 duration_us)
{
  GPollFD fd;

  if (cancellable == NULL || !g_cancellable_make_pollfd (cancellable, &fd))
    {
      g_usleep ((gulong) duration_us);
      return TRUE;
    }
  g_poll (&fd, 1, (int) (duration_us / 1000));
  g_cancellable_release_fd (cancellable);
  return !g_cancellable_is_cancelled (cancellable);
}

/* Longer each time, and not at the same moment as everybody else. Returns a negative number when it is not worth it. */
static gint64
pause_before (RelmHttpClient *self,
              guint n_tries,
              const GError *error)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const gint64 pause = self->patience.pause_us << n_tries;

  if (!g_error_matches (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_LIMITED))
    return (gint64) ((double) pause * g_random_double_range (0.5, 1.0));
  return self->allowed - now <= self->patience.limit_max_s ? MAX (1, self->allowed - now) * G_USEC_PER_SEC : -1;
}

/**
 * relm_http_client_get:
 * @url: a full address below the client's
 * @etag: (nullable): of what is there already
 * @cancellable: (nullable): to end it at any moment
 *
 * Tries again what may succeed the next time.
 *
 * Returns: (transfer full) (nullable): the answer, which is whole; or %NULL and a RELM_TRACKER_ERROR or
 *   %G_IO_ERROR_CANCELLED
 */
RelmHttpAnswer *
relm_http_client_get (RelmHttpClient *self,
                      const char *url,
                      const char *etag,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *checked = relm_http_origin_resolve (self->origin, NULL, url, error);

  if (checked == NULL)
    return NULL;
  for (guint n_tries = 0;; n_tries++)
    {
      g_autoptr (GError) fault = NULL;
      RelmHttpAnswer *answer = ask (self, checked, etag, cancellable, &fault);
      gint64 pause;

      if (answer != NULL)
        return answer;
      pause = may_succeed_later (fault) && n_tries + 1 < self->patience.tries ? pause_before (self, n_tries, fault) : -1;
      if (pause >= 0 && self->wait != NULL)
        self->wait ((g_get_real_time () + pause) / G_USEC_PER_SEC, (RelmTrackerError) fault->code, self->wait_data);
      if (pause < 0 || !wait_for (cancellable, pause))
        {
          if (!g_cancellable_set_error_if_cancelled (cancellable, error))
            g_propagate_error (error, g_steal_pointer (&fault));
          return NULL;
        }
    }
}

/**
 * relm_http_client_get_page:
 * @url: a full address below the client's
 * @cancellable: (nullable): to end it at any moment
 *
 * Asks once for a page for people.
 *
 * Returns: (transfer full) (nullable): the page, whatever its status; or %NULL and a RELM_TRACKER_ERROR or
 *   %G_IO_ERROR_CANCELLED
 */
RelmHttpPage *
relm_http_client_get_page (RelmHttpClient *self,
                           const char *url,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autofree char *current = relm_http_origin_resolve (self->origin, NULL, url, error);
  g_autoptr (GByteArray) body = NULL;
  gboolean moved = FALSE;
  g_autoptr (SoupMessage) message = NULL;

  if (current == NULL)
    return NULL;
  relm_http_client_set_accept (self, "text/html");
  message = follow (self, &current, NULL, &moved, &body, cancellable, error);
  if (message == NULL)
    return NULL;
  return relm_http_page_new (soup_message_get_status (message), soup_message_get_response_headers (message), body);
}
