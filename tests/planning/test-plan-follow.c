/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The schedule follows edits: common ones without making its network anew, and always to the dates that it would have if it did. */

#include "config.h"

#include "relm-milestone.h"
#include "relm-person.h"
#include "relm-phase.h"
#include "relm-plan-schedule-private.h"
#include "relm-release.h"
#include "relm-schedule-dependency.h"
#include "relm-test-plan.h"
#include "relm-work-calendar.h"
#include "relm-work-exception.h"
#include "relm-work-item.h"

#define N_PLANS 12
#define N_ITEMS 25
#define N_EDITS 400
#define N_PEOPLE 3

typedef struct
{
  RelmProject *project;
  RelmPlanSchedule *schedule;
  GRand *random;
  guint n_added;
  guint n_kept; /* edits that the network was kept for */
} Plan;

static char *
random_id (Plan *plan,
           const char *prefix,
           gint32 n)
{
  return g_strdup_printf ("%s-%d", prefix, g_rand_int_range (plan->random, 0, n));
}

static void
set_up (Plan *plan,
        guint seed)
{
  plan->project = relm_project_new ();
  plan->random = g_rand_new_with_seed (seed);
  relm_test_plan_add (plan->project, RELM_TYPE_RELEASE, "rel-0", "version", "1.0", "planned", "2027-06-30", NULL);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *person = g_strdup_printf ("per-%u", i), *leave = g_strdup_printf ("exc-%u", i), *day = g_strdup_printf ("2027-05-0%u", i + 3);

      relm_test_plan_add (plan->project, RELM_TYPE_PERSON, person, "name", person, NULL);
      relm_test_plan_add (plan->project, RELM_TYPE_WORK_EXCEPTION, leave, "name", "Leave", "of", person, "start", day, NULL);
    }
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *id = g_strdup_printf ("wi-%u", i), *day = relm_date_format (relm_date_from_ymd (2027, 5, 3) + g_rand_int_range (plan->random, 0, 30));

      relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, id, "title", id, "release", "rel-0", "planned_start", day, "planned_finish", day, NULL);
    }
  if (seed % 3 == 1)
    relm_test_plan_set (plan->project, relm_project_lookup (plan->project, "wi-1"), "parent", "wi-0");
  plan->schedule = relm_plan_schedule_new (plan->project);
}

