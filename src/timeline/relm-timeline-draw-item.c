/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <math.h>

#include <glib/gi18n.h>

#include "relm-baseline-item.h"
#include "relm-gate.h"
#include "relm-plan.h"
#include "relm-timeline-pen.h"

#define RADIUS 5
#define ICON 16
#define GAP 6
#define NAME_WIDTH 320 /* pixels */

static const GdkRGBA *
get_ink (const RelmTimelinePen *pen,
         RelmTimelineInk ink)
{
  return &pen->timeline->inks[ink];
}

static RelmTimelineInk
choose_ink (const RelmTimelinePen *pen,
            const RelmTimelineItem *item)
{
  if (item->shape == RELM_TIMELINE_GONE || relm_plan_is_cancelled (item->record))
    return RELM_TIMELINE_INK_DIM;
  if (relm_plan_is_overdue (item->record, pen->timeline->today))
    return RELM_TIMELINE_INK_LATE;
  if (relm_plan_is_blocked (item->record))
    return RELM_TIMELINE_INK_BLOCKED;
  if (relm_plan_is_done (item->record))
    return RELM_TIMELINE_INK_DONE;
  switch (item->shape)
    {
    case RELM_TIMELINE_RELEASE:
    case RELM_TIMELINE_SUMMARY:
      return RELM_TIMELINE_INK_RELEASE;
    case RELM_TIMELINE_WORK:
      return RELM_TIMELINE_INK_WORK;
    case RELM_TIMELINE_PERIOD:
    case RELM_TIMELINE_MILESTONE:
    case RELM_TIMELINE_GONE:
    default:
      return RELM_TIMELINE_INK_PERIOD;
    }
}

/* The state says itself without its colour, by an icon. */
static const char *
choose_icon (const RelmTimelinePen *pen,
             RelmRecord *record)
{
  if (RELM_IS_BASELINE_ITEM (record) || relm_plan_is_cancelled (record))
    return "window-close-symbolic";
  if (relm_plan_is_overdue (record, pen->timeline->today))
    return "alarm-symbolic";
  if (relm_plan_is_blocked (record))
    return "action-unavailable-symbolic";
  if (_relm_timeline_is_held (record))
    return "media-playback-pause-symbolic";
  return relm_plan_is_done (record) ? "object-select-symbolic" : NULL;
}

static char *
join (char *first,
      char *second)
{
  char *joined;

  if (first == NULL || second == NULL)
    return first != NULL ? first : second;
  /* Translators: beside a mark on the timeline: a date, and that it has passed, for example “3 May · 2 days late” */
  joined = g_strdup_printf (_ ("%s · %s"), first, second);
  g_free (first);
  g_free (second);
  return joined;
}

/* What stands after an item: its name where several share a row, else its date, and by how much it is late. */
static char *
dup_label (const RelmTimelinePen *pen,
           const RelmTimelineItem *item)
{
  const int late = relm_plan_get_days_late (item->record, pen->timeline->today);
  const RelmTimelineRow *row = relm_timeline_layout_get_row (pen->timeline->layout, item->row);
  char *days = NULL;
  char *date = NULL;

  if (row->record != item->record)
    return relm_record_dup_display_title (item->record);
  if (late > 0)
    days = g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) late), late);
  if (item->shape == RELM_TIMELINE_RELEASE || item->shape == RELM_TIMELINE_MILESTONE)
    date = relm_date_display_short (item->span.finish);
  days = join (date, days);
  if (_relm_timeline_is_added (pen->timeline, item->record))
    /* Translators: beside a mark on the timeline: it was added since the baseline was taken */
    days = join (days, g_strdup (_ ("added")));
  days = join (_relm_timeline_dup_color_words (pen->timeline, item->record), days);
  if (pen->timeline->labels == RELM_TIMELINE_LABELS_AFTER && item->shape != RELM_TIMELINE_RELEASE)
    days = join (relm_record_dup_display_title (item->record), days);
  return days;
}

/* What something is called, before it. */
static void
draw_name (const RelmTimelinePen *pen,
           const RelmTimelineItem *item,
           double from)
{
  const RelmTimelineRow *row = relm_timeline_layout_get_row (pen->timeline->layout, item->row);
  const int height = pen->timeline->metrics.row;
  g_autofree char *name = NULL;
  PangoLayout *layout;
  int width;

  if (pen->timeline->labels != RELM_TIMELINE_LABELS_BEFORE || row->depth == 0 || row->record != item->record)
    return;
  name = relm_record_dup_display_title (item->record);
  layout = relm_text_cache_get (pen->timeline->texts, name, RELM_TEXT_CAPTION, NAME_WIDTH);
  pango_layout_get_pixel_size (layout, &width, NULL);
  relm_timeline_pen_text (pen, layout, from - GAP - RELM_TIMELINE_LINK_STUB - width, item->row * height, height,
                          get_ink (pen, RELM_TIMELINE_INK_DIM));
}

