/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The schedule follows edits: common ones without making its network anew, and always to the dates that it would have if it did. */

#include "config.h"

#include "relm-milestone.h"
#include "relm-person.h"
#include "relm-phase.h"
#include "relm-release.h"
#include "relm-schedule-dependency.h"
#include "relm-test-random-plan.h"
#include "relm-work-calendar.h"
#include "relm-work-exception.h"
#include "relm-work-item.h"
#define N_PLANS 12
#define N_EDITS 400

static void
test_random (void)
{
  for (guint i = 0; i < N_PLANS; i++)
    {
      RelmRandomPlan plan = { 0 };

      relm_random_plan_set_up (&plan, i);
      for (guint j = 0; j < N_EDITS; j++)
        {
          const gint32 what = g_rand_int_range (plan.random, 0, 10);
          RelmPlanNetwork *network = _relm_plan_schedule_get_network (plan.schedule);

          if (what < 2)
            relm_random_plan_add_dependency (&plan);
          else if (what < 5)
            relm_random_plan_edit_dependency (&plan);
          else if (what < 9)
            relm_random_plan_edit_item (&plan);
          else
            relm_random_plan_add_item (&plan);
          plan.n_kept += network == _relm_plan_schedule_get_network (plan.schedule);
          relm_random_plan_assert_same (&plan);
        }
      g_assert_cmpuint (plan.n_kept, ==, N_EDITS);
      relm_random_plan_tear_down (&plan);
    }
}

/* One with dates comes, and sometimes goes and comes back. */
static void
add_dated_item (RelmRandomPlan *plan)
{
  g_autofree char *id = g_strdup_printf ("new-%u", plan->n_added++), *release = relm_random_plan_pick_id (plan, "rel", 2);
  g_autofree char *day = relm_date_format (relm_date_from_ymd (2027, 5, 1) + g_rand_int_range (plan->random, 0, 80));
  g_autoptr (RelmRecord) item = g_object_ref (relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, id, "title", "New", NULL));
  g_autoptr (GError) error = NULL;

  if (g_rand_boolean (plan->random))
    relm_test_plan_set (plan->project, item, "release", release);
  relm_test_plan_set (plan->project, item, "planned_start", day);
  relm_random_plan_assert_same (plan);
  if (g_rand_int_range (plan->random, 0, 4) > 0)
    return;
  relm_project_remove (plan->project, item);
  relm_random_plan_assert_same (plan);
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
      RelmRandomPlan plan = { 0 };

      relm_random_plan_set_up_releases (&plan, i + 1);
      for (guint j = 0; j < N_EDITS; j++)
        {
          RelmPlanNetwork *network = _relm_plan_schedule_get_network (plan.schedule);

          if (g_rand_int_range (plan.random, 0, 20) == 0)
            add_dated_item (&plan);
          else if (g_rand_int_range (plan.random, 0, 10) < 6)
            relm_random_plan_edit_any_dependency (&plan);
          else
            relm_random_plan_edit_end (&plan);
          n_kept += network == _relm_plan_schedule_get_network (plan.schedule);
          relm_random_plan_assert_same (&plan);
        }
      relm_random_plan_tear_down (&plan);
    }
  g_test_message ("%u of %u edits were followed without a new network", n_kept, N_PLANS * N_EDITS);
  g_assert_cmpuint (n_kept, >=, N_PLANS * N_EDITS * 3 / 4);
}

/* Goes, with what is linked to it and part of it still naming it; mostly it comes back. */
static void
remove_any (RelmRandomPlan *plan)
{
  g_autofree char *id = relm_random_plan_pick_end (plan);
  g_autoptr (RelmRecord) record = g_object_ref (relm_project_lookup (plan->project, id));
  g_autoptr (GError) error = NULL;

  if (RELM_IS_RELEASE (record))
    return;
  relm_project_remove (plan->project, record);
  relm_random_plan_assert_same (plan);
  g_assert_true (relm_project_insert (plan->project, record, G_MAXUINT, &error));
  g_assert_no_error (error);
}