/* Two releases with all that may lead to them: phases, milestones, a deployment, parts, and an item without dates. */
static void
set_up_releases (Plan *plan,
                 guint seed)
{
  static const char *const parts[][2] = { { "wi-1", "wi-0" }, { "wi-2", "wi-0" }, { "wi-3", "wi-2" }, { "wi-9", "wi-8" } };

  set_up (plan, 0);
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

static void
tear_down (Plan *plan)
{
  g_clear_object (&plan->schedule);
  g_clear_object (&plan->project);
  g_rand_free (plan->random);
}

static RelmRecord *
random_item (Plan *plan)
{
  g_autofree char *id = random_id (plan, "wi", N_ITEMS);

  return relm_project_lookup (plan->project, id);
}

static RelmRecord *
random_dependency (Plan *plan)
{
  RelmRecordList *list = relm_project_get_list (plan->project, RELM_TYPE_SCHEDULE_DEPENDENCY);
  const guint n = relm_record_list_get_size (list);

  return n > 0 ? relm_record_list_get (list, (guint) g_rand_int_range (plan->random, 0, (gint32) n)) : NULL;
}

static void
set_text (Plan *plan,
          RelmRecord *record,
          const char *field,
          char *text)
{
  relm_test_plan_set (plan->project, record, field, text);
  g_free (text);
}

static void
unset (Plan *plan,
       RelmRecord *record,
       guint field)
{
  g_auto (RelmValue) value = { .type = relm_record_get_kind (record)->fields[field].type };

  relm_project_swap_value (plan->project, record, field, &value);
}

/* As the window makes one: empty first, then one end after the other. Loops come about as well. */
static void
add_dependency (Plan *plan)
{
  g_autofree char *id = g_strdup_printf ("dep-%u", plan->n_added++);
  RelmRecord *dependency = relm_test_plan_add (plan->project, RELM_TYPE_SCHEDULE_DEPENDENCY, id, NULL);

  set_text (plan, dependency, "predecessor", random_id (plan, "wi", N_ITEMS));
  set_text (plan, dependency, "successor", random_id (plan, "wi", N_ITEMS));
}

static void
edit_dependency (Plan *plan)
{
  RelmRecord *dependency = random_dependency (plan);

  if (dependency == NULL)
    return;
  switch (g_rand_int_range (plan->random, 0, 6))
    {
    case 0:
      set_text (plan, dependency, "lag_minutes", g_strdup_printf ("%d", g_rand_int_range (plan->random, -4, 8) * 240));
      break;
    case 1:
      set_text (plan, dependency, "type", g_strdup (g_rand_boolean (plan->random) ? "ss" : "ff"));
      break;
    case 2:
      set_text (plan, dependency, "predecessor", random_id (plan, "wi", N_ITEMS));
      break;
    case 3:
      unset (plan, dependency, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR);
      break;
    default:
      relm_project_remove (plan->project, dependency);
    }
}

static void
edit_item (Plan *plan)
{
  RelmRecord *item = random_item (plan);

  switch (g_rand_int_range (plan->random, 0, 9))
    {
    case 0:
      set_text (plan, item, "duration_minutes", g_strdup_printf ("%d", g_rand_int_range (plan->random, 1, 9) * 240));
      break;
    case 1:
      set_text (plan, item, "planned_start", relm_date_format (relm_date_from_ymd (2027, 5, 3) + g_rand_int_range (plan->random, 0, 30)));
      break;
    case 2:
      set_text (plan, item, "assignee", random_id (plan, "per", N_PEOPLE));
      break;
    case 3:
      unset (plan, item, RELM_WORK_ITEM_ASSIGNEE);
      break;
    case 4:
      set_text (plan, item, "state", g_strdup (g_rand_boolean (plan->random) ? "done" : "open"));
      break;
    case 5:
      set_text (plan, item, "progress", g_strdup_printf ("%d", g_rand_int_range (plan->random, 0, 100)));
      break;
    case 6:
      set_text (plan, item, "title", g_strdup_printf ("%d", g_rand_int_range (plan->random, 0, 100)));
      break;
    case 7:
      set_text (plan, item, "held_until", relm_date_format (relm_date_from_ymd (2027, 5, 3) + g_rand_int_range (plan->random, 0, 30)));
      break;
    default:
      set_text (plan, item, "allocation", g_strdup_printf ("%d", g_rand_int_range (plan->random, 1, 100)));
    }
}

/* The id of what may be an end of a dependency: mostly an item. */
static char *
random_end (Plan *plan)
{
  static const char *const others[] = { "rel-0", "rel-1", "ph-0", "ph-1", "ms-0", "ms-1", "wi-25" };
  RelmRecordList *items = relm_project_get_list (plan->project, RELM_TYPE_WORK_ITEM);
  const gint32 n = (gint32) relm_record_list_get_size (items);

  if (g_rand_int_range (plan->random, 0, 3) > 0)
    return g_strdup (relm_record_get_id (relm_record_list_get (items, (guint) g_rand_int_range (plan->random, 0, n))));
  return g_strdup (others[g_rand_int_range (plan->random, 0, G_N_ELEMENTS (others))]);
}

static void
edit_any_dependency (Plan *plan)
{
  RelmRecord *dependency = random_dependency (plan);
  const gint32 what = g_rand_int_range (plan->random, 0, 10);

  if (dependency == NULL || what < 3)
    {
      g_autofree char *id = g_strdup_printf ("dep-%u", plan->n_added++);

      dependency = relm_test_plan_add (plan->project, RELM_TYPE_SCHEDULE_DEPENDENCY, id, NULL);
      set_text (plan, dependency, "predecessor", random_end (plan));
      set_text (plan, dependency, "successor", random_end (plan));
    }
  else if (what < 5)
    set_text (plan, dependency, what < 4 ? "predecessor" : "successor", random_end (plan));
  else if (what < 6)
    unset (plan, dependency, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR);
  else if (what < 7)
    set_text (plan, dependency, "lag_minutes", g_strdup_printf ("%d", g_rand_int_range (plan->random, -4, 8) * 240));
  else
    relm_project_remove (plan->project, dependency);
}

/* When things are, and which release they belong to. */
static void
edit_end (Plan *plan)
{
  g_autofree char *id = random_end (plan);
  RelmRecord *record = relm_project_lookup (plan->project, id);
  char *day = relm_date_format (relm_date_from_ymd (2027, 5, 20) + g_rand_int_range (plan->random, 0, 80));

  if (g_rand_boolean (plan->random))
    set_text (plan, record, RELM_IS_RELEASE (record) || RELM_IS_MILESTONE (record) ? "planned" : "planned_start", g_steal_pointer (&day));
  else if (RELM_IS_RELEASE (record))
    set_text (plan, record, "committed", g_steal_pointer (&day));
  else if (RELM_IS_WORK_ITEM (record) && g_rand_boolean (plan->random))
    set_text (plan, record, "stage", g_strdup (g_rand_boolean (plan->random) ? "deployment" : "coding"));
  else if (RELM_IS_WORK_ITEM (record) && g_rand_boolean (plan->random))
    set_text (plan, record, "phase", random_id (plan, "ph", 2));
  else
    set_text (plan, record, "release", random_id (plan, "rel", 2));
  g_free (day);
}

static void
add_item (Plan *plan)
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

static void
assert_same (Plan *plan)
{
  g_autoptr (RelmPlanSchedule) fresh = relm_plan_schedule_new (plan->project);

  for (guint i = 0; i < relm_project_get_n_lists (plan->project); i++)
    {
      RelmRecordList *list = relm_project_get_list_at (plan->project, i);

      for (guint j = 0; j < relm_record_list_get_size (list); j++)
        assert_same_dates (plan->schedule, fresh, relm_record_list_get (list, j));
    }
}

static void
test_random (void)
{
  for (guint i = 0; i < N_PLANS; i++)
    {
      Plan plan = { 0 };

      set_up (&plan, i);
      for (guint j = 0; j < N_EDITS; j++)
        {
          const gint32 what = g_rand_int_range (plan.random, 0, 10);
          RelmPlanNetwork *network = _relm_plan_schedule_get_network (plan.schedule);

          if (what < 2)
            add_dependency (&plan);
          else if (what < 5)
            edit_dependency (&plan);
          else if (what < 9)
            edit_item (&plan);
          else
            add_item (&plan);
          plan.n_kept += network == _relm_plan_schedule_get_network (plan.schedule);
          assert_same (&plan);
        }
      g_assert_cmpuint (plan.n_kept, ==, N_EDITS);
      tear_down (&plan);
    }
}

/* One with dates comes, and sometimes goes and comes back. */
static void
add_dated_item (Plan *plan)
{
  g_autofree char *id = g_strdup_printf ("new-%u", plan->n_added++), *release = random_id (plan, "rel", 2);
  g_autofree char *day = relm_date_format (relm_date_from_ymd (2027, 5, 1) + g_rand_int_range (plan->random, 0, 80));
  g_autoptr (RelmRecord) item = g_object_ref (relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, id, "title", "New", NULL));
  g_autoptr (GError) error = NULL;

  if (g_rand_boolean (plan->random))
    relm_test_plan_set (plan->project, item, "release", release);
  relm_test_plan_set (plan->project, item, "planned_start", day);
  assert_same (plan);
  if (g_rand_int_range (plan->random, 0, 4) > 0)
    return;
  relm_project_remove (plan->project, item);
  assert_same (plan);
  g_assert_true (relm_project_insert (plan->project, item, G_MAXUINT, &error));
  g_assert_no_error (error);
}