static void
draw_label (const RelmTimelinePen *pen,
            const RelmTimelineItem *item,
            RelmTimelineInk ink,
            double start,
            double room)
{
  const int row = pen->timeline->metrics.row;
  const char *icon = choose_icon (pen, item->record);
  g_autofree char *label = NULL;
  PangoLayout *layout;
  int width, height;

  if (icon != NULL && item->shape != RELM_TIMELINE_MILESTONE && room > ICON + GAP)
    {
      relm_timeline_pen_icon (pen, icon, start, item->row * row + (row - ICON) / 2, ICON, get_ink (pen, ink));
      start += ICON + GAP;
      room -= ICON + GAP;
    }
  label = dup_label (pen, item);
  if (label == NULL)
    return;
  layout = relm_text_cache_get (pen->timeline->texts, label, RELM_TEXT_CAPTION, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > room)
    return;
  /* A link that goes on in this row passes behind it. */
  if (item->linked)
    relm_timeline_pen_fill (pen, start - 2, start + width + 2, item->row * row + (row - height) / 2, height, get_ink (pen, RELM_TIMELINE_INK_PAPER));
  relm_timeline_pen_text (pen, layout, start, item->row * row, row,
                          get_ink (pen, ink == RELM_TIMELINE_INK_LATE ? ink : RELM_TIMELINE_INK_DIM));
}

/* A bar that ends with a flag: on a pole while it is planned, flying when it is out. */
static void
draw_release (const RelmTimelinePen *pen,
              const RelmTimelineItem *item,
              const GdkRGBA *color,
              double from,
              double to)
{
  const int row = pen->timeline->metrics.row;
  const double y = item->row * row;
  const double bottom = y + row - 9;

  if (item->span.start != item->span.finish)
    relm_timeline_pen_fill_round (pen, from, to, bottom - 6, 6, 3, color);
  relm_timeline_pen_fill (pen, to - 2, to, y + 7, bottom - y - 7, color);
  if (relm_plan_is_done (item->record))
    relm_timeline_pen_fill_round (pen, to - 2, to + 10, y + 7, 9, 2, color);
  else
    relm_timeline_pen_outline (pen, to - 2, to + 10, y + 7, 9, 2, 1.5, color);
}

/* A line with an edge that points down at both ends, over what it sums up. */
static void
draw_summary (const RelmTimelinePen *pen,
              const RelmTimelineItem *item,
              const GdkRGBA *color,
              double from,
              double to)
{
  const double y = item->row * pen->timeline->metrics.row + pen->timeline->metrics.row / 2.0 - 3;

  relm_timeline_pen_fill (pen, from, to, y, 4, color);
  relm_timeline_pen_fill (pen, from, from + 2, y + 4, 4, color);
  relm_timeline_pen_fill (pen, to - 2, to, y + 4, 4, color);
}

static void
draw_period (const RelmTimelinePen *pen,
             const RelmTimelineItem *item,
             const GdkRGBA *color,
             double from,
             double to)
{
  const int row = pen->timeline->metrics.row;
  const GdkRGBA faded = relm_timeline_fade (color, 0.25);
  const int height = row / 2 + 2;
  const double y = item->row * row + (row - height) / 2;

  relm_timeline_pen_fill_round (pen, from, to, y, height, RADIUS, &faded);
  relm_timeline_pen_outline (pen, from, to, y, height, RADIUS, 1, color);
}

/* As it is dragged to, or as it is. */
static int
get_progress (const RelmTimelinePen *pen,
              RelmRecord *record)
{
  const RelmTimelinePart *leader = _relm_timeline_get_leader (pen->timeline);

  if (relm_plan_is_cancelled (record))
    return 0;
  return leader != NULL && leader->record == record ? leader->progress_to : relm_plan_get_progress (record);
}

