/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-duration.h"
#include "relm-money.h"
#include "relm-field-text.h"
#include "relm-text.h"

static gboolean
parse_relative (const char *text,
                RelmDate today,
                RelmDate *date)
{
  gint64 days;

  if (*text != '+' || !g_ascii_string_to_signed (text + 1, 10, 0, 36500, &days, NULL))
    return FALSE;
  if (today + days > RELM_DATE_MAX)
    return FALSE;

  *date = (RelmDate) (today + days);
  return TRUE;
}

static gboolean
parse_word (const char *text,
            RelmDate today,
            RelmDate *date)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  /* Translators: what a person may type in the place of a date */
  const char *const words[] = { C_ ("date", "yesterday"), C_ ("date", "today"), C_ ("date", "tomorrow") };

  for (int i = 0; i < (int) G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = g_utf8_casefold (words[i], -1);

      if (g_str_equal (word, folded))
        {
          *date = today + i - 1;
          return TRUE;
        }
    }
  return FALSE;
}

/* GDate's parser knows the order and the month names of the locale, but finds a date in nearly everything: at least a day
 * and a month are asked for. */
static gboolean
parse_localised (const char *text,
                 RelmDate *date)
{
  GDate gdate;
  guint parts = 0;
  gboolean within = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gboolean word = g_unichar_isalnum (g_utf8_get_char (p));

      parts += word && !within;
      within = word;
    }
  if (parts < 2 || parts > 4 || strlen (text) > 60)
    return FALSE;

  g_date_clear (&gdate, 1);
  g_date_set_parse (&gdate, text);
  if (!g_date_valid (&gdate) || g_date_get_year (&gdate) > 9999)
    return FALSE;

  *date = (RelmDate) g_date_get_julian (&gdate);
  return TRUE;
}

/**
 * relm_field_text_parse_date:
 * @text: what a person wrote: ISO 8601, a date as the locale writes it, “today”, or “+14” for a number of days from now
 * @today: what today is
 * @date: (out): the date; RELM_DATE_NONE for blank text
 *
 * Returns: whether it was understood
 */
gboolean
relm_field_text_parse_date (const char *text,
                            RelmDate today,
                            RelmDate *date)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  *date = RELM_DATE_NONE;
  if (*stripped == '\0')
    return TRUE;
  return relm_date_parse (stripped, date) || parse_relative (stripped, today, date) ||
         parse_word (stripped, today, date) || parse_localised (stripped, date);
}

/**
 * relm_field_text_join:
 * @strings: texts
 *
 * Returns: (transfer full): them with commas between; one that holds a comma or a quote is quoted
 */
char *
relm_field_text_join (const char *const *strings)
{
  GString *result = g_string_new (NULL);

  for (guint i = 0; strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (result, ", ");
      if (strpbrk (strings[i], ",\"") != NULL)
        {
          g_auto (GStrv) parts = g_strsplit (strings[i], "\"", -1);
          g_autofree char *doubled = g_strjoinv ("\"\"", parts);

          g_string_append_printf (result, "\"%s\"", doubled);
        }
      else
        g_string_append (result, strings[i]);
    }
  return g_string_free (result, FALSE);
}

static void
take_part (GStrvBuilder *builder,
           GString *part,
           gboolean quoted)
{
  if (!quoted)
    g_strstrip (part->str);
  if (*part->str != '\0')
    g_strv_builder_add (builder, part->str);
  g_string_truncate (part, 0);
}

/**
 * relm_field_text_split:
 * @text: texts with commas between
 *
 * Returns: (transfer full) (nullable): them, %NULL when there are none
 */
