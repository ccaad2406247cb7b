/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-base"

#include "config.h"

#include <sys/xattr.h>

#include "relm-sandbox.h"

#define INFO "/.flatpak-info"
#define HOST_PATH "user.document-portal.host-path" /* of the document portal, since xdg-desktop-portal 1.17 */

/**
 * relm_sandbox_is_inside:
 *
 * Returns: whether the desktop lends files to Relm, and no others can be seen. $RELM_SANDBOX takes the place of the file that
 *   says so, for tests.
 */
gboolean
relm_sandbox_is_inside (void)
{
  const char *info = g_getenv ("RELM_SANDBOX");

  return g_file_test (info != NULL ? info : INFO, G_FILE_TEST_EXISTS);
}

/**
 * relm_sandbox_dup_host_path:
 * @path: a file or a folder
 *
 * Returns: (transfer full) (nullable): where it is outside of the sandbox; %NULL if it was not lent, if nobody says, and
 *   outside
 */
char *
relm_sandbox_dup_host_path (const char *path)
{
  char value[4096];
  ssize_t length;

  g_return_val_if_fail (path != NULL, NULL);

  if (!relm_sandbox_is_inside ())
    return NULL;
  length = getxattr (path, HOST_PATH, value, sizeof value);
  while (length > 0 && value[length - 1] == '\0')
    length--;
  return length > 0 && value[0] == '/' && memchr (value, '\0', length) == NULL ? g_strndup (value, length) : NULL;
}
