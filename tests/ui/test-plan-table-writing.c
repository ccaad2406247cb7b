/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written and pasted into the plan's table. */

#include "config.h"

#include <adwaita.h>

#include "relm-milestone.h"
#include "relm-person.h"
#include "relm-phase.h"
#include "relm-plan-paste.h"
#include "relm-plan-table-fixture.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-work-item.h"

/* Each is one step to undo, with a name that people read. */
static void
test_write (RelmPlanTableFixture *fixture,
            gconstpointer data)
{
  relm_plan_table_fixture_show (fixture, 1200, 700, "table");
  g_assert_true (relm_plan_table_fixture_write_cell (fixture, "wi-six", RELM_PLAN_TITLE, "Publish it"));
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Change Title of “Publish on Flathub”");
  relm_plan_table_fixture_assert_text (fixture, "wi-six", RELM_PLAN_TITLE, "Publish it");

  g_assert_true (relm_plan_table_fixture_write_cell (fixture, "wi-six", RELM_PLAN_START, "2027-09-06"));
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Move “Publish it”");
  relm_plan_table_fixture_assert_date (fixture, "wi-six", RELM_WORK_ITEM_PLANNED_START, "2027-09-06");
  relm_plan_table_fixture_assert_date (fixture, "wi-six", RELM_WORK_ITEM_PLANNED_FINISH, "2027-09-20");
  relm_plan_table_fixture_assert_text (fixture, "wi-six", RELM_PLAN_DURATION, "11\302\240d");
  relm_document_undo (fixture->document);
  relm_plan_table_fixture_assert_date (fixture, "wi-six", RELM_WORK_ITEM_PLANNED_START, "2027-09-01");
  relm_plan_table_fixture_assert_date (fixture, "wi-six", RELM_WORK_ITEM_PLANNED_FINISH, "2027-09-15");

  g_assert_true (relm_plan_table_fixture_write_cell (fixture, "wi-six", RELM_PLAN_FINISH, "2027-09-10"));
  relm_plan_table_fixture_assert_date (fixture, "wi-six", RELM_WORK_ITEM_PLANNED_START, "2027-09-01");
  relm_plan_table_fixture_assert_text (fixture, "wi-six", RELM_PLAN_DURATION, "8\302\240d");

  g_assert_true (relm_plan_table_fixture_write_cell (fixture, "wi-six", RELM_PLAN_DURATION, "3 d"));
  relm_plan_table_fixture_assert_date (fixture, "wi-six", RELM_WORK_ITEM_PLANNED_FINISH, "2027-09-03");
  relm_plan_table_fixture_assert_text (fixture, "wi-six", RELM_PLAN_DURATION, "3\302\240d");
  relm_document_undo (fixture->document);
  relm_document_undo (fixture->document);
  relm_document_undo (fixture->document);
  relm_plan_table_fixture_assert_text (fixture, "wi-six", RELM_PLAN_TITLE, "Publish on Flathub");
  g_assert_false (relm_document_get_can_undo (fixture->document));
}

/* What has no dates gets them, and loses them again when they are taken away. */
static void
test_write_undated (RelmPlanTableFixture *fixture,
                    gconstpointer data)
{
  relm_plan_table_fixture_show (fixture, 1200, 700, "table");
  g_assert_true (relm_plan_table_fixture_write_cell (fixture, "wi-undated", RELM_PLAN_START, "2027-06-07"));
  relm_plan_table_fixture_assert_date (fixture, "wi-undated", RELM_WORK_ITEM_PLANNED_START, "2027-06-07");
  relm_plan_table_fixture_assert_date (fixture, "wi-undated", RELM_WORK_ITEM_PLANNED_FINISH, "2027-06-07");
  g_assert_true (relm_plan_table_fixture_write_cell (fixture, "wi-undated", RELM_PLAN_FINISH, "2027-06-09"));
  g_assert_true (relm_plan_table_fixture_write_cell (fixture, "wi-undated", RELM_PLAN_FINISH, ""));
  g_assert_true (relm_plan_table_fixture_write_cell (fixture, "wi-undated", RELM_PLAN_START, ""));
  g_assert_false (relm_plan_is_scheduled (relm_plan_table_fixture_look_up (fixture, "wi-undated")));
}

