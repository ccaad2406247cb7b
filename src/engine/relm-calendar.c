/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-calendar-private.h"

G_DEFINE_QUARK (relm-calendar-error, relm_calendar_error)

static gboolean
check_hours (const RelmDayHours *hours,
             GError **error)
{
  gboolean valid = hours->n <= RELM_DAY_MAX_PERIODS;

  for (guint i = 0; valid && i < hours->n; i++)
    valid = hours->periods[i].start < hours->periods[i].finish && hours->periods[i].finish <= RELM_MINUTES_PER_DAY &&
            (i == 0 || hours->periods[i - 1].finish <= hours->periods[i].start);
  if (!valid)
    g_set_error (error, RELM_CALENDAR_ERROR, RELM_CALENDAR_ERROR_HOURS,
                 _("The working hours of a day must follow one another, at most %d a day; correct them."), RELM_DAY_MAX_PERIODS);
  return valid;
}

static gboolean
check_week (const RelmDayHours week[7],
            GError **error)
{
  guint n = 0;

  for (guint i = 0; i < 7; i++)
    {
      if (!check_hours (&week[i], error))
        return FALSE;
      n += week[i].n;
    }
  if (n == 0)
    g_set_error_literal (error, RELM_CALENDAR_ERROR, RELM_CALENDAR_ERROR_EMPTY,
                         _("A calendar needs at least one day of the week with working hours; add some."));
  return n > 0;
}

static gboolean
check_exceptions (const RelmCalendarException *exceptions,
                  gsize n,
                  RelmSpan *all,
                  GError **error)
{
  *all = (RelmSpan) { RELM_DATE_NONE, RELM_DATE_NONE };
  for (gsize i = 0; i < n; i++)
    {
      RelmSpan days = exceptions[i].days;

      if (!check_hours (&exceptions[i].hours, error))
        return FALSE;
      *all = relm_span_union (*all, days);
      if (days.start == RELM_DATE_NONE || days.finish < days.start || all->finish - all->start >= RELM_CALENDAR_MAX_DAYS)
        {
          g_set_error (error, RELM_CALENDAR_ERROR, RELM_CALENDAR_ERROR_RANGE,
                       _("Holidays and other special days must have a first and a last day, and lie within %d years; correct them."),
                       RELM_CALENDAR_MAX_DAYS / 365);
          return FALSE;
        }
    }
  return TRUE;
}

/* The work of a week in which days differ, up to a minute of it. */
gint32
relm_calendar_day_to_work (const RelmCalendar *self,
                           gint32 week,
                           gint32 minute)
{
  gint32 day = week * 7 + minute / RELM_MINUTES_PER_DAY;
  const RelmDayPattern *pattern = &self->patterns[self->day_patterns[day]];
  gint32 work = self->day_work[day];

  minute %= RELM_MINUTES_PER_DAY;
  for (gint32 i = 0; i < pattern->n; i++)
    work += CLAMP (minute - pattern->start[i], 0, pattern->length[i]);
  return work;
}

/* The last minute of a week in which days differ by which so much work of it, which is less than all, is done. */
static gint32
day_to_start (const RelmCalendar *self,
              gint32 week,
              gint32 work)
{
  gint32 day = 6, i = 0;
  const RelmDayPattern *pattern;

  while (self->day_work[week * 7 + day] > work || self->patterns[self->day_patterns[week * 7 + day]].minutes == 0)
    day--;
  work -= self->day_work[week * 7 + day];
  pattern = &self->patterns[self->day_patterns[week * 7 + day]];
  while (work >= pattern->length[i])
    work -= pattern->length[i++];
  return day * RELM_MINUTES_PER_DAY + pattern->start[i] + work;
}

/* The same as relm_calendar_to_start (), for work that lies in the weeks in which days differ, by searching. */
RelmTime
relm_calendar_search_start (const RelmCalendar *self,
                            gint32 work)
{
  gint32 low = 0, high = self->n_weeks;

  while (high - low > 1)
    {
      gint32 middle = low + (high - low) / 2;

      if (self->weeks[middle].work <= work)
        low = middle;
      else
        high = middle;
    }
  return (self->first_week + low) * RELM_MINUTES_PER_WEEK - RELM_WEEK_ZERO + day_to_start (self, low, work - self->weeks[low].work);
}

