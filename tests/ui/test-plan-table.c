/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan's table on the timeline's page. With RELM_PICTURES set to a folder, leaves pictures of it there. */

#include "config.h"

#include <adwaita.h>

#include "relm-baseline.h"
#include "relm-milestone.h"
#include "relm-person.h"
#include "relm-phase.h"
#include "relm-plan-paste.h"
#include "relm-plan-table-private.h"
#include "relm-plan.h"
#include "relm-timeline-fixture.h"
#include "relm-timeline-page-private.h"
#include "relm-timeline-sample.h"
#include "relm-work-item.h"

typedef struct
{
  RelmDocument *document;
  RelmViewState *state;
  GtkWidget *window;
  RelmTimelinePage *page;
  RelmPlanTable *table;
  RelmTimeline *timeline;
} Fixture;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
wait_for (guint milliseconds)
{
  const gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
show (Fixture *fixture,
      int width,
      int height,
      const char *layout)
{
  RelmDate today;

  g_assert_true (relm_date_parse (RELM_TIMELINE_SAMPLE_TODAY, &today));
  fixture->window = adw_window_new ();
  fixture->page = relm_timeline_page_new ();
  fixture->timeline = relm_timeline_page_get_timeline (fixture->page);
  fixture->table = fixture->page->table;
  relm_timeline_page_set_view_state (fixture->page, fixture->state);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.layout", "s", layout);
  gtk_window_present (GTK_WINDOW (fixture->window));
  relm_timeline_set_today (fixture->timeline, today);
  relm_timeline_fit (fixture->timeline);
  relm_timeline_fixture_wait (fixture->window, 3);
}

static void
setup (Fixture *fixture,
       gconstpointer data)
{
  g_autoptr (RelmProject) project = relm_timeline_sample_new ();

  fixture->document = relm_document_new (project);
  fixture->state = relm_view_state_new ();
  relm_view_state_set_document (fixture->state, fixture->document);
}

static void
teardown (Fixture *fixture,
          gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->state);
  g_assert_finalize_object (fixture->document);
}

static RelmRecord *
look_up (Fixture *fixture,
         const char *id)
{
  return relm_project_lookup (relm_document_get_project (fixture->document), id);
}

static RelmPlanRow *
get_row (Fixture *fixture,
         const char *id)
{
  return relm_plan_outline_find (relm_plan_sheet_get_outline (relm_plan_table_get_sheet (fixture->table)), look_up (fixture, id));
}

static void
assert_text (Fixture *fixture,
             const char *id,
             RelmPlanColumn column,
             const char *expected)
{
  g_autofree char *text = relm_plan_sheet_dup_text (relm_plan_table_get_sheet (fixture->table), get_row (fixture, id), column);

  g_assert_cmpstr (text, ==, expected);
}

/* The titles of the rows, as they are shown one below the other. */
static char *
dup_titles (Fixture *fixture)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  GListModel *model = G_LIST_MODEL (relm_plan_table_get_selection (fixture->table));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, i);
      g_autoptr (RelmPlanRow) item = gtk_tree_list_row_get_item (row);

      g_string_append_printf (titles, "%s%u %s", i > 0 ? "|" : "", gtk_tree_list_row_get_depth (row), relm_record_get_id (item->record));
    }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
take_picture (Fixture *fixture,
              const char *name)
{
  GtkWidget *window = fixture->window;
  const char *suffix = g_getenv ("RELM_PICTURES_SUFFIX");
  g_autofree char *file = g_strdup_printf ("%s%s.png", name, suffix != NULL ? suffix : "");
  g_autofree char *path = g_build_filename (g_getenv ("RELM_PICTURES"), file, NULL);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  wait_for (250);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window), gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gdk_texture_save_to_png (texture, path);
}

