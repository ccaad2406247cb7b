/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <git2.h>
#include <string.h>

#include "relm-fetch-origin.h"

static GUri *origin;
static RelmFetchOriginFunc left_func;

/* Returns: (transfer full) (nullable): what the message, an HTTP request, says of whom it is for */
static GUri *
find_host (const char *message)
{
  const char *header = strstr (message, "\r\nHost: ");
  const char *begin = header != NULL ? header + strlen ("\r\nHost: ") : NULL;
  g_autofree char *host = begin != NULL ? g_strndup (begin, strcspn (begin, "\r\n")) : NULL;
  g_autofree char *url = host != NULL ? g_strconcat (g_uri_get_scheme (origin), "://", host, "/", NULL) : NULL;

  return url != NULL ? g_uri_parse (url, G_URI_FLAGS_SCHEME_NORMALIZE, NULL) : NULL;
}

/* Whether a message of libgit2's trace is a request for another server than the one that is watched. One to a proxy, to be let
 * through, is not. */
gboolean
relm_fetch_origin_is_elsewhere (const char *message)
{
  static const char sending[] = "Sending request:\n";
  g_autoptr (GUri) host = NULL;
  const char *request;

  if (!g_str_has_prefix (message, sending))
    return FALSE;
  request = message + strlen (sending);
  if (!g_str_has_prefix (request, "GET ") && !g_str_has_prefix (request, "POST "))
    return FALSE;
  host = find_host (request);
  return host == NULL || g_ascii_strcasecmp (g_uri_get_host (host), g_uri_get_host (origin)) != 0 ||
         g_uri_get_port (host) != g_uri_get_port (origin);
}

static void
trace_cb (git_trace_level_t level,
          const char *message)
{
  if (relm_fetch_origin_is_elsewhere (message))
    left_func ();
}

/* After libgit2's initialisation; of an address that is not one over HTTP nothing is watched. */
void
relm_fetch_origin_watch (const char *url,
                         RelmFetchOriginFunc left)
{
  origin = g_uri_parse (url, G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  left_func = left;
  if (origin != NULL && g_uri_get_host (origin) != NULL && g_str_has_prefix (g_uri_get_scheme (origin), "http"))
    git_trace_set (GIT_TRACE_TRACE, trace_cb);
}
