/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <math.h>

#include "relm-timeline-pen.h"

#define MARGIN 6
#define PILL_PADDING 8

static const GdkRGBA *
get_ink (const RelmTimelinePen *pen,
         RelmTimelineInk ink)
{
  return &pen->timeline->inks[ink];
}

static PangoLayout *
get_today (const RelmTimelinePen *pen,
           double *from,
           double *to)
{
  RelmTimeline *timeline = pen->timeline;
  const double middle = round (relm_time_scale_get_x (&timeline->scale, timeline->today + 0.5));
  g_autofree char *label = relm_date_display_short (timeline->today);
  PangoLayout *layout = relm_text_cache_get (timeline->texts, label, RELM_TEXT_CAPTION_BOLD, -1);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  *from = middle - width / 2 - PILL_PADDING;
  *to = *from + width + 2 * PILL_PADDING;
  return layout;
}

/* A fine cell says nothing where the date of today is. */
static gboolean
is_below_today (const RelmTimelinePen *pen,
                double start,
                double end)
{
  double from, to;

  get_today (pen, &from, &to);
  return start < to && end > from;
}

/* The label of a coarse cell stays in sight as long as the cell does. */
static void
draw_tick (const RelmTimelinePen *pen,
           RelmTimeUnit unit,
           const RelmTimeTick *tick,
           gboolean major)
{
  RelmTimeline *timeline = pen->timeline;
  const int tier = timeline->metrics.tier;
  const double y = major ? 0 : tier;
  const double from = round (relm_time_scale_get_x (&timeline->scale, tick->start));
  const double to = round (relm_time_scale_get_x (&timeline->scale, tick->end));
  g_autofree char *label = relm_time_unit_dup_label (unit, tick->start, major, to - from);
  PangoLayout *layout = relm_text_cache_get (timeline->texts, label, major ? RELM_TEXT_CAPTION_BOLD : RELM_TEXT_CAPTION, -1);
  double start = from + MARGIN;
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  relm_timeline_pen_fill (pen, from, from + 1, major ? 0 : y, major ? 2 * tier : tier, get_ink (pen, RELM_TIMELINE_INK_GRID));
  if (major)
    start = MAX (start, MIN (pen->from + MARGIN, to - width - MARGIN));
  else
    start = from + round ((to - from - width) / 2);
  if (width + (major ? MARGIN : 2) <= to - from && (major || !is_below_today (pen, start, start + width)))
    relm_timeline_pen_text (pen, layout, start, y, tier,
                            get_ink (pen, major ? RELM_TIMELINE_INK_TEXT : RELM_TIMELINE_INK_DIM));
}

static void
draw_tier (const RelmTimelinePen *pen,
           RelmTimeUnit unit,
           gboolean major)
{
  g_autoptr (GArray) ticks = relm_time_scale_list_ticks (&pen->timeline->scale, unit, pen->from, pen->to);

  for (guint i = 0; i < ticks->len; i++)
    draw_tick (pen, unit, &g_array_index (ticks, RelmTimeTick, i), major);
}

static void
draw_today (const RelmTimelinePen *pen)
{
  const int tier = pen->timeline->metrics.tier;
  double from, to;
  PangoLayout *layout = get_today (pen, &from, &to);

  if (to < pen->from || from > pen->to)
    return;
  relm_timeline_pen_fill_round (pen, from, to, tier + 2, tier - 4, tier, get_ink (pen, RELM_TIMELINE_INK_TODAY));
  relm_timeline_pen_text (pen, layout, from + PILL_PADDING, tier + 2, tier - 4, get_ink (pen, RELM_TIMELINE_INK_ON_TODAY));
}

/**
 * relm_timeline_draw_scale:
 * @snapshot: whose origin is the top left corner of the body's part of the scale
 *
 * The two tiers of the scale, for the days that are to be seen.
 */
void
relm_timeline_draw_scale (RelmTimeline *timeline,
                          GtkSnapshot *snapshot)
{
  const RelmTimeTiers tiers = relm_time_scale_get_tiers (&timeline->scale);
  const double origin = _relm_timeline_get_origin (timeline);
  const int width = _relm_timeline_get_body_width (timeline);
  const RelmTimelinePen pen = {
    .timeline = timeline,
    .snapshot = snapshot,
    .from = origin,
    .to = origin + width,
    .mirrored = _relm_timeline_is_mirrored (timeline),
  };

  draw_tier (&pen, tiers.minor, FALSE);
  draw_tier (&pen, tiers.major, TRUE);
  draw_today (&pen);
}