static void
test_pictures (Fixture *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *layout;
    int width, height;
    gboolean dark, mirrored;
    const char *release, *selected;
  } pictures[] = {
    { "table-1000", "table", 1000, 600, FALSE, FALSE, NULL, "wi-two" },
    { "table-dark-1000", "table", 1000, 600, TRUE, FALSE, "rel-one", "wi-three" },
    { "table-360", "table", 360, 640, FALSE, FALSE, "rel-one", NULL },
    { "table-narrow-360", "both", 360, 640, FALSE, FALSE, "rel-one", NULL },
    { "table-both-1400", "both", 1400, 700, FALSE, FALSE, NULL, "wi-two" },
    { "table-both-rtl-1400", "both", 1400, 700, TRUE, TRUE, NULL, "wi-three" },
  };
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (g_getenv ("RELM_PICTURES") == NULL)
    {
      g_test_skip ("RELM_PICTURES is not set");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      gtk_widget_set_default_direction (pictures[i].mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      adw_style_manager_set_color_scheme (style, pictures[i].dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      relm_view_state_set_release (fixture->state, pictures[i].release != NULL ? look_up (fixture, pictures[i].release) : NULL);
      show (fixture, pictures[i].width, pictures[i].height, pictures[i].layout);
      relm_view_state_set_selected (fixture->state, pictures[i].selected != NULL ? look_up (fixture, pictures[i].selected) : NULL);
      take_picture (fixture, pictures[i].name);
      gtk_window_destroy (GTK_WINDOW (fixture->window));
      fixture->window = NULL;
      relm_view_state_set_selected (fixture->state, NULL);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  relm_view_state_set_release (fixture->state, NULL);
}

static void
test_rows (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *roadmap = NULL;
  g_autofree char *release = NULL;

  show (fixture, 1000, 700, "table");
  roadmap = dup_titles (fixture);
  g_assert_cmpstr (roadmap, ==,
                   "0 rel-one|1 pha-one|1 pha-two|2 wi-one|2 wi-four|2 wi-two|2 wi-three|2 wi-five|1 pha-three|1 mil-three|1 mil-one|"
                   "1 mil-two|1 wi-six|1 wi-undated|0 rel-two|0 rel-old|0 mil-free");
  relm_view_state_set_release (fixture->state, look_up (fixture, "rel-old"));
  settle ();
  release = dup_titles (fixture);
  g_assert_cmpstr (release, ==, "0 rel-old");
}

/* Numbers are those of the whole plan, dates those that are computed, and durations of working time. */
static void
test_cells (Fixture *fixture,
            gconstpointer data)
{
  show (fixture, 1000, 700, "table");
  assert_text (fixture, "rel-one", RELM_PLAN_NUMBER, "1");
  assert_text (fixture, "wi-one", RELM_PLAN_NUMBER, "4");
  assert_text (fixture, "wi-one", RELM_PLAN_START, "26 Apr 2027");
  assert_text (fixture, "wi-one", RELM_PLAN_FINISH, "2 May 2027");
  assert_text (fixture, "wi-six", RELM_PLAN_DURATION, "11\302\240d");
  assert_text (fixture, "wi-two", RELM_PLAN_PREDECESSORS, "4");
  assert_text (fixture, "wi-three", RELM_PLAN_PREDECESSORS, "6FF, 11");
  assert_text (fixture, "mil-one", RELM_PLAN_DURATION, "");
  assert_text (fixture, "mil-one", RELM_PLAN_FINISH, "3 May 2027");
  assert_text (fixture, "wi-undated", RELM_PLAN_START, "");
  assert_text (fixture, "wi-one", RELM_PLAN_FLOAT, "");
}

/* Writes into a cell as a person does: Enter to begin, Enter to end. Whether it was taken. */
static gboolean
write_cell (Fixture *fixture,
            const char *id,
            RelmPlanColumn column,
            const char *text)
{
  RelmPlanCell *cell = relm_plan_columns_find_cell (fixture->table->columns, get_row (fixture, id), column);

  g_assert_nonnull (cell);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  g_assert_true (relm_cell_edit (RELM_CELL (cell)));
  gtk_editable_set_text (relm_cell_get_entry (RELM_CELL (cell)), text);
  g_signal_emit_by_name (relm_cell_get_entry (RELM_CELL (cell)), "activate");
  if (relm_cell_is_editing (RELM_CELL (cell)))
    {
      relm_cell_drop (RELM_CELL (cell));
      return FALSE;
    }
  settle ();
  relm_timeline_fixture_wait (fixture->window, 2);
  return TRUE;
}

static gboolean
can_edit (Fixture *fixture,
          const char *id,
          RelmPlanColumn column)
{
  return relm_plan_sheet_is_editable (relm_plan_table_get_sheet (fixture->table), get_row (fixture, id), column);
}

static void
assert_date (Fixture *fixture,
             const char *id,
             guint field,
             const char *expected)
{
  g_autofree char *text = relm_date_format (relm_record_get_date (look_up (fixture, id), field));

  g_assert_cmpstr (text, ==, expected);
}

/* Each is one step to undo, with a name that people read. */
static void
test_write (Fixture *fixture,
            gconstpointer data)
{
  show (fixture, 1200, 700, "table");
  g_assert_true (write_cell (fixture, "wi-six", RELM_PLAN_TITLE, "Publish it"));
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Change Title of “Publish on Flathub”");
  assert_text (fixture, "wi-six", RELM_PLAN_TITLE, "Publish it");

  g_assert_true (write_cell (fixture, "wi-six", RELM_PLAN_START, "2027-09-06"));
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Move “Publish it”");
  assert_date (fixture, "wi-six", RELM_WORK_ITEM_PLANNED_START, "2027-09-06");
  assert_date (fixture, "wi-six", RELM_WORK_ITEM_PLANNED_FINISH, "2027-09-20");
  assert_text (fixture, "wi-six", RELM_PLAN_DURATION, "11\302\240d");
  relm_document_undo (fixture->document);
  assert_date (fixture, "wi-six", RELM_WORK_ITEM_PLANNED_START, "2027-09-01");
  assert_date (fixture, "wi-six", RELM_WORK_ITEM_PLANNED_FINISH, "2027-09-15");

  g_assert_true (write_cell (fixture, "wi-six", RELM_PLAN_FINISH, "2027-09-10"));
  assert_date (fixture, "wi-six", RELM_WORK_ITEM_PLANNED_START, "2027-09-01");
  assert_text (fixture, "wi-six", RELM_PLAN_DURATION, "8\302\240d");

  g_assert_true (write_cell (fixture, "wi-six", RELM_PLAN_DURATION, "3 d"));
  assert_date (fixture, "wi-six", RELM_WORK_ITEM_PLANNED_FINISH, "2027-09-03");
  assert_text (fixture, "wi-six", RELM_PLAN_DURATION, "3\302\240d");
  relm_document_undo (fixture->document);
  relm_document_undo (fixture->document);
  relm_document_undo (fixture->document);
  assert_text (fixture, "wi-six", RELM_PLAN_TITLE, "Publish on Flathub");
  g_assert_false (relm_document_get_can_undo (fixture->document));
}

/* What has no dates gets them, and loses them again when they are taken away. */
static void
test_write_undated (Fixture *fixture,
                    gconstpointer data)
{
  show (fixture, 1200, 700, "table");
  g_assert_true (write_cell (fixture, "wi-undated", RELM_PLAN_START, "2027-06-07"));
  assert_date (fixture, "wi-undated", RELM_WORK_ITEM_PLANNED_START, "2027-06-07");
  assert_date (fixture, "wi-undated", RELM_WORK_ITEM_PLANNED_FINISH, "2027-06-07");
  g_assert_true (write_cell (fixture, "wi-undated", RELM_PLAN_FINISH, "2027-06-09"));
  g_assert_true (write_cell (fixture, "wi-undated", RELM_PLAN_FINISH, ""));
  g_assert_true (write_cell (fixture, "wi-undated", RELM_PLAN_START, ""));
  g_assert_false (relm_plan_is_scheduled (look_up (fixture, "wi-undated")));
}

/* A milestone has one day; a release is planned by its finish. */
static void
test_write_points (Fixture *fixture,
                   gconstpointer data)
{
  show (fixture, 1200, 700, "table");
  g_assert_true (write_cell (fixture, "mil-two", RELM_PLAN_FINISH, "2027-08-20"));
  assert_text (fixture, "mil-two", RELM_PLAN_START, "20 Aug 2027");
  g_assert_true (write_cell (fixture, "rel-one", RELM_PLAN_FINISH, "2027-09-22"));
  assert_text (fixture, "rel-one", RELM_PLAN_FINISH, "22 Sep 2027");
  assert_text (fixture, "rel-one", RELM_PLAN_START, "22 Mar 2027");
  g_assert_false (can_edit (fixture, "rel-one", RELM_PLAN_START));
  g_assert_false (can_edit (fixture, "mil-one", RELM_PLAN_DURATION));
  g_assert_false (can_edit (fixture, "wi-one", RELM_PLAN_FINISH));
  g_assert_false (can_edit (fixture, "wi-two", RELM_PLAN_FLOAT));
}

/* What waits for others says so by the numbers of their rows; what stays is not made anew. */
static void
test_write_predecessors (Fixture *fixture,
                         gconstpointer data)
{
  RelmRecord *kept;

  show (fixture, 1200, 700, "table");
  kept = look_up (fixture, "dep-four");
  g_assert_true (write_cell (fixture, "wi-three", RELM_PLAN_PREDECESSORS, "6FF+1d; 5ss"));
  assert_text (fixture, "wi-three", RELM_PLAN_PREDECESSORS, "5SS, 6FF+1d");
  g_assert_true (look_up (fixture, "dep-four") == kept);
  g_assert_null (look_up (fixture, "dep-three"));
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Change Predecessors of “Translate <b>the manual</b> & more”");
  g_assert_true (write_cell (fixture, "wi-three", RELM_PLAN_PREDECESSORS, ""));
  assert_text (fixture, "wi-three", RELM_PLAN_PREDECESSORS, "");
  relm_document_undo (fixture->document);
  relm_document_undo (fixture->document);
  assert_text (fixture, "wi-three", RELM_PLAN_PREDECESSORS, "6FF, 11");
}

/* What is wrong is said, stays there to be mended, and changes nothing. */
static void
test_write_refused (Fixture *fixture,
                    gconstpointer data)
{
  show (fixture, 1200, 700, "table");
  g_assert_false (write_cell (fixture, "wi-six", RELM_PLAN_START, "soon"));
  g_assert_false (write_cell (fixture, "wi-six", RELM_PLAN_FINISH, "2027-08-01"));
  g_assert_false (write_cell (fixture, "wi-six", RELM_PLAN_DURATION, "-2 d"));
  g_assert_false (write_cell (fixture, "wi-six", RELM_PLAN_PREDECESSORS, "99"));
  g_assert_false (write_cell (fixture, "wi-two", RELM_PLAN_PREDECESSORS, "6"));
  g_assert_false (write_cell (fixture, "wi-two", RELM_PLAN_PREDECESSORS, "4, 7"));
  g_assert_false (write_cell (fixture, "wi-six", RELM_PLAN_TITLE, " "));
  g_assert_false (relm_document_get_can_undo (fixture->document));
}

/* What was moved offers to move what waits for it, as on the chart. */
static void
test_write_cascade (Fixture *fixture,
                    gconstpointer data)
{
  show (fixture, 1200, 700, "table");
  g_assert_true (write_cell (fixture, "pha-two", RELM_PLAN_FINISH, "2027-08-13"));
  g_assert_nonnull (fixture->page->cascade_moves);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.move-others", NULL);
  assert_date (fixture, "pha-three", RELM_PHASE_PLANNED_START, "2027-08-16");
  relm_document_undo (fixture->document);
  assert_date (fixture, "pha-three", RELM_PHASE_PLANNED_START, "2027-07-31");
  g_assert_false (relm_document_get_can_undo (fixture->document));
}

/* The focus goes with the row that an edit moves elsewhere. */
static void
test_write_focus (Fixture *fixture,
                  gconstpointer data)
{
  RelmPlanCell *focus;

  show (fixture, 1200, 700, "table");
  g_assert_true (write_cell (fixture, "wi-two", RELM_PLAN_START, "2027-06-07"));
  assert_text (fixture, "wi-two", RELM_PLAN_NUMBER, "8");
  focus = _relm_plan_table_find_focus (fixture->table);
  g_assert_nonnull (focus);
  g_assert_true (relm_plan_cell_get_row (focus) == get_row (fixture, "wi-two"));
  g_assert_cmpint (relm_plan_cell_get_column (focus), ==, RELM_PLAN_START);
}

static void
select_rows (Fixture *fixture,
             guint first,
             guint n)
{
  gtk_selection_model_select_range (relm_plan_table_get_selection (fixture->table), first, n, TRUE);
}

static void
read_text_cb (GObject *clipboard,
              GAsyncResult *result,
              gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static char *
copy (Fixture *fixture)
{
  char *text = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "plan-table.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->table)), NULL, read_text_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

/* Headings, and what is seen, as spreadsheets take it; formulas are none there. */
static void
test_copy (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *text = NULL;

  g_assert_true (relm_document_set_string (fixture->document, look_up (fixture, "wi-four"), RELM_WORK_ITEM_TITLE, "=1+1", NULL));
  show (fixture, 1200, 700, "table");
  select_rows (fixture, 3, 3);
  text = copy (fixture);
  g_assert_cmpstr (text, ==,
                   "No.\tTitle\tStart\tFinish\tDuration\tPredecessors\tAssignee\tFloat\tVariance\n"
                   "4\tWrite the file format\t2027-04-26\t2027-05-02\t5 d\t\t\t\t\n"
                   "5\t'=1+1\t2027-04-27\t2027-04-30\t4 d\t\t\t98 d\t\n"
                   "6\tTimeline for people who use a screen reader\t2027-05-03\t2027-05-28\t20 d\t4\t\t78 d\t\n");
}

/* What is copied says what is there: pasted again it changes nothing, whichever columns are shown. */
static void
test_paste_same (Fixture *fixture,
                 gconstpointer data)
{
  g_autofree char *text = NULL;

  g_assert_true (relm_document_set_string (fixture->document, look_up (fixture, "wi-four"), RELM_WORK_ITEM_TITLE, "@home \"x\"", NULL));
  show (fixture, 1200, 700, "table");
  select_rows (fixture, 0, 17);
  text = copy (fixture);
  relm_document_undo (fixture->document);
  relm_document_redo (fixture->document);
  settle ();
  select_rows (fixture, 0, 1);
  g_assert_true (_relm_plan_table_paste (fixture->table, text));
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), !=, "Paste into 17 Rows");
  g_assert_false (relm_document_get_can_redo (fixture->document));
  assert_text (fixture, "wi-four", RELM_PLAN_TITLE, "@home \"x\"");
}

static void
test_paste (Fixture *fixture,
            gconstpointer data)
{
  show (fixture, 1200, 700, "table");
  select_rows (fixture, 12, 1);
  g_assert_true (_relm_plan_table_paste (fixture->table,
                                         "title\tNotes\tFinish\tStart\tPredecessors\tFloat\r\n"
                                         "Publish\tnever mind\t2027-09-17\t2027-09-08\t9FS+1d\t7 d\r\n"
                                         "\"Some \"\"day\"\"\"\t\t2027-07-02\t2027-07-01\t\t\r\n"));
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Paste into 2 Rows");
  settle ();
  assert_text (fixture, "wi-six", RELM_PLAN_TITLE, "Publish");
  assert_date (fixture, "wi-six", RELM_WORK_ITEM_PLANNED_START, "2027-09-08");
  assert_date (fixture, "wi-six", RELM_WORK_ITEM_PLANNED_FINISH, "2027-09-17");
  assert_text (fixture, "wi-undated", RELM_PLAN_TITLE, "Some \"day\"");
  assert_date (fixture, "wi-undated", RELM_WORK_ITEM_PLANNED_FINISH, "2027-07-02");
  relm_document_undo (fixture->document);
  settle ();
  assert_text (fixture, "wi-six", RELM_PLAN_TITLE, "Publish on Flathub");
  assert_text (fixture, "wi-six", RELM_PLAN_PREDECESSORS, "");
  g_assert_false (relm_document_get_can_undo (fixture->document));
}

/* Without headings from the cell on that has the focus; one line into several rows goes into each. */
static void
test_paste_plain (Fixture *fixture,
                  gconstpointer data)
{
  show (fixture, 1200, 700, "table");
  select_rows (fixture, 6, 2);
  fixture->table->paste_column = RELM_PLAN_START;
  g_assert_true (_relm_plan_table_paste (fixture->table, "2027-07-05\t2027-07-09"));
  settle ();
  assert_date (fixture, "wi-three", RELM_WORK_ITEM_PLANNED_START, "2027-07-05");
  assert_date (fixture, "wi-five", RELM_WORK_ITEM_PLANNED_FINISH, "2027-07-09");
  relm_document_undo (fixture->document);
  g_assert_false (relm_document_get_can_undo (fixture->document));
}

/* One bad cell, and nothing is pasted. */
static void
test_paste_refused (Fixture *fixture,
                    gconstpointer data)
{
  static const char *const texts[] = {
    "Title\tStart\nOne\t2027-05-03\nTwo\tsoon\n",   "Title\tFinish\nOne\t2027-09-20\nTwo\t2027-01-01\n",
    "Title\tPredecessors\nOne\t9\nTwo\t99\n",        "Title\tAssignee\nOne\t\nTwo\tNobody known\n",
    "Title\tDuration\nOne\t3 d\nTwo\tlong\n",         "a\tb\nb\nc\nd\ne\nf\ng\nh\n",
    "Title\tStart\n\t2027-05-03\nTwo\t2027-05-03\n",
  };

  show (fixture, 1200, 700, "table");
  g_assert_true (relm_document_set_date (fixture->document, look_up (fixture, "wi-undated"), RELM_WORK_ITEM_PLANNED_START,
                                         relm_date_from_ymd (2027, 9, 20), NULL));
  settle ();
  select_rows (fixture, 12, 1);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_false (_relm_plan_table_paste (fixture->table, texts[i]));
      assert_text (fixture, "wi-six", RELM_PLAN_TITLE, "Publish on Flathub");
      assert_date (fixture, "wi-six", RELM_WORK_ITEM_PLANNED_FINISH, "2027-09-15");
      g_assert_cmpstr (relm_document_get_undo_label (fixture->document), !=, "Paste into 2 Rows");
    }
}

/* People are named, however they are written; in a list when the cell is edited. */
static void
test_assignee (Fixture *fixture,
               gconstpointer data)
{
  RelmRecord *person = relm_document_add (fixture->document, RELM_TYPE_PERSON, 0);
  RelmPlanCell *cell;

  g_assert_true (relm_document_set_string (fixture->document, person, RELM_PERSON_NAME, "Ada Lovelace", NULL));
  show (fixture, 1200, 700, "table");
  select_rows (fixture, 12, 1);
  g_assert_true (_relm_plan_table_paste (fixture->table, "Title\tAssignee\nPublish\t ada lovelace \n"));
  assert_text (fixture, "wi-six", RELM_PLAN_ASSIGNEE, "Ada Lovelace");
  g_assert_true (_relm_plan_table_paste (fixture->table, "Title\tAssignee\nPublish\t\n"));
  assert_text (fixture, "wi-six", RELM_PLAN_ASSIGNEE, "");
  cell = relm_plan_columns_find_cell (fixture->table->columns, get_row (fixture, "wi-six"), RELM_PLAN_ASSIGNEE);
  g_assert_true (relm_cell_edit (RELM_CELL (cell)));
  g_assert_true (relm_cell_is_editing (RELM_CELL (cell)));
  relm_cell_drop (RELM_CELL (cell));
  g_assert_false (can_edit (fixture, "pha-two", RELM_PLAN_ASSIGNEE));
}

/* The message says where: a row by its number, and a column. */
static void
test_paste_place (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GPtrArray) lines = relm_plan_paste_parse ("Title\tStart\nOne\t2027-05-03\nTwo\tsoon\n");
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GArray) columns = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changed;

  show (fixture, 1200, 700, "table");
  columns = relm_plan_columns_list_shown (fixture->table->columns);
  g_ptr_array_add (rows, get_row (fixture, "wi-six"));
  g_ptr_array_add (rows, get_row (fixture, "wi-undated"));
  g_assert_false (relm_plan_paste_apply (fixture->table->sheet, lines, rows, columns, 0, &n_changed, &error));
  g_assert_cmpstr (error->message, ==, "Nothing was pasted. Row 14, Start: Not a date: write it like 2027-05-03");
}

