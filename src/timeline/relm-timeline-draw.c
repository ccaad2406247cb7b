/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <math.h>

#include "relm-timeline-pen.h"

#define MAX_LINKS 2000 /* more than that is a grey field, not something to follow */
#define LEAST_GAP 3    /* pixels between points in one row; those that are closer are one */
#define LABEL_ROOM 400

static const GdkRGBA *
get_ink (const RelmTimelinePen *pen,
         RelmTimelineInk ink)
{
  return &pen->timeline->inks[ink];
}

/*
 * The picture: what is drawn once
 */

static void
draw_weekends (const RelmTimelinePen *pen,
               double y,
               double height)
{
  const RelmTimeScale *scale = &pen->timeline->scale;
  const RelmDate last = relm_time_scale_get_day (scale, pen->to);
  RelmDate day = relm_time_scale_get_day (scale, pen->from);

  if (scale->day_width < RELM_TIMELINE_WEEKEND_ZOOM)
    return;
  for (; day <= last; day++)
    if (_relm_timeline_is_day_off (pen->timeline, day))
      relm_timeline_pen_fill (pen, round (relm_time_scale_get_x (scale, day)), round (relm_time_scale_get_x (scale, day + 1)), y,
                              height, get_ink (pen, RELM_TIMELINE_INK_WEEKEND));
}

static void
draw_grid (const RelmTimelinePen *pen,
           double y,
           double height)
{
  const RelmTimeScale *scale = &pen->timeline->scale;
  const RelmTimeTiers tiers = relm_time_scale_get_tiers (scale);
  const RelmTimeUnit unit = tiers.minor == RELM_TIME_UNIT_DAY ? RELM_TIME_UNIT_WEEK : tiers.minor;
  g_autoptr (GArray) ticks = relm_time_scale_list_ticks (scale, unit, pen->from, pen->to);

  for (guint i = 0; i < ticks->len; i++)
    {
      const double x = round (relm_time_scale_get_x (scale, g_array_index (ticks, RelmTimeTick, i).start));

      relm_timeline_pen_fill (pen, x, x + 1, y, height, get_ink (pen, RELM_TIMELINE_INK_GRID));
    }
}

/* Between what is critical a link is heavier; one that does not hold has the colour of what is late, too. */
static void
draw_link (const RelmTimelinePen *pen,
           const RelmTimelineLink *link)
{
  RelmTimeline *timeline = pen->timeline;
  const RelmTimelineItem *from = relm_timeline_layout_get_item (timeline->layout, link->from);
  const RelmTimelineItem *to = relm_timeline_layout_get_item (timeline->layout, link->to);
  const gboolean critical = _relm_timeline_get_criticality (timeline, from->record) == RELM_CRITICALITY_CRITICAL &&
                            _relm_timeline_get_criticality (timeline, to->record) == RELM_CRITICALITY_CRITICAL;

  if (_relm_timeline_is_broken (timeline, link->record))
    relm_timeline_draw_link (pen, link, 2, get_ink (pen, RELM_TIMELINE_INK_LATE));
  else
    relm_timeline_draw_link (pen, link, critical ? 2 : 1,
                             get_ink (pen, critical ? RELM_TIMELINE_INK_CRITICAL : RELM_TIMELINE_INK_LINK));
}

static void
draw_links (const RelmTimelinePen *pen,
            guint first_row,
            guint last_row)
{
  RelmTimelineLayout *layout = pen->timeline->layout;
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (guint));

  if (last_row == first_row)
    return;
  relm_timeline_layout_query_links (layout, first_row, last_row - 1, links);
  for (guint i = 0; i < MIN (links->len, MAX_LINKS); i++)
    {
      const RelmTimelineLink *link = relm_timeline_layout_get_link (layout, g_array_index (links, guint, i));

      if (!relm_timeline_is_apart (pen->timeline, link->from) && !relm_timeline_is_apart (pen->timeline, link->to))
        draw_link (pen, link);
    }
}

static const RelmTimelineItem *
get_drawn (const RelmTimelinePen *pen,
           GArray *items,
           guint index,
           double *from,
           double *to)
{
  const RelmTimelineItem *item = relm_timeline_layout_get_item (pen->timeline->layout, g_array_index (items, guint, index));

  _relm_timeline_get_extent (pen->timeline, item->shape, item->span, from, to);
  return item;
}

