/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must be true of every kind's table, whoever adds one. */

#include "config.h"

#include "relm-kinds.h"
#include "relm-project.h"

static void
check_field (const RelmKind *kind,
             const RelmField *field)
{
  g_test_message ("%s.%s", kind->name, field->name);
  g_assert_nonnull (field->label);
  g_assert_true (g_regex_match_simple ("^[a-z][a-z0-9_]*$", field->name, 0, 0));
  g_assert_cmpstr (field->name, !=, "id");
  g_assert_cmpint (field->type == RELM_FIELD_ENUM, ==, field->choices != NULL);
  if (field->target != NULL)
    g_assert_true (relm_kinds_find_type (field->target) != G_TYPE_INVALID);
  if (field->type == RELM_FIELD_ENUM && field->fallback.string != NULL)
    g_assert_cmpint (relm_field_find_choice (field, field->fallback.string), >=, 0);
  g_assert_cmpint (field->minimum, <=, field->maximum);
}

static void
test_tables (void)
{
  g_autoptr (GHashTable) prefixes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) members = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (RelmProject) project = relm_project_new ();

  for (guint i = 0; i < relm_kinds_get_count (); i++)
    {
      const RelmKind *kind = relm_kinds_get (i);
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_true (g_hash_table_add (prefixes, (gpointer) kind->id_prefix));
      g_assert_true (g_hash_table_add (members, (gpointer) kind->member));
      g_assert_cmpint (relm_kind_find_field (relm_record_get_kind (RELM_RECORD (project)), kind->member), ==, -1);
      for (guint j = 0; kind->fields[j].name != NULL; j++)
        {
          g_assert_true (g_hash_table_add (names, (gpointer) kind->fields[j].name));
          check_field (kind, &kind->fields[j]);
        }
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/kinds/tables", test_tables);
  return g_test_run ();
}