static RelmRecord *
take_baseline (Fixture *fixture,
               const char *name)
{
  RelmRecordList *list = relm_project_get_list (relm_document_get_project (fixture->document), RELM_TYPE_BASELINE);
  RelmRecord *baseline;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.take-baseline", NULL);
  baseline = relm_record_list_get (list, relm_record_list_get_size (list) - 1);
  g_assert_true (relm_document_set_string (fixture->document, baseline, RELM_BASELINE_NAME, name, NULL));
  settle ();
  return baseline;
}

static void
choose_baseline (Fixture *fixture,
                 const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.baseline", "s", id);
  settle ();
}

/* What the plan is compared with is chosen once, for the chart, the table and the inspector; the newest one at first. */
static void
test_baselines (Fixture *fixture,
                gconstpointer data)
{
  RelmRecord *first, *second;

  show (fixture, 1200, 700, "table");
  assert_text (fixture, "wi-six", RELM_PLAN_VARIANCE, "");
  first = take_baseline (fixture, "First_plan");
  assert_text (fixture, "wi-six", RELM_PLAN_VARIANCE, "0\302\240d");
  assert_text (fixture, "wi-undated", RELM_PLAN_VARIANCE, "");
  g_assert_true (write_cell (fixture, "wi-six", RELM_PLAN_FINISH, "2027-09-17"));
  g_assert_true (write_cell (fixture, "wi-undated", RELM_PLAN_START, "2027-06-07"));
  assert_text (fixture, "wi-six", RELM_PLAN_VARIANCE, "+2\302\240d");
  assert_text (fixture, "wi-undated", RELM_PLAN_VARIANCE, "Added");
  second = take_baseline (fixture, "Second");
  assert_text (fixture, "wi-six", RELM_PLAN_VARIANCE, "0\302\240d");
  g_assert_true (relm_view_state_get_baseline (fixture->state) == second);
  g_assert_cmpstr (gtk_label_get_label (fixture->page->baseline_label), ==, "Second");

  choose_baseline (fixture, relm_record_get_id (first));
  assert_text (fixture, "wi-six", RELM_PLAN_VARIANCE, "+2\302\240d");
  g_assert_true (fixture->timeline->compared == first);
  g_assert_true (relm_timeline_get_show_baseline (fixture->timeline));
  g_assert_cmpstr (gtk_label_get_label (fixture->page->baseline_label), ==, "First_plan");
  choose_baseline (fixture, "none");
  assert_text (fixture, "wi-six", RELM_PLAN_VARIANCE, "");
  g_assert_null (fixture->timeline->compared);
  g_assert_false (relm_timeline_get_show_baseline (fixture->timeline));

  /* Whoever deletes the one that is chosen sees the newest one again. */
  choose_baseline (fixture, relm_record_get_id (second));
  relm_document_remove (fixture->document, second);
  g_assert_true (relm_view_state_get_baseline (fixture->state) == first);
}

