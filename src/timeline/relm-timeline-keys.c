/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-timeline-private.h"

#define STEP_FACTOR 1.5
#define PROGRESS_STEP 10 /* percent */
#define ZOOM_SELECTED 2  /* of the action that zooms: to what is selected */

/* The arguments of the actions that have one. */
enum
{
  MOVE_PREVIOUS,
  MOVE_NEXT,
  MOVE_PAGE_UP,
  MOVE_PAGE_DOWN,
  MOVE_FIRST,
  MOVE_LAST,
};

/* Arrows point where they are drawn: to the right is later, or earlier where text runs to the left. */
static int
get_sense (RelmTimeline *self,
           int towards_right)
{
  return _relm_timeline_is_mirrored (self) ? -towards_right : towards_right;
}

static void
put_cursor (RelmTimeline *self,
            guint row)
{
  g_autoptr (RelmRecord) record = NULL;

  g_set_object (&record, relm_timeline_layout_get_row (_relm_timeline_get_layout (self), row)->record);
  self->cursor = self->anchor = row;
  _relm_timeline_scroll_to_row (self, row);
  _relm_timeline_choose (self, record);
  self->cursor = self->anchor = row;
  if (record != NULL)
    relm_timeline_scroll_to (self, record);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The row that a movement leads to; -1 when there is none. */
static int
find_target (RelmTimeline *self,
             int movement)
{
  const int last = (int) relm_timeline_layout_get_n_rows (_relm_timeline_get_layout (self)) - 1;
  const int page = MAX (_relm_timeline_get_body_height (self) / self->metrics.row - 1, 1);
  int row = (int) self->cursor;

  switch (movement)
    {
    case MOVE_PREVIOUS:
      row = self->selected != NULL ? row - 1 : row;
      break;
    case MOVE_NEXT:
      row = self->selected != NULL || row > 0 ? row + 1 : row;
      break;
    case MOVE_PAGE_UP:
      row -= page;
      break;
    case MOVE_PAGE_DOWN:
      row += page;
      break;
    case MOVE_FIRST:
      row = 0;
      break;
    case MOVE_LAST:
    default:
      row = last;
    }
  return CLAMP (row, MIN (0, last), last);
}

static void
move_cursor_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  RelmTimeline *self = RELM_TIMELINE (widget);
  const int row = find_target (self, g_variant_get_int32 (parameter));

  if (row >= 0 && _relm_timeline_is_linking_by_keys (self))
    _relm_timeline_aim_at_row (self, (guint) row);
  else if (row >= 0)
    put_cursor (self, (guint) row);
}

/* Selects everything from where the last one was chosen. */
static void
extend_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RelmTimeline *self = RELM_TIMELINE (widget);
  const int row = find_target (self, g_variant_get_int32 (parameter));

  if (row < 0)
    return;
  _relm_timeline_scroll_to_row (self, (guint) row);
  _relm_timeline_choose_rows (self, (guint) row);
}

/* The cursor goes, and what is selected stays. */
static void
go_cb (GtkWidget *widget,
       const char *name,
       GVariant *parameter)
{
  RelmTimeline *self = RELM_TIMELINE (widget);
  const int row = find_target (self, g_variant_get_int32 (parameter));

  if (row < 0)
    return;
  self->cursor = (guint) row;
  _relm_timeline_scroll_to_row (self, self->cursor);
}

/* What the cursor is at is selected as well, or no longer. */
static void
choose_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RelmTimeline *self = RELM_TIMELINE (widget);
  RelmTimelineLayout *layout = _relm_timeline_get_layout (self);
  RelmRecord *record;

  if (self->cursor >= relm_timeline_layout_get_n_rows (layout))
    return;
  record = relm_timeline_layout_get_row (layout, self->cursor)->record;
  if (record != NULL)
    _relm_timeline_choose_also (self, record);
}

static void
choose_all_cb (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  RelmTimeline *self = RELM_TIMELINE (widget);
  const guint n_rows = relm_timeline_layout_get_n_rows (_relm_timeline_get_layout (self));

  if (n_rows == 0)
    return;
  self->anchor = 0;
  _relm_timeline_choose_rows (self, n_rows - 1);
}

