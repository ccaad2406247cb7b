/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include "relm-property-text.h"

static GParamSpec *
find_property (gpointer object,
               const char *name)
{
  return g_object_class_find_property (G_OBJECT_GET_CLASS (object), name);
}

static char *
dup_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_dtostr (text, sizeof text, number));
}

/**
 * relm_property_text_dup:
 * @object: (type GObject): an object
 * @property: one of its properties, that can be read and written
 *
 * Returns: (transfer full) (nullable): its value as a text; %NULL for the one that it has at first, which need not be kept
 */
char *
relm_property_text_dup (gpointer object,
                        const char *property)
{
  GParamSpec *pspec = find_property (object, property);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, pspec->value_type);
  g_object_get_property (object, property, &value);
  if (g_param_value_defaults (pspec, &value))
    return NULL;
  if (G_VALUE_HOLDS_ENUM (&value))
    return g_strdup (g_enum_get_value (G_PARAM_SPEC_ENUM (pspec)->enum_class, g_value_get_enum (&value))->value_nick);
  if (G_VALUE_HOLDS_BOOLEAN (&value))
    return g_strdup (g_value_get_boolean (&value) ? "true" : "false");
  if (G_VALUE_HOLDS_DOUBLE (&value))
    return dup_number (g_value_get_double (&value));
  return g_value_dup_string (&value);
}

/* A choice that is not known any more is as if nothing had been kept. */
static void
read_text (GParamSpec *pspec,
           const char *text,
           GValue *value)
{
  const GEnumValue *choice = NULL;

  if (G_VALUE_HOLDS_ENUM (value))
    choice = g_enum_get_value_by_nick (G_PARAM_SPEC_ENUM (pspec)->enum_class, text);
  if (choice != NULL)
    g_value_set_enum (value, choice->value);
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, g_str_equal (text, "true"));
  else if (G_VALUE_HOLDS_DOUBLE (value))
    g_value_set_double (value, g_ascii_strtod (text, NULL));
  else if (G_VALUE_HOLDS_STRING (value))
    g_value_set_string (value, text);
  g_param_value_validate (pspec, value);
}

/**
 * relm_property_text_set:
 * @object: (type GObject): an object
 * @property: one of its properties
 * @text: (nullable): what relm_property_text_dup() said
 */
void
relm_property_text_set (gpointer object,
                        const char *property,
                        const char *text)
{
  GParamSpec *pspec = find_property (object, property);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, pspec->value_type);
  g_param_value_set_default (pspec, &value);
  if (text != NULL)
    read_text (pspec, text, &value);
  g_object_set_property (object, property, &value);
}
