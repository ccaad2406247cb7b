/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <math.h>

#include "relm-plan.h"
#include "relm-timeline-private.h"

#define GRIP 6 /* pixels at an end that resize */
#define SLOP 4 /* pixels beside something that still are it */
#define HANDLE 11      /* pixels from an end to the handle that makes a link */
#define HANDLE_REACH 7 /* pixels about a handle that still are it */
#define PROGRESS_REACH 6    /* pixels about where progress ends that take hold of it, in the lower part of a row */
#define PROGRESS_ROOM 40    /* pixels that a bar needs for that */

/* From where to where something is drawn, in logical pixels. A point is as wide as it is high, about its day. */
void
_relm_timeline_get_extent (RelmTimeline *self,
                           RelmTimelineShape shape,
                           RelmSpan span,
                           double *from,
                           double *to)
{
  const double half = self->metrics.row / 4.0;

  *from = round (relm_time_scale_get_x (&self->scale, span.start));
  *to = round (relm_time_scale_get_x (&self->scale, span.finish + 1));
  if (shape == RELM_TIMELINE_MILESTONE)
    {
      const double middle = round ((*from + *to) / 2);

      *from = middle - half;
      *to = middle + half;
    }
  else if (*to < *from + 4)
    *to = *from + 4;
}

/* Where the done part of a bar ends, in logical pixels. */
double
_relm_timeline_get_progress_x (RelmTimeline *self,
                               const RelmTimelineItem *item)
{
  double from, to;

  _relm_timeline_get_extent (self, item->shape, item->span, &from, &to);
  return from + round ((to - from) * relm_plan_get_progress (item->record) / 100);
}

static gboolean
can_progress (const RelmTimelineItem *item)
{
  return item->shape == RELM_TIMELINE_WORK && !relm_plan_is_done (item->record) &&
         relm_kind_find_field (relm_record_get_kind (item->record), "progress") >= 0;
}

/* Whether a drag can do that to an item. An end that is fixed stays; a day with one date moves as a whole. */
gboolean
_relm_timeline_can (RelmTimeline *self,
                    const RelmTimelineItem *item,
                    RelmTimelineHold hold)
{
  const RelmPlanFields fields = relm_plan_get_editable_fields (item->record);
  const gboolean is_day = item->span.start == item->span.finish;

  if (!self->editable)
    return FALSE;
  if (hold == RELM_TIMELINE_HOLD_PROGRESS)
    return can_progress (item);
  if (hold == RELM_TIMELINE_HOLD_LINK_START || hold == RELM_TIMELINE_HOLD_LINK_FINISH)
    return TRUE;
  if (fields.start < 0 && fields.finish < 0)
    return FALSE;
  switch (hold)
    {
    case RELM_TIMELINE_HOLD_WHOLE:
      return (fields.start >= 0 && fields.finish >= 0) || is_day;
    case RELM_TIMELINE_HOLD_START:
      return fields.start >= 0 && (fields.finish >= 0 || !is_day);
    case RELM_TIMELINE_HOLD_FINISH:
      return fields.finish >= 0 && (fields.start >= 0 || !is_day);
    case RELM_TIMELINE_HOLD_NONE:
    case RELM_TIMELINE_HOLD_LINK_START:
    case RELM_TIMELINE_HOLD_LINK_FINISH:
    case RELM_TIMELINE_HOLD_PROGRESS:
    case RELM_TIMELINE_HOLD_BAND:
    case RELM_TIMELINE_HOLD_EDGE:
    default:
      return FALSE;
    }
}

static gboolean
is_on_progress (RelmTimeline *self,
                const RelmTimelineItem *item,
                double x,
                double y)
{
  const double row_y = _relm_timeline_get_row_y (self, item->row);
  double from, to;

  _relm_timeline_get_extent (self, item->shape, item->span, &from, &to);
  return to - from >= PROGRESS_ROOM && y > row_y + self->metrics.row * 0.62 &&
         fabs (x - _relm_timeline_get_progress_x (self, item)) <= PROGRESS_REACH &&
         _relm_timeline_can (self, item, RELM_TIMELINE_HOLD_PROGRESS);
}

static RelmTimelineHold
choose_hold (RelmTimeline *self,
             const RelmTimelineItem *item,
             double x,
             double y)
{
  double from, to, grip;

  if (is_on_progress (self, item, x, y))
    return RELM_TIMELINE_HOLD_PROGRESS;

  _relm_timeline_get_extent (self, item->shape, item->span, &from, &to);
  grip = MIN (GRIP, (to - from) / 3);
  if (x > to - grip && _relm_timeline_can (self, item, RELM_TIMELINE_HOLD_FINISH))
    return RELM_TIMELINE_HOLD_FINISH;
  if (x < from + grip && _relm_timeline_can (self, item, RELM_TIMELINE_HOLD_START))
    return RELM_TIMELINE_HOLD_START;
  if (_relm_timeline_can (self, item, RELM_TIMELINE_HOLD_WHOLE))
    return RELM_TIMELINE_HOLD_WHOLE;
  return RELM_TIMELINE_HOLD_NONE;
}

