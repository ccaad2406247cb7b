/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "relm-json-tape.h"

static gboolean
accepts (const char *text,
         gsize length)
{
  g_auto (RelmJsonTape) tape = { 0 };
  RelmJsonComplaint complaint = { 0 };
  const gboolean result = relm_json_tape_scan (&tape, text, length, &complaint);

  if (!result)
    {
      g_assert_nonnull (complaint.expected);
      g_assert_cmpuint (complaint.offset, <=, length);
    }
  return result;
}

/* JSONTestSuite's y_ cases that hold what a project refuses on purpose. */
static gboolean
is_refused_on_purpose (const char *name)
{
  static const char *const names[] = {
    "y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json", "y_object_escaped_null_in_key.json",
    "y_string_null_escape.json", NULL,
  };

  return g_strv_contains (names, name);
}

static void
test_suite (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("RELM_TEST_CASES"), "jsontestsuite", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint count = 0;

  if (dir == NULL)
    {
      g_test_skip ("the JSON test suite is not here");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      g_test_message ("%s", name);
      if (name[0] == 'y')
        g_assert_cmpint (accepts (text, length), ==, !is_refused_on_purpose (name));
      else if (name[0] == 'n')
        g_assert_false (accepts (text, length));
      else
        accepts (text, length);
      count++;
    }
  g_assert_cmpuint (count, >, 100);
}

static void
test_depth (void)
{
  g_autofree char *open = g_strnfill (10000, '[');
  g_autofree char *most = g_strdup_printf ("%.*s%s", RELM_JSON_MAX_DEPTH, open, "");
  GString *balanced = g_string_new (most);

  for (int i = 0; i < RELM_JSON_MAX_DEPTH; i++)
    g_string_append_c (balanced, ']');
  g_assert_true (accepts (balanced->str, balanced->len));
  g_string_prepend_c (balanced, '[');
  g_string_append_c (balanced, ']');
  g_assert_false (accepts (balanced->str, balanced->len));
  g_assert_false (accepts (open, 10000));
  g_string_free (balanced, TRUE);
}

static void
test_strings (void)
{
  const char *text = "\"a\\n\\u00e9\\ud83d\\ude80\\/\"";
  g_auto (RelmJsonTape) tape = { 0 };
  RelmJsonComplaint complaint;
  g_autofree char *string = NULL;

  g_assert_true (relm_json_tape_scan (&tape, text, strlen (text), &complaint));
  string = relm_json_tape_dup_string (&tape, 0);
  g_assert_cmpstr (string, ==, "a\né🚀/");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/json-tape/suite", test_suite);
  g_test_add_func ("/format/json-tape/depth", test_depth);
  g_test_add_func ("/format/json-tape/strings", test_strings);
  return g_test_run ();
}
