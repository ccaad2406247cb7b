/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include "relm-value.h"

static gboolean
strings_equal (char *const *a,
               char *const *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

/**
 * relm_field_type_is_integer:
 *
 * Returns: whether values of @type are held in the member integer
 */
gboolean
relm_field_type_is_integer (RelmFieldType type)
{
  return relm_field_type_is_number (type) || type == RELM_FIELD_BOOLEAN || type == RELM_FIELD_DATE;
}

/**
 * relm_field_type_is_number:
 *
 * Returns: whether values of @type are amounts, which have a range and stand under one another
 */
gboolean
relm_field_type_is_number (RelmFieldType type)
{
  return type == RELM_FIELD_INTEGER || type == RELM_FIELD_DURATION || type == RELM_FIELD_MONEY;
}

/**
 * relm_field_type_is_array:
 *
 * Returns: whether values of @type are held in the member strings
 */
gboolean
relm_field_type_is_array (RelmFieldType type)
{
  return type == RELM_FIELD_REFERENCES || type == RELM_FIELD_STRINGS;
}

/**
 * relm_value_copy:
 * @source: a value
 * @destination: (out caller-allocates): becomes a deep copy; what it held before is not freed
 */
void
relm_value_copy (const RelmValue *source,
                 RelmValue *destination)
{
  *destination = *source;
  if (relm_field_type_is_array (source->type))
    destination->strings = g_strdupv (source->strings);
  else if (!relm_field_type_is_integer (source->type))
    destination->string = g_strdup (source->string);
}

/**
 * relm_value_clear:
 * @value: becomes unset; keeps its type
 */
void
relm_value_clear (RelmValue *value)
{
  if (relm_field_type_is_array (value->type))
    g_clear_pointer (&value->strings, g_strfreev);
  else if (!relm_field_type_is_integer (value->type))
    g_clear_pointer (&value->string, g_free);
  else
    value->integer = 0;
}

/**
 * relm_value_equal:
 *
 * Returns: whether both have the same type and content
 */
gboolean
relm_value_equal (const RelmValue *a,
                  const RelmValue *b)
{
  if (a->type != b->type)
    return FALSE;
  if (relm_field_type_is_integer (a->type))
    return a->integer == b->integer;
  if (relm_field_type_is_array (a->type))
    return strings_equal (a->strings, b->strings);
  return g_strcmp0 (a->string, b->string) == 0;
}

/**
 * relm_value_is_unset:
 *
 * Returns: whether @value is what zeroed memory is
 */
gboolean
relm_value_is_unset (const RelmValue *value)
{
  if (relm_field_type_is_integer (value->type))
    return value->integer == 0;
  if (relm_field_type_is_array (value->type))
    return value->strings == NULL;
  return value->string == NULL;
}

/**
 * relm_value_set_string:
 * @value: a value of a type that holds a string
 * @string: (nullable): copied; %NULL and the empty string unset it
 */
void
relm_value_set_string (RelmValue *value,
                       const char *string)
{
  g_assert (!relm_field_type_is_integer (value->type) && !relm_field_type_is_array (value->type));

  g_set_str (&value->string, string != NULL && *string != '\0' ? string : NULL);
}

/**
 * relm_value_take_strings:
 * @value: a value of a type that holds strings
 * @strings: (nullable) (transfer full): %NULL and the empty array unset it
 */
void
relm_value_take_strings (RelmValue *value,
                         char **strings)
{
  g_assert (relm_field_type_is_array (value->type));

  g_strfreev (value->strings);
  value->strings = strings;
  if (strings != NULL && strings[0] == NULL)
    g_clear_pointer (&value->strings, g_strfreev);
}
