/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-milestone.h"
#include "relm-phase.h"
#include "relm-release.h"
#include "relm-report-links.h"
#include "relm-schedule-dependency.h"
#include "relm-test-plan.h"
#include "relm-work-item.h"

static RelmProject *
create_project (void)
{
  RelmProject *project = relm_project_new ();

  relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", "version", "1.0", "planned", "2027-03-01", NULL);
  relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-2", "version", "2.0", NULL);
  relm_test_plan_add (project, RELM_TYPE_PHASE, "pha-2", "name", "Later", "release", "rel-1", "planned_start", "2027-02-01",
                      "planned_finish", "2027-02-20", NULL);
  relm_test_plan_add (project, RELM_TYPE_PHASE, "pha-1", "name", "Build", "release", "rel-1", "planned_start", "2027-01-04",
                      "planned_finish", "2027-01-29", NULL);
  relm_test_plan_add (project, RELM_TYPE_MILESTONE, "mil-1", "name", "Freeze", "release", "rel-1", "planned", "2027-01-29", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-1", "title", "Parser", "phase", "pha-1", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-2", "title", "Tables", "parent", "wi-1", "release", "rel-1",
                      "planned_start", "2027-01-05", "planned_finish", "2027-01-08", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-3", "title", "Site", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-4", "title", "Of another", "parent", "wi-1", "release", "rel-2", NULL);
  return project;
}

/* All rows in a line: number, id and dates. */
static char *
print_outline (RelmReportOutline *outline)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < relm_report_outline_get_n_rows (outline); i++)
    {
      const RelmReportRow *row = relm_report_outline_get_row (outline, i);
      g_autofree char *number = relm_report_outline_dup_number (outline, i);
      g_autofree char *start = relm_date_format (row->span.start);
      g_autofree char *finish = relm_date_format (row->span.finish);

      g_string_append_printf (text, "%s %s%s %s %s\n", number, relm_record_get_id (row->record), row->has_rows ? "+" : "", start,
                              finish);
    }
  return g_string_free (text, FALSE);
}

static void
assert_outline (RelmProject *project,
                RelmRecord *release,
                const char *expected)
{
  g_autoptr (RelmReportOutline) outline = relm_report_outline_new (project, release);
  g_autofree char *text = print_outline (outline);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_order (void)
{
  g_autoptr (RelmProject) project = create_project ();

  assert_outline (project, NULL,
                  "1 rel-1+ 2027-01-04 2027-03-01\n"
                  "1.1 pha-1+ 2027-01-04 2027-01-29\n"
                  "1.1.1 wi-1+ 2027-01-05 2027-01-08\n"
                  "1.1.1.1 wi-2 2027-01-05 2027-01-08\n"
                  "1.2 pha-2 2027-02-01 2027-02-20\n"
                  "1.3 mil-1 2027-01-29 2027-01-29\n"
                  "2 rel-2+  \n"
                  "2.1 wi-4  \n"
                  "3 wi-3  \n");
}

static void
test_release (void)
{
  g_autoptr (RelmProject) project = create_project ();

  assert_outline (project, relm_project_lookup (project, "rel-2"), "1 rel-2+  \n1.1 wi-4  \n");
}

/* Work that is part of itself, however far round, is still listed, once. */
static void
test_circle (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();

  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-1", "title", "A", "parent", "wi-2", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-2", "title", "B", "parent", "wi-1", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-3", "title", "C", "parent", "wi-3", NULL);
  assert_outline (project, NULL, "1 wi-1  \n2 wi-2  \n3 wi-3  \n");
}

/* A chain of thousands neither overflows anything nor loses a row. */
static void
test_deep (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (RelmReportOutline) outline = NULL;
  guint deepest = 0;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *id = g_strdup_printf ("wi-%u", i);
      g_autofree char *parent = g_strdup_printf ("wi-%u", i - 1);

      relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, id, "title", id, i > 0 ? "parent" : NULL, parent, NULL);
    }
  outline = relm_report_outline_new (project, NULL);
  g_assert_cmpuint (relm_report_outline_get_n_rows (outline), ==, 5000);
  for (guint i = 0; i < 5000; i++)
    deepest = MAX (deepest, relm_report_outline_get_row (outline, i)->depth);
  g_assert_cmpuint (deepest, >, 8);
  g_assert_cmpuint (deepest, <, RELM_REPORT_MAX_DEPTH);
}

static void
test_links (void)
{
  g_autoptr (RelmProject) project = create_project ();
  g_autoptr (RelmReportOutline) outline = NULL;
  g_autoptr (GArray) links = NULL;
  static const char *const texts[] = { "1", "3SS", "4FS-3h", "6FF+2d", "7FS+5m" };
  guint first, last;

  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-1", "predecessor", "wi-2", "successor", "pha-2",
                      "lag_minutes", "-180", NULL);
  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-2", "predecessor", "mil-1", "successor", "pha-2", "type", "ff",
                      "lag_minutes", "960", NULL);
  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-3", "predecessor", "wi-1", "successor", "pha-2", "type", "ss",
                      NULL);
  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-4", "predecessor", "rel-1", "successor", "pha-2", NULL);
  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-5", "predecessor", "rel-2", "successor", "pha-2",
                      "lag_minutes", "5", NULL);
  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-6", "predecessor", "wi-9", "successor", "pha-2", NULL);
  outline = relm_report_outline_new (project, NULL);
  links = relm_report_links_new (project, outline);
  g_assert_cmpuint (links->len, ==, G_N_ELEMENTS (texts));
  relm_report_links_get_range (links, 4, &first, &last);
  g_assert_cmpuint (last - first, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = relm_report_link_dup_text (&g_array_index (links, RelmReportLink, i));

      g_assert_cmpstr (text, ==, texts[i]);
    }
  relm_report_links_get_range (links, 5, &first, &last);
  g_assert_cmpuint (first, ==, last);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/outline/order", test_order);
  g_test_add_func ("/report/outline/release", test_release);
  g_test_add_func ("/report/outline/circle", test_circle);
  g_test_add_func ("/report/outline/deep", test_deep);
  g_test_add_func ("/report/outline/links", test_links);
  return g_test_run ();
}
