/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-milestone.h"
#include "relm-release.h"
#include "relm-roadmap.h"
#include "relm-test-plan.h"

static void
test_order (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (GPtrArray) releases = NULL;
  g_autoptr (GString) order = g_string_new (NULL);

  relm_test_plan_add (project, RELM_TYPE_RELEASE, "undated", "version", "9.0", NULL);
  relm_test_plan_add (project, RELM_TYPE_RELEASE, "later", "version", "3.0", "planned", "2027-09-01", NULL);
  relm_test_plan_add (project, RELM_TYPE_RELEASE, "old", "version", "1.0", "actual", "2025-09-01", NULL);
  relm_test_plan_add (project, RELM_TYPE_RELEASE, "old-undated", "version", "0.9", "state", "released", NULL);
  relm_test_plan_add (project, RELM_TYPE_RELEASE, "same10", "version", "2.10.0", "planned", "2027-03-01", NULL);
  relm_test_plan_add (project, RELM_TYPE_RELEASE, "same9", "version", "2.9.0", "planned", "2027-03-01", NULL);
  relm_test_plan_add (project, RELM_TYPE_RELEASE, "recent", "version", "1.1", "actual", "2026-09-01", NULL);

  releases = relm_roadmap_list_releases (project);
  for (guint i = 0; i < releases->len; i++)
    g_string_append_printf (order, "%s ", relm_record_get_id (g_ptr_array_index (releases, i)));
  g_assert_cmpstr (order->str, ==, "same9 same10 later undated recent old old-undated ");
}

static void
test_next_milestone (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecord *release = relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", NULL);
  RelmRecord *later, *next;

  g_assert_null (relm_roadmap_get_next_milestone (project, NULL));
  relm_test_plan_add (project, RELM_TYPE_MILESTONE, "mil-1", "planned", "2027-01-01", "actual", "2027-01-01", NULL);
  later = relm_test_plan_add (project, RELM_TYPE_MILESTONE, "mil-2", "planned", "2027-03-01", "release", "rel-1", NULL);
  next = relm_test_plan_add (project, RELM_TYPE_MILESTONE, "mil-3", "planned", "2027-02-01", NULL);
  g_assert_true (relm_roadmap_get_next_milestone (project, NULL) == next);
  g_assert_true (relm_roadmap_get_next_milestone (project, release) == later);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/roadmap/order", test_order);
  g_test_add_func ("/planning/roadmap/next-milestone", test_next_milestone);
  return g_test_run ();
}
