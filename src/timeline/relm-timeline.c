/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <glib/gi18n.h>

#include "relm-timeline-private.h"
#include "relm-timeline-resources.h"

static gboolean get_border (GtkScrollable *scrollable,
                            GtkBorder *border);

static void
init_scrollable (GtkScrollableInterface *iface)
{
  iface->get_border = get_border;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RelmTimeline, relm_timeline, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, _relm_timeline_init_accessible)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, init_scrollable))

/* What stays where it is while the rest scrolls. */
static gboolean
get_border (GtkScrollable *scrollable,
            GtkBorder *border)
{
  RelmTimeline *self = RELM_TIMELINE (scrollable);
  const gint16 titles = (gint16) self->metrics.titles;
  const gboolean mirrored = _relm_timeline_is_mirrored (self);

  *border = (GtkBorder) {
    .left = mirrored ? 0 : titles,
    .right = mirrored ? titles : 0,
    .top = (gint16) (2 * self->metrics.tier),
  };
  return TRUE;
}

void
_relm_timeline_set_adjustment (RelmTimeline *self,
                               GtkOrientation orientation,
                               GtkAdjustment *adjustment)
{
  if (adjustment != NULL && self->adjustments[orientation] == adjustment)
    return;
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    return;
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (_relm_timeline_take_adjustments), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/*
 * GtkWidget
 */

static void
relm_timeline_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  RelmTimeline *self = RELM_TIMELINE (widget);

  if (self->metrics.row == 0)
    _relm_timeline_measure_text (self);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 2 * self->metrics.tier + 2 * self->metrics.row;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 480;
}

/* Menus about what is drawn. */
static void
present_popovers (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
relm_timeline_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  RelmTimeline *self = RELM_TIMELINE (widget);
  const RelmTimelineMetrics before = self->metrics;

  _relm_timeline_measure_text (self);
  if (memcmp (&before, &self->metrics, sizeof before) != 0)
    _relm_timeline_forget_picture (self);
  _relm_timeline_get_layout (self);
  _relm_timeline_update_words (self);
  if (self->fit != RELM_TIMELINE_FIT_NONE)
    _relm_timeline_fit_now (self);
  _relm_timeline_update_range (self);
  _relm_timeline_update_adjustments (self);
  _relm_timeline_allocate_tip (self);
  present_popovers (widget);
}

static void
relm_timeline_css_changed (GtkWidget *widget,
                           GtkCssStyleChange *change)
{
  RelmTimeline *self = RELM_TIMELINE (widget);

  GTK_WIDGET_CLASS (relm_timeline_parent_class)->css_changed (widget, change);
  relm_text_cache_clear (self->texts);
  g_hash_table_remove_all (self->icons);
  _relm_timeline_forget_picture (self);
  gtk_widget_queue_allocate (widget);
}

static void
relm_timeline_direction_changed (GtkWidget *widget,
                                 GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (relm_timeline_parent_class)->direction_changed (widget, previous);
  relm_timeline_css_changed (widget, NULL);
}

/*
 * GObject
 */