/* Links to and from releases, phases, milestones and what has parts; and what belongs to which release. */
static void
test_random_releases (void)
{
  guint n_kept = 0;

  for (guint i = 0; i < N_PLANS; i++)
    {
      Plan plan = { 0 };

      set_up_releases (&plan, i + 1);
      for (guint j = 0; j < N_EDITS; j++)
        {
          RelmPlanNetwork *network = _relm_plan_schedule_get_network (plan.schedule);

          if (g_rand_int_range (plan.random, 0, 20) == 0)
            add_dated_item (&plan);
          else if (g_rand_int_range (plan.random, 0, 10) < 6)
            edit_any_dependency (&plan);
          else
            edit_end (&plan);
          n_kept += network == _relm_plan_schedule_get_network (plan.schedule);
          assert_same (&plan);
        }
      tear_down (&plan);
    }
  g_test_message ("%u of %u edits were followed without a new network", n_kept, N_PLANS * N_EDITS);
  g_assert_cmpuint (n_kept, >=, N_PLANS * N_EDITS * 3 / 4);
}

/* Goes, with what is linked to it and part of it still naming it; mostly it comes back. */
static void
remove_any (Plan *plan)
{
  g_autofree char *id = random_end (plan);
  g_autoptr (RelmRecord) record = g_object_ref (relm_project_lookup (plan->project, id));
  g_autoptr (GError) error = NULL;

  if (RELM_IS_RELEASE (record))
    return;
  relm_project_remove (plan->project, record);
  assert_same (plan);
  g_assert_true (relm_project_insert (plan->project, record, G_MAXUINT, &error));
  g_assert_no_error (error);
}

