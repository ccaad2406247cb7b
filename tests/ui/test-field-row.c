/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "relm-change-entry.h"
#include "relm-field-form.h"
#include "relm-kinds.h"
#include "relm-option-popover.h"
#include "relm-person.h"
#include "relm-project.h"
#include "relm-stakeholder.h"
#include "relm-text-row.h"
#include "relm-record-edits.h"
#include "relm-work-item.h"

typedef struct
{
  RelmDocument *document;
  RelmRecord *record;
  RelmFieldForm *form;
} Fixture;

static void
setup (Fixture *fixture,
       gconstpointer data)
{
  const GType type = *(const GType *) data;
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecordList *list = relm_project_get_list (project, type);

  fixture->document = relm_document_new (project);
  fixture->record = relm_document_add (fixture->document, type, 0);
  fixture->form = g_object_ref_sink (relm_field_form_new (relm_record_list_get_kind (list)));
  relm_field_form_set_record (fixture->form, fixture->document, fixture->record);
}

static void
teardown (Fixture *fixture,
          gconstpointer data)
{
  g_assert_finalize_object (fixture->form);
  g_assert_finalize_object (fixture->document);
}

static void
test_string (Fixture *fixture,
             gconstpointer data)
{
  GtkEditable *row = GTK_EDITABLE (relm_field_form_get_row (fixture->form, RELM_WORK_ITEM_TITLE));
  g_autofree char *before = g_strdup (gtk_editable_get_text (row));

  gtk_editable_set_text (row, "API");
  gtk_editable_set_text (row, "API freeze");
  g_assert_cmpstr (relm_record_get_string (fixture->record, RELM_WORK_ITEM_TITLE), ==, "API freeze");
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Change Title");

  relm_document_undo (fixture->document);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, before);
  g_assert_cmpstr (relm_record_get_string (fixture->record, RELM_WORK_ITEM_TITLE), ==, before);

  relm_document_redo (fixture->document);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "API freeze");
}

static void
test_invalid (Fixture *fixture,
              gconstpointer data)
{
  GtkWidget *row = relm_field_form_get_row (fixture->form, RELM_WORK_ITEM_TITLE);

  gtk_editable_set_text (GTK_EDITABLE (row), "API freeze");
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (relm_record_get_string (fixture->record, RELM_WORK_ITEM_TITLE), ==, "API freeze");

  gtk_editable_set_text (GTK_EDITABLE (row), "Freeze");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Title");
}

static void
test_date (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *row = relm_field_form_get_row (fixture->form, RELM_WORK_ITEM_PLANNED_FINISH);

  gtk_editable_set_text (GTK_EDITABLE (row), "2027-05-03");
  g_assert_cmpint (relm_record_get_date (fixture->record, RELM_WORK_ITEM_PLANNED_FINISH), ==, RELM_DATE_NONE);
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpint (relm_record_get_date (fixture->record, RELM_WORK_ITEM_PLANNED_FINISH), ==,
                   relm_date_from_ymd (2027, 5, 3));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "3 May 2027");

  gtk_editable_set_text (GTK_EDITABLE (row), "whenever");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "whenever");

  relm_document_undo (fixture->document);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
}

static void
test_integer (Fixture *fixture,
              gconstpointer data)
{
  AdwSpinRow *row = ADW_SPIN_ROW (relm_field_form_get_row (fixture->form, RELM_WORK_ITEM_PROGRESS));

  for (int i = 1; i <= 5; i++)
    adw_spin_row_set_value (row, i * 10);
  g_assert_cmpint (relm_record_get_integer (fixture->record, RELM_WORK_ITEM_PROGRESS), ==, 50);
  relm_document_undo (fixture->document);
  g_assert_cmpfloat (adw_spin_row_get_value (row), ==, 0);
}

static void
test_text (Fixture *fixture,
           gconstpointer data)
{
  RelmTextRow *row = RELM_TEXT_ROW (relm_field_form_get_row (fixture->form, RELM_WORK_ITEM_DESCRIPTION));
  GtkTextBuffer *buffer = relm_text_row_get_buffer (row);

  gtk_text_buffer_insert_at_cursor (buffer, "One\n", -1);
  gtk_text_buffer_insert_at_cursor (buffer, "Two", -1);
  g_assert_cmpstr (relm_record_get_string (fixture->record, RELM_WORK_ITEM_DESCRIPTION), ==, "One\nTwo");
  relm_document_undo (fixture->document);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
}

