/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-date.h"

static void
test_round_trip (void)
{
  for (RelmDate date = 1; date <= RELM_DATE_MAX; date += 97)
    {
      g_autofree char *text = relm_date_format (date);
      RelmDate parsed = RELM_DATE_NONE;

      g_assert_true (relm_date_parse (text, &parsed));
      g_assert_cmpint (parsed, ==, date);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "", "2027", "2027-2-01", "2027-02-29", "2027-13-01", "2027-00-10", "0000-01-01", "2027-02-01 ", " 2027-02-1",
    "2027/02/01", "+027-02-01", "2027-02-0x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      RelmDate date = 42;

      g_assert_false (relm_date_parse (texts[i], &date));
      g_assert_cmpint (date, ==, 42);
    }
  g_assert_false (relm_date_parse (NULL, &(RelmDate) { 0 }));
}

static void
test_known_days (void)
{
  g_assert_cmpint (relm_date_weekday (relm_date_from_ymd (2026, 11, 24)), ==, 2);
  g_assert_cmpint (relm_date_weekday (relm_date_from_ymd (1, 1, 1)), ==, 1);
  g_assert_cmpint (relm_date_from_unix (0), ==, relm_date_from_ymd (1970, 1, 1));
  g_assert_cmpint (relm_date_from_unix (-1), ==, relm_date_from_ymd (1969, 12, 31));
  g_assert_cmpint (relm_date_from_unix (G_MAXINT64), ==, RELM_DATE_NONE);
  g_assert_cmpint (relm_date_from_unix (G_MININT64), ==, RELM_DATE_NONE);
  g_assert_cmpint (relm_date_from_unix_local (0), ==, RELM_DATE_NONE);
  g_assert_cmpint (relm_date_from_unix_local (10 * 86400), ==, relm_date_from_ymd (1970, 1, 11));
  g_assert_cmpint (relm_date_from_unix_local (G_MAXINT64), ==, RELM_DATE_NONE);
  g_assert_cmpint (relm_date_from_ymd (9999, 12, 31), ==, RELM_DATE_MAX);
}

static void
test_add_months (void)
{
  g_assert_cmpint (relm_date_add_months (relm_date_from_ymd (2028, 1, 31), 1), ==, relm_date_from_ymd (2028, 2, 29));
  g_assert_cmpint (relm_date_add_months (relm_date_from_ymd (2027, 1, 15), -2), ==, relm_date_from_ymd (2026, 11, 15));
  g_assert_cmpint (relm_date_add_months (relm_date_from_ymd (1, 1, 15), -1), ==, RELM_DATE_NONE);
  g_assert_cmpint (relm_date_add_months (RELM_DATE_NONE, 1), ==, RELM_DATE_NONE);
}

static void
test_spans (void)
{
  const RelmSpan may = { relm_date_from_ymd (2027, 5, 3), relm_date_from_ymd (2027, 5, 9) };
  const RelmSpan open = { RELM_DATE_NONE, relm_date_from_ymd (2027, 6, 1) };
  const RelmSpan both = relm_span_union (may, open);
  g_autofree char *text = relm_span_display (may);

  g_assert_true (relm_span_is_set (may));
  g_assert_false (relm_span_is_set (open));
  g_assert_cmpint (both.start, ==, may.start);
  g_assert_cmpint (both.finish, ==, open.finish);
  g_assert_cmpstr (text, ==, "3 May – 9 May 2027");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date/round-trip", test_round_trip);
  g_test_add_func ("/base/date/refused", test_refused);
  g_test_add_func ("/base/date/known-days", test_known_days);
  g_test_add_func ("/base/date/add-months", test_add_months);
  g_test_add_func ("/base/date/spans", test_spans);
  return g_test_run ();
}
