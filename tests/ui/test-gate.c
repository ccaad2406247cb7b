/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Criteria that are checked, and decisions about gates, as somebody makes them. */

#include "config.h"

#include <adwaita.h>

#include "relm-gate-criterion.h"
#include "relm-gate-dialog.h"
#include "relm-gate-row.h"
#include "relm-gate.h"
#include "relm-person.h"
#include "relm-record-consequences.h"

#define PLANNED relm_date_from_ymd (2127, 5, 3)

typedef struct
{
  RelmDocument *document;
  RelmRecord *gate;
  RelmRecord *criterion;
  GtkWidget *window;
} Fixture;

static void
setup (Fixture *fixture,
       gconstpointer data)
{
  g_autoptr (RelmProject) project = relm_project_new ();

  fixture->document = relm_document_new (project);
  fixture->gate = relm_document_add (fixture->document, RELM_TYPE_GATE, 0);
  relm_document_edit_begin (fixture->document, "Criterion");
  fixture->criterion = relm_document_add (fixture->document, RELM_TYPE_GATE_CRITERION, 0);
  relm_document_set_string (fixture->document, fixture->criterion, RELM_GATE_CRITERION_GATE, relm_record_get_id (fixture->gate), NULL);
  relm_document_edit_end (fixture->document);
  relm_document_set_date (fixture->document, fixture->gate, RELM_GATE_PLANNED, PLANNED, NULL);
  fixture->window = adw_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
teardown (Fixture *fixture,
          gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->document);
}

static void
say (Fixture *fixture,
     RelmRecord *record,
     guint field,
     const char *nick)
{
  g_autoptr (GError) error = NULL;

  relm_document_edit_begin (fixture->document, "Step");
  g_assert_true (relm_document_set_string (fixture->document, record, field, nick, &error));
  g_assert_true (relm_record_consequences_apply (fixture->document, record, field, &error));
  g_assert_no_error (error);
  relm_document_edit_end (fixture->document);
}

static void
test_consequences (Fixture *fixture,
                   gconstpointer data)
{
  const RelmDate today = relm_date_today ();

  say (fixture, fixture->gate, RELM_GATE_DECISION, "no_go");
  g_assert_cmpint (relm_record_get_date (fixture->gate, RELM_GATE_DECIDED), ==, today);
  g_assert_cmpint (relm_record_get_date (fixture->gate, RELM_GATE_ACTUAL), ==, RELM_DATE_NONE);
  say (fixture, fixture->gate, RELM_GATE_DECISION, "go");
  g_assert_cmpint (relm_record_get_date (fixture->gate, RELM_GATE_ACTUAL), ==, today);
  say (fixture, fixture->gate, RELM_GATE_DECISION, "pending");
  g_assert_cmpint (relm_record_get_date (fixture->gate, RELM_GATE_DECIDED), ==, RELM_DATE_NONE);
  g_assert_cmpint (relm_record_get_date (fixture->gate, RELM_GATE_ACTUAL), ==, RELM_DATE_NONE);

  say (fixture, fixture->criterion, RELM_GATE_CRITERION_STANDING, "waived");
  g_assert_cmpint (relm_record_get_date (fixture->criterion, RELM_GATE_CRITERION_CHECKED), ==, today);
  say (fixture, fixture->criterion, RELM_GATE_CRITERION_STANDING, "open");
  g_assert_cmpint (relm_record_get_date (fixture->criterion, RELM_GATE_CRITERION_CHECKED), ==, RELM_DATE_NONE);
}

/* What nobody named is called as its rule, until somebody names it. */
static void
test_name (Fixture *fixture,
           gconstpointer data)
{
  g_assert_cmpstr (relm_record_get_title (fixture->criterion), ==, "Untitled");
  say (fixture, fixture->criterion, RELM_GATE_CRITERION_RULE, "bugs_done");
  g_assert_cmpstr (relm_record_get_title (fixture->criterion), ==, "No bug is open");
  say (fixture, fixture->criterion, RELM_GATE_CRITERION_RULE, "work_done");
  g_assert_cmpstr (relm_record_get_title (fixture->criterion), ==, "All work items are done");
  relm_document_set_string (fixture->document, fixture->criterion, RELM_GATE_CRITERION_NAME, "Everything", NULL);
  say (fixture, fixture->criterion, RELM_GATE_CRITERION_RULE, "tests_done");
  g_assert_cmpstr (relm_record_get_title (fixture->criterion), ==, "Everything");
}