/**
 * relm_calendar_new:
 * @week: working hours of Monday to Sunday
 * @exceptions: (array length=n_exceptions) (nullable): days that differ
 *
 * Returns: (transfer full) (nullable): a compiled calendar, or %NULL and an error of %RELM_CALENDAR_ERROR
 */
RelmCalendar *
relm_calendar_new (const RelmDayHours week[7],
                   const RelmCalendarException *exceptions,
                   gsize n_exceptions,
                   GError **error)
{
  RelmCalendar *self;
  RelmSpan all;

  g_return_val_if_fail (week != NULL && (exceptions != NULL || n_exceptions == 0), NULL);

  if (!check_week (week, error) || !check_exceptions (exceptions, n_exceptions, &all, error))
    return NULL;
  self = g_new0 (RelmCalendar, 1);
  g_atomic_ref_count_init (&self->references);
  memcpy (self->week, week, sizeof self->week);
  self->exceptions = g_memdup2 (exceptions, n_exceptions * sizeof *exceptions);
  self->n_exceptions = n_exceptions;
  relm_calendar_compile (self, all);
  return self;
}

/**
 * relm_calendar_new_office:
 *
 * Returns: (transfer full): Monday to Friday, 8:00 to 12:00 and 13:00 to 17:00
 */
RelmCalendar *
relm_calendar_new_office (void)
{
  RelmDayHours week[7] = { 0 };

  for (guint i = 0; i < 5; i++)
    week[i] = (RelmDayHours) { 2, { { 8 * 60, 12 * 60 }, { 13 * 60, 17 * 60 } } };
  return relm_calendar_new (week, NULL, 0, NULL);
}

/**
 * relm_calendar_new_always:
 *
 * Returns: (transfer full): every minute of every day
 */
RelmCalendar *
relm_calendar_new_always (void)
{
  RelmDayHours week[7];

  for (guint i = 0; i < 7; i++)
    week[i] = (RelmDayHours) { 1, { { 0, RELM_MINUTES_PER_DAY } } };
  return relm_calendar_new (week, NULL, 0, NULL);
}

/**
 * relm_calendar_without:
 * @calendar: a calendar
 * @leave: (array length=n_leave): days off
 *
 * A person's calendar: the one of the project, without the days on which this person does not work.
 *
 * Returns: (transfer full) (nullable): the new calendar, or %NULL and an error of %RELM_CALENDAR_ERROR
 */
RelmCalendar *
relm_calendar_without (RelmCalendar *calendar,
                       const RelmSpan *leave,
                       gsize n_leave,
                       GError **error)
{
  g_autofree RelmCalendarException *exceptions = NULL;
  gsize n;

  g_return_val_if_fail (calendar != NULL && (leave != NULL || n_leave == 0), NULL);

  n = calendar->n_exceptions;
  exceptions = g_new0 (RelmCalendarException, n + n_leave);
  if (n > 0)
    memcpy (exceptions, calendar->exceptions, n * sizeof *exceptions);
  for (gsize i = 0; i < n_leave; i++)
    exceptions[n + i].days = leave[i];
  return relm_calendar_new (calendar->week, exceptions, n + n_leave, error);
}

RelmCalendar *
relm_calendar_ref (RelmCalendar *calendar)
{
  g_return_val_if_fail (calendar != NULL, NULL);

  g_atomic_ref_count_inc (&calendar->references);
  return calendar;
}

void
relm_calendar_unref (RelmCalendar *calendar)
{
  g_return_if_fail (calendar != NULL);

  if (!g_atomic_ref_count_dec (&calendar->references))
    return;
  g_free (calendar->slots);
  g_free (calendar->starts);
  g_free (calendar->weeks);
  g_free (calendar->blocks);
  g_free (calendar->day_work);
  g_free (calendar->day_patterns);
  g_free (calendar->patterns);
  g_free (calendar->exceptions);
  g_free (calendar);
}

