/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "relm-text.h"
#include "relm-timeline-legend.h"
#include "relm-timeline-pen.h"
#include "relm-timeline-print.h"

#define POINTS_PER_PIXEL 0.75
#define LEAST_SCALE 0.08
#define BEFORE 32 /* pixels before the first date */
#define AFTER 128 /* after the last one, where its label is */
#define DAY_MAX 24.0 /* pixels per day: a plan of a day need not fill a page */
#define EMPTY_DAYS 90
#define GAP 8
#define CUT 6 /* pixels of a mark that shows where to cut */
#define MAX_PAGES 2000

struct _RelmTimelinePrint
{
  RelmTimeline *chart; /* that nobody sees */
  RelmTimelineLegend *legend; /* or NULL */
  RelmTimelinePrintOptions options;
  char *title;

  double scale; /* points per pixel */
  int width;    /* of what is inside the margins, in pixels */
  int height;
  int body;     /* of the part of the time that a page shows, in pixels */
  int heading;  /* the height of what is above the chart, and below */
  int footer;
  double first; /* the moment at the start edge of the first page */
  guint n_rows; /* in all */
  guint rows_per_page;
  guint n_across;
  guint n_down;
};

/* The plan, and as far as the forecasts reach, which may be far, at most as much again. */
static RelmSpan
get_span (RelmTimelinePrint *self)
{
  const RelmSpan span = relm_timeline_layout_get_span (_relm_timeline_get_layout (self->chart));
  const RelmDate today = self->chart->today, end = _relm_timeline_get_forecast_end (self->chart);

  if (!relm_span_is_set (span))
    return (RelmSpan) { today, today + EMPTY_DAYS };
  return (RelmSpan) { span.start, CLAMP (end, span.finish, span.finish + (span.finish - span.start)) };
}

/*
 * How much fits where
 */

static int
get_line (RelmTimelinePrint *self)
{
  return self->chart->metrics.row;
}

static void
set_furniture (RelmTimelinePrint *self)
{
  self->heading = self->options.has_heading ? get_line (self) + GAP : 0;
  self->footer = self->legend != NULL ? GAP + relm_timeline_legend_get_height (self->legend, self->width) : 0;
}

static void
set_titles (RelmTimelinePrint *self)
{
  const int row = self->chart->metrics.row;
  const int most = self->options.page_width > 0 ? 9 * row : 11 * row;

  self->chart->paper_titles = self->options.has_titles ? CLAMP (self->width * 28 / 100, 4 * row, most) : 0;
}

/* Pixels of all of the time, at a zoom. */
static double
get_length (RelmTimelinePrint *self,
            double day_width)
{
  const RelmSpan span = get_span (self);

  return (span.finish + 1 - span.start) * day_width + BEFORE + AFTER;
}

static double
fit_width (RelmTimelinePrint *self)
{
  const RelmSpan span = get_span (self);
  const double day_width = (self->body - BEFORE - AFTER) / (double) (span.finish + 1 - span.start);

  return CLAMP (day_width, RELM_TIME_SCALE_MIN, DAY_MAX);
}

/* The height of a page that has so many rows. */
static int
get_height_of (RelmTimelinePrint *self,
               guint n_rows)
{
  return self->heading + 2 * self->chart->metrics.tier + (int) n_rows * self->chart->metrics.row + self->footer;
}

/* At a scale: which part of the chart a page holds. */
static void
set_page (RelmTimelinePrint *self,
          double scale)
{
  const RelmTimelinePrintOptions *options = &self->options;

  self->scale = scale;
  self->width = (int) ((options->page_width - 2 * options->margin) / scale);
  self->height = (int) ((options->page_height - 2 * options->margin) / scale);
  set_furniture (self);
  set_titles (self);
  self->body = MAX (self->width - self->chart->paper_titles, 1);
}

