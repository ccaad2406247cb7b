/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-tracker-address.h"
#include "relm-tracker-error.h"
#include "relm-tracker-service.h"

static void
clear (RelmTrackerAddress *self)
{
  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->project, g_free);
  g_clear_pointer (&self->web, g_free);
}

/**
 * relm_tracker_address_free:
 * @self: (nullable) (transfer full): an address
 */
void
relm_tracker_address_free (RelmTrackerAddress *self)
{
  if (self == NULL)
    return;
  clear (self);
  g_free (self);
}

/* “..” would lead out of the part of a server that is meant. */
static gboolean
has_dots (const char *path)
{
  g_autofree char *decoded = g_uri_unescape_string (path, NULL);
  g_auto (GStrv) parts = decoded != NULL ? g_strsplit (decoded, "/", -1) : NULL;

  return parts == NULL || g_strv_contains ((const char *const *) parts, "..") || g_strv_contains ((const char *const *) parts, ".");
}

/**
 * relm_tracker_address_parse:
 * @text: what a person pasted: it may lack the scheme, and end with what was copied along
 *
 * Returns: (transfer full) (nullable): the address; %NULL when it is none of the web, or more than it seems: with a name or a
 *   password, with a way out of its path, or with what browsers read differently
 */
GUri *
relm_tracker_address_parse (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autofree char *full = strstr (trimmed, "://") == NULL ? g_strconcat ("https://", trimmed, NULL) : g_steal_pointer (&trimmed);
  g_autoptr (GUri) uri = strpbrk (full, "\\\r\n\t ") == NULL ? g_uri_parse (full, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL) : NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' || g_uri_get_userinfo (uri) != NULL ||
      has_dots (g_uri_get_path (uri)))
    return NULL;
  if (g_strcmp0 (g_uri_get_scheme (uri), "https") != 0 && g_strcmp0 (g_uri_get_scheme (uri), "http") != 0)
    return NULL;
  return g_steal_pointer (&uri);
}

/**
 * relm_tracker_address_new:
 * @text: what a person pasted, or a plan holds
 * @service: (nullable): the name of the service, where it is known already
 *
 * Asks nobody.
 *
 * Returns: (transfer full) (nullable): the address; or %NULL and %RELM_TRACKER_ERROR_ADDRESS when it can be none, or
 *   %RELM_TRACKER_ERROR_UNKNOWN when only its server can tell
 */
RelmTrackerAddress *
relm_tracker_address_new (const char *text,
                          const char *service,
                          GError **error)
{
  const RelmTrackerService *known = relm_tracker_service_find (service);
  g_autoptr (RelmTrackerAddress) self = g_new0 (RelmTrackerAddress, 1);
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  uri = relm_tracker_address_parse (text);
  for (guint i = 0; uri != NULL && relm_tracker_services[i] != NULL; i++)
    {
      if (known != NULL && known != relm_tracker_services[i])
        continue;
      self->service = relm_tracker_services[i];
      if (self->service->recognise (uri, known != NULL, self))
        return g_steal_pointer (&self);
      clear (self);
    }
  if (uri == NULL || known != NULL)
    g_set_error_literal (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_ADDRESS,
                         _ ("This is not the address of a project at a tracker. Copy it from the browser's address bar, without a "
                            "name or password."));
  else
    g_set_error (error, RELM_TRACKER_ERROR, RELM_TRACKER_ERROR_UNKNOWN,
                 _ ("Relm does not know which tracker runs at %s."), g_uri_get_host (uri));
  return NULL;
}

/* What goes without saying is not said, so that one server has one name. */
static int
special_port (GUri *uri)
{
  const int usual = g_strcmp0 (g_uri_get_scheme (uri), "https") == 0 ? 443 : 80;

  return g_uri_get_port (uri) == usual ? -1 : g_uri_get_port (uri);
}

/**
 * relm_tracker_address_dup_root:
 * @uri: an address
 * @prefix: (nullable): the path below which the service is installed: “/tracker”
 *
 * Returns: (transfer full): scheme, host, port and prefix, without a slash at the end
 */
char *
relm_tracker_address_dup_root (GUri *uri,
                               const char *prefix)
{
  g_autofree char *host = g_ascii_strdown (g_uri_get_host (uri), -1);
  g_autoptr (GUri) root = g_uri_build (G_URI_FLAGS_ENCODED, g_uri_get_scheme (uri), NULL, host, special_port (uri),
                                       prefix != NULL ? prefix : "", NULL, NULL);

  return g_uri_to_string (root);
}

/**
 * relm_tracker_address_dup_host:
 *
 * Returns: (transfer full): scheme, host and port that a token is for
 */
char *
relm_tracker_address_dup_host (const RelmTrackerAddress *self)
{
  g_autoptr (GUri) uri = g_uri_parse (self->base, G_URI_FLAGS_ENCODED, NULL);

  return relm_tracker_address_dup_root (uri, NULL);
}

/**
 * relm_tracker_address_dup_mirror_path:
 * @cache_dir: (nullable): where mirrors are; %NULL for the usual place
 *
 * Returns: (transfer full): where the mirror of the project is, or will be; the same for all who read it
 */
char *
relm_tracker_address_dup_mirror_path (const RelmTrackerAddress *self,
                                      const char *cache_dir)
{
  g_autofree char *usual = g_build_filename (g_get_user_cache_dir (), "relm", NULL);
  g_autofree char *identity = g_strdup_printf ("%s\n%s\n%s", self->service->id, self->base, self->project);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, identity, -1);
  g_autofree char *name = g_strdup_printf ("%.32s.db", digest);

  return g_build_filename (cache_dir != NULL ? cache_dir : usual, "trackers", name, NULL);
}