/* A milestone has one day; a release is planned by its finish. */
static void
test_write_points (RelmPlanTableFixture *fixture,
                   gconstpointer data)
{
  relm_plan_table_fixture_show (fixture, 1200, 700, "table");
  g_assert_true (relm_plan_table_fixture_write_cell (fixture, "mil-two", RELM_PLAN_FINISH, "2027-08-20"));
  relm_plan_table_fixture_assert_text (fixture, "mil-two", RELM_PLAN_START, "20 Aug 2027");
  g_assert_true (relm_plan_table_fixture_write_cell (fixture, "rel-one", RELM_PLAN_FINISH, "2027-09-22"));
  relm_plan_table_fixture_assert_text (fixture, "rel-one", RELM_PLAN_FINISH, "22 Sep 2027");
  relm_plan_table_fixture_assert_text (fixture, "rel-one", RELM_PLAN_START, "22 Mar 2027");
  g_assert_false (relm_plan_table_fixture_can_edit (fixture, "rel-one", RELM_PLAN_START));
  g_assert_false (relm_plan_table_fixture_can_edit (fixture, "mil-one", RELM_PLAN_DURATION));
  g_assert_false (relm_plan_table_fixture_can_edit (fixture, "wi-one", RELM_PLAN_FINISH));
  g_assert_false (relm_plan_table_fixture_can_edit (fixture, "wi-two", RELM_PLAN_FLOAT));
}

/* What waits for others says so by the numbers of their rows; what stays is not made anew. */
static void
test_write_predecessors (RelmPlanTableFixture *fixture,
                         gconstpointer data)
{
  RelmRecord *kept;

  relm_plan_table_fixture_show (fixture, 1200, 700, "table");
  kept = relm_plan_table_fixture_look_up (fixture, "dep-four");
  g_assert_true (relm_plan_table_fixture_write_cell (fixture, "wi-three", RELM_PLAN_PREDECESSORS, "6FF+1d; 5ss"));
  relm_plan_table_fixture_assert_text (fixture, "wi-three", RELM_PLAN_PREDECESSORS, "5SS, 6FF+1d");
  g_assert_true (relm_plan_table_fixture_look_up (fixture, "dep-four") == kept);
  g_assert_null (relm_plan_table_fixture_look_up (fixture, "dep-three"));
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Change Predecessors of “Translate <b>the manual</b> & more”");
  g_assert_true (relm_plan_table_fixture_write_cell (fixture, "wi-three", RELM_PLAN_PREDECESSORS, ""));
  relm_plan_table_fixture_assert_text (fixture, "wi-three", RELM_PLAN_PREDECESSORS, "");
  relm_document_undo (fixture->document);
  relm_document_undo (fixture->document);
  relm_plan_table_fixture_assert_text (fixture, "wi-three", RELM_PLAN_PREDECESSORS, "6FF, 11");
}

/* What is wrong is said, stays there to be mended, and changes nothing. */
static void
test_write_refused (RelmPlanTableFixture *fixture,
                    gconstpointer data)
{
  relm_plan_table_fixture_show (fixture, 1200, 700, "table");
  g_assert_false (relm_plan_table_fixture_write_cell (fixture, "wi-six", RELM_PLAN_START, "soon"));
  g_assert_false (relm_plan_table_fixture_write_cell (fixture, "wi-six", RELM_PLAN_FINISH, "2027-08-01"));
  g_assert_false (relm_plan_table_fixture_write_cell (fixture, "wi-six", RELM_PLAN_DURATION, "-2 d"));
  g_assert_false (relm_plan_table_fixture_write_cell (fixture, "wi-six", RELM_PLAN_PREDECESSORS, "99"));
  g_assert_false (relm_plan_table_fixture_write_cell (fixture, "wi-two", RELM_PLAN_PREDECESSORS, "6"));
  g_assert_false (relm_plan_table_fixture_write_cell (fixture, "wi-two", RELM_PLAN_PREDECESSORS, "4, 7"));
  g_assert_false (relm_plan_table_fixture_write_cell (fixture, "wi-six", RELM_PLAN_TITLE, " "));
  g_assert_false (relm_document_get_can_undo (fixture->document));
}

