/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-http-origin.h"
#include "relm-tracker-error.h"

/* Addresses are not decoded, because “%2F” in a path is no “/”. */
#define FLAGS (G_URI_FLAGS_ENCODED)

struct _RelmHttpOrigin
{
  GUri *base;
  char *prefix; /* of the path, ending with a slash */
};

static int
port_of (GUri *uri)
{
  if (g_uri_get_port (uri) >= 0)
    return g_uri_get_port (uri);
  return g_strcmp0 (g_uri_get_scheme (uri), "https") == 0 ? 443 : 80;
}

static gboolean
is_web (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);

  return (g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0) && g_uri_get_host (uri) != NULL &&
         *g_uri_get_host (uri) != '\0' && g_uri_get_userinfo (uri) == NULL;
}

/**
 * relm_http_origin_new:
 * @base: an address
 *
 * Returns: (transfer full) (nullable): what lies below it; %NULL when it is none of the web, or has a name or a password
 */
RelmHttpOrigin *
relm_http_origin_new (const char *base)
{
  g_autoptr (GUri) uri = g_uri_parse (base, FLAGS, NULL);
  RelmHttpOrigin *self;

  if (uri == NULL || !is_web (uri))
    return NULL;
  self = g_new0 (RelmHttpOrigin, 1);
  self->base = g_steal_pointer (&uri);
  self->prefix = g_str_has_suffix (g_uri_get_path (self->base), "/") ? g_strdup (g_uri_get_path (self->base))
                                                                       : g_strconcat (g_uri_get_path (self->base), "/", NULL);
  return self;
}

/**
 * relm_http_origin_free:
 * @self: (nullable) (transfer full): an origin
 */
void
relm_http_origin_free (RelmHttpOrigin *self)
{
  if (self == NULL)
    return;
  g_uri_unref (self->base);
  g_free (self->prefix);
  g_free (self);
}

/**
 * relm_http_origin_get_host:
 *
 * Returns: the name of the server, for messages
 */
const char *
relm_http_origin_get_host (RelmHttpOrigin *self)
{
  return g_uri_get_host (self->base);
}

static gboolean
is_within (RelmHttpOrigin *self,
           GUri *uri)
{
  return is_web (uri) && g_strcmp0 (g_uri_get_scheme (uri), g_uri_get_scheme (self->base)) == 0 &&
         g_ascii_strcasecmp (g_uri_get_host (uri), g_uri_get_host (self->base)) == 0 && port_of (uri) == port_of (self->base) &&
         g_str_has_prefix (g_uri_get_path (uri), self->prefix);
}

/**
 * relm_http_origin_resolve:
 * @from: (nullable): the address that @target is relative to; %NULL when it must be a full one
 * @target: (nullable): where a server, or a plan, points to
 *
 * Returns: (transfer full) (nullable): the full address; or %NULL and a %RELM_TRACKER_ERROR_REDIRECTED when it leads to
 *   another server, or out of the part that belongs to the tracker
 */
char *
relm_http_origin_resolve (RelmHttpOrigin *self,
                          const char *from,
                          const char *target,
                          GError **error)
{
  g_autofree char *full = NULL;
  g_autoptr (GUri) uri = NULL;

  if (target != NULL && strpbrk (target, "\\\r\n\t ") == NULL && strstr (target, "/../") == NULL)
    full = from != NULL ? g_uri_resolve_relative (from, target, FLAGS, NULL) : g_strdup (target);
  uri = full != NULL ? g_uri_parse (full, FLAGS, NULL) : NULL;
  if (uri != NULL && is_within (self, uri))
    return g_steal_pointer (&full);
  if (target != NULL && (strstr (target, "login") != NULL || strstr (target, "sign_in") != NULL))
    g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_UNAUTHORIZED,
                 _ ("%s asks for a sign-in. Add a token for it, or check the one that is there."), relm_http_origin_get_host (self));
  else
    g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_REDIRECTED,
                 _ ("%s points to another server, which Relm does not follow, so that nothing leaks there. If the project has "
                    "moved, change the address of the source."),
                 relm_http_origin_get_host (self));
  return NULL;
}
