/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <stdlib.h>

#include "relm-same-file.h"

/* Returns: (transfer full) (nullable): from malloc() */
static char *
dup_real_path (GFile *file)
{
  const char *path = g_file_peek_path (file);

  return path != NULL ? realpath (path, NULL) : NULL;
}

/**
 * relm_same_file:
 * @a: (nullable): a file
 * @b: (nullable): a file
 *
 * Returns: whether both name the same file; never when one is %NULL
 */
gboolean
relm_same_file (GFile *a,
                GFile *b)
{
  char *real_a, *real_b;
  gboolean same;

  if (a == NULL || b == NULL)
    return FALSE;
  if (g_file_equal (a, b))
    return TRUE;

  real_a = dup_real_path (a);
  real_b = dup_real_path (b);
  same = real_a != NULL && g_strcmp0 (real_a, real_b) == 0;
  free (real_a);
  free (real_b);
  return same;
}
