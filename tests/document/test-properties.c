/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is done to a project, undo and redo bring back exactly what was there, to the byte. */

#include "config.h"

#include "relm-document.h"
#include "relm-format.h"
#include "relm-random-project.h"

#define N_PROJECTS 20
#define N_RECORDS 40
#define N_STEPS 60

typedef struct
{
  GRand *random;
  RelmDocument *document;
  RelmProject *project;
  GPtrArray *texts; /* of GBytes: after each step that can be undone, the first before all of them */
} Run;

static gboolean
chance (Run *run,
        int percent)
{
  return g_rand_int_range (run->random, 0, 100) < percent;
}

static guint
choose (Run *run,
        guint n)
{
  return (guint) g_rand_int_range (run->random, 0, (gint32) n);
}

static RelmRecordList *
any_list (Run *run)
{
  return relm_project_get_list_at (run->project, choose (run, relm_project_get_n_lists (run->project)));
}

static RelmRecord *
any_record (Run *run)
{
  RelmRecordList *list = any_list (run);
  const guint n = relm_record_list_get_size (list);

  return n > 0 ? relm_record_list_get (list, choose (run, n)) : NULL;
}

static const char *
any_id (Run *run,
        const RelmField *field)
{
  for (guint i = 0; i < 20; i++)
    {
      RelmRecord *record = any_record (run);

      if (record != NULL && (field->target == NULL || g_str_equal (relm_record_get_kind (record)->name, field->target)))
        return relm_record_get_id (record);
    }
  return NULL;
}

static void
any_value (Run *run,
           const RelmField *field,
           RelmValue *value)
{
  const char *id;

  value->type = field->type;
  if (chance (run, 15))
    return; /* unset */
  if (field->type != RELM_FIELD_REFERENCE && field->type != RELM_FIELD_REFERENCES)
    {
      relm_random_value (run->random, field, N_RECORDS, FALSE, value);
      return;
    }
  id = any_id (run, field);
  if (field->type == RELM_FIELD_REFERENCE)
    relm_value_set_string (value, id);
  else if (id != NULL)
    relm_value_take_strings (value, g_strdupv ((char *[]) { (char *) id, NULL }));
}

static void
set_field (Run *run,
           RelmRecord *record,
           guint field)
{
  g_auto (RelmValue) value = { 0 };

  any_value (run, &relm_record_get_kind (record)->fields[field], &value);
  relm_document_set (run->document, record, field, &value, NULL); /* may be refused, which is an edit that does nothing */
}

static void
set_any_field (Run *run)
{
  RelmRecord *record = chance (run, 10) ? RELM_RECORD (run->project) : any_record (run);

  if (record != NULL)
    set_field (run, record, choose (run, relm_kind_get_n_fields (relm_record_get_kind (record))));
}

/* A record that requires a reference gets it in the same step, or goes again. */
static void
add_record (Run *run)
{
  RelmRecordList *list = any_list (run);
  RelmRecord *record = relm_document_add (run->document, relm_record_list_get_record_type (list),
                                          chance (run, 50) ? G_MAXUINT : choose (run, relm_record_list_get_size (list) + 1));
  const RelmField *fields = relm_record_get_kind (record)->fields;

  for (guint i = 0; fields[i].name != NULL; i++)
    {
      const gboolean needed = (fields[i].flags & RELM_FIELD_REQUIRED) && fields[i].type == RELM_FIELD_REFERENCE;

      for (guint j = 0; needed && relm_record_get_string (record, i) == NULL && j < 20; j++)
        set_field (run, record, i);
      if (needed && relm_record_get_string (record, i) == NULL)
        {
          relm_document_remove (run->document, record);
          return;
        }
      if (!needed && chance (run, 40))
        set_field (run, record, i);
    }
}

static void
edit_once (Run *run)
{
  RelmRecord *record = any_record (run);
  const guint kind = choose (run, 100);

  if (kind < 45)
    set_any_field (run);
  else if (kind < 65)
    add_record (run);
  else if (record != NULL && kind < 82)
    relm_document_remove (run->document, record);
  else if (record != NULL)
    relm_document_move (run->document, record, choose (run, N_RECORDS));
}