static void
draw_work (const RelmTimelinePen *pen,
           const RelmTimelineItem *item,
           const GdkRGBA *color,
           double from,
           double to)
{
  const int row = pen->timeline->metrics.row;
  const int height = row / 2 - 2;
  const double y = item->row * row + (row - height) / 2;
  const GdkRGBA faded = relm_timeline_fade (color, 0.2);
  const int progress = get_progress (pen, item->record);
  const graphene_rect_t rect = relm_timeline_pen_rect (pen, from, to, y, height);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &rect, (float) MIN (RADIUS, (to - from) / 2));
  gtk_snapshot_push_rounded_clip (pen->snapshot, &outline);
  relm_timeline_pen_fill (pen, from, to, y, height, &faded);
  relm_timeline_pen_fill (pen, from, from + round ((to - from) * progress / 100), y, height, color);
  gtk_snapshot_pop (pen->snapshot);
  if (relm_plan_is_blocked (item->record))
    {
      const GdkRGBA stripes = relm_timeline_fade (color, 0.5);

      relm_timeline_pen_stripe (pen, from, to, y, height, RADIUS, &stripes);
    }
  relm_timeline_pen_outline (pen, from, to, y, height, RADIUS, 1, color);
}

/* Where it was: an empty bar of dashes. */
static void
draw_gone (const RelmTimelinePen *pen,
           const RelmTimelineItem *item,
           const GdkRGBA *color,
           double from,
           double to)
{
  const int row = pen->timeline->metrics.row;
  const double top = item->row * row + row / 4.0 + 1;
  const double bottom = (item->row + 1) * row - row / 4.0 - 1;

  for (double x = from; x < to; x += 8)
    {
      relm_timeline_pen_fill (pen, x, MIN (x + 4, to), top, 1, color);
      relm_timeline_pen_fill (pen, x, MIN (x + 4, to), bottom - 1, 1, color);
    }
  relm_timeline_pen_fill (pen, from, from + 1, top, bottom - top, color);
  relm_timeline_pen_fill (pen, to - 1, to, top, bottom - top, color);
}

/* A milestone is a diamond; a gate, where one may have to stop, an octagon. Hollow while it is to come, full when it is behind. */
static void
draw_point (const RelmTimelinePen *pen,
            const RelmTimelineItem *item,
            const GdkRGBA *color,
            double from,
            double to)
{
  const int row = pen->timeline->metrics.row;
  const double middle = (from + to) / 2;
  const gboolean is_alone = relm_timeline_layout_get_row (pen->timeline->layout, item->row)->record == item->record;
  const gboolean is_gate = RELM_IS_GATE (item->record);
  const double y = item->row * row + (is_alone ? row / 2.0 : row - 12);
  const double size = to - from + (is_gate ? -1 : 2);
  GskPath *symbol = is_gate ? pen->timeline->octagon : pen->timeline->diamond;

  relm_timeline_pen_symbol (pen, symbol, middle, y, size, color);
  if (!relm_plan_is_done (item->record))
    relm_timeline_pen_symbol (pen, symbol, middle, y, size - (is_gate ? 4 : 6), get_ink (pen, RELM_TIMELINE_INK_PAPER));
}

/* Where what it is a part of ends: an edge, and a line over all that comes after it. */
static void
draw_overflow (const RelmTimelinePen *pen,
               const RelmTimelineItem *item,
               double to)
{
  const guint parent = _relm_timeline_find_overflowed (pen->timeline, item);
  const GdkRGBA *color = get_ink (pen, RELM_TIMELINE_INK_LATE);
  const int row = pen->timeline->metrics.row;
  const double top = item->row * row + row / 4.0 - 3;
  double start, end;

  if (parent == RELM_TIMELINE_NONE)
    return;
  relm_timeline_pen_get_extent (pen, relm_timeline_layout_get_item (pen->timeline->layout, parent), &start, &end);
  relm_timeline_pen_fill (pen, MIN (end, to), to, top, 2, color);
  relm_timeline_pen_fill (pen, MIN (end, to), MIN (end, to) + 2, top, row / 2.0 + 4, color);
}

