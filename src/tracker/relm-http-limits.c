/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include "relm-http-limits.h"

/* RFC 6585 */
#define STATUS_TOO_MANY_REQUESTS 429
#define DEFAULT_WAIT_S 60
/* A server that says more is wrong, as one that counts milliseconds. */
#define WAIT_MAX_S (2 * 60 * 60)

static gboolean
read_number (SoupMessageHeaders *headers,
             const char *name,
             gint64 *number)
{
  const char *text = soup_message_headers_get_one (headers, name);

  return text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, number, NULL);
}

/* RFC 9110, 10.2.3: seconds, or a date */
static gboolean
read_retry_after (SoupMessageHeaders *headers,
                  gint64 now,
                  gint64 *until)
{
  const char *text = soup_message_headers_get_one (headers, "Retry-After");
  g_autoptr (GDateTime) date = NULL;
  gint64 seconds;

  if (read_number (headers, "Retry-After", &seconds))
    {
      *until = now + MIN (seconds, WAIT_MAX_S);
      return TRUE;
    }
  date = text != NULL ? soup_date_time_new_from_http_string (text) : NULL;
  if (date != NULL)
    *until = g_date_time_to_unix (date);
  return date != NULL;
}

/* GitHub and Gitea say X-RateLimit-, GitLab RateLimit-; all count seconds of Unix time. */
static gboolean
read_reset (SoupMessageHeaders *headers,
            gint64 *until)
{
  gint64 remaining;

  if (read_number (headers, "X-RateLimit-Remaining", &remaining) && remaining == 0)
    return read_number (headers, "X-RateLimit-Reset", until);
  if (read_number (headers, "RateLimit-Remaining", &remaining) && remaining == 0)
    return read_number (headers, "RateLimit-Reset", until);
  return FALSE;
}

/**
 * relm_http_limits_read:
 * @status: of an answer
 * @headers: of the answer
 * @now: Unix seconds, of the server's clock where it tells it
 * @until: (out): Unix seconds of the same clock from which on it may be asked again
 *
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 *
 * Returns: whether the server refused because it was asked too often
 */
gboolean
relm_http_limits_read (guint status,
                       SoupMessageHeaders *headers,
                       gint64 now,
                       gint64 *until)
{
  const gboolean known = read_retry_after (headers, now, until) || read_reset (headers, until);

  const gboolean may_be = status == SOUP_STATUS_FORBIDDEN || status == SOUP_STATUS_SERVICE_UNAVAILABLE;

  if (status != STATUS_TOO_MANY_REQUESTS && !(may_be && known))
    return FALSE;
  if (!known)
    *until = now + DEFAULT_WAIT_S;
  *until = CLAMP (*until, now + 1, now + WAIT_MAX_S);
  return TRUE;
}