static gboolean
equal_hours (const RelmDayHours *a,
             const RelmDayHours *b)
{
  return a->n == b->n && memcmp (a->periods, b->periods, a->n * sizeof a->periods[0]) == 0;
}

/**
 * relm_calendar_equal:
 *
 * Returns: whether both were made of the same hours and the same exceptions
 */
gboolean
relm_calendar_equal (RelmCalendar *a,
                     RelmCalendar *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->n_exceptions != b->n_exceptions)
    return FALSE;
  for (guint i = 0; i < 7; i++)
    if (!equal_hours (&a->week[i], &b->week[i]))
      return FALSE;
  for (gsize i = 0; i < a->n_exceptions; i++)
    if (a->exceptions[i].days.start != b->exceptions[i].days.start || a->exceptions[i].days.finish != b->exceptions[i].days.finish ||
        !equal_hours (&a->exceptions[i].hours, &b->exceptions[i].hours))
      return FALSE;
  return TRUE;
}

/**
 * relm_calendar_is_working:
 *
 * Returns: whether the minute that begins at @time is worked
 */
gboolean
relm_calendar_is_working (RelmCalendar *calendar,
                          RelmTime time)
{
  g_return_val_if_fail (calendar != NULL, FALSE);

  return relm_calendar_to_work (calendar, time + 1) > relm_calendar_to_work (calendar, time);
}

/**
 * relm_calendar_get_day_minutes:
 *
 * Returns: the working minutes of a day
 */
gint32
relm_calendar_get_day_minutes (RelmCalendar *calendar,
                               RelmDate date)
{
  RelmTime start = relm_time_from_date (date, 0);

  g_return_val_if_fail (calendar != NULL && date != RELM_DATE_NONE, 0);

  return relm_calendar_work (calendar, start, start + RELM_MINUTES_PER_DAY);
}

/**
 * relm_calendar_add:
 * @time: a time
 * @minutes: working minutes, at most %RELM_DURATION_MAX to either side
 *
 * Returns: the time by which so much was worked since @time, which is the end of working time; for negative @minutes, the time
 *   since which so much was worked until @time, which is the beginning of working time; for none, @time
 */
RelmTime
relm_calendar_add (RelmCalendar *calendar,
                   RelmTime time,
                   gint32 minutes)
{
  gint32 work;

  g_return_val_if_fail (calendar != NULL, time);

  if (minutes == 0)
    return time;
  minutes = CLAMP (minutes, -RELM_DURATION_MAX, RELM_DURATION_MAX);
  work = relm_calendar_clamp_work (calendar, relm_calendar_to_work (calendar, time) + minutes);
  return minutes > 0 ? relm_calendar_to_finish (calendar, work) : relm_calendar_to_start (calendar, work);
}

/**
 * relm_calendar_work:
 *
 * Returns: the working minutes from one time to another; negative when @to is before @from
 */
gint32
relm_calendar_work (RelmCalendar *calendar,
                    RelmTime from,
                    RelmTime to)
{
  g_return_val_if_fail (calendar != NULL, 0);

  return relm_calendar_to_work (calendar, to) - relm_calendar_to_work (calendar, from);
}

/**
 * relm_calendar_next_start:
 *
 * Returns: the earliest time, not before @time, at which work can start
 */
RelmTime
relm_calendar_next_start (RelmCalendar *calendar,
                          RelmTime time)
{
  g_return_val_if_fail (calendar != NULL, time);

  return relm_calendar_to_start (calendar, relm_calendar_clamp_work (calendar, relm_calendar_to_work (calendar, time)));
}

/**
 * relm_calendar_previous_finish:
 *
 * Returns: the latest time, not after @time, at which work can finish
 */
RelmTime
relm_calendar_previous_finish (RelmCalendar *calendar,
                               RelmTime time)
{
  g_return_val_if_fail (calendar != NULL, time);

  return relm_calendar_to_finish (calendar, relm_calendar_clamp_work (calendar, relm_calendar_to_work (calendar, time)));
}
