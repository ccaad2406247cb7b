/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline and its page. With RELM_PICTURES set to a folder, leaves pictures of it there. */

#include "config.h"

#include <adwaita.h>

#include "relm-format.h"
#include "relm-freeze-window.h"
#include "relm-plan-baseline.h"
#include "relm-plan.h"
#include "relm-schedule-dependency.h"
#include "relm-timeline-fixture.h"
#include "relm-timeline-key-bar.h"
#include "relm-timeline-look.h"
#include "relm-timeline-page.h"
#include "relm-timeline-sample.h"
#include "relm-work-item.h"

typedef struct
{
  RelmDocument *document;
  RelmViewState *state;
  GtkWidget *window;
  RelmTimelinePage *page;
  RelmTimeline *timeline;
} Fixture;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
show (Fixture *fixture,
      int width,
      int height)
{
  RelmDate today;

  g_assert_true (relm_date_parse (RELM_TIMELINE_SAMPLE_TODAY, &today));
  fixture->window = adw_window_new ();
  fixture->page = relm_timeline_page_new ();
  fixture->timeline = relm_timeline_page_get_timeline (fixture->page);
  relm_page_set_view_state (RELM_PAGE (fixture->page), fixture->state);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_present (GTK_WINDOW (fixture->window));
  relm_timeline_set_today (fixture->timeline, today);
  relm_timeline_fit (fixture->timeline);
  relm_timeline_fixture_wait (fixture->window, 3);
}

static void
setup (Fixture *fixture,
       gconstpointer data)
{
  g_autoptr (RelmProject) project = data != NULL ? relm_timeline_sample_new () : relm_project_new ();

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
  settle ();
  g_assert_finalize_object (fixture->state);
  g_assert_finalize_object (fixture->document);
}

static RelmRecord *
look_up (Fixture *fixture,
         const char *id)
{
  return relm_project_lookup (relm_document_get_project (fixture->document), id);
}

static void
test_pictures (Fixture *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *name;
    int width, height;
    gboolean dark, mirrored;
    double day_width;
    const char *release, *selected;
    RelmTimelineGrouping grouping;
    RelmTimelineLabels labels;
    RelmTimelineColoring coloring;
  } pictures[] = {
    { "colors-1000", 1000, 700, FALSE, FALSE, 6, "rel-one", NULL, .coloring = RELM_TIMELINE_COLOR_BY_ASSIGNEE },
    { "colors-dark-1000", 1000, 700, TRUE, TRUE, 6, "rel-one", NULL, .coloring = RELM_TIMELINE_COLOR_BY_PRIORITY },
    { "colors-360", 360, 640, FALSE, FALSE, 6, "rel-one", NULL, .coloring = RELM_TIMELINE_COLOR_BY_ASSIGNEE },
    { "phases-1400", 1400, 760, FALSE, FALSE, 0, NULL, "wi-two", RELM_TIMELINE_BY_PHASE, RELM_TIMELINE_LABELS_BEFORE },
    { "people-1000", 1000, 700, TRUE, FALSE, 6, "rel-one", "wi-two", RELM_TIMELINE_BY_ASSIGNEE, RELM_TIMELINE_LABELS_AFTER },
    { "light-1400", 1400, 760, FALSE, FALSE, 0, NULL, "wi-two" },
    { "dark-1400", 1400, 760, TRUE, FALSE, 0, "rel-one", NULL },
    { "light-360", 360, 640, FALSE, FALSE, 0, NULL, NULL },
    { "dark-360", 360, 640, TRUE, FALSE, 8, "rel-one", "mil-one" },
    { "rtl-1000", 1000, 700, FALSE, TRUE, 0, "rel-one", "wi-three" },
    { "days-1400", 1400, 760, FALSE, FALSE, 32, "rel-one", "mil-two" },
    { "weeks-1400", 1400, 760, FALSE, FALSE, 8, "rel-one", NULL },
    { "years-1400", 1400, 760, FALSE, FALSE, 0.3, NULL, NULL },
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
      relm_view_state_set_release (fixture->state, pictures[i].release != NULL ? look_up (fixture, pictures[i].release) : NULL);
      show (fixture, pictures[i].width, pictures[i].height);
      relm_timeline_set_grouping (fixture->timeline, pictures[i].grouping);
      relm_timeline_set_labels (fixture->timeline, pictures[i].labels);
      relm_timeline_set_coloring (fixture->timeline, pictures[i].coloring);
      if (pictures[i].day_width > 0)
        {
          relm_timeline_set_day_width (fixture->timeline, pictures[i].day_width);
          relm_timeline_scroll_to_today (fixture->timeline);
        }
      relm_view_state_set_selected (fixture->state, pictures[i].selected != NULL ? look_up (fixture, pictures[i].selected) : NULL);
      relm_timeline_fixture_take_picture (fixture->window, pictures[i].name);
      gtk_window_destroy (GTK_WINDOW (fixture->window));
      fixture->window = NULL;
      relm_view_state_set_selected (fixture->state, NULL);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  relm_view_state_set_release (fixture->state, NULL);
}

