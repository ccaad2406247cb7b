/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <string.h>

#include "relm-json-members.h"

#define EPOCH ((RelmDate) 719163) /* 1970-01-01 */

/* Returns NULL when there is none of that type. */
static const RelmJsonValue *
get_value (const RelmJsonValue *object,
           const char *member,
           RelmJsonValueType type)
{
  const RelmJsonName name = relm_json_name_find (member, strlen (member));

  g_assert (name != 0);
  if (object == NULL || object->type != RELM_JSON_VALUE_OBJECT)
    return NULL;
  for (const RelmJsonValue *value = relm_json_value_get_first (object); value != NULL; value = relm_json_value_get_next (object, value))
    if (value->name == name)
      return value->type == type ? value : NULL;
  return NULL;
}

/**
 * relm_json_get_array:
 * @root: (nullable): an array, or an object that has one
 * @member: (nullable): the member of the object; %NULL when @root is to be the array
 *
 * Returns: (transfer none) (nullable): the array
 */
const RelmJsonValue *
relm_json_get_array (const RelmJsonValue *root,
                     const char *member)
{
  if (member != NULL)
    return get_value (root, member, RELM_JSON_VALUE_ARRAY);
  return root != NULL && root->type == RELM_JSON_VALUE_ARRAY ? root : NULL;
}

/**
 * relm_json_count:
 * @array: (nullable): an array
 *
 * Returns: how many values are in it
 */
guint
relm_json_count (const RelmJsonValue *array)
{
  guint count = 0;

  for (const RelmJsonValue *value = relm_json_value_get_first (array); value != NULL; value = relm_json_value_get_next (array, value))
    count++;
  return count;
}

/**
 * relm_json_get_object:
 * @object: (nullable): an object
 *
 * Returns: (transfer none) (nullable): the object that is its member
 */
const RelmJsonValue *
relm_json_get_object (const RelmJsonValue *object,
                      const char *member)
{
  return get_value (object, member, RELM_JSON_VALUE_OBJECT);
}

/**
 * relm_json_get_string:
 * @object: (nullable): an object
 *
 * Returns: (nullable): the text that is its member
 */
const char *
relm_json_get_string (const RelmJsonValue *object,
                      const char *member)
{
  const RelmJsonValue *value = get_value (object, member, RELM_JSON_VALUE_STRING);

  return value != NULL ? value->text : NULL;
}

/**
 * relm_json_get_number:
 * @object: (nullable): an object
 *
 * Returns: the whole number that is its member; else 0
 */
gint64
relm_json_get_number (const RelmJsonValue *object,
                      const char *member)
{
  const RelmJsonValue *value = get_value (object, member, RELM_JSON_VALUE_INTEGER);

  return value != NULL ? value->number : 0;
}

/**
 * relm_json_dup_number:
 * @object: (nullable): an object
 *
 * Returns: (transfer full) (nullable): the number above 0 that is its member, as text: an id
 */
char *
relm_json_dup_number (const RelmJsonValue *object,
                      const char *member)
{
  const gint64 number = relm_json_get_number (object, member);

  return number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
}

/**
 * relm_json_has_boolean:
 * @object: (nullable): an object
 *
 * Returns: whether its member is true or false
 */
gboolean
relm_json_has_boolean (const RelmJsonValue *object,
                       const char *member)
{
  return get_value (object, member, RELM_JSON_VALUE_BOOLEAN) != NULL;
}

/**
 * relm_json_get_boolean:
 * @object: (nullable): an object
 *
 * Returns: whether its member is true
 */
gboolean
relm_json_get_boolean (const RelmJsonValue *object,
                       const char *member)
{
  const RelmJsonValue *value = get_value (object, member, RELM_JSON_VALUE_BOOLEAN);

  return value != NULL && value->number != 0;
}

/* A number of two digits that is less than @limit. */
static gboolean
read_two (const char *text,
          gint64 limit,
          gint64 *number)
{
  *number = g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1]);
  return g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) && *number < limit;
}

/* As nearly all times are written, “2026-01-02T03:04:05Z”, of which each item has some; GLib takes ten times as long for it.
 * Returns FALSE when it is another form, or none. */
static gboolean
read_plain_time (const char *text,
                 gint64 *time)
{
  RelmDate date;
  gint64 hour, minute, second;
  char day[11];

  if (strlen (text) != strlen ("2026-01-02T03:04:05Z") || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
    return FALSE;
  g_strlcpy (day, text, sizeof day);
  if (!relm_date_parse (day, &date) || !read_two (text + 11, 24, &hour) || !read_two (text + 14, 60, &minute) ||
      !read_two (text + 17, 60, &second))
    return FALSE;
  *time = (date - EPOCH) * G_GINT64_CONSTANT (86400) + hour * 3600 + minute * 60 + second;
  return TRUE;
}

/* As ISO 8601 writes it, which is “+00:00”; Jira says “+0000”, which GLib takes as well. */
static GDateTime *
parse_time (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  return text != NULL ? g_date_time_new_from_iso8601 (text, utc) : NULL;
}

/**
 * relm_json_get_time:
 * @object: (nullable): an object
 *
 * Returns: the moment that its member tells, in Unix seconds; else 0
 */
gint64
relm_json_get_time (const RelmJsonValue *object,
                    const char *member)
{
  const char *text = relm_json_get_string (object, member);
  g_autoptr (GDateTime) time = NULL;
  gint64 plain;

  if (text != NULL && read_plain_time (text, &plain))
    return plain;
  time = parse_time (text);
  return time != NULL ? g_date_time_to_unix (time) : 0;
}

/**
 * relm_json_get_date:
 * @object: (nullable): an object
 *
 * Returns: the day that its member begins with, in whatever zone; else %RELM_DATE_NONE
 */
RelmDate
relm_json_get_date (const RelmJsonValue *object,
                    const char *member)
{
  const char *text = relm_json_get_string (object, member);
  RelmDate date = RELM_DATE_NONE;
  char day[11];

  if (text == NULL || strlen (text) < sizeof day - 1)
    return RELM_DATE_NONE;
  g_strlcpy (day, text, sizeof day);
  return relm_date_parse (day, &date) ? date : RELM_DATE_NONE;
}

/**
 * relm_json_dup_strings:
 * @object: (nullable): an object
 * @member: an array in it
 * @inner: (nullable): the member of the objects in the array; %NULL when it holds texts
 *
 * Returns: (transfer full) (nullable): the texts; %NULL when there are none
 */
char **
relm_json_dup_strings (const RelmJsonValue *object,
                       const char *member,
                       const char *inner)
{
  const RelmJsonValue *array = relm_json_get_array (object, member);
  g_autofree char **strings = NULL;
  guint n = 0;

  if (relm_json_value_get_first (array) == NULL)
    return NULL;
  strings = g_new0 (char *, relm_json_count (array) + 1);
  for (const RelmJsonValue *value = relm_json_value_get_first (array); value != NULL; value = relm_json_value_get_next (array, value))
    {
      const char *text = value->type == RELM_JSON_VALUE_STRING ? value->text : NULL;

      if (inner != NULL)
        text = relm_json_get_string (value, inner);
      if (text != NULL)
        strings[n++] = g_strdup (text);
    }
  return n > 0 ? g_steal_pointer (&strings) : NULL;
}

/**
 * relm_json_format_time:
 * @time: Unix seconds
 *
 * Returns: (transfer full): as ISO 8601 writes it, in UTC, to the second
 */
char *
relm_json_format_time (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time);

  return g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ");
}