static void
edit_parent (RelmRandomPlan *plan)
{
  RelmRecord *item = relm_random_plan_pick_item (plan);

  if (g_rand_int_range (plan->random, 0, 3) == 0)
    relm_random_plan_unset (plan, item, RELM_WORK_ITEM_PARENT);
  else
    relm_random_plan_set_text (plan, item, "parent", relm_random_plan_pick_id (plan, "wi", RELM_RANDOM_PLAN_ITEMS + 1));
}

static void
edit_exception (RelmRandomPlan *plan)
{
  g_autofree char *id = relm_random_plan_pick_id (plan, "exc", RELM_RANDOM_PLAN_PEOPLE);
  g_autofree char *person = relm_random_plan_pick_id (plan, "per", RELM_RANDOM_PLAN_PEOPLE);
  g_autofree char *calendar = relm_random_plan_pick_id (plan, "cal", 2);
  RelmRecord *exception = relm_project_lookup (plan->project, id);
  g_autoptr (RelmRecord) kept = g_object_ref (exception);
  char *day = relm_date_format (relm_date_from_ymd (2027, 5, 3) + g_rand_int_range (plan->random, 0, 60));

  switch (g_rand_int_range (plan->random, 0, 6))
    {
    case 0:
      relm_random_plan_unset (plan, exception, RELM_WORK_EXCEPTION_OF);
      break;
    case 1:
      relm_random_plan_set_text (plan, exception, "of", g_strdup (calendar));
      break;
    case 2:
      relm_random_plan_set_text (plan, exception, "of", g_strdup (person));
      break;
    case 3:
      relm_project_remove (plan->project, exception);
      relm_random_plan_assert_same (plan);
      g_assert_true (relm_project_insert (plan->project, kept, G_MAXUINT, NULL));
      break;
    case 4:
      relm_random_plan_set_text (plan, exception, "hours", g_strdup (g_rand_boolean (plan->random) ? "09:00-11:00" : ""));
      break;
    default:
      relm_random_plan_set_text (plan, exception, "start", g_steal_pointer (&day));
    }
  g_free (day);
}

/* Whose calendar is which, and what its hours are. */
static void
edit_calendar (RelmRandomPlan *plan)
{
  static const char *const hours[] = { "mon-fri 09:00-12:00 13:00-18:00", "mon-thu 08:00-12:00", "mon-sun 00:00-24:00", "nonsense" };
  g_autofree char *person = relm_random_plan_pick_id (plan, "per", RELM_RANDOM_PLAN_PEOPLE);
  g_autofree char *calendar = relm_random_plan_pick_id (plan, "cal", 2);
  g_autoptr (RelmRecord) record = g_object_ref (relm_project_lookup (plan->project, person));

  switch (g_rand_int_range (plan->random, 0, 7))
    {
    case 0:
      relm_random_plan_set_text (plan, RELM_RECORD (plan->project), "calendar", g_strdup (calendar));
      break;
    case 1:
      relm_random_plan_unset (plan, RELM_RECORD (plan->project), RELM_PROJECT_CALENDAR);
      break;
    case 2:
      relm_random_plan_set_text (plan, record, "calendar", g_strdup (calendar));
      break;
    case 3:
      relm_random_plan_set_text (plan, relm_random_plan_pick_item (plan), "calendar", g_strdup (calendar));
      break;
    case 4:
      relm_project_remove (plan->project, record);
      relm_random_plan_assert_same (plan);
      g_assert_true (relm_project_insert (plan->project, record, G_MAXUINT, NULL));
      break;
    case 5:
      relm_random_plan_set_text (plan, relm_random_plan_pick_item (plan), "assignee", g_strdup (person));
      break;
    default:
      relm_random_plan_set_text (plan, relm_project_lookup (plan->project, calendar), "hours",
                g_strdup (hours[g_rand_int_range (plan->random, 0, G_N_ELEMENTS (hours))]));
    }
}

static void
edit_status (RelmRandomPlan *plan)
{
  if (g_rand_boolean (plan->random))
    relm_random_plan_unset (plan, RELM_RECORD (plan->project), RELM_PROJECT_STATUS_DATE);
  else
    relm_random_plan_set_text (plan, RELM_RECORD (plan->project), "status_date",
              relm_date_format (relm_date_from_ymd (2027, 5, 3) + g_rand_int_range (plan->random, 0, 30)));
}