/* What was moved offers to move what waits for it, as on the chart. */
static void
test_write_cascade (RelmPlanTableFixture *fixture,
                    gconstpointer data)
{
  relm_plan_table_fixture_show (fixture, 1200, 700, "table");
  g_assert_true (relm_plan_table_fixture_write_cell (fixture, "pha-two", RELM_PLAN_FINISH, "2027-08-13"));
  g_assert_nonnull (fixture->page->cascade_moves);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.move-others", NULL);
  relm_plan_table_fixture_assert_date (fixture, "pha-three", RELM_PHASE_PLANNED_START, "2027-08-16");
  relm_document_undo (fixture->document);
  relm_plan_table_fixture_assert_date (fixture, "pha-three", RELM_PHASE_PLANNED_START, "2027-07-31");
  g_assert_false (relm_document_get_can_undo (fixture->document));
}

/* The focus goes with the row that an edit moves elsewhere. */
static void
test_write_focus (RelmPlanTableFixture *fixture,
                  gconstpointer data)
{
  RelmPlanCell *focus;

  relm_plan_table_fixture_show (fixture, 1200, 700, "table");
  g_assert_true (relm_plan_table_fixture_write_cell (fixture, "wi-two", RELM_PLAN_START, "2027-06-07"));
  relm_plan_table_fixture_assert_text (fixture, "wi-two", RELM_PLAN_NUMBER, "8");
  focus = _relm_plan_table_find_focus (fixture->table);
  g_assert_nonnull (focus);
  g_assert_true (relm_plan_cell_get_row (focus) == relm_plan_table_fixture_get_row (fixture, "wi-two"));
  g_assert_cmpint (relm_plan_cell_get_column (focus), ==, RELM_PLAN_START);
}

static void
select_rows (RelmPlanTableFixture *fixture,
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
copy (RelmPlanTableFixture *fixture)
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
test_copy (RelmPlanTableFixture *fixture,
           gconstpointer data)
{
  g_autofree char *text = NULL;

  g_assert_true (relm_document_set_string (fixture->document, relm_plan_table_fixture_look_up (fixture, "wi-four"), RELM_WORK_ITEM_TITLE, "=1+1", NULL));
  relm_plan_table_fixture_show (fixture, 1200, 700, "table");
  select_rows (fixture, 3, 3);
  text = copy (fixture);
  g_assert_cmpstr (text, ==,
                   "No.\tTitle\tStart\tFinish\tDuration\tPredecessors\tAssignee\tFloat\tVariance\n"
                   "4\tWrite the file format\t2027-04-26\t2027-05-02\t5 d\t\t\t\t\n"
                   "5\t'=1+1\t2027-04-27\t2027-04-30\t4 d\t\tAda\t98 d\t\n"
                   "6\tTimeline for people who use a screen reader\t2027-05-03\t2027-05-28\t20 d\t4\tAda\t78 d\t\n");
}

/* What is copied says what is there: pasted again it changes nothing, whichever columns are shown. */
static void
test_paste_same (RelmPlanTableFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *text = NULL;

  g_assert_true (relm_document_set_string (fixture->document, relm_plan_table_fixture_look_up (fixture, "wi-four"), RELM_WORK_ITEM_TITLE, "@home \"x\"", NULL));
  relm_plan_table_fixture_show (fixture, 1200, 700, "table");
  select_rows (fixture, 0, 17);
  text = copy (fixture);
  relm_document_undo (fixture->document);
  relm_document_redo (fixture->document);
  relm_plan_table_fixture_settle ();
  select_rows (fixture, 0, 1);
  g_assert_true (_relm_plan_table_paste (fixture->table, text));
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), !=, "Paste into 17 Rows");
  g_assert_false (relm_document_get_can_redo (fixture->document));
  relm_plan_table_fixture_assert_text (fixture, "wi-four", RELM_PLAN_TITLE, "@home \"x\"");
}

