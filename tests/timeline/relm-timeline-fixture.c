/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-timeline-fixture.h"
#include "relm-timeline-sample.h"

/**
 * relm_timeline_fixture_wait:
 * @n_frames: how many
 *
 * Lets the window be drawn that often.
 */
void
relm_timeline_fixture_wait (GtkWidget *window,
                            guint n_frames)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  const gint64 first = gdk_frame_clock_get_frame_counter (clock);

  while (gdk_frame_clock_get_frame_counter (clock) < first + n_frames)
    {
      gtk_widget_queue_draw (window);
      g_main_context_iteration (NULL, TRUE);
    }
}

/**
 * relm_timeline_fixture_show:
 * @project: (transfer full): what it shows
 *
 * Shows all of it; the day is RELM_TIMELINE_SAMPLE_TODAY.
 */
void
relm_timeline_fixture_show (RelmTimelineFixture *self,
                            RelmProject *project,
                            int width,
                            int height)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  RelmDate today;

  g_assert_true (relm_date_parse (RELM_TIMELINE_SAMPLE_TODAY, &today));
  self->project = project;
  self->window = gtk_window_new ();
  self->timeline = relm_timeline_new ();
  relm_timeline_set_today (self->timeline, today);
  relm_timeline_set_project (self->timeline, project);
  relm_timeline_fit (self->timeline);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->timeline));
  gtk_window_set_child (GTK_WINDOW (self->window), scroller);
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_present (GTK_WINDOW (self->window));
  relm_timeline_fixture_wait (self->window, 3);
}

/**
 * relm_timeline_fixture_clear:
 *
 * Closes the window, and sees that nothing is left.
 */
void
relm_timeline_fixture_clear (RelmTimelineFixture *self)
{
  g_object_add_weak_pointer (G_OBJECT (self->timeline), (gpointer *) &self->timeline);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (self->timeline);
  g_assert_finalize_object (self->project);
}

/**
 * relm_timeline_fixture_get_middle:
 * @record: something that has a bar or a mark
 *
 * Where the middle of that is in the timeline.
 */
void
relm_timeline_fixture_get_middle (RelmTimeline *timeline,
                                  RelmRecord *record,
                                  double *x,
                                  double *y)
{
  const guint item = relm_timeline_layout_find (_relm_timeline_get_layout (timeline), record);
  graphene_rect_t rect;

  g_assert_cmpuint (item, !=, RELM_TIMELINE_NONE);
  rect = _relm_timeline_get_item_rect (timeline, item);
  *x = rect.origin.x + rect.size.width / 2;
  *y = rect.origin.y + rect.size.height / 2;
}

/**
 * relm_timeline_fixture_setup:
 * @data: (nullable): anything for a window whose text runs from right to left
 *
 * For g_test_add(): shows the sample.
 */
void
relm_timeline_fixture_setup (RelmTimelineFixture *self,
                             gconstpointer data)
{
  gtk_widget_set_default_direction (data != NULL ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  relm_timeline_fixture_show (self, relm_timeline_sample_new (), 1000, 600);
}

/**
 * relm_timeline_fixture_teardown:
 *
 * For g_test_add(): closes it.
 */
void
relm_timeline_fixture_teardown (RelmTimelineFixture *self,
                                gconstpointer data)
{
  relm_timeline_fixture_clear (self);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/**
 * relm_timeline_fixture_look_up:
 * @id: of a record that is there
 */
RelmRecord *
relm_timeline_fixture_look_up (RelmTimelineFixture *self,
                               const char *id)
{
  RelmRecord *record = relm_project_lookup (self->project, id);

  g_assert_nonnull (record);
  return record;
}

static void
wait_for (guint milliseconds)
{
  const gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

/* Leaves a picture of a window in the folder that RELM_PICTURES names. */
void
relm_timeline_fixture_take_picture (GtkWidget *window,
                                    const char *name)
{
  const char *suffix = g_getenv ("RELM_PICTURES_SUFFIX");
  g_autofree char *file = g_strdup_printf ("%s%s.png", name, suffix != NULL ? suffix : "");
  g_autofree char *path = g_build_filename (g_getenv ("RELM_PICTURES"), file, NULL);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  wait_for (250);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window), gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gdk_texture_save_to_png (texture, path);
}