static void
assert_words (Fixture *fixture,
              RelmRecord *record,
              const char *expected)
{
  g_autofree char *words = _relm_timeline_dup_words (fixture->timeline, record);

  g_assert_cmpstr (words, ==, expected);
}

/* What is in the baseline and is planned no more has a row of its own, which cannot be deleted; what came since says so. */
static void
test_differences (Fixture *fixture,
                  gconstpointer data)
{
  RelmProject *project = relm_document_get_project (fixture->document);
  g_autofree char *undo = NULL;
  RelmTimelineLayout *layout;
  const RelmTimelineRow *row;
  guint n_rows;

  show (fixture, 1400, 760, "chart");
  take_baseline (fixture, "First");
  relm_document_remove (fixture->document, look_up (fixture, "wi-four"));
  g_assert_true (relm_document_set_date (fixture->document, look_up (fixture, "mil-two"), RELM_MILESTONE_PLANNED, RELM_DATE_NONE, NULL));
  g_assert_true (relm_document_set_date (fixture->document, look_up (fixture, "wi-undated"), RELM_WORK_ITEM_PLANNED_START,
                                         relm_date_from_ymd (2027, 6, 7), NULL));
  relm_timeline_fixture_wait (fixture->window, 2);
  layout = _relm_timeline_get_layout (fixture->timeline);
  n_rows = relm_timeline_layout_get_n_rows (layout);
  row = relm_timeline_layout_get_row (layout, n_rows - 3);
  g_assert_cmpstr (row->label, ==, "No Longer Planned");
  row = relm_timeline_layout_get_row (layout, n_rows - 2);
  assert_words (fixture, row->record, "Read tags, in the baseline, 27 Apr – 1 May 2027, no longer planned");
  row = relm_timeline_layout_get_row (layout, n_rows - 1);
  assert_words (fixture, row->record, "String freeze, in the baseline, 16 Aug 2027, no longer planned");
  assert_words (fixture, look_up (fixture, "wi-undated"), "Someday, work item, 7 Jun 2027, Open, added since the baseline");
  if (g_getenv ("RELM_PICTURES") != NULL)
    take_picture (fixture, "differences-1400");

  undo = g_strdup (relm_document_get_undo_label (fixture->document));
  relm_timeline_set_selected (fixture->timeline, row->record);
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.remove", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.shift", "i", 1);
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, undo);
  relm_view_state_set_release (fixture->state, relm_project_lookup (project, "rel-one"));
  layout = _relm_timeline_get_layout (fixture->timeline);
  g_assert_cmpstr (relm_timeline_layout_get_row (layout, relm_timeline_layout_get_n_rows (layout) - 2)->label, ==, "No Longer Planned");
  choose_baseline (fixture, "none");
  layout = _relm_timeline_get_layout (fixture->timeline);
  g_assert_null (relm_timeline_layout_get_row (layout, relm_timeline_layout_get_n_rows (layout) - 1)->label);
}

