/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-base"

#include "config.h"

#include <string.h>
#include <sys/xattr.h>

#include "relm-sandbox.h"

#define INFO "/.flatpak-info"
#define APP "/app/" /* where what was installed is seen inside */
#define HOST_PATH "user.document-portal.host-path" /* of the document portal, since xdg-desktop-portal 1.17 */

static const char *
get_info (void)
{
  const char *info = g_getenv ("RELM_SANDBOX");

  return info != NULL ? info : INFO;
}

/**
 * relm_sandbox_is_inside:
 *
 * Returns: whether the desktop lends files to Relm, and no others can be seen. $RELM_SANDBOX takes the place of the file that
 *   says so, for tests.
 */
gboolean
relm_sandbox_is_inside (void)
{
  return g_file_test (get_info (), G_FILE_TEST_EXISTS);
}

/* As Flatpak says it in the file that it leaves in the sandbox: flatpak-metadata(5), “app-path”. */
static char *
dup_installed_path (const char *path)
{
  g_autoptr (GKeyFile) info = g_key_file_new ();
  g_autofree char *folder = NULL;

  if (g_key_file_load_from_file (info, get_info (), G_KEY_FILE_NONE, NULL))
    folder = g_key_file_get_string (info, "Instance", "app-path", NULL);
  return folder != NULL ? g_build_filename (folder, path + strlen (APP), NULL) : NULL;
}

/**
 * relm_sandbox_dup_host_path:
 * @path: a file or a folder
 *
 * Returns: (transfer full) (nullable): where it is outside of the sandbox; %NULL if it was neither lent nor installed, if
 *   nobody says, and outside
 */
char *
relm_sandbox_dup_host_path (const char *path)
{
  char value[4096];
  ssize_t length;

  g_return_val_if_fail (path != NULL, NULL);

  if (!relm_sandbox_is_inside ())
    return NULL;
  if (g_str_has_prefix (path, APP))
    return dup_installed_path (path);
  length = getxattr (path, HOST_PATH, value, sizeof value);
  while (length > 0 && value[length - 1] == '\0')
    length--;
  return length > 0 && value[0] == '/' && memchr (value, '\0', length) == NULL ? g_strndup (value, length) : NULL;
}
