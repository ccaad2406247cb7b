/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan as files for others, and the plans of others. */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "relm-export-dialog.h"
#include "relm-milestone.h"
#include "relm-plan-export.h"
#include "relm-plan-import.h"
#include "relm-release.h"
#include "relm-test-wait.h"
#include "relm-work-item.h"

typedef struct
{
  RelmDocument *document;
  RelmTimeline *timeline;
  GtkWidget *window;
  char *folder;
  gboolean done;
  GError *error;
} Fixture;

static void
add_records (RelmDocument *document)
{
  RelmRecord *release, *item;

  relm_document_edit_begin (document, "Plan");
  relm_document_set_string (document, RELM_RECORD (relm_document_get_project (document)), RELM_PROJECT_NAME, "Plan", NULL);
  release = relm_document_add (document, RELM_TYPE_RELEASE, 0);
  relm_document_set_string (document, release, RELM_RELEASE_VERSION, "1/0", NULL);
  relm_document_set_date (document, release, RELM_RELEASE_PLANNED, relm_date_from_ymd (2027, 3, 1), NULL);
  item = relm_document_add (document, RELM_TYPE_WORK_ITEM, 0);
  relm_document_set_string (document, item, RELM_WORK_ITEM_TITLE, "Write it", NULL);
  relm_document_set_string (document, item, RELM_WORK_ITEM_RELEASE, relm_record_get_id (release), NULL);
  relm_document_set_date (document, item, RELM_WORK_ITEM_PLANNED_START, relm_date_from_ymd (2027, 1, 4), NULL);
  relm_document_set_date (document, item, RELM_WORK_ITEM_PLANNED_FINISH, relm_date_from_ymd (2027, 1, 8), NULL);
  relm_document_edit_end (document);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (RelmProject) project = relm_project_new ();

  fixture->document = relm_document_new (project);
  add_records (fixture->document);
  fixture->timeline = g_object_ref_sink (relm_timeline_new ());
  relm_timeline_set_project (fixture->timeline, project);
  fixture->folder = g_dir_make_tmp ("relm-exchange-XXXXXX", NULL);
  fixture->window = adw_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  relm_document_close (fixture->document);
  g_object_unref (fixture->document);
  g_object_run_dispose (G_OBJECT (fixture->timeline));
  g_object_unref (fixture->timeline);
  g_clear_error (&fixture->error);
}

static GFile *
get_file (Fixture *fixture,
          const char *name)
{
  return g_file_new_build_filename (fixture->folder, name, NULL);
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  Fixture *fixture = user_data;

  relm_plan_export_save_finish (result, &fixture->error);
  fixture->done = TRUE;
}

static void
save (Fixture *fixture,
      RelmPlanFormat format,
      const char *name)
{
  g_autoptr (GFile) file = get_file (fixture, name);
  const RelmPlanExportOptions options = {
    .format = format, .page_width = 842, .page_height = 595, .zoom = RELM_TIMELINE_ZOOM_WIDTH, .has_titles = TRUE,
    .has_heading = TRUE, .has_legend = TRUE, .with_work = TRUE,
  };

  fixture->done = FALSE;
  relm_plan_export_save_async (fixture->timeline, &options, file, NULL, saved_cb, fixture);
  relm_test_wait_until (fixture->done);
}

