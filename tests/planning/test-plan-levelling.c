/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans in which nobody has too much to do. 3 May 2027 is a Monday. */

#include "config.h"

#include "relm-document.h"
#include "relm-format.h"
#include "relm-exception-request.h"
#include "relm-freeze-window.h"
#include "relm-person.h"
#include "relm-plan-levelling.h"
#include "relm-plan-load.h"
#include "relm-release.h"
#include "relm-schedule-dependency.h"
#include "relm-test-plan.h"
#include "relm-work-exception.h"
#include "relm-work-item.h"

#define N_PLANS 25
#define N_ITEMS 30
#define N_PEOPLE 4

typedef struct
{
  RelmProject *project;
  RelmDocument *document;
  RelmPlanSchedule *schedule;
} Plan;

static RelmRecord *
add (Plan *plan,
     const char *id,
     const char *title,
     const char *assignee,
     const char *start,
     const char *finish)
{
  return relm_test_plan_add (plan->project, RELM_TYPE_WORK_ITEM, id, "title", title, "release", "rel-1", "assignee", assignee, "planned_start",
                             start, "planned_finish", finish, NULL);
}

static void
set_up (Plan *plan,
        gconstpointer data)
{
  plan->project = relm_project_new ();
  plan->document = relm_document_new (plan->project);
  relm_test_plan_add (plan->project, RELM_TYPE_PERSON, "per-1", "name", "Ada", NULL);
  relm_test_plan_add (plan->project, RELM_TYPE_RELEASE, "rel-1", "version", "1.0", "planned", "2027-05-31", NULL);
  plan->schedule = relm_plan_schedule_new (plan->project);
}

static void
tear_down (Plan *plan,
           gconstpointer data)
{
  g_clear_object (&plan->schedule);
  g_clear_object (&plan->document);
  g_clear_object (&plan->project);
}

/* What the window and the command do, in one step. */
static void
adopt (Plan *plan,
       RelmPlanLevelling *levelling)
{
  GArray *edits = relm_plan_levelling_get_edits (levelling);

  relm_document_edit_begin (plan->document, "Level");
  for (guint i = 0; i < edits->len; i++)
    {
      const RelmPlanEdit *edit = &g_array_index (edits, RelmPlanEdit, i);
      const RelmValue value = { .type = relm_record_get_kind (edit->record)->fields[edit->field].type, .integer = edit->value };
      g_autoptr (GError) error = NULL;

      relm_document_set (plan->document, edit->record, edit->field, &value, &error);
      g_assert_no_error (error);
    }
  relm_document_edit_end (plan->document);
}

static void
assert_days (RelmSpan span,
             const char *start,
             const char *finish)
{
  g_autofree char *start_text = relm_date_format (span.start);
  g_autofree char *finish_text = relm_date_format (span.finish);

  g_assert_cmpstr (start_text, ==, start);
  g_assert_cmpstr (finish_text, ==, finish);
}

static guint
count_over (Plan *plan)
{
  g_autoptr (RelmPlanLoad) load = relm_plan_load_new (plan->schedule);
  g_autoptr (GArray) over = relm_plan_load_list_over (load);

  return over->len;
}

