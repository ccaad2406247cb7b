/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What everybody has to do, below the timeline, and levelling it. With RELM_PICTURES set to a folder, leaves pictures of it there. */

#include "config.h"

#include <adwaita.h>

#include "relm-format.h"
#include "relm-people-pane.h"
#include "relm-person.h"
#include "relm-release.h"
#include "relm-schedule-dependency.h"
#include "relm-test-plan.h"
#include "relm-timeline-fixture.h"
#include "relm-timeline-load-row.h"
#include "relm-timeline-page.h"
#include "relm-work-item.h"

#define TODAY "2027-05-05"

typedef struct
{
  RelmDocument *document;
  RelmViewState *state;
  GtkWidget *window;
  RelmTimelinePage *page;
  RelmTimeline *timeline;
} Fixture;

/* Two people, one of whom has three things to do at a time, and one of whom nobody has. 3 May 2027 is a Monday. */
static RelmProject *
create_project (void)
{
  static const char *const items[][5] = {
    { "wi-1", "Parser that reads everything", "per-1", "2027-05-03", "2027-05-14" },
    { "wi-2", "Tests of the parser", "per-1", "2027-05-10", "2027-05-19" },
    { "wi-3", "Answer what users ask", "per-1", "2027-05-12", "2027-05-13" },
    { "wi-4", "Pages of the help", "per-2", "2027-05-03", "2027-05-07" },
    { "wi-5", "Translations", NULL, "2027-05-17", "2027-05-21" },
  };
  RelmProject *project = relm_project_new ();

  relm_test_plan_add (project, RELM_TYPE_PERSON, "per-1", "name", "Ada", NULL);
  relm_test_plan_add (project, RELM_TYPE_PERSON, "per-2", "name", "Benjamin with a long surname", "capacity", "50", NULL);
  relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", "version", "1.2.0", "planned", "2027-05-28", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      RelmRecord *item = relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, items[i][0], "title", items[i][1], "release", "rel-1",
                                             "planned_start", items[i][3], "planned_finish", items[i][4], NULL);

      if (items[i][2] != NULL)
        relm_test_plan_set (project, item, "assignee", items[i][2]);
    }
  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-1", "predecessor", "wi-2", "successor", "wi-5", NULL);
  relm_test_plan_set (project, relm_project_lookup (project, "wi-1"), "actual_start", "2027-05-03");
  return project;
}

static void
show (Fixture *fixture,
      int width,
      int height)
{
  RelmDate today;

  g_assert_true (relm_date_parse (TODAY, &today));
  fixture->window = adw_window_new ();
  fixture->page = relm_timeline_page_new ();
  fixture->timeline = relm_timeline_page_get_timeline (fixture->page);
  relm_page_set_view_state (RELM_PAGE (fixture->page), fixture->state);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_present (GTK_WINDOW (fixture->window));
  relm_timeline_set_today (fixture->timeline, today);
  g_object_set (fixture->page, "people", TRUE, NULL);
  relm_timeline_fit (fixture->timeline);
  relm_timeline_fixture_wait (fixture->window, 3);
}

static void
setup (Fixture *fixture,
       gconstpointer data)
{
  g_autoptr (RelmProject) project = data != NULL ? create_project () : relm_project_new ();

  if (data == NULL)
    relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", "version", "1.2.0", "planned", "2027-05-28", NULL);
  fixture->document = relm_document_new (project);
  fixture->state = relm_view_state_new ();
  relm_view_state_set_document (fixture->state, fixture->document);
}

static void
teardown (Fixture *fixture,
          gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->state);
  g_assert_finalize_object (fixture->document);
}

static GtkWidget *
find_child (GtkWidget *widget,
            GType type,
            guint *index)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) && (*index)-- == 0 ? child : find_child (child, type, index);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_child (Fixture *fixture,
           GType type,
           guint index)
{
  return find_child (GTK_WIDGET (fixture->page), type, &index);
}

static GtkWidget *
get_row (Fixture *fixture,
         guint row)
{
  GtkWidget *found = get_child (fixture, RELM_TYPE_TIMELINE_LOAD_ROW, row);

  g_assert_nonnull (found);
  return found;
}

