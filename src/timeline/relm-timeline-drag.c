/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <math.h>

#include "relm-timeline-private.h"

#define EDGE 36         /* pixels from the border of the body that scroll while something is dragged */
#define EDGE_SPEED 14.0 /* pixels per second for each pixel into the edge */
#define WEEK_ZOOM 2.5   /* pixels per day below which weeks are moved by, since no hand can tell days apart there */
#define PROGRESS_STEP 5 /* percent */

static gboolean
is_linking (RelmTimeline *self)
{
  return self->drag.hold == RELM_TIMELINE_HOLD_LINK_START || self->drag.hold == RELM_TIMELINE_HOLD_LINK_FINISH;
}

static void
move_items (RelmTimeline *self)
{
  const double date = relm_time_scale_get_date (&self->scale, _relm_timeline_to_logical (self, self->drag.x));
  const int step = self->scale.day_width < WEEK_ZOOM ? 7 : 1;

  const int days = (int) round ((date - self->drag.grabbed) / step) * step;

  _relm_timeline_move_parts (self, self->drag.parts, days);
  if (days == self->drag.days)
    return;
  self->drag.days = days;
  _relm_timeline_preview_drag (self);
}

static void
move_progress (RelmTimeline *self)
{
  RelmTimelinePart *part = &g_array_index (self->drag.parts, RelmTimelinePart, 0);
  const double date = relm_time_scale_get_date (&self->scale, _relm_timeline_to_logical (self, self->drag.x));
  const double share = (date - part->from.start) / (part->from.finish + 1 - part->from.start);

  part->progress_to = CLAMP ((int) round (share * 100 / PROGRESS_STEP) * PROGRESS_STEP, 0, 100);
}