static void
test_boolean (Fixture *fixture,
              gconstpointer data)
{
  AdwSwitchRow *row = ADW_SWITCH_ROW (relm_field_form_get_row (fixture->form, RELM_CHANGE_ENTRY_BREAKING));

  adw_switch_row_set_active (row, TRUE);
  g_assert_true (relm_record_get_boolean (fixture->record, RELM_CHANGE_ENTRY_BREAKING));
  relm_document_undo (fixture->document);
  g_assert_false (adw_switch_row_get_active (row));
}

static void
test_strings (Fixture *fixture,
              gconstpointer data)
{
  GtkWidget *row = relm_field_form_get_row (fixture->form, RELM_CHANGE_ENTRY_COMMITS);

  gtk_editable_set_text (GTK_EDITABLE (row), "abc, def");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpuint (g_strv_length ((GStrv) relm_record_get_strings (fixture->record, RELM_CHANGE_ENTRY_COMMITS)), ==, 2);
  relm_document_undo (fixture->document);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
}

static void
choose (Fixture *fixture,
        guint field,
        guint option)
{
  g_autoptr (RelmFieldEditor) editor = relm_field_editor_new (relm_record_get_kind (fixture->record), field);
  g_autoptr (RelmOptionPopover) popover = NULL;
  g_autoptr (RelmOption) chosen = NULL;

  relm_field_editor_set_record (editor, fixture->document, fixture->record);
  popover = g_object_ref_sink (relm_option_popover_new (editor));
  chosen = g_list_model_get_item (relm_option_popover_get_options (popover), option);
  relm_option_popover_choose (popover, chosen);
}

static void
test_choice (Fixture *fixture,
             gconstpointer data)
{
  AdwActionRow *row = ADW_ACTION_ROW (relm_field_form_get_row (fixture->form, RELM_WORK_ITEM_STAGE));

  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "None");
  choose (fixture, RELM_WORK_ITEM_STAGE, 3);
  g_assert_cmpstr (relm_record_get_string (fixture->record, RELM_WORK_ITEM_STAGE), ==, "coding");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Coding");
  choose (fixture, RELM_WORK_ITEM_STAGE, 0);
  g_assert_null (relm_record_get_string (fixture->record, RELM_WORK_ITEM_STAGE));
  relm_document_undo (fixture->document);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Coding");
}

/* Done today, unless it says when; and not done any more when it is taken up again. All of it is one step. */
static void
test_state (Fixture *fixture,
            gconstpointer data)
{
  RelmRecord *record = fixture->record;

  choose (fixture, RELM_WORK_ITEM_STATE, 3);
  g_assert_cmpstr (relm_record_get_string (record, RELM_WORK_ITEM_STATE), ==, "done");
  g_assert_cmpint (relm_record_get_date (record, RELM_WORK_ITEM_ACTUAL_FINISH), ==, relm_date_today ());
  relm_document_undo (fixture->document);
  g_assert_cmpstr (relm_record_get_string (record, RELM_WORK_ITEM_STATE), ==, "open");
  g_assert_cmpint (relm_record_get_date (record, RELM_WORK_ITEM_ACTUAL_FINISH), ==, RELM_DATE_NONE);
  relm_document_set_date (fixture->document, record, RELM_WORK_ITEM_ACTUAL_FINISH, relm_date_from_ymd (2026, 5, 4), NULL);
  choose (fixture, RELM_WORK_ITEM_STATE, 3);
  g_assert_cmpint (relm_record_get_date (record, RELM_WORK_ITEM_ACTUAL_FINISH), ==, relm_date_from_ymd (2026, 5, 4));
  choose (fixture, RELM_WORK_ITEM_STATE, 1);
  g_assert_cmpint (relm_record_get_date (record, RELM_WORK_ITEM_ACTUAL_FINISH), ==, RELM_DATE_NONE);
}

static void
test_added (Fixture *fixture,
            gconstpointer data)
{
  RelmRecordList *list = relm_project_get_list (relm_document_get_project (fixture->document), RELM_TYPE_WORK_ITEM);
  RelmRecord *added = relm_record_edits_add (fixture->document, RELM_TYPE_WORK_ITEM, NULL, NULL, NULL);

  g_assert_cmpint (relm_record_get_date (added, RELM_WORK_ITEM_ADDED), ==, relm_date_today ());
  relm_document_undo (fixture->document);
  g_assert_cmpuint (relm_record_list_get_size (list), ==, 1);
}