static void
relm_timeline_dispose (GObject *object)
{
  RelmTimeline *self = RELM_TIMELINE (object);
  GtkWidget *child;

  _relm_timeline_cancel_drag (self);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  _relm_timeline_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  _relm_timeline_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  _relm_timeline_detach_accessibles (self);
  g_ptr_array_set_size (self->accessibles, 0);
  relm_timeline_set_schedule (self, NULL);
  relm_timeline_set_forecasts (self, NULL);
  g_clear_pointer (&self->ghosts, g_array_unref);
  _relm_timeline_forget_baseline (self);
  g_clear_object (&self->compared);
  g_clear_object (&self->project);
  g_clear_object (&self->release);
  g_clear_object (&self->selected);
  g_clear_object (&self->at_cursor);
  _relm_timeline_end_linking (self);
  g_hash_table_remove_all (self->chosen);
  g_hash_table_remove_all (self->touched);
  g_clear_pointer (&self->layout, relm_timeline_layout_free);
  _relm_timeline_forget_picture (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (relm_timeline_parent_class)->dispose (object);
}

static void
relm_timeline_finalize (GObject *object)
{
  RelmTimeline *self = RELM_TIMELINE (object);

  relm_text_cache_free (self->texts);
  g_hash_table_unref (self->icons);
  g_hash_table_unref (self->toggled);
  g_hash_table_unref (self->chosen);
  g_hash_table_unref (self->touched);
  g_ptr_array_unref (self->accessibles);
  gsk_path_unref (self->diamond);
  gsk_path_unref (self->octagon);

  G_OBJECT_CLASS (relm_timeline_parent_class)->finalize (object);
}

static void
relm_timeline_class_init (RelmTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = relm_timeline_dispose;
  object_class->finalize = relm_timeline_finalize;
  widget_class->measure = relm_timeline_measure;
  widget_class->size_allocate = relm_timeline_size_allocate;
  widget_class->snapshot = _relm_timeline_snapshot;
  widget_class->css_changed = relm_timeline_css_changed;
  widget_class->direction_changed = relm_timeline_direction_changed;
  widget_class->query_tooltip = _relm_timeline_query_tooltip;

  _relm_timeline_install_properties (object_class);
  _relm_timeline_install_signals (object_class);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  _relm_timeline_install_keys (widget_class);
  _relm_timeline_install_link_keys (widget_class);
  _relm_timeline_install_edge_keys (widget_class);
  relm_timeline_register_resource ();
}

static void
add_tip (RelmTimeline *self)
{
  self->tip = gtk_label_new (NULL);
  gtk_label_set_justify (GTK_LABEL (self->tip), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->tip, "tip");
  gtk_widget_set_visible (self->tip, FALSE);
  gtk_widget_set_can_target (self->tip, FALSE);
  gtk_widget_set_parent (self->tip, GTK_WIDGET (self));
}

static void
unref_accessible (gpointer accessible)
{
  if (accessible != NULL)
    g_object_unref (accessible);
}

static void
relm_timeline_init (RelmTimeline *self)
{
  self->editable = TRUE;
  self->today = relm_date_today ();
  self->toggled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->chosen = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->touched = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->scale = (RelmTimeScale) { self->today, self->today, 8, relm_time_get_locale_week_start () };
  self->start_date = self->today;
  self->fit = RELM_TIMELINE_FIT_FIRST;
  self->paper_titles = -1;
  self->texts = relm_text_cache_new (GTK_WIDGET (self));
  self->icons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->diamond = gsk_path_parse ("M 0 -1 L 1 0 L 0 1 L -1 0 Z");
  self->octagon = gsk_path_parse ("M -0.41 -1 L 0.41 -1 L 1 -0.41 L 1 0.41 L 0.41 1 L -0.41 1 L -1 0.41 L -1 -0.41 Z");
  self->accessibles = g_ptr_array_new_with_free_func (unref_accessible);
  self->hover = RELM_TIMELINE_HIT_NOTHING;
  self->pointer_x = self->pointer_y = -1;

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE, GTK_ACCESSIBLE_PROPERTY_HELP_TEXT,
                                  _ ("Arrow keys select. Alt with an arrow key moves what is selected by a day, with Shift by a week."),
                                  -1);
  _relm_timeline_add_inks (self);
  add_tip (self);
  _relm_timeline_add_controllers (self);
}

/**
 * relm_timeline_new:
 *
 * Returns: (transfer floating): a timeline of nothing
 */
RelmTimeline *
relm_timeline_new (void)
{
  return g_object_new (RELM_TYPE_TIMELINE, NULL);
}

/**
 * relm_timeline_get_editable:
 *
 * Returns: whether what is shown can be moved
 */
gboolean
relm_timeline_get_editable (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), FALSE);

  return self->editable;
}

/**
 * relm_timeline_set_editable:
 * @editable: whether what is shown can be moved
 */
void
relm_timeline_set_editable (RelmTimeline *self,
                            gboolean editable)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));

  if (self->editable == !!editable)
    return;
  self->editable = !!editable;
  if (!editable)
    _relm_timeline_cancel_drag (self);
  g_object_notify (G_OBJECT (self), "editable");
}