static GtkWidget *
find (GtkWidget *widget,
      GType type,
      const char *title)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) &&
      (title == NULL || g_strcmp0 (ADW_IS_PREFERENCES_ROW (widget) ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget))
                                                                   : gtk_button_get_label (GTK_BUTTON (widget)),
                                   title) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static AdwDialog *
open_dialog (Fixture *fixture)
{
  AdwDialog *dialog = relm_gate_dialog_new (fixture->document, fixture->gate, relm_date_today ());

  adw_dialog_present (dialog, fixture->window);
  return dialog;
}

static void
choose (AdwDialog *dialog,
        const char *decision)
{
  GtkWidget *row = find (adw_dialog_get_child (dialog), ADW_TYPE_ACTION_ROW, decision);

  g_assert_nonnull (row);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (row, GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
}

static void
decide (AdwDialog *dialog)
{
  GtkWidget *button = find (adw_dialog_get_child (dialog), GTK_TYPE_BUTTON, "_Decide");

  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* The whole decision is one step, which can be undone. */
static void
test_put_off (Fixture *fixture,
              gconstpointer data)
{
  AdwDialog *dialog = open_dialog (fixture);

  g_assert_false (gtk_widget_get_sensitive (find (adw_dialog_get_child (dialog), GTK_TYPE_BUTTON, "_Decide")));
  choose (dialog, "Deferred");
  decide (dialog);
  g_assert_cmpstr (relm_record_get_string (fixture->gate, RELM_GATE_DECISION), ==, "deferred");
  g_assert_cmpint (relm_record_get_date (fixture->gate, RELM_GATE_PLANNED), ==, PLANNED + 7);
  relm_document_undo (fixture->document);
  g_assert_cmpstr (relm_record_get_string (fixture->gate, RELM_GATE_DECISION), ==, "pending");
  g_assert_cmpint (relm_record_get_date (fixture->gate, RELM_GATE_PLANNED), ==, PLANNED);
  g_assert_cmpint (relm_record_get_date (fixture->gate, RELM_GATE_DECIDED), ==, RELM_DATE_NONE);
}

static void
test_go (Fixture *fixture,
         gconstpointer data)
{
  RelmRecord *person = relm_document_add (fixture->document, RELM_TYPE_PERSON, 0);
  AdwDialog *dialog = open_dialog (fixture);
  GtkWidget *conditions = find (adw_dialog_get_child (dialog), ADW_TYPE_ENTRY_ROW, "Conditions");

  g_assert_false (gtk_widget_get_visible (conditions));
  choose (dialog, "Go with conditions");
  g_assert_true (gtk_widget_get_visible (conditions));
  gtk_editable_set_text (GTK_EDITABLE (conditions), "The notes are translated");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (adw_dialog_get_child (dialog), ADW_TYPE_COMBO_ROW, NULL)), 1);
  decide (dialog);
  g_assert_cmpstr (relm_record_get_string (fixture->gate, RELM_GATE_DECISION), ==, "conditional_go");
  g_assert_cmpstr (relm_record_get_string (fixture->gate, RELM_GATE_CONDITIONS), ==, "The notes are translated");
  g_assert_cmpstr (relm_record_get_string (fixture->gate, RELM_GATE_OWNER), ==, relm_record_get_id (person));
  g_assert_cmpint (relm_record_get_date (fixture->gate, RELM_GATE_PLANNED), ==, PLANNED);
}

/* A row has a check where somebody has to say it, and words where a rule does. */
static void
test_rows (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *group = g_object_ref_sink (adw_preferences_group_new ());
  AdwActionRow *row = relm_criterion_row_new (group, fixture->document, fixture->criterion, relm_date_today ());
  GtkWidget *check = find (GTK_WIDGET (row), GTK_TYPE_CHECK_BUTTON, NULL);

  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpstr (relm_record_get_string (fixture->criterion, RELM_GATE_CRITERION_STANDING), ==, "met");
  relm_document_undo (fixture->document);
  g_assert_cmpstr (relm_record_get_string (fixture->criterion, RELM_GATE_CRITERION_STANDING), ==, "open");

  say (fixture, fixture->criterion, RELM_GATE_CRITERION_RULE, "work_done");
  row = relm_criterion_row_new (group, fixture->document, fixture->criterion, relm_date_today ());
  g_assert_null (find (GTK_WIDGET (row), GTK_TYPE_CHECK_BUTTON, NULL));
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "There is none yet");
  g_object_unref (group);
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, func) g_test_add ("/ui/gate/" name, Fixture, NULL, setup, func, teardown)
  ADD ("consequences", test_consequences);
  ADD ("name", test_name);
  ADD ("put-off", test_put_off);
  ADD ("go", test_go);
  ADD ("rows", test_rows);

  return g_test_run ();
}
