/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A layout that has followed edits is the same as one that is made anew: random plans, shown in all ways, through random edits
 * that are undone and done again.
 */

#include "config.h"

#include "relm-baseline-item.h"
#include "relm-baseline.h"
#include "relm-document.h"
#include "relm-milestone.h"
#include "relm-phase.h"
#include "relm-plan-baseline.h"
#include "relm-release.h"
#include "relm-schedule-dependency.h"
#include "relm-test-random-plan.h"
#include "relm-timeline-layout.h"
#include "relm-work-item.h"

#define N_PLANS 300
#define N_STEPS 60

typedef struct
{
  RelmRandomPlan plan;
  RelmDocument *document;
  RelmTimelineView view;
  RelmTimelineLayout *layout; /* NULL when it is to be made anew */
  GHashTable *touched;
  guint n_followed;
  guint n_made;
} Run;

static void
assert_same_rows (RelmTimelineLayout *layout,
                  RelmTimelineLayout *fresh)
{
  g_assert_cmpuint (relm_timeline_layout_get_n_rows (layout), ==, relm_timeline_layout_get_n_rows (fresh));
  for (guint i = 0; i < relm_timeline_layout_get_n_rows (fresh); i++)
    {
      const RelmTimelineRow *row = relm_timeline_layout_get_row (layout, i);
      const RelmTimelineRow *expected = relm_timeline_layout_get_row (fresh, i);

      g_assert_true (row->record == expected->record);
      g_assert_cmpstr (row->key, ==, expected->key);
      g_assert_cmpstr (row->label, ==, expected->label);
      g_assert_cmpuint (row->depth, ==, expected->depth);
      g_assert_cmpuint (row->parent, ==, expected->parent);
      g_assert_cmpint (row->collapsed, ==, expected->collapsed);
      g_assert_cmpint (row->has_rows, ==, expected->has_rows);
      g_assert_cmpuint (row->first_item, ==, expected->first_item);
      g_assert_cmpuint (row->n_items, ==, expected->n_items);
    }
}

static void
assert_same_items (RelmTimelineLayout *layout,
                   RelmTimelineLayout *fresh)
{
  g_assert_cmpuint (relm_timeline_layout_get_n_items (layout), ==, relm_timeline_layout_get_n_items (fresh));
  for (guint i = 0; i < relm_timeline_layout_get_n_items (fresh); i++)
    {
      const RelmTimelineItem *item = relm_timeline_layout_get_item (layout, i);
      const RelmTimelineItem *expected = relm_timeline_layout_get_item (fresh, i);

      g_assert_true (item->record == expected->record);
      g_assert_cmpint (item->shape, ==, expected->shape);
      g_assert_cmpuint (item->row, ==, expected->row);
      g_assert_cmpint (item->span.start, ==, expected->span.start);
      g_assert_cmpint (item->span.finish, ==, expected->span.finish);
      g_assert_cmpint (item->linked, ==, expected->linked);
    }
}

static void
assert_same_links (RelmTimelineLayout *layout,
                   RelmTimelineLayout *fresh)
{
  g_assert_cmpuint (relm_timeline_layout_get_n_links (layout), ==, relm_timeline_layout_get_n_links (fresh));
  for (guint i = 0; i < relm_timeline_layout_get_n_links (fresh); i++)
    {
      const RelmTimelineLink *link = relm_timeline_layout_get_link (layout, i);
      const RelmTimelineLink *expected = relm_timeline_layout_get_link (fresh, i);

      g_assert_true (link->record == expected->record);
      g_assert_cmpuint (link->from, ==, expected->from);
      g_assert_cmpuint (link->to, ==, expected->to);
      g_assert_cmpint (link->from_finish, ==, expected->from_finish);
      g_assert_cmpint (link->to_finish, ==, expected->to_finish);
      g_assert_cmpuint (link->place, ==, expected->place);
      g_assert_cmpuint (link->n_places, ==, expected->n_places);
      g_assert_cmpuint (relm_timeline_layout_find_link (layout, link->record), ==, i);
    }
}

static void
assert_same_numbers (GArray *numbers,
                     GArray *expected)
{
  g_assert_cmpmem (numbers->data, numbers->len * sizeof (guint), expected->data, expected->len * sizeof (guint));
}

