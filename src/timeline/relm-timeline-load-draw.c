/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws a row of the load: the name and how it is, and bars on the scale of the timeline. */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "relm-duration.h"
#include "relm-timeline-load-private.h"

#define PADDING 6
#define BARS 30       /* the height of the bars */
#define CAPACITY 16   /* of that, what a day has; above it is too much, the less steep the more that is */
#define LEAST_OVER 5
#define ICON 16
#define LEAST_DAY 3.0 /* pixels: where a day is less, several share a bar */

/* Days that are drawn as one. */
typedef struct
{
  RelmDate start;
  RelmDate end; /* exclusive */
  double load;  /* of what a day has */
  gint32 minutes;
  gboolean has_capacity;
  gboolean over;
} Run;

static const GdkRGBA *
get_ink (const RelmTimelinePen *pen,
         RelmTimelineInk ink)
{
  return &pen->timeline->inks[ink];
}

int
_relm_timeline_load_row_get_height (RelmTimelineLoadRow *self)
{
  int height = 0;

  pango_layout_get_pixel_size (relm_text_cache_get (self->timeline->texts, "X", RELM_TEXT_CAPTION_BOLD, -1), NULL, &height);
  return BARS + height + 2 * PADDING;
}

/* What a person has no hours for is measured against a day of 8 hours. */
static Run
sum_up (RelmTimelineLoadRow *self,
        RelmDate start,
        RelmDate end)
{
  Run run = { start, end, 0, 0, FALSE, FALSE };
  gint64 minutes = 0, capacity = 0;
  guint n = 0;

  for (RelmDate day = start; day < end; day++)
    {
      const RelmPlanLoadDay at = relm_plan_load_get_day (self->load, self->row, day);

      minutes += at.minutes;
      capacity += at.capacity;
      run.over |= at.over;
      n += at.minutes > 0;
    }
  run.has_capacity = capacity > 0;
  run.minutes = n > 0 ? (gint32) (minutes / n) : 0;
  if (minutes > 0)
    run.load = (double) minutes / (double) (capacity > 0 ? capacity : (gint64) MAX (n, 1) * RELM_DURATION_DAY);
  if (run.over)
    run.load = MAX (run.load, 1); /* whatever the days beside it are */
  return run;
}

static gboolean
is_alike (const Run *a,
          const Run *b)
{
  return a->end == b->start && a->load == b->load && a->minutes == b->minutes && a->has_capacity == b->has_capacity && a->over == b->over;
}

static GArray *
list_runs (RelmTimelineLoadRow *self,
           const RelmTimelinePen *pen)
{
  const RelmTimeScale *scale = &self->timeline->scale;
  const int step = (int) MAX (1, ceil (LEAST_DAY / scale->day_width));
  const RelmDate last = relm_time_scale_get_day (scale, pen->to);
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));

  for (RelmDate day = relm_time_scale_get_day (scale, pen->from) / step * step; day <= last; day += step)
    {
      const Run run = sum_up (self, day, day + step);
      Run *before = runs->len > 0 ? &g_array_index (runs, Run, runs->len - 1) : NULL;

      if (before != NULL && is_alike (before, &run))
        before->end = run.end;
      else if (run.load > 0 || run.has_capacity)
        g_array_append_val (runs, run);
    }
  return runs;
}

static void
draw_amount (const RelmTimelinePen *pen,
             const Run *run,
             double from,
             double to)
{
  /* Translators: a number of hours, in little room */
  g_autofree char *text = g_strdup_printf (_ ("%d h"), (run->minutes + RELM_DURATION_HOUR / 2) / RELM_DURATION_HOUR);
  PangoLayout *layout = relm_text_cache_get (pen->timeline->texts, text, RELM_TEXT_CAPTION_BOLD, -1);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width + 2 <= to - from)
    relm_timeline_pen_text (pen, layout, MAX (from, pen->from + PADDING) + 1, PADDING / 2, height, get_ink (pen, RELM_TIMELINE_INK_LATE));
}

/* What is too much is above the line: striped, with an edge, and with its hours. */
static void
draw_run (const RelmTimelinePen *pen,
          const Run *run,
          double bottom)
{
  const RelmTimeScale *scale = &pen->timeline->scale;
  const double from = round (relm_time_scale_get_x (scale, run->start)), to = round (relm_time_scale_get_x (scale, run->end));
  const double within = round (MIN (run->load, 1) * CAPACITY);
  const double height = within + (run->over ? round (MAX (LEAST_OVER, (BARS - CAPACITY) * (1 - 1 / MAX (run->load, 1)))) : 0);
  const GdkRGBA work = relm_timeline_fade (get_ink (pen, RELM_TIMELINE_INK_WORK), run->has_capacity ? 0.75 : 0.35);

  relm_timeline_pen_fill (pen, from, to, bottom - within, within, &work);
  if (run->has_capacity)
    relm_timeline_pen_fill (pen, from, to, bottom - CAPACITY, 1, get_ink (pen, RELM_TIMELINE_INK_DIM));
  if (!run->over)
    return;
  relm_timeline_pen_stripe (pen, from, to, bottom - height, height - within, 0, get_ink (pen, RELM_TIMELINE_INK_LATE));
  relm_timeline_pen_outline (pen, from, to, bottom - height, height, 2, 1.5, get_ink (pen, RELM_TIMELINE_INK_LATE));
  draw_amount (pen, run, from, to);
}

