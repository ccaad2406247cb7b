/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-format"

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "relm-format-value.h"
#include "relm-json-text.h"

#define DATE_LENGTH 10
#define INTEGER_LENGTH_MAX 20 /* -9223372036854775808 */

/* One member's value and what to say about it. */
typedef struct
{
  const RelmField *field;
  const RelmFormatSource *source;
  const RelmJsonToken *token;
  GError **error;
} Context;

static gboolean
expect (const Context *context,
        const char *expected)
{
  relm_format_source_set_error (context->source, context->token->start, RELM_FORMAT_ERROR_STRUCTURE, context->error,
                                /* Translators: the name of a member in the file, then what it must hold */
                                _ ("“%s”: expected %s"), context->field->name, expected);
  return FALSE;
}

static gboolean
is_empty_string (const RelmJsonToken *token)
{
  return token->type == RELM_JSON_STRING && token->end - token->start == 2;
}

static gboolean
read_string (const Context *context,
             const char *expected,
             char **string)
{
  if (context->token->type != RELM_JSON_STRING)
    return expect (context, expected);
  if (!is_empty_string (context->token)) /* the same as none */
    *string = relm_json_token_dup_string (context->token, context->source->text);
  return TRUE;
}

static gboolean
parse_integer (const Context *context,
               gint64 *integer)
{
  const gsize length = context->token->end - context->token->start;
  char digits[INTEGER_LENGTH_MAX + 1];

  if (context->token->type != RELM_JSON_NUMBER || length > INTEGER_LENGTH_MAX)
    return FALSE;

  memcpy (digits, context->source->text + context->token->start, length);
  digits[length] = '\0';
  return g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, integer, NULL);
}

static gboolean
read_integer (const Context *context,
              gint64 *integer)
{
  const RelmField *field = context->field;
  const gboolean bounded = field->minimum != 0 || field->maximum != 0;
  g_autofree char *expected = NULL;

  if (parse_integer (context, integer) && (!bounded || (*integer >= field->minimum && *integer <= field->maximum)))
    return TRUE;
  if (!bounded)
    return expect (context, _ ("a whole number"));

  /* Translators: the smallest and the largest number */
  expected = g_strdup_printf (_ ("a whole number from %" PRId64 " to %" PRId64), field->minimum,
                              field->maximum);
  return expect (context, expected);
}

static gboolean
read_boolean (const Context *context,
              gint64 *integer)
{
  if (context->token->type != RELM_JSON_TRUE && context->token->type != RELM_JSON_FALSE)
    return expect (context, _ ("true or false"));
  *integer = context->token->type == RELM_JSON_TRUE;
  return TRUE;
}

static gboolean
read_date (const Context *context,
           gint64 *integer)
{
  const RelmJsonToken *token = context->token;
  char text[DATE_LENGTH + 1] = "";
  RelmDate date;

  if (is_empty_string (token))
    return TRUE;
  if (token->type == RELM_JSON_STRING && token->end - token->start == DATE_LENGTH + 2)
    memcpy (text, context->source->text + token->start + 1, DATE_LENGTH);
  if (!relm_date_parse (text, &date))
    return expect (context, _ ("a day, such as \"2027-05-03\""));
  *integer = date;
  return TRUE;
}

static gboolean
read_strings (const Context *context,
              const char *expected,
              char ***strings)
{
  const RelmJsonToken *array = context->token;
  g_auto (GStrv) result = NULL;

  if (array->type != RELM_JSON_ARRAY)
    return expect (context, expected);
  if (array->n_items == 0) /* the same as none */
    return TRUE;

  result = g_new0 (char *, array->n_items + 1);
  for (guint32 i = 0; i < array->n_items; i++)
    {
      Context element = *context;

      element.token = array + 1 + i; /* each string is one token */
      if (element.token->type != RELM_JSON_STRING ||
          (context->field->type == RELM_FIELD_REFERENCES && is_empty_string (element.token)))
        return expect (&element, expected);
      result[i] = relm_json_token_dup_string (element.token, context->source->text);
    }
  *strings = g_steal_pointer (&result);
  return TRUE;
}

/**
 * relm_format_value_read:
 * @field: the field that it is for
 * @token: what stands there, followed by its content
 * @value: (inout): an unset value of the field's type; becomes what the token says
 *
 * Returns: %FALSE with an error at the token's place if it is not what the field holds
 */