static void
test_paste (RelmPlanTableFixture *fixture,
            gconstpointer data)
{
  relm_plan_table_fixture_show (fixture, 1200, 700, "table");
  select_rows (fixture, 12, 1);
  g_assert_true (_relm_plan_table_paste (fixture->table,
                                         "title\tNotes\tFinish\tStart\tPredecessors\tFloat\r\n"
                                         "Publish\tnever mind\t2027-09-17\t2027-09-08\t9FS+1d\t7 d\r\n"
                                         "\"Some \"\"day\"\"\"\t\t2027-07-02\t2027-07-01\t\t\r\n"));
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Paste into 2 Rows");
  relm_plan_table_fixture_settle ();
  relm_plan_table_fixture_assert_text (fixture, "wi-six", RELM_PLAN_TITLE, "Publish");
  relm_plan_table_fixture_assert_date (fixture, "wi-six", RELM_WORK_ITEM_PLANNED_START, "2027-09-08");
  relm_plan_table_fixture_assert_date (fixture, "wi-six", RELM_WORK_ITEM_PLANNED_FINISH, "2027-09-17");
  relm_plan_table_fixture_assert_text (fixture, "wi-undated", RELM_PLAN_TITLE, "Some \"day\"");
  relm_plan_table_fixture_assert_date (fixture, "wi-undated", RELM_WORK_ITEM_PLANNED_FINISH, "2027-07-02");
  relm_document_undo (fixture->document);
  relm_plan_table_fixture_settle ();
  relm_plan_table_fixture_assert_text (fixture, "wi-six", RELM_PLAN_TITLE, "Publish on Flathub");
  relm_plan_table_fixture_assert_text (fixture, "wi-six", RELM_PLAN_PREDECESSORS, "");
  g_assert_false (relm_document_get_can_undo (fixture->document));
}

/* Without headings from the cell on that has the focus; one line into several rows goes into each. */
static void
test_paste_plain (RelmPlanTableFixture *fixture,
                  gconstpointer data)
{
  relm_plan_table_fixture_show (fixture, 1200, 700, "table");
  select_rows (fixture, 6, 2);
  fixture->table->paste_column = RELM_PLAN_START;
  g_assert_true (_relm_plan_table_paste (fixture->table, "2027-07-05\t2027-07-09"));
  relm_plan_table_fixture_settle ();
  relm_plan_table_fixture_assert_date (fixture, "wi-three", RELM_WORK_ITEM_PLANNED_START, "2027-07-05");
  relm_plan_table_fixture_assert_date (fixture, "wi-five", RELM_WORK_ITEM_PLANNED_FINISH, "2027-07-09");
  relm_document_undo (fixture->document);
  g_assert_false (relm_document_get_can_undo (fixture->document));
}

/* One bad cell, and nothing is pasted. */
static void
test_paste_refused (RelmPlanTableFixture *fixture,
                    gconstpointer data)
{
  static const char *const texts[] = {
    "Title\tStart\nOne\t2027-05-03\nTwo\tsoon\n",   "Title\tFinish\nOne\t2027-09-20\nTwo\t2027-01-01\n",
    "Title\tPredecessors\nOne\t9\nTwo\t99\n",        "Title\tAssignee\nOne\t\nTwo\tNobody known\n",
    "Title\tDuration\nOne\t3 d\nTwo\tlong\n",         "a\tb\nb\nc\nd\ne\nf\ng\nh\n",
    "Title\tStart\n\t2027-05-03\nTwo\t2027-05-03\n",
  };

  relm_plan_table_fixture_show (fixture, 1200, 700, "table");
  g_assert_true (relm_document_set_date (fixture->document, relm_plan_table_fixture_look_up (fixture, "wi-undated"), RELM_WORK_ITEM_PLANNED_START,
                                         relm_date_from_ymd (2027, 9, 20), NULL));
  relm_plan_table_fixture_settle ();
  select_rows (fixture, 12, 1);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_false (_relm_plan_table_paste (fixture->table, texts[i]));
      relm_plan_table_fixture_assert_text (fixture, "wi-six", RELM_PLAN_TITLE, "Publish on Flathub");
      relm_plan_table_fixture_assert_date (fixture, "wi-six", RELM_WORK_ITEM_PLANNED_FINISH, "2027-09-15");
      g_assert_cmpstr (relm_document_get_undo_label (fixture->document), !=, "Paste into 2 Rows");
    }
}

