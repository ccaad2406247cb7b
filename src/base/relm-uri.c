/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-base"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-uri.h"

G_DEFINE_QUARK (relm-uri-error, relm_uri_error)

/* Backslashes and controls are read differently by different programs, so that what is shown is not what is opened. */
static gboolean
is_plain_text (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == '\\' || c == ' ' || c < 0x20 || c == 0x7f || !g_unichar_isprint (c))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_plain_host (const char *host)
{
  return host != NULL && *host != '\0' && strpbrk (host, " \\/@?#%") == NULL;
}

static gboolean
check_web (GUri *uri,
           GError **error)
{
  if (is_plain_host (g_uri_get_host (uri)) && g_uri_get_userinfo (uri) == NULL)
    return TRUE;

  g_set_error_literal (error, RELM_URI_ERROR, RELM_URI_ERROR_INVALID,
                       _ ("The address does not say clearly which site it leads to. Check it and open it yourself."));
  return FALSE;
}

static gboolean
check_mail (GUri *uri,
            GError **error)
{
  const char *path = g_uri_get_path (uri);

  if (g_uri_get_host (uri) == NULL && path != NULL && strchr (path, '@') != NULL)
    return TRUE;

  g_set_error_literal (error, RELM_URI_ERROR, RELM_URI_ERROR_INVALID,
                       _ ("The address does not say who the mail is for. Check it and write to them yourself."));
  return FALSE;
}

/**
 * relm_uri_check:
 * @text: (nullable): an address from outside
 *
 * Lets through web addresses (RFC 3986; a host, and neither a user name nor a password) and mail addresses (RFC 6068), of at
 * most RELM_URI_LENGTH_MAX bytes, without spaces, backslashes or characters that cannot be seen.
 *
 * Returns: (transfer full) (nullable): the address to open
 */
char *
relm_uri_check (const char *text,
                GError **error)
{
  g_autoptr (GUri) uri = NULL;
  const char *scheme;
  gboolean good;

  if (text == NULL || *text == '\0' || strlen (text) > RELM_URI_LENGTH_MAX || !is_plain_text (text) ||
      (uri = g_uri_parse (text, G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL)) == NULL)
    {
      g_set_error_literal (error, RELM_URI_ERROR, RELM_URI_ERROR_INVALID,
                           _ ("This is not an address that can be opened. Check it for mistakes."));
      return NULL;
    }

  scheme = g_uri_get_scheme (uri);
  if (g_str_equal (scheme, "https") || g_str_equal (scheme, "http"))
    good = check_web (uri, error);
  else if (g_str_equal (scheme, "mailto"))
    good = check_mail (uri, error);
  else
    {
      g_set_error (error, RELM_URI_ERROR, RELM_URI_ERROR_SCHEME,
                   _ ("Relm opens web and mail addresses only, and this one begins with “%s:”."), scheme);
      return NULL;
    }
  return good ? g_uri_to_string (uri) : NULL;
}
