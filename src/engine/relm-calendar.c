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

static RelmDayPattern
make_pattern (const RelmDayHours *hours)
{
  RelmDayPattern pattern = { .n = (gint32) hours->n };

  for (guint i = 0; i < hours->n; i++)
    {
      pattern.start[i] = hours->periods[i].start;
      pattern.length[i] = hours->periods[i].finish - hours->periods[i].start;
      pattern.minutes += pattern.length[i];
    }
  return pattern;
}

/* Days of the same hours share a pattern: the table of days then stays small enough for the cache. */
static guint16
add_pattern (GArray *patterns,
             const RelmDayHours *hours)
{
  RelmDayPattern pattern = make_pattern (hours);

  for (guint i = 0; i < patterns->len; i++)
    if (memcmp (&g_array_index (patterns, RelmDayPattern, i), &pattern, sizeof pattern) == 0)
      return (guint16) i;
  g_array_append_val (patterns, pattern);
  return (guint16) (patterns->len - 1);
}

static gint32
greatest_divisor (gint32 a,
                  gint32 b)
{
  while (b != 0)
    {
      gint32 rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

static gint32
find_slot (const RelmDayHours week[7])
{
  gint32 slot = RELM_MINUTES_PER_DAY;

  for (guint i = 0; i < 7; i++)
    for (guint j = 0; j < week[i].n; j++)
      slot = greatest_divisor (greatest_divisor (slot, week[i].periods[j].start), week[i].periods[j].finish);
  return slot;
}

static gboolean
is_worked (const RelmDayHours week[7],
           gint32 minute)
{
  const RelmDayHours *day = &week[minute / RELM_MINUTES_PER_DAY];

  minute %= RELM_MINUTES_PER_DAY;
  for (guint i = 0; i < day->n; i++)
    if (day->periods[i].start <= minute && minute < day->periods[i].finish)
      return TRUE;
  return FALSE;
}

static void
compile_week (RelmWeekTable *table,
              const RelmDayHours week[7])
{
  gint32 n, n_worked = 0;

  table->slot = find_slot (week);
  table->slot_factor = ((1 << 26) + (guint64) table->slot - 1) / (guint64) table->slot;
  n = RELM_MINUTES_PER_WEEK / table->slot;
  table->work = g_new (guint16, n);
  table->worked = g_new (gint16, n);
  table->starts = g_new (guint16, n);
  for (gint32 i = 0; i < n; i++)
    {
      table->work[i] = (guint16) (n_worked * table->slot);
      table->worked[i] = is_worked (week, i * table->slot) ? -1 : 0;
      if (table->worked[i])
        table->starts[n_worked++] = (guint16) (i * table->slot);
    }
  table->minutes = n_worked * table->slot;
  table->per_minute = 1.0 / table->minutes;
}

/* The usual day everywhere, then the days that differ over it. */
static void
compile_day_patterns (RelmCalendar *self,
                      GArray *patterns)
{
  guint16 usual[7];

  for (guint i = 0; i < 7; i++)
    usual[i] = add_pattern (patterns, &self->week[i]);
  self->day_patterns = g_new (guint16, self->n_weeks * 7);
  for (gint32 i = 0; i < self->n_weeks * 7; i++)
    self->day_patterns[i] = usual[i % 7];
  self->differs = g_new0 (guint8, self->n_weeks);
  for (gsize i = 0; i < self->n_exceptions; i++)
    {
      RelmSpan days = self->exceptions[i].days;
      guint16 pattern = add_pattern (patterns, &self->exceptions[i].hours);

      for (RelmDate date = days.start; date <= days.finish; date++)
        {
          gint32 minute;
          gint32 week = relm_calendar_split (relm_time_from_date (date, 0), &minute) - self->first_week;

          self->day_patterns[week * 7 + minute / RELM_MINUTES_PER_DAY] = pattern;
          self->differs[week] = TRUE;
        }
    }
}

static void
compile_week_work (RelmCalendar *self)
{
  gint32 sum = self->first_week * self->week_table.minutes - self->week_origin;

  self->week_work = g_new (gint32, self->n_weeks + 1);
  self->day_work = g_new (gint32, self->n_weeks * 7);
  for (gint32 i = 0; i < self->n_weeks; i++)
    {
      self->week_work[i] = sum;
      for (gint32 j = i * 7; j < i * 7 + 7; j++)
        {
          self->day_work[j] = sum - self->week_work[i];
          sum += self->patterns[self->day_patterns[j]].minutes;
        }
    }
  self->week_work[self->n_weeks] = sum;
  self->after = sum - ((self->first_week + self->n_weeks) * self->week_table.minutes - self->week_origin);
}

static void
compile_hints (RelmCalendar *self)
{
  gint32 total = self->week_work[self->n_weeks] - self->week_work[0];
  gint32 week = 0, n;

  /* About eight hints a week: seldom then is the week that is meant the one after the hint. */
  while ((16 << self->hint_shift) <= total / self->n_weeks)
    self->hint_shift++;
  n = (total >> self->hint_shift) + 2;
  self->hints = g_new (gint32, n);
  for (gint32 i = 0; i < n; i++)
    {
      while (week + 1 < self->n_weeks && self->week_work[week + 1] - self->week_work[0] <= i << self->hint_shift)
        week++;
      self->hints[i] = week;
    }
}

static void
compile (RelmCalendar *self,
         RelmSpan all)
{
  g_autoptr (GArray) patterns = g_array_new (FALSE, FALSE, sizeof (RelmDayPattern));
  gint32 unused;

  compile_week (&self->week_table, self->week);
  self->week_origin = relm_week_table_to_work (&self->week_table, RELM_WEEK_ZERO);
  if (all.start != RELM_DATE_NONE)
    {
      self->first_week = relm_calendar_split (relm_time_from_date (all.start, 0), &unused);
      self->n_weeks = relm_calendar_split (relm_time_from_date (all.finish, 0), &unused) - self->first_week + 1;
      compile_day_patterns (self, patterns);
      self->patterns = (RelmDayPattern *) g_array_steal (patterns, NULL);
      compile_week_work (self);
      compile_hints (self);
    }
  self->work_min = relm_calendar_to_work (self, RELM_TIME_MIN) + 1;
  self->work_max = relm_calendar_to_work (self, RELM_TIME_MAX) - 1;
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
gint32
relm_calendar_day_to_start (const RelmCalendar *self,
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
  compile (self, all);
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
  g_free (calendar->week_table.work);
  g_free (calendar->week_table.worked);
  g_free (calendar->week_table.starts);
  g_free (calendar->week_work);
  g_free (calendar->differs);
  g_free (calendar->day_work);
  g_free (calendar->day_patterns);
  g_free (calendar->hints);
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
