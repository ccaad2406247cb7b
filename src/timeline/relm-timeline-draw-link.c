/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-timeline-pen.h"

#define STUB RELM_TIMELINE_LINK_STUB
#define HEAD 4 /* half the height of an arrow's head, and its length */

static void
draw_horizontal (const RelmTimelinePen *pen,
                 double a,
                 double b,
                 double y,
                 const GdkRGBA *color)
{
  relm_timeline_pen_fill (pen, MIN (a, b), MAX (a, b) + 1, y, 1, color);
}

static void
draw_vertical (const RelmTimelinePen *pen,
               double x,
               double a,
               double b,
               const GdkRGBA *color)
{
  relm_timeline_pen_fill (pen, x, x + 1, MIN (a, b) + 1, MAX (a, b) - MIN (a, b) - 1, color);
}

/* A head of upright rectangles: @direction is 1 when it points to the finish. */
static void
draw_head (const RelmTimelinePen *pen,
           double x,
           double y,
           int direction,
           const GdkRGBA *color)
{
  for (int i = 0; i < HEAD; i++)
    {
      const double column = direction > 0 ? x - 1 - i : x + i;

      relm_timeline_pen_fill (pen, column, column + 1, y - i, 2 * i + 1, color);
    }
}

/**
 * relm_timeline_draw_link:
 *
 * From an end of one item to an end of another, with right angles: out, up or down, and in, where the row of what it leads to
 * is free. Where there is no room for that it goes round between the rows.
 */
void
relm_timeline_draw_link (const RelmTimelinePen *self,
                         const RelmTimelineLink *link,
                         const GdkRGBA *color)
{
  const RelmTimelineItem *first = relm_timeline_layout_get_item (self->timeline->layout, link->from);
  const RelmTimelineItem *second = relm_timeline_layout_get_item (self->timeline->layout, link->to);
  const int row = self->timeline->metrics.row;
  const double start_y = first->row * row + row / 2;
  const double end_y = second->row * row + row / 2;
  const double between_y = second->row > first->row ? second->row * row : (second->row + 1) * row;
  const int out = link->from_finish ? 1 : -1;
  const int in = link->to_finish ? -1 : 1;
  double extents[4], start, end, turn, last_turn;

  relm_timeline_pen_get_extent (self, first, &extents[0], &extents[1]);
  relm_timeline_pen_get_extent (self, second, &extents[2], &extents[3]);
  start = link->from_finish ? extents[1] : extents[0];
  end = link->to_finish ? extents[3] : extents[2];
  turn = start + out * STUB;
  last_turn = end - in * STUB;
  if (out == in && (last_turn - start) * out >= 0)
    turn = last_turn = out > 0 ? MIN (turn, last_turn) : MAX (turn, last_turn);
  if (out != in)
    turn = last_turn = out > 0 ? MAX (turn, last_turn) : MIN (turn, last_turn);

  draw_horizontal (self, start, turn, start_y, color);
  if (turn == last_turn)
    draw_vertical (self, turn, start_y, end_y, color);
  else
    {
      draw_vertical (self, turn, start_y, between_y, color);
      draw_horizontal (self, turn, last_turn, between_y, color);
      draw_vertical (self, last_turn, between_y, end_y, color);
    }
  draw_horizontal (self, last_turn, end - in, end_y, color);
  draw_head (self, end, end_y, in, color);
}
