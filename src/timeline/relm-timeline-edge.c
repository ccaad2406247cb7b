/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The edge between the titles and the chart: it can be dragged, or moved by keys, and pressed twice for titles that fit. */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <math.h>

#include "relm-text.h"
#include "relm-timeline-private.h"

#define REACH 4      /* pixels about the edge that still are it */
#define TITLES_MIN 64
#define BODY_MIN 120 /* pixels of the chart that stay, whatever the titles want */
#define GAP 8
#define STEP 24      /* pixels that a key moves it by */

/* As wide as somebody made them, as far as there is room; else a share of what there is. */
int
_relm_timeline_choose_titles (RelmTimeline *self,
                              int row)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->titles_width > 0)
    return (int) CLAMP (self->titles_width, TITLES_MIN, MAX (width - BODY_MIN, TITLES_MIN));
  return width < 500 ? CLAMP (width * 36 / 100, 96, 160) : CLAMP (width * 24 / 100, 5 * row, 9 * row);
}

/* How far from the side where titles begin. */
static double
get_distance (RelmTimeline *self,
              double x)
{
  return _relm_timeline_is_mirrored (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;
}

gboolean
_relm_timeline_is_on_edge (RelmTimeline *self,
                           double x)
{
  return self->metrics.titles > 0 && fabs (get_distance (self, x) - self->metrics.titles) <= REACH;
}

/* The edge is where the pointer is. */
void
_relm_timeline_drag_edge (RelmTimeline *self,
                          double x)
{
  relm_timeline_set_titles_width (self, MAX (get_distance (self, x), TITLES_MIN));
}

/* How much room the title of a row takes. */
static double
measure_title (RelmTimeline *self,
               guint index)
{
  const RelmTimelineRow *row = relm_timeline_layout_get_row (self->layout, index);
  g_autofree char *title = row->record != NULL ? relm_record_dup_display_title (row->record) : g_strdup (row->label);
  int width;

  pango_layout_get_pixel_size (relm_text_cache_get (self->texts, title, row->depth == 0 ? RELM_TEXT_BOLD : RELM_TEXT_BODY, -1), &width,
                               NULL);
  return _relm_timeline_get_title_start (self, row) + width + GAP;
}

/* As wide as the titles that are in sight. */
void
_relm_timeline_fit_titles (RelmTimeline *self)
{
  double widest = TITLES_MIN;

  _relm_timeline_get_layout (self);
  for (guint i = self->picture.first_row; i < MIN (self->picture.last_row, relm_timeline_layout_get_n_rows (self->layout)); i++)
    {
      const double width = measure_title (self, i);

      widest = MAX (widest, width);
    }
  relm_timeline_set_titles_width (self, widest);
}

static void
widen_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  RelmTimeline *self = RELM_TIMELINE (widget);
  const int steps = g_variant_get_int32 (parameter) * (_relm_timeline_is_mirrored (self) ? -1 : 1);
  const int now = _relm_timeline_choose_titles (self, self->metrics.row);

  relm_timeline_set_titles_width (self, MAX (now + steps * STEP, TITLES_MIN));
}

void
_relm_timeline_install_edge_keys (GtkWidgetClass *widget_class)
{
  static const guint keys[][2] = { { GDK_KEY_Left, GDK_KEY_Right }, { GDK_KEY_KP_Left, GDK_KEY_KP_Right } };

  gtk_widget_class_install_action (widget_class, "timeline.widen-titles", "i", widen_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (int j = 0; j <= 1; j++)
      gtk_widget_class_add_binding_action (widget_class, keys[i][j], GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline.widen-titles", "i",
                                           j == 0 ? -1 : 1);
}

/**
 * relm_timeline_get_titles_width:
 *
 * Returns: how wide the column of titles is to be, in pixels; 0 for a share of the width
 */
double
relm_timeline_get_titles_width (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), 0);

  return self->titles_width;
}

/**
 * relm_timeline_set_titles_width:
 * @titles_width: how wide the column of titles is to be, in pixels, as far as there is room; 0 for a share of the width
 */
void
relm_timeline_set_titles_width (RelmTimeline *self,
                                double titles_width)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));
  g_return_if_fail (titles_width >= 0);

  if (self->titles_width == titles_width)
    return;
  self->titles_width = titles_width;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "titles-width");
}
