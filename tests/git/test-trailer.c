/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-test-cases.h"
#include "relm-trailer.h"

static char *
print_trailers (const char *text)
{
  g_autoptr (GPtrArray) trailers = relm_trailers_parse (text, -1);
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < trailers->len; i++)
    {
      RelmTrailer *trailer = trailers->pdata[i];

      g_string_append_printf (result, "%s: %s\n", trailer->key, trailer->value);
    }
  return g_string_free (result, FALSE);
}

static void
test_table (void)
{
  static const struct
  {
    const char *text, *expected;
  } rows[] = {
    { "", "" },
    { "subject", "" },
    { "Signed-off-by: a\n", "" },
    { "s\n\nSigned-off-by: a\n", "Signed-off-by: a\n" },
    { "s\n\nA: b\nfree text\n", "" },
    { "s\n\nSigned-off-by: a\nfree text\nmore\nmore\n", "Signed-off-by: a\n" },
    { "s\n\nSigned-off-by: a\n1\n2\n3\n4\n", "" },
    { "s\n\nA: b\n c\n\td\nE: f\n", "A: b c d\nE: f\n" },
    { "s\n\nA : b\nC  :d\n", "A: b\nC: d\n" },
    { "s\n\nA: b\n\n---\n\nC: d\n", "A: b\n" },
    { "s\n\nA: b\n\n# comment\n\n", "A: b\n" },
    { "s\n\nA: b\nConflicts:\n\tfile\n", "A: b\n" },
    { "s\n\nA: \n", "A: \n" },
    { "s\n\nA: b\n\n\n\nC: d", "C: d\n" },
    { "s\n\n(cherry picked from commit 1)\nA: b", "A: b\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *printed = print_trailers (rows[i].text);

      g_test_message ("%u", i);
      g_assert_cmpstr (printed, ==, rows[i].expected);
    }
}

static void
test_cases (void)
{
  g_autoptr (JsonNode) root = relm_test_cases_load ("git-trailers.json");
  JsonArray *cases;

  if (root == NULL)
    return;

  cases = json_object_get_array_member (json_node_get_object (root), "parse");
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *row = json_array_get_object_element (cases, i);
      const char *message = json_object_get_string_member (row, "message");
      JsonArray *expect = json_object_get_array_member (row, "expect");
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autofree char *printed = print_trailers (message);

      for (guint j = 0; j < json_array_get_length (expect); j++)
        g_string_append_printf (expected, "%s\n", json_array_get_string_element (expect, j));
      g_test_message ("%u: %s", i, message);
      g_assert_cmpstr (printed, ==, expected->str);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/git/trailer/table", test_table);
  g_test_add_func ("/git/trailer/cases", test_cases);
  return g_test_run ();
}
