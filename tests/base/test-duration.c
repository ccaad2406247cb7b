/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-duration.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64 minutes;
  } cases[] = {
    { "", 0 },
    { "3 d", 3 * RELM_DURATION_DAY },
    { "3", 3 * RELM_DURATION_DAY },
    { " 1w 2d ", RELM_DURATION_WEEK + 2 * RELM_DURATION_DAY },
    { "4.5h", 270 },
    { "0,5 D", 240 },
    { "30 min", 30 },
    { "30m", 30 },
    { "-1 d 4 h", -(RELM_DURATION_DAY + 240) },
    { "\342\210\2222 d", -2 * RELM_DURATION_DAY },
    { "+2d", 2 * RELM_DURATION_DAY },
    { "1.5 min", 2 },
    { "3 d 4", 7 * RELM_DURATION_DAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 minutes = 42;

      g_test_message ("%s", cases[i].text);
      g_assert_true (relm_duration_parse (cases[i].text, &minutes));
      g_assert_cmpint (minutes, ==, cases[i].minutes);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "d", "3 x", "-", "+", "3 d -2 h", "1.", ".5 d", "1.2345 d", "99999999999999999999", "2000000 w", "1e3", "3 d;",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint64 minutes;

      g_test_message ("%s", texts[i]);
      g_assert_false (relm_duration_parse (texts[i], &minutes));
    }
}

static void
test_format (void)
{
  static const struct
  {
    gint64 minutes;
    const char *text;
  } cases[] = {
    { 0, "0\302\240d" },
    { RELM_DURATION_WEEK, "5\302\240d" },
    { RELM_DURATION_DAY + 240, "1\302\240d 4\302\240h" },
    { -30, "\342\210\22230\302\240min" },
    { 2 * RELM_DURATION_DAY + 5, "2\302\240d 5\302\240min" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = relm_duration_format (cases[i].minutes);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_round_trip (void)
{
  for (gint64 minutes = -20000; minutes < 20000; minutes += 7)
    {
      g_autofree char *text = relm_duration_format (minutes);
      gint64 parsed;

      g_assert_true (relm_duration_parse (text, &parsed));
      g_assert_cmpint (parsed, ==, minutes);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/duration/parse", test_parse);
  g_test_add_func ("/base/duration/refused", test_refused);
  g_test_add_func ("/base/duration/format", test_format);
  g_test_add_func ("/base/duration/round-trip", test_round_trip);
  return g_test_run ();
}
