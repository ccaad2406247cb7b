/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-component.h"
#include "relm-person.h"
#include "relm-test-plan.h"
#include "relm-timeline-coloring.h"
#include "relm-work-item.h"

static RelmProject *
make_project (void)
{
  RelmProject *project = relm_project_new ();

  relm_test_plan_add (project, RELM_TYPE_PERSON, "per-idle", "name", "Idle", NULL);
  relm_test_plan_add (project, RELM_TYPE_PERSON, "per-ada", "name", "Ada", NULL);
  relm_test_plan_add (project, RELM_TYPE_PERSON, "per-bea", "name", "Bea", NULL);
  relm_test_plan_add (project, RELM_TYPE_COMPONENT, "cmp-core", "name", "Core", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-one", "title", "One", "assignee", "per-bea", "component", "cmp-core", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-part", "title", "A part", "parent", "wi-one", "assignee", "per-ada",
                      "priority", "critical", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-free", "title", "Free", NULL);
  return project;
}

static guint
get_hue (RelmProject *project,
         RelmTimelineColoring coloring,
         const char *id)
{
  return relm_timeline_coloring_get_hue (coloring, project, relm_project_lookup (project, id));
}

static void
assert_label (RelmProject *project,
              RelmTimelineColoring coloring,
              const char *id,
              const char *expected)
{
  g_autofree char *label = relm_timeline_coloring_dup_label (coloring, project, relm_project_lookup (project, id));

  g_assert_cmpstr (label, ==, expected);
}

static void
assert_keys (RelmProject *project,
             RelmTimelineColoring coloring,
             const char *expected)
{
  g_autoptr (GPtrArray) keys = relm_timeline_coloring_list_keys (coloring, project);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < keys->len; i++)
    {
      const RelmTimelineKey *key = keys->pdata[i];

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", key->label, key->hue);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_hues (void)
{
  g_autoptr (RelmProject) project = make_project ();

  g_assert_cmpuint (get_hue (project, RELM_TIMELINE_COLOR_BY_ASSIGNEE, "wi-one"), ==, 2);
  g_assert_cmpuint (get_hue (project, RELM_TIMELINE_COLOR_BY_ASSIGNEE, "wi-part"), ==, 1);
  g_assert_cmpuint (get_hue (project, RELM_TIMELINE_COLOR_BY_ASSIGNEE, "wi-free"), ==, RELM_TIMELINE_HUE_NONE);
  /* A part is of the component that the whole is of. */
  g_assert_cmpuint (get_hue (project, RELM_TIMELINE_COLOR_BY_COMPONENT, "wi-part"), ==, 0);
  g_assert_cmpuint (get_hue (project, RELM_TIMELINE_COLOR_BY_COMPONENT, "wi-free"), ==, RELM_TIMELINE_HUE_NONE);
  g_assert_cmpuint (get_hue (project, RELM_TIMELINE_COLOR_BY_PRIORITY, "wi-part"), !=,
                    get_hue (project, RELM_TIMELINE_COLOR_BY_PRIORITY, "wi-one"));
}

/* No colour without its word; what everything has goes without saying. */
static void
test_labels (void)
{
  g_autoptr (RelmProject) project = make_project ();

  assert_label (project, RELM_TIMELINE_COLOR_BY_ASSIGNEE, "wi-part", "Ada");
  assert_label (project, RELM_TIMELINE_COLOR_BY_ASSIGNEE, "wi-free", NULL);
  assert_label (project, RELM_TIMELINE_COLOR_BY_COMPONENT, "wi-part", "Core");
  assert_label (project, RELM_TIMELINE_COLOR_BY_PRIORITY, "wi-part", "Critical");
  assert_label (project, RELM_TIMELINE_COLOR_BY_PRIORITY, "wi-one", NULL);
}

/* Only what work items have, in the order of the file. */
static void
test_keys (void)
{
  g_autoptr (RelmProject) project = make_project ();
  g_autoptr (RelmProject) nothing = relm_project_new ();

  assert_keys (project, RELM_TIMELINE_COLOR_BY_STATE, "");
  assert_keys (project, RELM_TIMELINE_COLOR_BY_ASSIGNEE, "Ada 1, Bea 2, Unassigned 7");
  assert_keys (project, RELM_TIMELINE_COLOR_BY_COMPONENT, "Core 0, Without a Component 7");
  assert_keys (project, RELM_TIMELINE_COLOR_BY_PRIORITY, "Normal 0, Critical 5");
  assert_keys (nothing, RELM_TIMELINE_COLOR_BY_ASSIGNEE, "");
}

/* With more people than hues these come again; each still has a word of its own. */
static void
test_many (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();

  for (guint i = 0; i < RELM_TIMELINE_N_HUES + 1; i++)
    {
      g_autofree char *person = g_strdup_printf ("per-%u", i);
      g_autofree char *item = g_strdup_printf ("wi-%u", i);

      relm_test_plan_add (project, RELM_TYPE_PERSON, person, "name", person, NULL);
      relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, item, "title", item, "assignee", person, NULL);
    }
  g_assert_cmpuint (get_hue (project, RELM_TIMELINE_COLOR_BY_ASSIGNEE, "wi-0"), ==, get_hue (project, RELM_TIMELINE_COLOR_BY_ASSIGNEE, "wi-7"));
  assert_label (project, RELM_TIMELINE_COLOR_BY_ASSIGNEE, "wi-7", "per-7");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/coloring/hues", test_hues);
  g_test_add_func ("/timeline/coloring/labels", test_labels);
  g_test_add_func ("/timeline/coloring/keys", test_keys);
  g_test_add_func ("/timeline/coloring/many", test_many);
  return g_test_run ();
}