/* How much room the label of an item has, until whatever else in its row starts after it, or ends with a flag. */
static double
find_room (const RelmTimelinePen *pen,
           GArray *items,
           guint index)
{
  double from, to, nearest = G_MAXDOUBLE;
  const gboolean is_release = get_drawn (pen, items, index, &from, &to)->shape == RELM_TIMELINE_RELEASE;

  for (guint i = 0; i < items->len; i++)
    {
      double other_from, other_to;
      const RelmTimelineItem *other = get_drawn (pen, items, i, &other_from, &other_to);

      if (i == index)
        continue;
      if (other->shape == RELM_TIMELINE_RELEASE && other_to >= from)
        nearest = MIN (nearest, MAX (other_to, to));
      else if (is_release ? other_to > to : other_from > from)
        {
          nearest = MIN (nearest, MAX (other_from, to));
          break; /* they come in the order of their start */
        }
    }
  return nearest - to;
}

/* Where something was before it was dragged. */
static void
draw_shadow (const RelmTimelinePen *pen,
             const RelmTimelineItem *item,
             double from,
             double to)
{
  const int row = pen->timeline->metrics.row;

  relm_timeline_pen_outline (pen, from, to, item->row * row + 6, row - 12, 5, 1, get_ink (pen, RELM_TIMELINE_INK_DIM));
}

/* The one with the bar comes first in its row, if there are several; the rest are points. */
static void
draw_row (const RelmTimelinePen *pen,
          guint row,
          GArray *items)
{
  RelmTimeline *timeline = pen->timeline;
  double drawn = -G_MAXDOUBLE;

  g_array_set_size (items, 0);
  relm_timeline_layout_query (timeline->layout, row, relm_time_scale_get_day (&timeline->scale, pen->from - LABEL_ROOM),
                              relm_time_scale_get_day (&timeline->scale, pen->to + LABEL_ROOM), items);
  for (guint i = 0; i < items->len; i++)
    {
      double from, to;
      const RelmTimelineItem *item = get_drawn (pen, items, i, &from, &to);

      if (item->shape == RELM_TIMELINE_MILESTONE && from - drawn < LEAST_GAP)
        continue;
      if (item->shape == RELM_TIMELINE_MILESTONE)
        drawn = from;
      if (relm_timeline_is_apart (timeline, g_array_index (items, guint, i)))
        draw_shadow (pen, item, from, to);
      else
        relm_timeline_draw_item (pen, item, find_room (pen, items, i));
    }
}

static GskRenderNode *
draw_body (RelmTimeline *self,
           const RelmTimelinePicture *picture)
{
  const double y = (double) picture->first_row * self->metrics.row;
  const gboolean has_end = picture->last_row == relm_timeline_layout_get_n_rows (self->layout);
  const double height = (double) (picture->last_row - picture->first_row) * self->metrics.row +
                        (has_end ? _relm_timeline_get_body_height (self) : 0);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint));
  const RelmTimelinePen pen = {
    self, snapshot, picture->from, picture->to, y, _relm_timeline_is_mirrored (self), NULL,
  };

  draw_weekends (&pen, y, height);
  relm_timeline_draw_freezes (&pen, y, height);
  draw_grid (&pen, y, height);
  relm_timeline_draw_forecasts (&pen, picture->first_row, picture->last_row);
  draw_links (&pen, picture->first_row, picture->last_row);
  for (guint i = picture->first_row; i < picture->last_row; i++)
    draw_row (&pen, i, items);
  return gtk_snapshot_to_node (snapshot);
}

static GskRenderNode *
draw_titles (RelmTimeline *self,
             const RelmTimelinePicture *picture)
{
  const double y = (double) picture->first_row * self->metrics.row;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  const RelmTimelinePen pen = { self, snapshot, 0, self->metrics.titles, y, _relm_timeline_is_mirrored (self), NULL };

  relm_timeline_draw_titles (&pen, picture->first_row, picture->last_row);
  return gtk_snapshot_to_node (snapshot);
}

