/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the table and the chart share: baselines, layouts, menus. With RELM_PICTURES set to a folder, leaves pictures there. */

#include "config.h"

#include <adwaita.h>

#include "relm-baseline.h"
#include "relm-milestone.h"
#include "relm-phase.h"
#include "relm-plan-table-fixture.h"
#include "relm-work-item.h"

static RelmRecord *
take_baseline (RelmPlanTableFixture *fixture,
               const char *name)
{
  RelmRecordList *list = relm_project_get_list (relm_document_get_project (fixture->document), RELM_TYPE_BASELINE);
  RelmRecord *baseline;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.take-baseline", NULL);
  baseline = relm_record_list_get (list, relm_record_list_get_size (list) - 1);
  g_assert_true (relm_document_set_string (fixture->document, baseline, RELM_BASELINE_NAME, name, NULL));
  relm_plan_table_fixture_settle ();
  return baseline;
}

static void
choose_baseline (RelmPlanTableFixture *fixture,
                 const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.baseline", "s", id);
  relm_plan_table_fixture_settle ();
}

/* What the plan is compared with is chosen once, for the chart, the table and the inspector; the newest one at first. */
static void
test_baselines (RelmPlanTableFixture *fixture,
                gconstpointer data)
{
  RelmRecord *first, *second;

  relm_plan_table_fixture_show (fixture, 1200, 700, "table");
  relm_plan_table_fixture_assert_text (fixture, "wi-six", RELM_PLAN_VARIANCE, "");
  first = take_baseline (fixture, "First_plan");
  relm_plan_table_fixture_assert_text (fixture, "wi-six", RELM_PLAN_VARIANCE, "0\302\240d");
  relm_plan_table_fixture_assert_text (fixture, "wi-undated", RELM_PLAN_VARIANCE, "");
  g_assert_true (relm_plan_table_fixture_write_cell (fixture, "wi-six", RELM_PLAN_FINISH, "2027-09-17"));
  g_assert_true (relm_plan_table_fixture_write_cell (fixture, "wi-undated", RELM_PLAN_START, "2027-06-07"));
  relm_plan_table_fixture_assert_text (fixture, "wi-six", RELM_PLAN_VARIANCE, "+2\302\240d");
  relm_plan_table_fixture_assert_text (fixture, "wi-undated", RELM_PLAN_VARIANCE, "Added");
  second = take_baseline (fixture, "Second");
  relm_plan_table_fixture_assert_text (fixture, "wi-six", RELM_PLAN_VARIANCE, "0\302\240d");
  g_assert_true (relm_view_state_get_baseline (fixture->state) == second);
  g_assert_cmpstr (gtk_label_get_label (fixture->page->baseline_label), ==, "Second");

  choose_baseline (fixture, relm_record_get_id (first));
  relm_plan_table_fixture_assert_text (fixture, "wi-six", RELM_PLAN_VARIANCE, "+2\302\240d");
  g_assert_true (fixture->timeline->compared == first);
  g_assert_true (relm_timeline_get_show_baseline (fixture->timeline));
  g_assert_cmpstr (gtk_label_get_label (fixture->page->baseline_label), ==, "First_plan");
  choose_baseline (fixture, "none");
  relm_plan_table_fixture_assert_text (fixture, "wi-six", RELM_PLAN_VARIANCE, "");
  g_assert_null (fixture->timeline->compared);
  g_assert_false (relm_timeline_get_show_baseline (fixture->timeline));

  /* Whoever deletes the one that is chosen sees the newest one again. */
  choose_baseline (fixture, relm_record_get_id (second));
  relm_document_remove (fixture->document, second);
  g_assert_true (relm_view_state_get_baseline (fixture->state) == first);
}

