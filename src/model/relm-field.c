/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-model"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-duration.h"
#include "relm-money.h"
#include "relm-field.h"

G_DEFINE_QUARK (relm-model-error, relm_model_error)

/**
 * relm_kind_get_n_fields:
 *
 * Returns: how many fields a record of this kind has
 */
guint
relm_kind_get_n_fields (const RelmKind *kind)
{
  guint n = 0;

  while (kind->fields[n].name != NULL)
    n++;
  return n;
}

/**
 * relm_kind_find_field:
 * @name: a field's name, as in the file
 *
 * Returns: the field's index, or -1
 */
int
relm_kind_find_field (const RelmKind *kind,
                      const char *name)
{
  for (int i = 0; kind->fields[i].name != NULL; i++)
    if (g_str_equal (kind->fields[i].name, name))
      return i;
  return -1;
}

/**
 * relm_kind_get_title_field:
 *
 * Returns: the index of the field that people call a record by, or -1
 */
int
relm_kind_get_title_field (const RelmKind *kind)
{
  for (int i = 0; kind->fields[i].name != NULL; i++)
    if (kind->fields[i].flags & RELM_FIELD_TITLE)
      return i;
  return -1;
}

/**
 * relm_field_find_choice:
 * @nick: (nullable): a choice's nick
 *
 * Returns: the choice's index, or -1 for none and for one that only a newer Relm knows
 */
int
relm_field_find_choice (const RelmField *field,
                        const char *nick)
{
  g_return_val_if_fail (field->type == RELM_FIELD_ENUM, -1);

  if (nick == NULL)
    return -1;
  for (int i = 0; field->choices[i].nick != NULL; i++)
    if (g_str_equal (field->choices[i].nick, nick))
      return i;
  return -1;
}

/**
 * relm_field_get_label:
 *
 * Returns: the field's name for people, translated
 */
const char *
relm_field_get_label (const RelmField *field)
{
  return _ (field->label);
}

/**
 * relm_field_get_choice_label:
 * @nick: (nullable): a choice's nick
 *
 * Returns: the choice's name for people, translated; @nick itself if it is not known
 */
const char *
relm_field_get_choice_label (const RelmField *field,
                             const char *nick)
{
  int index = relm_field_find_choice (field, nick);

  if (index < 0)
    return nick != NULL ? nick : "";
  return _ (field->choices[index].label);
}

static gboolean
is_within (const RelmField *field,
           gint64 number)
{
  if (!relm_field_type_is_number (field->type))
    return TRUE;
  return (field->minimum == 0 && field->maximum == 0) || (number >= field->minimum && number <= field->maximum);
}

static char *
format_number (const RelmField *field,
               gint64 number)
{
  if (field->type == RELM_FIELD_DURATION)
    return relm_duration_format (number);
  return field->type == RELM_FIELD_MONEY ? relm_money_format (number) : g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/**
 * relm_field_validate:
 * @field: a field
 * @value: a value for it
 *
 * References are not looked up here: only a project can.
 *
 * Returns: whether the field takes the value
 */
gboolean
relm_field_validate (const RelmField *field,
                     const RelmValue *value,
                     GError **error)
{
  if ((field->flags & RELM_FIELD_REQUIRED) && relm_value_is_unset (value))
    {
      g_set_error (error, RELM_MODEL_ERROR, RELM_MODEL_ERROR_INVALID_VALUE,
                   _ ("“%s” must not be empty"), relm_field_get_label (field));
      return FALSE;
    }

  if (!is_within (field, value->integer))
    {
      g_autofree char *minimum = format_number (field, field->minimum);
      g_autofree char *maximum = format_number (field, field->maximum);

      g_set_error (error, RELM_MODEL_ERROR, RELM_MODEL_ERROR_INVALID_VALUE,
                   /* Translators: a field's name, then the smallest and the largest number or duration it takes */
                   _ ("“%s” must be between %s and %s"), relm_field_get_label (field), minimum, maximum);
      return FALSE;
    }

  if (field->type == RELM_FIELD_STRING && value->string != NULL && strpbrk (value->string, "\n\r") != NULL)
    {
      g_set_error (error, RELM_MODEL_ERROR, RELM_MODEL_ERROR_INVALID_VALUE,
                   _ ("“%s” must be a single line"), relm_field_get_label (field));
      return FALSE;
    }

  return TRUE;
}
