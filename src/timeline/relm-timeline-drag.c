/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <math.h>

#include <glib/gi18n.h>

#include "relm-timeline-private.h"

#define EDGE 36         /* pixels from the border of the body that scroll while something is dragged */
#define EDGE_SPEED 14.0 /* pixels per second for each pixel into the edge */
#define TIP_DISTANCE 12

static char *
dup_difference (int days)
{
  if (days == 0)
    return g_strdup (_ ("unchanged"));
  if (days > 0)
    return g_strdup_printf (ngettext ("%d day later", "%d days later", (gulong) days), days);
  return g_strdup_printf (ngettext ("%d day earlier", "%d days earlier", (gulong) -days), -days);
}

/* “3 – 9 May 2027, 2 days later”; for an end that is dragged also how long it is then. */
static char *
dup_tip (const RelmTimelineDrag *drag)
{
  const int length = drag->to.finish - drag->to.start + 1;
  const int moved = drag->hold == RELM_TIMELINE_HOLD_START ? drag->to.start - drag->from.start : drag->to.finish - drag->from.finish;
  g_autofree char *dates = relm_span_display (drag->to);
  g_autofree char *difference = dup_difference (moved);
  g_autofree char *days = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) length), length);

  if (drag->hold == RELM_TIMELINE_HOLD_WHOLE)
    /* Translators: while something is moved on the timeline: its dates, and by how much they differ from before */
    return g_strdup_printf (_ ("%s\n%s"), dates, difference);
  /* Translators: while something is resized on the timeline: its dates, how long it is, and how they differ from before */
  return g_strdup_printf (_ ("%s\n%s, %s"), dates, days, difference);
}

static void
update_tip (RelmTimeline *self)
{
  g_autofree char *text = self->drag.active ? dup_tip (&self->drag) : NULL;

  if (text != NULL)
    gtk_label_set_label (GTK_LABEL (self->tip), text);
  gtk_widget_set_visible (self->tip, text != NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Above the pointer, or below it where there is no room, and within the widget. */
void
_relm_timeline_allocate_tip (RelmTimeline *self)
{
  const int available = gtk_widget_get_width (GTK_WIDGET (self));
  GtkRequisition size;
  double x, y;

  if (!gtk_widget_get_visible (self->tip))
    return;
  gtk_widget_get_preferred_size (self->tip, NULL, &size);
  x = CLAMP (self->drag.x - size.width / 2.0, 0, MAX (available - size.width, 0));
  y = self->drag.y - size.height - TIP_DISTANCE;
  if (y < 0)
    y = self->drag.y + 2 * TIP_DISTANCE;
  gtk_widget_size_allocate (self->tip, &(GtkAllocation) { (int) x, (int) y, size.width, size.height }, -1);
}

/* What a span becomes when it, or an end of it, is moved by that many days; it never gets shorter than a day. */
RelmSpan
_relm_timeline_drag_span (RelmSpan span,
                          RelmTimelineHold hold,
                          int days)
{
  RelmSpan result = span;

  switch (hold)
    {
    case RELM_TIMELINE_HOLD_START:
      result.start = CLAMP (span.start + days, 1, span.finish);
      break;
    case RELM_TIMELINE_HOLD_FINISH:
      result.finish = CLAMP (span.finish + days, span.start, RELM_DATE_MAX);
      break;
    case RELM_TIMELINE_HOLD_WHOLE:
      days = CLAMP (days, 1 - span.start, RELM_DATE_MAX - span.finish);
      result.start += days;
      result.finish += days;
      break;
    case RELM_TIMELINE_HOLD_NONE:
    default:
      break;
    }
  return result;
}

static void
follow_pointer (RelmTimeline *self)
{
  const double date = relm_time_scale_get_date (&self->scale, _relm_timeline_to_logical (self, self->drag.x));

  self->drag.to = _relm_timeline_drag_span (self->drag.from, self->drag.hold, (int) round (date - self->drag.grabbed));
  update_tip (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* How far into the edge the pointer is: negative at the start, positive at the finish. */
static double
get_push (RelmTimeline *self)
{
  const double x = _relm_timeline_to_logical (self, self->drag.x) - _relm_timeline_get_origin (self);
  const double width = _relm_timeline_get_body_width (self);

  if (x < EDGE)
    return MAX (x - EDGE, -2 * EDGE);
  return x > width - EDGE ? MIN (x - (width - EDGE), 2 * EDGE) : 0;
}

static gboolean
autoscroll_cb (GtkWidget *widget,
               GdkFrameClock *clock,
               gpointer user_data)
{
  RelmTimeline *self = RELM_TIMELINE (widget);
  const gint64 now = gdk_frame_clock_get_frame_time (clock);
  const double elapsed = self->drag.last_frame > 0 ? (double) (now - self->drag.last_frame) / G_USEC_PER_SEC : 0;
  const double push = get_push (self);

  self->drag.last_frame = now;
  if (push != 0)
    {
      _relm_timeline_scroll_by (self, push * EDGE_SPEED * MIN (elapsed, 0.1), 0);
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
  g_clear_object (&self->drag.record);
  update_tip (self);
  _relm_timeline_update_hover (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Nothing has changed. */
void
_relm_timeline_cancel_drag (RelmTimeline *self)
{
  end_drag (self);
}

/* Takes hold of what is there. Returns whether that is something that can be dragged. */
gboolean
_relm_timeline_begin_drag (RelmTimeline *self,
                           double x,
                           double y)
{
  const RelmTimelineHit hit = _relm_timeline_pick (self, x, y);
  const RelmTimelineItem *item;

  if (hit.hold == RELM_TIMELINE_HOLD_NONE)
    return FALSE;
  item = relm_timeline_layout_get_item (self->layout, hit.item);
  self->drag = (RelmTimelineDrag) {
    .active = TRUE,
    .record = g_object_ref (item->record),
    .hold = hit.hold,
    .from = item->span,
    .to = item->span,
    .grabbed = relm_time_scale_get_date (&self->scale, _relm_timeline_to_logical (self, x)),
    .x = x,
    .y = y,
  };
  self->drag.tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), autoscroll_cb, NULL, NULL);
  relm_timeline_set_selected (self, item->record);
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
  g_autoptr (RelmRecord) record = NULL;
  RelmSpan from, to;

  if (!self->drag.active)
    return;
  record = g_object_ref (self->drag.record);
  from = self->drag.from;
  to = self->drag.to;
  end_drag (self);
  if (from.start != to.start || from.finish != to.finish)
    _relm_timeline_reschedule (self, record, to);
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

  /* A finger on anything else scrolls. */
  if (hit.hold == RELM_TIMELINE_HOLD_NONE ||
      (is_touch && relm_timeline_layout_get_item (self->layout, hit.item)->record != self->selected))
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
  double start_x, start_y;

  if (!gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &start_x, &start_y))
    return;
  if (!self->drag.active)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), (int) start_x, (int) start_y, (int) (start_x + x), (int) (start_y + y)) ||
          !_relm_timeline_begin_drag (self, start_x, start_y))
        return;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    }
  _relm_timeline_drag_to (self, start_x + x, start_y + y);
}

void
_relm_timeline_add_drag (RelmTimeline *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (_relm_timeline_drop), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (_relm_timeline_cancel_drag), self);
  self->drag_gesture = GTK_EVENT_CONTROLLER (drag);
  gtk_widget_add_controller (GTK_WIDGET (self), self->drag_gesture);
}
