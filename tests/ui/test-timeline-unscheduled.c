/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has no dates is dragged out of its list onto a day of the timeline. */

#include "config.h"

#include <adwaita.h>

#include "relm-plan.h"
#include "relm-test-wait.h"
#include "relm-timeline-page-fixture.h"
#include "relm-timeline-sample.h"

typedef RelmTimelinePageFixture Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (RelmProject) project = relm_timeline_sample_new ();

  relm_timeline_page_fixture_show (fixture, relm_document_new (project), 1000);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  relm_timeline_page_fixture_clear (fixture);
}

/* The first controller of a type, of the widget or below it. */
static GtkEventController *
find_controller (GtkWidget *widget,
                 GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GtkEventController *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_controller (child, type);
  return found;
}

static GtkMenuButton *
find_button (GtkWidget *widget)
{
  GtkMenuButton *found = NULL;

  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_visible (widget) && gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)) == NULL)
    return GTK_MENU_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child);
  return found;
}

/* An open popover would keep the timeline from hearing of the drag, so that nothing could be dropped. */
static void
test_begin (Fixture *fixture,
            gconstpointer data)
{
  GtkMenuButton *button = find_button (GTK_WIDGET (fixture->page));
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (fixture->window));
  GdkDevice *device = gdk_seat_get_pointer (gdk_display_get_default_seat (gdk_display_get_default ()));
  GtkEventController *source;
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GdkDrag) drag = NULL;

  gtk_menu_button_popup (button);
  relm_test_wait_until (gtk_widget_get_mapped (popover));
  source = find_controller (popover, GTK_TYPE_DRAG_SOURCE);
  g_assert_nonnull (source);
  content = g_object_ref (gtk_drag_source_get_content (GTK_DRAG_SOURCE (source)));
  drag = gdk_drag_begin (surface, device, content, GDK_ACTION_COPY, 0, 0);
  g_assert_nonnull (drag);
  g_signal_emit_by_name (source, "drag-begin", drag);
  relm_test_wait_until (!gtk_widget_get_mapped (popover));
  g_assert_nonnull (gtk_drag_icon_get_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag))));
  gdk_drag_drop_done (drag, FALSE);
}

static void
test_drop (Fixture *fixture,
           gconstpointer data)
{
  RelmRecord *record = relm_timeline_get_unscheduled (fixture->timeline)->pdata[0];
  GtkEventController *target = find_controller (GTK_WIDGET (fixture->timeline), GTK_TYPE_DROP_TARGET);
  const double x = gtk_widget_get_width (GTK_WIDGET (fixture->timeline)) * 0.75;
  const RelmDate day = relm_timeline_get_day_at (fixture->timeline, x);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, RELM_TYPE_RECORD);
  g_value_set_object (&value, record);
  g_signal_emit_by_name (target, "drop", &value, x, 100.0, &taken);
  g_assert_true (taken);
  g_assert_cmpint (relm_plan_get_own_span (record).start, ==, day);
  relm_document_undo (fixture->document);
  g_assert_false (relm_plan_is_scheduled (record));
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/timeline-unscheduled/begin", Fixture, NULL, set_up, test_begin, tear_down);
  g_test_add ("/timeline-unscheduled/drop", Fixture, NULL, set_up, test_drop, tear_down);
  return g_test_run ();
}
