/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-timeline-load-private.h"

G_DEFINE_FINAL_TYPE (RelmTimelineLoadRow, relm_timeline_load_row, GTK_TYPE_WIDGET)

/* The stretch that the keyboard is in, and whose it is, for those who do not see it. */
static void
describe (RelmTimelineLoadRow *self,
          gboolean aloud)
{
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;

  if (self->load == NULL)
    return;
  /* Translators: a person, and how much they have to do */
  label = g_strdup_printf (_ ("%s, %s"), self->name, self->summary);
  words = relm_plan_load_dup_description (self->load, self->row,
                                          relm_plan_load_get_stretch (self->load, self->row, relm_timeline_load_row_get_cursor (self)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  if (aloud && g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0) /* GTK 4.18 crashes on it there */
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
go_to (RelmTimelineLoadRow *self,
       RelmDate day)
{
  self->cursor = day;
  _relm_timeline_scroll_to_span (self->timeline, relm_plan_load_get_stretch (self->load, self->row, day));
  describe (self, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_wanted (RelmTimelineLoadRow *self,
           RelmDate day,
           gboolean over)
{
  const RelmPlanLoadDay at = relm_plan_load_get_day (self->load, self->row, day);

  return over ? at.over : at.minutes > 0;
}

/* The next stretch in which there is something to do, or too much. */
static gboolean
step (RelmTimelineLoadRow *self,
      int direction,
      gboolean over)
{
  const RelmSpan days = relm_plan_load_get_days (self->load, self->row);
  const RelmSpan here = relm_plan_load_get_stretch (self->load, self->row, relm_timeline_load_row_get_cursor (self));

  for (RelmDate day = direction < 0 ? here.start - 1 : here.finish + 1; day >= days.start && day <= days.finish; day += direction)
    if (is_wanted (self, day, over))
      {
        go_to (self, day);
        return TRUE;
      }
  gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer data)
{
  RelmTimelineLoadRow *self = RELM_TIMELINE_LOAD_ROW (widget);
  int direction;
  gboolean over;

  g_variant_get (arguments, "(ib)", &direction, &over);
  if (self->load == NULL || !relm_span_is_set (relm_plan_load_get_days (self->load, self->row)))
    return FALSE;
  return step (self, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -direction : direction, over);
}

/* Selects what is done on these days. */
static gboolean
select_cb (GtkWidget *widget,
           GVariant *arguments,
           gpointer data)
{
  RelmTimelineLoadRow *self = RELM_TIMELINE_LOAD_ROW (widget);
  g_autoptr (GPtrArray) records = NULL;

  if (self->load == NULL)
    return FALSE;
  records = relm_plan_load_list_records (self->load, self->row,
                                         relm_plan_load_get_stretch (self->load, self->row, relm_timeline_load_row_get_cursor (self)));
  if (records->len > 0)
    {
      _relm_timeline_choose_many (self->timeline, records, FALSE);
      relm_timeline_reveal (self->timeline, records->pdata[0]);
    }
  return TRUE;
}

static RelmDate
get_day_at (RelmTimelineLoadRow *self,
            double x)
{
  return relm_time_scale_get_day (&self->timeline->scale, _relm_timeline_to_logical (self->timeline, x));
}

static void
pressed_cb (RelmTimelineLoadRow *self,
            int n_press,
            double x,
            double y)
{
  const RelmDate day = get_day_at (self, x);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->load == NULL || relm_plan_load_get_day (self->load, self->row, day).minutes == 0)
    return;
  self->cursor = day;
  describe (self, FALSE);
  select_cb (GTK_WIDGET (self), NULL, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_on_titles (RelmTimelineLoadRow *self,
              double x)
{
  const int titles = self->timeline->metrics.titles;

  return _relm_timeline_is_mirrored (self->timeline) ? x >= gtk_widget_get_width (GTK_WIDGET (self)) - titles : x < titles;
}

static gboolean
relm_timeline_load_row_query_tooltip (GtkWidget *widget,
                                      int x,
                                      int y,
                                      gboolean keyboard_tooltip,
                                      GtkTooltip *tooltip)
{
  RelmTimelineLoadRow *self = RELM_TIMELINE_LOAD_ROW (widget);
  g_autofree char *text = NULL;
  RelmDate day;

  if (self->load == NULL)
    return FALSE;
  day = keyboard_tooltip ? relm_timeline_load_row_get_cursor (self) : get_day_at (self, x);
  if (!keyboard_tooltip && is_on_titles (self, x))
    text = g_strdup_printf (_ ("%s, %s"), self->name, self->summary);
  else
    text = relm_plan_load_dup_description (self->load, self->row, relm_plan_load_get_stretch (self->load, self->row, day));
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
relm_timeline_load_row_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  const int height = _relm_timeline_load_row_get_height (RELM_TIMELINE_LOAD_ROW (widget));

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : height;
}

static gboolean
relm_timeline_load_row_focus (GtkWidget *widget,
                              GtkDirectionType direction)
{
  if (gtk_widget_has_focus (widget))
    return FALSE;
  gtk_widget_grab_focus (widget);
  return TRUE;
}

static void
relm_timeline_load_row_finalize (GObject *object)
{
  RelmTimelineLoadRow *self = RELM_TIMELINE_LOAD_ROW (object);

  g_free (self->name);
  g_free (self->summary);

  G_OBJECT_CLASS (relm_timeline_load_row_parent_class)->finalize (object);
}

static void
add_step (GtkWidgetClass *widget_class,
          guint key,
          guint keypad,
          GdkModifierType modifiers,
          int direction,
          gboolean over)
{
  gtk_widget_class_add_binding (widget_class, key, modifiers, step_cb, "(ib)", direction, over);
  gtk_widget_class_add_binding (widget_class, keypad, modifiers, step_cb, "(ib)", direction, over);
}

static void
relm_timeline_load_row_class_init (RelmTimelineLoadRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = relm_timeline_load_row_finalize;
  widget_class->measure = relm_timeline_load_row_measure;
  widget_class->snapshot = _relm_timeline_load_row_snapshot;
  widget_class->query_tooltip = relm_timeline_load_row_query_tooltip;
  widget_class->focus = relm_timeline_load_row_focus;

  gtk_widget_class_set_css_name (widget_class, "load");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  add_step (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, -1, FALSE);
  add_step (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, 1, FALSE);
  add_step (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, GDK_CONTROL_MASK, -1, TRUE);
  add_step (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, GDK_CONTROL_MASK, 1, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, select_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, select_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, select_cb, NULL);
}

static void
relm_timeline_load_row_init (RelmTimelineLoadRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * relm_timeline_load_row_new:
 * @timeline: whose scale it has; must outlive it
 * @row: a row of the load
 *
 * Returns: (transfer floating): a row that shows nothing
 */
GtkWidget *
relm_timeline_load_row_new (RelmTimeline *timeline,
                            guint row)
{
  RelmTimelineLoadRow *self = g_object_new (RELM_TYPE_TIMELINE_LOAD_ROW, NULL);

  self->timeline = timeline;
  self->row = row;
  return GTK_WIDGET (self);
}

/**
 * relm_timeline_load_row_set_load:
 * @load: (nullable): what everybody has to do; must live until another is set
 */
void
relm_timeline_load_row_set_load (RelmTimelineLoadRow *self,
                                 RelmPlanLoad *load)
{
  g_return_if_fail (RELM_IS_TIMELINE_LOAD_ROW (self));

  self->load = load;
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->summary, g_free);
  self->is_over = FALSE;
  if (load == NULL)
    return;
  self->name = relm_plan_load_dup_name (load, self->row);
  self->summary = relm_plan_load_dup_summary (load, self->row);
  self->is_over = relm_plan_load_count_over (load, self->row) > 0;
  describe (self, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * relm_timeline_load_row_get_cursor:
 *
 * Returns: a day of the stretch that the keyboard is in: that on which there is too much first, or of today, before it was moved
 */
RelmDate
relm_timeline_load_row_get_cursor (RelmTimelineLoadRow *self)
{
  RelmSpan days;

  g_return_val_if_fail (RELM_IS_TIMELINE_LOAD_ROW (self), RELM_DATE_NONE);

  if (self->cursor != RELM_DATE_NONE || self->load == NULL)
    return self->cursor;
  days = relm_plan_load_get_days (self->load, self->row);
  for (RelmDate day = days.start; self->is_over && day <= days.finish; day++)
    if (relm_plan_load_get_day (self->load, self->row, day).over)
      return day;
  return relm_span_is_set (days) ? CLAMP (self->timeline->today, days.start, days.finish) : self->timeline->today;
}