static char *
read_back (Fixture *fixture,
           const char *name)
{
  g_autoptr (GFile) file = get_file (fixture, name);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);

  g_assert_nonnull (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_formats (Fixture *fixture,
              gconstpointer data)
{
  static const char *const starts[RELM_PLAN_N_FORMATS] = { "%PDF-", "<?xml", "\211PNG", "No.,", "BEGIN:VCALENDAR", "<?xml" };

  for (guint i = 0; i < RELM_PLAN_N_FORMATS; i++)
    {
      g_autofree char *text = NULL;

      save (fixture, i, "plan");
      g_assert_no_error (fixture->error);
      text = read_back (fixture, "plan");
      g_assert_true (g_str_has_prefix (text, starts[i]));
    }
}

/* An earlier calendar is gone on with, and another file is not. */
static void
test_calendar (Fixture *fixture,
               gconstpointer data)
{
  RelmProject *project = relm_document_get_project (fixture->document);
  RelmRecord *item = relm_record_list_get (relm_project_get_list (project, RELM_TYPE_WORK_ITEM), 0);
  g_autofree char *first = NULL;
  g_autofree char *same = NULL;
  g_autofree char *later = NULL;

  save (fixture, RELM_PLAN_CSV, "plan.ics");
  save (fixture, RELM_PLAN_ICALENDAR, "plan.ics");
  first = read_back (fixture, "plan.ics");
  save (fixture, RELM_PLAN_ICALENDAR, "plan.ics");
  same = read_back (fixture, "plan.ics");
  g_assert_cmpstr (same, ==, first);
  relm_document_set_string (fixture->document, item, RELM_WORK_ITEM_TITLE, "Write it well", NULL);
  save (fixture, RELM_PLAN_ICALENDAR, "plan.ics");
  later = read_back (fixture, "plan.ics");
  g_assert_cmpstr (later, !=, first);
}

static void
test_names (Fixture *fixture,
            gconstpointer data)
{
  RelmProject *project = relm_document_get_project (fixture->document);
  g_autofree char *all = relm_plan_export_suggest_name (fixture->timeline, RELM_PLAN_PDF);
  g_autofree char *one = NULL;

  g_assert_cmpstr (all, ==, "Plan.pdf");
  relm_timeline_set_release (fixture->timeline, relm_record_list_get (relm_project_get_list (project, RELM_TYPE_RELEASE), 0));
  one = relm_plan_export_suggest_name (fixture->timeline, RELM_PLAN_ICALENDAR);
  g_assert_cmpstr (one, ==, "Plan 1-0.ics");
}

static void
test_nowhere (Fixture *fixture,
              gconstpointer data)
{
  save (fixture, RELM_PLAN_CSV, "none/plan.csv");
  g_assert_nonnull (fixture->error);
}

static guint
count (Fixture *fixture,
       GType type)
{
  return relm_record_list_get_size (relm_project_get_list (relm_document_get_project (fixture->document), type));
}

/* Out and in again, in one step that can be undone. */
static void
test_import (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "plan.xml");

  save (fixture, RELM_PLAN_MSPDI, "plan.xml");
  relm_plan_import_file (fixture->window, fixture->document, NULL, file);
  relm_test_wait_until (count (fixture, RELM_TYPE_WORK_ITEM) == 2);
  g_assert_cmpuint (count (fixture, RELM_TYPE_RELEASE), ==, 2);
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Import “plan.xml”");
  relm_document_undo (fixture->document);
  g_assert_cmpuint (count (fixture, RELM_TYPE_WORK_ITEM), ==, 1);
  g_assert_cmpuint (count (fixture, RELM_TYPE_RELEASE), ==, 1);
}

/* What is no plan is said, and changes nothing. */
static void
test_import_bad (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GFile) file = get_file (fixture, "plan.csv");
  AdwDialog *dialog = NULL;

  save (fixture, RELM_PLAN_CSV, "plan.csv");
  relm_plan_import_file (fixture->window, fixture->document, NULL, file);
  relm_test_wait_until ((dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))) != NULL);
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), "plan.csv:1:"));
  g_assert_cmpuint (count (fixture, RELM_TYPE_WORK_ITEM), ==, 1);
  adw_dialog_force_close (dialog);
}

static void
test_dialog (Fixture *fixture,
             gconstpointer data)
{
  AdwDialog *dialog = ADW_DIALOG (relm_export_dialog_new (fixture->timeline));

  adw_dialog_present (dialog, fixture->window);
  relm_test_wait_until (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) == dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "export.cancel", NULL);
  relm_test_wait_until (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) == NULL);
}

#define ADD(name, func) g_test_add ("/ui/plan-exchange/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("formats", test_formats);
  ADD ("calendar", test_calendar);
  ADD ("names", test_names);
  ADD ("nowhere", test_nowhere);
  ADD ("import", test_import);
  ADD ("import-bad", test_import_bad);
  ADD ("dialog", test_dialog);
  return g_test_run ();
}