/* What is selected in one is selected in the other. */
static void
test_selection (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  GtkSelectionModel *selection;

  show (fixture, 1400, 700, "both");
  selection = relm_plan_table_get_selection (fixture->table);
  relm_timeline_set_selected (fixture->timeline, look_up (fixture, "wi-two"));
  g_assert_true (relm_view_state_get_selected (fixture->state) == look_up (fixture, "wi-two"));
  g_assert_true (gtk_selection_model_is_selected (selection, 5));
  gtk_selection_model_select_item (selection, 3, TRUE);
  g_assert_true (relm_timeline_get_selected (fixture->timeline) == look_up (fixture, "wi-one"));

  /* Several can be selected while the one that is shown elsewhere is among them. */
  gtk_selection_model_select_item (selection, 4, FALSE);
  rows = _relm_plan_table_list_selected (fixture->table);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_true (relm_view_state_get_selected (fixture->state) == look_up (fixture, "wi-one"));

  g_ptr_array_unref (g_steal_pointer (&rows));
  rows = relm_timeline_list_chosen (fixture->timeline);
  g_assert_cmpuint (rows->len, ==, 2);
  _relm_timeline_choose_also (fixture->timeline, look_up (fixture, "wi-six"));
  g_ptr_array_unref (g_steal_pointer (&rows));
  rows = relm_plan_table_list_chosen (fixture->table);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_true (rows->pdata[2] == look_up (fixture, "wi-six"));
  g_assert_true (relm_view_state_get_selected (fixture->state) == look_up (fixture, "wi-six"));

  /* What is folded away is opened when it is selected elsewhere. */
  relm_timeline_set_selected (fixture->timeline, look_up (fixture, "mil-old"));
  settle ();
  g_assert_true (gtk_selection_model_is_selected (selection, 16));
}

