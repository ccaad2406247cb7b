/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Earned value by hand, and guarded where it divides by nothing.
 */

#include "config.h"

#include <math.h>

#include "relm-earned-value.h"

#define WEEK (5 * 480)

static RelmTime
at (int day,
    int hour)
{
  return relm_time_from_date (relm_date_from_ymd (2026, 11, 1) + day - 1, hour * 60);
}

/* Two weeks of work, a week each for 500.00; a week is gone, four fifths of the first item are done, for 450.00. */
static void
test_by_hand (void)
{
  g_autoptr (RelmCalendar) office = relm_calendar_new_office ();
  RelmEarnedItem items[] = { { office, at (23, 8), at (27, 17), 50000, 45000, 800 }, { office, at (30, 8), at (34, 17), 50000, 0, 0 } };
  RelmEarnedValue value;

  relm_earned_value (items, 2, office, at (27, 17), &value);
  g_assert_cmpint (value.bac, ==, 100000);
  g_assert_cmpint (value.pv, ==, 50000);
  g_assert_cmpint (value.ev, ==, 40000);
  g_assert_cmpint (value.ac, ==, 45000);
  g_assert_cmpint (value.sv, ==, -10000);
  g_assert_cmpint (value.cv, ==, -5000);
  g_assert_cmpfloat_with_epsilon (value.spi, 0.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (value.cpi, 40.0 / 45, 1e-9);
  g_assert_cmpfloat_with_epsilon (value.eac_by_cost, 112500, 1e-6);
  g_assert_cmpfloat_with_epsilon (value.eac_by_plan, 105000, 1e-6);
  g_assert_cmpfloat_with_epsilon (value.eac_by_cost_and_time, 45000 + 60000 / (0.8 * 40 / 45), 1e-6);
  g_assert_cmpfloat_with_epsilon (value.etc, 67500, 1e-6);
  g_assert_cmpfloat_with_epsilon (value.vac, -12500, 1e-6);
  g_assert_cmpfloat_with_epsilon (value.tcpi_to_budget, 60.0 / 55, 1e-9);
  g_assert_cmpfloat_with_epsilon (value.tcpi_to_estimate, 60.0 / 67.5, 1e-9);
  /* What is earned was to be earned on Thursday evening. */
  g_assert_cmpint (value.earned_time, ==, at (26, 17));
  g_assert_cmpint (value.sv_time, ==, -480);
  g_assert_cmpfloat_with_epsilon (value.spi_time, 0.8, 1e-9);
  g_assert_cmpint (value.finish_by_time, ==, relm_calendar_add (office, at (23, 8), 2 * WEEK * 5 / 4));
}

/* A week of nothing between two items: who has done the first is in time all that week. */
static void
test_pause (void)
{
  g_autoptr (RelmCalendar) office = relm_calendar_new_office ();
  const RelmEarnedItem items[] = { { office, at (2, 8), at (6, 17), 50000, 0, 1000 }, { office, at (16, 8), at (20, 17), 50000, 0, 0 } };
  RelmEarnedValue value;

  relm_earned_value (items, 2, office, at (11, 12), &value);
  g_assert_cmpint (value.ev, ==, value.pv);
  g_assert_cmpint (value.earned_time, ==, at (11, 12));
  g_assert_cmpint (value.sv_time, ==, 0);
  g_assert_cmpfloat_with_epsilon (value.spi_time, 1, 1e-9);
  /* A week later, the second should have begun. */
  relm_earned_value (items, 2, office, at (17, 8), &value);
  g_assert_cmpint (value.sv_time, <, 0);
}

static void
test_guards (void)
{
  g_autoptr (RelmCalendar) office = relm_calendar_new_office ();
  RelmEarnedItem item = { office, at (23, 8), at (27, 17), 50000, 0, 0 };
  RelmEarnedItem milestone = { office, at (23, 8), at (23, 8), 700, 0, 1000 };
  RelmEarnedValue value;

  relm_earned_value (NULL, 0, office, at (23, 8), &value);
  g_assert_cmpint (value.bac, ==, 0);
  g_assert_true (isnan (value.spi) && isnan (value.cpi) && isnan (value.spi_time) && isnan (value.tcpi_to_budget));
  g_assert_cmpint (value.earned_time, ==, RELM_TIME_NONE);
  relm_earned_value (&item, 1, office, at (20, 8), &value);
  g_assert_true (isnan (value.spi) && isnan (value.cpi) && isnan (value.eac_by_cost) && isnan (value.spi_time));
  g_assert_cmpint (value.pv, ==, 0);
  relm_earned_value (&milestone, 1, office, at (23, 8), &value);
  g_assert_cmpint (value.pv, ==, 700);
  g_assert_cmpint (value.ev, ==, 700);
  g_assert_true (isnan (value.cpi));
  g_assert_cmpfloat (value.eac_by_cost, ==, 0);
}

/* At the end, SPI says 1 however late it is; SPI in time does not. */
static void
test_late_end (void)
{
  g_autoptr (RelmCalendar) office = relm_calendar_new_office ();
  RelmEarnedItem item = { office, at (23, 8), at (27, 17), 50000, 60000, 1000 };
  RelmEarnedValue value;

  relm_earned_value (&item, 1, office, at (34, 17), &value);
  g_assert_cmpfloat (value.spi, ==, 1);
  g_assert_cmpfloat_with_epsilon (value.spi_time, 0.5, 1e-9);
  g_assert_cmpint (value.finish_by_time, ==, at (34, 17));
  g_assert_cmpfloat (value.eac_by_cost, ==, 60000);
}

static void
test_large (void)
{
  g_autoptr (RelmCalendar) office = relm_calendar_new_office ();
  gint64 budget = G_GINT64_CONSTANT (9007199254740991);
  RelmEarnedItem item = { office, at (23, 8), at (27, 17), budget, 0, 999 };
  RelmEarnedValue value;

  relm_earned_value (&item, 1, office, at (25, 17), &value);
  g_assert_cmpint (value.pv, ==, budget / 5 * 3 + budget % 5 * 3 / 5);
  g_assert_cmpint (value.ev, ==, budget / 1000 * 999 + budget % 1000 * 999 / 1000);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/earned-value/by-hand", test_by_hand);
  g_test_add_func ("/engine/earned-value/pause", test_pause);
  g_test_add_func ("/engine/earned-value/guards", test_guards);
  g_test_add_func ("/engine/earned-value/late-end", test_late_end);
  g_test_add_func ("/engine/earned-value/large", test_large);
  return g_test_run ();
}
