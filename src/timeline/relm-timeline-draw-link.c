/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-timeline-pen.h"

#define HEAD 4 /* half the height of an arrow's head, and its length */
#define HEAD_MIN 3
#define DASH 4 /* pixels; as much is left out after it */

/* How a link is drawn. */
typedef struct
{
  double thickness;
  gboolean is_broken;
  const GdkRGBA *color;
} Stroke;

static void
draw_horizontal (const RelmTimelinePen *pen,
                 double a,
                 double b,
                 double y,
                 const Stroke *stroke)
{
  const double end = MAX (a, b) + stroke->thickness;
  const double step = stroke->is_broken ? DASH : end - MIN (a, b);

  for (double x = MIN (a, b); x < end; x += 2 * MAX (step, 1))
    relm_timeline_pen_fill (pen, x, MIN (x + step, end), y, stroke->thickness, stroke->color);
}

static void
draw_vertical (const RelmTimelinePen *pen,
               double x,
               double a,
               double b,
               const Stroke *stroke)
{
  const double end = MAX (a, b);
  const double start = MIN (a, b) + stroke->thickness;
  const double step = stroke->is_broken ? DASH : end - start;

  for (double y = start; y < end; y += 2 * MAX (step, 1))
    relm_timeline_pen_fill (pen, x, x + stroke->thickness, y, MIN (step, end - y), stroke->color);
}

/* Heads that would lie on each other say nothing: then the one in the middle stands for all of them. */
static gboolean
has_head (const RelmTimelineLink *link,
          const RelmTimelineRoute *route)
{
  return route->step == 0 || route->step > HEAD_MIN || link->place == link->n_places / 2;
}

/* A head of upright rectangles, no larger than leaves the one beside it to be seen. */
static void
draw_head (const RelmTimelinePen *pen,
           const RelmTimelineRoute *route,
           double thickness,
           const GdkRGBA *color)
{
  const double x = route->points[route->n_points - 1].x;
  const double y = route->points[route->n_points - 1].y;
  const int size = (route->step > HEAD_MIN ? CLAMP ((int) route->step - 1, HEAD_MIN, HEAD) : HEAD) + (int) thickness - 1;

  for (int i = 0; i < size; i++)
    {
      const double column = route->in > 0 ? x - 1 - i : x + i;

      relm_timeline_pen_fill (pen, column, column + 1, y - i, 2 * i + thickness, color);
    }
}

/**
 * relm_timeline_draw_link:
 * @link: a link of the layout, or one that is being made
 * @thickness: in pixels
 *
 * The way of a link, with an arrow's head at its end; in dashes when it does not hold.
 */
void
relm_timeline_draw_link (const RelmTimelinePen *self,
                         const RelmTimelineLink *link,
                         double thickness,
                         const GdkRGBA *color)
{
  const RelmTimelineRoute route = relm_timeline_pen_get_route (self, link);
  const Stroke stroke = { thickness, _relm_timeline_is_broken (self->timeline, link->record), color };
  const RelmTimelinePoint *points = route.points;
  const guint last = route.n_points - 1;

  for (guint i = 1; i < last; i++)
    {
      if (points[i - 1].y == points[i].y)
        draw_horizontal (self, points[i - 1].x, points[i].x, points[i].y, &stroke);
      else
        draw_vertical (self, points[i].x, points[i - 1].y, points[i].y, &stroke);
    }
  draw_horizontal (self, points[last - 1].x, points[last].x - route.in, points[last].y, &stroke);
  if (has_head (link, &route))
    draw_head (self, &route, thickness, color);
}
