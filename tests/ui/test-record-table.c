/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "relm-field-cell.h"
#include "relm-record-table.h"
#include "relm-release.h"
#include "relm-work-item.h"

typedef struct
{
  RelmDocument *document;
  RelmViewState *state;
  GtkWidget *window;
  RelmRecordTable *table;
  RelmRecordRows *rows;
} Fixture;

static const guint columns[] = { RELM_WORK_ITEM_STATE, RELM_WORK_ITEM_STAGE, RELM_WORK_ITEM_RELEASE,
                                 RELM_WORK_ITEM_ASSIGNEE, RELM_WORK_ITEM_PLANNED_FINISH, RELM_WORK_ITEM_PROGRESS };

static RelmRecord *
add (RelmProject *project,
     GType type,
     guint index,
     guint title_field,
     const char *title)
{
  g_autofree char *id = g_strdup_printf ("%s-%010u", type == RELM_TYPE_RELEASE ? "rel" : "wi", index);
  g_autoptr (RelmRecord) record = relm_record_new (type, id);
  const RelmValue value = RELM_VALUE_INIT_STRING (title);

  relm_record_set_value (record, title_field, &value);
  relm_project_insert (project, record, G_MAXUINT, NULL);
  return record;
}

static void
setup (Fixture *fixture,
       gconstpointer data)
{
  const guint n_items = GPOINTER_TO_UINT (data);
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecord *release = add (project, RELM_TYPE_RELEASE, 0, RELM_RELEASE_VERSION, "1.0");
  const RelmValue reference = RELM_VALUE_INIT_REFERENCE (relm_record_get_id (release));

  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *title = g_strdup_printf ("Item %c %u", 'A' + (int) ((i * 7) % 26), i);
      RelmRecord *item = add (project, RELM_TYPE_WORK_ITEM, i, RELM_WORK_ITEM_TITLE, title);

      if (i % 2 == 0)
        relm_record_set_value (item, RELM_WORK_ITEM_RELEASE, &reference);
    }

  fixture->document = relm_document_new (project);
  fixture->state = relm_view_state_new ();
  relm_view_state_set_document (fixture->state, fixture->document);
  fixture->table = g_object_new (RELM_TYPE_RECORD_TABLE, NULL);
  relm_record_table_set_kind (fixture->table, RELM_TYPE_WORK_ITEM, columns, G_N_ELEMENTS (columns));
  fixture->rows = relm_record_table_get_rows (fixture->table);
  relm_record_table_set_view_state (fixture->table, fixture->state);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->table));
  if (n_items < 1000)
    {
      gtk_window_present (GTK_WINDOW (fixture->window));
      gtk_test_widget_wait_for_draw (fixture->window);
    }
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
teardown (Fixture *fixture,
          gconstpointer data)
{
  g_object_ref (fixture->table);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->table);
  g_assert_finalize_object (fixture->state);
  g_assert_finalize_object (fixture->document);
}

static guint
count (Fixture *fixture)
{
  settle ();
  return g_list_model_get_n_items (relm_record_rows_get_model (fixture->rows));
}

static RelmRecord *
get (Fixture *fixture,
     guint position)
{
  g_autoptr (RelmRecord) record = g_list_model_get_item (relm_record_rows_get_model (fixture->rows), position);

  return record;
}

static void
test_add_and_delete (Fixture *fixture,
                     gconstpointer data)
{
  RelmProject *project = relm_document_get_project (fixture->document);
  RelmRecord *release = relm_record_list_get (relm_project_get_list (project, RELM_TYPE_RELEASE), 0);
  RelmRecord *added;

  relm_view_state_set_release (fixture->state, release);
  g_assert_cmpuint (count (fixture), ==, 5);

  relm_record_table_add_record (fixture->table);
  g_assert_cmpuint (count (fixture), ==, 6);
  added = relm_view_state_get_selected (fixture->state);
  g_assert_nonnull (added);
  g_assert_cmpstr (relm_record_get_string (added, RELM_WORK_ITEM_RELEASE), ==, relm_record_get_id (release));
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Add Work item");

  relm_record_table_remove_selected (fixture->table);
  g_assert_cmpuint (count (fixture), ==, 5);
  relm_document_undo (fixture->document);
  g_assert_cmpuint (count (fixture), ==, 6);
  relm_document_undo (fixture->document);
  g_assert_cmpuint (count (fixture), ==, 5);
}

