/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Calendars, against one that walks minute by minute over the hours as they were given.
 */

#include "config.h"

#include "relm-calendar-window.h"

#define N_CALENDARS 80
#define N_QUESTIONS 120

typedef struct
{
  RelmDayHours week[7];
  RelmCalendarException exceptions[12];
  gsize n_exceptions;
} Hours;

static const RelmDayHours *
naive_hours (const Hours *hours,
             RelmDate date)
{
  for (gsize i = hours->n_exceptions; i-- > 0;)
    if (hours->exceptions[i].days.start <= date && date <= hours->exceptions[i].days.finish)
      return &hours->exceptions[i].hours;
  return &hours->week[relm_date_weekday (date) - 1];
}

static gboolean
naive_works (const Hours *hours,
             RelmTime time)
{
  const RelmDayHours *day = naive_hours (hours, relm_time_get_date (time));
  int minute = relm_time_get_minute (time);

  for (guint i = 0; i < day->n; i++)
    if (day->periods[i].start <= minute && minute < day->periods[i].finish)
      return TRUE;
  return FALSE;
}

static RelmTime
naive_add (const Hours *hours,
           RelmTime time,
           gint32 minutes)
{
  for (; minutes > 0; time++)
    minutes -= naive_works (hours, time);
  for (; minutes < 0; time--)
    minutes += naive_works (hours, time - 1);
  return time;
}

static gint32
naive_work (const Hours *hours,
            RelmTime from,
            RelmTime to)
{
  gint32 work = 0;

  for (RelmTime time = MIN (from, to); time < MAX (from, to); time++)
    work += naive_works (hours, time);
  return from <= to ? work : -work;
}

/* Hours of multiples of @grain minutes. */
static RelmDayHours
random_hours (GRand *random,
              int grain)
{
  RelmDayHours hours = { 0 };
  int minute = g_rand_int_range (random, 0, 900 / grain) * grain;
  guint n = (guint) g_rand_int_range (random, 0, 4);

  for (guint i = 0; i < n && minute < RELM_MINUTES_PER_DAY; i++)
    {
      int finish = minute + g_rand_int_range (random, 1, 1 + 400 / grain) * grain;

      hours.periods[hours.n].start = (guint16) minute;
      hours.periods[hours.n++].finish = (guint16) MIN (finish, RELM_MINUTES_PER_DAY);
      minute = finish + g_rand_int_range (random, 0, 1 + 200 / grain) * grain;
    }
  return hours;
}

static Hours
make_random_hours (GRand *random,
                   RelmDate around)
{
  static const int grains[] = { 1, 1, 5, 30, 60 };
  const int grain = grains[g_rand_int_range (random, 0, G_N_ELEMENTS (grains))];
  Hours hours = { .n_exceptions = (gsize) g_rand_int_range (random, 0, 12) };

  for (guint i = 0; i < 7; i++)
    hours.week[i] = random_hours (random, grain);
  hours.week[g_rand_int_range (random, 0, 7)] = (RelmDayHours) { 1, { { 600, 720 } } };
  for (gsize i = 0; i < hours.n_exceptions; i++)
    {
      RelmDate start = around + g_rand_int_range (random, -40, 40);

      hours.exceptions[i].days = (RelmSpan) { start, start + g_rand_int_range (random, 0, 9) };
      if (g_rand_boolean (random))
        hours.exceptions[i].hours = random_hours (random, g_rand_boolean (random) ? grain : 1);
    }
  return hours;
}

static void
ask (RelmCalendar *calendar,
     const Hours *hours,
     RelmTime time,
     RelmTime other,
     gint32 minutes)
{
  RelmTime start = time, finish = time;

  while (!naive_works (hours, start))
    start++;
  while (!naive_works (hours, finish - 1))
    finish--;
  g_assert_cmpint (relm_calendar_is_working (calendar, time), ==, naive_works (hours, time));
  g_assert_cmpint (relm_calendar_next_start (calendar, time), ==, start);
  g_assert_cmpint (relm_calendar_previous_finish (calendar, time), ==, finish);
  g_assert_cmpint (relm_calendar_work (calendar, time, other), ==, naive_work (hours, time, other));
  g_assert_cmpint (relm_calendar_add (calendar, time, minutes), ==, naive_add (hours, time, minutes));
}

