/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-test-cases.h"

/**
 * relm_test_cases_load:
 * @name: a file of cases
 *
 * Returns: (transfer full) (nullable): what it holds; without it the test is marked as skipped
 */
JsonNode *
relm_test_cases_load (const char *name)
{
  const char *folder = g_getenv ("RELM_TEST_CASES");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : ".", name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the cases from outside are not there (RELM_TEST_CASES)");
      return NULL;
    }
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}