static void
assert_same_queries (Run *run,
                     RelmTimelineLayout *fresh)
{
  const guint n_rows = relm_timeline_layout_get_n_rows (fresh);
  const RelmDate start = relm_date_from_ymd (2027, 5, 1) + g_rand_int_range (run->plan.random, 0, 80);
  const RelmDate finish = start + g_rand_int_range (run->plan.random, 0, 40);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint)), expected = g_array_new (FALSE, FALSE, sizeof (guint));
      const guint last = (guint) g_rand_int_range (run->plan.random, (gint32) i, (gint32) n_rows);

      relm_timeline_layout_query (run->layout, i, start, finish, found);
      relm_timeline_layout_query (fresh, i, start, finish, expected);
      assert_same_numbers (found, expected);
      g_array_set_size (found, 0);
      g_array_set_size (expected, 0);
      relm_timeline_layout_query_links (run->layout, i, last, found);
      relm_timeline_layout_query_links (fresh, i, last, expected);
      assert_same_numbers (found, expected);
    }
}

static void
assert_same_places (Run *run,
                    RelmTimelineLayout *fresh)
{
  for (guint i = 0; i < relm_project_get_n_lists (run->plan.project); i++)
    {
      RelmRecordList *list = relm_project_get_list_at (run->plan.project, i);

      for (guint j = 0; j < relm_record_list_get_size (list); j++)
        {
          RelmRecord *record = relm_record_list_get (list, j);

          g_assert_cmpuint (relm_timeline_layout_find (run->layout, record), ==, relm_timeline_layout_find (fresh, record));
          g_assert_cmpuint (relm_timeline_layout_find_row (run->layout, record), ==, relm_timeline_layout_find_row (fresh, record));
          g_assert_cmpuint (relm_timeline_layout_find_hiding (run->layout, record), ==, relm_timeline_layout_find_hiding (fresh, record));
          g_assert_cmpuint (relm_timeline_layout_find_visible (run->layout, record), ==, relm_timeline_layout_find_visible (fresh, record));
        }
    }
}

static void
assert_same (Run *run)
{
  g_autoptr (RelmTimelineLayout) fresh = relm_timeline_layout_new (run->plan.project, &run->view);
  GPtrArray *unscheduled = relm_timeline_layout_get_unscheduled (run->layout);
  GPtrArray *expected = relm_timeline_layout_get_unscheduled (fresh);

  assert_same_rows (run->layout, fresh);
  assert_same_items (run->layout, fresh);
  assert_same_links (run->layout, fresh);
  assert_same_queries (run, fresh);
  assert_same_places (run, fresh);
  g_assert_cmpmem (unscheduled->pdata, unscheduled->len * sizeof (gpointer), expected->pdata, expected->len * sizeof (gpointer));
  g_assert_cmpint (relm_timeline_layout_get_span (run->layout).start, ==, relm_timeline_layout_get_span (fresh).start);
  g_assert_cmpint (relm_timeline_layout_get_span (run->layout).finish, ==, relm_timeline_layout_get_span (fresh).finish);
}

static void
changed_cb (Run *run,
            guint type,
            RelmRecord *record,
            guint field)
{
  switch (relm_timeline_layout_judge ((RelmChangeType) type, record, field))
    {
    case RELM_TIMELINE_EFFECT_DATES:
      g_hash_table_add (run->touched, g_object_ref (record));
      break;
    case RELM_TIMELINE_EFFECT_ROWS:
      g_clear_pointer (&run->layout, relm_timeline_layout_free);
      break;
    case RELM_TIMELINE_EFFECT_NONE:
    default:
      break;
    }
}

static void
follow (Run *run)
{
  if (run->layout != NULL && relm_timeline_layout_update (run->layout, run->plan.project, &run->view, run->touched))
    run->n_followed++;
  else
    {
      g_clear_pointer (&run->layout, relm_timeline_layout_free);
      run->layout = relm_timeline_layout_new (run->plan.project, &run->view);
      run->n_made++;
    }
  g_hash_table_remove_all (run->touched);
}

static void
set_date (Run *run,
          RelmRecord *record,
          const char *name,
          RelmDate date)
{
  const int field = relm_kind_find_field (relm_record_get_kind (record), name);

  if (field >= 0)
    relm_document_set_date (run->document, record, (guint) field, date, NULL);
}