/* An edit moves the row that it concerns, which stays selected; the other rows stay as they are. */
static void
test_follow (Fixture *fixture,
             gconstpointer data)
{
  RelmPlanRow *before, *release;
  g_autofree char *titles = NULL;

  show (fixture, 1000, 700, "table");
  before = get_row (fixture, "wi-six");
  release = get_row (fixture, "rel-one");
  relm_view_state_set_selected (fixture->state, look_up (fixture, "wi-one"));
  g_assert_true (relm_document_set_date (fixture->document, look_up (fixture, "wi-one"), RELM_WORK_ITEM_ACTUAL_START,
                                         relm_date_from_ymd (2027, 5, 1), NULL));
  settle ();
  titles = dup_titles (fixture);
  g_assert_true (g_str_has_prefix (titles, "0 rel-one|1 pha-one|1 pha-two|2 wi-four|2 wi-one|2 wi-two|"));
  g_assert_true (gtk_selection_model_is_selected (relm_plan_table_get_selection (fixture->table), 4));
  g_assert_true (get_row (fixture, "wi-six") == before);
  g_assert_true (get_row (fixture, "rel-one") == release);
  assert_text (fixture, "wi-one", RELM_PLAN_NUMBER, "5");
  assert_text (fixture, "wi-two", RELM_PLAN_PREDECESSORS, "5");
}