static void
test_filter (Fixture *fixture,
             gconstpointer data)
{
  g_assert_cmpuint (count (fixture), ==, 10);
  relm_record_rows_set_search (fixture->rows, "item h");
  g_assert_cmpuint (count (fixture), ==, 1);
  relm_record_rows_set_search (fixture->rows, "1.0");
  g_assert_cmpuint (count (fixture), ==, 5);
  relm_document_set_string (fixture->document, get (fixture, 0), RELM_WORK_ITEM_RELEASE, NULL, NULL);
  g_assert_cmpuint (count (fixture), ==, 4);
  relm_document_undo (fixture->document);
  g_assert_cmpuint (count (fixture), ==, 5);
  relm_record_rows_set_search (fixture->rows, NULL);
  g_assert_cmpuint (count (fixture), ==, 10);
}

static void
test_sort (Fixture *fixture,
           gconstpointer data)
{
  GtkColumnView *view = relm_record_table_get_view (fixture->table);
  g_autoptr (GtkColumnViewColumn) title = g_list_model_get_item (gtk_column_view_get_columns (view), 0);
  g_autoptr (GtkColumnViewColumn) progress = g_list_model_get_item (gtk_column_view_get_columns (view), 6);
  RelmRecord *record;

  gtk_column_view_sort_by_column (view, title, GTK_SORT_ASCENDING);
  settle ();
  g_assert_cmpstr (relm_record_get_title (get (fixture, 0)), ==, "Item A 0");
  g_assert_cmpstr (relm_record_get_title (get (fixture, 1)), ==, "Item C 4");

  record = get (fixture, 5);
  relm_document_set_string (fixture->document, record, RELM_WORK_ITEM_TITLE, "AAA", NULL);
  settle ();
  g_assert_true (get (fixture, 0) == record);

  gtk_column_view_sort_by_column (view, progress, GTK_SORT_DESCENDING);
  relm_document_set_integer (fixture->document, get (fixture, 7), RELM_WORK_ITEM_PROGRESS, 70, NULL);
  settle ();
  g_assert_cmpint (relm_record_get_integer (get (fixture, 0), RELM_WORK_ITEM_PROGRESS), ==, 70);
}

static void
test_selection (Fixture *fixture,
                gconstpointer data)
{
  GtkSingleSelection *selection;

  selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (relm_record_table_get_view (fixture->table)));
  g_assert_null (relm_view_state_get_selected (fixture->state));
  relm_view_state_set_selected (fixture->state, get (fixture, 3));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 3);
  gtk_single_selection_set_selected (selection, 5);
  g_assert_true (relm_view_state_get_selected (fixture->state) == get (fixture, 5));
  relm_document_remove (fixture->document, get (fixture, 5));
  settle ();
  g_assert_null (relm_view_state_get_selected (fixture->state));
}

static RelmFieldCell *
find_cell (GtkWidget *widget,
           RelmRecord *record,
           guint field)
{
  if (RELM_IS_FIELD_CELL (widget))
    {
      RelmFieldEditor *editor = relm_field_cell_get_editor (RELM_FIELD_CELL (widget));

      return relm_field_editor_get_record (editor) == record && relm_field_editor_get_index (editor) == field
               ? RELM_FIELD_CELL (widget) : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      RelmFieldCell *cell = find_cell (child, record, field);

      if (cell != NULL)
        return cell;
    }
  return NULL;
}

static void
test_edit (Fixture *fixture,
           gconstpointer data)
{
  RelmRecord *record = get (fixture, 2);
  RelmFieldCell *cell;


  cell = find_cell (GTK_WIDGET (fixture->table), record, RELM_WORK_ITEM_TITLE);
  g_assert_nonnull (cell);
  g_assert_true (relm_cell_edit (RELM_CELL (cell)));
  gtk_editable_set_text (relm_cell_get_entry (RELM_CELL (cell)), "Written in place");
  g_signal_emit_by_name (relm_cell_get_entry (RELM_CELL (cell)), "activate");
  g_assert_false (relm_cell_is_editing (RELM_CELL (cell)));
  g_assert_cmpstr (relm_record_get_title (record), ==, "Written in place");

  cell = find_cell (GTK_WIDGET (fixture->table), record, RELM_WORK_ITEM_PLANNED_FINISH);
  g_assert_true (relm_cell_edit (RELM_CELL (cell)));
  gtk_editable_set_text (relm_cell_get_entry (RELM_CELL (cell)), "2027-05-03");
  g_signal_emit_by_name (relm_cell_get_entry (RELM_CELL (cell)), "activate");
  g_assert_cmpint (relm_record_get_date (record, RELM_WORK_ITEM_PLANNED_FINISH), ==, relm_date_from_ymd (2027, 5, 3));

  cell = find_cell (GTK_WIDGET (fixture->table), record, RELM_WORK_ITEM_STAGE);
  g_assert_true (relm_cell_edit (RELM_CELL (cell)));
  settle ();
  relm_document_undo (fixture->document);
  g_assert_cmpint (relm_record_get_date (record, RELM_WORK_ITEM_PLANNED_FINISH), ==, RELM_DATE_NONE);
}