static void
set_text (Run *run,
          RelmRecord *record,
          const char *name,
          const char *text)
{
  const int field = relm_kind_find_field (relm_record_get_kind (record), name);

  if (field >= 0)
    relm_document_set_string (run->document, record, (guint) field, text, NULL);
}

static RelmRecord *
pick (Run *run)
{
  g_autofree char *id = relm_random_plan_pick_end (&run->plan);

  return relm_project_lookup (run->plan.project, id);
}

static RelmDate
pick_date (Run *run)
{
  return relm_date_from_ymd (2027, 5, 3) + g_rand_int_range (run->plan.random, 0, 70);
}

/* When it is: any of its ends, or both, or that of a release or a milestone. */
static void
move (Run *run)
{
  static const char *const fields[] = { "planned_start", "planned_finish", "planned", "planned", "actual_finish", "actual_start", "deadline" };
  RelmRecord *record = pick (run);
  const RelmDate start = pick_date (run);

  if (record == NULL)
    return;
  if (g_rand_int_range (run->plan.random, 0, 3) > 0)
    {
      set_date (run, record, "planned_start", start);
      set_date (run, record, "planned_finish", start + g_rand_int_range (run->plan.random, 0, 20));
      set_date (run, record, "planned", start);
    }
  else
    set_date (run, record, fields[g_rand_int_range (run->plan.random, 0, G_N_ELEMENTS (fields))],
              g_rand_int_range (run->plan.random, 0, 3) == 0 ? RELM_DATE_NONE : start);
}

static RelmRecord *
pick_dependency (Run *run)
{
  RelmRecordList *list = relm_project_get_list (run->plan.project, RELM_TYPE_SCHEDULE_DEPENDENCY);
  const guint n = relm_record_list_get_size (list);

  return n > 0 ? relm_record_list_get (list, (guint) g_rand_int_range (run->plan.random, 0, (gint32) n)) : NULL;
}

static void
relate (Run *run)
{
  static const char *const types[] = { "fs", "ss", "ff", "sf" };
  g_autofree char *from = relm_random_plan_pick_end (&run->plan);
  g_autofree char *to = relm_random_plan_pick_end (&run->plan);
  const gint32 what = g_rand_int_range (run->plan.random, 0, 4);
  RelmRecord *dependency = what == 0 ? relm_document_add (run->document, RELM_TYPE_SCHEDULE_DEPENDENCY, G_MAXUINT) : pick_dependency (run);

  if (dependency == NULL)
    return;
  if (what == 0)
    set_text (run, dependency, "predecessor", from);
  if (what < 2)
    set_text (run, dependency, "successor", to);
  else if (what == 2)
    set_text (run, dependency, "type", types[g_rand_int_range (run->plan.random, 0, 4)]);
  else
    relm_document_remove (run->document, dependency);
  /* What would close a circle is refused. */
  if (what == 0 && relm_record_get_string (dependency, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR) == NULL)
    relm_document_remove (run->document, dependency);
}

/* Where it belongs. Circles come about as well. */
static void
regroup (Run *run)
{
  static const char *const fields[] = { "release", "phase", "parent", "assignee" };
  static const char *const targets[] = { "rel", "ph", "wi", "per" };
  const gint32 field = g_rand_int_range (run->plan.random, 0, 4);
  g_autofree char *target = relm_random_plan_pick_id (&run->plan, targets[field], field == 2 ? RELM_RANDOM_PLAN_ITEMS : 2);
  RelmRecord *record = pick (run);

  if (record != NULL)
    set_text (run, record, fields[field], g_rand_int_range (run->plan.random, 0, 4) == 0 ? NULL : target);
}

static void
edit_once (Run *run)
{
  const gint32 what = g_rand_int_range (run->plan.random, 0, 24);
  RelmRecord *record = pick (run);

  if (what < 16 || record == NULL)
    move (run);
  else if (what < 18)
    set_text (run, record, "state", g_rand_boolean (run->plan.random) ? "done" : RELM_IS_RELEASE (record) ? "released" : "open");
  else if (what < 19)
    set_text (run, record, "title", "Another");
  else if (what < 20)
    relate (run);
  else if (what < 21)
    regroup (run);
  else if (what < 22 && RELM_IS_WORK_ITEM (record))
    relm_document_remove (run->document, record);
  else if (what < 23)
    set_date (run, relm_document_add (run->document, RELM_TYPE_WORK_ITEM, (guint) g_rand_int_range (run->plan.random, 0, 5)), "planned_start", pick_date (run));
}

