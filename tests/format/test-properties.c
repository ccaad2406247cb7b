/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for every project, on projects made by chance. */

#include "config.h"

#include <string.h>

#include "relm-format-cache.h"
#include "relm-format.h"
#include "relm-random-project.h"

#define N_PROJECTS 60
#define N_RECORDS 60

static RelmProject *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  RelmProject *project = relm_format_read (bytes, "test.relm", NULL, &error);

  g_assert_no_error (error);
  return project;
}

static void
test_read_of_write (void)
{
  for (guint32 seed = 1; seed <= N_PROJECTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (RelmProject) project = relm_random_project_new (random, N_RECORDS, TRUE);
      g_autoptr (GBytes) bytes = relm_format_write (project);
      g_autoptr (RelmProject) again = read_bytes (bytes);
      g_autoptr (GBytes) bytes_again = relm_format_write (again);

      relm_random_project_assert_equal (project, again);
      g_assert_true (g_bytes_equal (bytes, bytes_again));
    }
}

static guint
count_lines (const char *text,
             gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == '\n';
  return n;
}

/* What is the same at the start and at the end of both texts; the rest is what a diff shows. */
static void
assert_small_change (GBytes *before,
                     GBytes *after,
                     guint most)
{
  gsize old_length, new_length, start = 0, end = 0;
  const char *old = g_bytes_get_data (before, &old_length);
  const char *new = g_bytes_get_data (after, &new_length);

  while (start < MIN (old_length, new_length) && old[start] == new[start])
    start++;
  while (end < MIN (old_length, new_length) - start && old[old_length - 1 - end] == new[new_length - 1 - end])
    end++;
  g_assert_cmpuint (count_lines (old + start, old_length - end - start), <=, most);
  g_assert_cmpuint (count_lines (new + start, new_length - end - start), <=, most);
}

static void
edit_field (RelmProject *project,
            RelmRecord *record,
            guint field,
            GRand *random)
{
  const RelmValue *old = relm_record_get_value (record, field);
  g_auto (RelmValue) value = { .type = old->type };

  if (old->type == RELM_FIELD_DATE)
    value.integer = g_rand_int_range (random, 1, RELM_DATE_MAX);
  else if (relm_field_type_is_integer (old->type))
    value.integer = !old->integer;
  else if (!relm_field_type_is_array (old->type))
    value.string = g_strdup ("other");
  else
    value.strings = g_strdupv ((char *[]) { (char *) "one", (char *) "two", NULL });
  relm_project_swap_value (project, record, field, &value);
}

static RelmRecord *
pick_record (RelmProject *project,
             GRand *random)
{
  while (TRUE)
    {
      RelmRecordList *list = relm_project_get_list_at (
        project, (guint) g_rand_int_range (random, 0, (gint32) relm_project_get_n_lists (project)));
      const guint size = relm_record_list_get_size (list);

      if (size > 0)
        return relm_record_list_get (list, (guint) g_rand_int_range (random, 0, (gint32) size));
    }
}

/* One edit changes the lines of one member: a value, or a short list with its brackets. */
static void
test_one_edit (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (RelmProject) project = relm_random_project_new (random, N_RECORDS, TRUE);
  g_autoptr (GBytes) before = relm_format_write (project);

  for (int i = 0; i < 2000; i++)
    {
      RelmRecord *record = pick_record (project, random);
      const guint n_fields = relm_kind_get_n_fields (relm_record_get_kind (record));
      g_autoptr (GBytes) after = NULL;

      edit_field (project, record, (guint) g_rand_int_range (random, 0, (gint32) n_fields), random);
      after = relm_format_write (project);
      assert_small_change (before, after, 6);
      g_bytes_unref (before);
      before = g_steal_pointer (&after);
    }
}

static void
change_by_chance (RelmProject *project,
                  GRand *random,
                  GQueue *removed)
{
  RelmRecord *record = pick_record (project, random);
  RelmRecordList *list = relm_project_get_list (project, G_OBJECT_TYPE (record));
  const guint place = (guint) g_rand_int_range (random, 0, (gint32) relm_record_list_get_size (list));
  g_autoptr (RelmRecord) back = NULL;

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      g_queue_push_tail (removed, g_object_ref (record));
      relm_project_remove (project, record);
      break;
    case 1:
      back = g_queue_pop_head (removed);
      if (back != NULL)
        g_assert_true (relm_project_insert (project, back, place, NULL));
      break;
    case 2:
      relm_project_move (project, record, place);
      break;
    default:
      edit_field (project, record, 0, random);
      break;
    }
}

/* What is copied from the last text is what would be written anew. */
static void
test_cache (void)
{
  for (guint32 seed = 1; seed <= N_PROJECTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (RelmProject) project = relm_random_project_new (random, N_RECORDS, TRUE);
      g_autoptr (RelmFormatCache) cache = relm_format_cache_new (project);
      GQueue removed = G_QUEUE_INIT;

      for (guint i = 0; i < 20; i++)
        {
          g_autoptr (GBytes) cached = relm_format_cache_write (cache);
          g_autoptr (GBytes) anew = relm_format_write (project);

          g_assert_true (g_bytes_equal (cached, anew));
          for (int changes = g_rand_int_range (random, 0, 4); changes > 0; changes--)
            change_by_chance (project, random, &removed);
        }
      g_queue_clear_full (&removed, g_object_unref);
    }
}

static void
test_schema_is_current (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("RELM_TEST_SOURCE_ROOT"), "data", "relm.schema.json", NULL);
  g_autofree char *made_path = g_build_filename (g_getenv ("RELM_TEST_BUILD_ROOT"), "relm.schema.json", NULL);
  g_autofree char *schema = relm_format_schema ();
  g_autofree char *checked_in = NULL;

  if (g_file_get_contents (path, &checked_in, NULL, NULL) && g_str_equal (checked_in, schema))
    return;
  g_assert_true (g_file_set_contents (made_path, schema, -1, NULL));
  g_test_message ("The field tables have changed: copy %s to data/relm.schema.json, or write the answer of "
                  "“relm-cli schema” there.", made_path);
  g_test_fail ();
}

/* The schema is itself text that a strict reader takes. */
static void
test_schema_is_json (void)
{
  g_autofree char *schema = relm_format_schema ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (schema, strlen (schema));
  g_autoptr (GError) error = NULL;

  g_assert_null (relm_format_read (bytes, "schema", NULL, &error));
  g_assert_error (error, RELM_FORMAT_ERROR, RELM_FORMAT_ERROR_STRUCTURE);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/properties/read-of-write", test_read_of_write);
  g_test_add_func ("/format/properties/one-edit", test_one_edit);
  g_test_add_func ("/format/properties/cache", test_cache);
  g_test_add_func ("/format/schema/current", test_schema_is_current);
  g_test_add_func ("/format/schema/json", test_schema_is_json);
  return g_test_run ();
}
