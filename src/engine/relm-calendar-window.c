/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-calendar-window.h"

#define MIN_BLOCK_SHIFT 6

gint32
relm_calendar_window_work_outside (const RelmCalendarWindow *self,
                                   RelmTime time)
{
  return relm_calendar_to_work (self->calendar, time);
}

RelmTime
relm_calendar_window_start_outside (const RelmCalendarWindow *self,
                                    gint32 *work)
{
  *work = relm_calendar_clamp_work (self->calendar, *work);
  return relm_calendar_to_start (self->calendar, *work);
}

RelmTime
relm_calendar_window_finish_outside (const RelmCalendarWindow *self,
                                     gint32 *work)
{
  *work = relm_calendar_clamp_work (self->calendar, *work);
  return relm_calendar_to_finish (self->calendar, *work);
}

/* Fills in @n weeks, and the one after them. Returns FALSE where the hours of one are no multiples of a slot. */
static gboolean
fill_weeks (RelmCalendarWindow *self,
            gint32 n)
{
  const RelmCalendar *calendar = self->calendar;
  gint32 unused;
  const gint32 first = relm_calendar_split (self->first_time, &unused) - calendar->first_week;

  self->weeks = g_new (RelmWeek, n + 1);
  for (gint32 i = 0; i <= n; i++)
    {
      const gboolean differs = (guint32) (first + i) < (guint32) calendar->n_weeks;

      self->weeks[i].work = relm_calendar_to_work (calendar, self->first_time + i * RELM_MINUTES_PER_WEEK);
      self->weeks[i].slots = differs ? calendar->weeks[first + i].slots : 0;
      if (self->weeks[i].slots == RELM_WEEK_BY_DAYS)
        return FALSE;
    }
  return TRUE;
}

/* As large as the shortest week of work, so that only one begins in each. */
static void
find_block_shift (RelmCalendarWindow *self,
                  gint32 n)
{
  gint32 shortest = RELM_MINUTES_PER_WEEK;

  for (gint32 i = 0; i < n; i++)
    if (self->weeks[i + 1].work > self->weeks[i].work)
      shortest = MIN (shortest, self->weeks[i + 1].work - self->weeks[i].work);
  self->block_shift = MIN_BLOCK_SHIFT;
  while ((2 << self->block_shift) <= shortest)
    self->block_shift++;
}

/* The last of @n weeks before which at most so much is worked. */
static gint32
skip_weeks (const RelmCalendarWindow *self,
            gint32 n,
            gint32 week,
            gint32 work)
{
  while (week + 1 < n && self->weeks[week + 1].work <= work)
    week++;
  return week;
}

static gboolean
fill_blocks (RelmCalendarWindow *self,
             gint32 n,
             guint n_blocks)
{
  gint32 week = 0;

  self->blocks = g_new (RelmWindowBlock, n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    {
      const gint32 begin = self->first_work + (gint32) (i << self->block_shift);
      gint32 next;

      week = skip_weeks (self, n, week, begin);
      next = skip_weeks (self, n, week, begin + (1 << self->block_shift) - 1);
      /* Two that begin at different work: a week is shorter than a block can be. */
      if (next > week && self->weeks[week + 1].work != self->weeks[next].work)
        return FALSE;
      self->blocks[i] = (RelmWindowBlock) { self->weeks[next].work, { (guint16) week, (guint16) next } };
    }
  return TRUE;
}

static gboolean
fill (RelmCalendarWindow *self,
      gint32 n,
      guint room)
{
  guint n_blocks;

  if (n > G_MAXUINT16 || (guint) n > room || !fill_weeks (self, n))
    return FALSE;
  self->first_work = self->weeks[0].work;
  find_block_shift (self, n);
  n_blocks = ((guint) (self->weeks[n].work - self->first_work) >> self->block_shift) + 1;
  return (guint) n + n_blocks <= room && fill_blocks (self, n, n_blocks);
}

/**
 * relm_calendar_window_init:
 * @self: memory that is all zero
 * @calendar: (transfer none): a reference to it is kept
 *
 * Makes a window that is closed: everything is outside of it.
 */
void
relm_calendar_window_init (RelmCalendarWindow *self,
                           RelmCalendar *calendar)
{
  self->calendar = relm_calendar_ref (calendar);
  self->slot = calendar->slot;
  self->slot_factor = calendar->slot_factor;
  self->slots = calendar->slots;
  self->starts = calendar->starts;
}

void
relm_calendar_window_close (RelmCalendarWindow *self)
{
  g_clear_pointer (&self->weeks, g_free);
  g_clear_pointer (&self->blocks, g_free);
  self->n_minutes = self->n_work = 0;
}

/**
 * relm_calendar_window_open:
 * @start: from the week of this time
 * @finish: to that of this one
 * @room: how many entries its tables may have
 *
 * Makes the tables, in place of those there were. The window stays closed where they would not fit.
 *
 * Returns: how many entries there are
 */
guint
relm_calendar_window_open (RelmCalendarWindow *self,
                           RelmTime start,
                           RelmTime finish,
                           guint room)
{
  gint32 minute, n;

  relm_calendar_window_close (self);
  relm_calendar_split (start, &minute);
  self->first_time = start - minute;
  n = (finish - self->first_time) / RELM_MINUTES_PER_WEEK + 1;
  if (!fill (self, n, room))
    {
      relm_calendar_window_close (self);
      return 0;
    }
  self->n_minutes = (guint32) n * RELM_MINUTES_PER_WEEK;
  self->n_work = (guint32) (self->weeks[n].work - self->first_work);
  return (guint) n + (self->n_work >> self->block_shift) + 1;
}

void
relm_calendar_window_clear (RelmCalendarWindow *self)
{
  relm_calendar_window_close (self);
  g_clear_pointer (&self->calendar, relm_calendar_unref);
}