static void
assert_text (GtkWidget *row,
             GtkAccessibleProperty property,
             const char *expected)
{
  g_autofree char *problem = gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), property, expected);

  g_assert_cmpstr (problem, ==, NULL);
}

static RelmSpan
get_span (Fixture *fixture,
          const char *id)
{
  RelmRecord *record = relm_project_lookup (relm_document_get_project (fixture->document), id);

  return (RelmSpan) { relm_record_get_date (record, RELM_WORK_ITEM_PLANNED_START), relm_record_get_date (record, RELM_WORK_ITEM_PLANNED_FINISH) };
}

/* A row per person, and one for what nobody has, in words. */
static void
test_rows (Fixture *fixture,
           gconstpointer data)
{
  show (fixture, 1000, 700);
  assert_text (get_row (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "Ada, Over-allocated on 5 days");
  assert_text (get_row (fixture, 0), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
               "Ada, 10 May – 11 May 2027, 16\302\240h of 8\302\240h a day, over-allocated: Parser that reads everything, Tests of the parser");
  assert_text (get_row (fixture, 1), GTK_ACCESSIBLE_PROPERTY_LABEL, "Benjamin with a long surname, 1 item");
  assert_text (get_row (fixture, 2), GTK_ACCESSIBLE_PROPERTY_LABEL, "Unassigned, 1 item");
  g_assert_null (get_child (fixture, RELM_TYPE_TIMELINE_LOAD_ROW, 3));
  g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (get_row (fixture, 0)), GTK_ACCESSIBLE_ROLE_LIST_ITEM));
}

static void
press (GtkWidget *row,
       guint key,
       GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      GListModel *shortcuts = GTK_IS_SHORTCUT_CONTROLLER (controller) ? G_LIST_MODEL (controller) : NULL;

      for (guint j = 0; shortcuts != NULL && j < g_list_model_get_n_items (shortcuts); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            {
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, row, gtk_shortcut_get_arguments (shortcut));
              return;
            }
        }
    }
  g_assert_not_reached ();
}

/* Arrow keys go from stretch to stretch, the way that text runs; Enter selects what is done there. */
static void
test_keys (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GPtrArray) chosen = NULL;
  GtkWidget *row;

  show (fixture, 1000, 700);
  row = get_row (fixture, 0);
  g_assert_true (gtk_widget_grab_focus (row));
  press (row, GDK_KEY_Right, 0);
  assert_text (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
               "Ada, 12 May – 13 May 2027, 24\302\240h of 8\302\240h a day, over-allocated: Parser that reads everything, Tests of the parser, "
               "Answer what users ask");
  press (row, GDK_KEY_Return, 0);
  chosen = relm_timeline_list_chosen (fixture->timeline);
  g_assert_cmpuint (chosen->len, ==, 3);
  press (row, GDK_KEY_Right, GDK_CONTROL_MASK);
  press (row, GDK_KEY_Right, GDK_CONTROL_MASK); /* the last one */
  assert_text (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
               "Ada, 14 May 2027, 16\302\240h of 8\302\240h a day, over-allocated: Parser that reads everything, Tests of the parser");
  press (row, GDK_KEY_Left, GDK_CONTROL_MASK);
  press (row, GDK_KEY_Left, 0);
  press (row, GDK_KEY_Left, 0);
  assert_text (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Ada, 3 May – 7 May 2027, 8\302\240h of 8\302\240h a day: Parser that reads everything");
  g_assert_true (gtk_widget_child_focus (gtk_widget_get_parent (row), GTK_DIR_DOWN));
  g_assert_true (gtk_widget_is_focus (get_row (fixture, 1)));
  g_assert_false (gtk_widget_child_focus (gtk_widget_get_parent (row), GTK_DIR_TAB_FORWARD));
}

