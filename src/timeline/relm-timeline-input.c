/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <math.h>

#include "relm-timeline-private.h"

#define WHEEL_FACTOR 1.2 /* one notch */

void
_relm_timeline_update_hover (RelmTimeline *self)
{
  static const char *const cursors[] = {
    [RELM_TIMELINE_HOLD_NONE] = NULL,
    [RELM_TIMELINE_HOLD_WHOLE] = "grab",
    [RELM_TIMELINE_HOLD_START] = "ew-resize",
    [RELM_TIMELINE_HOLD_FINISH] = "ew-resize",
    [RELM_TIMELINE_HOLD_PROGRESS] = "col-resize",
    [RELM_TIMELINE_HOLD_LINK_START] = "crosshair",
    [RELM_TIMELINE_HOLD_LINK_FINISH] = "crosshair",
    [RELM_TIMELINE_HOLD_BAND] = NULL,
    [RELM_TIMELINE_HOLD_EDGE] = "col-resize",
  };
  const RelmTimelineHit hit = _relm_timeline_pick (self, self->pointer_x, self->pointer_y);

  if (self->drag.active)
    return;
  if (hit.row == self->hover.row && hit.item == self->hover.item && hit.hold == self->hover.hold &&
      hit.place == self->hover.place && hit.link == self->hover.link)
    return;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hit.link != RELM_TIMELINE_NONE ? "pointer" : cursors[hit.hold]);
  self->hover = hit;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (RelmTimeline *self,
           double x,
           double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
  _relm_timeline_update_hover (self);
}

static void
leave_cb (RelmTimeline *self)
{
  motion_cb (self, -1, -1);
}

static gboolean
is_on_expander (RelmTimeline *self,
                const RelmTimelineHit *hit,
                double x)
{
  const RelmTimelineRow *row = relm_timeline_layout_get_row (self->layout, hit->row);
  const double distance = _relm_timeline_is_mirrored (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;
  const double start = _relm_timeline_get_title_start (self, row);

  return hit->place == RELM_TIMELINE_ON_TITLES && row->has_rows && distance < start && distance > start - 28;
}

static gboolean
is_on_arrow (RelmTimeline *self,
             const RelmTimelineHit *hit,
             double x)
{
  const int side = _relm_timeline_get_side (self, hit->row);
  const double distance = _relm_timeline_to_logical (self, x) - _relm_timeline_get_origin (self);

  if (side < 0)
    return distance < RELM_TIMELINE_ARROW + 8;
  return side > 0 && distance > _relm_timeline_get_body_width (self) - RELM_TIMELINE_ARROW - 8;
}

/* Alone, or with Ctrl besides what is selected already, or with Shift from where the last one was chosen. */
static void
choose (RelmTimeline *self,
        guint row,
        RelmRecord *record,
        GdkModifierType state)
{
  if ((state & GDK_SHIFT_MASK) != 0)
    _relm_timeline_choose_rows (self, row);
  else if ((state & GDK_CONTROL_MASK) != 0 && record != NULL)
    _relm_timeline_choose_also (self, record);
  else
    _relm_timeline_choose (self, record);
}

static void
released_cb (RelmTimeline *self,
             int n_press,
             double x,
             double y,
             GtkGesture *gesture)
{
  const RelmTimelineHit hit = _relm_timeline_pick (self, x, y);
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  g_autoptr (RelmRecord) record = NULL;
  gboolean is_away;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->drag.active)
    {
      /* A link that was begun with keys may be ended with a click. */
      if (_relm_timeline_is_linking_by_keys (self))
        {
          _relm_timeline_aim_at (self, x, y);
          _relm_timeline_drop (self);
        }
      return;
    }
  if (hit.hold == RELM_TIMELINE_HOLD_EDGE)
    {
      if (n_press == 2)
        _relm_timeline_fit_titles (self);
      return;
    }
  if (hit.link != RELM_TIMELINE_NONE)
    {
      _relm_timeline_choose (self, _relm_timeline_get_record (self, &hit));
      return;
    }
  if (hit.row == RELM_TIMELINE_NONE)
    {
      if (hit.place == RELM_TIMELINE_ON_BODY && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
        _relm_timeline_choose (self, NULL);
      return;
    }
  if ((state & GDK_SHIFT_MASK) == 0)
    self->cursor = self->anchor = hit.row;
  if (is_on_expander (self, &hit, x))
    {
      _relm_timeline_toggle (self, hit.row);
      return;
    }
  g_set_object (&record, _relm_timeline_get_record (self, &hit));
  is_away = hit.place == RELM_TIMELINE_ON_TITLES || is_on_arrow (self, &hit, x);
  choose (self, hit.row, record, state);
  if (n_press == 2 && record != NULL)
    _relm_timeline_activate (self, record);
  else if (is_away && record != NULL)
    relm_timeline_scroll_to (self, record);
}

static gboolean
scroll_cb (RelmTimeline *self,
           double x,
           double y,
           GtkEventController *controller)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  const gboolean smooth = gtk_event_controller_scroll_get_unit (GTK_EVENT_CONTROLLER_SCROLL (controller)) == GDK_SCROLL_UNIT_SURFACE;

  if ((state & GDK_CONTROL_MASK) == 0 || y == 0)
    return GDK_EVENT_PROPAGATE;
  _relm_timeline_zoom_at (self, self->scale.day_width * pow (WHEEL_FACTOR, smooth ? -y / 20 : -y), self->pointer_x);
  return GDK_EVENT_STOP;
}

static void
zoom_begin_cb (RelmTimeline *self)
{
  self->zoom_start = self->scale.day_width;
}

static void
zoom_changed_cb (RelmTimeline *self,
                 double factor,
                 GtkGesture *gesture)
{
  double x = self->pointer_x, y;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  _relm_timeline_zoom_at (self, self->zoom_start * factor, x);
}

static void
add_zoom (RelmTimeline *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *zoom = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (zoom, "begin", G_CALLBACK (zoom_begin_cb), self);
  g_signal_connect_swapped (zoom, "scale-changed", G_CALLBACK (zoom_changed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (zoom));
}

void
_relm_timeline_add_controllers (RelmTimeline *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  add_zoom (self);
  _relm_timeline_add_drag (self);
}