typedef void (*EditFunc) (RelmRandomPlan *);

/* One kind of edit among all others. Returns how many of a hundred edits of the kind the network was kept for. */
static guint
follow_edits (EditFunc edit)
{
  guint n_kept = 0, n = 0;

  for (guint i = 0; i < N_PLANS; i++)
    {
      RelmRandomPlan plan = { 0 };

      relm_random_plan_set_up_releases (&plan, i + 1);
      relm_test_plan_add (plan.project, RELM_TYPE_WORK_CALENDAR, "cal-0", "name", "Half", "hours", "mon-fri 08:00-12:00", NULL);
      relm_test_plan_add (plan.project, RELM_TYPE_WORK_CALENDAR, "cal-1", "name", "Week-end", "hours", "sat-sun 08:00-12:00", NULL);
      for (guint j = 0; j < N_EDITS; j++)
        {
          RelmPlanNetwork *network = _relm_plan_schedule_get_network (plan.schedule);

          if (g_rand_int_range (plan.random, 0, 3) == 0)
            relm_random_plan_edit_any_dependency (&plan);
          else if (g_rand_int_range (plan.random, 0, 3) == 0)
            relm_random_plan_edit_end (&plan);
          else
            {
              edit (&plan);
              n_kept += network == _relm_plan_schedule_get_network (plan.schedule);
              n++;
            }
          relm_random_plan_assert_same (&plan);
        }
      relm_random_plan_tear_down (&plan);
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

static const RelmPlanMove *
find_move (GArray *moves,
           RelmRecord *record)
{
  for (guint i = 0; i < moves->len; i++)
    if (g_array_index (moves, RelmPlanMove, i).record == record)
      return &g_array_index (moves, RelmPlanMove, i);
  return NULL;
}

/* The days of what may follow, by record. */
static GHashTable *
list_days (RelmRandomPlan *plan)
{
  GHashTable *days = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  RelmPlanNetwork *network = _relm_plan_schedule_get_network (plan->schedule);

  for (guint i = 0; i < relm_plan_network_get_n_items (network); i++)
    if (_relm_plan_may_follow (network, i))
      {
        const RelmSpan span = _relm_plan_schedule_get_computed (plan->schedule, i);

        g_hash_table_insert (days, relm_plan_network_get_record (network, i), g_memdup2 (&span, sizeof span));
      }
  return days;
}

/* What was promised is what came. */
static void
assert_promised (RelmRecord *moved,
                 GArray *moves,
                 GHashTable *before,
                 GHashTable *after)
{
  GHashTableIter iter;
  gpointer record, span;

  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &record, &span))
    {
      const RelmPlanMove *move = find_move (moves, record);
      const RelmSpan *expected = move != NULL ? &move->span : g_hash_table_lookup (before, record);

      if (record == moved || expected == NULL)
        continue;
      g_assert_cmpint (expected->start, ==, ((const RelmSpan *) span)->start);
      g_assert_cmpint (expected->finish, ==, ((const RelmSpan *) span)->finish);
    }
}

/* What may come before its release or after it is moved by hand: whether the release waits for it is part of the promise. */
static void
move_late (RelmRandomPlan *plan,
           const char *id)
{
  RelmRecord *record = relm_project_lookup (plan->project, id);
  const RelmDate start = relm_date_from_ymd (2027, 5, 20) + g_rand_int_range (plan->random, 0, 100);
  const RelmPlanMove move = { record, { start, start } };
  RelmPlanNetwork *network = _relm_plan_schedule_get_network (plan->schedule);
  g_autoptr (GHashTable) before = list_days (plan), after = NULL;
  g_autoptr (GArray) moves = relm_plan_schedule_preview (plan->schedule, &move, 1);
  g_autoptr (GArray) again = relm_plan_schedule_preview (plan->schedule, &move, 1);

  relm_random_plan_assert_same (plan);
  g_assert_cmpuint (moves->len, ==, again->len);
  if (!RELM_IS_MILESTONE (record))
    relm_random_plan_set_text (plan, record, "planned_start", relm_date_format (start));
  relm_random_plan_set_text (plan, record, RELM_IS_MILESTONE (record) ? "planned" : "planned_finish", relm_date_format (start));
  /* What a release waits for first or last makes another network, and is no part of a preview. */
  if (network != _relm_plan_schedule_get_network (plan->schedule))
    return;
  after = list_days (plan);
  assert_promised (record, moves, before, after);
  plan->n_kept++;
}