/* What has rows below it for the first time can be folded, and what has none any more cannot. */
static void
test_parts (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;

  show (fixture, 1000, 700, "table");
  g_assert_true (relm_document_set_string (fixture->document, look_up (fixture, "wi-undated"), RELM_WORK_ITEM_PARENT, "wi-six", NULL));
  settle ();
  with = dup_titles (fixture);
  g_assert_nonnull (strstr (with, "1 wi-six|2 wi-undated|0 rel-two"));
  g_assert_nonnull (get_row (fixture, "wi-six")->rows);
  relm_document_undo (fixture->document);
  settle ();
  without = dup_titles (fixture);
  g_assert_nonnull (strstr (without, "1 wi-six|1 wi-undated|0 rel-two"));
  g_assert_null (get_row (fixture, "wi-six")->rows);
}

/* What is folded away stays so when rows change. */
static void
test_fold (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *titles = NULL;
  g_autoptr (GtkTreeListRow) row = NULL;

  show (fixture, 1000, 700, "table");
  row = g_list_model_get_item (G_LIST_MODEL (relm_plan_table_get_selection (fixture->table)), 2);
  gtk_tree_list_row_set_expanded (row, FALSE);
  g_assert_true (relm_document_set_date (fixture->document, look_up (fixture, "pha-two"), RELM_PHASE_PLANNED_START,
                                         relm_date_from_ymd (2027, 3, 1), NULL));
  settle ();
  titles = dup_titles (fixture);
  g_assert_true (g_str_has_prefix (titles, "0 rel-one|1 pha-two|1 pha-one|1 pha-three|"));
}

/* What is pinned too early for what it waits for breaks the link, which says so, until it is put right. */
static void
test_broken (Fixture *fixture,
             gconstpointer data)
{
  show (fixture, 1200, 700, "chart");
  assert_words (fixture, look_up (fixture, "dep-two"), "Development → Stabilisation, Finish to start");
  g_assert_true (relm_document_set_date (fixture->document, look_up (fixture, "pha-three"), RELM_PHASE_PLANNED_START,
                                         relm_date_from_ymd (2027, 7, 12), NULL));
  assert_words (fixture, look_up (fixture, "dep-two"), "Development → Stabilisation, Finish to start");
  g_assert_true (relm_document_set_string (fixture->document, look_up (fixture, "pha-three"), RELM_PHASE_SCHEDULING, "pinned", NULL));
  assert_words (fixture, look_up (fixture, "dep-two"),
                "Development → Stabilisation, Finish to start, broken: the second is too early");
  assert_words (fixture, look_up (fixture, "pha-three"),
                "Stabilisation, phase, 12 Jul – 10 Sep 2027, too early for what it waits for");
  relm_timeline_fixture_wait (fixture->window, 2);
  if (g_getenv ("RELM_PICTURES") != NULL)
    take_picture (fixture, "broken-1200");
  relm_document_undo (fixture->document);
  assert_words (fixture, look_up (fixture, "dep-two"), "Development → Stabilisation, Finish to start");
}

static GtkWidget *
find_popover (Fixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->timeline)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
      return child;
  return NULL;
}