static void
test_pictures_of_nothing (Fixture *fixture,
                          gconstpointer data)
{
  if (g_getenv ("RELM_PICTURES") == NULL)
    {
      g_test_skip ("RELM_PICTURES is not set");
      return;
    }
  show (fixture, 360, 640);
  relm_timeline_fixture_take_picture (fixture->window, "empty-360");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 600);
  relm_timeline_fixture_take_picture (fixture->window, "empty-1000");
}

static void
test_picture_of_drag (Fixture *fixture,
                      gconstpointer data)
{
  double x, y;

  if (g_getenv ("RELM_PICTURES") == NULL)
    {
      g_test_skip ("RELM_PICTURES is not set");
      return;
    }
  show (fixture, 1000, 600);
  relm_timeline_set_day_width (fixture->timeline, 8);
  relm_timeline_scroll_to_today (fixture->timeline);
  relm_timeline_fixture_get_middle (fixture->timeline, look_up (fixture, "wi-two"), &x, &y);
  g_assert_true (_relm_timeline_begin_drag (fixture->timeline, x, y));
  _relm_timeline_drag_to (fixture->timeline, x + 24, y);
  relm_timeline_fixture_take_picture (fixture->window, "drag-1000");
  _relm_timeline_cancel_drag (fixture->timeline);

  _relm_timeline_begin_linking (fixture->timeline, look_up (fixture, "wi-four"), TRUE, FALSE);
  fixture->timeline->drag = (RelmTimelineDrag) { .active = TRUE, .hold = RELM_TIMELINE_HOLD_LINK_FINISH };
  relm_timeline_fixture_get_middle (fixture->timeline, look_up (fixture, "pha-three"), &x, &y);
  _relm_timeline_drag_to (fixture->timeline, x - 20, y);
  relm_timeline_fixture_take_picture (fixture->window, "link-1000");
  _relm_timeline_cancel_drag (fixture->timeline);
  relm_timeline_fixture_get_middle (fixture->timeline, look_up (fixture, "wi-two"), &x, &y);
  fixture->timeline->pointer_x = x;
  fixture->timeline->pointer_y = y;
  _relm_timeline_update_hover (fixture->timeline);
  _relm_timeline_choose (fixture->timeline, look_up (fixture, "dep-four"));
  relm_timeline_fixture_take_picture (fixture->window, "hover-1000");

  relm_timeline_set_show_critical (fixture->timeline, TRUE);
  relm_timeline_fit (fixture->timeline);
  relm_timeline_fixture_take_picture (fixture->window, "critical-1000");
  relm_view_state_set_selected (fixture->state, look_up (fixture, "pha-two"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.resize", "i", 14);
  relm_timeline_fixture_take_picture (fixture->window, "cascade-1000");
}

static void
test_construct (Fixture *fixture,
                gconstpointer data)
{
  show (fixture, 1000, 700);
  g_assert_false (relm_timeline_is_empty (fixture->timeline));
  g_assert_cmpuint (relm_timeline_get_unscheduled (fixture->timeline)->len, ==, 1);
}

static void
test_empty (Fixture *fixture,
            gconstpointer data)
{
  show (fixture, 1000, 700);
  g_assert_true (relm_timeline_is_empty (fixture->timeline));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.add-milestone", NULL);
  relm_timeline_fixture_wait (fixture->window, 2);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));
  g_assert_nonnull (relm_timeline_get_selected (fixture->timeline));
}

static void
press (Fixture *fixture,
       const char *action,
       int argument)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), action, "i", argument));
}