static void
assert_text (Run *run,
             GBytes *expected)
{
  g_autoptr (GBytes) text = relm_format_write (run->project);

  if (!g_bytes_equal (text, expected))
    g_assert_cmpstr (g_bytes_get_data (text, NULL), ==, g_bytes_get_data (expected, NULL));
}

/* Keeps the text of the state that the step led to. A merging step may have become part of the one before. */
static void
step (Run *run)
{
  static const int key;
  g_autoptr (GBytes) before = relm_format_write (run->project);
  const gboolean merging = chance (run, 30);

  relm_document_edit_begin_merging (run->document, merging ? "Drag" : "Edit", merging ? &key : NULL);
  for (guint n = choose (run, 5) + 1; n > 0; n--)
    edit_once (run);
  if (chance (run, 15))
    {
      relm_document_edit_cancel (run->document);
      assert_text (run, before);
      return;
    }
  relm_document_edit_end (run->document);
}

/* Goes all the way back, keeping what each state was, and forth again; then they have to be the same, both ways. */
static void
walk (Run *run)
{
  guint i;

  while (relm_document_get_can_redo (run->document))
    relm_document_redo (run->document);
  g_ptr_array_add (run->texts, relm_format_write (run->project));
  while (relm_document_get_can_undo (run->document))
    {
      relm_document_undo (run->document);
      g_ptr_array_add (run->texts, relm_format_write (run->project));
    }
  for (i = run->texts->len - 1; relm_document_get_can_redo (run->document); i--)
    {
      assert_text (run, g_ptr_array_index (run->texts, i));
      relm_document_redo (run->document);
    }
  g_assert_cmpuint (i, ==, 0);
  assert_text (run, g_ptr_array_index (run->texts, 0));
}

static void
unref_bytes (gpointer data)
{
  g_bytes_unref (data);
}

static void
run_once (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (RelmProject) project = relm_random_project_new (random, N_RECORDS, TRUE);
  g_autoptr (RelmDocument) document = relm_document_new (project);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (unref_bytes);
  g_autoptr (GBytes) start = relm_format_write (project);
  Run run = { random, document, project, texts };

  g_test_message ("Project %u", seed);
  for (guint i = 0; i < N_STEPS; i++)
    {
      step (&run);
      for (guint n = chance (&run, 20) ? choose (&run, 4) : 0; n > 0; n--)
        relm_document_undo (document);
      for (guint n = chance (&run, 20) ? choose (&run, 4) : 0; n > 0; n--)
        relm_document_redo (document);
    }
  walk (&run);
  assert_text (&run, g_ptr_array_index (texts, 0));
  while (relm_document_get_can_undo (document))
    relm_document_undo (document);
  assert_text (&run, start);
}

static void
test_undo_all (void)
{
  for (guint32 seed = 1; seed <= N_PROJECTS; seed++)
    run_once (seed);
}

/* What can be reached by editing can be written and read: nothing that was edited makes a file that is refused. */
static void
test_readable (void)
{
  for (guint32 seed = 1; seed <= N_PROJECTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (RelmProject) project = relm_random_project_new (random, N_RECORDS, TRUE);
      g_autoptr (RelmDocument) document = relm_document_new (project);
      g_autoptr (RelmProject) again = NULL;
      g_autoptr (GBytes) text = NULL;
      g_autoptr (GError) error = NULL;
      Run run = { random, document, project, NULL };

      for (guint i = 0; i < N_STEPS; i++)
        step (&run);
      text = relm_format_write (project);
      again = relm_format_read (text, "plan.relm", NULL, &error);
      g_assert_no_error (error);
      assert_text (&(Run) { .project = again }, text);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/document/properties/undo-all", test_undo_all);
  g_test_add_func ("/document/properties/readable", test_readable);
  return g_test_run ();
}
