/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <math.h>

#include "relm-timeline-pen.h"

#define STUB RELM_TIMELINE_LINK_STUB
#define MARGIN 2      /* pixels of a bar's height, above and below, that no link arrives at */
#define STEP_MAX 6    /* pixels between links that arrive at the same end */
#define REACH 4       /* pixels beside a link that still are it */
#define MAX_TRIED 500 /* links in one row; where there are more, no hand tells them apart */

static void
add_point (RelmTimelineRoute *route,
           double x,
           double y)
{
  route->points[route->n_points++] = (RelmTimelinePoint) { x, y };
}

/* Pixels between links that arrive at the same end. What has no height takes all of them in its middle. */
static double
get_step (const RelmTimelinePen *self,
          const RelmTimelineLink *link,
          const RelmTimelineItem *item)
{
  if (link->n_places < 2 || (item->shape != RELM_TIMELINE_WORK && item->shape != RELM_TIMELINE_PERIOD))
    return 0;
  return MIN ((self->timeline->metrics.row / 2.0 - 2 * MARGIN) / (link->n_places - 1), STEP_MAX);
}

/* Where it turns: the same place twice where one turn is enough. */
static void
find_turns (const RelmTimelineRoute *route,
            double start,
            double end,
            int out,
            double *turn,
            double *last_turn)
{
  const int in = route->in;

  *turn = start + out * STUB;
  *last_turn = end - in * STUB;
  if (out == in && (*last_turn - start) * out >= 0)
    *turn = *last_turn = out > 0 ? MIN (*turn, *last_turn) : MAX (*turn, *last_turn);
  if (out != in)
    *turn = *last_turn = out > 0 ? MAX (*turn, *last_turn) : MIN (*turn, *last_turn);
}

/**
 * relm_timeline_pen_get_route:
 * @link: a link of the layout, or one that is being made
 *
 * Returns: the way from an end of one item to an end of another, with right angles: out, up or down, and in, where the row of
 *   what it leads to is free. Where there is no room for that it goes round between the rows.
 */
RelmTimelineRoute
relm_timeline_pen_get_route (const RelmTimelinePen *self,
                             const RelmTimelineLink *link)
{
  const RelmTimelineItem *first = relm_timeline_layout_get_item (self->timeline->layout, link->from);
  const RelmTimelineItem *second = relm_timeline_layout_get_item (self->timeline->layout, link->to);
  const int row = self->timeline->metrics.row;
  const double start_y = first->row * row + row / 2;
  const double step = get_step (self, link, second);
  const double end_y = second->row * row + row / 2 + round ((link->place - (MAX (link->n_places, 1) - 1) / 2.0) * step);
  const double between_y = second->row > first->row ? second->row * row : (second->row + 1) * row;
  RelmTimelineRoute route = { .in = link->to_finish ? -1 : 1, .step = step };
  double extents[4], start, end, turn, last_turn;

  relm_timeline_pen_get_extent (self, first, &extents[0], &extents[1]);
  relm_timeline_pen_get_extent (self, second, &extents[2], &extents[3]);
  start = link->from_finish ? extents[1] : extents[0];
  end = link->to_finish ? extents[3] : extents[2];
  find_turns (&route, start, end, link->from_finish ? 1 : -1, &turn, &last_turn);

  add_point (&route, start, start_y);
  add_point (&route, turn, start_y);
  if (turn != last_turn)
    {
      add_point (&route, turn, between_y);
      add_point (&route, last_turn, between_y);
    }
  add_point (&route, last_turn, end_y);
  add_point (&route, end, end_y);
  return route;
}

static gboolean
is_on (const RelmTimelineRoute *route,
       double x,
       double y)
{
  for (guint i = 1; i < route->n_points; i++)
    {
      const RelmTimelinePoint a = route->points[i - 1];
      const RelmTimelinePoint b = route->points[i];

      if (x >= MIN (a.x, b.x) - REACH && x <= MAX (a.x, b.x) + REACH && y >= MIN (a.y, b.y) - REACH && y <= MAX (a.y, b.y) + REACH)
        return TRUE;
    }
  return FALSE;
}

/* The link at a place, in logical pixels and pixels of rows; RELM_TIMELINE_NONE when there is none. */
guint
_relm_timeline_pick_link (RelmTimeline *self,
                          double x,
                          double y)
{
  RelmTimelineLayout *layout = _relm_timeline_get_layout (self);
  const RelmTimelinePen pen = { .timeline = self };
  const guint n_rows = relm_timeline_layout_get_n_rows (layout);
  const guint row = (guint) MAX (floor (y / self->metrics.row), 0);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (guint));

  if (n_rows == 0)
    return RELM_TIMELINE_NONE;
  relm_timeline_layout_query_links (layout, row > 0 ? row - 1 : 0, MIN (row + 1, n_rows - 1), links);
  for (guint i = MIN (links->len, MAX_TRIED); i > 0; i--)
    {
      const guint index = g_array_index (links, guint, i - 1);
      const RelmTimelineRoute route = relm_timeline_pen_get_route (&pen, relm_timeline_layout_get_link (layout, index));

      if (is_on (&route, x, y))
        return index;
    }
  return RELM_TIMELINE_NONE;
}