static void
test_naive (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < N_CALENDARS; i++)
    {
      RelmDate around = relm_date_from_ymd (g_rand_int_range (random, 1900, 2200), 1, 1);
      Hours hours = make_random_hours (random, around);
      g_autoptr (RelmCalendar) calendar = relm_calendar_new (hours.week, hours.exceptions, hours.n_exceptions, NULL);

      g_assert_nonnull (calendar);
      for (guint j = 0; j < N_QUESTIONS; j++)
        {
          RelmTime time = relm_time_from_date (around + g_rand_int_range (random, -60, 60), g_rand_int_range (random, 0, 1440));
          RelmTime other = time + g_rand_int_range (random, -30000, 30000);

          ask (calendar, &hours, time, other, g_rand_int_range (random, -3000, 3000));
        }
    }
}

static void
ask_window (const RelmCalendarWindow *window,
            RelmTime time)
{
  gint32 work = relm_calendar_to_work (window->calendar, time), start = work, finish = work;

  g_assert_cmpint (relm_calendar_window_to_work (window, time), ==, work);
  g_assert_cmpint (relm_calendar_window_to_start (window, &start), ==, relm_calendar_to_start (window->calendar, work));
  g_assert_cmpint (relm_calendar_window_to_finish (window, &finish), ==, relm_calendar_to_finish (window->calendar, work));
  g_assert_cmpint (start, ==, work);
  g_assert_cmpint (finish, ==, work);
}

/* A window says what its calendar says, within its weeks and outside of them. */
static void
test_window (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  guint n_open = 0;

  for (guint i = 0; i < N_CALENDARS; i++)
    {
      RelmDate around = relm_date_from_ymd (g_rand_int_range (random, 1900, 2200), 1, 1);
      RelmTime first = relm_time_from_date (around - 30, 0), last = relm_time_from_date (around + 90, 0);
      Hours hours = make_random_hours (random, around);
      g_autoptr (RelmCalendar) calendar = relm_calendar_new (hours.week, hours.exceptions, hours.n_exceptions, NULL);
      RelmCalendarWindow window = { 0 };

      relm_calendar_window_init (&window, calendar);
      g_assert_cmpuint (relm_calendar_window_open (&window, first, last, 10), ==, 0);
      n_open += relm_calendar_window_open (&window, first, last, 10000) > 0;
      for (guint j = 0; j < 10 * N_QUESTIONS; j++)
        ask_window (&window, g_rand_int_range (random, first - 50000, last + 50000));
      relm_calendar_window_clear (&window);
    }
  g_assert_cmpuint (n_open, >, N_CALENDARS / 4);
}

/* A long pause, in which neither the hints nor the week help. */
static void
test_years_off (void)
{
  g_autoptr (RelmCalendar) office = relm_calendar_new_office ();
  RelmSpan leave[] = { { relm_date_from_ymd (2000, 3, 1), relm_date_from_ymd (2100, 2, 28) },
                       { relm_date_from_ymd (2101, 1, 1), relm_date_from_ymd (2101, 1, 31) } };
  g_autoptr (RelmCalendar) calendar = relm_calendar_without (office, leave, G_N_ELEMENTS (leave), NULL);
  RelmTime before = relm_time_from_date (relm_date_from_ymd (2000, 2, 29), 17 * 60);
  RelmTime after = relm_time_from_date (relm_date_from_ymd (2100, 3, 1), 8 * 60);

  g_assert_cmpint (relm_calendar_next_start (calendar, before), ==, after);
  g_assert_cmpint (relm_calendar_previous_finish (calendar, after), ==, before);
  g_assert_cmpint (relm_calendar_work (calendar, before - 60, after + 60), ==, 120);
  g_assert_cmpint (relm_calendar_add (calendar, before, 60), ==, after + 60);
  g_assert_cmpint (relm_calendar_get_day_minutes (calendar, relm_date_from_ymd (2050, 5, 2)), ==, 0);
  g_assert_cmpint (relm_calendar_get_day_minutes (calendar, relm_date_from_ymd (2100, 5, 3)), ==, 480);
}