static void
level (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.level", NULL);
  for (guint i = 0; fixture->timeline->ghosts == NULL && i < 5000; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_nonnull (fixture->timeline->ghosts);
}

/* Levelling is shown first; adopting it is one step, and undo brings the very bytes back. */
static void
test_level (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GBytes) before = relm_format_write (relm_document_get_project (fixture->document));
  g_autoptr (GBytes) seen = NULL;
  g_autoptr (GBytes) after = NULL;

  show (fixture, 1000, 700);
  level (fixture);
  seen = relm_format_write (relm_document_get_project (fixture->document));
  g_assert_true (g_bytes_equal (before, seen));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.leave-others", NULL);
  g_assert_null (fixture->timeline->ghosts);
  g_assert_false (relm_document_get_can_undo (fixture->document));

  level (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.move-others", NULL);
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Level the Plan");
  g_assert_cmpint (get_span (fixture, "wi-1").start, ==, relm_date_from_ymd (2027, 5, 3));
  g_assert_cmpint (get_span (fixture, "wi-2").start, >=, relm_date_from_ymd (2027, 5, 17));
  relm_timeline_fixture_wait (fixture->window, 3);
  assert_text (get_row (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "Ada, 3 items");
  relm_document_undo (fixture->document);
  after = relm_format_write (relm_document_get_project (fixture->document));
  g_assert_true (g_bytes_equal (before, after));
  g_assert_false (relm_document_get_can_undo (fixture->document));
}

/* What is found out about a plan that is another by then is not offered. */
static void
test_level_too_late (Fixture *fixture,
                     gconstpointer data)
{
  show (fixture, 1000, 700);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.level", NULL);
  relm_test_plan_set (relm_document_get_project (fixture->document),
                      relm_project_lookup (relm_document_get_project (fixture->document), "wi-4"), "planned_finish", "2027-05-10");
  relm_timeline_fixture_wait (fixture->window, 10);
  g_usleep (200000);
  relm_timeline_fixture_wait (fixture->window, 10);
  g_assert_null (fixture->timeline->ghosts);
}

static void
test_empty (Fixture *fixture,
            gconstpointer data)
{
  show (fixture, 1000, 700);
  g_assert_null (get_child (fixture, RELM_TYPE_TIMELINE_LOAD_ROW, 0));
  g_assert_true (relm_timeline_load_is_empty (RELM_TIMELINE_LOAD (get_child (fixture, RELM_TYPE_TIMELINE_LOAD, 0))));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.people", NULL);
  g_assert_false (gtk_widget_get_visible (get_child (fixture, RELM_TYPE_PEOPLE_PANE, 0)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.people", NULL);
  g_assert_true (gtk_widget_get_visible (get_child (fixture, RELM_TYPE_PEOPLE_PANE, 0)));
  if (g_getenv ("RELM_PICTURES") != NULL)
    relm_timeline_fixture_take_picture (fixture->window, "load-empty");
}

static void
test_pictures (Fixture *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *name;
    int width, height;
    gboolean dark, mirrored, levelled;
    double day_width;
  } pictures[] = {
    { "load-light", 1200, 700, FALSE, FALSE, FALSE, 0 },   { "load-levelled", 1200, 700, TRUE, FALSE, TRUE, 24 },
    { "load-narrow", 376, 640, FALSE, FALSE, TRUE, 12 },      { "load-rtl", 1000, 700, FALSE, TRUE, FALSE, 24 },
    { "load-years", 1000, 700, TRUE, FALSE, FALSE, 1 },
  };

  if (g_getenv ("RELM_PICTURES") == NULL)
    {
      g_test_skip ("RELM_PICTURES is not set");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      gtk_widget_set_default_direction (pictures[i].mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          pictures[i].dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      show (fixture, pictures[i].width, pictures[i].height);
      if (pictures[i].day_width > 0)
        relm_timeline_set_day_width (fixture->timeline, pictures[i].day_width);
      relm_timeline_scroll_to_today (fixture->timeline);
      if (pictures[i].levelled)
        level (fixture);
      gtk_widget_grab_focus (get_row (fixture, 0));
      gtk_window_set_focus_visible (GTK_WINDOW (fixture->window), TRUE);
      relm_timeline_fixture_wait (fixture->window, 3);
      relm_timeline_fixture_take_picture (fixture->window, pictures[i].name);
      gtk_window_destroy (GTK_WINDOW (fixture->window));
      fixture->window = NULL;
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, data, func) g_test_add ("/timeline-people/" path, Fixture, data, setup, func, teardown)
  ADD ("rows", "plan", test_rows);
  ADD ("keys", "plan", test_keys);
  ADD ("level", "plan", test_level);
  ADD ("level-too-late", "plan", test_level_too_late);
  ADD ("empty", NULL, test_empty);
  ADD ("pictures", "plan", test_pictures);
#undef ADD
  return g_test_run ();
}
