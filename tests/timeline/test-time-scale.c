/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-time-scale.h"

static void
test_there_and_back (void)
{
  const RelmTimeScale scale = { relm_date_from_ymd (2027, 1, 1), relm_date_from_ymd (2027, 12, 31), 12.5, 1 };

  for (RelmDate date = scale.first; date <= scale.last; date++)
    g_assert_cmpint (relm_time_scale_get_day (&scale, relm_time_scale_get_x (&scale, date) + 1), ==, date);
  g_assert_cmpfloat_with_epsilon (relm_time_scale_get_width (&scale), 365 * 12.5, 0.001);
}

/* Cells of a tier leave no gap and end where the next one starts. */
static void
test_units (void)
{
  for (int unit = 0; unit < RELM_TIME_N_UNITS; unit++)
    {
      RelmDate start = relm_time_unit_floor ((RelmTimeUnit) unit, relm_date_from_ymd (2024, 2, 29), 1);

      g_assert_cmpint (start, <=, relm_date_from_ymd (2024, 2, 29));
      for (int i = 0; i < 50; i++)
        {
          const RelmDate next = relm_time_unit_next ((RelmTimeUnit) unit, start);

          g_assert_cmpint (next, >, start);
          g_assert_cmpint (relm_time_unit_floor ((RelmTimeUnit) unit, next - 1, 1), ==, start);
          g_assert_cmpint (relm_time_unit_floor ((RelmTimeUnit) unit, next, 1), ==, next);
          start = next;
        }
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/time-scale/there-and-back", test_there_and_back);
  g_test_add_func ("/timeline/time-scale/units", test_units);
  return g_test_run ();
}
