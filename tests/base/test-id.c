/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-id.h"

static void
test_new (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 10000; i++)
    {
      char *id = relm_id_new ("rel");

      g_assert_cmpuint (strlen (id), ==, 4 + RELM_ID_RANDOM_LENGTH);
      g_assert_true (relm_id_is_valid (id, "rel"));
      g_assert_false (relm_id_is_valid (id, "pha"));
      g_assert_true (g_hash_table_add (seen, id));
    }
}

static void
test_valid (void)
{
  g_assert_true (relm_id_is_valid ("rel-1", "rel"));
  g_assert_false (relm_id_is_valid (NULL, "rel"));
  g_assert_false (relm_id_is_valid ("", "rel"));
  g_assert_false (relm_id_is_valid ("rel", "rel"));
  g_assert_false (relm_id_is_valid ("rel-", "rel"));
  g_assert_false (relm_id_is_valid ("rel-A", "rel"));
  g_assert_false (relm_id_is_valid ("rel-a b", "rel"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/id/new", test_new);
  g_test_add_func ("/base/id/valid", test_valid);
  return g_test_run ();
}
