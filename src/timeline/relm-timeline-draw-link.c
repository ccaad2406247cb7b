/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-timeline-pen.h"

#define HEAD 4 /* half the height of an arrow's head, and its length */

static void
draw_horizontal (const RelmTimelinePen *pen,
                 double a,
                 double b,
                 double y,
                 double thickness,
                 const GdkRGBA *color)
{
  relm_timeline_pen_fill (pen, MIN (a, b), MAX (a, b) + thickness, y, thickness, color);
}

static void
draw_vertical (const RelmTimelinePen *pen,
               double x,
               double a,
               double b,
               double thickness,
               const GdkRGBA *color)
{
  relm_timeline_pen_fill (pen, x, x + thickness, MIN (a, b) + thickness, MAX (a, b) - MIN (a, b) - thickness, color);
}

/* A head of upright rectangles: @direction is 1 when it points to the finish. */
static void
draw_head (const RelmTimelinePen *pen,
           double x,
           double y,
           int direction,
           double thickness,
           const GdkRGBA *color)
{
  const int size = HEAD + (int) thickness - 1;

  for (int i = 0; i < size; i++)
    {
      const double column = direction > 0 ? x - 1 - i : x + i;

      relm_timeline_pen_fill (pen, column, column + 1, y - i, 2 * i + thickness, color);
    }
}

/**
 * relm_timeline_draw_link:
 * @link: a link of the layout, or one that is being made
 * @thickness: in pixels
 *
 * The way of a link, with an arrow's head at its end.
 */
void
relm_timeline_draw_link (const RelmTimelinePen *self,
                         const RelmTimelineLink *link,
                         double thickness,
                         const GdkRGBA *color)
{
  const RelmTimelineRoute route = relm_timeline_pen_get_route (self, link);
  const RelmTimelinePoint *points = route.points;
  const guint last = route.n_points - 1;

  for (guint i = 1; i < last; i++)
    {
      if (points[i - 1].y == points[i].y)
        draw_horizontal (self, points[i - 1].x, points[i].x, points[i].y, thickness, color);
      else
        draw_vertical (self, points[i].x, points[i - 1].y, points[i].y, thickness, color);
    }
  draw_horizontal (self, points[last - 1].x, points[last].x - route.in, points[last].y, thickness, color);
  draw_head (self, points[last].x, points[last].y, route.in, thickness, color);
}
