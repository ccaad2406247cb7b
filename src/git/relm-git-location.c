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

/* A colon before the first slash, as in what git takes for “host:path” and for “helper::address”. */
static gboolean
is_short_address (const char *text)
{
  const char *colon = strchr (text, ':');
  const char *slash = strchr (text, '/');

  return colon != NULL && colon > text && (slash == NULL || colon < slash);
}

/* “somebody@host:path”, as git writes what goes through ssh. */
static gboolean
is_short_ssh_address (const char *text)
{
  return g_regex_match_simple ("^[A-Za-z0-9_][A-Za-z0-9._-]*@[A-Za-z0-9][A-Za-z0-9.-]*:[^:]", text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

static void
set_not_supported (const char *text,
                   GError **error)
{
  g_autofree char *safe = relm_text_display_title (text);

  g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_SUPPORTED,
               _ ("The address %s is of a kind that Relm cannot read yet. Use one that begins with https:// or ssh://, or the "
                  "folder of a clone."),
               safe);
}

static void
set_incomplete (const char *text,
                GError **error)
{
  g_autofree char *safe = relm_text_display_title (text);

  g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_FOUND, _ ("%s is not a complete address. Check it."), safe);
}

static void
set_secret (GError **error)
{
  /* the address is not repeated: it may hold a secret */
  g_set_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_SUPPORTED,
               _ ("The address of the repository has a user name or password in it, which everybody who gets the project "
                  "would see. Take it out."));
}

/* Who asks is told by the user's name, which is the same for everybody on most servers, and by a key that the agent has. */
static gboolean
take_ssh (RelmGitLocation *self,
          const char *text,
          GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_ENCODED | G_URI_FLAGS_HAS_PASSWORD, NULL);
  const gboolean short_form = strstr (text, "://") == NULL;

  if (!short_form && (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' || *g_uri_get_host (uri) == '-'))
    {
      set_incomplete (text, error);
      return FALSE;
    }
  if (uri != NULL && g_uri_get_password (uri) != NULL)
    {
      set_secret (error);
      return FALSE;
    }
  self->url = g_strdup (text);
  return TRUE;
}

static gboolean
take_url (RelmGitLocation *self,
          const char *text,
          GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_ENCODED, NULL);

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    {
      set_incomplete (text, error);
      return FALSE;
    }
  if (g_uri_get_userinfo (uri) != NULL)
    {
      set_secret (error);
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
  if (scheme == NULL && !is_short_address (text))
    return take_folder (self, text, base_dir, error);
  if (scheme != NULL && is_web_scheme (scheme))
    return take_url (self, text, error);
  if (scheme != NULL ? g_ascii_strcasecmp (scheme, "ssh") == 0 : is_short_ssh_address (text))
    return take_ssh (self, text, error);
  if (scheme != NULL && g_ascii_strcasecmp (scheme, "file") == 0)
    path = g_filename_from_uri (text, &host, NULL);
  if (path != NULL && host == NULL)
    return take_folder (self, path, base_dir, error);
  if (strchr (text, '@') != NULL)
    set_secret (error);
  else
    set_not_supported (text, error);
  return FALSE;
}

/**
 * relm_git_location_parse:
 * @text: a folder, a file:, http:, https: or ssh: address, or “somebody@host:path”
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
 * relm_git_location_dup_host:
 *
 * Returns: (transfer full) (nullable): the name of the server; %NULL for a folder
 */
char *
relm_git_location_dup_host (const RelmGitLocation *self)
{
  g_autoptr (GUri) uri = self->url != NULL ? g_uri_parse (self->url, G_URI_FLAGS_ENCODED, NULL) : NULL;
  const char *start = NULL;

  if (self->url == NULL)
    return NULL;
  if (uri != NULL && g_uri_get_host (uri) != NULL)
    return g_strdup (g_uri_get_host (uri));
  start = strchr (self->url, '@') != NULL ? strchr (self->url, '@') + 1 : self->url;
  return g_strndup (start, strcspn (start, ":"));
}

/**
 * relm_git_location_dup_origin:
 *
 * Returns: (transfer full) (nullable): the web server, “scheme://host[:port]”, in small letters and without a port that is the
 *   usual one; %NULL for a folder, and for what is reached otherwise
 */
char *
relm_git_location_dup_origin (const RelmGitLocation *self)
{
  g_autoptr (GUri) uri = self->url != NULL ? g_uri_parse (self->url, G_URI_FLAGS_ENCODED, NULL) : NULL;
  g_autofree char *scheme = uri != NULL ? g_ascii_strdown (g_uri_get_scheme (uri), -1) : NULL;
  g_autofree char *host = uri != NULL && g_uri_get_host (uri) != NULL ? g_ascii_strdown (g_uri_get_host (uri), -1) : NULL;
  g_autoptr (GUri) origin = NULL;
  int port;

  if (uri == NULL || !is_web_scheme (scheme))
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