static void
take_step (Run *run)
{
  const gint32 what = g_rand_int_range (run->plan.random, 0, 10);

  if (what < 2 && relm_document_get_can_undo (run->document))
    relm_document_undo (run->document);
  else if (what < 3 && relm_document_get_can_redo (run->document))
    relm_document_redo (run->document);
  else
    {
      relm_document_edit_begin (run->document, "Edit");
      for (gint32 i = g_rand_int_range (run->plan.random, 1, 5); i > 0; i--)
        if (what < 5)
          edit_once (run);
        else
          move (run);
      relm_document_edit_end (run->document);
    }
}

static void
choose_view (Run *run,
             guint seed)
{
  static const char *const keys[] = { "rel-0", "rel-1", "ph-0", "wi-0", "wi-2", "wi-8", "", "general", "gone" };

  run->view.grouping = (RelmTimelineGrouping) (seed % 5);
  run->view.folds = (RelmTimelineFolds) (seed / 5 % 3);
  run->view.toggled = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_rand_int_range (run->plan.random, 0, 4) == 0)
      g_hash_table_add (run->view.toggled, (char *) keys[i]);
  if (seed % 7 == 0)
    run->view.release = relm_project_lookup (run->plan.project, "rel-0");
}

/* Of some items, a release and a milestone. */
static void
take_baseline (Run *run)
{
  static const char *const others[] = { "rel-1", "ms-0", "wi-25" };

  run->view.baseline = relm_test_plan_add (run->plan.project, RELM_TYPE_BASELINE, "bas-0", "name", "Promised", NULL);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("bit-%u", i), *item = g_strdup_printf ("wi-%u", i), *day = relm_date_format (pick_date (run));

      relm_test_plan_add (run->plan.project, RELM_TYPE_BASELINE_ITEM, id, "baseline", "bas-0", "record",
                          i < G_N_ELEMENTS (others) ? others[i] : item, "start", day, "finish", day, NULL);
    }
}

static void
set_up (Run *run,
        guint seed)
{
  relm_random_plan_set_up_releases (&run->plan, seed);
  for (guint i = 0; i < 40; i++)
    relm_random_plan_edit_any_dependency (&run->plan);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *id = g_strdup_printf ("ms-%u", i + 2), *day = relm_date_format (pick_date (run));

      relm_test_plan_add (run->plan.project, RELM_TYPE_MILESTONE, id, "release", i % 2 == 0 ? "rel-0" : "rel-1", "planned", day, NULL);
    }
  if (seed % 4 == 0)
    take_baseline (run);
  run->document = relm_document_new (run->plan.project);
  run->touched = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  choose_view (run, seed);
  g_signal_connect_swapped (run->plan.project, "changed", G_CALLBACK (changed_cb), run);
}

static void
tear_down (Run *run)
{
  g_signal_handlers_disconnect_by_data (run->plan.project, run);
  g_clear_pointer (&run->layout, relm_timeline_layout_free);
  g_hash_table_unref (run->touched);
  g_hash_table_unref (run->view.toggled);
  g_object_unref (run->document);
  relm_random_plan_tear_down (&run->plan);
}

static void
test_random (void)
{
  guint n_followed = 0;

  for (guint seed = 0; seed < N_PLANS; seed++)
    {
      Run run = { 0 };

      set_up (&run, seed);
      follow (&run);
      for (guint i = 0; i < N_STEPS; i++)
        {
          take_step (&run);
          follow (&run);
          assert_same (&run);
        }
      n_followed += run.n_followed;
      tear_down (&run);
    }
  g_test_message ("%u of %u steps were followed", n_followed, N_PLANS * N_STEPS);
  g_assert_cmpuint (n_followed, >, N_PLANS * N_STEPS / 3);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/layout-update/random", test_random);
  return g_test_run ();
}
