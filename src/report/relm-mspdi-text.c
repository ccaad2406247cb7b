/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-report"

#include "config.h"

#include <string.h>

#include "relm-mspdi-text.h"
#include "relm-text.h"

#define DURATION_MAX (G_MAXINT32 / 2) /* minutes; some thousands of years of work */

/* Also two characters that UTF-8 has and XML 1.0 has not. */
static char *
dup_clean (const char *text)
{
  g_autofree char *safe = relm_text_display (text);
  GString *clean = g_string_new (safe);

  g_string_replace (clean, "\357\277\276", "\357\277\275", 0);
  g_string_replace (clean, "\357\277\277", "\357\277\275", 0);
  return g_string_free (clean, FALSE);
}

/**
 * relm_mspdi_append_text:
 * @depth: how many elements it is in
 * @text: (nullable): text from anywhere; without any, there is no element
 */
void
relm_mspdi_append_text (GString *file,
                        guint depth,
                        const char *name,
                        const char *text)
{
  g_autofree char *clean = NULL;
  g_autofree char *escaped = NULL;

  if (text == NULL || *text == '\0')
    return;
  clean = dup_clean (text);
  escaped = g_markup_escape_text (clean, -1);
  g_string_append_printf (file, "%*s<%s>%s</%s>\n", (int) depth * 2, "", name, escaped, name);
}

/**
 * relm_mspdi_append_integer:
 * @depth: how many elements it is in
 */
void
relm_mspdi_append_integer (GString *file,
                           guint depth,
                           const char *name,
                           gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  relm_mspdi_append_text (file, depth, name, text);
}

/**
 * relm_mspdi_append_date:
 * @date: a day, or RELM_DATE_NONE, for which there is no element
 * @end: whether something starts or finishes then
 */
void
relm_mspdi_append_date (GString *file,
                        guint depth,
                        const char *name,
                        RelmDate date,
                        RelmMspdiEnd end)
{
  g_autofree char *day = relm_date_format (date);
  g_autofree char *text = g_strconcat (day, end == RELM_MSPDI_START ? "T08:00:00" : "T17:00:00", NULL);

  if (date != RELM_DATE_NONE)
    relm_mspdi_append_text (file, depth, name, text);
}

/**
 * relm_mspdi_append_duration:
 * @minutes: of working time, not negative
 */
void
relm_mspdi_append_duration (GString *file,
                            guint depth,
                            const char *name,
                            gint64 minutes)
{
  g_autofree char *text = g_strdup_printf ("PT%" G_GINT64_FORMAT "H%dM0S", minutes / 60, (int) (minutes % 60));

  relm_mspdi_append_text (file, depth, name, text);
}

/* Hours, minutes and seconds of a clock, “17:00” or “17:00:00”; a fraction and a zone after them mean nothing here. */
static gboolean
parse_clock (const char *text,
             gboolean *midnight)
{
  const char *digits = "00:00";

  for (guint i = 0; i < strlen (digits); i++)
    if (digits[i] == ':' ? text[i] != ':' : !g_ascii_isdigit (text[i]))
      return FALSE;
  if (text[0] > '2' || (text[0] == '2' && text[1] > '4') || text[3] > '5')
    return FALSE;
  text += strlen (digits);
  *midnight = memcmp (text - strlen (digits), digits, strlen (digits)) == 0;
  return *text == '\0' || (text[0] == ':' && g_ascii_isdigit (text[1]) && g_ascii_isdigit (text[2]));
}

/**
 * relm_mspdi_parse_date:
 * @text: a time, “2027-05-03T17:00:00”, a day alone, or “NA”
 * @end: whether something starts or finishes then; what finishes as a day begins finishes on the day before
 * @date: (out): the day; RELM_DATE_NONE for “NA”
 *
 * Returns: whether that is a time
 */
gboolean
relm_mspdi_parse_date (const char *text,
                       RelmMspdiEnd end,
                       RelmDate *date)
{
  const char *clock = strchr (text, 'T');
  g_autofree char *day = clock != NULL ? g_strndup (text, (gsize) (clock - text)) : g_strdup (text);
  gboolean midnight = FALSE;

  *date = RELM_DATE_NONE;
  if (g_str_equal (text, "NA"))
    return TRUE;
  if (strlen (day) != strlen ("0000-00-00") || !relm_date_parse (day, date) || *date == RELM_DATE_NONE)
    return FALSE;
  if (clock != NULL && !parse_clock (clock + 1, &midnight))
    return FALSE;
  if (midnight && end == RELM_MSPDI_FINISH && *date > 1)
    (*date)--;
  return TRUE;
}

/* A number and the letter after it. Returns: where the next one starts, or NULL */
static const char *
parse_part (const char *text,
            double *number,
            char *unit)
{
  char *end;

  if (!g_ascii_isdigit (*text))
    return NULL;
  *number = g_ascii_strtod (text, &end);
  *unit = *end;
  return *end != '\0' && end - text < 20 ? end + 1 : NULL;
}

/**
 * relm_mspdi_parse_duration:
 * @text: a duration of hours, minutes and seconds, “PT16H0M0S”; days are days of a clock, as ISO 8601 has it
 * @minutes: (out): of working time
 *
 * Returns: whether that is a duration
 */
gboolean
relm_mspdi_parse_duration (const char *text,
                           gint64 *minutes)
{
  double sum = 0;
  gboolean clock = FALSE;

  if (*text++ != 'P' || *text == '\0')
    return FALSE;
  while (*text != '\0')
    {
      double number = 0;
      char unit = 0;

      if (*text == 'T' && !clock)
        {
          clock = TRUE;
          text++;
          continue;
        }
      text = parse_part (text, &number, &unit);
      if (text == NULL || (clock ? strchr ("HMS", unit) == NULL : unit != 'D'))
        return FALSE;
      sum += unit == 'D' ? number * 1440 : unit == 'H' ? number * 60 : unit == 'M' ? number : number / 60;
    }
  if (!(sum <= DURATION_MAX))
    return FALSE;
  *minutes = (gint64) sum;
  return TRUE;
}

/**
 * relm_mspdi_parse_integer:
 * @number: (out): what it says
 *
 * Returns: whether it is a whole number that 32 bits hold
 */
gboolean
relm_mspdi_parse_integer (const char *text,
                          gint64 *number)
{
  return g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXINT32, number, NULL);
}

/**
 * relm_mspdi_parse_units:
 * @per_cent: (out): what it says, in per cent of one person; what is more than one is one
 *
 * Returns: whether it is a number, and not less than nothing
 */
gboolean
relm_mspdi_parse_units (const char *text,
                        gint64 *per_cent)
{
  char *end;
  const double units = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !(units >= 0))
    return FALSE;
  *per_cent = units < 1 ? (gint64) (units * 100 + 0.5) : 100;
  return TRUE;
}