/* Two things for one person at a time; what follows one of them follows. */
static void
test_preview (Plan *plan,
              gconstpointer data)
{
  RelmRecord *parser = add (plan, "wi-1", "Parser", "per-1", "2027-05-03", "2027-05-07");
  RelmRecord *help = add (plan, "wi-2", "Help", "per-1", "2027-05-03", "2027-05-04");
  RelmRecord *print = add (plan, "wi-3", "Print", "per-1", "2027-05-05", "2027-05-05");
  g_autoptr (RelmPlanLevelling) levelling = NULL, again = NULL;
  g_autofree char *summary = NULL, *nothing = NULL;
  const RelmPlanLevelMove *move;
  GArray *releases;

  relm_test_plan_add (plan->project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-1", "predecessor", "wi-2", "successor", "wi-3", NULL);
  relm_test_plan_set (plan->project, parser, "scheduling", "pinned");
  g_assert_cmpuint (count_over (plan), ==, 1);
  levelling = relm_plan_levelling_new (plan->schedule, RELM_PLAN_LEVEL_SEED);
  g_assert_cmpuint (relm_plan_levelling_get_moves (levelling)->len, ==, 2);
  move = relm_plan_levelling_get_moves (levelling)->pdata[0];
  g_assert_true (move->record == help && move->held);
  assert_days (move->before, "2027-05-03", "2027-05-04");
  assert_days (move->after, "2027-05-10", "2027-05-11");
  g_assert_cmpint (move->delay, ==, 7);
  g_assert_cmpstr (move->reason, ==, "Ada has too much to do on 4 May 2027: also “Parser”");
  move = relm_plan_levelling_get_moves (levelling)->pdata[1];
  g_assert_true (move->record == print && !move->held);
  assert_days (move->after, "2027-05-12", "2027-05-12");
  g_assert_cmpstr (move->reason, ==, "Follows what is held back");
  releases = relm_plan_levelling_get_releases (levelling);
  g_assert_cmpuint (releases->len, ==, 1);
  g_assert_cmpint (g_array_index (releases, RelmPlanLevelRelease, 0).after - g_array_index (releases, RelmPlanLevelRelease, 0).before, ==, 5);
  summary = relm_plan_levelling_dup_summary (levelling);
  g_assert_cmpstr (summary, ==, "Moves 2 items, 1.0 ready by +5 days");
  adopt (plan, levelling);
  g_assert_cmpuint (count_over (plan), ==, 0);
  again = relm_plan_levelling_new (plan->schedule, RELM_PLAN_LEVEL_SEED);
  nothing = relm_plan_levelling_dup_summary (again);
  g_assert_cmpstr (nothing, ==, "Nothing has to move");
}

/* What may not move stays, and it is said what that comes to. */
static void
test_left (Plan *plan,
           gconstpointer data)
{
  g_autoptr (RelmPlanLevelling) levelling = NULL;
  g_autofree char *summary = NULL;

  relm_test_plan_set (plan->project, add (plan, "wi-1", "Begun", "per-1", "2027-05-03", "2027-05-07"), "actual_start", "2027-05-03");
  relm_test_plan_set (plan->project, add (plan, "wi-2", "Pinned", "per-1", "2027-05-05", "2027-05-06"), "scheduling", "pinned");
  levelling = relm_plan_levelling_new (plan->schedule, RELM_PLAN_LEVEL_SEED);
  summary = relm_plan_levelling_dup_summary (levelling);
  g_assert_cmpstr (summary, ==, "Nothing can move, 2 days stay over-allocated");
  g_assert_cmpuint (relm_plan_levelling_get_edits (levelling)->len, ==, 0);
}

/* What follows others is held back by a date of its own, is not taken back by what is before it, and let go when nothing holds it. */
static void
test_hold (Plan *plan,
           gconstpointer data)
{
  RelmRecord *pinned = add (plan, "wi-1", "Pinned", "per-1", "2027-05-04", "2027-05-07");
  RelmRecord *follows;
  g_autoptr (RelmPlanLevelling) levelling = NULL, back = NULL;
  g_autoptr (GArray) pending = NULL;
  g_autofree char *reason = NULL;

  relm_test_plan_set (plan->project, pinned, "scheduling", "pinned");
  add (plan, "wi-2", "Before", "per-1", "2027-05-03", "2027-05-03");
  follows = add (plan, "wi-3", "Follows", "per-1", "2027-05-04", "2027-05-05");
  relm_test_plan_add (plan->project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-1", "predecessor", "wi-2", "successor", "wi-3", NULL);
  levelling = relm_plan_levelling_new (plan->schedule, RELM_PLAN_LEVEL_SEED);
  adopt (plan, levelling);
  assert_days ((RelmSpan) { relm_record_get_date (follows, RELM_WORK_ITEM_PLANNED_START), relm_record_get_date (follows, RELM_WORK_ITEM_HELD_UNTIL) },
               "2027-05-10", "2027-05-08");
  pending = relm_plan_schedule_list_pending (plan->schedule);
  g_assert_cmpuint (pending->len, ==, 0);
  reason = relm_plan_schedule_dup_reason (plan->schedule, follows);
  g_assert_cmpstr (reason, ==, "Waits until somebody is free");
  relm_test_plan_set (plan->project, pinned, "assignee", "per-2");
  back = relm_plan_levelling_new (plan->schedule, RELM_PLAN_LEVEL_SEED);
  adopt (plan, back);
  g_assert_cmpint (relm_record_get_date (follows, RELM_WORK_ITEM_HELD_UNTIL), ==, RELM_DATE_NONE);
  assert_days ((RelmSpan) { relm_record_get_date (follows, RELM_WORK_ITEM_PLANNED_START), relm_record_get_date (follows, RELM_WORK_ITEM_PLANNED_FINISH) },
               "2027-05-04", "2027-05-05");
}

/* What begins in the middle of a day is not longer for it. */
static void
test_duration (Plan *plan,
               gconstpointer data)
{
  RelmRecord *half = add (plan, "wi-1", "Half", "per-1", "2027-05-03", "2027-05-03");
  RelmRecord *after = add (plan, "wi-2", "After", "per-1", "2027-05-04", "2027-05-04");
  g_autoptr (RelmPlanLevelling) levelling = NULL, again = NULL;

  relm_test_plan_set (plan->project, half, "duration_minutes", "240");
  relm_test_plan_add (plan->project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-1", "predecessor", "wi-1", "successor", "wi-2", NULL);
  levelling = relm_plan_levelling_new (plan->schedule, RELM_PLAN_LEVEL_SEED);
  adopt (plan, levelling);
  assert_days ((RelmSpan) { relm_record_get_date (after, RELM_WORK_ITEM_PLANNED_START), relm_record_get_date (after, RELM_WORK_ITEM_PLANNED_FINISH) },
               "2027-05-03", "2027-05-04");
  g_assert_cmpint (relm_record_get_integer (after, RELM_WORK_ITEM_DURATION), ==, 480);
  again = relm_plan_levelling_new (plan->schedule, RELM_PLAN_LEVEL_SEED);
  g_assert_cmpuint (relm_plan_levelling_get_edits (again)->len, ==, 0);
}

/* A feature that has to move is not done in the feature freeze; a bug is, and what has an exception. */
static void
test_freeze (Plan *plan,
             gconstpointer data)
{
  RelmRecord *pinned = add (plan, "wi-1", "Pinned", "per-1", "2027-05-03", "2027-05-05");
  RelmRecord *feature = add (plan, "wi-2", "Feature", "per-1", "2027-05-05", "2027-05-05");
  g_autoptr (RelmPlanLevelling) frozen = NULL, fixed = NULL, excepted = NULL;
  const RelmPlanLevelMove *move;

  relm_test_plan_set (plan->project, pinned, "scheduling", "pinned");
  relm_test_plan_set (plan->project, feature, "kind", "feature");
  relm_test_plan_add (plan->project, RELM_TYPE_FREEZE_WINDOW, "frz-1", "name", "Features", "kind", "feature", "release", "rel-1", "start",
                      "2027-05-06", "finish", "2027-05-12", NULL);
  frozen = relm_plan_levelling_new (plan->schedule, RELM_PLAN_LEVEL_SEED);
  move = relm_plan_levelling_get_moves (frozen)->pdata[0];
  assert_days (move->after, "2027-05-13", "2027-05-13");
  relm_test_plan_set (plan->project, feature, "kind", "bug");
  fixed = relm_plan_levelling_new (plan->schedule, RELM_PLAN_LEVEL_SEED);
  move = relm_plan_levelling_get_moves (fixed)->pdata[0];
  assert_days (move->after, "2027-05-06", "2027-05-06");

  relm_test_plan_set (plan->project, feature, "kind", "feature");
  relm_test_plan_add (plan->project, RELM_TYPE_EXCEPTION_REQUEST, "exr-1", "subject", "wi-2", "freeze_window", "frz-1", "state", "approved", NULL);
  excepted = relm_plan_levelling_new (plan->schedule, RELM_PLAN_LEVEL_SEED);
  move = relm_plan_levelling_get_moves (excepted)->pdata[0];
  assert_days (move->after, "2027-05-06", "2027-05-06");
}

typedef struct
{
  GAsyncResult *result;
  guint n_told;
} Answer;

static void
answer_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  ((Answer *) data)->result = g_object_ref (result);
}

static void
told_cb (double fraction,
         gpointer data)
{
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  ((Answer *) data)->n_told++;
}

static RelmPlanLevelling *
wait (Answer *answer,
      GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  while (answer->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = g_steal_pointer (&answer->result);
  return relm_plan_levelling_new_finish (result, error);
}

/* In a worker: the same answer; none when it was cancelled, or the plan is another by then. */
static void
test_worker (Plan *plan,
             gconstpointer data)
{
  RelmRecord *a = add (plan, "wi-1", "A", "per-1", "2027-05-03", "2027-05-04");
  g_autoptr (RelmPlanLevelling) levelling = NULL, none = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Answer answer = { 0 };

  add (plan, "wi-2", "B", "per-1", "2027-05-03", "2027-05-04");
  relm_plan_levelling_new_async (plan->schedule, 1, NULL, told_cb, &answer, answer_cb, &answer);
  levelling = wait (&answer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (relm_plan_levelling_get_moves (levelling)->len, ==, 1);
  g_assert_cmpuint (answer.n_told, >, 0);

  relm_plan_levelling_new_async (plan->schedule, 1, cancellable, NULL, NULL, answer_cb, &answer);
  g_cancellable_cancel (cancellable);
  none = wait (&answer, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (none);
  g_clear_error (&error);

  relm_plan_levelling_new_async (plan->schedule, 1, NULL, NULL, NULL, answer_cb, &answer);
  relm_test_plan_set (plan->project, a, "planned_finish", "2027-05-05");
  none = wait (&answer, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (none);
}

/*
 * Random plans
 */

static char *
random_date (GRand *random,
             int from,
             int to)
{
  return relm_date_format (relm_date_from_ymd (2027, 5, 3) + g_rand_int_range (random, from, to));
}

static void
add_people (Plan *plan,
            GRand *random)
{
  for (guint i = 2; i <= N_PEOPLE; i++)
    {
      g_autofree char *id = g_strdup_printf ("per-%u", i), *leave = g_strdup_printf ("exc-%u", i);
      g_autofree char *start = random_date (random, 0, 40);

      relm_test_plan_add (plan->project, RELM_TYPE_PERSON, id, "name", id, "capacity", i == 2 ? "50" : "100", NULL);
      relm_test_plan_add (plan->project, RELM_TYPE_WORK_EXCEPTION, leave, "name", "Leave", "of", id, "start", start, NULL);
    }
}

static void
add_random_item (Plan *plan,
                 GRand *random,
                 guint i)
{
  g_autofree char *id = g_strdup_printf ("wi-%u", i), *person = g_strdup_printf ("per-%d", g_rand_int_range (random, 1, N_PEOPLE + 1));
  g_autofree char *start = random_date (random, 0, 20), *share = g_strdup_printf ("%d", g_rand_int_range (random, 1, 5) * 25);
  g_autofree char *duration = g_strdup_printf ("%d", g_rand_int_range (random, 1, 12) * 240);
  RelmRecord *item = add (plan, id, id, person, start, start);

  relm_test_plan_set (plan->project, item, "duration_minutes", duration);
  relm_test_plan_set (plan->project, item, "allocation", share);
  if (g_rand_int_range (random, 0, 8) == 0)
    relm_test_plan_set (plan->project, item, "scheduling", "pinned");
  else if (g_rand_int_range (random, 0, 8) == 0)
    relm_test_plan_set (plan->project, item, "progress", "30");
  for (guint j = 0; i > 0 && j < 2; j++)
    {
      g_autofree char *dependency = g_strdup_printf ("dep-%u-%u", i, j), *before = g_strdup_printf ("wi-%d", g_rand_int_range (random, 0, (gint32) i));

      if (g_rand_boolean (random))
        relm_test_plan_add (plan->project, RELM_TYPE_SCHEDULE_DEPENDENCY, dependency, "predecessor", before, "successor", id, "type",
                            g_rand_boolean (random) ? "fs" : "ss", NULL);
    }
}

static gboolean
may_move (RelmRecord *record)
{
  return g_strcmp0 (relm_record_get_string (record, RELM_WORK_ITEM_SCHEDULING), "pinned") != 0 &&
         relm_record_get_integer (record, RELM_WORK_ITEM_PROGRESS) == 0;
}

/* A day is overfull only where all that is done on it may not move. */
static void
assert_level (Plan *plan)
{
  g_autoptr (RelmPlanLoad) load = relm_plan_load_new (plan->schedule);
  g_autoptr (GArray) over = relm_plan_load_list_over (load);

  for (guint i = 0; i < over->len; i++)
    {
      const RelmPlanOver *at = &g_array_index (over, RelmPlanOver, i);

      for (RelmDate day = at->days.start; day <= at->days.finish; day++)
        {
          g_autoptr (GPtrArray) records = relm_plan_load_list_records (load, at->row, (RelmSpan) { day, day });

          for (guint j = 0; relm_plan_load_get_day (load, at->row, day).over && j < records->len; j++)
            g_assert_false (may_move (records->pdata[j]));
        }
    }
}

static gboolean
is_sooner (RelmPlanLevelling *levelling)
{
  const GArray *releases = relm_plan_levelling_get_releases (levelling);

  for (guint i = 0; i < releases->len; i++)
    if (g_array_index (releases, RelmPlanLevelRelease, i).after < g_array_index (releases, RelmPlanLevelRelease, i).before)
      return TRUE;
  return FALSE;
}

static void
level_random (guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GBytes) before = NULL, after = NULL;
  g_autoptr (RelmPlanLevelling) levelling = NULL, again = NULL;
  Plan plan = { 0 };

  set_up (&plan, NULL);
  add_people (&plan, random);
  for (guint i = 0; i < N_ITEMS; i++)
    add_random_item (&plan, random, i);
  before = relm_format_write (plan.project);
  levelling = relm_plan_levelling_new (plan.schedule, seed);
  again = relm_plan_levelling_new (plan.schedule, seed);
  g_assert_cmpmem (relm_plan_levelling_get_edits (levelling)->data, relm_plan_levelling_get_edits (levelling)->len * sizeof (RelmPlanEdit),
                   relm_plan_levelling_get_edits (again)->data, relm_plan_levelling_get_edits (again)->len * sizeof (RelmPlanEdit));
  for (guint i = 0; i < relm_plan_levelling_get_moves (levelling)->len; i++)
    g_assert_true (may_move (((RelmPlanLevelMove *) relm_plan_levelling_get_moves (levelling)->pdata[i])->record));
  adopt (&plan, levelling);
  assert_level (&plan);
  g_clear_pointer (&again, relm_plan_levelling_free);
  /* What is level moves only to be done sooner. */
  again = relm_plan_levelling_new (plan.schedule, seed);
  if (relm_plan_levelling_get_moves (again)->len > 0)
    g_assert_true (is_sooner (again));
  if (relm_document_get_can_undo (plan.document))
    relm_document_undo (plan.document);
  after = relm_format_write (plan.project);
  g_assert_true (g_bytes_equal (before, after));
  tear_down (&plan, NULL);
}

static void
test_random (void)
{
  for (guint i = 0; i < N_PLANS; i++)
    level_random (i);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/planning/levelling/" name, Plan, NULL, set_up, function, tear_down)
  ADD ("preview", test_preview);
  ADD ("left", test_left);
  ADD ("hold", test_hold);
  ADD ("duration", test_duration);
  ADD ("freeze", test_freeze);
  ADD ("worker", test_worker);
#undef ADD
  g_test_add_func ("/planning/levelling/random", test_random);
  return g_test_run ();
}
