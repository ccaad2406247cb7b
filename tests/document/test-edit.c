/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-document.h"
#include "relm-phase.h"
#include "relm-release.h"
#include "relm-schedule-dependency.h"
#include "relm-work-item.h"

typedef struct
{
  RelmDocument *document;
  RelmProject *project;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->project = relm_project_new ();
  fixture->document = relm_document_new (fixture->project);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->document);
  g_object_unref (fixture->project);
}

static guint
count (Fixture *fixture,
       GType type)
{
  return relm_record_list_get_size (relm_project_get_list (fixture->project, type));
}

static RelmRecord *
add_release (Fixture *fixture,
             const char *version)
{
  RelmRecord *release;

  relm_document_edit_begin (fixture->document, "Add release");
  release = relm_document_add (fixture->document, RELM_TYPE_RELEASE, G_MAXUINT);
  g_assert_true (relm_document_set_string (fixture->document, release, RELM_RELEASE_VERSION, version, NULL));
  relm_document_edit_end (fixture->document);
  return release;
}

static void
test_set (Fixture *fixture,
          gconstpointer data)
{
  RelmRecord *release = add_release (fixture, "1.0");
  g_autoptr (GError) error = NULL;

  g_assert_true (relm_document_set_string (fixture->document, release, RELM_RELEASE_VERSION, "2.0", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Change Version");
  relm_document_undo (fixture->document);
  g_assert_cmpstr (relm_record_get_string (release, RELM_RELEASE_VERSION), ==, "1.0");
  g_assert_cmpstr (relm_document_get_redo_label (fixture->document), ==, "Change Version");
  relm_document_redo (fixture->document);
  g_assert_cmpstr (relm_record_get_string (release, RELM_RELEASE_VERSION), ==, "2.0");
}

static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  RelmRecord *release = add_release (fixture, "1.0");
  g_autoptr (GError) empty = NULL;
  g_autoptr (GError) dangling = NULL;

  g_assert_false (relm_document_set_string (fixture->document, release, RELM_RELEASE_VERSION, "", &empty));
  g_assert_error (empty, RELM_MODEL_ERROR, RELM_MODEL_ERROR_INVALID_VALUE);
  g_assert_false (relm_document_set_string (fixture->document, release, RELM_RELEASE_OWNER, "per-0", &dangling));
  g_assert_error (dangling, RELM_MODEL_ERROR, RELM_MODEL_ERROR_INVALID_VALUE);
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Add release");
}

/* A reference to a record of another kind is as wrong as one to nothing. */
static void
test_wrong_kind (Fixture *fixture,
                 gconstpointer data)
{
  RelmRecord *release = add_release (fixture, "1.0");
  const char *id = relm_record_get_id (release);

  g_assert_false (relm_document_set_string (fixture->document, release, RELM_RELEASE_OWNER, id, NULL));
}

static void
test_same_value (Fixture *fixture,
                 gconstpointer data)
{
  RelmRecord *release = add_release (fixture, "1.0");

  g_assert_true (relm_document_set_string (fixture->document, release, RELM_RELEASE_VERSION, "1.0", NULL));
  g_assert_true (relm_document_set_string (fixture->document, release, RELM_RELEASE_STATE, NULL, NULL));
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Add release");
}

static void
test_group (Fixture *fixture,
            gconstpointer data)
{
  RelmRecord *release = add_release (fixture, "1.0");

  relm_document_edit_begin (fixture->document, "Plan");
  relm_document_set_date (fixture->document, release, RELM_RELEASE_PLANNED, relm_date_from_ymd (2026, 3, 1), NULL);
  relm_document_set_string (fixture->document, release, RELM_RELEASE_NAME, "Spring", NULL);
  relm_document_edit_end (fixture->document);
  relm_document_undo (fixture->document);

  g_assert_cmpint (relm_record_get_date (release, RELM_RELEASE_PLANNED), ==, RELM_DATE_NONE);
  g_assert_null (relm_record_get_string (release, RELM_RELEASE_NAME));
  g_assert_cmpuint (count (fixture, RELM_TYPE_RELEASE), ==, 1);
}

static void
test_cancel (Fixture *fixture,
             gconstpointer data)
{
  RelmRecord *release = add_release (fixture, "1.0");

  relm_document_edit_begin (fixture->document, "Plan");
  relm_document_set_string (fixture->document, release, RELM_RELEASE_NAME, "Spring", NULL);
  relm_document_set_string (fixture->document, release, RELM_RELEASE_NAME, "Summer", NULL);
  relm_document_add (fixture->document, RELM_TYPE_PHASE, 0);
  relm_document_remove (fixture->document, release);
  relm_document_edit_cancel (fixture->document);

  g_assert_cmpuint (count (fixture, RELM_TYPE_PHASE), ==, 0);
  g_assert_cmpuint (count (fixture, RELM_TYPE_RELEASE), ==, 1);
  g_assert_null (relm_record_get_string (release, RELM_RELEASE_NAME));
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Add release");
}

static void
drag (Fixture *fixture,
      RelmRecord *release,
      RelmDate date,
      gconstpointer key)
{
  relm_document_edit_begin_merging (fixture->document, "Move", key);
  relm_document_set_date (fixture->document, release, RELM_RELEASE_PLANNED, date, NULL);
  relm_document_edit_end (fixture->document);
}

static void
test_merging (Fixture *fixture,
              gconstpointer data)
{
  RelmRecord *release = add_release (fixture, "1.0");
  int first, second;

  for (RelmDate date = 1; date <= 20; date++)
    drag (fixture, release, date, &first);
  drag (fixture, release, 30, &second);

  relm_document_undo (fixture->document);
  g_assert_cmpint (relm_record_get_date (release, RELM_RELEASE_PLANNED), ==, 20);
  relm_document_undo (fixture->document);
  g_assert_cmpint (relm_record_get_date (release, RELM_RELEASE_PLANNED), ==, RELM_DATE_NONE);
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Add release");
}

/* The first step after an undo never joins what was there before. */
static void
test_merging_after_undo (Fixture *fixture,
                         gconstpointer data)
{
  RelmRecord *release = add_release (fixture, "1.0");
  int key;

  drag (fixture, release, 1, &key);
  relm_document_undo (fixture->document);
  relm_document_redo (fixture->document);
  drag (fixture, release, 2, &key);
  relm_document_undo (fixture->document);
  g_assert_cmpint (relm_record_get_date (release, RELM_RELEASE_PLANNED), ==, 1);
}

static void
test_dragged_back (Fixture *fixture,
                   gconstpointer data)
{
  RelmRecord *release = add_release (fixture, "1.0");
  int key;

  drag (fixture, release, 1, &key);
  drag (fixture, release, RELM_DATE_NONE, &key);
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Add release");
}

static void
test_required (Fixture *fixture,
               gconstpointer data)
{
  RelmRecord *phase = relm_document_add (fixture->document, RELM_TYPE_PHASE, G_MAXUINT);

  g_assert_cmpstr (relm_record_get_string (phase, RELM_PHASE_NAME), ==, "Untitled");
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Add Phase");
}

static RelmRecord *
add_dependency (Fixture *fixture,
                RelmRecord *predecessor,
                RelmRecord *successor)
{
  RelmRecord *dependency;

  relm_document_edit_begin (fixture->document, "Link");
  dependency = relm_document_add (fixture->document, RELM_TYPE_SCHEDULE_DEPENDENCY, G_MAXUINT);
  relm_document_set_string (fixture->document, dependency, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR,
                            relm_record_get_id (predecessor), NULL);
  relm_document_set_string (fixture->document, dependency, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR,
                            relm_record_get_id (successor), NULL);
  relm_document_edit_end (fixture->document);
  return dependency;
}

/* A record that was made elsewhere comes in as it is, and goes again. */
static void
test_insert (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (RelmRecord) release = relm_record_new (RELM_TYPE_RELEASE, "rel-7k3m9x2qfd");
  const RelmValue version = RELM_VALUE_INIT_STRING ("1.0");
  g_autoptr (GError) error = NULL;

  relm_record_set_value (release, RELM_RELEASE_VERSION, &version);
  g_assert_true (relm_document_insert (fixture->document, release, G_MAXUINT, &error));
  g_assert_no_error (error);
  g_assert_true (relm_project_lookup (fixture->project, "rel-7k3m9x2qfd") == release);
  g_assert_false (relm_document_insert (fixture->document, release, G_MAXUINT, &error));
  g_assert_error (error, RELM_MODEL_ERROR, RELM_MODEL_ERROR_DUPLICATE_ID);
  relm_document_undo (fixture->document);
  g_assert_cmpuint (count (fixture, RELM_TYPE_RELEASE), ==, 0);
  relm_document_redo (fixture->document);
  g_assert_cmpstr (relm_record_get_string (relm_project_lookup (fixture->project, "rel-7k3m9x2qfd"), RELM_RELEASE_VERSION), ==, "1.0");
}

static void
test_remove (Fixture *fixture,
             gconstpointer data)
{
  RelmRecord *release = add_release (fixture, "1.0");
  RelmRecord *phase = relm_document_add (fixture->document, RELM_TYPE_PHASE, 0);

  relm_document_set_string (fixture->document, phase, RELM_PHASE_RELEASE, relm_record_get_id (release), NULL);
  relm_document_remove (fixture->document, release);
  g_assert_null (relm_record_get_string (phase, RELM_PHASE_RELEASE));
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Remove “1.0”");
  relm_document_undo (fixture->document);
  g_assert_true (relm_project_resolve (fixture->project, phase, RELM_PHASE_RELEASE) == release);
}

/* A dependency cannot be without its ends: it goes, and comes back, with either; also when both are the same. */
static void
test_remove_cascade (Fixture *fixture,
                     gconstpointer data)
{
  RelmRecord *first = relm_document_add (fixture->document, RELM_TYPE_WORK_ITEM, 0);
  RelmRecord *second = relm_document_add (fixture->document, RELM_TYPE_WORK_ITEM, 0);

  add_dependency (fixture, first, second);
  add_dependency (fixture, second, second);
  relm_document_remove (fixture->document, second);
  g_assert_cmpuint (count (fixture, RELM_TYPE_SCHEDULE_DEPENDENCY), ==, 0);
  relm_document_undo (fixture->document);
  g_assert_cmpuint (count (fixture, RELM_TYPE_SCHEDULE_DEPENDENCY), ==, 2);
  relm_document_redo (fixture->document);
  g_assert_cmpuint (count (fixture, RELM_TYPE_SCHEDULE_DEPENDENCY), ==, 0);
  g_assert_cmpuint (count (fixture, RELM_TYPE_WORK_ITEM), ==, 1);
}

/* Two that require each other go together, and once. */
static void
test_remove_circle (Fixture *fixture,
                    gconstpointer data)
{
  RelmRecord *release = add_release (fixture, "1.0");
  RelmRecord *first = add_dependency (fixture, release, release);
  RelmRecord *second = add_dependency (fixture, first, first);

  relm_document_set_string (fixture->document, first, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR, relm_record_get_id (second), NULL);
  relm_document_remove (fixture->document, release);
  g_assert_cmpuint (count (fixture, RELM_TYPE_SCHEDULE_DEPENDENCY), ==, 0);
  relm_document_undo (fixture->document);
  g_assert_cmpuint (count (fixture, RELM_TYPE_SCHEDULE_DEPENDENCY), ==, 2);
  g_assert_cmpstr (relm_record_get_string (first, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR), ==, relm_record_get_id (release));
}

static void
test_move (Fixture *fixture,
           gconstpointer data)
{
  RelmRecordList *list = relm_project_get_list (fixture->project, RELM_TYPE_RELEASE);
  RelmRecord *first = add_release (fixture, "1.0");
  RelmRecord *second = add_release (fixture, "2.0");

  relm_document_move (fixture->document, first, G_MAXUINT);
  g_assert_true (relm_record_list_get (list, 0) == second);
  relm_document_undo (fixture->document);
  g_assert_true (relm_record_list_get (list, 0) == first);
}

static void
count_cb (guint *counter)
{
  ++*counter;
}

static void
test_notify (Fixture *fixture,
             gconstpointer data)
{
  guint n_title = 0;
  guint n_undo = 0;

  g_signal_connect_swapped (fixture->document, "notify::title", G_CALLBACK (count_cb), &n_title);
  g_signal_connect_swapped (fixture->document, "notify::can-undo", G_CALLBACK (count_cb), &n_undo);
  relm_document_set_string (fixture->document, RELM_RECORD (fixture->project), RELM_PROJECT_NAME, "Relm", NULL);
  g_assert_cmpuint (n_title, ==, 1);
  g_assert_cmpuint (n_undo, ==, 1);
  g_assert_true (relm_document_get_modified (fixture->document));
}

static void
test_nested (Fixture *fixture,
             gconstpointer data)
{
  relm_document_edit_begin (fixture->document, "One");
  g_test_expect_message ("relm-document", G_LOG_LEVEL_CRITICAL, "*open_step == NULL*");
  relm_document_edit_begin (fixture->document, "Two");
  g_test_assert_expected_messages ();
  relm_document_edit_end (fixture->document);
}

#define ADD(path, function) g_test_add ("/document/edit/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("set", test_set);
  ADD ("refused", test_refused);
  ADD ("wrong-kind", test_wrong_kind);
  ADD ("same-value", test_same_value);
  ADD ("group", test_group);
  ADD ("cancel", test_cancel);
  ADD ("merging", test_merging);
  ADD ("merging-after-undo", test_merging_after_undo);
  ADD ("dragged-back", test_dragged_back);
  ADD ("required", test_required);
  ADD ("insert", test_insert);
  ADD ("remove", test_remove);
  ADD ("remove-cascade", test_remove_cascade);
  ADD ("remove-circle", test_remove_circle);
  ADD ("move", test_move);
  ADD ("notify", test_notify);
  ADD ("nested", test_nested);
  return g_test_run ();
}
