/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-milestone.h"
#include "relm-person.h"
#include "relm-phase.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-stakeholder.h"
#include "relm-schedule-dependency.h"
#include "relm-test-plan.h"
#include "relm-timeline-layout.h"
#include "relm-work-item.h"

static RelmProject *
make_project (void)
{
  RelmProject *project = relm_project_new ();

  relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-old", "version", "1.0", "actual", "2026-06-01", NULL);
  relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-new", "version", "2.0", "planned", "2027-06-01", NULL);
  relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-far", "version", "3.0", NULL);
  relm_test_plan_add (project, RELM_TYPE_PHASE, "pha-dev", "release", "rel-new", "planned_start", "2027-01-04",
                      "planned_finish", "2027-03-26", NULL);
  relm_test_plan_add (project, RELM_TYPE_MILESTONE, "mil-rc", "release", "rel-new", "planned", "2027-05-03", NULL);
  relm_test_plan_add (project, RELM_TYPE_MILESTONE, "mil-old", "release", "rel-old", "actual", "2026-05-01", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-inner", "phase", "pha-dev", "planned_start", "2027-02-01",
                      "planned_finish", "2027-02-12", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-part", "parent", "wi-inner", "planned_start", "2027-02-03",
                      "planned_finish", "2027-02-04", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-free", "planned_start", "2027-02-03", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-later", "release", "rel-new", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-old", "release", "rel-old", "actual_finish", "2026-04-01", NULL);
  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-1", "predecessor", "wi-inner", "successor", "mil-rc", NULL);
  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-2", "predecessor", "wi-old", "successor", "wi-free",
                      "type", "ss", NULL);
  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-3", "predecessor", "wi-9", "successor", "wi-free", NULL);
  return project;
}

