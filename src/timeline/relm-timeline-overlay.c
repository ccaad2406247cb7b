/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <math.h>

#include "relm-timeline-pen.h"

#define FRAME 2
#define KNOB 10.0

/* A pen for the body as it is seen now, with its origin in the corner of the body. */
static RelmTimelinePen
create_pen (RelmTimeline *self,
            GtkSnapshot *snapshot)
{
  const double origin = _relm_timeline_get_origin (self);

  return (RelmTimelinePen) {
    self, snapshot, origin, origin + _relm_timeline_get_body_width (self), floor (self->offset), _relm_timeline_is_mirrored (self),
    self->drag.spans,
  };
}

/**
 * relm_timeline_is_apart:
 * @item: an item
 *
 * Returns: whether it is drawn over the body, since it is being dragged
 */
gboolean
relm_timeline_is_apart (RelmTimeline *timeline,
                        guint item)
{
  return timeline->drag.active && timeline->drag.spans != NULL &&
         g_hash_table_contains (timeline->drag.spans, relm_timeline_layout_get_item (timeline->layout, item)->record);
}

/**
 * relm_timeline_pen_get_extent:
 *
 * From where to where an item is drawn with this pen, in logical pixels.
 */
void
relm_timeline_pen_get_extent (const RelmTimelinePen *self,
                              const RelmTimelineItem *item,
                              double *from,
                              double *to)
{
  const RelmSpan *span = self->spans != NULL ? g_hash_table_lookup (self->spans, item->record) : NULL;

  _relm_timeline_get_extent (self->timeline, item->shape, span != NULL ? *span : item->span, from, to);
}

void
_relm_timeline_draw_frame (RelmTimeline *self,
                           GtkSnapshot *snapshot,
                           const graphene_rect_t *rect,
                           double radius,
                           const GdkRGBA *color)
{
  const float widths[4] = { FRAME, FRAME, FRAME, FRAME };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, rect, (float) radius);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

/* What is selected has a frame. */
void
_relm_timeline_draw_selection (RelmTimeline *self,
                               GtkSnapshot *snapshot)
{
  if (self->drag.active && self->drag.hold != RELM_TIMELINE_HOLD_BAND)
    return;
  for (guint i = self->picture.first_row; g_hash_table_size (self->chosen) > 0 && i < self->picture.last_row; i++)
    {
      const RelmTimelineRow *row = relm_timeline_layout_get_row (self->layout, i);

      for (guint j = row->first_item; j < row->first_item + row->n_items; j++)
        if (_relm_timeline_is_chosen (self, relm_timeline_layout_get_item (self->layout, j)->record))
          {
            graphene_rect_t rect = _relm_timeline_get_item_rect (self, j);

            graphene_rect_inset (&rect, -3, 3);
            _relm_timeline_draw_frame (self, snapshot, &rect, 7, &self->inks[RELM_TIMELINE_INK_FOCUS]);
          }
    }
}

static void
draw_knob (const RelmTimelinePen *pen,
           double x,
           double y,
           RelmTimelineInk ink)
{
  const double half = KNOB / 2;

  relm_timeline_pen_fill_round (pen, x - half, x + half, y - half, KNOB, half, &pen->timeline->inks[RELM_TIMELINE_INK_PAPER]);
  relm_timeline_pen_outline (pen, x - half, x + half, y - half, KNOB, half, 2, &pen->timeline->inks[ink]);
}

/* At both ends of something, where a link is drawn from; and where its progress is dragged. */
static void
draw_handles_of (const RelmTimelinePen *pen,
                 guint index)
{
  RelmTimeline *self = pen->timeline;
  const RelmTimelineItem *item = relm_timeline_layout_get_item (self->layout, index);
  const double y = (double) item->row * self->metrics.row;

  if (relm_timeline_layout_get_row (self->layout, item->row)->record != item->record)
    return;
  for (int finish = 0; finish <= 1; finish++)
    draw_knob (pen, _relm_timeline_get_handle_x (self, item, finish), y + self->metrics.row / 2.0, RELM_TIMELINE_INK_DIM);
  if (!_relm_timeline_can (self, item, RELM_TIMELINE_HOLD_PROGRESS))
    return;
  relm_timeline_pen_symbol (pen, self->diamond, _relm_timeline_get_progress_x (self, item), y + self->metrics.row * 0.75, 12,
                            &self->inks[RELM_TIMELINE_INK_PAPER]);
  relm_timeline_pen_symbol (pen, self->diamond, _relm_timeline_get_progress_x (self, item), y + self->metrics.row * 0.75, 9,
                            &self->inks[RELM_TIMELINE_INK_TEXT]);
}

