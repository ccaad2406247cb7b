/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-milestone.h"
#include "relm-person.h"
#include "relm-phase.h"
#include "relm-release.h"
#include "relm-schedule-dependency.h"
#include "relm-test-random-plan.h"
#include "relm-work-exception.h"
#include "relm-work-item.h"

char *
relm_random_plan_pick_id (RelmRandomPlan *plan,
                          const char *prefix,
                          gint32 n)
{
  return g_strdup_printf ("%s-%d", prefix, g_rand_int_range (plan->random, 0, n));
}

void
relm_random_plan_set_up (RelmRandomPlan *plan,
                         guint seed)
{
  plan->project = relm_project_new ();
  plan->random = g_rand_new_with_seed (seed);
  relm_test_plan_add (plan->project, RELM_TYPE_RELEASE, "rel-0", "version", "1.0", "planned", "2027-06-30", NULL);
  for (guint i = 0; i < RELM_RANDOM_PLAN_PEOPLE; i++)
    {
      g_autofree char *person = g_strdup_printf ("per-%u", i), *leave = g_strdup_printf ("exc-%u", i), *day = g_strdup_printf ("2027-05-0%u", i + 3);

      relm_test_plan_add (plan->project, RELM_TYPE_PERSON, person, "name", person, NULL);
      relm_test_plan_add (plan->project, RELM_TYPE_WORK_EXCEPTION, leave, "name", "Leave", "of", person, "start", day, NULL);
    }
  for (guint i = 0; i < RELM_RANDOM_PLAN_ITEMS; i++)
    {
      g_autofree char *id = g_strdup_printf ("wi-%u", i), *day = relm_date_format (relm_date_from_ymd (2027, 5, 3) + g_rand_int_range (plan->random, 0, 30));

      relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, id, "title", id, "release", "rel-0", "planned_start", day, "planned_finish", day, NULL);
    }
  if (seed % 3 == 1)
    relm_test_plan_set (plan->project, relm_project_lookup (plan->project, "wi-1"), "parent", "wi-0");
  plan->schedule = relm_plan_schedule_new (plan->project);
}

/* Two releases with all that may lead to them: phases, milestones, a deployment, parts, and an item without dates. */
void
relm_random_plan_set_up_releases (RelmRandomPlan *plan,
                                  guint seed)
{
  static const char *const parts[][2] = { { "wi-1", "wi-0" }, { "wi-2", "wi-0" }, { "wi-3", "wi-2" }, { "wi-9", "wi-8" } };

  relm_random_plan_set_up (plan, 0);
  g_rand_set_seed (plan->random, seed);
  relm_test_plan_add (plan->project, RELM_TYPE_RELEASE, "rel-1", "version", "1.1", "planned", "2027-07-30", NULL);
  relm_test_plan_add (plan->project, RELM_TYPE_PHASE, "ph-0", "name", "Beta", "release", "rel-0", "planned_start", "2027-06-01",
                      "planned_finish", "2027-07-05", NULL);
  relm_test_plan_add (plan->project, RELM_TYPE_PHASE, "ph-1", "name", "After", "release", "rel-1", NULL);
  relm_test_plan_add (plan->project, RELM_TYPE_MILESTONE, "ms-0", "name", "Freeze", "release", "rel-0", "planned", "2027-06-15", NULL);
  relm_test_plan_add (plan->project, RELM_TYPE_MILESTONE, "ms-1", "name", "Announced", "release", "rel-1", "planned", "2027-08-01", NULL);
  relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, "wi-25", "title", "Undated", "release", "rel-0", NULL);
  relm_test_plan_set (plan->project, relm_project_lookup (plan->project, "wi-5"), "stage", "deployment");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    relm_test_plan_set (plan->project, relm_project_lookup (plan->project, parts[i][0]), "parent", parts[i][1]);
  for (guint i = 10; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("wi-%u", i);

      relm_test_plan_set (plan->project, relm_project_lookup (plan->project, id), "release", i % 2 == 0 ? "rel-1" : "");
    }
}

void
relm_random_plan_tear_down (RelmRandomPlan *plan)
{
  g_clear_object (&plan->schedule);
  g_clear_object (&plan->project);
  g_rand_free (plan->random);
}

RelmRecord *
relm_random_plan_pick_item (RelmRandomPlan *plan)
{
  g_autofree char *id = relm_random_plan_pick_id (plan, "wi", RELM_RANDOM_PLAN_ITEMS);

  return relm_project_lookup (plan->project, id);
}