gboolean
relm_format_value_read (const RelmField *field,
                        const RelmFormatSource *source,
                        const RelmJsonToken *token,
                        RelmValue *value,
                        GError **error)
{
  const Context context = { field, source, token, error };

  switch (field->type)
    {
    case RELM_FIELD_STRING:
    case RELM_FIELD_TEXT:
      return read_string (&context, _ ("text in quotes"), &value->string);
    case RELM_FIELD_ENUM:
      return read_string (&context, _ ("the name of a choice in quotes"), &value->string);
    case RELM_FIELD_REFERENCE:
      return read_string (&context, _ ("the id of a record in quotes"), &value->string);
    case RELM_FIELD_INTEGER:
    case RELM_FIELD_DURATION:
    case RELM_FIELD_MONEY:
      return read_integer (&context, &value->integer);
    case RELM_FIELD_BOOLEAN:
      return read_boolean (&context, &value->integer);
    case RELM_FIELD_DATE:
      return read_date (&context, &value->integer);
    case RELM_FIELD_REFERENCES:
      return read_strings (&context, _ ("a list of ids"), &value->strings);
    case RELM_FIELD_STRINGS:
      return read_strings (&context, _ ("a list of texts"), &value->strings);
    default:
      g_assert_not_reached ();
    }
}

/**
 * relm_format_append_line:
 * @indent: how many levels
 *
 * Appends a line end and the blanks that the next line starts with.
 */
void
relm_format_append_line (GString *out,
                         guint indent)
{
  static const char blanks[] = "\n                ";

  g_assert (indent * 2 + 1 < sizeof blanks);

  g_string_append_len (out, blanks, (gssize) (indent * 2 + 1));
}

/* Without printf(), which would take most of the time of writing a project. */
static void
append_date (GString *out,
             RelmDate date)
{
  char text[] = "\"0000-00-00\"";
  int year, month, day;

  g_return_if_fail (date >= RELM_DATE_NONE && date <= RELM_DATE_MAX);

  if (date == RELM_DATE_NONE) /* where a field's default is a day */
    {
      g_string_append_len (out, "\"\"", 2);
      return;
    }

  relm_date_to_ymd (date, &year, &month, &day);
  for (int i = 4; i > 0; i--, year /= 10)
    text[i] = (char) ('0' + year % 10);
  text[6] = (char) ('0' + month / 10);
  text[7] = (char) ('0' + month % 10);
  text[9] = (char) ('0' + day / 10);
  text[10] = (char) ('0' + day % 10);
  g_string_append_len (out, text, sizeof text - 1);
}

static void
append_strings (GString *out,
                char *const *strings,
                guint indent)
{
  g_string_append_c (out, '[');
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      relm_format_append_line (out, indent + 1);
      relm_json_append_quoted (out, strings[i]);
    }
  if (strings != NULL && strings[0] != NULL)
    relm_format_append_line (out, indent);
  g_string_append_c (out, ']');
}

/**
 * relm_format_value_append:
 * @value: a value; an unset text, choice or id becomes the empty string, which is read as unset
 * @indent: the level of the line that it starts in
 */
void
relm_format_value_append (const RelmValue *value,
                          guint indent,
                          GString *out)
{
  switch (value->type)
    {
    case RELM_FIELD_STRING:
    case RELM_FIELD_TEXT:
    case RELM_FIELD_ENUM:
    case RELM_FIELD_REFERENCE:
      relm_json_append_quoted (out, value->string != NULL ? value->string : "");
      break;
    case RELM_FIELD_INTEGER:
    case RELM_FIELD_DURATION:
    case RELM_FIELD_MONEY:
      g_string_append_printf (out, "%" PRId64, value->integer);
      break;
    case RELM_FIELD_BOOLEAN:
      g_string_append (out, value->integer != 0 ? "true" : "false");
      break;
    case RELM_FIELD_DATE:
      append_date (out, (RelmDate) value->integer);
      break;
    case RELM_FIELD_REFERENCES:
    case RELM_FIELD_STRINGS:
      append_strings (out, value->strings, indent);
      break;
    default:
      g_assert_not_reached ();
    }
}
