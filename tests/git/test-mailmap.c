/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Mailmaps against what git says, and the forms of their lines. */

#include "config.h"

#include <string.h>

#include "relm-git-mailmap.h"
#include "relm-test-cases.h"

static void
assert_maps (RelmGitMailmap *mailmap,
             const char *input,
             const char *expected)
{
  const char *open = strrchr (input, '<');
  g_autofree char *raw_name = g_strchomp (g_strndup (input, (gsize) (open - input)));
  g_autofree char *raw_email = g_strndup (open + 1, strlen (open) - 2);
  const char *name = raw_name, *email = raw_email;
  g_autofree char *result = NULL;

  relm_git_mailmap_resolve (mailmap, &name, &email);
  result = *name != '\0' ? g_strdup_printf ("%s <%s>", name, email) : g_strdup_printf ("<%s>", email);
  g_assert_cmpstr (result, ==, expected);
}

/* The examples of gitmailmap(5), and lines that are none. */
static void
test_forms (void)
{
  g_autoptr (RelmGitMailmap) mailmap = relm_git_mailmap_new (
    "# Comment <c@x> <d@x>\n"
    "Proper <name@x>\n"
    "<proper@x> <mail@x>\r\n"
    "Both <both@x> <OLD@x>\n"
    "  Spaces   Within   <s@x>  Old   <os@x>   rest\n"
    "One <one@x> nick <shared@x>\n"
    "Two <two@x> joe <shared@x>\n"
    "Other <shared@x>\n"
    "no address\n<>\n<broken\n\n"
    "Nobody <nobody@x> <>\n"
    "Last <last@x> <end@x>",
    -1);

  assert_maps (mailmap, "any <d@x>", "any <d@x>");
  assert_maps (mailmap, "any <name@x>", "Proper <name@x>");
  assert_maps (mailmap, "any <NAME@X>", "Proper <NAME@X>");
  assert_maps (mailmap, "any <mail@x>", "any <proper@x>");
  assert_maps (mailmap, "any <old@x>", "Both <both@x>");
  assert_maps (mailmap, "old <os@x>", "Spaces   Within <s@x>");
  assert_maps (mailmap, "new <os@x>", "new <os@x>");
  assert_maps (mailmap, "Nick <shared@x>", "One <one@x>");
  assert_maps (mailmap, "joe <shared@x>", "Two <two@x>");
  assert_maps (mailmap, "ann <shared@x>", "Other <shared@x>");
  assert_maps (mailmap, "ann <>", "Nobody <nobody@x>");
  assert_maps (mailmap, "ann <end@x>", "Last <last@x>");
}

static void
test_empty (void)
{
  g_autoptr (RelmGitMailmap) mailmap = relm_git_mailmap_new ("", 0);

  assert_maps (mailmap, "any <any@x>", "any <any@x>");
}

static void
test_cases (void)
{
  g_autoptr (JsonNode) cases = relm_test_cases_load ("mailmap.json");
  g_autoptr (RelmGitMailmap) mailmap = NULL;
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  JsonArray *lookups;
  gsize length;

  if (cases == NULL)
    return;
  path = g_build_filename (g_getenv ("RELM_TEST_CASES"), "git.mailmap", NULL);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  mailmap = relm_git_mailmap_new (contents, (gssize) length);
  lookups = json_object_get_array_member (json_node_get_object (cases), "lookups");
  g_assert_cmpuint (json_array_get_length (lookups), >, 50);
  for (guint i = 0; i < json_array_get_length (lookups); i++)
    {
      JsonObject *lookup = json_array_get_object_element (lookups, i);

      assert_maps (mailmap, json_object_get_string_member (lookup, "input"), json_object_get_string_member (lookup, "expect"));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/git/mailmap/forms", test_forms);
  g_test_add_func ("/git/mailmap/empty", test_empty);
  g_test_add_func ("/git/mailmap/cases", test_cases);
  return g_test_run ();
}
