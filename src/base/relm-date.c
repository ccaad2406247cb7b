/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-base"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-date.h"

static GDate
to_gdate (RelmDate date)
{
  GDate gdate;

  g_date_clear (&gdate, 1);
  g_date_set_julian (&gdate, (guint32) date);
  return gdate;
}

static gboolean
parse_digits (const char *text,
              int count,
              int *value)
{
  *value = 0;
  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + (text[i] - '0');
    }
  return TRUE;
}

static char *
format_with (RelmDate date,
             const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  if (date == RELM_DATE_NONE)
    return g_strdup ("");

  relm_date_to_ymd (date, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 12, 0, 0);
  return g_date_time_format (time, format);
}

/**
 * relm_date_from_ymd:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the date, or RELM_DATE_NONE if there is no such day
 */
RelmDate
relm_date_from_ymd (int year,
                    int month,
                    int day)
{
  GDate gdate;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return RELM_DATE_NONE;

  g_date_clear (&gdate, 1);
  g_date_set_dmy (&gdate, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (RelmDate) g_date_get_julian (&gdate);
}

/**
 * relm_date_to_ymd:
 * @date: a date; must not be RELM_DATE_NONE
 * @year: (out)
 * @month: (out): 1 to 12
 * @day: (out): 1 to 31
 */
void
relm_date_to_ymd (RelmDate date,
                  int *year,
                  int *month,
                  int *day)
{
  GDate gdate;

  *year = *month = *day = 0;
  g_return_if_fail (date > RELM_DATE_NONE);

  gdate = to_gdate (date);
  *year = g_date_get_year (&gdate);
  *month = (int) g_date_get_month (&gdate);
  *day = g_date_get_day (&gdate);
}

/**
 * relm_date_from_unix:
 * @seconds: seconds since 1970-01-01 00:00 UTC
 *
 * Returns: the day in UTC, or RELM_DATE_NONE if it is outside the years 1 to 9999
 */
RelmDate
relm_date_from_unix (gint64 seconds)
{
  const gint64 epoch = 719163; /* 1970-01-01 */
  gint64 days = seconds / 86400 - (seconds % 86400 < 0 ? 1 : 0);

  if (days <= -epoch || days > RELM_DATE_MAX - epoch)
    return RELM_DATE_NONE;
  return (RelmDate) (days + epoch);
}

/**
 * relm_date_from_unix_local:
 * @seconds: seconds since 1970-01-01 00:00 UTC
 *
 * Returns: the day where the person is, or RELM_DATE_NONE for what is not after that moment
 */
RelmDate
relm_date_from_unix_local (gint64 seconds)
{
  g_autoptr (GDateTime) moment = seconds > 0 ? g_date_time_new_from_unix_local (seconds) : NULL;
  int year, month, day;

  if (moment == NULL)
    return RELM_DATE_NONE;
  g_date_time_get_ymd (moment, &year, &month, &day);
  return relm_date_from_ymd (year, month, day);
}

/**
 * relm_date_today:
 *
 * The tests fix the day with the environment variable RELM_TODAY (YYYY-MM-DD).
 *
 * Returns: today where the person is
 */
RelmDate
relm_date_today (void)
{
  const char *fixed = g_getenv ("RELM_TODAY");
  g_autoptr (GDateTime) now = NULL;
  RelmDate date;

  if (fixed != NULL && relm_date_parse (fixed, &date))
    return date;

  now = g_date_time_new_now_local ();
  return relm_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

/**
 * relm_date_parse:
 * @text: (nullable): exactly YYYY-MM-DD (ISO 8601, extended calendar date)
 * @date: (out): the date, untouched on failure
 *
 * Returns: whether @text names a day
 */
gboolean
relm_date_parse (const char *text,
                 RelmDate *date)
{
  int year, month, day;
  RelmDate result;

  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  if (!parse_digits (text, 4, &year) || !parse_digits (text + 5, 2, &month) || !parse_digits (text + 8, 2, &day))
    return FALSE;

  result = relm_date_from_ymd (year, month, day);
  if (result == RELM_DATE_NONE)
    return FALSE;

  *date = result;
  return TRUE;
}

/**
 * relm_date_format:
 * @date: a date or RELM_DATE_NONE
 *
 * Returns: (transfer full): YYYY-MM-DD, or the empty string
 */
char *
relm_date_format (RelmDate date)
{
  int year, month, day;

  if (date == RELM_DATE_NONE)
    return g_strdup ("");

  relm_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * relm_date_display:
 * @date: a date or RELM_DATE_NONE
 *
 * Returns: (transfer full): the date as people write it, with the year ("3 May 2027"), or the empty string
 */
char *
relm_date_display (RelmDate date)
{
  /* Translators: a date with its year, as g_date_time_format() takes it, for example “3 May 2027” */
  return format_with (date, _ ("%-d %b %Y"));
}

/**
 * relm_date_display_short:
 * @date: a date or RELM_DATE_NONE
 *
 * Returns: (transfer full): the date without its year ("3 May"), or the empty string
 */
char *
relm_date_display_short (RelmDate date)
{
  /* Translators: a date without its year, as g_date_time_format() takes it, for example “3 May” */
  return format_with (date, _ ("%-d %b"));
}

/**
 * relm_date_weekday:
 * @date: a date
 *
 * Returns: 1 for Monday to 7 for Sunday (ISO 8601)
 */
int
relm_date_weekday (RelmDate date)
{
  return (date + 6) % 7 + 1; /* 0001-01-01, day 1, was a Monday */
}

/**
 * relm_date_add_months:
 * @date: a date
 * @months: how many, may be negative
 *
 * Returns: the same day of another month, or that month's last day; RELM_DATE_NONE outside the years 1 to 9999
 */
RelmDate
relm_date_add_months (RelmDate date,
                      int months)
{
  int year, month, day, index;

  if (date == RELM_DATE_NONE)
    return RELM_DATE_NONE;

  relm_date_to_ymd (date, &year, &month, &day);
  index = year * 12 + (month - 1) + months;
  year = index / 12;
  month = index % 12 + 1;
  if (index < 12 || year > 9999)
    return RELM_DATE_NONE;

  return relm_date_from_ymd (year, month, MIN (day, g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year)));
}

/**
 * relm_span_is_set:
 *
 * Returns: whether both ends are dates and in order
 */
gboolean
relm_span_is_set (RelmSpan span)
{
  return span.start != RELM_DATE_NONE && span.finish != RELM_DATE_NONE && span.start <= span.finish;
}

/**
 * relm_span_union:
 *
 * Returns: the smallest span that holds every date of both
 */
RelmSpan
relm_span_union (RelmSpan a,
                 RelmSpan b)
{
  RelmSpan result = a;

  if (a.start == RELM_DATE_NONE || (b.start != RELM_DATE_NONE && b.start < a.start))
    result.start = b.start;
  if (b.finish > a.finish)
    result.finish = b.finish;
  return result;
}

/**
 * relm_span_display:
 *
 * Returns: (transfer full): the period as people write it, without saying the year twice
 */
char *
relm_span_display (RelmSpan span)
{
  g_autofree char *start = NULL;
  g_autofree char *finish = NULL;
  int start_year, finish_year, month, day;

  if (span.start == RELM_DATE_NONE || span.finish == RELM_DATE_NONE || span.start == span.finish)
    return relm_date_display (span.start != RELM_DATE_NONE ? span.start : span.finish);

  relm_date_to_ymd (span.start, &start_year, &month, &day);
  relm_date_to_ymd (span.finish, &finish_year, &month, &day);
  start = start_year == finish_year ? relm_date_display_short (span.start) : relm_date_display (span.start);
  finish = relm_date_display (span.finish);
  /* Translators: a period, from one date to another */
  return g_strdup_printf (_ ("%s – %s"), start, finish);
}