/* People are named, however they are written; in a list when the cell is edited. */
static void
test_assignee (RelmPlanTableFixture *fixture,
               gconstpointer data)
{
  RelmRecord *person = relm_document_add (fixture->document, RELM_TYPE_PERSON, 0);
  RelmPlanCell *cell;

  g_assert_true (relm_document_set_string (fixture->document, person, RELM_PERSON_NAME, "Ada Lovelace", NULL));
  relm_plan_table_fixture_show (fixture, 1200, 700, "table");
  select_rows (fixture, 12, 1);
  g_assert_true (_relm_plan_table_paste (fixture->table, "Title\tAssignee\nPublish\t ada lovelace \n"));
  relm_plan_table_fixture_assert_text (fixture, "wi-six", RELM_PLAN_ASSIGNEE, "Ada Lovelace");
  g_assert_true (_relm_plan_table_paste (fixture->table, "Title\tAssignee\nPublish\t\n"));
  relm_plan_table_fixture_assert_text (fixture, "wi-six", RELM_PLAN_ASSIGNEE, "");
  cell = relm_plan_columns_find_cell (fixture->table->columns, relm_plan_table_fixture_get_row (fixture, "wi-six"), RELM_PLAN_ASSIGNEE);
  g_assert_true (relm_cell_edit (RELM_CELL (cell)));
  g_assert_true (relm_cell_is_editing (RELM_CELL (cell)));
  relm_cell_drop (RELM_CELL (cell));
  g_assert_false (relm_plan_table_fixture_can_edit (fixture, "pha-two", RELM_PLAN_ASSIGNEE));
}

/* The message says where: a row by its number, and a column. */
static void
test_paste_place (RelmPlanTableFixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GPtrArray) lines = relm_plan_paste_parse ("Title\tStart\nOne\t2027-05-03\nTwo\tsoon\n");
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GArray) columns = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changed;

  relm_plan_table_fixture_show (fixture, 1200, 700, "table");
  columns = relm_plan_columns_list_shown (fixture->table->columns);
  g_ptr_array_add (rows, relm_plan_table_fixture_get_row (fixture, "wi-six"));
  g_ptr_array_add (rows, relm_plan_table_fixture_get_row (fixture, "wi-undated"));
  g_assert_false (relm_plan_paste_apply (fixture->table->sheet, lines, rows, columns, 0, &n_changed, &error));
  g_assert_cmpstr (error->message, ==, "Nothing was pasted. Row 14, Start: Not a date: write it like 2027-05-03");
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), "/io/github/relm_app/Relm/icons");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
#define ADD(path, func)                                                                                                  \
  g_test_add ("/plan-table-writing/" path, RelmPlanTableFixture, NULL, relm_plan_table_fixture_setup, func, relm_plan_table_fixture_teardown)
  ADD ("write", test_write);
  ADD ("write-undated", test_write_undated);
  ADD ("write-points", test_write_points);
  ADD ("write-predecessors", test_write_predecessors);
  ADD ("write-refused", test_write_refused);
  ADD ("write-cascade", test_write_cascade);
  ADD ("write-focus", test_write_focus);
  ADD ("copy", test_copy);
  ADD ("paste-same", test_paste_same);
  ADD ("paste", test_paste);
  ADD ("paste-plain", test_paste_plain);
  ADD ("paste-refused", test_paste_refused);
  ADD ("assignee", test_assignee);
  ADD ("paste-place", test_paste_place);
  return g_test_run ();
}