/* The last one is on top. Few items touch the stretch of days about @x. */
static guint
pick_item (RelmTimeline *self,
           guint row,
           double x)
{
  RelmTimelineLayout *layout = _relm_timeline_get_layout (self);
  const double reach = self->metrics.row / 4.0 + SLOP;
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint));

  relm_timeline_layout_query (layout, row, relm_time_scale_get_day (&self->scale, x - reach),
                              relm_time_scale_get_day (&self->scale, x + reach), items);
  for (guint i = items->len; i > 0; i--)
    {
      const guint index = g_array_index (items, guint, i - 1);
      const RelmTimelineItem *item = relm_timeline_layout_get_item (layout, index);
      double from, to;

      _relm_timeline_get_extent (self, item->shape, item->span, &from, &to);
      if (x >= from - SLOP && x <= to + SLOP)
        return index;
    }
  return RELM_TIMELINE_NONE;
}

/* Where the handle is from which a link is drawn, in logical pixels: beside the end of a bar, and behind a flag. */
double
_relm_timeline_get_handle_x (RelmTimeline *self,
                             const RelmTimelineItem *item,
                             gboolean finish)
{
  double from, to;

  _relm_timeline_get_extent (self, item->shape, item->span, &from, &to);
  if (finish)
    return to + HANDLE + (item->shape == RELM_TIMELINE_RELEASE ? 10 : 0);
  return from - HANDLE;
}

/* A handle of what a row is about. */
static void
pick_handle (RelmTimeline *self,
             RelmTimelineHit *hit,
             double x)
{
  const RelmTimelineRow *row = relm_timeline_layout_get_row (self->layout, hit->row);
  const guint index = row->record != NULL ? relm_timeline_layout_find (self->layout, row->record) : RELM_TIMELINE_NONE;
  const RelmTimelineItem *item = index != RELM_TIMELINE_NONE ? relm_timeline_layout_get_item (self->layout, index) : NULL;

  if (item == NULL || !self->editable)
    return;
  for (int finish = 0; finish <= 1; finish++)
    if (fabs (x - _relm_timeline_get_handle_x (self, item, finish)) <= HANDLE_REACH)
      {
        hit->item = index;
        hit->hold = finish ? RELM_TIMELINE_HOLD_LINK_FINISH : RELM_TIMELINE_HOLD_LINK_START;
      }
}

static guint
pick_row (RelmTimeline *self,
          double y)
{
  const double row = floor ((y - 2 * self->metrics.tier + floor (self->offset)) / self->metrics.row);

  if (row < 0 || row >= relm_timeline_layout_get_n_rows (_relm_timeline_get_layout (self)))
    return RELM_TIMELINE_NONE;
  return (guint) row;
}

static gboolean
is_on_titles (RelmTimeline *self,
              double x)
{
  if (_relm_timeline_is_mirrored (self))
    return x >= _relm_timeline_get_body_width (self);
  return x < self->metrics.titles;
}

/* What is at a place in the widget. */
RelmTimelineHit
_relm_timeline_pick (RelmTimeline *self,
                     double x,
                     double y)
{
  RelmTimelineHit hit = RELM_TIMELINE_HIT_NOTHING;
  double logical;

  if (!gtk_widget_contains (GTK_WIDGET (self), x, y))
    return hit;
  if (y < 2 * self->metrics.tier)
    {
      hit.place = RELM_TIMELINE_ON_SCALE;
      return hit;
    }
  if (_relm_timeline_is_on_edge (self, x))
    {
      hit.place = RELM_TIMELINE_ON_TITLES;
      hit.hold = RELM_TIMELINE_HOLD_EDGE;
      return hit;
    }
  hit.place = is_on_titles (self, x) ? RELM_TIMELINE_ON_TITLES : RELM_TIMELINE_ON_BODY;
  hit.row = pick_row (self, y);
  if (hit.place == RELM_TIMELINE_ON_TITLES)
    return hit;
  hit.hold = RELM_TIMELINE_HOLD_BAND;
  if (hit.row == RELM_TIMELINE_NONE)
    return hit;
  logical = _relm_timeline_to_logical (self, x);
  hit.item = pick_item (self, hit.row, logical);
  if (hit.item != RELM_TIMELINE_NONE)
    hit.hold = choose_hold (self, relm_timeline_layout_get_item (_relm_timeline_get_layout (self), hit.item), logical, y);
  else
    pick_handle (self, &hit, logical);
  if (hit.item == RELM_TIMELINE_NONE)
    hit.link = _relm_timeline_pick_link (self, logical, y - 2 * self->metrics.tier + floor (self->offset));
  if (hit.link != RELM_TIMELINE_NONE)
    hit.hold = RELM_TIMELINE_HOLD_NONE;
  return hit;
}

