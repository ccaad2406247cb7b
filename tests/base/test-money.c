/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-money.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64 cents;
  } cases[] = {
    { "", 0 },
    { "  ", 0 },
    { "80", 8000 },
    { " 80.5 ", 8050 },
    { "80,05", 8005 },
    { "1,250", 125000 },
    { "1.250", 125000 },
    { "1,250.50", 125050 },
    { "1.250,50", 125050 },
    { "1 250 000,5", 125000050 },
    { "1\302\240250", 125000 },
    { "1\342\200\231250.10", 125010 },
    { "1'250'000", 125000000 },
    { "-3.20", -320 },
    { "\342\210\2223", -300 },
    { "10000000000", G_GINT64_CONSTANT (1000000000000) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 cents = 42;

      g_test_message ("%s", cases[i].text);
      g_assert_true (relm_money_parse (cases[i].text, &cents));
      g_assert_cmpint (cents, ==, cases[i].cents);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "x", "-", "80 EUR", ".5", "5.", "1.2345", "1,25,0", "1..5", "10000000000.01", "10000000001", "99999999999999999999", "1e3", "--3", "1,2 5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint64 cents;

      g_test_message ("%s", texts[i]);
      g_assert_false (relm_money_parse (texts[i], &cents));
    }
}

/* What is written is read as the same. */
static void
test_format (void)
{
  static const gint64 amounts[] = { 0, 1, 10, 99, 100, 8050, -8005, 123456789, RELM_MONEY_MAX, -RELM_MONEY_MAX };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *text = relm_money_format (amounts[i]);
      gint64 cents;

      g_assert_true (relm_money_parse (text, &cents));
      g_assert_cmpint (cents, ==, amounts[i]);
    }
}

static void
test_display (void)
{
  g_autofree char *plain = relm_money_display (8049, NULL);
  g_autofree char *with = relm_money_display (-8050, "EUR");
  g_autofree char *hostile = relm_money_display (100, "E\342\200\256U\nR");

  g_assert_cmpstr (plain, ==, "80");
  g_assert_cmpstr (with, ==, "-81\302\240EUR");
  g_assert_null (g_strstr_len (hostile, -1, "\n"));
  g_assert_null (g_strstr_len (hostile, -1, "\342\200\256"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/money/parse", test_parse);
  g_test_add_func ("/base/money/refused", test_refused);
  g_test_add_func ("/base/money/format", test_format);
  g_test_add_func ("/base/money/display", test_display);
  return g_test_run ();
}
