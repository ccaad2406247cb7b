/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-timeline-coloring.h"
#include "relm-timeline-swatch.h"

struct _RelmTimelineSwatch
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (RelmTimelineSwatch, relm_timeline_swatch, GTK_TYPE_WIDGET)

static void
relm_timeline_swatch_css_changed (GtkWidget *widget,
                                  GtkCssStyleChange *change)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  GTK_WIDGET_CLASS (relm_timeline_swatch_parent_class)->css_changed (widget, change);
  if (parent != NULL)
    gtk_widget_queue_draw (parent);
}

static void
relm_timeline_swatch_class_init (RelmTimelineSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->css_changed = relm_timeline_swatch_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
relm_timeline_swatch_init (RelmTimelineSwatch *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * relm_timeline_swatch_new:
 * @css_name: what style sheets call it
 *
 * Returns: (transfer floating): a swatch; its colour is gtk_widget_get_color()
 */
GtkWidget *
relm_timeline_swatch_new (const char *css_name)
{
  return g_object_new (RELM_TYPE_TIMELINE_SWATCH, "css-name", css_name, NULL);
}

/**
 * relm_timeline_swatch_new_for_hue:
 * @hue: less than RELM_TIMELINE_N_HUES, or RELM_TIMELINE_HUE_NONE
 *
 * Returns: (transfer floating): a swatch of what the timeline colours work items with
 */
GtkWidget *
relm_timeline_swatch_new_for_hue (guint hue)
{
  static const char *const css_names[] = { "hue1", "hue2", "hue3", "hue4", "hue5", "hue6", "hue7", "huenone" };

  G_STATIC_ASSERT (G_N_ELEMENTS (css_names) == RELM_TIMELINE_N_HUES + 1);
  g_return_val_if_fail (hue <= RELM_TIMELINE_HUE_NONE, NULL);

  return relm_timeline_swatch_new (css_names[hue]);
}
