/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is taken of somebody per day, and where there is room. */

#include "config.h"

#include "relm-load-profile.h"

#define MONDAY (relm_date_from_ymd (2026, 11, 23))

static RelmLoadNeed
need (RelmDate day,
      int minute,
      gint32 minutes,
      gint32 units)
{
  const RelmTime start = relm_time_from_date (day, minute);

  return (RelmLoadNeed) { NULL, start, start + minutes, units };
}

static void
take (RelmLoadProfile *profile,
      RelmLoadNeed need)
{
  relm_load_profile_take (profile, &need);
}

/* From Friday noon over the weekend to Monday noon: two half days. */
static void
test_days (void)
{
  g_autoptr (RelmCalendar) office = relm_calendar_new_office ();
  g_autoptr (RelmLoadProfile) profile = relm_load_profile_new (office, 100, MONDAY);

  g_assert_false (relm_span_is_set (relm_load_profile_get_days (profile)));
  take (profile, need (MONDAY + 4, 12 * 60, 3 * RELM_MINUTES_PER_DAY, 50));
  g_assert_cmpint (relm_load_profile_get_taken (profile, MONDAY + 4), ==, 240 * 50);
  g_assert_cmpint (relm_load_profile_get_taken (profile, MONDAY + 5), ==, 0);
  g_assert_cmpint (relm_load_profile_get_taken (profile, MONDAY + 7), ==, 240 * 50);
  g_assert_cmpint (relm_load_profile_get_capacity (profile, MONDAY + 7), ==, 480 * 100);
  g_assert_cmpint (relm_load_profile_get_capacity (profile, MONDAY + 5), ==, 0);
  g_assert_cmpint (relm_load_profile_get_days (profile).finish, ==, MONDAY + 7);
  /* Before its first day nothing is counted, nor so long after it. */
  take (profile, need (MONDAY - 3, 0, 2 * RELM_MINUTES_PER_DAY, 100));
  take (profile, need (MONDAY + RELM_CALENDAR_MAX_DAYS, 0, RELM_MINUTES_PER_DAY, 100));
  g_assert_cmpint (relm_load_profile_get_taken (profile, MONDAY - 3), ==, 0);
  g_assert_cmpint (relm_load_profile_get_days (profile).finish, ==, MONDAY + 7);
}

/* What needs more than there is may be alone, and nothing goes beside it. */
static void
test_obstacle (void)
{
  g_autoptr (RelmCalendar) office = relm_calendar_new_office (), always = relm_calendar_new_always ();
  g_autoptr (RelmLoadProfile) profile = relm_load_profile_new (office, 100, MONDAY);
  RelmLoadNeed day = need (MONDAY, 0, RELM_MINUTES_PER_DAY, 100), long_day = day, half = need (MONDAY, 0, RELM_MINUTES_PER_DAY, 50);

  long_day.calendar = always;
  g_assert_cmpint (relm_load_profile_find_obstacle (profile, &long_day), ==, RELM_DATE_NONE);
  take (profile, half);
  g_assert_cmpint (relm_load_profile_find_obstacle (profile, &half), ==, RELM_DATE_NONE);
  g_assert_cmpint (relm_load_profile_find_obstacle (profile, &day), ==, MONDAY);
  g_assert_cmpint (relm_load_profile_find_obstacle (profile, &long_day), ==, MONDAY);
}

static gboolean
has_room (RelmLoadProfile *profile,
          RelmDate day)
{
  return relm_load_profile_get_taken (profile, day) < relm_load_profile_get_capacity (profile, day);
}

/* A walk that shortens its own way passes no room, and ends where there is some, or where nobody works anyway. */
static void
test_room (void)
{
  g_autoptr (RelmCalendar) office = relm_calendar_new_office ();
  g_autoptr (RelmLoadProfile) profile = relm_load_profile_new (office, 100, MONDAY);

  for (guint i = 0; i < 400; i++)
    {
      const RelmDate from = MONDAY + g_test_rand_int_range (0, 300), day = MONDAY + g_test_rand_int_range (0, 250);
      RelmDate room;

      take (profile, need (day, 0, RELM_MINUTES_PER_DAY * g_test_rand_int_range (1, 9), g_test_rand_int_range (1, 4) * 25));
      room = relm_load_profile_find_room (profile, from);
      g_assert_true (has_room (profile, room) || relm_load_profile_get_capacity (profile, room) == 0);
      for (RelmDate passed = from; passed < room; passed++)
        g_assert_false (has_room (profile, passed));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/load-profile/days", test_days);
  g_test_add_func ("/engine/load-profile/obstacle", test_obstacle);
  g_test_add_func ("/engine/load-profile/room", test_room);
  return g_test_run ();
}
