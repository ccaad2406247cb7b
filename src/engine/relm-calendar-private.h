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
 * A week is cut into slots that all its hours are multiples of, so that neither way asks for a branch. Of a slot: the work from
 * the beginning of the week, and whether it is worked.
 */
typedef struct
{
  guint16 work;
  gint16 worked; /* -1 or 0 */
} RelmSlot;

/* A week near one in which some day differs. */
typedef struct
{
  gint32 work;   /* before it */
  guint32 slots; /* where those of its kind begin; %RELM_WEEK_BY_DAYS when its hours are no multiples of a slot */
} RelmWeek;

/* So much work that at most one week begins within it: the week before, and the one that begins. */
typedef struct
{
  struct
  {
    gint32 work;    /* before the week */
    RelmTime start; /* of the week */
    guint32 slots;  /* as of the week; %RELM_WEEK_BY_DAYS, too, when more than one begins */
    gint32 next;    /* the work at which the second begins */
  } weeks[2];
} RelmWorkBlock;

#define RELM_WEEK_BY_DAYS G_MAXUINT32

struct _RelmCalendar
{
  gatomicrefcount references;

  gint32 work_min; /* of RELM_TIME_MIN and RELM_TIME_MAX */
  gint32 work_max;

  gint32 slot;          /* minutes */
  guint64 slot_factor;  /* to divide by it: 2^26 / slot, rounded up */
  gint32 week_minutes;  /* of work in the usual week */
  guint week_shift;     /* to divide by them: 2^week_shift / week_minutes, rounded up */
  guint64 week_factor;

  /* What is added to work before and after the weeks in which days differ, so that it counts from RELM_WORK_WEEKS_BEFORE on. */
  guint32 usual[2];

  /* By kind of week, the usual one first: of each slot; and the minute of the week in which each slot of work begins. */
  RelmSlot *slots;
  guint16 *starts;
  guint n_slots; /* of a week */

  /* Weeks first_week to first_week + n_weeks - 1, in which some day differs. */
  gint32 first_week;
  gint32 n_weeks;
  RelmWeek *weeks; /* n_weeks + 1 */
  gint32 first_work;
  guint32 all_work; /* of these weeks; 0 without any */
  RelmWorkBlock *blocks;
  guint block_shift; /* of the work from first_work, 2^block_shift to a block */

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
#define RELM_WEEKS_BEFORE 200000                  /* so that the week of any time is found by dividing positive numbers */
#define RELM_WORK_WEEKS_BEFORE 99300              /* and that of any work, by less than 2^31 */
#define RELM_WEEK_ZERO (5 * RELM_MINUTES_PER_DAY) /* 1 January 2000 was a Saturday; weeks begin on Monday */

void relm_calendar_compile (RelmCalendar *self,
                            RelmSpan all);
gint32 relm_calendar_day_to_work (const RelmCalendar *self,
                                  gint32 week,
                                  gint32 minute);
RelmTime relm_calendar_search_start (const RelmCalendar *self,
                                     gint32 work);

static inline gint32
relm_calendar_find_slot (const RelmCalendar *self,
                         gint32 minutes,
                         gint32 *rest)
{
  gint32 slot = (gint32) (((guint64) minutes * self->slot_factor) >> 26);

  *rest = minutes - slot * self->slot;
  return slot;
}

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
  gint32 minute, rest, week = relm_calendar_split (time, &minute), index = week - self->first_week;
  guint slot = (guint) relm_calendar_find_slot (self, minute, &rest);
  gint32 work;

  if ((guint32) index < (guint32) self->n_weeks)
    {
      work = self->weeks[index].work;
      if (G_UNLIKELY (self->weeks[index].slots == RELM_WEEK_BY_DAYS))
        return work + relm_calendar_day_to_work (self, index, minute);
      slot += self->weeks[index].slots;
    }
  else
    work = (gint32) ((guint32) (week + RELM_WORK_WEEKS_BEFORE) * (guint32) self->week_minutes - self->usual[index >= 0]);
  return work + self->slots[slot].work + (rest & self->slots[slot].worked);
}

/* The last time with this work, which has to lie between work_min and work_max. */
static inline RelmTime
relm_calendar_to_start (const RelmCalendar *self,
                        gint32 work)
{
  guint32 from = (guint32) work - (guint32) self->first_work;
  gint32 rest, slot;
  guint slots = 0;
  RelmTime start;

  if (from < self->all_work)
    {
      const RelmWorkBlock *block = &self->blocks[from >> self->block_shift];
      const guint which = work >= block->weeks[0].next;

      slots = block->weeks[which].slots;
      if (G_UNLIKELY (slots == RELM_WEEK_BY_DAYS))
        return relm_calendar_search_start (self, work);
      start = block->weeks[which].start;
      rest = work - block->weeks[which].work;
    }
  else
    {
      guint32 shifted = (guint32) work + self->usual[work >= self->first_work];
      guint32 week = (guint32) ((shifted * self->week_factor) >> self->week_shift);

      rest = (gint32) (shifted - week * (guint32) self->week_minutes);
      start = ((gint32) week - RELM_WORK_WEEKS_BEFORE) * RELM_MINUTES_PER_WEEK - RELM_WEEK_ZERO;
    }
  slot = relm_calendar_find_slot (self, rest, &rest);
  return start + self->starts[slots + (guint) slot] + rest;
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