/* Out: closes what is open, or goes to what it is below. In: opens it, or goes below it. */
static void
fold_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  RelmTimeline *self = RELM_TIMELINE (widget);
  RelmTimelineLayout *layout = _relm_timeline_get_layout (self);
  const gboolean in = get_sense (self, g_variant_get_int32 (parameter)) > 0;
  const RelmTimelineRow *row;

  if (_relm_timeline_is_linking_by_keys (self))
    {
      _relm_timeline_turn_ends_by_key (self, in ? 1 : -1);
      return;
    }
  if (self->cursor >= relm_timeline_layout_get_n_rows (layout))
    return;
  row = relm_timeline_layout_get_row (layout, self->cursor);
  if (row->has_rows && row->collapsed == in)
    _relm_timeline_toggle (self, self->cursor);
  else if (in && row->has_rows)
    put_cursor (self, self->cursor + 1);
  else if (!in && row->parent != RELM_TIMELINE_NONE)
    put_cursor (self, row->parent);
}

static void
toggle_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RelmTimeline *self = RELM_TIMELINE (widget);
  RelmTimelineLayout *layout = _relm_timeline_get_layout (self);

  if (self->cursor < relm_timeline_layout_get_n_rows (layout))
    _relm_timeline_toggle (self, self->cursor);
}

static void
activate_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  RelmTimeline *self = RELM_TIMELINE (widget);

  if (_relm_timeline_is_linking_by_keys (self))
    _relm_timeline_drop (self);
  else if (self->selected != NULL)
    _relm_timeline_activate (self, self->selected);
}

static void
ask (RelmTimeline *self,
     GArray *parts)
{
  g_autoptr (GArray) moves = _relm_timeline_list_moves (parts);

  if (moves->len > 0)
    _relm_timeline_reschedule (self, moves);
}

/* Moves what is selected; with a hold of an end alone, makes it longer or shorter. */
static void
shift (RelmTimeline *self,
       RelmTimelineHold hold,
       int days)
{
  g_autoptr (GArray) parts = NULL;

  if (self->selected == NULL || self->drag.active)
    return;
  parts = _relm_timeline_list_parts (self, self->selected, hold);
  if (_relm_timeline_move_parts (self, parts, days))
    ask (self, parts);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
shift_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  RelmTimeline *self = RELM_TIMELINE (widget);
  RelmTimelineHold hold = RELM_TIMELINE_HOLD_WHOLE;

  if (g_str_equal (name, "timeline.resize"))
    hold = RELM_TIMELINE_HOLD_FINISH;
  else if (g_str_equal (name, "timeline.resize-start"))
    hold = RELM_TIMELINE_HOLD_START;
  shift (self, hold, get_sense (self, g_variant_get_int32 (parameter)));
}

/* Says that more or less of what is selected is done. */
static void
progress_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  RelmTimeline *self = RELM_TIMELINE (widget);
  g_autoptr (GArray) parts = NULL;

  if (self->selected == NULL || self->drag.active)
    return;
  parts = _relm_timeline_list_parts (self, self->selected, RELM_TIMELINE_HOLD_PROGRESS);
  if (_relm_timeline_progress_parts (parts, g_variant_get_int32 (parameter)))
    ask (self, parts);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
pan_cb (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  RelmTimeline *self = RELM_TIMELINE (widget);

  _relm_timeline_scroll_by (self, get_sense (self, g_variant_get_int32 (parameter)) * _relm_timeline_get_body_width (self) / 4.0, 0);
}

static void
zoom_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  const int direction = g_variant_get_int32 (parameter);

  if (direction == 0)
    relm_timeline_fit (RELM_TIMELINE (widget));
  else if (direction == ZOOM_SELECTED)
    relm_timeline_fit_selected (RELM_TIMELINE (widget));
  else
    relm_timeline_zoom_by (RELM_TIMELINE (widget), direction > 0 ? STEP_FACTOR : 1 / STEP_FACTOR);
}

static void
fold_all_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  relm_timeline_fold_all (RELM_TIMELINE (widget), g_variant_get_int32 (parameter) < 0);
}

static void
critical_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  relm_timeline_set_show_critical (RELM_TIMELINE (widget), !relm_timeline_get_show_critical (RELM_TIMELINE (widget)));
}

static void
today_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  relm_timeline_scroll_to_today (RELM_TIMELINE (widget));
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant *arguments,
           gpointer user_data)
{
  RelmTimeline *self = RELM_TIMELINE (widget);

  if (!self->drag.active)
    return GDK_EVENT_PROPAGATE;
  /* What the pointer does until it is let go is no drag any more. */
  gtk_event_controller_reset (self->drag_gesture);
  _relm_timeline_cancel_drag (self);
  return GDK_EVENT_STOP;
}

static void
bind (GtkWidgetClass *widget_class,
      guint key,
      GdkModifierType modifiers,
      const char *action,
      int argument)
{
  gtk_widget_class_add_binding_action (widget_class, key, modifiers, action, "i", argument);
}