/* Keys move what is selected, and undo brings the very bytes back. */
static void
test_keys_move (Fixture *fixture,
                gconstpointer data)
{
  RelmRecord *milestone = look_up (fixture, "mil-one");
  const int field = relm_kind_find_field (relm_record_get_kind (milestone), "planned");
  g_autoptr (GBytes) before = relm_format_write (relm_document_get_project (fixture->document));
  g_autoptr (GBytes) after = NULL;
  const RelmDate date = relm_record_get_date (milestone, (guint) field);

  show (fixture, 1000, 700);
  relm_view_state_set_selected (fixture->state, milestone);
  g_assert_true (relm_timeline_get_selected (fixture->timeline) == milestone);
  press (fixture, "timeline.shift", 1);
  g_assert_cmpint (relm_record_get_date (milestone, (guint) field), ==, date + 1);
  press (fixture, "timeline.shift", -7);
  g_assert_cmpint (relm_record_get_date (milestone, (guint) field), ==, date - 6);
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Move “API freeze”");
  relm_document_undo (fixture->document);
  g_assert_cmpint (relm_record_get_date (milestone, (guint) field), ==, date + 1);
  relm_document_undo (fixture->document);
  after = relm_format_write (relm_document_get_project (fixture->document));
  g_assert_true (g_bytes_equal (before, after));
  g_assert_false (relm_document_get_can_undo (fixture->document));
}

/* What has happened stays where it happened: only its end moves, and what is over does not move at all. */
static void
test_keys_refuse (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GBytes) before = relm_format_write (relm_document_get_project (fixture->document));
  g_autoptr (GBytes) after = NULL;

  show (fixture, 1000, 700);
  relm_view_state_set_selected (fixture->state, look_up (fixture, "mil-three"));
  press (fixture, "timeline.shift", 1);
  relm_timeline_set_editable (fixture->timeline, FALSE);
  relm_view_state_set_selected (fixture->state, look_up (fixture, "mil-one"));
  press (fixture, "timeline.shift", 1);
  after = relm_format_write (relm_document_get_project (fixture->document));
  g_assert_true (g_bytes_equal (before, after));
}

/* Several are moved as one step, and undo brings the very bytes back. */
static void
test_keys_many (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GBytes) before = relm_format_write (relm_document_get_project (fixture->document));
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GPtrArray) chosen = NULL;

  show (fixture, 1000, 700);
  relm_view_state_set_selected (fixture->state, look_up (fixture, "wi-one"));
  press (fixture, "timeline.extend", 1);
  press (fixture, "timeline.extend", 1);
  chosen = relm_timeline_list_chosen (fixture->timeline);
  g_assert_cmpuint (chosen->len, ==, 3);
  press (fixture, "timeline.shift", 1);
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Move 2 Items");
  press (fixture, "timeline.progress", 10);
  press (fixture, "timeline.resize-start", -1);
  g_assert_cmpint (relm_plan_get_progress (look_up (fixture, "wi-two")), ==, 50);
  for (int i = 0; i < 3; i++)
    relm_document_undo (fixture->document);
  after = relm_format_write (relm_document_get_project (fixture->document));
  g_assert_true (g_bytes_equal (before, after));
  g_assert_false (relm_document_get_can_undo (fixture->document));

  press (fixture, "timeline.go", 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.choose", NULL);
  g_clear_pointer (&chosen, g_ptr_array_unref);
  chosen = relm_timeline_list_chosen (fixture->timeline);
  g_assert_cmpuint (chosen->len, ==, 2);
}

