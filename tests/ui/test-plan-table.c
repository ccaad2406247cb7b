/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan's table on the timeline's page. With RELM_PICTURES set to a folder, leaves pictures of it there. */

#include "config.h"

#include <adwaita.h>

#include "relm-phase.h"
#include "relm-plan-table-fixture.h"
#include "relm-work-item.h"

/* The titles of the rows, as they are shown one below the other. */
static char *
dup_titles (RelmPlanTableFixture *fixture)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  GListModel *model = G_LIST_MODEL (relm_plan_table_get_selection (fixture->table));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, i);
      g_autoptr (RelmPlanRow) item = gtk_tree_list_row_get_item (row);

      g_string_append_printf (titles, "%s%u %s", i > 0 ? "|" : "", gtk_tree_list_row_get_depth (row), relm_record_get_id (item->record));
    }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
test_pictures (RelmPlanTableFixture *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *layout;
    int width, height;
    gboolean dark, mirrored;
    const char *release, *selected;
  } pictures[] = {
    { "table-1000", "table", 1000, 600, FALSE, FALSE, NULL, "wi-two" },
    { "table-dark-1000", "table", 1000, 600, TRUE, FALSE, "rel-one", "wi-three" },
    { "table-360", "table", 360, 640, FALSE, FALSE, "rel-one", NULL },
    { "table-narrow-360", "both", 360, 640, FALSE, FALSE, "rel-one", NULL },
    { "table-both-1400", "both", 1400, 700, FALSE, FALSE, NULL, "wi-two" },
    { "table-both-rtl-1400", "both", 1400, 700, TRUE, TRUE, NULL, "wi-three" },
  };
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (g_getenv ("RELM_PICTURES") == NULL)
    {
      g_test_skip ("RELM_PICTURES is not set");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      gtk_widget_set_default_direction (pictures[i].mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      adw_style_manager_set_color_scheme (style, pictures[i].dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      relm_view_state_set_release (fixture->state, pictures[i].release != NULL ? relm_plan_table_fixture_look_up (fixture, pictures[i].release) : NULL);
      relm_plan_table_fixture_show (fixture, pictures[i].width, pictures[i].height, pictures[i].layout);
      relm_view_state_set_selected (fixture->state, pictures[i].selected != NULL ? relm_plan_table_fixture_look_up (fixture, pictures[i].selected) : NULL);
      relm_plan_table_fixture_take_picture (fixture, pictures[i].name);
      gtk_window_destroy (GTK_WINDOW (fixture->window));
      fixture->window = NULL;
      relm_view_state_set_selected (fixture->state, NULL);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  relm_view_state_set_release (fixture->state, NULL);
}

static void
test_rows (RelmPlanTableFixture *fixture,
           gconstpointer data)
{
  g_autofree char *roadmap = NULL;
  g_autofree char *release = NULL;

  relm_plan_table_fixture_show (fixture, 1000, 700, "table");
  roadmap = dup_titles (fixture);
  g_assert_cmpstr (roadmap, ==,
                   "0 rel-one|1 pha-one|1 pha-two|2 wi-one|2 wi-four|2 wi-two|2 wi-three|2 wi-five|1 pha-three|1 mil-three|1 mil-one|"
                   "1 mil-two|1 wi-six|1 wi-undated|0 rel-two|0 rel-old|0 mil-free");
  relm_view_state_set_release (fixture->state, relm_plan_table_fixture_look_up (fixture, "rel-old"));
  relm_plan_table_fixture_settle ();
  release = dup_titles (fixture);
  g_assert_cmpstr (release, ==, "0 rel-old");
}

/* Numbers are those of the whole plan, dates those that are computed, and durations of working time. */
static void
test_cells (RelmPlanTableFixture *fixture,
            gconstpointer data)
{
  relm_plan_table_fixture_show (fixture, 1000, 700, "table");
  relm_plan_table_fixture_assert_text (fixture, "rel-one", RELM_PLAN_NUMBER, "1");
  relm_plan_table_fixture_assert_text (fixture, "wi-one", RELM_PLAN_NUMBER, "4");
  relm_plan_table_fixture_assert_text (fixture, "wi-one", RELM_PLAN_START, "26 Apr 2027");
  relm_plan_table_fixture_assert_text (fixture, "wi-one", RELM_PLAN_FINISH, "2 May 2027");
  relm_plan_table_fixture_assert_text (fixture, "wi-six", RELM_PLAN_DURATION, "11\302\240d");
  relm_plan_table_fixture_assert_text (fixture, "wi-two", RELM_PLAN_PREDECESSORS, "4");
  relm_plan_table_fixture_assert_text (fixture, "wi-three", RELM_PLAN_PREDECESSORS, "6FF, 11");
  relm_plan_table_fixture_assert_text (fixture, "mil-one", RELM_PLAN_DURATION, "");
  relm_plan_table_fixture_assert_text (fixture, "mil-one", RELM_PLAN_FINISH, "3 May 2027");
  relm_plan_table_fixture_assert_text (fixture, "wi-undated", RELM_PLAN_START, "");
  relm_plan_table_fixture_assert_text (fixture, "wi-one", RELM_PLAN_FLOAT, "");
}

/* What is selected in one is selected in the other. */
static void
test_selection (RelmPlanTableFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  GtkSelectionModel *selection;

  relm_plan_table_fixture_show (fixture, 1400, 700, "both");
  selection = relm_plan_table_get_selection (fixture->table);
  relm_timeline_set_selected (fixture->timeline, relm_plan_table_fixture_look_up (fixture, "wi-two"));
  g_assert_true (relm_view_state_get_selected (fixture->state) == relm_plan_table_fixture_look_up (fixture, "wi-two"));
  g_assert_true (gtk_selection_model_is_selected (selection, 5));
  gtk_selection_model_select_item (selection, 3, TRUE);
  g_assert_true (relm_timeline_get_selected (fixture->timeline) == relm_plan_table_fixture_look_up (fixture, "wi-one"));

  /* Several can be selected while the one that is shown elsewhere is among them. */
  gtk_selection_model_select_item (selection, 4, FALSE);
  rows = _relm_plan_table_list_selected (fixture->table);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_true (relm_view_state_get_selected (fixture->state) == relm_plan_table_fixture_look_up (fixture, "wi-one"));

  g_ptr_array_unref (g_steal_pointer (&rows));
  rows = relm_timeline_list_chosen (fixture->timeline);
  g_assert_cmpuint (rows->len, ==, 2);
  _relm_timeline_choose_also (fixture->timeline, relm_plan_table_fixture_look_up (fixture, "wi-six"));
  g_ptr_array_unref (g_steal_pointer (&rows));
  rows = relm_plan_table_list_chosen (fixture->table);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_true (rows->pdata[2] == relm_plan_table_fixture_look_up (fixture, "wi-six"));
  g_assert_true (relm_view_state_get_selected (fixture->state) == relm_plan_table_fixture_look_up (fixture, "wi-six"));

  /* What is folded away is opened when it is selected elsewhere. */
  relm_timeline_set_selected (fixture->timeline, relm_plan_table_fixture_look_up (fixture, "mil-old"));
  relm_plan_table_fixture_settle ();
  g_assert_true (gtk_selection_model_is_selected (selection, 16));
}

/* An edit moves the row that it concerns, which stays selected; the other rows stay as they are. */
static void
test_follow (RelmPlanTableFixture *fixture,
             gconstpointer data)
{
  RelmPlanRow *before, *release;
  g_autofree char *titles = NULL;

  relm_plan_table_fixture_show (fixture, 1000, 700, "table");
  before = relm_plan_table_fixture_get_row (fixture, "wi-six");
  release = relm_plan_table_fixture_get_row (fixture, "rel-one");
  relm_view_state_set_selected (fixture->state, relm_plan_table_fixture_look_up (fixture, "wi-one"));
  g_assert_true (relm_document_set_date (fixture->document, relm_plan_table_fixture_look_up (fixture, "wi-one"), RELM_WORK_ITEM_ACTUAL_START,
                                         relm_date_from_ymd (2027, 5, 1), NULL));
  relm_plan_table_fixture_settle ();
  titles = dup_titles (fixture);
  g_assert_true (g_str_has_prefix (titles, "0 rel-one|1 pha-one|1 pha-two|2 wi-four|2 wi-one|2 wi-two|"));
  g_assert_true (gtk_selection_model_is_selected (relm_plan_table_get_selection (fixture->table), 4));
  g_assert_true (relm_plan_table_fixture_get_row (fixture, "wi-six") == before);
  g_assert_true (relm_plan_table_fixture_get_row (fixture, "rel-one") == release);
  relm_plan_table_fixture_assert_text (fixture, "wi-one", RELM_PLAN_NUMBER, "5");
  relm_plan_table_fixture_assert_text (fixture, "wi-two", RELM_PLAN_PREDECESSORS, "5");
}

/* What has rows below it for the first time can be folded, and what has none any more cannot. */
static void
test_parts (RelmPlanTableFixture *fixture,
            gconstpointer data)
{
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;

  relm_plan_table_fixture_show (fixture, 1000, 700, "table");
  g_assert_true (relm_document_set_string (fixture->document, relm_plan_table_fixture_look_up (fixture, "wi-undated"), RELM_WORK_ITEM_PARENT, "wi-six", NULL));
  relm_plan_table_fixture_settle ();
  with = dup_titles (fixture);
  g_assert_nonnull (strstr (with, "1 wi-six|2 wi-undated|0 rel-two"));
  g_assert_nonnull (relm_plan_table_fixture_get_row (fixture, "wi-six")->rows);
  relm_document_undo (fixture->document);
  relm_plan_table_fixture_settle ();
  without = dup_titles (fixture);
  g_assert_nonnull (strstr (without, "1 wi-six|1 wi-undated|0 rel-two"));
  g_assert_null (relm_plan_table_fixture_get_row (fixture, "wi-six")->rows);
}

/* What is folded away stays so when rows change. */
static void
test_fold (RelmPlanTableFixture *fixture,
           gconstpointer data)
{
  g_autofree char *titles = NULL;
  g_autoptr (GtkTreeListRow) row = NULL;

  relm_plan_table_fixture_show (fixture, 1000, 700, "table");
  row = g_list_model_get_item (G_LIST_MODEL (relm_plan_table_get_selection (fixture->table)), 2);
  gtk_tree_list_row_set_expanded (row, FALSE);
  g_assert_true (relm_document_set_date (fixture->document, relm_plan_table_fixture_look_up (fixture, "pha-two"), RELM_PHASE_PLANNED_START,
                                         relm_date_from_ymd (2027, 3, 1), NULL));
  relm_plan_table_fixture_settle ();
  titles = dup_titles (fixture);
  g_assert_true (g_str_has_prefix (titles, "0 rel-one|1 pha-two|1 pha-one|1 pha-three|"));
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), "/io/github/relm_app/Relm/icons");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
#define ADD(path, func)                                                                                                  \
  g_test_add ("/plan-table/" path, RelmPlanTableFixture, NULL, relm_plan_table_fixture_setup, func, relm_plan_table_fixture_teardown)
  ADD ("pictures", test_pictures);
  ADD ("rows", test_rows);
  ADD ("cells", test_cells);
  ADD ("selection", test_selection);
  ADD ("follow", test_follow);
  ADD ("parts", test_parts);
  ADD ("fold", test_fold);
  return g_test_run ();
}