/* What is in the baseline and is planned no more has a row of its own, which cannot be deleted; what came since says so. */
static void
test_differences (RelmPlanTableFixture *fixture,
                  gconstpointer data)
{
  RelmProject *project = relm_document_get_project (fixture->document);
  g_autofree char *undo = NULL;
  RelmTimelineLayout *layout;
  const RelmTimelineRow *row;
  guint n_rows;

  relm_plan_table_fixture_show (fixture, 1400, 760, "chart");
  take_baseline (fixture, "First");
  relm_document_remove (fixture->document, relm_plan_table_fixture_look_up (fixture, "wi-four"));
  g_assert_true (relm_document_set_date (fixture->document, relm_plan_table_fixture_look_up (fixture, "mil-two"), RELM_MILESTONE_PLANNED, RELM_DATE_NONE, NULL));
  g_assert_true (relm_document_set_date (fixture->document, relm_plan_table_fixture_look_up (fixture, "wi-undated"), RELM_WORK_ITEM_PLANNED_START,
                                         relm_date_from_ymd (2027, 6, 7), NULL));
  relm_timeline_fixture_wait (fixture->window, 2);
  layout = _relm_timeline_get_layout (fixture->timeline);
  n_rows = relm_timeline_layout_get_n_rows (layout);
  row = relm_timeline_layout_get_row (layout, n_rows - 3);
  g_assert_cmpstr (row->label, ==, "No Longer Planned");
  row = relm_timeline_layout_get_row (layout, n_rows - 2);
  relm_plan_table_fixture_assert_words (fixture, row->record, "Read tags, in the baseline, 27 Apr – 1 May 2027, no longer planned");
  row = relm_timeline_layout_get_row (layout, n_rows - 1);
  relm_plan_table_fixture_assert_words (fixture, row->record, "String freeze, in the baseline, 16 Aug 2027, no longer planned");
  relm_plan_table_fixture_assert_words (fixture, relm_plan_table_fixture_look_up (fixture, "wi-undated"), "Someday, work item, 7 Jun 2027, Open, added since the baseline");
  if (g_getenv ("RELM_PICTURES") != NULL)
    relm_plan_table_fixture_take_picture (fixture, "differences-1400");

  undo = g_strdup (relm_document_get_undo_label (fixture->document));
  relm_timeline_set_selected (fixture->timeline, row->record);
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.remove", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.shift", "i", 1);
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, undo);
  relm_view_state_set_release (fixture->state, relm_project_lookup (project, "rel-one"));
  layout = _relm_timeline_get_layout (fixture->timeline);
  g_assert_cmpstr (relm_timeline_layout_get_row (layout, relm_timeline_layout_get_n_rows (layout) - 2)->label, ==, "No Longer Planned");
  choose_baseline (fixture, "none");
  layout = _relm_timeline_get_layout (fixture->timeline);
  g_assert_null (relm_timeline_layout_get_row (layout, relm_timeline_layout_get_n_rows (layout) - 1)->label);
}

/* What is pinned too early for what it waits for breaks the link, which says so, until it is put right. */
static void
test_broken (RelmPlanTableFixture *fixture,
             gconstpointer data)
{
  relm_plan_table_fixture_show (fixture, 1200, 700, "chart");
  relm_plan_table_fixture_assert_words (fixture, relm_plan_table_fixture_look_up (fixture, "dep-two"), "Development → Stabilisation, Finish to start");
  g_assert_true (relm_document_set_date (fixture->document, relm_plan_table_fixture_look_up (fixture, "pha-three"), RELM_PHASE_PLANNED_START,
                                         relm_date_from_ymd (2027, 7, 12), NULL));
  relm_plan_table_fixture_assert_words (fixture, relm_plan_table_fixture_look_up (fixture, "dep-two"), "Development → Stabilisation, Finish to start");
  g_assert_true (relm_document_set_string (fixture->document, relm_plan_table_fixture_look_up (fixture, "pha-three"), RELM_PHASE_SCHEDULING, "pinned", NULL));
  relm_plan_table_fixture_assert_words (fixture, relm_plan_table_fixture_look_up (fixture, "dep-two"),
                "Development → Stabilisation, Finish to start, broken: the second is too early");
  relm_plan_table_fixture_assert_words (fixture, relm_plan_table_fixture_look_up (fixture, "pha-three"),
                "Stabilisation, phase, 12 Jul – 10 Sep 2027, too early for what it waits for");
  relm_timeline_fixture_wait (fixture->window, 2);
  if (g_getenv ("RELM_PICTURES") != NULL)
    relm_plan_table_fixture_take_picture (fixture, "broken-1200");
  relm_document_undo (fixture->document);
  relm_plan_table_fixture_assert_words (fixture, relm_plan_table_fixture_look_up (fixture, "dep-two"), "Development → Stabilisation, Finish to start");
}