static char *
describe (RelmTimelineLayout *layout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < relm_timeline_layout_get_n_rows (layout); i++)
    {
      const RelmTimelineRow *row = relm_timeline_layout_get_row (layout, i);

      g_string_append_printf (text, "%.*s%s", (int) row->depth, "......", row->record ? relm_record_get_id (row->record) : "none");
      for (guint j = 0; j < row->n_items; j++)
        {
          const RelmTimelineItem *item = relm_timeline_layout_get_item (layout, row->first_item + j);

          if (item->record != row->record)
            g_string_append_printf (text, "+%s", relm_record_get_id (item->record));
        }
      g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

static void
assert_rows (RelmProject *project,
             const RelmTimelineView *view,
             const char *expected)
{
  g_autoptr (RelmTimelineLayout) layout = relm_timeline_layout_new (project, view);
  g_autofree char *rows = describe (layout);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_rows (void)
{
  g_autoptr (RelmProject) project = make_project ();
  g_autoptr (GHashTable) toggled = g_hash_table_new (g_str_hash, g_str_equal);

  assert_rows (project, NULL,
               "rel-new .pha-dev ..wi-inner ...wi-part .mil-rc rel-far rel-old+mil-old none .wi-free ");
  g_hash_table_add (toggled, (char *) "rel-old");
  g_hash_table_add (toggled, (char *) "rel-new");
  g_hash_table_add (toggled, (char *) "");
  assert_rows (project, &(RelmTimelineView) { .toggled = toggled }, "rel-new+mil-rc rel-far rel-old .wi-old .mil-old none ");
  assert_rows (project, &(RelmTimelineView) { .release = relm_project_lookup (project, "rel-old") }, "rel-old .wi-old .mil-old ");
}

/* Whatever has parts can be folded away, all of it at once as well, and its links then end at it. */
static void
test_folds (void)
{
  g_autoptr (RelmProject) project = make_project ();
  g_autoptr (GHashTable) toggled = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (RelmTimelineLayout) layout = NULL;
  const RelmTimelineLink *link;

  assert_rows (project, &(RelmTimelineView) { .folds = RELM_TIMELINE_FOLDS_CLOSED }, "rel-new+mil-rc rel-far rel-old+mil-old none ");
  assert_rows (project, &(RelmTimelineView) { .folds = RELM_TIMELINE_FOLDS_OPEN },
               "rel-new .pha-dev ..wi-inner ...wi-part .mil-rc rel-far rel-old .wi-old .mil-old none .wi-free ");
  g_hash_table_add (toggled, (char *) "pha-dev");
  layout = relm_timeline_layout_new (project, &(RelmTimelineView) { .toggled = toggled });
  link = relm_timeline_layout_get_link (layout, 0);
  g_assert_cmpstr (relm_record_get_id (relm_timeline_layout_get_item (layout, link->from)->record), ==, "pha-dev");
  g_assert_cmpuint (relm_timeline_layout_find (layout, relm_project_lookup (project, "wi-part")), ==, RELM_TIMELINE_NONE);
  g_assert_cmpuint (relm_timeline_layout_find_visible (layout, relm_project_lookup (project, "wi-part")), ==,
                    relm_timeline_layout_find (layout, relm_project_lookup (project, "pha-dev")));
}

/* The same by something else: what has no such field comes first, what has no value comes last. */
static void
test_lanes (void)
{
  g_autoptr (RelmProject) project = make_project ();

  relm_test_plan_add (project, RELM_TYPE_PERSON, "per-ada", "name", "Ada", NULL);
  relm_test_plan_add (project, RELM_TYPE_PERSON, "per-bob", "name", "Bob", NULL);
  relm_test_plan_set (project, relm_project_lookup (project, "wi-inner"), "assignee", "per-ada");
  assert_rows (project, &(RelmTimelineView) { .grouping = RELM_TIMELINE_BY_PHASE },
               "none .mil-old .rel-old .mil-rc .rel-new pha-dev .wi-inner ..wi-part none .wi-old .wi-free ");
  assert_rows (project, &(RelmTimelineView) { .grouping = RELM_TIMELINE_BY_ASSIGNEE, .release = relm_project_lookup (project, "rel-new") },
               "none .pha-dev .mil-rc .rel-new per-ada .wi-inner none .wi-part ");
  assert_rows (project, &(RelmTimelineView) { .grouping = RELM_TIMELINE_BY_COMPONENT, .folds = RELM_TIMELINE_FOLDS_CLOSED },
               "none+mil-old+mil-rc none ");
  relm_test_plan_add (project, RELM_TYPE_STAKEHOLDER, "sta-eve", "name", "Eve", NULL);
  relm_test_plan_set (project, relm_project_lookup (project, "wi-inner"), "stakeholder", "sta-eve");
  assert_rows (project, &(RelmTimelineView) { .grouping = RELM_TIMELINE_BY_STAKEHOLDER, .release = relm_project_lookup (project, "rel-new") },
               "none .pha-dev .mil-rc .rel-new sta-eve .wi-inner ..wi-part ");
}

static void
test_unscheduled (void)
{
  g_autoptr (RelmProject) project = make_project ();
  g_autoptr (RelmTimelineLayout) layout = relm_timeline_layout_new (project, NULL);
  GPtrArray *unscheduled = relm_timeline_layout_get_unscheduled (layout);

  g_assert_cmpuint (unscheduled->len, ==, 2);
  g_assert_cmpstr (relm_record_get_id (g_ptr_array_index (unscheduled, 0)), ==, "wi-later");
  g_assert_cmpstr (relm_record_get_id (g_ptr_array_index (unscheduled, 1)), ==, "rel-far");
}

static void
test_links (void)
{
  g_autoptr (RelmProject) project = make_project ();
  g_autoptr (RelmTimelineLayout) layout = relm_timeline_layout_new (project, NULL);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (guint));
  const RelmTimelineLink *link;

  g_assert_cmpuint (relm_timeline_layout_get_n_links (layout), ==, 2);
  link = relm_timeline_layout_get_link (layout, 0);
  g_assert_true (link->from_finish);
  g_assert_false (link->to_finish);
  /* the other one comes from a collapsed release */
  link = relm_timeline_layout_get_link (layout, 1);
  g_assert_cmpstr (relm_record_get_id (relm_timeline_layout_get_item (layout, link->from)->record), ==, "rel-old");
  g_assert_false (link->from_finish);
  relm_timeline_layout_query_links (layout, 3, 3, links);
  g_assert_cmpuint (links->len, ==, 1);
  relm_timeline_layout_query_links (layout, 0, 1, links);
  g_assert_cmpuint (links->len, ==, 1);
}

static void
test_query (void)
{
  g_autoptr (RelmProject) project = make_project ();
  g_autoptr (RelmTimelineLayout) layout = relm_timeline_layout_new (project, NULL);
  RelmRecord *phase = relm_project_lookup (project, "pha-dev");
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint row = relm_timeline_layout_find_row (layout, phase);

  relm_timeline_layout_query (layout, row, relm_date_from_ymd (2027, 3, 26), relm_date_from_ymd (2027, 3, 26), items);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpuint (g_array_index (items, guint, 0), ==, relm_timeline_layout_find (layout, phase));
  relm_timeline_layout_query (layout, row, relm_date_from_ymd (2027, 3, 27), RELM_DATE_MAX, items);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpuint (relm_timeline_layout_find (layout, NULL), ==, RELM_TIMELINE_NONE);
  g_assert_cmpuint (relm_timeline_layout_find_row (layout, relm_project_lookup (project, "rel-far")), ==, 5);
}

/* Whatever refers to whatever: each scheduled record has exactly one row, and releases span what the plan says. */
static void
test_random (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (RelmProject) project = relm_project_new ();
      g_autoptr (RelmTimelineLayout) layout = NULL;
      const guint size = (guint) g_test_rand_int_range (1, 60);

      for (guint i = 0; i < 4; i++)
        {
          g_autofree char *id = g_strdup_printf ("rel-%u", i);

          relm_test_plan_add (project, RELM_TYPE_RELEASE, id, NULL);
        }
      for (guint i = 0; i < size; i++)
        {
          g_autofree char *id = g_strdup_printf ("wi-%u", i);
          g_autofree char *parent = g_strdup_printf ("wi-%d", g_test_rand_int_range (0, (int) size));
          g_autofree char *release = g_strdup_printf ("rel-%d", g_test_rand_int_range (0, 6));
          g_autofree char *start = g_strdup_printf ("2027-%02d-11", g_test_rand_int_range (1, 13));

          relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, id, "parent", parent, "planned_start", start,
                              g_test_rand_bit () ? "release" : "title", release, NULL);
        }
      layout = relm_timeline_layout_new (project, NULL);
      for (guint i = 0; i < size; i++)
        {
          g_autofree char *id = g_strdup_printf ("wi-%u", i);
          const guint item = relm_timeline_layout_find (layout, relm_project_lookup (project, id));

          g_assert_cmpuint (item, !=, RELM_TIMELINE_NONE);
        }
      for (guint i = 0, items = 0; i < relm_timeline_layout_get_n_rows (layout); i++)
        {
          const RelmTimelineRow *row = relm_timeline_layout_get_row (layout, i);

          g_assert_cmpuint (row->first_item, ==, items);
          items += row->n_items;
          if (row->depth == 0 && row->n_items > 0)
            g_assert_cmpint (relm_plan_get_span (project, row->record).finish, ==,
                             relm_timeline_layout_get_item (layout, row->first_item)->span.finish);
        }
    }
}

