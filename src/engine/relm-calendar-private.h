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

/*
 * The usual week, cut into slots that all its hours are multiples of, so that neither way asks for a branch:
 * the work before each slot, and the minute of the week in which each slot of work begins.
 */
typedef struct
{
  gint32 slot;         /* minutes */
  guint64 slot_factor; /* to divide by it: 2^26 / slot, rounded up */
  gint32 minutes;      /* of work */
  double per_minute;   /* 1 / minutes */
  guint16 *work;       /* per slot */
  gint16 *worked;      /* per slot: -1 or 0 */
  guint16 *starts;     /* per slot of work */
} RelmWeekTable;

struct _RelmCalendar
{
  gatomicrefcount references;

  gint32 work_min; /* of RELM_TIME_MIN and RELM_TIME_MAX */
  gint32 work_max;

  RelmWeekTable week_table;
  gint32 week_origin; /* the work of week 0 before 1 January 2000 */

  /* Weeks first_week to first_week + n_weeks - 1, in which some day differs: week_work[i] is the work before the week. */
  gint32 first_week;
  gint32 n_weeks;
  gint32 *week_work; /* n_weeks + 1 */
  guint8 *differs;
  gint32 after; /* what the days that differ add to the work of every later week */

  /* hints[i]: the week in which the work week_work[0] + (i << hint_shift) is done. */
  gint32 *hints;
  guint hint_shift;

  /* Days of those weeks, counted from the first: the work from the beginning of the week, and the kind of day. */
  gint32 *day_work;
  guint16 *day_patterns;
  RelmDayPattern *patterns;

  /* As given. */
  RelmDayHours week[7];
  RelmCalendarException *exceptions;
  gsize n_exceptions;
};

#define RELM_MINUTES_PER_WEEK (7 * RELM_MINUTES_PER_DAY)
#define RELM_WEEKS_BEFORE 200000                           /* so that the week of any time is found by dividing positive numbers */
#define RELM_WEEK_ZERO (5 * RELM_MINUTES_PER_DAY)          /* 1 January 2000 was a Saturday; weeks begin on Monday */

static inline gint32
relm_week_table_slot (const RelmWeekTable *table,
                      gint32 minutes,
                      gint32 *rest)
{
  gint32 slot = (gint32) (((guint64) minutes * table->slot_factor) >> 26);

  *rest = minutes - slot * table->slot;
  return slot;
}

static inline gint32
relm_week_table_to_work (const RelmWeekTable *table,
                         gint32 minute)
{
  gint32 rest;
  gint32 slot = relm_week_table_slot (table, minute, &rest);

  return table->work[slot] + (rest & table->worked[slot]);
}

static inline gint32
relm_week_table_to_start (const RelmWeekTable *table,
                          gint32 work)
{
  gint32 rest;
  gint32 slot = relm_week_table_slot (table, work, &rest);

  return table->starts[slot] + rest;
}

gint32 relm_calendar_day_to_work (const RelmCalendar *self,
                                  gint32 week,
                                  gint32 minute);
gint32 relm_calendar_day_to_start (const RelmCalendar *self,
                                   gint32 week,
                                   gint32 work);

static inline gint32
relm_calendar_split (RelmTime time,
                     gint32 *minute)
{
  guint32 shifted = (guint32) time + RELM_WEEK_ZERO + (guint32) RELM_WEEKS_BEFORE * RELM_MINUTES_PER_WEEK;
  guint32 week = shifted / RELM_MINUTES_PER_WEEK;

  *minute = (gint32) (shifted - week * RELM_MINUTES_PER_WEEK);
  return (gint32) week - RELM_WEEKS_BEFORE;
}

static inline gint32
relm_calendar_to_work (const RelmCalendar *self,
                       RelmTime time)
{
  gint32 minute;
  gint32 week = relm_calendar_split (time, &minute);
  gint32 index = week - self->first_week;

  if ((guint32) index < (guint32) self->n_weeks)
    {
      if (G_UNLIKELY (self->differs[index]))
        return self->week_work[index] + relm_calendar_day_to_work (self, index, minute);
      return self->week_work[index] + relm_week_table_to_work (&self->week_table, minute);
    }
  return week * self->week_table.minutes - self->week_origin + (index < 0 ? 0 : self->after) +
         relm_week_table_to_work (&self->week_table, minute);
}

static inline gint32
relm_calendar_find_week (const RelmCalendar *self,
                         gint32 work)
{
  const gint32 *hint = self->hints + ((guint32) (work - self->week_work[0]) >> self->hint_shift);
  gint32 low = hint[0], high = hint[1];

  while (G_UNLIKELY (high - low > 8))
    {
      gint32 middle = low + (high - low) / 2;

      if (self->week_work[middle] <= work)
        low = middle;
      else
        high = middle;
    }
  while (self->week_work[low + 1] <= work)
    low++;
  return low;
}

/* The last time with this work, which has to lie between work_min and work_max. */
static inline RelmTime
relm_calendar_to_start (const RelmCalendar *self,
                        gint32 work)
{
  gint32 week, rest;

  if (self->n_weeks > 0 && work >= self->week_work[0] && work < self->week_work[self->n_weeks])
    {
      gint32 index = relm_calendar_find_week (self, work);

      week = self->first_week + index;
      rest = work - self->week_work[index];
      if (G_UNLIKELY (self->differs[index]))
        return week * RELM_MINUTES_PER_WEEK + relm_calendar_day_to_start (self, index, rest) - RELM_WEEK_ZERO;
    }
  else
    {
      rest = work + self->week_origin - (self->n_weeks > 0 && work >= self->week_work[self->n_weeks] ? self->after : 0);
      week = (gint32) ((double) rest * self->week_table.per_minute);
      rest -= week * self->week_table.minutes;
      /* The quotient is rounded towards zero, and may be one off. */
      if (G_UNLIKELY (rest < 0))
        {
          week--;
          rest += self->week_table.minutes;
        }
      else if (G_UNLIKELY (rest >= self->week_table.minutes))
        {
          week++;
          rest -= self->week_table.minutes;
        }
    }
  return week * RELM_MINUTES_PER_WEEK + relm_week_table_to_start (&self->week_table, rest) - RELM_WEEK_ZERO;
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