static RelmRecord *
random_dependency (RelmRandomPlan *plan)
{
  RelmRecordList *list = relm_project_get_list (plan->project, RELM_TYPE_SCHEDULE_DEPENDENCY);
  const guint n = relm_record_list_get_size (list);

  return n > 0 ? relm_record_list_get (list, (guint) g_rand_int_range (plan->random, 0, (gint32) n)) : NULL;
}

void
relm_random_plan_set_text (RelmRandomPlan *plan,
                           RelmRecord *record,
                           const char *field,
                           char *text)
{
  relm_test_plan_set (plan->project, record, field, text);
  g_free (text);
}

void
relm_random_plan_unset (RelmRandomPlan *plan,
                        RelmRecord *record,
                        guint field)
{
  g_auto (RelmValue) value = { .type = relm_record_get_kind (record)->fields[field].type };

  relm_project_swap_value (plan->project, record, field, &value);
}

/* As the window makes one: empty first, then one end after the other. Loops come about as well. */
void
relm_random_plan_add_dependency (RelmRandomPlan *plan)
{
  g_autofree char *id = g_strdup_printf ("dep-%u", plan->n_added++);
  RelmRecord *dependency = relm_test_plan_add (plan->project, RELM_TYPE_SCHEDULE_DEPENDENCY, id, NULL);

  relm_random_plan_set_text (plan, dependency, "predecessor", relm_random_plan_pick_id (plan, "wi", RELM_RANDOM_PLAN_ITEMS));
  relm_random_plan_set_text (plan, dependency, "successor", relm_random_plan_pick_id (plan, "wi", RELM_RANDOM_PLAN_ITEMS));
}

void
relm_random_plan_edit_dependency (RelmRandomPlan *plan)
{
  RelmRecord *dependency = random_dependency (plan);

  if (dependency == NULL)
    return;
  switch (g_rand_int_range (plan->random, 0, 6))
    {
    case 0:
      relm_random_plan_set_text (plan, dependency, "lag_minutes", g_strdup_printf ("%d", g_rand_int_range (plan->random, -4, 8) * 240));
      break;
    case 1:
      relm_random_plan_set_text (plan, dependency, "type", g_strdup (g_rand_boolean (plan->random) ? "ss" : "ff"));
      break;
    case 2:
      relm_random_plan_set_text (plan, dependency, "predecessor", relm_random_plan_pick_id (plan, "wi", RELM_RANDOM_PLAN_ITEMS));
      break;
    case 3:
      relm_random_plan_unset (plan, dependency, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR);
      break;
    default:
      relm_project_remove (plan->project, dependency);
    }
}

void
relm_random_plan_edit_item (RelmRandomPlan *plan)
{
  RelmRecord *item = relm_random_plan_pick_item (plan);

  switch (g_rand_int_range (plan->random, 0, 9))
    {
    case 0:
      relm_random_plan_set_text (plan, item, "duration_minutes", g_strdup_printf ("%d", g_rand_int_range (plan->random, 1, 9) * 240));
      break;
    case 1:
      relm_random_plan_set_text (plan, item, "planned_start", relm_date_format (relm_date_from_ymd (2027, 5, 3) + g_rand_int_range (plan->random, 0, 30)));
      break;
    case 2:
      relm_random_plan_set_text (plan, item, "assignee", relm_random_plan_pick_id (plan, "per", RELM_RANDOM_PLAN_PEOPLE));
      break;
    case 3:
      relm_random_plan_unset (plan, item, RELM_WORK_ITEM_ASSIGNEE);
      break;
    case 4:
      relm_random_plan_set_text (plan, item, "state", g_strdup (g_rand_boolean (plan->random) ? "done" : "open"));
      break;
    case 5:
      relm_random_plan_set_text (plan, item, "progress", g_strdup_printf ("%d", g_rand_int_range (plan->random, 0, 100)));
      break;
    case 6:
      relm_random_plan_set_text (plan, item, "title", g_strdup_printf ("%d", g_rand_int_range (plan->random, 0, 100)));
      break;
    case 7:
      relm_random_plan_set_text (plan, item, "held_until", relm_date_format (relm_date_from_ymd (2027, 5, 3) + g_rand_int_range (plan->random, 0, 30)));
      break;
    default:
      relm_random_plan_set_text (plan, item, "allocation", g_strdup_printf ("%d", g_rand_int_range (plan->random, 1, 100)));
    }
}

