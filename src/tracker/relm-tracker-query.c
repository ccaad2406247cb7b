/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <string.h>

#include "relm-tracker-query.h"

static gboolean
is_named (const char *parameter,
          const char *name)
{
  return g_str_has_prefix (parameter, name) && parameter[strlen (name)] == '=';
}

/**
 * relm_tracker_query_set:
 * @url: a full address
 * @name: of a parameter
 * @value: what it is to be, not encoded yet
 *
 * Returns: (transfer full): the address with that parameter, in place of one that was there
 */
char *
relm_tracker_query_set (const char *url,
                        const char *name,
                        const char *value)
{
  g_auto (GStrv) parts = g_strsplit (url, "?", 2);
  g_auto (GStrv) parameters = g_strsplit (parts[1] != NULL ? parts[1] : "", "&", -1);
  g_autofree char *escaped = g_uri_escape_string (value, NULL, FALSE);
  g_autoptr (GString) result = g_string_new (parts[0]);
  char separator = '?';

  for (guint i = 0; parameters[i] != NULL; i++)
    {
      if (*parameters[i] == '\0' || is_named (parameters[i], name))
        continue;
      g_string_append_printf (result, "%c%s", separator, parameters[i]);
      separator = '&';
    }
  g_string_append_printf (result, "%c%s=%s", separator, name, escaped);
  return g_string_free_and_steal (g_steal_pointer (&result));
}

/**
 * relm_tracker_query_set_number:
 * @url: a full address
 * @name: of a parameter
 * @value: what it is to be
 *
 * Returns: (transfer full): the address with that parameter, in place of one that was there
 */
char *
relm_tracker_query_set_number (const char *url,
                               const char *name,
                               gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  return relm_tracker_query_set (url, name, text);
}

/**
 * relm_tracker_query_get_number:
 * @url: a full address
 * @name: of a parameter
 * @otherwise: what it is when it is not said
 *
 * Returns: the number that the parameter is
 */
gint64
relm_tracker_query_get_number (const char *url,
                               const char *name,
                               gint64 otherwise)
{
  const char *query = strchr (url, '?');
  g_auto (GStrv) parameters = g_strsplit (query != NULL ? query + 1 : "", "&", -1);
  gint64 value = otherwise;

  for (guint i = 0; parameters[i] != NULL; i++)
    if (is_named (parameters[i], name) &&
        g_ascii_string_to_signed (parameters[i] + strlen (name) + 1, 10, 0, G_MAXINT64, &value, NULL))
      return value;
  return otherwise;
}
