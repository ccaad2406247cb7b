/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-base"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-duration.h"

#define MINUTES_MAX (G_GINT64_CONSTANT (500000000))

typedef struct
{
  gint64 minutes;
  const char *symbol;   /* understood everywhere, and what stands in exported files */
  const char *localised;
} Unit;

enum
{
  UNIT_WEEK,
  UNIT_DAY,
  UNIT_HOUR,
  UNIT_MINUTE,
  N_UNITS,
};

static Unit
get_unit (int unit)
{
  switch (unit)
    {
    case UNIT_WEEK:
      /* Translators: the symbol of a week, after a number */
      return (Unit) { RELM_DURATION_WEEK, "w", C_ ("duration", "w") };
    case UNIT_DAY:
      /* Translators: the symbol of a day, after a number */
      return (Unit) { RELM_DURATION_DAY, "d", C_ ("duration", "d") };
    case UNIT_HOUR:
      /* Translators: the symbol of an hour, after a number */
      return (Unit) { RELM_DURATION_HOUR, "h", C_ ("duration", "h") };
    case UNIT_MINUTE:
    default:
      /* Translators: the symbol of a minute, after a number */
      return (Unit) { 1, "min", C_ ("duration", "min") };
    }
}

/* The unit at the beginning of a word of letters; -1 when it is none. */
static int
find_unit (const char *word,
           gsize length)
{
  g_autofree char *text = g_strndup (word, length);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (int i = 0; i < N_UNITS; i++)
    {
      const Unit unit = get_unit (i);
      g_autofree char *localised = g_utf8_casefold (unit.localised, -1);

      if (g_str_equal (folded, unit.symbol) || g_str_equal (folded, localised))
        return i;
    }
  return g_str_equal (folded, "m") ? UNIT_MINUTE : -1;
}

/* A number with at most three decimals, in thousandths, without the rounding of floating numbers. */
static gboolean
take_number (const char **text,
             gint64 *thousandths)
{
  const char *p = *text;
  gint64 scale = 1000;

  if (!g_ascii_isdigit (*p))
    return FALSE;
  for (*thousandths = 0; g_ascii_isdigit (*p) && *thousandths < MINUTES_MAX * 1000; p++)
    *thousandths = *thousandths * 10 + g_ascii_digit_value (*p) * 1000;
  if (g_ascii_isdigit (*p))
    return FALSE;
  if ((*p == '.' || *p == ',') && g_ascii_isdigit (p[1]))
    for (p++; g_ascii_isdigit (*p) && scale > 1; p++)
      *thousandths += g_ascii_digit_value (*p) * (scale /= 10);
  *text = p;
  return !g_ascii_isdigit (*p);
}

static const char *
skip_spaces (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static const char *
skip_letters (const char *text)
{
  while (g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* One number and its unit; a number without one is days. */
static gboolean
take_part (const char **text,
           gint64 *minutes)
{
  const char *word, *end;
  gint64 thousandths;
  int unit = UNIT_DAY;

  if (!take_number (text, &thousandths))
    return FALSE;
  word = skip_spaces (*text);
  end = skip_letters (word);
  if (end > word)
    unit = find_unit (word, (gsize) (end - word));
  if (unit < 0)
    return FALSE;
  *text = skip_spaces (end);
  *minutes = thousandths <= MINUTES_MAX * 1000 / get_unit (unit).minutes ? (thousandths * get_unit (unit).minutes + 500) / 1000 : MINUTES_MAX + 1;
  return *minutes <= MINUTES_MAX;
}

/**
 * relm_duration_parse:
 * @text: what a person wrote: numbers, each with a unit (w, d, h, min, or the locale's); one without a unit is days; a sign in
 *   front holds for all of it
 * @minutes: (out): working minutes; 0 for blank text
 *
 * Returns: whether it was understood
 */
gboolean
relm_duration_parse (const char *text,
                     gint64 *minutes)
{
  gboolean negative;
  gint64 part;

  g_return_val_if_fail (text != NULL && minutes != NULL, FALSE);

  *minutes = 0;
  text = skip_spaces (text);
  /* U+2212, the minus sign, as well. */
  negative = *text == '-' || g_str_has_prefix (text, "\342\210\222");
  if (negative || *text == '+')
    {
      text = skip_spaces (g_utf8_next_char (text));
      if (*text == '\0')
        return FALSE;
    }
  while (*text != '\0')
    {
      if (!take_part (&text, &part) || *minutes + part > MINUTES_MAX)
        return FALSE;
      *minutes += part;
    }
  if (negative)
    *minutes = -*minutes;
  return TRUE;
}

/**
 * relm_duration_format:
 * @minutes: working minutes
 *
 * Returns: (transfer full): them in days, hours and minutes, as short as can be, with the locale's units: "3 d",
 *   "1 d 4 h", "\342\210\22230 min"; "0 d" for none
 */
char *
relm_duration_format (gint64 minutes)
{
  GString *text = g_string_new (minutes < 0 ? "\342\210\222" : "");
  gint64 left = ABS (minutes);
  gboolean written = FALSE;

  for (int i = UNIT_DAY; i < N_UNITS; i++)
    {
      const Unit unit = get_unit (i);
      const gint64 n = left / unit.minutes;

      left %= unit.minutes;
      if (n == 0 && (minutes != 0 || i != UNIT_DAY))
        continue;
      if (written)
        g_string_append_c (text, ' ');
      written = TRUE;
      /* A no-break space: a number and its unit stay on one line. */
      g_string_append_printf (text, "%" G_GINT64_FORMAT "\302\240%s", n, unit.localised);
    }
  return g_string_free (text, FALSE);
}