static void
test_preview (void)
{
  static const char *const late[] = { "ms-0", "ms-1", "wi-5" };
  guint n_kept = 0;

  for (guint i = 0; i < N_PLANS; i++)
    {
      RelmRandomPlan plan = { 0 };

      relm_random_plan_set_up_releases (&plan, i + 1);
      relm_test_plan_set (plan.project, relm_project_lookup (plan.project, "rel-0"), "scheduling", "automatic");
      relm_test_plan_set (plan.project, relm_project_lookup (plan.project, "rel-1"), "scheduling", "automatic");
      relm_test_plan_add (plan.project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-r", "predecessor", "rel-0", "successor", "wi-20", NULL);
      for (guint j = 0; j < G_N_ELEMENTS (late); j++)
        relm_test_plan_set (plan.project, relm_project_lookup (plan.project, late[j]), "scheduling", "pinned");
      for (guint j = 0; j < N_EDITS / 4; j++)
        move_late (&plan, late[g_rand_int_range (plan.random, 0, G_N_ELEMENTS (late))]);
      n_kept += plan.n_kept;
      relm_random_plan_tear_down (&plan);
    }
  g_assert_cmpuint (n_kept, >, N_PLANS * N_EDITS / 8);
}

/* What is in a phase belongs to its release, and no more when the phase is gone. */
static void
test_phase_removed (void)
{
  RelmRandomPlan plan = { 0 };

  relm_random_plan_set_up_releases (&plan, 1);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("wi-%u", 11 + i * 2);

      relm_test_plan_set (plan.project, relm_project_lookup (plan.project, id), "phase", "ph-1");
      relm_test_plan_set (plan.project, relm_project_lookup (plan.project, id), "planned_start", "2027-09-10");
    }
  relm_random_plan_assert_same (&plan);
  relm_project_remove (plan.project, relm_project_lookup (plan.project, "ph-1"));
  relm_random_plan_assert_same (&plan);
  relm_random_plan_tear_down (&plan);
}

/* What waits for a release, or has no dates of its own. */
static void
test_releases (void)
{
  RelmRandomPlan plan = { 0 };
  RelmRecord *undated;

  relm_random_plan_set_up (&plan, 0);
  relm_random_plan_assert_same (&plan);
  relm_test_plan_add (plan.project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-a", "predecessor", "rel-0", "successor", "wi-3", NULL);
  relm_random_plan_assert_same (&plan);
  relm_test_plan_add (plan.project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-b", "predecessor", "wi-3", "successor", "wi-4", NULL);
  relm_random_plan_assert_same (&plan);
  undated = relm_test_plan_add (plan.project, RELM_TYPE_WORK_ITEM, "wi-new", "title", "New", NULL);
  relm_test_plan_add (plan.project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-c", "predecessor", "wi-4", "successor", "wi-new", NULL);
  relm_random_plan_assert_same (&plan);
  relm_project_remove (plan.project, relm_project_lookup (plan.project, "dep-c"));
  relm_random_plan_assert_same (&plan);
  relm_project_remove (plan.project, relm_project_lookup (plan.project, "dep-a"));
  relm_random_plan_assert_same (&plan);
  relm_test_plan_set (plan.project, undated, "planned_start", "2027-05-20");
  relm_random_plan_assert_same (&plan);
  relm_test_plan_set (plan.project, undated, "state", "cancelled");
  relm_random_plan_assert_same (&plan);
  relm_random_plan_tear_down (&plan);
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
  g_test_add_func ("/planning/follow/preview", test_preview);
  g_test_add_func ("/planning/follow/phase-removed", test_phase_removed);
  g_test_add_func ("/planning/follow/releases", test_releases);
  return g_test_run ();
}