static void
draw_days_off (const RelmTimelinePen *pen,
               double height)
{
  const RelmTimeScale *scale = &pen->timeline->scale;

  if (scale->day_width < RELM_TIMELINE_WEEKEND_ZOOM)
    return;
  for (RelmDate day = relm_time_scale_get_day (scale, pen->from); day <= relm_time_scale_get_day (scale, pen->to); day++)
    if (_relm_timeline_is_day_off (pen->timeline, day))
      relm_timeline_pen_fill (pen, relm_time_scale_get_x (scale, day), relm_time_scale_get_x (scale, day + 1), 0, height,
                              get_ink (pen, RELM_TIMELINE_INK_WEEKEND));
}

static void
draw_cursor (RelmTimelineLoadRow *self,
             const RelmTimelinePen *pen,
             double bottom)
{
  const RelmDate day = relm_timeline_load_row_get_cursor (self);
  const RelmSpan days = relm_plan_load_get_stretch (self->load, self->row, day);
  const RelmTimeScale *scale = &self->timeline->scale;

  if (gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    relm_timeline_pen_outline (pen, relm_time_scale_get_x (scale, days.start) - 2, relm_time_scale_get_x (scale, days.finish + 1) + 2,
                               bottom - BARS - 2, BARS + 4, 4, 2, get_ink (pen, RELM_TIMELINE_INK_FOCUS));
}

static void
draw_bars (RelmTimelineLoadRow *self,
           const RelmTimelinePen *pen,
           double height)
{
  const double bottom = height - PADDING;
  const double today = round (relm_time_scale_get_x (&self->timeline->scale, self->timeline->today + 0.5));
  g_autoptr (GArray) runs = list_runs (self, pen);

  draw_days_off (pen, height);
  for (guint i = 0; i < runs->len; i++)
    draw_run (pen, &g_array_index (runs, Run, i), bottom);
  relm_timeline_pen_fill (pen, today - 1, today + 1, 0, height, get_ink (pen, RELM_TIMELINE_INK_TODAY));
  draw_cursor (self, pen, bottom);
}

/* Who it is, and how they are off; what is too much has a sign as well. */
static void
draw_title (RelmTimelineLoadRow *self,
            const RelmTimelinePen *pen,
            double height)
{
  RelmTimeline *timeline = self->timeline;
  const double icon = self->is_over ? ICON + PADDING : 0;
  const int width = timeline->metrics.titles - 2 * PADDING - 2;
  PangoLayout *name = relm_text_cache_get (timeline->texts, self->name, RELM_TEXT_BODY, width);
  PangoLayout *summary = relm_text_cache_get (timeline->texts, self->summary, RELM_TEXT_CAPTION, MAX (width - (int) icon, 1));
  int name_height, summary_height;
  double y;

  pango_layout_get_pixel_size (name, NULL, &name_height);
  pango_layout_get_pixel_size (summary, NULL, &summary_height);
  y = floor ((height - name_height - summary_height) / 2);
  relm_timeline_pen_text (pen, name, PADDING + 2, y, name_height, get_ink (pen, RELM_TIMELINE_INK_TEXT));
  y += name_height;
  if (self->is_over)
    relm_timeline_pen_icon (pen, "dialog-warning-symbolic", PADDING + 2, y + floor ((summary_height - ICON) / 2.0), ICON,
                            get_ink (pen, RELM_TIMELINE_INK_LATE));
  relm_timeline_pen_text (pen, summary, PADDING + 2 + icon, y, summary_height,
                          get_ink (pen, self->is_over ? RELM_TIMELINE_INK_LATE : RELM_TIMELINE_INK_DIM));
}

static void
push_clip (GtkSnapshot *snapshot,
           double x,
           double width,
           double height)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) x, 0, (float) width, (float) height));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, 0));
}

static void
pop_clip (GtkSnapshot *snapshot)
{
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

void
_relm_timeline_load_row_snapshot (GtkWidget *widget,
                                  GtkSnapshot *snapshot)
{
  RelmTimelineLoadRow *self = RELM_TIMELINE_LOAD_ROW (widget);
  RelmTimeline *timeline = self->timeline;
  const gboolean mirrored = _relm_timeline_is_mirrored (timeline);
  const int titles = timeline->metrics.titles, body = _relm_timeline_get_body_width (timeline);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const double origin = _relm_timeline_get_origin (timeline);
  const RelmTimelinePen bars = { timeline, snapshot, origin, origin + body, 0, mirrored, NULL };
  const RelmTimelinePen title = { timeline, snapshot, 0, titles, 0, mirrored, NULL };
  const GdkRGBA *border = &timeline->inks[RELM_TIMELINE_INK_GRID];

  if (self->load == NULL)
    return;
  _relm_timeline_update_inks (timeline);
  push_clip (snapshot, mirrored ? width - titles - body : titles, body, height);
  draw_bars (self, &bars, height);
  pop_clip (snapshot);
  push_clip (snapshot, mirrored ? width - titles : 0, titles, height);
  draw_title (self, &title, height);
  pop_clip (snapshot);
  gtk_snapshot_append_color (snapshot, &timeline->inks[RELM_TIMELINE_INK_BORDER],
                             &GRAPHENE_RECT_INIT ((float) (mirrored ? width - titles : titles - 1), 0, 1, (float) height));
  gtk_snapshot_append_color (snapshot, border, &GRAPHENE_RECT_INIT (0, (float) height - 1, (float) width, 1));
  if (gtk_widget_has_visible_focus (widget))
    _relm_timeline_draw_frame (timeline, snapshot, &GRAPHENE_RECT_INIT (1, 1, (float) width - 2, (float) height - 2), 6,
                               &timeline->inks[RELM_TIMELINE_INK_FOCUS]);
}