static void
test_unknown_choice (Fixture *fixture,
                     gconstpointer data)
{
  AdwActionRow *row = ADW_ACTION_ROW (relm_field_form_get_row (fixture->form, RELM_WORK_ITEM_STAGE));
  RelmProject *project = relm_document_get_project (fixture->document);
  g_autoptr (GListModel) options = NULL;

  relm_document_set_string (fixture->document, fixture->record, RELM_WORK_ITEM_STAGE, "orbit", NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "orbit");
  options = relm_option_list_new (project, &relm_record_get_kind (fixture->record)->fields[RELM_WORK_ITEM_STAGE], "orbit");
  g_assert_cmpuint (g_list_model_get_n_items (options), ==, 7); /* none, five stages, and this one */
}

static void
test_reference (Fixture *fixture,
                gconstpointer data)
{
  AdwActionRow *row = ADW_ACTION_ROW (relm_field_form_get_row (fixture->form, RELM_WORK_ITEM_ASSIGNEE));
  RelmRecord *person = relm_document_add (fixture->document, RELM_TYPE_PERSON, 0);

  relm_document_set_string (fixture->document, person, RELM_PERSON_NAME, "Ada <b>", NULL);
  choose (fixture, RELM_WORK_ITEM_ASSIGNEE, 1);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Ada <b>");
  relm_document_set_string (fixture->document, person, RELM_PERSON_NAME, "Grace", NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Grace");
  relm_document_remove (fixture->document, person);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "None");
  relm_document_undo (fixture->document);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Grace");
}

/* A form is used for one record after the other and keeps none of them. */
static void
test_exchange (Fixture *fixture,
               gconstpointer data)
{
  RelmRecord *other = relm_document_add (fixture->document, RELM_TYPE_WORK_ITEM, 1);
  GtkEditable *row = GTK_EDITABLE (relm_field_form_get_row (fixture->form, RELM_WORK_ITEM_TITLE));

  relm_document_set_string (fixture->document, fixture->record, RELM_WORK_ITEM_TITLE, "One", NULL);
  relm_document_set_string (fixture->document, other, RELM_WORK_ITEM_TITLE, "Two", NULL);
  relm_field_form_set_record (fixture->form, fixture->document, other);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "Two");
  relm_document_set_string (fixture->document, fixture->record, RELM_WORK_ITEM_TITLE, "Three", NULL);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "Two");
  gtk_editable_set_text (row, "Four");
  g_assert_cmpstr (relm_record_get_string (fixture->record, RELM_WORK_ITEM_TITLE), ==, "Three");
  g_assert_cmpstr (relm_record_get_string (other, RELM_WORK_ITEM_TITLE), ==, "Four");
}

/* Whatever the tables say, there is a row for it. */
static void
test_every_kind (void)
{
  for (guint i = 0; i < relm_kinds_get_count (); i++)
    {
      const RelmKind *kind = relm_kinds_get (i);
      RelmFieldForm *form = g_object_ref_sink (relm_field_form_new (kind));

      for (guint j = 0; kind->fields[j].name != NULL; j++)
        g_assert_true ((relm_field_form_get_row (form, j) != NULL) == !(kind->fields[j].flags & RELM_FIELD_HIDDEN));
      g_assert_finalize_object (form);
    }
}

int
main (int argc,
      char *argv[])
{
  GType work_item, change_entry;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  work_item = RELM_TYPE_WORK_ITEM;
  change_entry = RELM_TYPE_CHANGE_ENTRY;
#define ADD(name, type, func) g_test_add ("/ui/field-row/" name, Fixture, &type, setup, func, teardown)
  ADD ("string", work_item, test_string);
  ADD ("invalid", work_item, test_invalid);
  ADD ("date", work_item, test_date);
  ADD ("integer", work_item, test_integer);
  ADD ("text", work_item, test_text);
  ADD ("boolean", change_entry, test_boolean);
  ADD ("strings", change_entry, test_strings);
  ADD ("choice", work_item, test_choice);
  ADD ("state", work_item, test_state);
  ADD ("added", work_item, test_added);
  ADD ("unknown-choice", work_item, test_unknown_choice);
  ADD ("reference", work_item, test_reference);
  ADD ("exchange", work_item, test_exchange);
  g_test_add_func ("/ui/field-row/every-kind", test_every_kind);

  return g_test_run ();
}