/* What was written is not lost when somebody goes on elsewhere, and the cell is itself again. */
static void
test_leave (Fixture *fixture,
            gconstpointer data)
{
  RelmRecord *record = get (fixture, 2);
  RelmFieldCell *cell, *other;

  cell = find_cell (GTK_WIDGET (fixture->table), record, RELM_WORK_ITEM_TITLE);
  other = find_cell (GTK_WIDGET (fixture->table), get (fixture, 4), RELM_WORK_ITEM_STATE);

  g_assert_true (relm_cell_edit (RELM_CELL (cell)));
  gtk_editable_set_text (relm_cell_get_entry (RELM_CELL (cell)), "Left");
  gtk_widget_grab_focus (GTK_WIDGET (other));
  settle ();
  g_assert_false (relm_cell_is_editing (RELM_CELL (cell)));
  g_assert_cmpstr (relm_record_get_title (record), ==, "Left");

  /* What is not understood is not taken. */
  cell = find_cell (GTK_WIDGET (fixture->table), record, RELM_WORK_ITEM_PLANNED_FINISH);
  g_assert_true (relm_cell_edit (RELM_CELL (cell)));
  gtk_editable_set_text (relm_cell_get_entry (RELM_CELL (cell)), "some day");
  g_signal_emit_by_name (relm_cell_get_entry (RELM_CELL (cell)), "activate");
  g_assert_true (relm_cell_is_editing (RELM_CELL (cell)));
  gtk_widget_grab_focus (GTK_WIDGET (other));
  settle ();
  g_assert_false (relm_cell_is_editing (RELM_CELL (cell)));
  g_assert_cmpint (relm_record_get_date (record, RELM_WORK_ITEM_PLANNED_FINISH), ==, RELM_DATE_NONE);
}

static void
test_many (Fixture *fixture,
           gconstpointer data)
{
  GtkColumnView *view = relm_record_table_get_view (fixture->table);
  g_autoptr (GtkColumnViewColumn) title = g_list_model_get_item (gtk_column_view_get_columns (view), 0);
  gint64 start = g_get_monotonic_time ();

  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  g_test_message ("first frame of 10000 rows: %.1f ms", (double) (g_get_monotonic_time () - start) / 1000);

  start = g_get_monotonic_time ();
  gtk_column_view_sort_by_column (view, title, GTK_SORT_ASCENDING);
  settle ();
  g_test_message ("sort by title: %.1f ms", (double) (g_get_monotonic_time () - start) / 1000);

  start = g_get_monotonic_time ();
  relm_record_rows_set_search (fixture->rows, "item h");
  g_test_message ("search: %.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
  relm_record_rows_set_search (fixture->rows, NULL);

  start = g_get_monotonic_time ();
  for (guint i = 0; i < 20; i++)
    {
      gtk_column_view_scroll_to (view, i * 487, NULL, GTK_LIST_SCROLL_NONE, NULL);
      gtk_test_widget_wait_for_draw (fixture->window);
    }
  g_test_message ("a jump to rows not yet bound: %.1f ms", (double) (g_get_monotonic_time () - start) / 20000);

  start = g_get_monotonic_time ();
  relm_document_set_string (fixture->document, get (fixture, 5000), RELM_WORK_ITEM_TITLE, "AAA", NULL);
  settle ();
  g_test_message ("one edit, sorted again: %.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpstr (relm_record_get_title (get (fixture, 0)), ==, "AAA");
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, n_items, func) \
  g_test_add ("/ui/record-table/" name, Fixture, GUINT_TO_POINTER (n_items), setup, func, teardown)
  ADD ("add-and-delete", 10, test_add_and_delete);
  ADD ("filter", 10, test_filter);
  ADD ("sort", 10, test_sort);
  ADD ("selection", 10, test_selection);
  ADD ("edit", 10, test_edit);
  ADD ("leave", 10, test_leave);
  ADD ("many", 10000, test_many);

  return g_test_run ();
}