GStrv
relm_field_text_split (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GString) part = g_string_new (NULL);
  g_auto (GStrv) strings = NULL;
  gboolean within = FALSE, quoted = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (within && *p == '"' && p[1] == '"')
        g_string_append_c (part, *p++);
      else if (*p == '"' && (within || strspn (part->str, " ") == part->len))
        {
          if (!within)
            g_string_truncate (part, 0);
          within = !within;
          quoted = TRUE;
        }
      else if (*p == ',' && !within)
        {
          take_part (builder, part, quoted);
          quoted = FALSE;
        }
      else if (within || !quoted)
        g_string_append_c (part, *p);
    }
  take_part (builder, part, quoted);

  strings = g_strv_builder_end (builder);
  return strings[0] != NULL ? g_steal_pointer (&strings) : NULL;
}

static char *
display_reference (RelmProject *project,
                   const char *id)
{
  RelmRecord *target;

  if (id == NULL)
    return g_strdup ("");

  target = project != NULL ? relm_project_lookup (project, id) : NULL;
  if (target == NULL)
    {
      g_autofree char *shown = relm_text_display_title (id);

      /* Translators: stands for a record that is referred to but is not in the file; the placeholder is its id */
      return g_strdup_printf (_ ("Missing (%s)"), shown);
    }
  return relm_record_dup_display_title (target);
}

static char *
display_strings (RelmProject *project,
                 RelmRecord *record,
                 guint field)
{
  const RelmField *info = &relm_record_get_kind (record)->fields[field];
  const char *const *strings = relm_record_get_strings (record, field);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) shown = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; strings[i] != NULL; i++)
    g_strv_builder_take (builder, info->type == RELM_FIELD_REFERENCES ? display_reference (project, strings[i])
                                                                     : g_strdup (strings[i]));
  shown = g_strv_builder_end (builder);
  joined = g_strjoinv (", ", shown);
  return relm_text_display_title (joined);
}

static char *
display_integer (const RelmField *field,
                 gint64 integer)
{
  if (integer == 0 && (field->minimum != 0 || field->maximum != 0) && field->fallback.integer == 0)
    return g_strdup ("");
  return g_strdup_printf ("%" G_GINT64_FORMAT, integer);
}

static char *
display_money (RelmProject *project,
               gint64 cents)
{
  if (cents == 0)
    return g_strdup ("");
  return relm_money_display (cents, project != NULL ? relm_record_get_string (RELM_RECORD (project), RELM_PROJECT_CURRENCY) : NULL);
}

/**
 * relm_field_text_display:
 * @project: (nullable): where references are looked up
 * @record: a record
 * @field: the index of one of its fields
 *
 * Returns: (transfer full): the value on one line, translated and safe to show; empty when there is none
 */
char *
relm_field_text_display (RelmProject *project,
                         RelmRecord *record,
                         guint field)
{
  const RelmField *info = &relm_record_get_kind (record)->fields[field];
  const RelmValue *value = relm_record_get_value (record, field);

  switch (info->type)
    {
    case RELM_FIELD_INTEGER:
      return display_integer (info, value->integer);
    case RELM_FIELD_DURATION:
      return value->integer != 0 ? relm_duration_format (value->integer) : g_strdup ("");
    case RELM_FIELD_MONEY:
      return display_money (project, value->integer);
    case RELM_FIELD_BOOLEAN:
      return g_strdup (value->integer != 0 ? _ ("Yes") : "");
    case RELM_FIELD_DATE:
      return relm_date_display ((RelmDate) value->integer);
    case RELM_FIELD_ENUM:
      return relm_text_display_title (relm_field_get_choice_label (info, value->string));
    case RELM_FIELD_REFERENCE:
      return display_reference (project, value->string);
    case RELM_FIELD_REFERENCES:
    case RELM_FIELD_STRINGS:
      return display_strings (project, record, field);
    case RELM_FIELD_STRING:
    case RELM_FIELD_TEXT:
    default:
      return relm_text_display_title (value->string);
    }
}

/**
 * relm_field_text_edit:
 * @record: a record
 * @field: the index of one of its fields
 *
 * Returns: (transfer full): the value as it is typed, which relm_field_text_parse() takes
 */
