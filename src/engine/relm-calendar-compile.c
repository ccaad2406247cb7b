/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The tables of a calendar: once, when it is made.
 */

#include "config.h"

#include <string.h>

#include "relm-calendar-private.h"

#define MAX_SLOTS 32768 /* of all kinds of weeks: so many fit into the cache */

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
is_cut_by (const RelmDayPattern *pattern,
           gint32 slot)
{
  for (gint32 i = 0; i < pattern->n; i++)
    if (pattern->start[i] % slot != 0 || pattern->length[i] % slot != 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_worked (const RelmDayPattern *pattern,
           gint32 minute)
{
  for (gint32 i = 0; i < pattern->n; i++)
    if (pattern->start[i] <= minute && minute < pattern->start[i] + pattern->length[i])
      return TRUE;
  return FALSE;
}

/* Appends the slots of a kind of week. Returns where they begin. */
static guint32
add_slots (RelmCalendar *self,
           GArray *slots,
           GArray *starts,
           const RelmDayPattern *patterns,
           const guint16 days[7])
{
  const guint32 begin = slots->len;
  const gint32 slots_per_day = RELM_MINUTES_PER_DAY / self->slot;
  gint32 n_worked = 0;

  g_array_set_size (slots, begin + self->n_slots);
  g_array_set_size (starts, begin + self->n_slots);
  for (guint i = 0; i < self->n_slots; i++)
    {
      const gint32 minute = (gint32) i % slots_per_day * self->slot;
      const gboolean worked = is_worked (&patterns[days[(gint32) i / slots_per_day]], minute);

      g_array_index (slots, RelmSlot, begin + i) = (RelmSlot) { (guint16) (n_worked * self->slot), worked ? -1 : 0 };
      if (worked)
        g_array_index (starts, guint16, begin + (guint) n_worked++) = (guint16) ((gint32) i * self->slot);
    }
  return begin;
}

/* To divide by a number by multiplying: Granlund and Montgomery, "Division by invariant integers using multiplication" (1994). */
static void
prepare_division (RelmCalendar *self)
{
  self->week_shift = 31;
  while ((G_GUINT64_CONSTANT (1) << (self->week_shift - 31)) < (guint64) self->week_minutes)
    self->week_shift++;
  self->week_factor = ((G_GUINT64_CONSTANT (1) << self->week_shift) + (guint64) self->week_minutes - 1) / (guint64) self->week_minutes;
}

static void
compile_usual_week (RelmCalendar *self,
                    const guint16 usual[7],
                    const RelmDayPattern *patterns,
                    GArray *slots,
                    GArray *starts)
{
  self->slot = find_slot (self->week);
  self->slot_factor = ((1 << 26) + (guint64) self->slot - 1) / (guint64) self->slot;
  self->n_slots = (guint) (RELM_MINUTES_PER_WEEK / self->slot);
  add_slots (self, slots, starts, patterns, usual);
  for (guint i = 0; i < 7; i++)
    self->week_minutes += patterns[usual[i]].minutes;
  prepare_division (self);
}

/* The usual day everywhere, then the days that differ over it. */
static void
compile_day_patterns (RelmCalendar *self,
                      const guint16 usual[7],
                      GArray *patterns)
{
  self->day_patterns = g_new (guint16, self->n_weeks * 7);
  for (gint32 i = 0; i < self->n_weeks * 7; i++)
    self->day_patterns[i] = usual[i % 7];
  for (gsize i = 0; i < self->n_exceptions; i++)
    {
      RelmSpan days = self->exceptions[i].days;
      guint16 pattern = add_pattern (patterns, &self->exceptions[i].hours);

      for (RelmDate date = days.start; date <= days.finish; date++)
        {
          gint32 minute;
          gint32 week = relm_calendar_split (relm_time_from_date (date, 0), &minute) - self->first_week;

          self->day_patterns[week * 7 + minute / RELM_MINUTES_PER_DAY] = pattern;
        }
    }
}

static gboolean
has_slots (const RelmCalendar *self,
           const guint16 days[7],
           const RelmDayPattern *patterns)
{
  for (guint i = 0; i < 7; i++)
    if (!is_cut_by (&patterns[days[i]], self->slot))
      return FALSE;
  return TRUE;
}

/* The slots of a week: those of an earlier one like it, or new ones while there is room. */
static guint32
find_slots (RelmCalendar *self,
            const guint16 days[7],
            const RelmDayPattern *patterns,
            GHashTable *kinds,
            GArray *slots,
            GArray *starts)
{
  g_autoptr (GBytes) key = g_bytes_new (days, 7 * sizeof days[0]);
  gpointer known;
  guint32 begin;

  if (g_hash_table_lookup_extended (kinds, key, NULL, &known))
    return GPOINTER_TO_UINT (known);
  if (slots->len + self->n_slots > MAX_SLOTS || !has_slots (self, days, patterns))
    return RELM_WEEK_BY_DAYS;
  begin = add_slots (self, slots, starts, patterns, days);
  g_hash_table_insert (kinds, g_steal_pointer (&key), GUINT_TO_POINTER (begin));
  return begin;
}

/* The work before a week, if no day before it differed. */
static gint32
get_usual_work (const RelmCalendar *self,
                gint32 week)
{
  return (gint32) ((guint32) (week + RELM_WORK_WEEKS_BEFORE) * (guint32) self->week_minutes - self->usual[0]);
}

static void
compile_weeks (RelmCalendar *self,
               const guint16 usual[7],
               GArray *slots,
               GArray *starts)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  gint32 sum = get_usual_work (self, self->first_week);

  g_hash_table_insert (kinds, g_bytes_new (usual, 7 * sizeof usual[0]), GUINT_TO_POINTER (0));
  self->first_work = sum;
  self->weeks = g_new (RelmWeek, self->n_weeks + 1);
  self->day_work = g_new (gint32, self->n_weeks * 7);
  for (gint32 i = 0; i < self->n_weeks; i++)
    {
      const guint16 *days = &self->day_patterns[i * 7];

      self->weeks[i] = (RelmWeek) { sum, find_slots (self, days, self->patterns, kinds, slots, starts) };
      for (gint32 j = 0; j < 7; j++)
        {
          self->day_work[i * 7 + j] = sum - self->weeks[i].work;
          sum += self->patterns[days[j]].minutes;
        }
    }
  self->weeks[self->n_weeks] = (RelmWeek) { sum, RELM_WEEK_BY_DAYS };
  self->all_work = (guint32) (sum - self->first_work);
  self->usual[1] -= (guint32) (sum - get_usual_work (self, self->first_week + self->n_weeks));
}

static void
set_block_week (const RelmCalendar *self,
                RelmWorkBlock *block,
                guint which,
                gint32 week)
{
  block->weeks[which].work = self->weeks[week].work;
  block->weeks[which].start = (self->first_week + week) * RELM_MINUTES_PER_WEEK - RELM_WEEK_ZERO;
  block->weeks[which].slots = self->weeks[week].slots;
}

/* The last of the weeks, which are all there are, before which at most so much work is done. */
static gint32
skip_weeks (const RelmCalendar *self,
            gint32 week,
            gint32 work)
{
  while (week + 1 < self->n_weeks && self->weeks[week + 1].work <= work)
    week++;
  return week;
}

/* Two blocks or more to a week as a rule, so that a usual week has no more than one beginning in each. */
static void
compile_blocks (RelmCalendar *self)
{
  gint32 week = 0;

  while ((4 << self->block_shift) <= (gint32) self->all_work / self->n_weeks)
    self->block_shift++;
  self->blocks = g_new (RelmWorkBlock, (self->all_work >> self->block_shift) + 1);
  for (guint32 i = 0; i <= self->all_work >> self->block_shift; i++)
    {
      RelmWorkBlock *block = &self->blocks[i];
      const gint32 begin = self->first_work + (gint32) (i << self->block_shift), last = begin + (1 << self->block_shift) - 1;
      gint32 next;

      week = skip_weeks (self, week, begin);
      set_block_week (self, block, 0, week);
      next = skip_weeks (self, week, last);
      set_block_week (self, block, 1, next);
      block->weeks[0].next = block->weeks[1].next = self->weeks[next].work;
      /* More than one week begins, unless nothing is done in those before the last. */
      if (next > week && self->weeks[week + 1].work != self->weeks[next].work)
        block->weeks[0].slots = block->weeks[1].slots = RELM_WEEK_BY_DAYS;
    }
}

/**
 * relm_calendar_compile:
 * @all: from the first to the last day that differs; unset without any
 *
 * Makes the tables of a calendar of which the hours are given.
 */
void
relm_calendar_compile (RelmCalendar *self,
                       RelmSpan all)
{
  GArray *patterns = g_array_new (FALSE, FALSE, sizeof (RelmDayPattern));
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (RelmSlot)), *starts = g_array_new (FALSE, TRUE, sizeof (guint16));
  guint16 usual[7];
  gint32 unused;

  for (guint i = 0; i < 7; i++)
    usual[i] = add_pattern (patterns, &self->week[i]);
  compile_usual_week (self, usual, (const RelmDayPattern *) (gconstpointer) patterns->data, slots, starts);
  self->slots = (RelmSlot *) (gpointer) slots->data;
  self->usual[0] = self->usual[1] = (guint32) (RELM_WORK_WEEKS_BEFORE * self->week_minutes);
  self->usual[0] = self->usual[1] += (guint32) relm_calendar_to_work (self, 0);
  if (all.start != RELM_DATE_NONE)
    {
      self->first_week = relm_calendar_split (relm_time_from_date (all.start, 0), &unused);
      self->n_weeks = relm_calendar_split (relm_time_from_date (all.finish, 0), &unused) - self->first_week + 1;
      compile_day_patterns (self, usual, patterns);
      self->patterns = (RelmDayPattern *) (gpointer) patterns->data;
      compile_weeks (self, usual, slots, starts);
      compile_blocks (self);
    }
  self->patterns = (RelmDayPattern *) (gpointer) g_array_free (patterns, FALSE);
  self->slots = (RelmSlot *) (gpointer) g_array_free (slots, FALSE);
  self->starts = (guint16 *) (gpointer) g_array_free (starts, FALSE);
  self->work_min = relm_calendar_to_work (self, RELM_TIME_MIN) + 1;
  self->work_max = relm_calendar_to_work (self, RELM_TIME_MAX) - 1;
}
