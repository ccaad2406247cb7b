/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <langinfo.h>
#include <math.h>

#include <glib/gi18n.h>

#include "relm-time-scale.h"

#define DAYS_PER_WEEK 7
#define MONTHS_PER_QUARTER 3

static char *
format_date (RelmDate date,
             const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  relm_date_to_ymd (date, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 12, 0, 0);
  return g_date_time_format (time, format);
}

static int
get_quarter (RelmDate date)
{
  int year, month, day;

  relm_date_to_ymd (date, &year, &month, &day);
  return (month - 1) / MONTHS_PER_QUARTER + 1;
}

/* Outside the calendar there is nothing: the last tick ends where the calendar does. */
static RelmDate
or_end (RelmDate date)
{
  return date != RELM_DATE_NONE ? date : RELM_DATE_MAX + 1;
}

/**
 * relm_time_scale_get_x:
 * @date: days; a fraction is a time of day
 *
 * Returns: where that moment is, in pixels; negative before the first day
 */
double
relm_time_scale_get_x (const RelmTimeScale *self,
                       double date)
{
  return (date - self->first) * self->day_width;
}

/**
 * relm_time_scale_get_date:
 * @x: pixels
 *
 * Returns: the moment that is there, as days with a fraction
 */
double
relm_time_scale_get_date (const RelmTimeScale *self,
                          double x)
{
  return self->first + x / self->day_width;
}

/**
 * relm_time_scale_get_day:
 * @x: pixels
 *
 * Returns: the day that is there, within the calendar
 */
RelmDate
relm_time_scale_get_day (const RelmTimeScale *self,
                         double x)
{
  return (RelmDate) CLAMP (floor (relm_time_scale_get_date (self, x)), 1, RELM_DATE_MAX);
}

/**
 * relm_time_scale_get_width:
 *
 * Returns: how wide all its days are, in pixels
 */
double
relm_time_scale_get_width (const RelmTimeScale *self)
{
  return (self->last + 1 - self->first) * self->day_width;
}

/**
 * relm_time_scale_get_tiers:
 *
 * Returns: which divisions fit at this zoom, so that a label has room in its cell
 */
RelmTimeTiers
relm_time_scale_get_tiers (const RelmTimeScale *self)
{
  if (self->day_width >= 20)
    return (RelmTimeTiers) { RELM_TIME_UNIT_MONTH, RELM_TIME_UNIT_DAY };
  if (self->day_width >= 4)
    return (RelmTimeTiers) { RELM_TIME_UNIT_MONTH, RELM_TIME_UNIT_WEEK };
  if (self->day_width >= 1.2)
    return (RelmTimeTiers) { RELM_TIME_UNIT_YEAR, RELM_TIME_UNIT_MONTH };
  if (self->day_width >= 0.35)
    return (RelmTimeTiers) { RELM_TIME_UNIT_YEAR, RELM_TIME_UNIT_QUARTER };
  return (RelmTimeTiers) { RELM_TIME_UNIT_DECADE, RELM_TIME_UNIT_YEAR };
}

/**
 * relm_time_scale_list_ticks:
 * @unit: a division of time
 * @from: pixels
 * @to: pixels, exclusive
 *
 * Returns: (transfer full) (element-type RelmTimeTick): the cells that touch that stretch, in order
 */
GArray *
relm_time_scale_list_ticks (const RelmTimeScale *self,
                            RelmTimeUnit unit,
                            double from,
                            double to)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (RelmTimeTick));
  const RelmDate last = relm_time_scale_get_day (self, to);
  RelmTimeTick tick;

  if (to <= from)
    return ticks;

  for (tick.start = relm_time_unit_floor (unit, relm_time_scale_get_day (self, from), self->week_start);
       tick.start <= last && relm_time_scale_get_x (self, tick.start) < to; tick.start = tick.end)
    {
      tick.end = relm_time_unit_next (unit, tick.start);
      g_array_append_val (ticks, tick);
    }
  return ticks;
}

/**
 * relm_time_unit_floor:
 * @date: a day
 * @week_start: 1 for Monday to 7 for Sunday
 *
 * Returns: the first day of the week, month … that it is in; never before the first day of the calendar
 */
RelmDate
relm_time_unit_floor (RelmTimeUnit unit,
                      RelmDate date,
                      int week_start)
{
  int year, month, day;

  relm_date_to_ymd (date, &year, &month, &day);
  switch (unit)
    {
    case RELM_TIME_UNIT_WEEK:
      return MAX (date - (relm_date_weekday (date) - week_start + DAYS_PER_WEEK) % DAYS_PER_WEEK, 1);
    case RELM_TIME_UNIT_MONTH:
      return date - day + 1;
    case RELM_TIME_UNIT_QUARTER:
      return relm_date_from_ymd (year, (get_quarter (date) - 1) * MONTHS_PER_QUARTER + 1, 1);
    case RELM_TIME_UNIT_YEAR:
      return relm_date_from_ymd (year, 1, 1);
    case RELM_TIME_UNIT_DECADE:
      return relm_date_from_ymd (MAX (year - year % 10, 1), 1, 1);
    case RELM_TIME_UNIT_DAY:
    default:
      return date;
    }
}