/* What is critical is underlined, twice as heavy as what nearly is; a point has a second edge. */
static void
draw_criticality (const RelmTimelinePen *pen,
                  const RelmTimelineItem *item,
                  double from,
                  double to)
{
  const RelmCriticality criticality = _relm_timeline_get_criticality (pen->timeline, item->record);
  const GdkRGBA *color = get_ink (pen, RELM_TIMELINE_INK_CRITICAL);
  const int row = pen->timeline->metrics.row;
  const double bottom = (item->row + 1) * row - 5;

  if (criticality == RELM_CRITICALITY_NONE)
    return;
  if (criticality == RELM_CRITICALITY_NEAR)
    {
      for (double x = from; x < to; x += 8)
        relm_timeline_pen_fill (pen, x, MIN (x + 4, to), bottom, 2, color);
      return;
    }
  relm_timeline_pen_fill (pen, from, to, bottom - 1, 3, color);
  if (item->shape != RELM_TIMELINE_MILESTONE)
    {
      relm_timeline_pen_fill (pen, from, from + 3, bottom - 5, 4, color);
      relm_timeline_pen_fill (pen, to - 3, to, bottom - 5, 4, color);
    }
}

/* A thin line to the day to which it may slip, with an edge at its end. */
static void
draw_float (const RelmTimelinePen *pen,
            const RelmTimelineItem *item,
            double to)
{
  const RelmDate latest = _relm_timeline_get_latest (pen->timeline, item);
  const int row = pen->timeline->metrics.row;
  const double y = (item->row + 1) * row - 6;
  double end;

  if (latest == RELM_DATE_NONE)
    return;
  end = round (relm_time_scale_get_x (&pen->timeline->scale, latest + 1));
  relm_timeline_pen_fill (pen, to, end, y, 1, get_ink (pen, RELM_TIMELINE_INK_DIM));
  relm_timeline_pen_fill (pen, end - 1, end + 1, y - 3, 6, get_ink (pen, RELM_TIMELINE_INK_DIM));
}

/* A deadline is a post with a head that points down at it; red when what is planned misses it. */
static void
draw_deadline (const RelmTimelinePen *pen,
               const RelmTimelineItem *item)
{
  const RelmDate deadline = _relm_timeline_get_deadline (item->record);
  const int row = pen->timeline->metrics.row;
  const double y = item->row * row + 3;
  const GdkRGBA *color;
  double x;

  if (deadline == RELM_DATE_NONE)
    return;
  color = get_ink (pen, item->span.finish > deadline ? RELM_TIMELINE_INK_LATE : RELM_TIMELINE_INK_TEXT);
  x = round (relm_time_scale_get_x (&pen->timeline->scale, deadline + 1));
  relm_timeline_pen_fill (pen, x - 1, x + 1, y, row - 6, color);
  for (int i = 0; i < 5; i++)
    relm_timeline_pen_fill (pen, x - 5 + i, x + 5 - i, y + i, 1, color);
}

/**
 * relm_timeline_draw_item:
 * @room: how many pixels there are after it for its label
 *
 * A bar, a flag, a diamond or an octagon, and what is said beside it.
 */
void
relm_timeline_draw_item (const RelmTimelinePen *self,
                         const RelmTimelineItem *item,
                         double room)
{
  const RelmTimelineInk ink = choose_ink (self, item);
  const gboolean is_colored = _relm_timeline_is_colored (self->timeline, item->record);
  const GdkRGBA *color = get_ink (self, is_colored ? _relm_timeline_get_color (self->timeline, item->record) : ink);
  double from, to;

  _relm_timeline_get_extent (self->timeline, item->shape, item->span, &from, &to);
  relm_timeline_draw_baseline (self, item);
  draw_name (self, item, from);
  switch (item->shape)
    {
    case RELM_TIMELINE_RELEASE:
      draw_release (self, item, color, from, to);
      to += 10;
      room -= 10;
      break;
    case RELM_TIMELINE_PERIOD:
      draw_period (self, item, color, from, to);
      break;
    case RELM_TIMELINE_WORK:
      draw_work (self, item, color, from, to);
      break;
    case RELM_TIMELINE_MILESTONE:
      draw_point (self, item, color, from, to);
      break;
    case RELM_TIMELINE_SUMMARY:
      draw_summary (self, item, color, from, to);
      break;
    case RELM_TIMELINE_GONE:
      draw_gone (self, item, color, from, to);
      break;
    default:
      g_assert_not_reached ();
    }
  draw_criticality (self, item, from, item->shape == RELM_TIMELINE_RELEASE ? to - 10 : to);
  draw_overflow (self, item, to);
  draw_float (self, item, to);
  draw_deadline (self, item);
  /* Where a link may leave, whether or not one does, so that what is said of bars that end together is in one line. */
  draw_label (self, item, ink, to + RELM_TIMELINE_LINK_STUB + GAP, room - RELM_TIMELINE_LINK_STUB - GAP);
}
