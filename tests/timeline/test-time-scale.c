/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-time-scale.h"

static RelmTimeScale
make_scale (double day_width)
{
  return (RelmTimeScale) {
    .first = relm_date_from_ymd (2027, 1, 1),
    .last = relm_date_from_ymd (2029, 12, 31),
    .day_width = day_width,
    .week_start = 1,
  };
}

static void
test_map (void)
{
  for (double day_width = RELM_TIME_SCALE_MIN; day_width <= RELM_TIME_SCALE_MAX; day_width *= 1.7)
    {
      const RelmTimeScale scale = make_scale (day_width);

      g_assert_cmpfloat (relm_time_scale_get_x (&scale, scale.first), ==, 0);
      g_assert_cmpfloat_with_epsilon (relm_time_scale_get_x (&scale, scale.last + 1), relm_time_scale_get_width (&scale), 1e-6);
      for (guint i = 0; i < 50; i++)
        {
          const RelmDate date = g_test_rand_int_range (scale.first, scale.last);
          const double x = relm_time_scale_get_x (&scale, date);

          g_assert_cmpfloat_with_epsilon (relm_time_scale_get_date (&scale, x), date, 1e-6);
          g_assert_cmpint (relm_time_scale_get_day (&scale, x + day_width / 2), ==, date);
        }
    }
}

/* Cells of every division follow each other without a gap, begin on their first day, and cover what was asked for. */
static void
test_ticks (void)
{
  const RelmTimeScale scale = make_scale (2);

  for (guint unit = 0; unit < RELM_TIME_N_UNITS; unit++)
    for (guint i = 0; i < 50; i++)
      {
        const double from = g_test_rand_double_range (0, 1500);
        const double to = from + g_test_rand_double_range (1, 600);
        g_autoptr (GArray) ticks = relm_time_scale_list_ticks (&scale, (RelmTimeUnit) unit, from, to);
        const RelmTimeTick *tick = &g_array_index (ticks, RelmTimeTick, 0);

        g_assert_cmpuint (ticks->len, >, 0);
        g_assert_cmpfloat (relm_time_scale_get_x (&scale, tick[0].start), <=, from);
        g_assert_cmpfloat (relm_time_scale_get_x (&scale, tick[ticks->len - 1].end), >=, to);
        for (guint j = 0; j < ticks->len; j++)
          {
            g_assert_cmpint (relm_time_unit_floor ((RelmTimeUnit) unit, tick[j].start, 1), ==, tick[j].start);
            g_assert_cmpint (relm_time_unit_floor ((RelmTimeUnit) unit, tick[j].end - 1, 1), ==, tick[j].start);
            if (j > 0)
              g_assert_cmpint (tick[j].start, ==, tick[j - 1].end);
          }
      }
}

static void
test_tiers (void)
{
  RelmTimeUnit previous = RELM_TIME_UNIT_DECADE;

  for (double day_width = RELM_TIME_SCALE_MIN; day_width <= RELM_TIME_SCALE_MAX; day_width *= 1.1)
    {
      const RelmTimeScale scale = make_scale (day_width);
      const RelmTimeTiers tiers = relm_time_scale_get_tiers (&scale);

      g_assert_cmpint (tiers.minor, <, tiers.major);
      g_assert_cmpint (tiers.minor, <=, previous);
      previous = tiers.minor;
    }
  for (guint unit = RELM_TIME_UNIT_DAY; unit <= RELM_TIME_UNIT_YEAR; unit++)
    {
      const RelmTimeScale scale = make_scale (relm_time_unit_get_day_width ((RelmTimeUnit) unit));

      g_assert_cmpint (relm_time_scale_get_tiers (&scale).minor, ==, unit);
    }
}

static void
assert_label (RelmTimeUnit unit,
              int month,
              int day,
              gboolean major,
              double width,
              const char *expected)
{
  g_autofree char *label = relm_time_unit_dup_label (unit, relm_date_from_ymd (2027, month, day), major, width);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_labels (void)
{
  assert_label (RELM_TIME_UNIT_DAY, 5, 3, FALSE, 20, "3");
  assert_label (RELM_TIME_UNIT_DAY, 5, 3, FALSE, 80, "Mon 3");
  assert_label (RELM_TIME_UNIT_WEEK, 5, 3, FALSE, 50, "3");
  assert_label (RELM_TIME_UNIT_MONTH, 5, 1, FALSE, 40, "May");
  assert_label (RELM_TIME_UNIT_MONTH, 5, 1, TRUE, 200, "May 2027");
  assert_label (RELM_TIME_UNIT_QUARTER, 4, 1, FALSE, 40, "Q2");
  assert_label (RELM_TIME_UNIT_YEAR, 1, 1, TRUE, 400, "2027");
}

static void
test_weeks (void)
{
  const RelmDate wednesday = relm_date_from_ymd (2027, 5, 5);

  g_assert_cmpint (relm_time_unit_floor (RELM_TIME_UNIT_WEEK, wednesday, 1), ==, wednesday - 2);
  g_assert_cmpint (relm_time_unit_floor (RELM_TIME_UNIT_WEEK, wednesday, 7), ==, wednesday - 3);
  g_assert_cmpint (relm_time_unit_floor (RELM_TIME_UNIT_WEEK, wednesday, 6), ==, wednesday - 4);
  g_assert_false (relm_time_is_weekend (wednesday));
  g_assert_true (relm_time_is_weekend (wednesday + 3));
  g_assert_cmpint (relm_time_get_locale_week_start (), >=, 1);
  g_assert_cmpint (relm_time_get_locale_week_start (), <=, 7);
}

/* The ends of the calendar are no trap. */
static void
test_ends (void)
{
  const RelmTimeScale scale = { RELM_DATE_MAX - 40, RELM_DATE_MAX, 1, 1 };

  for (guint unit = 0; unit < RELM_TIME_N_UNITS; unit++)
    {
      g_autoptr (GArray) ticks = relm_time_scale_list_ticks (&scale, (RelmTimeUnit) unit, 0, 400);

      g_assert_cmpuint (ticks->len, >, 0);
      g_assert_cmpint (relm_time_unit_floor ((RelmTimeUnit) unit, 1, 7), ==, 1);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/time-scale/map", test_map);
  g_test_add_func ("/timeline/time-scale/ticks", test_ticks);
  g_test_add_func ("/timeline/time-scale/tiers", test_tiers);
  g_test_add_func ("/timeline/time-scale/labels", test_labels);
  g_test_add_func ("/timeline/time-scale/weeks", test_weeks);
  g_test_add_func ("/timeline/time-scale/ends", test_ends);
  return g_test_run ();
}