static void
test_far_ends (void)
{
  g_autoptr (RelmCalendar) office = relm_calendar_new_office ();
  g_autoptr (RelmCalendar) always = relm_calendar_new_always ();
  RelmTime now = relm_time_from_date (relm_date_from_ymd (2026, 11, 24), 600);

  g_assert_cmpint (relm_calendar_work (always, RELM_TIME_MIN, RELM_TIME_MAX), ==, 2000000000);
  g_assert_cmpint (relm_calendar_add (always, RELM_TIME_MAX, RELM_DURATION_MAX), <=, RELM_TIME_MAX);
  g_assert_cmpint (relm_calendar_add (office, RELM_TIME_MAX, G_MAXINT32), <=, RELM_TIME_MAX);
  g_assert_cmpint (relm_calendar_add (office, RELM_TIME_MIN, G_MININT32), >=, RELM_TIME_MIN);
  g_assert_cmpint (relm_calendar_work (office, now, relm_calendar_add (office, now, 100000000)), ==, 100000000);
}

static void
test_refused (void)
{
  RelmDayHours nothing[7] = { 0 }, overlapping[7] = { { 2, { { 60, 120 }, { 100, 200 } } } };
  RelmDayHours week[7] = { { 1, { { 60, 120 } } } };
  RelmCalendarException far[] = { { .days = { 1000, 1000 } }, { .days = { 900000, 900000 } } };
  g_autoptr (GError) error = NULL;

  g_assert_null (relm_calendar_new (nothing, NULL, 0, &error));
  g_assert_error (error, RELM_CALENDAR_ERROR, RELM_CALENDAR_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_null (relm_calendar_new (overlapping, NULL, 0, &error));
  g_assert_error (error, RELM_CALENDAR_ERROR, RELM_CALENDAR_ERROR_HOURS);
  g_clear_error (&error);
  g_assert_null (relm_calendar_new (week, far, G_N_ELEMENTS (far), &error));
  g_assert_error (error, RELM_CALENDAR_ERROR, RELM_CALENDAR_ERROR_RANGE);
}

static void
test_equal (void)
{
  g_autoptr (RelmCalendar) office = relm_calendar_new_office ();
  g_autoptr (RelmCalendar) again = relm_calendar_new_office ();
  g_autoptr (RelmCalendar) always = relm_calendar_new_always ();
  g_autoptr (RelmCalendar) leave = relm_calendar_without (office, &(RelmSpan) { 730000, 730001 }, 1, NULL);

  g_assert_true (relm_calendar_equal (office, again));
  g_assert_false (relm_calendar_equal (office, always));
  g_assert_false (relm_calendar_equal (office, leave));
}

static void
test_time (void)
{
  g_assert_cmpint (relm_time_from_date (relm_date_from_ymd (2000, 1, 1), 0), ==, 0);
  g_assert_cmpint (relm_time_get_date (-1), ==, relm_date_from_ymd (1999, 12, 31));
  g_assert_cmpint (relm_time_get_minute (-1), ==, 1439);
  g_assert_cmpint (relm_time_get_date (relm_time_from_date (relm_date_from_ymd (2026, 11, 24), 1440)), ==,
                   relm_date_from_ymd (2026, 11, 25));
  g_assert_cmpint (relm_time_from_date (RELM_DATE_NONE, 5), ==, RELM_TIME_NONE);
  g_assert_cmpint (relm_time_get_date (RELM_TIME_NONE), ==, RELM_DATE_NONE);
  g_assert_cmpint (relm_time_from_date (RELM_DATE_MAX, 0), ==, RELM_TIME_MAX);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/calendar/time", test_time);
  g_test_add_func ("/engine/calendar/naive", test_naive);
  g_test_add_func ("/engine/calendar/window", test_window);
  g_test_add_func ("/engine/calendar/years-off", test_years_off);
  g_test_add_func ("/engine/calendar/far-ends", test_far_ends);
  g_test_add_func ("/engine/calendar/refused", test_refused);
  g_test_add_func ("/engine/calendar/equal", test_equal);
  return g_test_run ();
}
