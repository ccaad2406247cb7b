/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A calendar in the weeks in which a plan lies, so that a pass over the whole plan neither asks which weeks are usual nor whether a
 * time is one that there is: half the work of asking the calendar. A week takes about 30 bytes, so that those of several calendars
 * stay in the cache. Outside of the window the calendar is asked; what the window says is what the calendar says.
 *
 * Of one thread at a time.
 */

#pragma once

#include "relm-calendar-private.h"

G_BEGIN_DECLS

/* So much work that at most one week begins within it, apart from those in which nobody works. */
typedef struct
{
  gint32 next;      /* the work at which it begins */
  guint16 weeks[2]; /* the week before, and the one that begins */
} RelmWindowBlock;

typedef struct
{
  RelmCalendar *calendar;
  RelmTime first_time; /* of a Monday */
  guint32 n_minutes;   /* 0 while it is closed */
  gint32 first_work;
  guint32 n_work;
  guint block_shift; /* a block has 2^block_shift minutes of work */
  RelmWeek *weeks;
  RelmWindowBlock *blocks;

  /* Those of the calendar. */
  gint32 slot;
  guint64 slot_factor;
  const RelmSlot *slots;
  const guint16 *starts;
} RelmCalendarWindow;

void relm_calendar_window_init (RelmCalendarWindow *self,
                                RelmCalendar *calendar);
void relm_calendar_window_close (RelmCalendarWindow *self);
guint relm_calendar_window_open (RelmCalendarWindow *self,
                                 RelmTime start,
                                 RelmTime finish,
                                 guint room);
void relm_calendar_window_clear (RelmCalendarWindow *self);
gint32 relm_calendar_window_work_outside (const RelmCalendarWindow *self,
                                          RelmTime time);
RelmTime relm_calendar_window_start_outside (const RelmCalendarWindow *self,
                                             gint32 *work);
RelmTime relm_calendar_window_finish_outside (const RelmCalendarWindow *self,
                                              gint32 *work);

/* See relm_calendar_to_work (). */
static inline gint32
relm_calendar_window_to_work (const RelmCalendarWindow *self,
                              RelmTime time)
{
  const guint32 minutes = (guint32) time - (guint32) self->first_time, week = minutes / RELM_MINUTES_PER_WEEK;
  const guint32 minute = minutes - week * RELM_MINUTES_PER_WEEK;
  const guint32 slot = (guint32) ((minute * self->slot_factor) >> 26), rest = minute - slot * (guint32) self->slot;
  const RelmSlot *entry;

  if (G_UNLIKELY (minutes >= self->n_minutes))
    return relm_calendar_window_work_outside (self, time);
  entry = &self->slots[self->weeks[week].slots + slot];
  return self->weeks[week].work + entry->work + ((gint32) rest & entry->worked);
}

/* The last time with this work, counted from the first of the window. */
static inline RelmTime
relm_calendar_window_find (const RelmCalendarWindow *self,
                           guint32 from)
{
  const RelmWindowBlock *block = &self->blocks[from >> self->block_shift];
  const gint32 work = (gint32) from + self->first_work;
  const guint32 week = block->weeks[work >= block->next];
  const guint32 minutes = (guint32) (work - self->weeks[week].work);
  const guint32 slot = (guint32) ((minutes * self->slot_factor) >> 26), rest = minutes - slot * (guint32) self->slot;

  return self->first_time + (gint32) (week * RELM_MINUTES_PER_WEEK + self->starts[self->weeks[week].slots + slot] + rest);
}

/* See relm_calendar_to_start (); @work becomes the nearest that there is. */
static inline RelmTime
relm_calendar_window_to_start (const RelmCalendarWindow *self,
                               gint32 *work)
{
  const guint32 from = (guint32) *work - (guint32) self->first_work;

  if (G_UNLIKELY (from >= self->n_work))
    return relm_calendar_window_start_outside (self, work);
  return relm_calendar_window_find (self, from);
}

/* See relm_calendar_to_finish (); @work becomes the nearest that there is. */
static inline RelmTime
relm_calendar_window_to_finish (const RelmCalendarWindow *self,
                                gint32 *work)
{
  const guint32 from = (guint32) *work - 1 - (guint32) self->first_work;

  if (G_UNLIKELY (from >= self->n_work))
    return relm_calendar_window_finish_outside (self, work);
  return relm_calendar_window_find (self, from) + 1;
}

G_END_DECLS
