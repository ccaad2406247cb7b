/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Random drags of whatever can be taken hold of: nothing changes before it is let go; then what was dragged changes
 * and nothing else, as one step, until somebody says that the others shall move too, which joins that step; undo brings the very
 * bytes back, and redo the others. On Escape nothing has happened.
 */

#include "config.h"

#include <adwaita.h>

#include "relm-format.h"
#include "relm-schedule-dependency.h"
#include "relm-test-plan.h"
#include "relm-timeline-fixture.h"
#include "relm-timeline-page.h"
#include "relm-timeline-sample.h"
#include "relm-work-item.h"

#define N_DRAGS 150
#define N_ITEMS 30
#define N_LINKS 20

typedef struct
{
  GRand *random;
  RelmDocument *document;
  RelmProject *project; /* the document's */
  RelmViewState *state;
  GtkWidget *window;
  RelmTimeline *timeline;
  GHashTable *dragged; /* records */
  gboolean is_strict;  /* only these may change */
  guint n_moved, n_linked, n_cancelled, n_followed;
} Run;

static gint32
choose (Run *run,
        gint32 first,
        gint32 end)
{
  return g_rand_int_range (run->random, first, end);
}

static void
add_items (Run *run,
           RelmProject *project)
{
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *id = g_strdup_printf ("wi-more-%u", i);
      g_autofree char *start = relm_date_format (relm_date_from_ymd (2027, 5, 1) + choose (run, 0, 90));
      RelmRecord *item = relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, id, "title", id, "release", "rel-one", "planned_start", start,
                                             NULL);
      g_autofree char *finish = relm_date_format (relm_record_get_date (item, RELM_WORK_ITEM_PLANNED_START) + choose (run, 0, 30));

      relm_test_plan_set (project, item, "planned_finish", finish);
    }
  for (guint i = 0; i < N_LINKS; i++)
    {
      const gint32 to = choose (run, 1, N_ITEMS);
      g_autofree char *id = g_strdup_printf ("dep-more-%u", i);
      g_autofree char *from_id = g_strdup_printf ("wi-more-%d", choose (run, 0, to));
      g_autofree char *to_id = g_strdup_printf ("wi-more-%d", to);

      relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, id, "predecessor", from_id, "successor", to_id, NULL);
    }
}

static void
changed_cb (Run *run,
            guint type,
            RelmRecord *record)
{
  if (type == RELM_CHANGE_SET && run->is_strict && !RELM_IS_SCHEDULE_DEPENDENCY (record)) /* a link that is made is filled in */
    g_assert_true (g_hash_table_contains (run->dragged, record));
}

static void
set_up (Run *run)
{
  g_autoptr (RelmProject) project = relm_timeline_sample_new ();
  RelmTimelinePage *page = relm_timeline_page_new ();

  add_items (run, project);
  run->document = relm_document_new (project);
  run->project = relm_document_get_project (run->document);
  run->dragged = g_hash_table_new (NULL, NULL);
  g_signal_connect_swapped (run->project, "changed", G_CALLBACK (changed_cb), run);
  run->state = relm_view_state_new ();
  relm_view_state_set_document (run->state, run->document);
  run->timeline = relm_timeline_page_get_timeline (page);
  relm_page_set_view_state (RELM_PAGE (page), run->state);
  run->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (run->window), GTK_WIDGET (page));
  gtk_window_set_default_size (GTK_WINDOW (run->window), 1000, 800);
  gtk_window_present (GTK_WINDOW (run->window));
  relm_timeline_fixture_wait (run->window, 3);
}

static void
tear_down (Run *run)
{
  g_signal_handlers_disconnect_by_data (run->project, run);
  gtk_window_destroy (GTK_WINDOW (run->window));
  g_object_unref (run->state);
  g_object_unref (run->document);
  g_hash_table_unref (run->dragged);
}

static GBytes *
write_out (Run *run)
{
  return relm_format_write (run->project);
}

static void
assert_bytes (Run *run,
              GBytes *expected)
{
  g_autoptr (GBytes) now = write_out (run);

  g_assert_true (g_bytes_equal (now, expected));
}

