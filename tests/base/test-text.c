/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-text.h"

static void
test_encodings (void)
{
  g_autofree char *latin1 = relm_text_to_utf8 ("Jos\351", -1, "ISO-8859-1");
  g_autofree char *broken = relm_text_to_utf8 ("Jos\351", -1, NULL);
  g_autofree char *unknown = relm_text_to_utf8 ("Jos\351", -1, "no-such-encoding");

  g_assert_cmpstr (latin1, ==, "José");
  g_assert_cmpstr (broken, ==, "Jos\357\277\275");
  g_assert_cmpstr (unknown, ==, "Jos\357\277\275");
}

static void
test_display (void)
{
  g_autofree char *bidi = relm_text_display ("a\342\200\256b\033c\nd");
  g_autofree char *title = relm_text_display_title ("one\ntwo\tthree");
  g_autofree char *nothing = relm_text_display (NULL);

  g_assert_cmpstr (bidi, ==, "a\357\277\275b\357\277\275c\nd");
  g_assert_cmpstr (title, ==, "one two three");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_long_title (void)
{
  g_autofree char *text = g_strnfill (10 * 1024 * 1024, 'x');
  g_autofree char *title = relm_text_display_title (text);

  g_assert_cmpint (g_utf8_strlen (title, -1), ==, RELM_TEXT_TITLE_MAX + 1);
  g_assert_true (g_str_has_suffix (title, "…"));
}

static void
test_blank (void)
{
  g_assert_true (relm_text_is_blank (NULL));
  g_assert_true (relm_text_is_blank (" \n\342\200\203"));
  g_assert_false (relm_text_is_blank (" x"));
}

static void
test_join_facts (void)
{
  g_autofree char *all = relm_text_join_facts ((const char *const[]){ "1.0", NULL, "", "3 of 4" }, 4);
  g_autofree char *none = relm_text_join_facts ((const char *const[]){ NULL, "" }, 2);

  g_assert_cmpstr (all, ==, "\u2068" "1.0" "\u2069 · \u2068" "3 of 4" "\u2069");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/encodings", test_encodings);
  g_test_add_func ("/base/text/display", test_display);
  g_test_add_func ("/base/text/long-title", test_long_title);
  g_test_add_func ("/base/text/blank", test_blank);
  g_test_add_func ("/base/text/join-facts", test_join_facts);
  return g_test_run ();
}