/* Half a screen more than is seen, so that most frames of a scroll draw nothing anew. */
static void
update_picture (RelmTimeline *self)
{
  const guint n_rows = relm_timeline_layout_get_n_rows (self->layout);
  const guint n_seen = (guint) (_relm_timeline_get_body_height (self) / self->metrics.row + 2);
  const guint first = MIN ((guint) (self->offset / self->metrics.row), n_rows);
  const guint last = MIN (first + n_seen, n_rows);
  const double from = _relm_timeline_get_origin (self);
  const int width = _relm_timeline_get_body_width (self);
  RelmTimelinePicture *picture = &self->picture;

  if (picture->titles != NULL && picture->first_row <= first && picture->last_row >= last && picture->from <= from &&
      picture->to >= from + width)
    return;

  _relm_timeline_forget_picture (self);
  picture->first_row = first - MIN (first, n_seen / 2);
  picture->last_row = MIN (last + n_seen / 2, n_rows);
  picture->from = from - width / 2;
  picture->to = from + width + width / 2;
  picture->body = draw_body (self, picture);
  picture->titles = draw_titles (self, picture);
  if (picture->titles == NULL)
    picture->titles = gsk_container_node_new (NULL, 0);
  self->n_pictures++;
}

/*
 * What is drawn each time
 */

static void
append_color (GtkSnapshot *snapshot,
              const GdkRGBA *color,
              double x,
              double y,
              double width,
              double height)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
append_at (GtkSnapshot *snapshot,
           GskRenderNode *node,
           double x,
           double y)
{
  if (node == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

static void
push_clip (GtkSnapshot *snapshot,
           double x,
           double y,
           double width,
           double height)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

/* What a row is about, or one of what it shows. */
static gboolean
is_chosen (RelmTimeline *self,
           const RelmTimelineRow *row)
{
  if (_relm_timeline_is_chosen (self, row->record))
    return TRUE;
  for (guint i = row->first_item; i < row->first_item + row->n_items; i++)
    if (_relm_timeline_is_chosen (self, relm_timeline_layout_get_item (self->layout, i)->record))
      return TRUE;
  return FALSE;
}

/* Behind everything, across titles and body. */
static void
draw_row_highlights (RelmTimeline *self,
                     GtkSnapshot *snapshot)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int row = self->metrics.row;
  const guint n_chosen = g_hash_table_size (self->chosen);

  for (guint i = self->picture.first_row; i < self->picture.last_row; i++)
    {
      const RelmTimelineRow *it = relm_timeline_layout_get_row (self->layout, i);
      const double y = _relm_timeline_get_row_y (self, i);

      if (it->depth == 0)
        append_color (snapshot, &self->inks[RELM_TIMELINE_INK_BAND], 0, y, width, row);
      if (n_chosen > 0 && is_chosen (self, it))
        append_color (snapshot, &self->inks[RELM_TIMELINE_INK_SELECTION], 0, y, width, row);
    }
  if (self->hover.row != RELM_TIMELINE_NONE && self->hover.row < relm_timeline_layout_get_n_rows (self->layout))
    append_color (snapshot, &self->inks[RELM_TIMELINE_INK_HOVER], 0, _relm_timeline_get_row_y (self, self->hover.row), width, row);
}

static void
draw_focus (RelmTimeline *self,
            GtkSnapshot *snapshot)
{
  const graphene_rect_t rect = GRAPHENE_RECT_INIT (1, (float) _relm_timeline_get_row_y (self, self->cursor) + 1,
                                                   (float) gtk_widget_get_width (GTK_WIDGET (self)) - 2,
                                                   (float) self->metrics.row - 2);

  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self)) || self->cursor >= relm_timeline_layout_get_n_rows (self->layout))
    return;
  _relm_timeline_draw_frame (self, snapshot, &rect, 6, &self->inks[RELM_TIMELINE_INK_FOCUS]);
}

static void
draw_today (RelmTimeline *self,
            GtkSnapshot *snapshot)
{
  const double x = _relm_timeline_from_logical (self, round (relm_time_scale_get_x (&self->scale, self->today + 0.5)));

  append_color (snapshot, &self->inks[RELM_TIMELINE_INK_TODAY], x - 1, 2 * self->metrics.tier, 2,
                _relm_timeline_get_body_height (self));
}

