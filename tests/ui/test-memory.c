/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is remembered between two starts, and what of it a person sees. */

#include "config.h"

#include <adwaita.h>

#include "relm-column-choice.h"
#include "relm-memory.h"
#include "relm-preferences-dialog.h"
#include "relm-record-table.h"
#include "relm-settings.h"
#include "relm-work-item.h"

static void
test_look (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("file:///a%20b/%5Bplan%5D.relm");
  g_autoptr (GFile) other = g_file_new_for_path ("/other.relm");
  g_autofree char *view = NULL;
  g_autofree char *release = NULL;

  g_assert_false (relm_memory_get_look (file, &view, &release));
  relm_memory_set_look (file, "scope", "rel-1");
  relm_memory_set_look (other, "timeline", NULL);
  g_assert_true (relm_memory_get_look (file, &view, &release));
  g_assert_cmpstr (view, ==, "scope");
  g_assert_cmpstr (release, ==, "rel-1");
  g_clear_pointer (&view, g_free);
  g_clear_pointer (&release, g_free);

  relm_memory_set_look (file, "overview", NULL);
  g_assert_true (relm_memory_get_look (file, &view, &release));
  g_assert_cmpstr (view, ==, "overview");
  g_assert_null (release);
}

/* The list does not grow for ever. */
static void
test_many_looks (void)
{
  guint n = 0;

  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *path = g_strdup_printf ("/plan-%u.relm", i);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      relm_memory_set_look (file, "scope", NULL);
    }
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *path = g_strdup_printf ("/plan-%u.relm", i);
      g_autofree char *view = NULL;
      g_autofree char *release = NULL;
      g_autoptr (GFile) file = g_file_new_for_path (path);

      n += relm_memory_get_look (file, &view, &release);
    }
  g_assert_cmpuint (n, ==, 100);
}

static void
test_open (void)
{
  g_autofree char *folder = g_dir_make_tmp ("relm-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a;b.relm", NULL);
  g_autofree char *gone = g_build_filename (folder, "gone.relm", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GFile) folder_file = g_file_new_for_path (folder);

  g_ptr_array_add (files, g_file_new_for_path (gone));
  g_ptr_array_add (files, g_file_new_for_path (path));
  stream = g_file_create (g_ptr_array_index (files, 1), G_FILE_CREATE_NONE, NULL, NULL);
  g_assert_nonnull (stream);
  relm_memory_set_open (files);
  again = relm_memory_get_open ();
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_true (g_file_equal (g_ptr_array_index (again, 0), g_ptr_array_index (files, 1)));
  g_file_delete (g_ptr_array_index (files, 1), NULL, NULL);
  g_file_delete (folder_file, NULL, NULL);
}

static void
test_columns (void)
{
  static const guint shown[] = { RELM_WORK_ITEM_STATE, RELM_WORK_ITEM_ASSIGNEE };
  static const char *const chosen[] = { "assignee", "kind", "no such column", NULL };
  RelmRecordTable *table = g_object_ref_sink (g_object_new (RELM_TYPE_RECORD_TABLE, NULL));
  RelmTableColumns *columns;
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) narrow = NULL;
  g_auto (GStrv) after = NULL;

  relm_record_table_set_kind (table, RELM_TYPE_WORK_ITEM, shown, G_N_ELEMENTS (shown));
  columns = RELM_TABLE_COLUMNS (relm_record_table_get_columns (table));
  before = relm_table_columns_dup_chosen (columns);
  g_assert_cmpuint (g_strv_length (before), ==, 3);

  relm_table_columns_choose (columns, chosen);
  relm_table_columns_set_max (columns, 1);
  narrow = relm_table_columns_dup_chosen (columns);
  g_assert_true (g_strv_contains ((const char *const *) narrow, "assignee"));
  g_assert_false (g_strv_contains ((const char *const *) narrow, "state"));
  g_assert_cmpstr (narrow[0], ==, "title");
  g_assert_cmpstr (narrow[1], ==, "assignee");
  g_assert_cmpstr (narrow[2], ==, "kind");
  relm_column_choice_keep ("work-item", columns);

  relm_table_columns_choose (columns, (const char *const *) before);
  relm_column_choice_apply ("work-item", columns);
  relm_table_columns_set_max (columns, G_MAXUINT);
  after = relm_table_columns_dup_chosen (columns);
  g_assert_true (g_strv_equal ((const char *const *) after, (const char *const *) narrow));
  g_object_unref (table);
}

static void
test_appearance (void)
{
  GSettings *settings = relm_settings_get ();
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget *dialog = g_object_ref_sink (GTK_WIDGET (relm_preferences_dialog_new (settings)));
  GObject *row = gtk_widget_get_template_child (dialog, RELM_TYPE_PREFERENCES_DIALOG, "appearance");

  relm_preferences_follow_appearance (settings, manager);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_DARK);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_settings_set_string (settings, "appearance", "system");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  g_object_unref (dialog);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  adw_init ();

  g_test_add_func ("/ui/memory/look", test_look);
  g_test_add_func ("/ui/memory/many-looks", test_many_looks);
  g_test_add_func ("/ui/memory/open", test_open);
  g_test_add_func ("/ui/memory/columns", test_columns);
  g_test_add_func ("/ui/memory/appearance", test_appearance);
  return g_test_run ();
}