static GtkWidget *
find_popover (RelmPlanTableFixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->timeline)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
      return child;
  return NULL;
}

/* F2 renames the bar that is selected, where it is. */
static void
test_rename (RelmPlanTableFixture *fixture,
             gconstpointer data)
{
  GtkWidget *popover, *entry;

  relm_plan_table_fixture_show (fixture, 1200, 700, "chart");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.rename", NULL);
  g_assert_null (find_popover (fixture));
  relm_timeline_set_selected (fixture->timeline, relm_plan_table_fixture_look_up (fixture, "wi-two"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.rename", NULL);
  popover = find_popover (fixture);
  g_assert_nonnull (popover);
  entry = gtk_popover_get_child (GTK_POPOVER (popover));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Timeline for people who use a screen reader");
  gtk_editable_set_text (GTK_EDITABLE (entry), " ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Renamed");
  g_signal_emit_by_name (entry, "activate");
  relm_plan_table_fixture_settle ();
  g_assert_cmpstr (relm_record_get_title (relm_plan_table_fixture_look_up (fixture, "wi-two")), ==, "Renamed");
  g_assert_null (find_popover (fixture));

  /* A link has no title. */
  relm_timeline_set_selected (fixture->timeline, relm_plan_table_fixture_look_up (fixture, "dep-one"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.rename", NULL);
  g_assert_null (find_popover (fixture));
}

static gboolean
press_key (GtkWidget *widget,
           guint keyval,
           GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean stopped = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !stopped; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &stopped);
    }
  return stopped;
}

/* The menu key and Shift+F10 open the menu at what is selected; the window goes with it without a complaint. */
static void
test_menu (RelmPlanTableFixture *fixture,
           gconstpointer data)
{
  relm_plan_table_fixture_show (fixture, 1200, 700, "chart");
  gtk_widget_grab_focus (GTK_WIDGET (fixture->timeline));
  g_assert_false (press_key (GTK_WIDGET (fixture->timeline), GDK_KEY_Menu, 0));
  relm_timeline_set_selected (fixture->timeline, relm_plan_table_fixture_look_up (fixture, "wi-two"));
  g_assert_true (press_key (GTK_WIDGET (fixture->timeline), GDK_KEY_Menu, 0));
  g_assert_nonnull (find_popover (fixture));
  gtk_popover_popdown (GTK_POPOVER (find_popover (fixture)));
  relm_plan_table_fixture_settle ();
  g_assert_true (press_key (GTK_WIDGET (fixture->timeline), GDK_KEY_F10, GDK_SHIFT_MASK));
  g_assert_nonnull (find_popover (fixture));
}

static void
test_layouts (RelmPlanTableFixture *fixture,
              gconstpointer data)
{
  relm_plan_table_fixture_show (fixture, 1400, 700, "chart");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.next-layout", NULL);
  relm_plan_table_fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.next-layout", NULL);
  relm_plan_table_fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));
}

static void
test_layouts_narrow (RelmPlanTableFixture *fixture,
                     gconstpointer data)
{
  int width;

  relm_plan_table_fixture_show (fixture, 360, 640, "both");
  gtk_widget_measure (gtk_widget_get_ancestor (fixture->page->today, GTK_TYPE_CENTER_BOX), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                      NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));
  g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, 360);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.next-layout", NULL);
  relm_plan_table_fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));
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
  g_test_add ("/plan-chart/" path, RelmPlanTableFixture, NULL, relm_plan_table_fixture_setup, func, relm_plan_table_fixture_teardown)
  ADD ("baselines", test_baselines);
  ADD ("differences", test_differences);
  ADD ("rename", test_rename);
  ADD ("menu", test_menu);
  ADD ("broken", test_broken);
  ADD ("layouts", test_layouts);
  ADD ("layouts-narrow", test_layouts_narrow);
  return g_test_run ();
}