/* F2 renames the bar that is selected, where it is. */
static void
test_rename (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *popover, *entry;

  show (fixture, 1200, 700, "chart");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.rename", NULL);
  g_assert_null (find_popover (fixture));
  relm_timeline_set_selected (fixture->timeline, look_up (fixture, "wi-two"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.rename", NULL);
  popover = find_popover (fixture);
  g_assert_nonnull (popover);
  entry = gtk_popover_get_child (GTK_POPOVER (popover));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Timeline for people who use a screen reader");
  gtk_editable_set_text (GTK_EDITABLE (entry), " ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Renamed");
  g_signal_emit_by_name (entry, "activate");
  settle ();
  g_assert_cmpstr (relm_record_get_title (look_up (fixture, "wi-two")), ==, "Renamed");
  g_assert_null (find_popover (fixture));

  /* A link has no title. */
  relm_timeline_set_selected (fixture->timeline, look_up (fixture, "dep-one"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.rename", NULL);
  g_assert_null (find_popover (fixture));
}

static gboolean
press_key (GtkWidget *widget,
           guint keyval,
           GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean stopped = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !stopped; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &stopped);
    }
  return stopped;
}

/* The menu key and Shift+F10 open the menu at what is selected; the window goes with it without a complaint. */
static void
test_menu (Fixture *fixture,
           gconstpointer data)
{
  show (fixture, 1200, 700, "chart");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->timeline));
  g_assert_false (press_key (GTK_WIDGET (fixture->timeline), GDK_KEY_Menu, 0));
  relm_timeline_set_selected (fixture->timeline, look_up (fixture, "wi-two"));
  g_assert_true (press_key (GTK_WIDGET (fixture->timeline), GDK_KEY_Menu, 0));
  g_assert_nonnull (find_popover (fixture));
  gtk_popover_popdown (GTK_POPOVER (find_popover (fixture)));
  settle ();
  g_assert_true (press_key (GTK_WIDGET (fixture->timeline), GDK_KEY_F10, GDK_SHIFT_MASK));
  g_assert_nonnull (find_popover (fixture));
}

static void
test_layouts (Fixture *fixture,
              gconstpointer data)
{
  show (fixture, 1400, 700, "chart");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.next-layout", NULL);
  settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.next-layout", NULL);
  settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));
}

static void
test_layouts_narrow (Fixture *fixture,
                     gconstpointer data)
{
  int width;

  show (fixture, 360, 640, "both");
  gtk_widget_measure (gtk_widget_get_ancestor (fixture->page->today, GTK_TYPE_CENTER_BOX), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                      NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));
  g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, 360);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.next-layout", NULL);
  settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), "/io/github/relm_app/Relm/icons");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add ("/plan-table/pictures", Fixture, NULL, setup, test_pictures, teardown);
  g_test_add ("/plan-table/rows", Fixture, NULL, setup, test_rows, teardown);
  g_test_add ("/plan-table/cells", Fixture, NULL, setup, test_cells, teardown);
  g_test_add ("/plan-table/selection", Fixture, NULL, setup, test_selection, teardown);
  g_test_add ("/plan-table/follow", Fixture, NULL, setup, test_follow, teardown);
  g_test_add ("/plan-table/parts", Fixture, NULL, setup, test_parts, teardown);
  g_test_add ("/plan-table/fold", Fixture, NULL, setup, test_fold, teardown);
  g_test_add ("/plan-table/write", Fixture, NULL, setup, test_write, teardown);
  g_test_add ("/plan-table/write-undated", Fixture, NULL, setup, test_write_undated, teardown);
  g_test_add ("/plan-table/write-points", Fixture, NULL, setup, test_write_points, teardown);
  g_test_add ("/plan-table/write-predecessors", Fixture, NULL, setup, test_write_predecessors, teardown);
  g_test_add ("/plan-table/write-refused", Fixture, NULL, setup, test_write_refused, teardown);
  g_test_add ("/plan-table/write-cascade", Fixture, NULL, setup, test_write_cascade, teardown);
  g_test_add ("/plan-table/write-focus", Fixture, NULL, setup, test_write_focus, teardown);
  g_test_add ("/plan-table/copy", Fixture, NULL, setup, test_copy, teardown);
  g_test_add ("/plan-table/paste-same", Fixture, NULL, setup, test_paste_same, teardown);
  g_test_add ("/plan-table/paste", Fixture, NULL, setup, test_paste, teardown);
  g_test_add ("/plan-table/paste-plain", Fixture, NULL, setup, test_paste_plain, teardown);
  g_test_add ("/plan-table/paste-refused", Fixture, NULL, setup, test_paste_refused, teardown);
  g_test_add ("/plan-table/assignee", Fixture, NULL, setup, test_assignee, teardown);
  g_test_add ("/plan-table/paste-place", Fixture, NULL, setup, test_paste_place, teardown);
  g_test_add ("/plan-table/baselines", Fixture, NULL, setup, test_baselines, teardown);
  g_test_add ("/plan-table/differences", Fixture, NULL, setup, test_differences, teardown);
  g_test_add ("/plan-table/rename", Fixture, NULL, setup, test_rename, teardown);
  g_test_add ("/plan-table/menu", Fixture, NULL, setup, test_menu, teardown);
  g_test_add ("/plan-table/broken", Fixture, NULL, setup, test_broken, teardown);
  g_test_add ("/plan-table/layouts", Fixture, NULL, setup, test_layouts, teardown);
  g_test_add ("/plan-table/layouts-narrow", Fixture, NULL, setup, test_layouts_narrow, teardown);
  return g_test_run ();
}