/* A link is made and removed as one step each, and undo brings the very bytes back. */
static void
test_link (Fixture *fixture,
           gconstpointer data)
{
  RelmRecordList *links = relm_project_get_list (relm_document_get_project (fixture->document), RELM_TYPE_SCHEDULE_DEPENDENCY);
  g_autoptr (GBytes) before = relm_format_write (relm_document_get_project (fixture->document));
  g_autoptr (GBytes) after = NULL;
  RelmRecord *link;

  show (fixture, 1000, 700);
  relm_view_state_set_selected (fixture->state, look_up (fixture, "wi-four"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.link", NULL);
  press (fixture, "timeline.move", 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.activate", NULL);
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==,
                   "Link “Read tags” to “Timeline for people who use a screen reader”");
  g_assert_cmpuint (relm_record_list_get_size (links), ==, 5);
  link = relm_record_list_get (links, 4);
  relm_view_state_set_selected (fixture->state, link);
  g_assert_true (relm_timeline_get_selected (fixture->timeline) == link);
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.remove", NULL);
  g_assert_cmpuint (relm_record_list_get_size (links), ==, 4);
  relm_document_undo (fixture->document);
  g_assert_cmpuint (relm_record_list_get_size (links), ==, 5);
  relm_document_undo (fixture->document);
  after = relm_format_write (relm_document_get_project (fixture->document));
  g_assert_true (g_bytes_equal (before, after));
}

/* What was moved moves alone; what follows is offered, and joins the same step when it is accepted. */
static void
test_cascade (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GBytes) before = relm_format_write (relm_document_get_project (fixture->document));
  g_autoptr (GBytes) alone = NULL;
  g_autoptr (GBytes) after = NULL;
  const RelmSpan phase = relm_plan_get_own_span (look_up (fixture, "pha-three"));
  const RelmSpan first = relm_plan_get_own_span (look_up (fixture, "pha-two"));

  show (fixture, 1000, 700);
  relm_view_state_set_selected (fixture->state, look_up (fixture, "pha-two"));
  press (fixture, "timeline.resize", 14);
  g_assert_cmpint (relm_plan_get_own_span (look_up (fixture, "pha-two")).finish, ==, first.finish + 14);
  g_assert_cmpint (relm_plan_get_own_span (look_up (fixture, "pha-three")).start, ==, phase.start);
  g_assert_nonnull (fixture->timeline->ghosts);
  relm_timeline_fixture_wait (fixture->window, 2);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.move-others", NULL);
  g_assert_null (fixture->timeline->ghosts);
  g_assert_cmpint (relm_plan_get_own_span (look_up (fixture, "pha-three")).start, >, phase.start);
  relm_document_undo (fixture->document);
  alone = relm_format_write (relm_document_get_project (fixture->document));
  g_assert_true (g_bytes_equal (before, alone));

  press (fixture, "timeline.resize", 14);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.leave-others", NULL);
  g_assert_null (fixture->timeline->ghosts);
  g_assert_cmpint (relm_plan_get_own_span (look_up (fixture, "pha-three")).start, ==, phase.start);
  relm_document_undo (fixture->document);
  after = relm_format_write (relm_document_get_project (fixture->document));
  g_assert_true (g_bytes_equal (before, after));
}

/* What is critical says so in words as well, while it is shown. */
static void
test_critical (Fixture *fixture,
               gconstpointer data)
{
  guint n_critical = 0;

  show (fixture, 1000, 700);
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.critical", NULL);
  g_assert_true (relm_timeline_get_show_critical (fixture->timeline));
  relm_timeline_fixture_wait (fixture->window, 3);
  for (guint i = 0; i < relm_timeline_layout_get_n_items (fixture->timeline->layout); i++)
    {
      RelmRecord *record = relm_timeline_layout_get_item (fixture->timeline->layout, i)->record;
      g_autofree char *text = _relm_timeline_dup_words (fixture->timeline, record);

      n_critical += strstr (text, ", critical") != NULL;
      g_assert_true ((strstr (text, ", critical") != NULL) ==
                     (_relm_timeline_get_criticality (fixture->timeline, record) == RELM_CRITICALITY_CRITICAL));
    }
  g_assert_cmpuint (n_critical, >, 0);
}

/* What has no dates gets them from a day on, in one step. */
static void
test_schedule (Fixture *fixture,
               gconstpointer data)
{
  show (fixture, 1000, 700);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.schedule-today", "s", "wi-undated");
  g_assert_cmpint (relm_plan_get_own_span (look_up (fixture, "wi-undated")).start, ==, relm_timeline_get_today (fixture->timeline));
  g_assert_cmpuint (relm_timeline_get_unscheduled (fixture->timeline)->len, ==, 0);
  g_assert_cmpstr (relm_document_get_undo_label (fixture->document), ==, "Schedule “Someday”");
  relm_document_undo (fixture->document);
  g_assert_cmpuint (relm_timeline_get_unscheduled (fixture->timeline)->len, ==, 1);
}

/* A freeze and a deadline are drawn: what was drawn without them is drawn anew, and they are not in the way of a pointer. */
static void
test_freeze (Fixture *fixture,
             gconstpointer data)
{
  RelmRecord *freeze;
  guint n_pictures;

  show (fixture, 1000, 700);
  n_pictures = fixture->timeline->n_pictures;
  relm_document_edit_begin (fixture->document, "Freeze");
  freeze = relm_document_add (fixture->document, RELM_TYPE_FREEZE_WINDOW, G_MAXUINT);
  relm_document_set_string (fixture->document, freeze, RELM_FREEZE_WINDOW_NAME, "Code freeze", NULL);
  relm_document_set_date (fixture->document, freeze, RELM_FREEZE_WINDOW_START, relm_date_from_ymd (2027, 5, 10), NULL);
  relm_document_set_date (fixture->document, freeze, RELM_FREEZE_WINDOW_FINISH, relm_date_from_ymd (2027, 5, 20), NULL);
  relm_document_set_date (fixture->document, look_up (fixture, "wi-three"), RELM_WORK_ITEM_DEADLINE, relm_date_from_ymd (2027, 6, 11), NULL);
  relm_document_edit_end (fixture->document);
  relm_timeline_fixture_wait (fixture->window, 2);
  g_assert_cmpuint (fixture->timeline->n_pictures, >, n_pictures);
  if (g_getenv ("RELM_PICTURES") != NULL)
    {
      relm_timeline_set_day_width (fixture->timeline, 8);
      relm_timeline_scroll_to_today (fixture->timeline);
      relm_timeline_fixture_take_picture (fixture->window, "freeze-1000");
    }
}

/* A copy of the plan is kept in one step, and is shown when something has moved since. */
static void
test_baseline (Fixture *fixture,
               gconstpointer data)
{
  RelmProject *project = relm_document_get_project (fixture->document);
  g_autoptr (GBytes) before = relm_format_write (project);
  g_autoptr (GBytes) after = NULL;
  RelmSpan was;

  show (fixture, 1000, 700);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.take-baseline", NULL);
  g_assert_true (relm_timeline_get_show_baseline (fixture->timeline));
  relm_view_state_set_selected (fixture->state, look_up (fixture, "wi-three"));
  press (fixture, "timeline.shift", 14);
  relm_timeline_fixture_wait (fixture->window, 2);
  g_assert_true (relm_plan_baseline_find (fixture->timeline->baseline, look_up (fixture, "wi-three"), &was));
  g_assert_cmpint (was.start, ==, relm_date_from_ymd (2027, 5, 17));
  if (g_getenv ("RELM_PICTURES") != NULL)
    relm_timeline_fixture_take_picture (fixture->window, "baseline-1000");
  relm_document_undo (fixture->document);
  relm_document_undo (fixture->document);
  after = relm_format_write (project);
  g_assert_true (g_bytes_equal (before, after));
}

/* What is made longer takes more work, where somebody said how much; what is only moved does not. */
static void
test_duration (Fixture *fixture,
               gconstpointer data)
{
  RelmRecord *item = look_up (fixture, "wi-three");

  show (fixture, 1000, 700);
  g_assert_true (relm_document_set_integer (fixture->document, item, RELM_WORK_ITEM_DURATION, 240, NULL));
  g_assert_true (relm_document_set_date (fixture->document, item, RELM_WORK_ITEM_PLANNED_FINISH, relm_date_from_ymd (2027, 5, 17), NULL));
  relm_view_state_set_selected (fixture->state, item);
  press (fixture, "timeline.shift", 7);
  g_assert_cmpint (relm_record_get_integer (item, RELM_WORK_ITEM_DURATION), ==, 240);
  press (fixture, "timeline.resize", 7);
  g_assert_cmpint (relm_record_get_date (item, RELM_WORK_ITEM_PLANNED_FINISH), ==, relm_date_from_ymd (2027, 5, 31));
  g_assert_cmpint (relm_record_get_integer (item, RELM_WORK_ITEM_DURATION), ==, 6 * 480);
}

/* How it is looked at is chosen by actions, and remembered of the file. */
static void
test_look (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "look.relm", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *folds = NULL;

  show (fixture, 1000, 700);
  g_assert_cmpuint (relm_timeline_layout_get_n_rows (_relm_timeline_get_layout (fixture->timeline)), ==, 17);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-view.labels", "s", "after");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-view.grouping", "s", "phase");
  g_assert_cmpint (relm_timeline_get_grouping (fixture->timeline), ==, RELM_TIMELINE_BY_PHASE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "timeline-page.fold-all", NULL);
  g_assert_cmpuint (relm_timeline_layout_get_n_rows (_relm_timeline_get_layout (fixture->timeline)), ==, 5);
  _relm_timeline_toggle (fixture->timeline, 0);
  relm_timeline_fixture_wait (fixture->window, 2);
  relm_timeline_look_remember (fixture->timeline, file);

  relm_timeline_look_recall (fixture->timeline, NULL);
  g_assert_cmpint (relm_timeline_get_grouping (fixture->timeline), ==, RELM_TIMELINE_BY_RELEASE);
  g_assert_cmpuint (relm_timeline_layout_get_n_rows (_relm_timeline_get_layout (fixture->timeline)), ==, 17);
  relm_timeline_look_recall (fixture->timeline, file);
  g_assert_cmpint (relm_timeline_get_grouping (fixture->timeline), ==, RELM_TIMELINE_BY_PHASE);
  g_assert_cmpint (relm_timeline_get_labels (fixture->timeline), ==, RELM_TIMELINE_LABELS_AFTER);
  folds = relm_timeline_dup_folds (fixture->timeline);
  g_assert_cmpstr (folds, ==, "2 general");
}