/* What is there: an item or a link, else what the row is about; NULL where there is none of these. */
RelmRecord *
_relm_timeline_get_record (RelmTimeline *self,
                           const RelmTimelineHit *hit)
{
  RelmTimelineLayout *layout = _relm_timeline_get_layout (self);

  if (hit->item != RELM_TIMELINE_NONE)
    return relm_timeline_layout_get_item (layout, hit->item)->record;
  if (hit->link != RELM_TIMELINE_NONE)
    return relm_timeline_layout_get_link (layout, hit->link)->record;
  return hit->row != RELM_TIMELINE_NONE ? relm_timeline_layout_get_row (layout, hit->row)->record : NULL;
}

/* Where what a row is about is: before what is seen (-1), after it (1), or in sight (0). */
int
_relm_timeline_get_side (RelmTimeline *self,
                         guint row)
{
  RelmTimelineLayout *layout = _relm_timeline_get_layout (self);
  const RelmTimelineRow *it = relm_timeline_layout_get_row (layout, row);
  const double origin = _relm_timeline_get_origin (self);
  const RelmTimelineItem *item;
  double from, to;

  if (it->n_items == 0)
    return 0;
  item = relm_timeline_layout_get_item (layout, it->first_item);
  _relm_timeline_get_extent (self, item->shape, item->span, &from, &to);
  if (to + RELM_TIMELINE_ARROW + SLOP < origin)
    return -1;
  return from > origin + _relm_timeline_get_body_width (self) ? 1 : 0;
}

/* Where an item is in the widget; it may be out of sight. */
graphene_rect_t
_relm_timeline_get_item_rect (RelmTimeline *self,
                              guint item)
{
  const RelmTimelineItem *it = relm_timeline_layout_get_item (_relm_timeline_get_layout (self), item);
  double from, to, start, end;

  _relm_timeline_get_extent (self, it->shape, it->span, &from, &to);
  start = _relm_timeline_from_logical (self, from);
  end = _relm_timeline_from_logical (self, to);
  return GRAPHENE_RECT_INIT ((float) MIN (start, end), (float) _relm_timeline_get_row_y (self, it->row),
                             (float) fabs (end - start), (float) self->metrics.row);
}

/* Where to point at a row: its bar or mark as far as it is in sight, else its title. */
graphene_rect_t
_relm_timeline_get_row_rect (RelmTimeline *self,
                             guint row)
{
  const RelmTimelineRow *it = relm_timeline_layout_get_row (_relm_timeline_get_layout (self), row);
  const float body = (float) _relm_timeline_get_body_width (self);
  const float titles = (float) self->metrics.titles;
  const float y = (float) _relm_timeline_get_row_y (self, row);
  const gboolean mirrored = _relm_timeline_is_mirrored (self);
  const graphene_rect_t area = GRAPHENE_RECT_INIT (mirrored ? 0 : titles, y, body, (float) self->metrics.row);
  graphene_rect_t rect;

  if (it->n_items > 0)
    {
      rect = _relm_timeline_get_item_rect (self, it->first_item);
      if (graphene_rect_intersection (&rect, &area, &rect))
        return rect;
    }
  return GRAPHENE_RECT_INIT (mirrored ? body : 0, y, titles, (float) self->metrics.row);
}

/**
 * relm_timeline_select_at:
 * @x: in the widget
 * @y: in the widget
 *
 * Selects what is there, unless it is selected already, as one of several too.
 *
 * Returns: whether there is anything
 */
gboolean
relm_timeline_select_at (RelmTimeline *self,
                         double x,
                         double y)
{
  RelmTimelineHit hit;
  RelmRecord *record;

  g_return_val_if_fail (RELM_IS_TIMELINE (self), FALSE);

  hit = _relm_timeline_pick (self, x, y);
  record = _relm_timeline_get_record (self, &hit);
  if (record == NULL)
    return FALSE;
  if (!_relm_timeline_is_chosen (self, record))
    _relm_timeline_choose (self, record);
  return TRUE;
}

/**
 * relm_timeline_get_place:
 * @record: (nullable): a record
 * @place: (out): where to point at it, in the widget
 *
 * Returns: whether it is shown, and in sight
 */
gboolean
relm_timeline_get_place (RelmTimeline *self,
                         RelmRecord *record,
                         GdkRectangle *place)
{
  RelmTimelineLayout *layout;
  guint row, link;
  graphene_rect_t rect;

  g_return_val_if_fail (RELM_IS_TIMELINE (self), FALSE);

  layout = _relm_timeline_get_layout (self);
  link = record != NULL ? relm_timeline_layout_find_link (layout, record) : RELM_TIMELINE_NONE;
  row = record != NULL ? relm_timeline_layout_find_row (layout, record) : RELM_TIMELINE_NONE;
  if (link != RELM_TIMELINE_NONE)
    row = relm_timeline_layout_get_item (layout, relm_timeline_layout_get_link (layout, link)->to)->row;
  if (row == RELM_TIMELINE_NONE)
    return FALSE;
  rect = _relm_timeline_get_row_rect (self, row);
  *place = (GdkRectangle) { (int) rect.origin.x, (int) rect.origin.y, (int) rect.size.width, (int) rect.size.height };
  return place->y + place->height > 2 * self->metrics.tier && place->y < gtk_widget_get_height (GTK_WIDGET (self));
}
