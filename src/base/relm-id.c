/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-base"

#include "config.h"

#include "relm-id.h"

/* https://www.crockford.com/base32.html, in lower case: no i, l, o, u. */
static const char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * relm_id_new:
 * @prefix: the kind's prefix, lower-case letters
 *
 * Returns: (transfer full): a new id; 50 random bits, so that a collision in a project is not to be expected
 */
char *
relm_id_new (const char *prefix)
{
  GString *id;

  g_return_val_if_fail (prefix != NULL && *prefix != '\0', NULL);

  id = g_string_new (prefix);
  g_string_append_c (id, '-');
  for (int i = 0; i < RELM_ID_RANDOM_LENGTH; i++)
    g_string_append_c (id, alphabet[g_random_int_range (0, 32)]);
  return g_string_free (id, FALSE);
}

/**
 * relm_id_is_valid:
 * @id: (nullable): text to judge
 * @prefix: the kind's prefix
 *
 * Ids that people or other programs wrote may be longer or shorter than ours.
 *
 * Returns: whether @id is the prefix, a hyphen and 1 to 64 lower-case letters, digits, hyphens or underscores
 */
gboolean
relm_id_is_valid (const char *id,
                  const char *prefix)
{
  gsize prefix_length = strlen (prefix);
  const char *rest;

  if (id == NULL || strncmp (id, prefix, prefix_length) != 0 || id[prefix_length] != '-')
    return FALSE;

  rest = id + prefix_length + 1;
  for (const char *p = rest; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-' && *p != '_')
      return FALSE;
  return *rest != '\0' && strlen (rest) <= 64;
}
