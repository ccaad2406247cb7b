/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-phase.h"
#include "relm-project.h"
#include "relm-release.h"
#include "relm-work-item.h"

static RelmRecord *
add (RelmProject *project,
     GType type,
     const char *id)
{
  g_autoptr (RelmRecord) record = relm_record_new (type, id);
  g_autoptr (GError) error = NULL;

  g_assert_true (relm_project_insert (project, record, G_MAXUINT, &error));
  g_assert_no_error (error);
  return record;
}

static void
test_lookup (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecord *release = add (project, RELM_TYPE_RELEASE, "rel-1");
  g_autoptr (RelmRecord) twin = relm_record_new (RELM_TYPE_PHASE, "rel-1");
  g_autoptr (GError) error = NULL;

  g_assert_true (relm_project_lookup (project, "rel-1") == release);
  g_assert_null (relm_project_lookup (project, "rel-2"));
  g_assert_false (relm_project_insert (project, twin, 0, &error));
  g_assert_error (error, RELM_MODEL_ERROR, RELM_MODEL_ERROR_DUPLICATE_ID);
}

static void
test_order (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_RELEASE);
  RelmRecord *a = add (project, RELM_TYPE_RELEASE, "rel-a");
  RelmRecord *b = add (project, RELM_TYPE_RELEASE, "rel-b");
  RelmRecord *c = add (project, RELM_TYPE_RELEASE, "rel-c");
  g_autoptr (RelmRecord) hold = g_object_ref (b);

  g_assert_cmpuint (relm_project_move (project, c, 0), ==, 2);
  g_assert_true (relm_record_list_get (list, 0) == c);
  g_assert_true (relm_record_list_get (list, 1) == a);
  g_assert_cmpuint (relm_project_remove (project, b), ==, 2);
  g_assert_cmpuint (relm_record_list_get_size (list), ==, 2);
  g_assert_null (relm_project_lookup (project, "rel-b"));
  g_assert_true (relm_project_insert (project, b, 1, NULL));
  g_assert_true (relm_record_list_get (list, 1) == b);
}

static void
test_references (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecord *release = add (project, RELM_TYPE_RELEASE, "rel-1");
  RelmRecord *phase = add (project, RELM_TYPE_PHASE, "pha-1");
  RelmValue value = { .type = RELM_FIELD_REFERENCE, .string = g_strdup ("rel-1") };
  g_autoptr (GArray) references = NULL;
  g_auto (GStrv) fine = NULL;
  g_auto (GStrv) dangling = NULL;

  relm_project_swap_value (project, phase, RELM_PHASE_RELEASE, &value);
  g_assert_true (relm_project_resolve (project, phase, RELM_PHASE_RELEASE) == release);

  references = relm_project_find_references (project, "rel-1");
  g_assert_cmpuint (references->len, ==, 1);
  g_assert_true (g_array_index (references, RelmReference, 0).record == phase);
  fine = relm_project_list_problems (project);
  g_assert_cmpuint (g_strv_length (fine), ==, 0);

  relm_project_remove (project, release);
  dangling = relm_project_list_problems (project);
  g_assert_cmpuint (g_strv_length (dangling), ==, 1);
  g_assert_nonnull (strstr (dangling[0], "pha-1"));
  g_assert_nonnull (strstr (dangling[0], "rel-1"));
}

static guint
count_references (RelmProject *project,
                  const char *id)
{
  g_autoptr (GArray) references = relm_project_find_references (project, id);

  return references->len;
}

/* They are known without looking at every record, so they have to follow every change. */
static void
test_references_follow (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmRecord *item = add (project, RELM_TYPE_WORK_ITEM, "wi-1");
  g_autoptr (RelmRecord) hold = g_object_ref (item);
  g_auto (RelmValue) release = { .type = RELM_FIELD_REFERENCE, .string = g_strdup ("rel-1") };
  g_auto (RelmValue) parent = { .type = RELM_FIELD_REFERENCE, .string = g_strdup ("wi-1") };

  g_assert_cmpuint (count_references (project, "rel-1"), ==, 0);
  relm_project_swap_value (project, item, RELM_WORK_ITEM_RELEASE, &release);
  relm_project_swap_value (project, item, RELM_WORK_ITEM_PARENT, &parent);
  g_assert_cmpuint (count_references (project, "rel-1"), ==, 1);
  g_assert_cmpuint (count_references (project, "wi-1"), ==, 1);

  relm_project_remove (project, item);
  g_assert_cmpuint (count_references (project, "rel-1"), ==, 0);
  g_assert_cmpuint (count_references (project, "wi-1"), ==, 0);
  g_assert_true (relm_project_insert (project, item, 0, NULL));
  g_assert_cmpuint (count_references (project, "rel-1"), ==, 1);
  g_assert_cmpuint (count_references (project, "wi-1"), ==, 1);

  relm_project_swap_value (project, item, RELM_WORK_ITEM_RELEASE, &release);
  g_assert_cmpuint (count_references (project, "rel-1"), ==, 0);
  g_assert_cmpuint (count_references (project, "wi-1"), ==, 1);
}

static void
changed_cb (RelmProject *project,
            guint type,
            RelmRecord *record,
            guint field,
            GString *log)
{
  g_string_append_printf (log, "%u:%s:%u ", type, relm_record_get_id (record), field);
}

static void
test_changed (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (GString) log = g_string_new (NULL);
  g_auto (RelmValue) value = { .type = RELM_FIELD_STRING, .string = g_strdup ("1.0") };
  RelmRecord *release;

  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), log);
  release = add (project, RELM_TYPE_RELEASE, "rel-1");
  relm_project_swap_value (project, release, RELM_RELEASE_VERSION, &value);
  relm_project_remove (project, release);

  g_assert_cmpstr (log->str, ==, "1:rel-1:0 0:rel-1:0 2:rel-1:0 ");
  g_assert_cmpuint (relm_project_get_revision (project), ==, 3);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/project/lookup", test_lookup);
  g_test_add_func ("/model/project/order", test_order);
  g_test_add_func ("/model/project/references", test_references);
  g_test_add_func ("/model/project/references-follow", test_references_follow);
  g_test_add_func ("/model/project/changed", test_changed);
  return g_test_run ();
}