/* What the pointer is over shows where it can be taken hold of; for a finger, what is selected does. */
void
_relm_timeline_draw_handles (RelmTimeline *self,
                             GtkSnapshot *snapshot)
{
  const RelmTimelinePen pen = create_pen (self, snapshot);
  const guint link = relm_timeline_layout_find_link (self->layout, self->selected);
  guint index = self->hover.item;

  if (self->hover.link < relm_timeline_layout_get_n_links (self->layout))
    relm_timeline_draw_link (&pen, relm_timeline_layout_get_link (self->layout, self->hover.link), 2,
                             &self->inks[RELM_TIMELINE_INK_LINK]);
  if (self->selected != NULL && link != RELM_TIMELINE_NONE)
    relm_timeline_draw_link (&pen, relm_timeline_layout_get_link (self->layout, link), 2, &self->inks[RELM_TIMELINE_INK_PERIOD]);
  if (index == RELM_TIMELINE_NONE && self->is_touched)
    index = relm_timeline_layout_find (self->layout, self->selected);
  if (!self->drag.active && self->editable && index < relm_timeline_layout_get_n_items (self->layout))
    draw_handles_of (&pen, index);
}

/* From the end that it starts at to the pointer. */
static void
draw_loose_line (const RelmTimelinePen *pen,
                 const RelmTimelineItem *item,
                 double x,
                 double y)
{
  RelmTimeline *self = pen->timeline;
  const GdkRGBA *color = &self->inks[RELM_TIMELINE_INK_PERIOD];
  const double start_x = _relm_timeline_get_handle_x (self, item, self->linking.from_finish);
  const double start_y = item->row * self->metrics.row + self->metrics.row / 2;

  relm_timeline_pen_fill (pen, MIN (start_x, x), MAX (start_x, x), start_y - 1, 2, color);
  relm_timeline_pen_fill (pen, x - 1, x + 1, MIN (start_y - 1, y), fabs (y - start_y) + 1, color);
  draw_knob (pen, start_x, start_y, RELM_TIMELINE_INK_PERIOD);
}

/* The link as it would be, and what it would lead to. */
static void
draw_linking (const RelmTimelinePen *pen)
{
  RelmTimeline *self = pen->timeline;
  const RelmTimelineInk ink = self->linking.refusal != NULL ? RELM_TIMELINE_INK_LATE : RELM_TIMELINE_INK_PERIOD;
  const RelmTimelineLink link = {
    .from = relm_timeline_layout_find (self->layout, self->linking.from),
    .to = relm_timeline_layout_find (self->layout, self->linking.to),
    .from_finish = self->linking.from_finish,
    .to_finish = self->linking.to_finish,
  };
  const RelmTimelineItem *target;
  double from, to;

  if (link.from == RELM_TIMELINE_NONE)
    return;
  if (self->linking.to == NULL || link.to == RELM_TIMELINE_NONE)
    {
      if (!self->linking.by_keys)
        draw_loose_line (pen, relm_timeline_layout_get_item (self->layout, link.from),
                         _relm_timeline_to_logical (self, self->drag.x), self->drag.y - 2 * self->metrics.tier + floor (self->offset));
      return;
    }
  target = relm_timeline_layout_get_item (self->layout, link.to);
  _relm_timeline_get_extent (self, target->shape, target->span, &from, &to);
  relm_timeline_pen_outline (pen, from - 3, to + 3, target->row * self->metrics.row + 3, self->metrics.row - 6, 7, 2, &self->inks[ink]);
  relm_timeline_draw_link (pen, &link, 2, &self->inks[ink]);
}

