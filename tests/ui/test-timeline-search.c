/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding things on the timeline, as a person does who types, presses keys and looks at what is selected. */

#include "config.h"

#include <adwaita.h>

#include "relm-test-wait.h"
#include "relm-timeline-private.h"
#include "relm-timeline-sample.h"
#include "relm-timeline-search.h"

typedef struct
{
  GtkWidget *window;
  RelmTimelineSearch *search;
  RelmTimeline *timeline;
  GtkSearchBar *bar;
  GtkWidget *entry;
} Fixture;

static GtkWidget *
find_child (GtkWidget *widget,
            GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);
  return found;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (RelmProject) project = relm_timeline_sample_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->window = adw_window_new ();
  fixture->timeline = relm_timeline_new ();
  fixture->search = g_object_new (RELM_TYPE_TIMELINE_SEARCH, "timeline", fixture->timeline, NULL);
  relm_timeline_set_project (fixture->timeline, project);
  gtk_widget_set_vexpand (GTK_WIDGET (fixture->timeline), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->search));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->timeline));
  adw_window_set_content (ADW_WINDOW (fixture->window), box);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->bar = GTK_SEARCH_BAR (find_child (GTK_WIDGET (fixture->search), GTK_TYPE_SEARCH_BAR));
  gtk_search_bar_set_search_mode (fixture->bar, TRUE);
  fixture->entry = find_child (GTK_WIDGET (fixture->search), GTK_TYPE_SEARCH_ENTRY);
  relm_test_wait_until (gtk_widget_get_mapped (fixture->entry) && gtk_widget_get_width (GTK_WIDGET (fixture->timeline)) > 0);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static const char *
get_status (Fixture *fixture)
{
  GtkWidget *label = gtk_widget_get_next_sibling (fixture->entry);

  g_assert_true (GTK_IS_LABEL (label));
  return gtk_label_get_label (GTK_LABEL (label));
}

static const char *
get_selected (Fixture *fixture)
{
  RelmRecord *selected = relm_timeline_get_selected (fixture->timeline);

  return selected != NULL ? relm_record_get_id (selected) : NULL;
}

static void
assert_found (Fixture *fixture,
              const char *id,
              const char *status)
{
  g_assert_cmpstr (get_selected (fixture), ==, id);
  g_assert_cmpstr (get_status (fixture), ==, status);
}

/* As it is half a second after the last letter. */
static void
type_text (Fixture *fixture,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), text);
  g_signal_emit_by_name (fixture->entry, "search-changed");
}

/* Returns: whether it was handled before the entry had it */
static gboolean
press (Fixture *fixture,
       guint key,
       GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->entry);
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
    }
  return handled;
}

/* Whether what is selected has a row of its own. */
static gboolean
is_shown (Fixture *fixture)
{
  RelmTimelineLayout *layout = _relm_timeline_get_layout (fixture->timeline);

  return relm_timeline_layout_find_row (layout, relm_timeline_get_selected (fixture->timeline)) != RELM_TIMELINE_NONE;
}

/* In the order of the rows, round the end, whatever the case; also in a release that is collapsed because it is done. */
static void
test_walk (Fixture *fixture,
           gconstpointer data)
{
  type_text (fixture, "FREEZE");
  assert_found (fixture, "mil-one", "1 of 3");
  g_signal_emit_by_name (fixture->entry, "activate");
  assert_found (fixture, "mil-two", "2 of 3");
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  assert_found (fixture, "mil-old", "3 of 3");
  g_assert_true (is_shown (fixture));
  g_signal_emit_by_name (fixture->entry, "next-match");
  assert_found (fixture, "mil-one", "1 of 3");
  g_assert_true (press (fixture, GDK_KEY_Return, GDK_SHIFT_MASK));
  assert_found (fixture, "mil-old", "3 of 3");
  g_signal_emit_by_name (fixture->entry, "previous-match");
  assert_found (fixture, "mil-two", "2 of 3");
  g_assert_false (press (fixture, GDK_KEY_Return, 0));
  g_assert_false (press (fixture, GDK_KEY_Left, 0));

  /* More letters stay where they still fit. */
  type_text (fixture, "freez");
  assert_found (fixture, "mil-two", "2 of 3");
  type_text (fixture, "string freeze");
  assert_found (fixture, "mil-two", "1 of 1");
}

static void
test_nothing (Fixture *fixture,
              gconstpointer data)
{
  type_text (fixture, "api");
  assert_found (fixture, "mil-one", "1 of 1");
  type_text (fixture, "no such thing");
  assert_found (fixture, "mil-one", "Nothing found");
  g_assert_true (gtk_widget_has_css_class (fixture->entry, "error"));
  g_signal_emit_by_name (fixture->entry, "activate");
  assert_found (fixture, "mil-one", "Nothing found");
  type_text (fixture, "");
  assert_found (fixture, "mil-one", "");
  g_assert_false (gtk_widget_has_css_class (fixture->entry, "error"));
  /* What has no dates is not on the timeline. */
  type_text (fixture, "Someday");
  g_assert_cmpstr (get_status (fixture), ==, "Nothing found");
}

/* Of the release that is shown, and only what is in it. */
static void
test_release (Fixture *fixture,
              gconstpointer data)
{
  RelmProject *project = relm_timeline_get_project (fixture->timeline);

  relm_timeline_set_release (fixture->timeline, relm_project_lookup (project, "rel-old"));
  type_text (fixture, "freeze");
  assert_found (fixture, "mil-old", "1 of 1");
  relm_timeline_set_release (fixture->timeline, relm_project_lookup (project, "rel-two"));
  type_text (fixture, "freez");
  g_assert_cmpstr (get_status (fixture), ==, "Nothing found");
}

/* Escape closes it; what was found stays selected, and the keys are the timeline's again. */
static void
test_close (Fixture *fixture,
            gconstpointer data)
{
  gtk_widget_grab_focus (fixture->entry);
  type_text (fixture, "api");
  g_signal_emit_by_name (fixture->entry, "stop-search");
  g_assert_false (gtk_search_bar_get_search_mode (fixture->bar));
  g_assert_cmpstr (get_selected (fixture), ==, "mil-one");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (fixture->timeline));
}

static void
test_no_project (Fixture *fixture,
                 gconstpointer data)
{
  relm_timeline_set_project (fixture->timeline, NULL);
  type_text (fixture, "freeze");
  assert_found (fixture, NULL, "Nothing found");
  relm_timeline_search_set_timeline (fixture->search, NULL);
  g_signal_emit_by_name (fixture->entry, "activate");
  assert_found (fixture, NULL, "");
}

#define ADD(path, function) g_test_add ("/ui/timeline-search/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("walk", test_walk);
  ADD ("nothing", test_nothing);
  ADD ("release", test_release);
  ADD ("close", test_close);
  ADD ("no-project", test_no_project);
  return g_test_run ();
}