/* An arrow at the edge says where to look for what is out of sight. */
static void
draw_arrows (RelmTimeline *self,
             GtkSnapshot *snapshot)
{
  const double width = _relm_timeline_get_body_width (self);
  const int row = self->metrics.row;
  const RelmTimelinePen pen = { self, snapshot, 0, width, floor (self->offset), _relm_timeline_is_mirrored (self), NULL };

  if (self->paper_titles >= 0)
    return;
  for (guint i = self->picture.first_row; i < self->picture.last_row; i++)
    {
      const int side = _relm_timeline_get_side (self, i);
      const double x = side < 0 ? 2 : width - RELM_TIMELINE_ARROW - 2;
      const double y = (double) i * row + (row - RELM_TIMELINE_ARROW) / 2;

      if (side == 0)
        continue;
      relm_timeline_pen_fill (&pen, x, x + RELM_TIMELINE_ARROW, y, RELM_TIMELINE_ARROW, get_ink (&pen, RELM_TIMELINE_INK_PAPER)); /* a label may reach it */
      relm_timeline_pen_icon (&pen, side < 0 ? "pan-start-symbolic" : "pan-end-symbolic", x, y, RELM_TIMELINE_ARROW,
                              get_ink (&pen, RELM_TIMELINE_INK_DIM));
    }
}

static void
draw_body_area (RelmTimeline *self,
                GtkSnapshot *snapshot)
{
  const gboolean mirrored = _relm_timeline_is_mirrored (self);
  const double left = mirrored ? 0 : self->metrics.titles;
  const double top = 2 * self->metrics.tier;
  const int width = _relm_timeline_get_body_width (self);
  const double edge = mirrored ? self->picture.to : self->picture.from;

  push_clip (snapshot, left, top, width, _relm_timeline_get_body_height (self));
  append_at (snapshot, self->picture.body, _relm_timeline_from_logical (self, edge),
             _relm_timeline_get_row_y (self, self->picture.first_row));
  draw_today (self, snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) left, (float) top));
  draw_arrows (self, snapshot);
  _relm_timeline_draw_handles (self, snapshot);
  _relm_timeline_draw_ghosts (self, snapshot);
  _relm_timeline_draw_drag (self, snapshot);
  gtk_snapshot_restore (snapshot);
  _relm_timeline_draw_selection (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
draw_titles_area (RelmTimeline *self,
                  GtkSnapshot *snapshot)
{
  const gboolean mirrored = _relm_timeline_is_mirrored (self);
  const int body = _relm_timeline_get_body_width (self);
  const double left = mirrored ? body : 0;
  const int height = gtk_widget_get_height (GTK_WIDGET (self));

  push_clip (snapshot, left, 2 * self->metrics.tier, self->metrics.titles, _relm_timeline_get_body_height (self));
  append_at (snapshot, self->picture.titles, left, _relm_timeline_get_row_y (self, self->picture.first_row));
  gtk_snapshot_pop (snapshot);
  append_color (snapshot, &self->inks[RELM_TIMELINE_INK_BORDER], mirrored ? body : self->metrics.titles - 1, 0, 1, height);
}

static void
draw_scale_area (RelmTimeline *self,
                 GtkSnapshot *snapshot)
{
  const double left = _relm_timeline_is_mirrored (self) ? 0 : self->metrics.titles;
  const int height = 2 * self->metrics.tier;

  push_clip (snapshot, left, 0, _relm_timeline_get_body_width (self), height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) left, 0));
  relm_timeline_draw_scale (self, snapshot);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
  append_color (snapshot, &self->inks[RELM_TIMELINE_INK_BORDER], 0, height - 1, gtk_widget_get_width (GTK_WIDGET (self)), 1);
}

void
_relm_timeline_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  RelmTimeline *self = RELM_TIMELINE (widget);
  const int width = gtk_widget_get_width (widget);

  _relm_timeline_get_layout (self);
  _relm_timeline_update_inks (self);
  update_picture (self);

  push_clip (snapshot, 0, 0, width, gtk_widget_get_height (widget));
  push_clip (snapshot, 0, 2 * self->metrics.tier, width, _relm_timeline_get_body_height (self));
  draw_row_highlights (self, snapshot);
  gtk_snapshot_pop (snapshot);
  draw_body_area (self, snapshot);
  draw_titles_area (self, snapshot);
  push_clip (snapshot, 0, 2 * self->metrics.tier, width, _relm_timeline_get_body_height (self));
  draw_focus (self, snapshot);
  gtk_snapshot_pop (snapshot);
  draw_scale_area (self, snapshot);
  if (gtk_widget_get_visible (self->tip))
    gtk_widget_snapshot_child (widget, self->tip, snapshot);
  gtk_snapshot_pop (snapshot);
}