/* The id of what may be an end of a dependency: mostly an item. */
char *
relm_random_plan_pick_end (RelmRandomPlan *plan)
{
  static const char *const others[] = { "rel-0", "rel-1", "ph-0", "ph-1", "ms-0", "ms-1", "wi-25" };
  RelmRecordList *items = relm_project_get_list (plan->project, RELM_TYPE_WORK_ITEM);
  const gint32 n = (gint32) relm_record_list_get_size (items);

  if (g_rand_int_range (plan->random, 0, 3) > 0)
    return g_strdup (relm_record_get_id (relm_record_list_get (items, (guint) g_rand_int_range (plan->random, 0, n))));
  return g_strdup (others[g_rand_int_range (plan->random, 0, G_N_ELEMENTS (others))]);
}

void
relm_random_plan_edit_any_dependency (RelmRandomPlan *plan)
{
  RelmRecord *dependency = random_dependency (plan);
  const gint32 what = g_rand_int_range (plan->random, 0, 10);

  if (dependency == NULL || what < 3)
    {
      g_autofree char *id = g_strdup_printf ("dep-%u", plan->n_added++);

      dependency = relm_test_plan_add (plan->project, RELM_TYPE_SCHEDULE_DEPENDENCY, id, NULL);
      relm_random_plan_set_text (plan, dependency, "predecessor", relm_random_plan_pick_end (plan));
      relm_random_plan_set_text (plan, dependency, "successor", relm_random_plan_pick_end (plan));
    }
  else if (what < 5)
    relm_random_plan_set_text (plan, dependency, what < 4 ? "predecessor" : "successor", relm_random_plan_pick_end (plan));
  else if (what < 6)
    relm_random_plan_unset (plan, dependency, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR);
  else if (what < 7)
    relm_random_plan_set_text (plan, dependency, "lag_minutes", g_strdup_printf ("%d", g_rand_int_range (plan->random, -4, 8) * 240));
  else
    relm_project_remove (plan->project, dependency);
}

/* When things are, and which release they belong to. */
void
relm_random_plan_edit_end (RelmRandomPlan *plan)
{
  g_autofree char *id = relm_random_plan_pick_end (plan);
  RelmRecord *record = relm_project_lookup (plan->project, id);
  char *day = relm_date_format (relm_date_from_ymd (2027, 5, 20) + g_rand_int_range (plan->random, 0, 80));

  if (g_rand_boolean (plan->random))
    relm_random_plan_set_text (plan, record, RELM_IS_RELEASE (record) || RELM_IS_MILESTONE (record) ? "planned" : "planned_start", g_steal_pointer (&day));
  else if (RELM_IS_RELEASE (record))
    relm_random_plan_set_text (plan, record, "committed", g_steal_pointer (&day));
  else if (RELM_IS_WORK_ITEM (record) && g_rand_boolean (plan->random))
    relm_random_plan_set_text (plan, record, "stage", g_strdup (g_rand_boolean (plan->random) ? "deployment" : "coding"));
  else if (RELM_IS_WORK_ITEM (record) && g_rand_boolean (plan->random))
    relm_random_plan_set_text (plan, record, "phase", relm_random_plan_pick_id (plan, "ph", 2));
  else
    relm_random_plan_set_text (plan, record, "release", relm_random_plan_pick_id (plan, "rel", 2));
  g_free (day);
}

void
relm_random_plan_add_item (RelmRandomPlan *plan)
{
  g_autofree char *id = g_strdup_printf ("new-%u", plan->n_added++);
  RelmRecord *item = relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, id, NULL);

  relm_test_plan_set (plan->project, item, "title", "New");
  if (g_rand_boolean (plan->random))
    relm_project_remove (plan->project, item);
}

static void
assert_same_dates (RelmPlanSchedule *followed,
                   RelmPlanSchedule *fresh,
                   RelmRecord *record)
{
  RelmPlanDates expected = { 0 }, got = { 0 };
  const gboolean has_dates = relm_plan_schedule_get_dates (fresh, record, &expected);

  g_assert_cmpint (relm_plan_schedule_get_dates (followed, record, &got), ==, has_dates);
  g_assert_cmpmem (&got, sizeof got, &expected, sizeof expected);
  if (RELM_IS_RELEASE (record))
    g_assert_cmpint (relm_plan_schedule_get_ready (followed, record), ==, relm_plan_schedule_get_ready (fresh, record));
}

void
relm_random_plan_assert_same (RelmRandomPlan *plan)
{
  g_autoptr (RelmPlanSchedule) fresh = relm_plan_schedule_new (plan->project);

  for (guint i = 0; i < relm_project_get_n_lists (plan->project); i++)
    {
      RelmRecordList *list = relm_project_get_list_at (plan->project, i);

      for (guint j = 0; j < relm_record_list_get_size (list); j++)
        assert_same_dates (plan->schedule, fresh, relm_record_list_get (list, j));
    }
}