static void
test_keys_select (Fixture *fixture,
                  gconstpointer data)
{
  show (fixture, 1000, 700);
  press (fixture, "timeline.move", 4); /* first */
  g_assert_true (relm_view_state_get_selected (fixture->state) == look_up (fixture, "rel-one"));
  press (fixture, "timeline.fold", 1); /* in */
  g_assert_true (relm_view_state_get_selected (fixture->state) == look_up (fixture, "pha-one"));
  press (fixture, "timeline.move", 1); /* next */
  g_assert_true (relm_view_state_get_selected (fixture->state) == look_up (fixture, "mil-three"));
  press (fixture, "timeline.fold", -1); /* out */
  g_assert_true (relm_view_state_get_selected (fixture->state) == look_up (fixture, "rel-one"));
  press (fixture, "timeline.fold", -1); /* folds it */
  press (fixture, "timeline.move", 1);
  g_assert_true (relm_view_state_get_selected (fixture->state) == look_up (fixture, "rel-two"));
  press (fixture, "timeline.move", 5); /* last */
  g_assert_true (relm_view_state_get_selected (fixture->state) == look_up (fixture, "mil-free"));
}

static GtkAccessible *
find_accessible (Fixture *fixture,
                 const char *label)
{
  GtkAccessible *accessible = gtk_accessible_get_first_accessible_child (GTK_ACCESSIBLE (fixture->timeline));

  while (accessible != NULL)
    {
      GtkAccessible *next;
      g_autofree char *problem = gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, label);

      if (problem == NULL)
        return accessible;
      next = gtk_accessible_get_next_accessible_sibling (accessible);
      g_object_unref (accessible);
      accessible = next;
    }
  return NULL;
}

