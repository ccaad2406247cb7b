/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-load-profile.h"

#define DAYS_MAX RELM_CALENDAR_MAX_DAYS

struct _RelmLoadProfile
{
  RelmCalendar *calendar;
  gint32 units;
  RelmDate first;
  GArray *taken; /* gint64, by day from the first */
  GArray *next;  /* gint32, by day: where to look for room, when there is none on the day; a way that is shortened as it is gone */
};

/**
 * relm_load_profile_new:
 * @calendar: when the resource is there
 * @units: how much of it
 * @first: the day with which it begins
 *
 * Returns: (transfer full): a profile of which nothing is taken
 */
RelmLoadProfile *
relm_load_profile_new (RelmCalendar *calendar,
                       gint32 units,
                       RelmDate first)
{
  RelmLoadProfile *self = g_new0 (RelmLoadProfile, 1);

  self->calendar = relm_calendar_ref (calendar);
  self->units = units;
  self->first = first;
  self->taken = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->next = g_array_new (FALSE, FALSE, sizeof (gint32));
  return self;
}

void
relm_load_profile_free (RelmLoadProfile *self)
{
  relm_calendar_unref (self->calendar);
  g_array_unref (self->taken);
  g_array_unref (self->next);
  g_free (self);
}

static void
copy (GArray *to,
      const GArray *from)
{
  g_array_set_size (to, 0);
  if (from->len > 0)
    g_array_append_vals (to, from->data, from->len);
}

/**
 * relm_load_profile_reset:
 * @to: a profile of the same resource
 *
 * Makes what is taken equal.
 */
void
relm_load_profile_reset (RelmLoadProfile *self,
                         const RelmLoadProfile *to)
{
  copy (self->taken, to->taken);
  copy (self->next, to->next);
}

/* The place of a day; FALSE when it is not counted. */
static gboolean
find_day (const RelmLoadProfile *self,
          RelmDate day,
          guint *index)
{
  const gint64 offset = (gint64) day - self->first;

  if (offset < 0 || offset >= DAYS_MAX)
    return FALSE;
  *index = (guint) offset;
  return TRUE;
}

static void
reach (RelmLoadProfile *self,
       guint index)
{
  const guint old = self->next->len;

  if (index < old)
    return;
  g_array_set_size (self->taken, index + 1);
  g_array_set_size (self->next, index + 1);
  for (guint i = old; i <= index; i++)
    g_array_index (self->next, gint32, i) = (gint32) i;
}

/**
 * relm_load_profile_get_capacity:
 *
 * Returns: how much there is on a day
 */
gint64
relm_load_profile_get_capacity (RelmLoadProfile *self,
                                RelmDate day)
{
  return (gint64) relm_calendar_get_day_minutes (self->calendar, day) * self->units;
}

/**
 * relm_load_profile_get_taken:
 *
 * Returns: how much is taken on a day; may be more than there is
 */
gint64
relm_load_profile_get_taken (RelmLoadProfile *self,
                             RelmDate day)
{
  guint index;

  return find_day (self, day, &index) && index < self->taken->len ? g_array_index (self->taken, gint64, index) : 0;
}

/**
 * relm_load_profile_get_days:
 *
 * Returns: from the first day of the profile to the last on which anything was taken; unset when nothing was
 */
RelmSpan
relm_load_profile_get_days (RelmLoadProfile *self)
{
  if (self->taken->len == 0)
    return (RelmSpan) { RELM_DATE_NONE, RELM_DATE_NONE };
  return (RelmSpan) { self->first, self->first + (RelmDate) self->taken->len - 1 };
}

/**
 * relm_load_profile_measure:
 *
 * Returns: how much a need takes of a day
 */
gint64
relm_load_profile_measure (RelmLoadProfile *self,
                           const RelmLoadNeed *need,
                           RelmDate day)
{
  const RelmTime midnight = relm_time_from_date (day, 0);
  const RelmTime from = MAX (need->start, midnight), to = MIN (need->finish, relm_time_clamp ((gint64) midnight + RELM_MINUTES_PER_DAY));

  return from < to ? (gint64) relm_calendar_work (need->calendar != NULL ? need->calendar : self->calendar, from, to) * need->units : 0;
}

/* The days of a need that are counted: from the first to before the last. */
static gboolean
find_days (const RelmLoadProfile *self,
           const RelmLoadNeed *need,
           RelmDate *from,
           RelmDate *to)
{
  if (need->start == RELM_TIME_NONE || need->finish <= need->start || need->units <= 0)
    return FALSE;
  *from = MAX (relm_time_get_date (need->start), self->first);
  *to = (RelmDate) MIN ((gint64) relm_time_get_date (need->finish - 1) + 1, (gint64) self->first + DAYS_MAX);
  return *from < *to;
}

/**
 * relm_load_profile_take:
 *
 * Takes what is needed, also where it is not there.
 */
void
relm_load_profile_take (RelmLoadProfile *self,
                        const RelmLoadNeed *need)
{
  RelmDate from, to;

  if (!find_days (self, need, &from, &to))
    return;
  reach (self, (guint) (to - 1 - self->first));
  for (RelmDate day = from; day < to; day++)
    {
      const guint index = (guint) (day - self->first);
      gint64 *taken = &g_array_index (self->taken, gint64, index);

      *taken += relm_load_profile_measure (self, need, day);
      if (*taken >= relm_load_profile_get_capacity (self, day))
        g_array_index (self->next, gint32, index) = (gint32) index + 1;
    }
}

/**
 * relm_load_profile_find_obstacle:
 *
 * What alone needs more on a day than there is can only be alone on it.
 *
 * Returns: the last day on which there is no room for the need; RELM_DATE_NONE when there is on all
 */
RelmDate
relm_load_profile_find_obstacle (RelmLoadProfile *self,
                                 const RelmLoadNeed *need)
{
  RelmDate from, to;

  if (!find_days (self, need, &from, &to))
    return RELM_DATE_NONE;
  to = (RelmDate) MIN ((gint64) to, (gint64) self->first + self->taken->len);
  for (RelmDate day = to - 1; day >= from; day--)
    {
      const gint64 taken = relm_load_profile_get_taken (self, day);
      const gint64 needed = taken > 0 ? relm_load_profile_measure (self, need, day) : 0;

      if (needed > 0 && taken + needed > relm_load_profile_get_capacity (self, day))
        return day;
    }
  return RELM_DATE_NONE;
}

/**
 * relm_load_profile_find_room:
 *
 * Returns: @day, or the next on which not all is taken
 */
RelmDate
relm_load_profile_find_room (RelmLoadProfile *self,
                             RelmDate day)
{
  guint index, end, i;

  if (!find_day (self, day, &index) || index >= self->next->len)
    return day;
  for (end = index; end < self->next->len && g_array_index (self->next, gint32, end) != (gint32) end;)
    end = (guint) g_array_index (self->next, gint32, end);
  for (i = index; i < end;)
    {
      const guint next = (guint) g_array_index (self->next, gint32, i);

      g_array_index (self->next, gint32, i) = (gint32) end;
      i = next;
    }
  return self->first + (RelmDate) end;
}