/* As small as puts all rows on a page; the legend's lines follow the width, so that it takes a few tries. */
static void
shrink (RelmTimelinePrint *self)
{
  for (guint i = 0; i < 20 && get_height_of (self, self->n_rows + 1) > self->height && self->scale > LEAST_SCALE; i++)
    set_page (self, MAX (self->scale * MIN (0.97, self->height / (double) get_height_of (self, self->n_rows + 1)), LEAST_SCALE));
}

static void
paginate (RelmTimelinePrint *self,
          double day_width)
{
  set_page (self, POINTS_PER_PIXEL);
  if (self->options.zoom == RELM_TIMELINE_ZOOM_PAGE)
    shrink (self);
  if (self->options.zoom != RELM_TIMELINE_ZOOM_SAME)
    day_width = fit_width (self);
  self->footer += get_line (self); /* the number of the page */
  self->rows_per_page = (guint) MAX ((self->height - get_height_of (self, 0)) / self->chart->metrics.row, 1);
  self->n_across = (guint) CLAMP (ceil (get_length (self, day_width) / self->body - 0.001), 1, MAX_PAGES);
  self->n_down = CLAMP ((self->n_rows + self->rows_per_page - 1) / self->rows_per_page, 1, MAX_PAGES);
  self->chart->scale.day_width = day_width;
}

/* One page, as large as it takes. */
static void
enlarge (RelmTimelinePrint *self,
         double day_width)
{
  self->scale = POINTS_PER_PIXEL;
  self->width = G_MAXINT / 1000;
  set_titles (self);
  self->body = (int) ceil (get_length (self, day_width));
  self->width = self->body + self->chart->paper_titles;
  set_furniture (self);
  self->rows_per_page = MAX (self->n_rows, 1);
  self->n_across = self->n_down = 1;
  self->height = get_height_of (self, self->rows_per_page);
  self->options.page_width = self->width * self->scale + 2 * self->options.margin;
  self->options.page_height = self->height * self->scale + 2 * self->options.margin;
  self->chart->scale.day_width = day_width;
}

/*
 * What is on a page
 */

static guint
get_rows_of_page (RelmTimelinePrint *self,
                  guint down)
{
  const guint first = down * self->rows_per_page;

  return MIN (self->rows_per_page, self->n_rows > first ? self->n_rows - first : 0);
}

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

/* The part of the chart that is a page's, from the origin on. Returns: its height */
static int
draw_chart (RelmTimelinePrint *self,
            GtkSnapshot *snapshot,
            guint across,
            guint down)
{
  RelmTimeline *chart = self->chart;
  const guint n_rows = MAX (get_rows_of_page (self, down), 1);
  const int height = 2 * chart->metrics.tier + (int) n_rows * chart->metrics.row;

  chart->start_date = self->first + across * (self->body / chart->scale.day_width);
  chart->offset = (double) down * self->rows_per_page * chart->metrics.row;
  _relm_timeline_forget_picture (chart);
  gtk_widget_allocate (GTK_WIDGET (chart), self->width, height, -1, NULL);
  _relm_timeline_snapshot (GTK_WIDGET (chart), snapshot);
  return height;
}

/* Where to cut pages that are put together, and a frame. */
static void
draw_frame (RelmTimelinePrint *self,
            GtkSnapshot *snapshot,
            int height)
{
  const GdkRGBA *color = &self->chart->inks[RELM_TIMELINE_INK_DIM];
  const gboolean mirrored = _relm_timeline_is_mirrored (self->chart);
  const int titles = self->chart->paper_titles;
  const int left = mirrored ? 0 : titles;
  const int right = mirrored ? self->width - titles : self->width;
  const int top = 2 * self->chart->metrics.tier;

  append_color (snapshot, &self->chart->inks[RELM_TIMELINE_INK_BORDER], 0, height - 1, self->width, 1);
  if (self->n_across * self->n_down == 1)
    return;
  for (guint i = 0; i < 2; i++)
    {
      const double x = i == 0 ? left : right - 0.5;
      const double y = i == 0 ? top : height - 0.5;

      append_color (snapshot, color, x, -CUT - 1, 0.5, CUT);
      append_color (snapshot, color, x, height + 1, 0.5, CUT);
      append_color (snapshot, color, -CUT - 1, y, CUT, 0.5);
      append_color (snapshot, color, self->width + 1, y, CUT, 0.5);
    }
}

