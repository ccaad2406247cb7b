/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-tracker"

#include "config.h"

#include <string.h>

#include "relm-json-members.h"
#include "relm-json-pruner.h"

/* Returns NULL when there is none of that type. */
static JsonNode *
get_node (JsonObject *object,
          const char *member,
          JsonNodeType type)
{
  JsonNode *node;

  g_assert (relm_json_pruner_keeps (member, strlen (member)));
  node = object != NULL ? json_object_get_member (object, member) : NULL;
  return node != NULL && JSON_NODE_TYPE (node) == type ? node : NULL;
}

/**
 * relm_json_get_array:
 * @root: (nullable): an array, or an object that has one
 * @member: (nullable): the member of the object; %NULL when @root is to be the array
 *
 * Returns: (transfer none) (nullable): the array
 */
JsonArray *
relm_json_get_array (JsonNode *root,
                     const char *member)
{
  JsonNode *node = root;

  if (root != NULL && member != NULL)
    node = JSON_NODE_HOLDS_OBJECT (root) ? get_node (json_node_get_object (root), member, JSON_NODE_ARRAY) : NULL;
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * relm_json_get_element:
 * @array: an array
 * @index: below its length
 *
 * Returns: (transfer none) (nullable): the object there
 */
JsonObject *
relm_json_get_element (JsonArray *array,
                       guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * relm_json_get_object:
 * @object: (nullable): an object
 *
 * Returns: (transfer none) (nullable): the object that is its member
 */
JsonObject *
relm_json_get_object (JsonObject *object,
                      const char *member)
{
  JsonNode *node = get_node (object, member, JSON_NODE_OBJECT);

  return node != NULL ? json_node_get_object (node) : NULL;
}

/**
 * relm_json_get_string:
 * @object: (nullable): an object
 *
 * Returns: (nullable): the text that is its member
 */
const char *
relm_json_get_string (JsonObject *object,
                      const char *member)
{
  JsonNode *node = get_node (object, member, JSON_NODE_VALUE);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/**
 * relm_json_get_number:
 * @object: (nullable): an object
 *
 * Returns: the whole number that is its member; else 0
 */
gint64
relm_json_get_number (JsonObject *object,
                      const char *member)
{
  JsonNode *node = get_node (object, member, JSON_NODE_VALUE);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;
}

/**
 * relm_json_dup_number:
 * @object: (nullable): an object
 *
 * Returns: (transfer full) (nullable): the number above 0 that is its member, as text: an id
 */
char *
relm_json_dup_number (JsonObject *object,
                      const char *member)
{
  const gint64 number = relm_json_get_number (object, member);

  return number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
}

/**
 * relm_json_get_boolean:
 * @object: (nullable): an object
 *
 * Returns: whether its member is true
 */
gboolean
relm_json_get_boolean (JsonObject *object,
                       const char *member)
{
  JsonNode *node = get_node (object, member, JSON_NODE_VALUE);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
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
relm_json_get_time (JsonObject *object,
                    const char *member)
{
  g_autoptr (GDateTime) time = parse_time (relm_json_get_string (object, member));

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

/**
 * relm_json_get_date:
 * @object: (nullable): an object
 *
 * Returns: the day that its member begins with, in whatever zone; else %RELM_DATE_NONE
 */
RelmDate
relm_json_get_date (JsonObject *object,
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
relm_json_dup_strings (JsonObject *object,
                       const char *member,
                       const char *inner)
{
  JsonNode *node = get_node (object, member, JSON_NODE_ARRAY);
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *text = NULL;

      if (inner != NULL)
        text = relm_json_get_string (relm_json_get_element (array, i), inner);
      else if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
        text = json_node_get_string (element);
      if (text != NULL)
        g_strv_builder_add (builder, text);
    }
  strings = g_strv_builder_end (builder);
  return strings[0] != NULL ? g_steal_pointer (&strings) : NULL;
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