static void
assert_label (GtkAccessible *accessible,
              const char *label)
{
  g_autofree char *problem = gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  g_assert_cmpstr (problem, ==, NULL);
}

static void
assert_selected (GtkAccessible *accessible,
                 gboolean selected)
{
  g_autofree char *problem = gtk_test_accessible_check_state (accessible, GTK_ACCESSIBLE_STATE_SELECTED, selected);

  g_assert_cmpstr (problem, ==, NULL);
}

static void
test_accessible (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GtkAccessible) late = NULL;
  g_autoptr (GtkAccessible) work = NULL;
  int x, y, width, height;

  show (fixture, 1000, 700);
  g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (fixture->timeline), GTK_ACCESSIBLE_ROLE_LIST));
  late = find_accessible (fixture, "API freeze, milestone, 3 May 2027, 2 days late");
  g_assert_nonnull (late);
  g_assert_true (gtk_test_accessible_has_role (late, GTK_ACCESSIBLE_ROLE_LIST_ITEM));
  work = find_accessible (fixture, "Timeline for people who use a screen reader, work item, 3 May – 28 May 2027, 40 % done");
  g_assert_nonnull (work);
  g_assert_true (gtk_accessible_get_bounds (work, &x, &y, &width, &height));
  g_assert_cmpint (width, >, 0);
  g_assert_cmpint (height, >, 0);

  assert_selected (late, FALSE);
  relm_view_state_set_selected (fixture->state, look_up (fixture, "mil-one"));
  assert_selected (late, TRUE);
  relm_view_state_set_selected (fixture->state, look_up (fixture, "wi-two"));
  assert_selected (late, FALSE);
  assert_selected (work, TRUE);

  press (fixture, "timeline.shift", 1);
  assert_label (work, "Timeline for people who use a screen reader, work item, 4 May – 31 May 2027, 40 % done");
}