char *
relm_field_text_edit (RelmRecord *record,
                      guint field)
{
  const RelmValue *value = relm_record_get_value (record, field);

  switch (value->type)
    {
    case RELM_FIELD_INTEGER:
    case RELM_FIELD_BOOLEAN:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    case RELM_FIELD_DURATION:
      return value->integer != 0 ? relm_duration_format (value->integer) : g_strdup ("");
    case RELM_FIELD_MONEY:
      return value->integer != 0 ? relm_money_format (value->integer) : g_strdup ("");
    case RELM_FIELD_DATE:
      return relm_date_display ((RelmDate) value->integer);
    case RELM_FIELD_REFERENCES:
    case RELM_FIELD_STRINGS:
      return relm_field_text_join (relm_record_get_strings (record, field));
    case RELM_FIELD_STRING:
    case RELM_FIELD_TEXT:
    case RELM_FIELD_ENUM:
    case RELM_FIELD_REFERENCE:
    default:
      return g_strdup (value->string != NULL ? value->string : "");
    }
}

static gboolean
parse_date (const char *text,
            RelmValue *value,
            GError **error)
{
  RelmDate date;

  if (!relm_field_text_parse_date (text, relm_date_today (), &date))
    {
      g_set_error_literal (error, RELM_MODEL_ERROR, RELM_MODEL_ERROR_INVALID_VALUE,
                           _ ("Not a date: write it like 2027-05-03 or choose it from the calendar"));
      return FALSE;
    }
  value->integer = date;
  return TRUE;
}

static gboolean
parse_integer (const char *text,
               RelmValue *value,
               GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped != '\0' &&
      !g_ascii_string_to_signed (stripped, 10, G_MININT64, G_MAXINT64, &value->integer, NULL))
    {
      g_set_error_literal (error, RELM_MODEL_ERROR, RELM_MODEL_ERROR_INVALID_VALUE, _ ("Write a whole number"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse_duration (const char *text,
                RelmValue *value,
                GError **error)
{
  if (!relm_duration_parse (text, &value->integer))
    {
      g_set_error_literal (error, RELM_MODEL_ERROR, RELM_MODEL_ERROR_INVALID_VALUE,
                           _ ("Not a duration: write it like 3 d, 1 d 4 h or 30 min"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse_money (const char *text,
             RelmValue *value,
             GError **error)
{
  if (!relm_money_parse (text, &value->integer))
    {
      g_set_error_literal (error, RELM_MODEL_ERROR, RELM_MODEL_ERROR_INVALID_VALUE,
                           _ ("Not an amount of money: write it like 80 or 1250.50, without the currency"));
      return FALSE;
    }
  return TRUE;
}

/**
 * relm_field_text_parse:
 * @field: a field
 * @text: what a person wrote
 * @value: (out): a value of the field's type, to be cleared
 *
 * Whether the field takes the value is for the document to say.
 *
 * Returns: whether it was understood
 */
gboolean
relm_field_text_parse (const RelmField *field,
                       const char *text,
                       RelmValue *value,
                       GError **error)
{
  *value = (RelmValue) { .type = field->type };

  switch (field->type)
    {
    case RELM_FIELD_DATE:
      return parse_date (text, value, error);
    case RELM_FIELD_INTEGER:
    case RELM_FIELD_BOOLEAN:
      return parse_integer (text, value, error);
    case RELM_FIELD_DURATION:
      return parse_duration (text, value, error);
    case RELM_FIELD_MONEY:
      return parse_money (text, value, error);
    case RELM_FIELD_REFERENCES:
    case RELM_FIELD_STRINGS:
      value->strings = relm_field_text_split (text);
      return TRUE;
    case RELM_FIELD_TEXT:
    case RELM_FIELD_ENUM:
    case RELM_FIELD_REFERENCE:
      value->string = relm_text_is_blank (text) ? NULL : g_strdup (text);
      return TRUE;
    case RELM_FIELD_STRING:
    default:
      value->string = relm_text_is_blank (text) ? NULL : g_strdelimit (g_strdup (text), "\r\n", ' ');
      return TRUE;
    }
}