static void
edit_parent (Plan *plan)
{
  RelmRecord *item = random_item (plan);

  if (g_rand_int_range (plan->random, 0, 3) == 0)
    unset (plan, item, RELM_WORK_ITEM_PARENT);
  else
    set_text (plan, item, "parent", random_id (plan, "wi", N_ITEMS + 1));
}

static void
edit_exception (Plan *plan)
{
  g_autofree char *id = random_id (plan, "exc", N_PEOPLE), *person = random_id (plan, "per", N_PEOPLE), *calendar = random_id (plan, "cal", 2);
  RelmRecord *exception = relm_project_lookup (plan->project, id);
  g_autoptr (RelmRecord) kept = g_object_ref (exception);
  char *day = relm_date_format (relm_date_from_ymd (2027, 5, 3) + g_rand_int_range (plan->random, 0, 60));

  switch (g_rand_int_range (plan->random, 0, 6))
    {
    case 0:
      unset (plan, exception, RELM_WORK_EXCEPTION_OF);
      break;
    case 1:
      set_text (plan, exception, "of", g_strdup (calendar));
      break;
    case 2:
      set_text (plan, exception, "of", g_strdup (person));
      break;
    case 3:
      relm_project_remove (plan->project, exception);
      assert_same (plan);
      g_assert_true (relm_project_insert (plan->project, kept, G_MAXUINT, NULL));
      break;
    case 4:
      set_text (plan, exception, "hours", g_strdup (g_rand_boolean (plan->random) ? "09:00-11:00" : ""));
      break;
    default:
      set_text (plan, exception, "start", g_steal_pointer (&day));
    }
  g_free (day);
}

/* Whose calendar is which, and what its hours are. */
static void
edit_calendar (Plan *plan)
{
  static const char *const hours[] = { "mon-fri 09:00-12:00 13:00-18:00", "mon-thu 08:00-12:00", "mon-sun 00:00-24:00", "nonsense" };
  g_autofree char *person = random_id (plan, "per", N_PEOPLE), *calendar = random_id (plan, "cal", 2);
  g_autoptr (RelmRecord) record = g_object_ref (relm_project_lookup (plan->project, person));

  switch (g_rand_int_range (plan->random, 0, 7))
    {
    case 0:
      set_text (plan, RELM_RECORD (plan->project), "calendar", g_strdup (calendar));
      break;
    case 1:
      unset (plan, RELM_RECORD (plan->project), RELM_PROJECT_CALENDAR);
      break;
    case 2:
      set_text (plan, record, "calendar", g_strdup (calendar));
      break;
    case 3:
      set_text (plan, random_item (plan), "calendar", g_strdup (calendar));
      break;
    case 4:
      relm_project_remove (plan->project, record);
      assert_same (plan);
      g_assert_true (relm_project_insert (plan->project, record, G_MAXUINT, NULL));
      break;
    case 5:
      set_text (plan, random_item (plan), "assignee", g_strdup (person));
      break;
    default:
      set_text (plan, relm_project_lookup (plan->project, calendar), "hours",
                g_strdup (hours[g_rand_int_range (plan->random, 0, G_N_ELEMENTS (hours))]));
    }
}

static void
edit_status (Plan *plan)
{
  if (g_rand_boolean (plan->random))
    unset (plan, RELM_RECORD (plan->project), RELM_PROJECT_STATUS_DATE);
  else
    set_text (plan, RELM_RECORD (plan->project), "status_date",
              relm_date_format (relm_date_from_ymd (2027, 5, 3) + g_rand_int_range (plan->random, 0, 30)));
}

typedef void (*EditFunc) (Plan *);