/**
 * relm_time_unit_next:
 * @start: the first day of a week, month …
 *
 * Returns: the first day of the next one; the day after the calendar's last where there is none
 */
RelmDate
relm_time_unit_next (RelmTimeUnit unit,
                     RelmDate start)
{
  int year, month, day;

  switch (unit)
    {
    case RELM_TIME_UNIT_WEEK:
      return start + DAYS_PER_WEEK;
    case RELM_TIME_UNIT_MONTH:
      return or_end (relm_date_add_months (start, 1));
    case RELM_TIME_UNIT_QUARTER:
      return or_end (relm_date_add_months (start, MONTHS_PER_QUARTER));
    case RELM_TIME_UNIT_YEAR:
      return or_end (relm_date_add_months (start, 12));
    case RELM_TIME_UNIT_DECADE:
      relm_date_to_ymd (start, &year, &month, &day);
      return or_end (relm_date_from_ymd (year - year % 10 + 10, 1, 1));
    case RELM_TIME_UNIT_DAY:
    default:
      return start + 1;
    }
}

static char *
dup_day_label (RelmDate start,
               double width)
{
  if (width >= 56)
    /* Translators: a day in the timeline's scale, as g_date_time_format() takes it, for example “Mon 3” */
    return format_date (start, C_ ("timeline day", "%a %-d"));
  return format_date (start, "%-d");
}

static char *
dup_month_label (RelmDate start,
                 gboolean major,
                 double width)
{
  if (major && width >= 96)
    /* Translators: a month in the timeline's scale, as g_date_time_format() takes it, for example “May 2027” */
    return format_date (start, C_ ("timeline month", "%OB %Y"));
  return format_date (start, "%Ob");
}

static char *
dup_decade_label (RelmDate start)
{
  int year, month, day;

  relm_date_to_ymd (start, &year, &month, &day);
  /* Translators: ten years in the timeline's scale, for example “2020 – 2029” */
  return g_strdup_printf (C_ ("timeline decade", "%d – %d"), year, year - year % 10 + 9);
}

/**
 * relm_time_unit_dup_label:
 * @start: the first day of a week, month …
 * @major: whether it stands in the upper tier, where the year is said too
 * @width: pixels that there are for it
 *
 * Returns: (transfer full): what the scale says there, in the person's language
 */
char *
relm_time_unit_dup_label (RelmTimeUnit unit,
                          RelmDate start,
                          gboolean major,
                          double width)
{
  switch (unit)
    {
    case RELM_TIME_UNIT_DAY:
      return dup_day_label (start, width);
    case RELM_TIME_UNIT_MONTH:
      return dup_month_label (start, major, width);
    case RELM_TIME_UNIT_QUARTER:
      /* Translators: a quarter of a year, for example “Q2” */
      return g_strdup_printf (C_ ("timeline quarter", "Q%d"), get_quarter (start));
    case RELM_TIME_UNIT_YEAR:
      return format_date (start, "%Y");
    case RELM_TIME_UNIT_DECADE:
      return dup_decade_label (start);
    case RELM_TIME_UNIT_WEEK:
    default:
      return format_date (start, "%-d");
    }
}

/**
 * relm_time_unit_get_day_width:
 *
 * Returns: the zoom, in pixels per day, at which this division is the finer tier and easy to read
 */
double
relm_time_unit_get_day_width (RelmTimeUnit unit)
{
  static const double widths[RELM_TIME_N_UNITS] = {
    [RELM_TIME_UNIT_DAY] = 32,  [RELM_TIME_UNIT_WEEK] = 8,    [RELM_TIME_UNIT_MONTH] = 2,
    [RELM_TIME_UNIT_QUARTER] = 0.6, [RELM_TIME_UNIT_YEAR] = 0.2, [RELM_TIME_UNIT_DECADE] = RELM_TIME_SCALE_MIN,
  };

  g_return_val_if_fail ((guint) unit < RELM_TIME_N_UNITS, 1);

  return widths[unit];
}

/**
 * relm_time_is_weekend:
 *
 * Returns: whether it is a Saturday or a Sunday
 */
gboolean
relm_time_is_weekend (RelmDate date)
{
  return relm_date_weekday (date) >= 6;
}

/**
 * relm_time_get_locale_week_start:
 *
 * Returns: the day that weeks start with where the person is: 1 for Monday to 7 for Sunday
 */
int
relm_time_get_locale_week_start (void)
{
#ifdef _NL_TIME_FIRST_WEEKDAY
  /* glibc: a byte, counted from 1, from the weekday of the date in _NL_TIME_WEEK_1STDAY, a Sunday or a Monday */
  const int first = nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0];
  const guint reference = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));
  const int reference_weekday = reference == 19971201 ? 1 : 7;

  return (reference_weekday - 1 + first - 1 + DAYS_PER_WEEK) % DAYS_PER_WEEK + 1;
#else
  return 1;
#endif
}
