/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-plan-hours.h"

G_DEFINE_QUARK (relm-plan-error, relm_plan_error)

static gboolean
fail (const char *text,
      GError **error)
{
  g_set_error (error, RELM_PLAN_ERROR, RELM_PLAN_ERROR_HOURS,
               /* Translators: the English abbreviations of days and the form of times are what Relm reads */
               _ ("“%s” are no working hours: write them like “mon-fri 08:00-12:00 13:00-17:00”"), text);
  return FALSE;
}

/* "8:30" as minutes after midnight. */
static gboolean
parse_time (const char *text,
            guint16 *minute)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 3);
  guint64 hours, minutes = 0;

  if (!g_ascii_string_to_unsigned (parts[0] != NULL ? parts[0] : "", 10, 0, 24, &hours, NULL))
    return FALSE;
  if (parts[1] != NULL && (parts[2] != NULL || !g_ascii_string_to_unsigned (parts[1], 10, 0, 59, &minutes, NULL)))
    return FALSE;
  *minute = (guint16) (hours * 60 + minutes);
  return *minute <= RELM_MINUTES_PER_DAY;
}

static gboolean
parse_period (const char *text,
              RelmDayHours *hours)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 3);
  guint16 start, finish;

  if (ends[0] == NULL || ends[1] == NULL || ends[2] != NULL || hours->n == RELM_DAY_MAX_PERIODS)
    return FALSE;
  if (!parse_time (ends[0], &start) || !parse_time (ends[1], &finish) || start >= finish)
    return FALSE;
  if (hours->n > 0 && start < hours->periods[hours->n - 1].finish)
    return FALSE;
  hours->periods[hours->n].start = start;
  hours->periods[hours->n++].finish = finish;
  return TRUE;
}

/* The words of a text, with plain dashes and none around which there are spaces. */
static GStrv
split_words (const char *text)
{
  g_auto (GStrv) dashed = g_strsplit (text, "\342\200\223", -1);
  g_autofree char *plain = g_strjoinv ("-", dashed);
  g_auto (GStrv) words = g_strsplit_set (plain, " \t\302\240", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, words[i]);
  return g_strv_builder_end (builder);
}

static gboolean
parse_periods (const char *const *words,
               RelmDayHours *hours)
{
  *hours = (RelmDayHours) { 0 };
  for (guint i = 0; words[i] != NULL; i++)
    if (!parse_period (words[i], hours))
      return FALSE;
  return TRUE;
}

/* 0 for Monday; -1. */
static int
find_day (const char *name)
{
  static const char *const days[7] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

  for (int i = 0; i < 7; i++)
    if (g_ascii_strcasecmp (name, days[i]) == 0)
      return i;
  return -1;
}

/* "mon", "mon-fri" or "fri-mon", which goes over the end of the week. */
static gboolean
add_days (const char *text,
          guint *days)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 3);
  const int first = ends[0] != NULL ? find_day (ends[0]) : -1;
  const int last = first >= 0 && ends[1] != NULL ? find_day (ends[1]) : first;

  if (first < 0 || last < 0 || (ends[1] != NULL && ends[2] != NULL))
    return FALSE;
  for (int day = first;; day = (day + 1) % 7)
    {
      *days |= 1u << day;
      if (day == last)
        return TRUE;
    }
}

static gboolean
parse_days (const char *text,
            guint *days)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  *days = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    if (!add_days (parts[i], days))
      return FALSE;
  return *days != 0;
}

/**
 * relm_plan_hours_parse:
 * @text: (nullable): periods of one day: "08:00-12:00 13:00-17:00", or "8-17"
 * @hours: (out): them; none for %NULL and blank text: a day off
 *
 * Returns: whether they were understood: in order, without overlap, at most eight
 */
gboolean
relm_plan_hours_parse (const char *text,
                       RelmDayHours *hours,
                       GError **error)
{
  g_auto (GStrv) words = split_words (text != NULL ? text : "");

  return parse_periods ((const char *const *) words, hours) || fail (text, error);
}

/**
 * relm_plan_week_parse:
 * @texts: (nullable): days and their periods, as a calendar has them; what no text names is off
 * @week: (out): the hours of Monday to Sunday
 *
 * Returns: whether they were understood, and name some working time
 */
gboolean
relm_plan_week_parse (const char *const *texts,
                      RelmDayHours week[7],
                      GError **error)
{
  gboolean some = FALSE;

  memset (week, 0, 7 * sizeof (RelmDayHours));
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_auto (GStrv) words = split_words (texts[i]);
      RelmDayHours hours;
      guint days;

      if (words[0] == NULL || !parse_days (words[0], &days) || !parse_periods ((const char *const *) words + 1, &hours))
        return fail (texts[i], error);
      for (guint day = 0; day < 7; day++)
        if (days & (1u << day))
          week[day] = hours;
      some |= hours.n > 0;
    }
  return some || fail ("", error);
}
