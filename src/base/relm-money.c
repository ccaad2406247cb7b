/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-base"

#include "config.h"

#include <locale.h>
#include <string.h>

#include "relm-money.h"
#include "relm-text.h"

#define DECIMALS 2
#define GROUP 3 /* digits between separators of thousands */

/* A character that people write between thousands, or before decimals. */
static gboolean
is_separator (gunichar c)
{
  return c == '.' || c == ',' || c == '\'' || c == 0x2019 || g_unichar_isspace (c);
}

/* Only a point or a comma, followed by one or two digits at the end, stands before decimals; three digits are thousands. */
static gboolean
begins_decimals (const char *text)
{
  const gsize n = strspn (text + 1, "0123456789");

  return (*text == '.' || *text == ',') && n >= 1 && n <= DECIMALS && text[n + 1] == '\0';
}

static gboolean
begins_group (const char *text)
{
  return strspn (text, "0123456789") == GROUP;
}

static gboolean
take_decimals (const char *text,
               gint64 *cents)
{
  *cents = *cents * 10 + g_ascii_digit_value (text[0]);
  *cents = *cents * 10 + (text[1] != '\0' ? g_ascii_digit_value (text[1]) : 0);
  return TRUE;
}

static gboolean
take_amount (const char *text,
             gint64 *cents)
{
  for (*cents = 0; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (g_ascii_isdigit (*text) && *cents < RELM_MONEY_MAX / 100)
        *cents = *cents * 10 + g_ascii_digit_value (*text);
      else if (begins_decimals (text))
        return take_decimals (text + 1, cents);
      else if (!is_separator (g_utf8_get_char (text)) || !begins_group (g_utf8_next_char (text)))
        return FALSE;
    }
  *cents *= 100;
  return TRUE;
}

/**
 * relm_money_parse:
 * @text: what a person wrote: digits, with any of the usual separators of thousands and a point or a comma before one or two
 *   decimals; a sign may stand in front
 * @cents: (out): hundredths; 0 for blank text
 *
 * Returns: whether it was understood, and is not beyond %RELM_MONEY_MAX
 */
gboolean
relm_money_parse (const char *text,
                  gint64 *cents)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  const gboolean negative = *trimmed == '-' || g_str_has_prefix (trimmed, "\342\210\222");
  const char *amount = negative ? g_utf8_next_char (trimmed) : trimmed;

  *cents = 0;
  if (*trimmed == '\0')
    return TRUE;
  if (!g_ascii_isdigit (*amount) || !take_amount (amount, cents) || *cents > RELM_MONEY_MAX)
    return FALSE;
  if (negative)
    *cents = -*cents;
  return TRUE;
}

/**
 * relm_money_format:
 * @cents: hundredths
 *
 * Returns: (transfer full): the shortest text that relm_money_parse() reads as the same: “80”, “80.50”
 */
char *
relm_money_format (gint64 cents)
{
  const guint64 size = cents < 0 ? -(guint64) cents : (guint64) cents;
  const char *sign = cents < 0 ? "-" : "";

  if (size % 100 == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, size / 100);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", sign, size / 100, (guint) (size % 100));
}

static char *
group_digits (gint64 number)
{
  const char *separator = localeconv ()->thousands_sep;
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number < 0 ? -(guint64) number : (guint64) number);
  const gsize n = strlen (digits);
  GString *text = g_string_new (number < 0 ? "-" : "");

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % GROUP == 0 && g_utf8_validate (separator, -1, NULL))
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

/**
 * relm_money_display:
 * @cents: hundredths
 * @currency: (nullable): its code or sign, as a project says it
 *
 * Returns: (transfer full): the amount in whole units, with thousands set apart as the locale does, and the currency after it
 */
char *
relm_money_display (gint64 cents,
                    const char *currency)
{
  const gint64 whole = (cents + (cents < 0 ? -50 : 50)) / 100;
  g_autofree char *amount = group_digits (whole);
  g_autofree char *safe = currency != NULL ? relm_text_display_title (currency) : NULL;

  if (safe == NULL || *safe == '\0')
    return g_steal_pointer (&amount);
  return g_strdup_printf ("%s\302\240%s", amount, safe); /* which are not to be parted at the end of a line */
}
