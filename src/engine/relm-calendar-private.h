/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The kernel of a calendar, inline, because a schedule asks it several times per item.
 *
 * The work of a time is the number of working minutes from an origin to it: a function that never falls. A duration is added
 * in work, and the sum turned back into a time. Where a whole pause has the same work, a start is its end and a finish its
 * beginning.
 */

#pragma once

#include "relm-calendar.h"

G_BEGIN_DECLS

/* One kind of day. */
typedef struct
{
  gint32 n;
  gint32 minutes;
  gint32 start[RELM_DAY_MAX_PERIODS];
  gint32 length[RELM_DAY_MAX_PERIODS];
} RelmDayPattern;

struct _RelmCalendar
{
  gatomicrefcount references;

  gint32 work_min; /* of RELM_TIME_MIN and RELM_TIME_MAX */
  gint32 work_max;

  /* Monday to Sunday; week_sums[i] is the work of the week before its day i. */
  gint32 week_minutes;
  gint32 week_origin; /* the work of whole weeks before the origin's day */
  gint32 week_sums[8];
  guint16 week_patterns[7];

  /* Days first_day to first_day + n_days - 1, counted from 1 January 2000: sums[i] is the work at the beginning of the day. */
  gint32 first_day;
  gint32 n_days;
  gint32 *sums; /* n_days + 1 */
  guint16 *day_patterns;
  gint32 after; /* what the days that differ add to the work of every later day */

  /* hints[i]: the day in which the work sums[0] + (i << hint_shift) is done. */
  gint32 *hints;
  guint hint_shift;

  RelmDayPattern *patterns;

  /* As given. */
  RelmDayHours week[7];
  RelmCalendarException *exceptions;
  gsize n_exceptions;
};

/* So that the day and the week of any time are found by dividing positive numbers; whole weeks. */
#define RELM_DAYS_BEFORE 1400000

static inline gint32
relm_calendar_split (RelmTime time,
                     gint32 *minute)
{
  guint32 shifted = (guint32) time + (guint32) RELM_DAYS_BEFORE * RELM_MINUTES_PER_DAY;
  guint32 day = shifted / RELM_MINUTES_PER_DAY;

  *minute = (gint32) (shifted - day * RELM_MINUTES_PER_DAY);
  return (gint32) day - RELM_DAYS_BEFORE;
}

/* 1 January 2000 was a Saturday. */
static inline gint32
relm_calendar_week_of (gint32 day,
                       gint32 *weekday)
{
  guint32 shifted = (guint32) (day + RELM_DAYS_BEFORE + 5);
  guint32 week = shifted / 7;

  *weekday = (gint32) (shifted - week * 7);
  return (gint32) week - RELM_DAYS_BEFORE / 7;
}

static inline gint32
relm_calendar_day_work (const RelmCalendar *self,
                        gint32 day,
                        const RelmDayPattern **pattern)
{
  gint32 index = day - self->first_day;
  gint32 week, weekday;

  if (G_LIKELY ((guint32) index < (guint32) self->n_days))
    {
      *pattern = &self->patterns[self->day_patterns[index]];
      return self->sums[index];
    }
  week = relm_calendar_week_of (day, &weekday);
  *pattern = &self->patterns[self->week_patterns[weekday]];
  return week * self->week_minutes + self->week_sums[weekday] - self->week_origin + (index < 0 ? 0 : self->after);
}

static inline gint32
relm_calendar_to_work (const RelmCalendar *self,
                       RelmTime time)
{
  const RelmDayPattern *pattern;
  gint32 minute;
  gint32 work = relm_calendar_day_work (self, relm_calendar_split (time, &minute), &pattern);

  for (gint32 i = 0; i < pattern->n; i++)
    work += CLAMP (minute - pattern->start[i], 0, pattern->length[i]);
  return work;
}

static inline gint32
relm_calendar_table_day (const RelmCalendar *self,
                         gint32 work)
{
  const gint32 *hint = self->hints + ((guint32) (work - self->sums[0]) >> self->hint_shift);
  gint32 low = hint[0], high = hint[1];

  while (high - low > 8)
    {
      gint32 middle = low + (high - low) / 2;

      if (self->sums[middle] <= work)
        low = middle;
      else
        high = middle;
    }
  while (self->sums[low + 1] <= work)
    low++;
  return low;
}

/* The last time with this work, which has to lie between work_min and work_max - 1. */
static inline RelmTime
relm_calendar_to_start (const RelmCalendar *self,
                        gint32 work)
{
  const RelmDayPattern *pattern;
  gint32 day, rest, i = 0;

  if (G_LIKELY (self->n_days > 0 && work >= self->sums[0] && work < self->sums[self->n_days]))
    {
      gint32 index = relm_calendar_table_day (self, work);

      day = self->first_day + index;
      rest = work - self->sums[index];
      pattern = &self->patterns[self->day_patterns[index]];
    }
  else
    {
      gint32 weekday = 0, week;

      rest = work + self->week_origin - (self->n_days > 0 && work >= self->sums[self->n_days] ? self->after : 0);
      week = rest / self->week_minutes;
      rest -= week * self->week_minutes;
      if (rest < 0)
        {
          week--;
          rest += self->week_minutes;
        }
      while (self->week_sums[weekday + 1] <= rest)
        weekday++;
      day = week * 7 + weekday - 5;
      rest -= self->week_sums[weekday];
      pattern = &self->patterns[self->week_patterns[weekday]];
    }
  while (rest >= pattern->length[i])
    rest -= pattern->length[i++];
  return day * RELM_MINUTES_PER_DAY + pattern->start[i] + rest;
}

static inline gint32
relm_calendar_clamp_work (const RelmCalendar *self,
                          gint32 work)
{
  return CLAMP (work, self->work_min, self->work_max);
}

/* The first time with this work. */
static inline RelmTime
relm_calendar_to_finish (const RelmCalendar *self,
                         gint32 work)
{
  return relm_calendar_to_start (self, work - 1) + 1;
}

G_END_DECLS
