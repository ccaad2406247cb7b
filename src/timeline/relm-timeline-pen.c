/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <math.h>

#include "relm-timeline-pen.h"

#define STRIPE 4.0f

static GdkPaintable *
get_icon (RelmTimeline *timeline,
          const char *name,
          double size)
{
  GtkWidget *widget = GTK_WIDGET (timeline);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  GdkPaintable *icon = g_hash_table_lookup (timeline->icons, name);

  if (icon != NULL)
    return icon;

  icon = GDK_PAINTABLE (gtk_icon_theme_lookup_icon (theme, name, NULL, (int) size, gtk_widget_get_scale_factor (widget),
                                                    gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_FORCE_SYMBOLIC));
  g_hash_table_insert (timeline->icons, g_strdup (name), icon);
  return icon;
}

static void
round_off (GskRoundedRect *outline,
           const graphene_rect_t *rect,
           double radius)
{
  const double limit = MIN (rect->size.width, rect->size.height) / 2;

  gsk_rounded_rect_init_from_rect (outline, rect, (float) MIN (radius, limit));
}

/**
 * relm_timeline_fade:
 *
 * Returns: the colour with that much of its opacity
 */
GdkRGBA
relm_timeline_fade (const GdkRGBA *color,
                    double alpha)
{
  GdkRGBA result = *color;

  result.alpha *= (float) alpha;
  return result;
}

/**
 * relm_timeline_pen_rect:
 * @from: logical pixels
 * @to: logical pixels, not less than @from
 * @y: pixels of rows
 * @height: pixels
 *
 * Returns: where that is in the snapshot. What reaches far out of it is cut there, since nodes count in floats.
 */
graphene_rect_t
relm_timeline_pen_rect (const RelmTimelinePen *self,
                        double from,
                        double to,
                        double y,
                        double height)
{
  const double margin = 64;

  from = CLAMP (from, self->from - margin, self->to + margin);
  to = CLAMP (to, self->from - margin, self->to + margin);
  return GRAPHENE_RECT_INIT ((float) (self->mirrored ? self->to - to : from - self->from), (float) (y - self->top),
                             (float) (to - from), (float) height);
}

/**
 * relm_timeline_pen_fill:
 *
 * A rectangle.
 */
void
relm_timeline_pen_fill (const RelmTimelinePen *self,
                        double from,
                        double to,
                        double y,
                        double height,
                        const GdkRGBA *color)
{
  const graphene_rect_t rect = relm_timeline_pen_rect (self, from, to, y, height);

  if (rect.size.width > 0 && rect.size.height > 0)
    gtk_snapshot_append_color (self->snapshot, color, &rect);
}

/**
 * relm_timeline_pen_fill_round:
 *
 * A rectangle with round corners.
 */
void
relm_timeline_pen_fill_round (const RelmTimelinePen *self,
                              double from,
                              double to,
                              double y,
                              double height,
                              double radius,
                              const GdkRGBA *color)
{
  const graphene_rect_t rect = relm_timeline_pen_rect (self, from, to, y, height);
  GskRoundedRect outline;

  if (rect.size.width <= 0)
    return;
  round_off (&outline, &rect, radius);
  gtk_snapshot_push_rounded_clip (self->snapshot, &outline);
  gtk_snapshot_append_color (self->snapshot, color, &rect);
  gtk_snapshot_pop (self->snapshot);
}

/**
 * relm_timeline_pen_outline:
 *
 * The inner edge of a rectangle with round corners.
 */
void
relm_timeline_pen_outline (const RelmTimelinePen *self,
                           double from,
                           double to,
                           double y,
                           double height,
                           double radius,
                           double thickness,
                           const GdkRGBA *color)
{
  const graphene_rect_t rect = relm_timeline_pen_rect (self, from, to, y, height);
  const float widths[4] = { (float) thickness, (float) thickness, (float) thickness, (float) thickness };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };
  GskRoundedRect outline;

  if (rect.size.width <= 0)
    return;
  round_off (&outline, &rect, radius);
  gtk_snapshot_append_border (self->snapshot, &outline, widths, colors);
}

/**
 * relm_timeline_pen_stripe:
 *
 * A rectangle with round corners in slanted stripes.
 */
void
relm_timeline_pen_stripe (const RelmTimelinePen *self,
                          double from,
                          double to,
                          double y,
                          double height,
                          double radius,
                          const GdkRGBA *color)
{
  const graphene_rect_t rect = relm_timeline_pen_rect (self, from, to, y, height);
  const GdkRGBA clear = relm_timeline_fade (color, 0);
  const GskColorStop stops[] = { { 0, *color }, { 0.5f, *color }, { 0.5f, clear }, { 1, clear } };
  const graphene_point_t start = GRAPHENE_POINT_INIT (0, 0);
  const graphene_point_t end = GRAPHENE_POINT_INIT (STRIPE, STRIPE);
  GskRoundedRect outline;

  if (rect.size.width <= 0)
    return;
  round_off (&outline, &rect, radius);
  gtk_snapshot_push_rounded_clip (self->snapshot, &outline);
  gtk_snapshot_append_repeating_linear_gradient (self->snapshot, &rect, &start, &end, stops, G_N_ELEMENTS (stops));
  gtk_snapshot_pop (self->snapshot);
}

/**
 * relm_timeline_pen_symbol:
 * @symbol: its outline, from -1 to 1 in both directions
 * @middle: logical pixels
 * @y: of its middle, in pixels of rows
 * @size: its width and height
 */
void
relm_timeline_pen_symbol (const RelmTimelinePen *self,
                          GskPath *symbol,
                           double middle,
                           double y,
                           double size,
                           const GdkRGBA *color)
{
  const graphene_rect_t rect = relm_timeline_pen_rect (self, middle, middle, y, 0);

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &rect.origin);
  gtk_snapshot_scale (self->snapshot, (float) size / 2, (float) size / 2);
  gtk_snapshot_append_fill (self->snapshot, symbol, GSK_FILL_RULE_WINDING, color);
  gtk_snapshot_restore (self->snapshot);
}

/**
 * relm_timeline_pen_text:
 * @start: where it starts, in logical pixels
 * @y: the top of what it is centred in, in pixels of rows
 * @height: the height of that
 *
 * Returns: how wide it is
 */
double
relm_timeline_pen_text (const RelmTimelinePen *self,
                        PangoLayout *layout,
                        double start,
                        double y,
                        double height,
                        const GdkRGBA *color)
{
  PangoRectangle extents;
  graphene_rect_t rect;

  pango_layout_get_pixel_extents (layout, NULL, &extents);
  rect = relm_timeline_pen_rect (self, start, start + extents.width, y + floor ((height - extents.height) / 2), extents.height);
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &GRAPHENE_POINT_INIT (rect.origin.x - (float) extents.x, rect.origin.y));
  gtk_snapshot_append_layout (self->snapshot, layout, color);
  gtk_snapshot_restore (self->snapshot);
  return extents.width;
}

/**
 * relm_timeline_pen_icon:
 * @name: of a symbolic icon
 * @start: where it starts, in logical pixels
 * @y: its top, in pixels of rows
 */
void
relm_timeline_pen_icon (const RelmTimelinePen *self,
                        const char *name,
                        double start,
                        double y,
                        double size,
                        const GdkRGBA *color)
{
  const graphene_rect_t rect = relm_timeline_pen_rect (self, start, start + size, y, size);
  GdkPaintable *icon = get_icon (self->timeline, name, size);

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &rect.origin);
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), self->snapshot, size, size, color, 1);
  gtk_snapshot_restore (self->snapshot);
}