/* An arrow or the like, on the main part and on the number pad. */
static void
bind_both (GtkWidgetClass *widget_class,
           guint key,
           guint pad_key,
           GdkModifierType modifiers,
           const char *action,
           int argument)
{
  bind (widget_class, key, modifiers, action, argument);
  bind (widget_class, pad_key, modifiers, action, argument);
}

static void
bind_sideways (GtkWidgetClass *widget_class,
               GdkModifierType modifiers,
               const char *action,
               int amount)
{
  bind_both (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, modifiers, action, -amount);
  bind_both (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, modifiers, action, amount);
}

static void
bind_movements (GtkWidgetClass *widget_class,
                GdkModifierType modifiers,
                const char *action)
{
  bind_both (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, modifiers, action, MOVE_PREVIOUS);
  bind_both (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, modifiers, action, MOVE_NEXT);
  bind_both (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, modifiers, action, MOVE_PAGE_UP);
  bind_both (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, modifiers, action, MOVE_PAGE_DOWN);
  bind_both (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, modifiers, action, MOVE_FIRST);
  bind_both (widget_class, GDK_KEY_End, GDK_KEY_KP_End, modifiers, action, MOVE_LAST);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  bind_movements (widget_class, 0, "timeline.move");
  bind_movements (widget_class, GDK_SHIFT_MASK, "timeline.extend");
  bind_both (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, GDK_CONTROL_MASK, "timeline.go", MOVE_PREVIOUS);
  bind_both (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, GDK_CONTROL_MASK, "timeline.go", MOVE_NEXT);
  bind_sideways (widget_class, 0, "timeline.fold", 1);
  bind_sideways (widget_class, GDK_CONTROL_MASK, "timeline.pan", 1);
  bind_sideways (widget_class, GDK_ALT_MASK, "timeline.shift", 1);
  bind_sideways (widget_class, GDK_ALT_MASK | GDK_SHIFT_MASK, "timeline.shift", 7);
  bind_sideways (widget_class, GDK_ALT_MASK | GDK_CONTROL_MASK, "timeline.resize", 1);
  bind_sideways (widget_class, GDK_ALT_MASK | GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline.resize-start", 1);
  bind_both (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, GDK_ALT_MASK, "timeline.progress", PROGRESS_STEP);
  bind_both (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, GDK_ALT_MASK, "timeline.progress", -PROGRESS_STEP);
  bind_both (widget_class, GDK_KEY_plus, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "timeline.zoom", 1);
  bind (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "timeline.zoom", 1);
  bind_both (widget_class, GDK_KEY_minus, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "timeline.zoom", -1);
  bind_both (widget_class, GDK_KEY_0, GDK_KEY_KP_0, GDK_CONTROL_MASK, "timeline.zoom", 0);
  bind_both (widget_class, GDK_KEY_9, GDK_KEY_KP_9, GDK_CONTROL_MASK, "timeline.zoom", ZOOM_SELECTED);
  bind_both (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, GDK_ALT_MASK, "timeline.fold-all", -1);
  bind_both (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, GDK_ALT_MASK, "timeline.fold-all", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "timeline.toggle", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, GDK_CONTROL_MASK, "timeline.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "timeline.choose-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "timeline.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "timeline.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "timeline.today", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

void
_relm_timeline_install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.move", "i", move_cursor_cb);
  gtk_widget_class_install_action (widget_class, "timeline.extend", "i", extend_cb);
  gtk_widget_class_install_action (widget_class, "timeline.go", "i", go_cb);
  gtk_widget_class_install_action (widget_class, "timeline.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "timeline.choose-all", NULL, choose_all_cb);
  gtk_widget_class_install_action (widget_class, "timeline.fold", "i", fold_cb);
  gtk_widget_class_install_action (widget_class, "timeline.fold-all", "i", fold_all_cb);
  gtk_widget_class_install_action (widget_class, "timeline.critical", NULL, critical_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "timeline.critical", NULL);
  gtk_widget_class_install_action (widget_class, "timeline.pan", "i", pan_cb);
  gtk_widget_class_install_action (widget_class, "timeline.shift", "i", shift_cb);
  gtk_widget_class_install_action (widget_class, "timeline.resize", "i", shift_cb);
  gtk_widget_class_install_action (widget_class, "timeline.resize-start", "i", shift_cb);
  gtk_widget_class_install_action (widget_class, "timeline.progress", "i", progress_cb);
  gtk_widget_class_install_action (widget_class, "timeline.zoom", "i", zoom_cb);
  gtk_widget_class_install_action (widget_class, "timeline.toggle", NULL, toggle_cb);
  gtk_widget_class_install_action (widget_class, "timeline.activate", NULL, activate_cb);
  gtk_widget_class_install_action (widget_class, "timeline.today", NULL, today_cb);
  bind_keys (widget_class);
}