static GtkWidget *
find_widget (GtkWidget *parent,
             GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (parent, type) ? parent : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static guint
count_keys (GtkWidget *key_bar)
{
  GtkWidget *box = find_widget (key_bar, ADW_TYPE_WRAP_BOX);
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* The menu colours the bars, and what the colours mean is below them as long as they mean something. */
static void
test_colors (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *key_bar;

  show (fixture, 1000, 700);
  key_bar = find_widget (GTK_WIDGET (fixture->page), RELM_TYPE_TIMELINE_KEY_BAR);
  g_assert_false (gtk_widget_get_visible (key_bar));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline-view.coloring", "s", "assignee"));
  g_assert_true (gtk_widget_get_visible (key_bar));
  g_assert_cmpuint (count_keys (key_bar), ==, 3); /* Ada, Bea, nobody */

  relm_document_edit_begin (fixture->document, "Nobody does it");
  g_assert_true (relm_document_set_string (fixture->document, look_up (fixture, "wi-three"), RELM_WORK_ITEM_ASSIGNEE, NULL, NULL));
  relm_document_edit_end (fixture->document);
  settle ();
  g_assert_cmpuint (count_keys (key_bar), ==, 2);

  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline-view.coloring", "s", "state");
  g_assert_false (gtk_widget_get_visible (key_bar));
}

/* Rows come and go under what was handed out. */
static void
test_accessible_changes (Fixture *fixture,
                         gconstpointer data)
{
  g_autoptr (GtkAccessible) release = NULL;
  g_autoptr (GtkAccessible) last = NULL;
  g_autofree char *problem = NULL;
  int x, y, width, height;

  show (fixture, 1000, 700);
  release = find_accessible (fixture, "49.0, release, 22 Mar – 15 Sep 2027, In progress");
  last = find_accessible (fixture, "Conference, milestone, 20 Jul 2027");
  g_assert_nonnull (release);
  g_assert_nonnull (last);
  problem = gtk_test_accessible_check_state (release, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  g_assert_cmpstr (problem, ==, NULL);

  relm_view_state_set_selected (fixture->state, look_up (fixture, "rel-one"));
  press (fixture, "timeline.fold", -1);
  relm_timeline_fixture_wait (fixture->window, 2);
  g_clear_pointer (&problem, g_free);
  problem = gtk_test_accessible_check_state (release, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  g_assert_cmpstr (problem, ==, NULL);
  g_assert_false (gtk_accessible_get_bounds (last, &x, &y, &width, &height));
  g_assert_null (gtk_accessible_get_next_accessible_sibling (last));
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, data, func) g_test_add ("/timeline-page/" path, Fixture, data, setup, func, teardown)
  ADD ("construct", "sample", test_construct);
  ADD ("empty", NULL, test_empty);
  ADD ("keys-move", "sample", test_keys_move);
  ADD ("keys-refuse", "sample", test_keys_refuse);
  ADD ("keys-select", "sample", test_keys_select);
  ADD ("keys-many", "sample", test_keys_many);
  ADD ("link", "sample", test_link);
  ADD ("look", "sample", test_look);
  ADD ("cascade", "sample", test_cascade);
  ADD ("critical", "sample", test_critical);
  ADD ("duration", "sample", test_duration);
  ADD ("baseline", "sample", test_baseline);
  ADD ("freeze", "sample", test_freeze);
  ADD ("schedule", "sample", test_schedule);
  ADD ("accessible", "sample", test_accessible);
  ADD ("accessible-changes", "sample", test_accessible_changes);
  ADD ("colors", "sample", test_colors);
  ADD ("pictures", "sample", test_pictures);
  ADD ("pictures-of-nothing", NULL, test_pictures_of_nothing);
  ADD ("picture-of-drag", "sample", test_picture_of_drag);

  return g_test_run ();
}