/* Links follow what is dragged. */
static void
draw_links (const RelmTimelinePen *pen,
            guint row,
            guint index)
{
  RelmTimelineLayout *layout = pen->timeline->layout;
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (guint));

  relm_timeline_layout_query_links (layout, row, row, links);
  for (guint i = 0; i < links->len; i++)
    {
      const RelmTimelineLink *link = relm_timeline_layout_get_link (layout, g_array_index (links, guint, i));

      if (link->from == index || link->to == index)
        relm_timeline_draw_link (pen, link, 1, &pen->timeline->inks[RELM_TIMELINE_INK_FOCUS]);
    }
}

static void
draw_part (const RelmTimelinePen *pen,
           const RelmTimelinePart *part)
{
  RelmTimeline *self = pen->timeline;
  const guint index = relm_timeline_layout_find (self->layout, part->record);
  RelmTimelineItem item;

  if (index == RELM_TIMELINE_NONE)
    return;
  item = *relm_timeline_layout_get_item (self->layout, index);
  if (item.row < self->picture.first_row || item.row >= self->picture.last_row)
    return;
  draw_links (pen, item.row, index);
  item.span = part->to;
  relm_timeline_draw_item (pen, &item, 0);
}

static void
draw_band (RelmTimeline *self,
           GtkSnapshot *snapshot)
{
  const double left = _relm_timeline_is_mirrored (self) ? 0 : self->metrics.titles;
  graphene_rect_t band = _relm_timeline_get_band (self);

  graphene_rect_offset (&band, (float) -left, (float) -2 * (float) self->metrics.tier);
  gtk_snapshot_append_color (snapshot, &self->inks[RELM_TIMELINE_INK_SELECTION], &band);
  _relm_timeline_draw_frame (self, snapshot, &band, 0, &self->inks[RELM_TIMELINE_INK_FOCUS]);
}

/* Where something would be: as an edge alone, since it is not there. */
static void
draw_ghost (const RelmTimelinePen *pen,
            const RelmPlanMove *move)
{
  RelmTimeline *self = pen->timeline;
  const guint index = relm_timeline_layout_find (self->layout, move->record);
  const GdkRGBA *color = &self->inks[RELM_TIMELINE_INK_PERIOD];
  const GdkRGBA faded = relm_timeline_fade (color, 0.12);
  const RelmTimelineItem *item;
  double from, to, y;

  if (index == RELM_TIMELINE_NONE)
    return;
  item = relm_timeline_layout_get_item (self->layout, index);
  if (item->row < self->picture.first_row || item->row >= self->picture.last_row)
    return;
  _relm_timeline_get_extent (self, item->shape, move->span, &from, &to);
  y = (double) item->row * self->metrics.row + 4;
  relm_timeline_pen_fill_round (pen, from, to, y, self->metrics.row - 8, 6, &faded);
  relm_timeline_pen_outline (pen, from, to, y, self->metrics.row - 8, 6, 1.5, color);
}

/* What else would move, and what the freezes are called. */
void
_relm_timeline_draw_ghosts (RelmTimeline *self,
                            GtkSnapshot *snapshot)
{
  const RelmTimelinePen pen = create_pen (self, snapshot);

  relm_timeline_draw_freeze_names (&pen);
  for (guint i = 0; self->ghosts != NULL && i < self->ghosts->len; i++)
    draw_ghost (&pen, &g_array_index (self->ghosts, RelmPlanMove, i));
}

/* Where what is dragged would be. */
void
_relm_timeline_draw_drag (RelmTimeline *self,
                          GtkSnapshot *snapshot)
{
  const RelmTimelinePen pen = create_pen (self, snapshot);

  if (!self->drag.active)
    return;
  if (self->drag.hold == RELM_TIMELINE_HOLD_BAND)
    draw_band (self, snapshot);
  if (self->linking.from != NULL)
    draw_linking (&pen);
  for (guint i = 0; self->drag.parts != NULL && i < self->drag.parts->len; i++)
    draw_part (&pen, &g_array_index (self->drag.parts, RelmTimelinePart, i));
}