/* One kind of edit among all others. Returns how many of a hundred edits of the kind the network was kept for. */
static guint
follow_edits (EditFunc edit)
{
  guint n_kept = 0, n = 0;

  for (guint i = 0; i < N_PLANS; i++)
    {
      Plan plan = { 0 };

      set_up_releases (&plan, i + 1);
      relm_test_plan_add (plan.project, RELM_TYPE_WORK_CALENDAR, "cal-0", "name", "Half", "hours", "mon-fri 08:00-12:00", NULL);
      relm_test_plan_add (plan.project, RELM_TYPE_WORK_CALENDAR, "cal-1", "name", "Week-end", "hours", "sat-sun 08:00-12:00", NULL);
      for (guint j = 0; j < N_EDITS; j++)
        {
          RelmPlanNetwork *network = _relm_plan_schedule_get_network (plan.schedule);

          if (g_rand_int_range (plan.random, 0, 3) == 0)
            edit_any_dependency (&plan);
          else if (g_rand_int_range (plan.random, 0, 3) == 0)
            edit_end (&plan);
          else
            {
              edit (&plan);
              n_kept += network == _relm_plan_schedule_get_network (plan.schedule);
              n++;
            }
          assert_same (&plan);
        }
      tear_down (&plan);
    }
  return n_kept * 100 / n;
}

static void
test_random_removed (void)
{
  const guint kept = follow_edits (remove_any);

  g_test_message ("%u of 100 times the network was kept", kept);
  g_assert_cmpuint (kept, >=, 60);
}

static void
test_random_parents (void)
{
  const guint kept = follow_edits (edit_parent);

  g_test_message ("%u of 100 times the network was kept", kept);
  g_assert_cmpuint (kept, >=, 60);
}

static void
test_random_calendars (void)
{
  g_assert_cmpuint (follow_edits (edit_exception), >=, 95);
  g_assert_cmpuint (follow_edits (edit_calendar), >=, 90);
  g_assert_cmpuint (follow_edits (edit_status), ==, 100);
}

/* What is in a phase belongs to its release, and no more when the phase is gone. */
static void
test_phase_removed (void)
{
  Plan plan = { 0 };

  set_up_releases (&plan, 1);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("wi-%u", 11 + i * 2);

      relm_test_plan_set (plan.project, relm_project_lookup (plan.project, id), "phase", "ph-1");
      relm_test_plan_set (plan.project, relm_project_lookup (plan.project, id), "planned_start", "2027-09-10");
    }
  assert_same (&plan);
  relm_project_remove (plan.project, relm_project_lookup (plan.project, "ph-1"));
  assert_same (&plan);
  tear_down (&plan);
}

/* What waits for a release, or has no dates of its own. */
static void
test_releases (void)
{
  Plan plan = { 0 };
  RelmRecord *undated;

  set_up (&plan, 0);
  assert_same (&plan);
  relm_test_plan_add (plan.project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-a", "predecessor", "rel-0", "successor", "wi-3", NULL);
  assert_same (&plan);
  relm_test_plan_add (plan.project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-b", "predecessor", "wi-3", "successor", "wi-4", NULL);
  assert_same (&plan);
  undated = relm_test_plan_add (plan.project, RELM_TYPE_WORK_ITEM, "wi-new", "title", "New", NULL);
  relm_test_plan_add (plan.project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-c", "predecessor", "wi-4", "successor", "wi-new", NULL);
  assert_same (&plan);
  relm_project_remove (plan.project, relm_project_lookup (plan.project, "dep-c"));
  assert_same (&plan);
  relm_project_remove (plan.project, relm_project_lookup (plan.project, "dep-a"));
  assert_same (&plan);
  relm_test_plan_set (plan.project, undated, "planned_start", "2027-05-20");
  assert_same (&plan);
  relm_test_plan_set (plan.project, undated, "state", "cancelled");
  assert_same (&plan);
  tear_down (&plan);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planning/follow/random", test_random);
  g_test_add_func ("/planning/follow/random-releases", test_random_releases);
  g_test_add_func ("/planning/follow/random-removed", test_random_removed);
  g_test_add_func ("/planning/follow/random-parents", test_random_parents);
  g_test_add_func ("/planning/follow/random-calendars", test_random_calendars);
  g_test_add_func ("/planning/follow/phase-removed", test_phase_removed);
  g_test_add_func ("/planning/follow/releases", test_releases);
  return g_test_run ();
}