/* At the start or at the end of a line. */
static void
draw_text (RelmTimelinePrint *self,
           GtkSnapshot *snapshot,
           const char *text,
           RelmTextStyle style,
           gboolean at_end,
           int y)
{
  RelmTimeline *chart = self->chart;
  const RelmTimelinePen pen = {
    .timeline = chart, .snapshot = snapshot, .from = 0, .to = self->width, .mirrored = _relm_timeline_is_mirrored (chart),
  };
  PangoLayout *layout = relm_text_cache_get (chart->texts, text, style, self->width * 2 / 3);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  relm_timeline_pen_text (&pen, layout, at_end ? self->width - width : 0, y, get_line (self), &chart->inks[RELM_TIMELINE_INK_TEXT]);
}

static void
draw_heading (RelmTimelinePrint *self,
              GtkSnapshot *snapshot)
{
  g_autofree char *date = relm_date_display (self->chart->today);
  /* Translators: on a printed timeline; the placeholder is a date */
  g_autofree char *of = g_strdup_printf (_ ("As of %s"), date);

  draw_text (self, snapshot, self->title, RELM_TEXT_BOLD, FALSE, 0);
  draw_text (self, snapshot, of, RELM_TEXT_CAPTION, TRUE, 0);
}

static void
draw_page_number (RelmTimelinePrint *self,
                  GtkSnapshot *snapshot,
                  guint page,
                  int y)
{
  g_autofree char *text = NULL;

  if (self->n_across > 1 && self->n_down > 1)
    /* Translators: on a printed timeline that lies on pages side by side and below each other; the third number counts pages from
       the left, the fourth from the top */
    text = g_strdup_printf (_ ("Page %u of %u (column %u, row %u)"), page + 1, self->n_across * self->n_down,
                            page % self->n_across + 1, page / self->n_across + 1);
  else
    text = g_strdup_printf (_ ("Page %u of %u"), page + 1, self->n_across * self->n_down);
  draw_text (self, snapshot, text, RELM_TEXT_CAPTION, TRUE, y);
}

static GskRenderNode *
draw_page (RelmTimelinePrint *self,
           guint page)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  int height;

  if (self->options.has_heading)
    draw_heading (self, snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) self->heading));
  height = draw_chart (self, snapshot, page % self->n_across, page / self->n_across);
  draw_frame (self, snapshot, height);
  if (self->legend != NULL)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) (height + GAP)));
      relm_timeline_legend_snapshot (self->legend, snapshot, self->width);
    }
  gtk_snapshot_restore (snapshot);
  if (self->n_across * self->n_down > 1)
    draw_page_number (self, snapshot, page, self->height - get_line (self));
  return gtk_snapshot_to_node (snapshot);
}

static char *
dup_title (RelmTimeline *shown)
{
  g_autofree char *project = shown->project != NULL ? relm_record_dup_display_title (RELM_RECORD (shown->project)) : NULL;
  g_autofree char *release = shown->release != NULL ? relm_record_dup_display_title (shown->release) : NULL;

  if (project == NULL || release == NULL)
    return g_strdup (project != NULL ? project : "");
  return g_strdup_printf ("%s %s", project, release);
}