/* Somewhere on, or just beside, something that is in sight. */
static void
choose_place (Run *run,
              double *x,
              double *y)
{
  RelmTimelineLayout *layout = _relm_timeline_get_layout (run->timeline);
  const RelmTimelineItem *item = relm_timeline_layout_get_item (layout, (guint) choose (run, 0, (gint32) relm_timeline_layout_get_n_items (layout)));
  graphene_rect_t rect;

  relm_timeline_scroll_to (run->timeline, item->record);
  relm_timeline_fixture_wait (run->window, 1);
  layout = _relm_timeline_get_layout (run->timeline);
  rect = _relm_timeline_get_item_rect (run->timeline, relm_timeline_layout_find (layout, item->record));
  *x = rect.origin.x - 14 + g_rand_double_range (run->random, 0, rect.size.width + 28);
  *y = rect.origin.y + g_rand_double_range (run->random, 1, rect.size.height - 1);
}

static void
note_dragged (Run *run)
{
  GArray *parts = run->timeline->drag.parts;

  g_hash_table_remove_all (run->dragged);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    g_hash_table_add (run->dragged, g_array_index (parts, RelmTimelinePart, i).record);
}

/* Lets go, and says what shall become of what follows. */
static void
drop (Run *run)
{
  const char *answer = choose (run, 0, 2) == 0 ? "timeline-page.move-others" : "timeline-page.leave-others";

  note_dragged (run);
  run->is_strict = TRUE;
  _relm_timeline_drop (run->timeline);
  run->is_strict = FALSE;
  run->n_followed += run->timeline->ghosts != NULL;
  gtk_widget_activate_action (GTK_WIDGET (run->timeline), answer, NULL);
  relm_timeline_fixture_wait (run->window, 1);
}

static void
drag_once (Run *run)
{
  g_autoptr (GBytes) before = write_out (run);
  g_autoptr (GBytes) after = NULL;
  RelmTimelineHold hold;
  double x, y;

  choose_place (run, &x, &y);
  if (!_relm_timeline_begin_drag (run->timeline, x, y))
    return;
  hold = run->timeline->drag.hold;
  for (gint32 i = choose (run, 1, 4); i > 0; i--)
    _relm_timeline_drag_to (run->timeline, x + choose (run, -250, 250), y + choose (run, -80, 80));
  assert_bytes (run, before);
  if (choose (run, 0, 5) == 0)
    {
      _relm_timeline_cancel_drag (run->timeline);
      run->n_cancelled++;
      assert_bytes (run, before);
      return;
    }
  drop (run);
  after = write_out (run);
  if (g_bytes_equal (before, after))
    return;
  run->n_linked += hold == RELM_TIMELINE_HOLD_LINK_START || hold == RELM_TIMELINE_HOLD_LINK_FINISH;
  run->n_moved++;
  relm_document_undo (run->document);
  assert_bytes (run, before);
  relm_document_redo (run->document);
  assert_bytes (run, after);
}

static void
test_undo_of_any_drag (gconstpointer data)
{
  Run run = { .random = g_rand_new_with_seed ((guint32) g_test_rand_int ()) };
  g_autoptr (GBytes) first = NULL;

  gtk_widget_set_default_direction (data != NULL ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  set_up (&run);
  first = write_out (&run);
  for (guint i = 0; i < N_DRAGS; i++)
    drag_once (&run);
  g_test_message ("%u drags changed something, %u of them made links, %u were cancelled, %u had others to move", run.n_moved,
                  run.n_linked, run.n_cancelled, run.n_followed);
  g_assert_cmpuint (run.n_moved, >, N_DRAGS / 8);
  g_assert_cmpuint (run.n_linked, >, 0);
  g_assert_cmpuint (run.n_cancelled, >, 0);
  g_assert_cmpuint (run.n_followed, >, 0);
  while (relm_document_get_can_undo (run.document))
    relm_document_undo (run.document);
  assert_bytes (&run, first);
  tear_down (&run);
  g_rand_free (run.random);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_data_func ("/timeline-drags/undo", NULL, test_undo_of_any_drag);
  g_test_add_data_func ("/timeline-drags/undo/right-to-left", "rtl", test_undo_of_any_drag);
  return g_test_run ();
}
