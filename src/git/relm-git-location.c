/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-git"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-git-error.h"
#include "relm-git-location.h"
#include "relm-text.h"

static gboolean
is_web_scheme (const char *scheme)
{
  return g_ascii_strcasecmp (scheme, "https") == 0 || g_ascii_strcasecmp (scheme, "http") == 0;
}

/* “somebody@host:path”, as git writes what goes through ssh: a colon before the first slash. */
static gboolean
is_ssh_address (const char *text)
{
  const char *colon = strchr (text, ':');
  const char *slash = strchr (text, '/');

  return colon != NULL && colon > text && (slash == NULL || colon < slash);
}

static void
set_not_supported (const char *text,
                   GError **error)
{
  g_autofree char *safe = relm_text_display_title (text);

  g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_SUPPORTED,
               _ ("The address %s is of a kind that Relm cannot read yet. Use one that begins with https://, or the folder of "
                  "a clone."),
               safe);
}

static gboolean
take_url (RelmGitLocation *self,
          const char *text,
          GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_ENCODED, NULL);

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    {
      g_autofree char *safe = relm_text_display_title (text);

      g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_FOUND, _ ("%s is not a complete address. Check it."), safe);
      return FALSE;
    }
  if (g_uri_get_userinfo (uri) != NULL)
    {
      /* the address is not repeated: it may hold a secret */
      g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_SUPPORTED,
                   _ ("The address of the repository has a user name or password in it, which everybody who gets the project "
                      "would see. Take it out."));
      return FALSE;
    }
  self->url = g_strdup (text);
  return TRUE;
}

static gboolean
take_folder (RelmGitLocation *self,
             const char *path,
             const char *base_dir,
             GError **error)
{
  if (base_dir == NULL && !g_path_is_absolute (path))
    {
      g_autofree char *safe = relm_text_display_title (path);

      g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_FOUND,
                   _ ("Where the folder %s is depends on where the project is. Save the project first."), safe);
      return FALSE;
    }
  self->folder = g_canonicalize_filename (path, base_dir);
  return TRUE;
}

static gboolean
parse (RelmGitLocation *self,
       const char *text,
       const char *base_dir,
       GError **error)
{
  g_autofree char *scheme = strstr (text, "://") != NULL ? g_uri_parse_scheme (text) : NULL;
  g_autofree char *path = NULL;
  g_autofree char *host = NULL;

  if (*text == '\0')
    {
      g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_FOUND,
                   _ ("The source has no location. Enter an address or a folder."));
      return FALSE;
    }
  if (scheme == NULL && !is_ssh_address (text))
    return take_folder (self, text, base_dir, error);
  if (scheme != NULL && is_web_scheme (scheme))
    return take_url (self, text, error);
  if (scheme != NULL && g_ascii_strcasecmp (scheme, "file") == 0)
    path = g_filename_from_uri (text, &host, NULL);
  if (path != NULL && host == NULL)
    return take_folder (self, path, base_dir, error);
  set_not_supported (text, error);
  return FALSE;
}

/**
 * relm_git_location_parse:
 * @text: a folder, a file:, http: or https: address
 * @base_dir: (nullable): the folder that a relative one is in
 *
 * Looks at the text only.
 *
 * Returns: (transfer full) (nullable): where it is; or %NULL and a RELM_GIT_ERROR
 */
RelmGitLocation *
relm_git_location_parse (const char *text,
                         const char *base_dir,
                         GError **error)
{
  g_autoptr (RelmGitLocation) self = g_new0 (RelmGitLocation, 1);
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));
  return parse (self, stripped, base_dir, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * relm_git_location_dup_origin:
 *
 * Returns: (transfer full) (nullable): “scheme://host[:port]”, in small letters and without a port that is the usual one; %NULL
 *   for a folder
 */
char *
relm_git_location_dup_origin (const RelmGitLocation *self)
{
  g_autoptr (GUri) uri = self->url != NULL ? g_uri_parse (self->url, G_URI_FLAGS_ENCODED, NULL) : NULL;
  g_autofree char *scheme = uri != NULL ? g_ascii_strdown (g_uri_get_scheme (uri), -1) : NULL;
  g_autofree char *host = uri != NULL ? g_ascii_strdown (g_uri_get_host (uri), -1) : NULL;
  g_autoptr (GUri) origin = NULL;
  int port;

  if (uri == NULL)
    return NULL;
  port = g_uri_get_port (uri);
  if (port == (g_str_equal (scheme, "https") ? 443 : 80))
    port = -1;
  origin = g_uri_build (G_URI_FLAGS_ENCODED, scheme, NULL, host, port, "", NULL, NULL);
  return g_uri_to_string (origin);
}

/**
 * relm_git_location_free:
 * @self: (nullable) (transfer full): a location
 */
void
relm_git_location_free (RelmGitLocation *self)
{
  if (self == NULL)
    return;
  g_free (self->folder);
  g_free (self->url);
  g_free (self);
}