static void
follow_pointer (RelmTimeline *self)
{
  if (is_linking (self))
    _relm_timeline_aim_at (self, self->drag.x, self->drag.y);
  else if (self->drag.hold == RELM_TIMELINE_HOLD_PROGRESS)
    move_progress (self);
  else if (self->drag.hold == RELM_TIMELINE_HOLD_EDGE)
    _relm_timeline_drag_edge (self, self->drag.x);
  else if (self->drag.hold != RELM_TIMELINE_HOLD_BAND)
    move_items (self);
  _relm_timeline_update_tip (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* How far a place is into the edge of a stretch: negative at its start, positive at its end. */
static double
get_push (double place,
          double length)
{
  if (place < EDGE)
    return MAX (place - EDGE, -2 * EDGE);
  return place > length - EDGE ? MIN (place - (length - EDGE), 2 * EDGE) : 0;
}

static gboolean
autoscroll_cb (GtkWidget *widget,
               GdkFrameClock *clock,
               gpointer user_data)
{
  RelmTimeline *self = RELM_TIMELINE (widget);
  const gint64 now = gdk_frame_clock_get_frame_time (clock);
  const double elapsed = self->drag.last_frame > 0 ? (double) (now - self->drag.last_frame) / G_USEC_PER_SEC : 0;
  const double x = _relm_timeline_to_logical (self, self->drag.x) - _relm_timeline_get_origin (self);
  const double speed = EDGE_SPEED * MIN (elapsed, 0.1);
  const double along = get_push (x, _relm_timeline_get_body_width (self));
  const double down = self->drag.hold == RELM_TIMELINE_HOLD_BAND || is_linking (self)
                        ? get_push (self->drag.y - 2 * self->metrics.tier, _relm_timeline_get_body_height (self))
                        : 0;

  self->drag.last_frame = now;
  if (along != 0 || down != 0)
    {
      _relm_timeline_scroll_by (self, along * speed, down * speed);
      follow_pointer (self);
    }
  return G_SOURCE_CONTINUE;
}

static void
end_drag (RelmTimeline *self)
{
  if (!self->drag.active)
    return;
  self->drag.active = FALSE;
  if (self->drag.tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag.tick_id);
  self->drag.tick_id = 0;
  _relm_timeline_end_linking (self);
  relm_timeline_set_ghosts (self, NULL);
  g_clear_pointer (&self->drag.parts, g_array_unref);
  g_clear_pointer (&self->drag.spans, g_hash_table_unref);
  _relm_timeline_forget_picture (self);
  _relm_timeline_update_tip (self);
  _relm_timeline_update_hover (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Nothing has changed. */
void
_relm_timeline_cancel_drag (RelmTimeline *self)
{
  if (self->drag.active && self->drag.hold == RELM_TIMELINE_HOLD_EDGE)
    relm_timeline_set_titles_width (self, self->drag.titles_width);
  end_drag (self);
}

static void
hold_items (RelmTimeline *self,
            RelmRecord *record,
            RelmTimelineHold hold)
{
  if (!_relm_timeline_is_chosen (self, record))
    _relm_timeline_choose (self, record);
  self->drag.parts = _relm_timeline_list_parts (self, record, hold);
  if (hold == RELM_TIMELINE_HOLD_PROGRESS)
    g_array_set_size (self->drag.parts, 1);
  self->drag.spans = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->drag.parts->len; i++)
    {
      RelmTimelinePart *part = &g_array_index (self->drag.parts, RelmTimelinePart, i);

      g_hash_table_insert (self->drag.spans, part->record, &part->to);
    }
}

/* Takes hold of what is there. Returns whether that is something that can be dragged. */
gboolean
_relm_timeline_begin_drag (RelmTimeline *self,
                           double x,
                           double y)
{
  const RelmTimelineHit hit = _relm_timeline_pick (self, x, y);

  if (hit.hold == RELM_TIMELINE_HOLD_NONE)
    return FALSE;
  self->drag = (RelmTimelineDrag) {
    .hold = hit.hold,
    .grabbed = relm_time_scale_get_date (&self->scale, _relm_timeline_to_logical (self, x)),
    .titles_width = self->titles_width,
    .grabbed_y = y - 2 * self->metrics.tier + floor (self->offset),
    .x = x,
    .y = y,
  };
  if (is_linking (self))
    _relm_timeline_begin_linking (self, relm_timeline_layout_get_item (self->layout, hit.item)->record,
                                  hit.hold == RELM_TIMELINE_HOLD_LINK_FINISH, FALSE);
  else if (hit.hold != RELM_TIMELINE_HOLD_BAND && hit.hold != RELM_TIMELINE_HOLD_EDGE)
    hold_items (self, relm_timeline_layout_get_item (self->layout, hit.item)->record, hit.hold);
  self->drag.active = TRUE;
  if (hit.hold != RELM_TIMELINE_HOLD_EDGE)
    self->drag.tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), autoscroll_cb, NULL, NULL);
  _relm_timeline_forget_picture (self);     /* what is dragged is drawn apart */
  gtk_widget_grab_focus (GTK_WIDGET (self)); /* so that Escape is heard */
  return TRUE;
}

void
_relm_timeline_drag_to (RelmTimeline *self,
                        double x,
                        double y)
{
  self->drag.x = x;
  self->drag.y = y;
  follow_pointer (self);
}

/* Lets go: asks for what it has been dragged to. */
void
_relm_timeline_drop (RelmTimeline *self)
{
  g_autoptr (GArray) parts = NULL;
  g_autoptr (GArray) moves = NULL;

  if (!self->drag.active)
    return;
  if (self->drag.hold == RELM_TIMELINE_HOLD_BAND)
    _relm_timeline_drop_band (self);
  if (is_linking (self))
    _relm_timeline_drop_link (self);
  parts = g_steal_pointer (&self->drag.parts);
  end_drag (self);
  if (parts == NULL)
    return;
  moves = _relm_timeline_list_moves (parts);
  if (moves->len > 0)
    _relm_timeline_reschedule (self, moves);
}

static void
drag_begin_cb (RelmTimeline *self,
               double x,
               double y,
               GtkGesture *gesture)
{
  const RelmTimelineHit hit = _relm_timeline_pick (self, x, y);
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));
  const gboolean is_touch = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;

  self->is_touched = is_touch;
  /* A finger on anything else scrolls; keys that make a link are not disturbed. */
  if (self->drag.active || hit.hold == RELM_TIMELINE_HOLD_NONE || (is_touch && !_relm_timeline_is_chosen (self, _relm_timeline_get_record (self, &hit))) ||
      (is_touch && hit.hold == RELM_TIMELINE_HOLD_BAND))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
  else if (is_touch)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_update_cb (RelmTimeline *self,
                double x,
                double y,
                GtkGesture *gesture)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  double start_x, start_y;

  if (!gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &start_x, &start_y))
    return;
  if (_relm_timeline_is_linking_by_keys (self))
    return;
  if (!self->drag.active)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), (int) start_x, (int) start_y, (int) (start_x + x), (int) (start_y + y)) ||
          !_relm_timeline_begin_drag (self, start_x, start_y))
        return;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    }
  self->drag.adds = (state & GDK_CONTROL_MASK) != 0;
  _relm_timeline_drag_to (self, start_x + x, start_y + y);
}

/* Links that are made by keys are no business of the pointer's. */
static void
drag_end_cb (RelmTimeline *self)
{
  if (!_relm_timeline_is_linking_by_keys (self))
    _relm_timeline_drop (self);
}

static void
drag_cancel_cb (RelmTimeline *self)
{
  if (!_relm_timeline_is_linking_by_keys (self))
    _relm_timeline_cancel_drag (self);
}

void
_relm_timeline_add_drag (RelmTimeline *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  self->drag_gesture = GTK_EVENT_CONTROLLER (drag);
  gtk_widget_add_controller (GTK_WIDGET (self), self->drag_gesture);
}