static RelmTimeline *
create_chart (RelmTimeline *shown)
{
  RelmTimeline *chart = g_object_ref_sink (relm_timeline_new ());
  g_autofree char *folds = relm_timeline_dup_folds (shown);

  gtk_widget_add_css_class (GTK_WIDGET (chart), "paper");
  relm_timeline_set_today (chart, shown->today);
  relm_timeline_set_project (chart, shown->project);
  relm_timeline_set_release (chart, shown->release);
  relm_timeline_set_grouping (chart, shown->grouping);
  relm_timeline_set_schedule (chart, shown->schedule);
  relm_timeline_set_forecasts (chart, shown->forecasts);
  relm_timeline_set_show_critical (chart, shown->show_critical);
  relm_timeline_set_labels (chart, shown->labels);
  relm_timeline_set_coloring (chart, shown->coloring);
  relm_timeline_set_baseline (chart, shown->compared);
  relm_timeline_set_show_baseline (chart, shown->show_baseline);
  relm_timeline_set_folds (chart, folds);
  chart->scale = shown->scale;
  chart->fit = RELM_TIMELINE_FIT_NONE;
  chart->paper_titles = 0;
  _relm_timeline_measure_text (chart);
  _relm_timeline_update_inks (chart);
  return chart;
}

/**
 * relm_timeline_print_new:
 * @shown: a timeline; what it shows is printed, with what is folded away on it folded away, and nothing of it is changed
 * @options: how
 *
 * Returns: (transfer full): the pages
 */
RelmTimelinePrint *
relm_timeline_print_new (RelmTimeline *shown,
                         const RelmTimelinePrintOptions *options)
{
  RelmTimelinePrint *self;

  g_return_val_if_fail (RELM_IS_TIMELINE (shown), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = g_new0 (RelmTimelinePrint, 1);
  self->options = *options;
  self->title = dup_title (shown);
  self->chart = create_chart (shown);
  self->legend = options->has_legend ? relm_timeline_legend_new (self->chart) : NULL;
  self->n_rows = relm_timeline_layout_get_n_rows (_relm_timeline_get_layout (self->chart));
  if (options->page_width > 0)
    paginate (self, shown->scale.day_width);
  else
    enlarge (self, shown->scale.day_width);
  self->first = get_span (self).start - BEFORE / self->chart->scale.day_width;
  return self;
}

/**
 * relm_timeline_print_free:
 * @self: (transfer full) (nullable): pages
 */
void
relm_timeline_print_free (RelmTimelinePrint *self)
{
  if (self == NULL)
    return;
  g_object_run_dispose (G_OBJECT (self->chart));
  g_object_unref (self->chart);
  relm_timeline_legend_free (self->legend);
  g_free (self->title);
  g_free (self);
}

/**
 * relm_timeline_print_get_n_pages:
 *
 * Returns: how many pages there are; at least one
 */
guint
relm_timeline_print_get_n_pages (RelmTimelinePrint *self)
{
  return self->n_across * self->n_down;
}

/**
 * relm_timeline_print_get_page_size:
 * @width: (out): of each page with its margins, in points
 * @height: (out): as well
 */
void
relm_timeline_print_get_page_size (RelmTimelinePrint *self,
                                   double *width,
                                   double *height)
{
  *width = self->options.page_width;
  *height = self->options.page_height;
}

/**
 * relm_timeline_print_get_title:
 *
 * Returns: whose plan it is
 */
const char *
relm_timeline_print_get_title (RelmTimelinePrint *self)
{
  return self->title;
}

/**
 * relm_timeline_print_draw_page:
 * @page: which one, below relm_timeline_print_get_n_pages(); from the start of the time to its end, then the next rows
 * @cr: where to, in points from the top left corner of the page
 *
 * Draws a page with its white background. Text stays text where the surface has text.
 */
void
relm_timeline_print_draw_page (RelmTimelinePrint *self,
                               guint page,
                               cairo_t *cr)
{
  g_autoptr (GskRenderNode) node = NULL;

  g_return_if_fail (page < relm_timeline_print_get_n_pages (self));

  node = draw_page (self, page);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, self->options.page_width, self->options.page_height);
  cairo_fill (cr);
  cairo_translate (cr, self->options.margin, self->options.margin);
  cairo_scale (cr, self->scale, self->scale);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_restore (cr);
}