static void
assert_place (RelmTimelineLayout *layout,
              RelmProject *project,
              const char *id,
              guint place,
              guint n_places)
{
  const guint index = relm_timeline_layout_find_link (layout, relm_project_lookup (project, id));
  const RelmTimelineLink *link = relm_timeline_layout_get_link (layout, index);

  g_assert_cmpuint (link->place, ==, place);
  g_assert_cmpuint (link->n_places, ==, n_places);
}

/* Links that arrive at one end are apart, in the order in which none crosses another; those at the other end are for themselves. */
static void
test_places (void)
{
  const char *const dates[] = { "2027-02-01", "2027-02-03", "2027-02-20", "2027-02-05", "2027-02-04", "2027-02-25" };
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (RelmTimelineLayout) layout = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *id = g_strdup_printf ("wi-%u", i);
      g_autofree char *link = g_strdup_printf ("dep-%u", i);

      relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, id, "planned_start", dates[i], "planned_finish", dates[i], NULL);
      if (i != 2)
        relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, link, "predecessor", id, "successor", "wi-2", NULL);
    }
  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-ff", "predecessor", "wi-0", "successor", "wi-2", "type", "ff", NULL);
  layout = relm_timeline_layout_new (project, NULL);

  /* All but the last are above it, for rows are in the order of starts. */
  assert_place (layout, project, "dep-3", 0, 5);
  assert_place (layout, project, "dep-4", 1, 5);
  assert_place (layout, project, "dep-1", 2, 5);
  assert_place (layout, project, "dep-0", 3, 5);
  assert_place (layout, project, "dep-5", 4, 5);
  assert_place (layout, project, "dep-ff", 0, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/layout/rows", test_rows);
  g_test_add_func ("/timeline/layout/folds", test_folds);
  g_test_add_func ("/timeline/layout/lanes", test_lanes);
  g_test_add_func ("/timeline/layout/unscheduled", test_unscheduled);
  g_test_add_func ("/timeline/layout/links", test_links);
  g_test_add_func ("/timeline/layout/places", test_places);
  g_test_add_func ("/timeline/layout/query", test_query);
  g_test_add_func ("/timeline/layout/random", test_random);
  return g_test_run ();
}
