/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample is what a new person sees first, and the plan by which Relm is made: it must be in order. */

#include "config.h"

#include "relm-format.h"
#include "relm-kinds.h"

static char *
sample_path (void)
{
  return g_build_filename (g_getenv ("RELM_TEST_SOURCE_ROOT"), "data", "samples", "relm.relm", NULL);
}

static RelmProject *
read_sample (GBytes **bytes)
{
  g_autofree char *path = sample_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  RelmProject *project;

  *bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  project = relm_format_read (*bytes, "relm.relm", NULL, &error);
  g_assert_no_error (error);
  return project;
}

/* Otherwise the first save by somebody who tries Relm would be a large diff. */
static void
test_is_canonical (void)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RelmProject) project = read_sample (&bytes);
  g_autoptr (GBytes) written = relm_format_write (project);

  g_assert_cmpstr (g_bytes_get_data (written, NULL), ==, g_bytes_get_data (bytes, NULL));
  g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written), g_bytes_get_data (bytes, NULL),
                   g_bytes_get_size (bytes));
}

static void
test_has_no_problems (void)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RelmProject) project = read_sample (&bytes);
  g_auto (GStrv) problems = relm_project_list_problems (project);

  g_assert_cmpstr (problems[0], ==, NULL);
}

/* A list that is left empty would show an empty view to whoever opens the sample. */
static void
test_fills_every_view (void)
{
  static const char *const kinds[] = {
    "release", "phase", "milestone", "work-item", "schedule-dependency", "person", "component", "source", "stakeholder",
  };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RelmProject) project = read_sample (&bytes);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      RelmRecordList *list = relm_project_get_list (project, relm_kinds_find_type (kinds[i]));

      g_assert_cmpuint (relm_record_list_get_size (list), >, 0);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/is-canonical", test_is_canonical);
  g_test_add_func ("/sample/has-no-problems", test_has_no_problems);
  g_test_add_func ("/sample/fills-every-view", test_fills_every_view);
  return g_test_run ();
}
