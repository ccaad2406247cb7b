/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <math.h>

#include "relm-timeline-private.h"

#define ROW_PADDING 14
#define ROW_MIN 32
#define TIER_PADDING 8
#define TIER_MIN 24
#define MARGIN_DAYS 60 /* that can be scrolled to before the first date and after the last */
#define FIT_MAX 24.0   /* pixels per day: a project of a day need not fill the window */
#define FIRST_MIN 4.0  /* pixels per day: at first sight weeks can be told apart */
#define FIT_PADDING 32 /* before the first date */
#define FIT_LABEL 112  /* after the last one, where its label is */
#define TODAY_SHARE 0.25 /* where today is put in the body */

/*
 * Time
 */

gboolean
_relm_timeline_is_mirrored (RelmTimeline *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* After the font or the width has changed. */
void
_relm_timeline_measure_text (RelmTimeline *self)
{
  int height, caption_height;

  pango_layout_get_pixel_size (relm_text_cache_get (self->texts, "X", RELM_TEXT_BODY, -1), NULL, &height);
  pango_layout_get_pixel_size (relm_text_cache_get (self->texts, "X", RELM_TEXT_CAPTION, -1), NULL, &caption_height);
  self->metrics.row = MAX (height + ROW_PADDING, ROW_MIN);
  self->metrics.tier = MAX (caption_height + TIER_PADDING, TIER_MIN);
  self->metrics.titles = self->paper_titles >= 0 ? self->paper_titles : _relm_timeline_choose_titles (self, self->metrics.row);
}

int
_relm_timeline_get_body_width (RelmTimeline *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - self->metrics.titles, 1);
}

int
_relm_timeline_get_body_height (RelmTimeline *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * self->metrics.tier, 1);
}

/* The logical x at the start edge of the body; whole, so that what is drawn once stays sharp wherever it is scrolled. */
double
_relm_timeline_get_origin (RelmTimeline *self)
{
  return round (relm_time_scale_get_x (&self->scale, self->start_date));
}

double
_relm_timeline_to_logical (RelmTimeline *self,
                           double x)
{
  const double origin = _relm_timeline_get_origin (self);

  if (_relm_timeline_is_mirrored (self))
    return origin + _relm_timeline_get_body_width (self) - x;
  return origin + x - self->metrics.titles;
}

double
_relm_timeline_from_logical (RelmTimeline *self,
                             double x)
{
  const double origin = _relm_timeline_get_origin (self);

  if (_relm_timeline_is_mirrored (self))
    return _relm_timeline_get_body_width (self) - (x - origin);
  return self->metrics.titles + x - origin;
}

double
_relm_timeline_get_row_y (RelmTimeline *self,
                          guint row)
{
  return 2 * self->metrics.tier + (double) row * self->metrics.row - floor (self->offset);
}

/*
 * Scrolling
 */

static double
get_max_offset (RelmTimeline *self)
{
  const double height = (double) relm_timeline_layout_get_n_rows (_relm_timeline_get_layout (self)) * self->metrics.row;

  return MAX (height + self->metrics.row - _relm_timeline_get_body_height (self), 0);
}

static void
clamp_position (RelmTimeline *self)
{
  const double page = _relm_timeline_get_body_width (self) / self->scale.day_width;
  const double last = MAX (self->scale.last + 1 - page, self->scale.first);

  if (self->paper_titles >= 0)
    return;
  self->start_date = CLAMP (self->start_date, self->scale.first, last);
  self->offset = CLAMP (self->offset, 0, get_max_offset (self));
}

/* Makes the scale reach from before the first date to after the last, with a body to spare: zooming never moves what it is about. */
void
_relm_timeline_update_range (RelmTimeline *self)
{
  const RelmSpan today = { self->today, self->today };
  const RelmSpan span = relm_span_union (relm_timeline_layout_get_span (_relm_timeline_get_layout (self)), today);
  const double page = _relm_timeline_get_body_width (self) / self->scale.day_width;
  const int margin = (int) MAX (MARGIN_DAYS, self->paper_titles >= 0 ? 2 * page : page);
  const double x = _relm_timeline_get_origin (self);

  self->scale.first = MAX (span.start - margin, 1);
  self->scale.last = MIN (span.finish + margin, RELM_DATE_MAX);
  clamp_position (self);
  if (x != _relm_timeline_get_origin (self))
    _relm_timeline_forget_picture (self);
}

static void
configure_adjustment (GtkAdjustment *adjustment,
                      double value,
                      double upper,
                      double page,
                      double step)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, value, 0, MAX (upper, page), step, page * 0.9, page);
}

void
_relm_timeline_update_adjustments (RelmTimeline *self)
{
  const double width = relm_time_scale_get_width (&self->scale);
  const double page_width = _relm_timeline_get_body_width (self);
  const double page_height = _relm_timeline_get_body_height (self);
  double x;

  clamp_position (self);
  x = relm_time_scale_get_x (&self->scale, self->start_date);
  if (_relm_timeline_is_mirrored (self))
    x = MAX (width, page_width) - page_width - x;
  self->is_configuring = TRUE;
  configure_adjustment (self->adjustments[GTK_ORIENTATION_HORIZONTAL], x, width, page_width, self->metrics.row);
  configure_adjustment (self->adjustments[GTK_ORIENTATION_VERTICAL], self->offset, get_max_offset (self) + page_height,
                        page_height, self->metrics.row);
  self->is_configuring = FALSE;
}

/* The other way round: somebody has moved them. */
void
_relm_timeline_take_adjustments (RelmTimeline *self)
{
  GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double x;

  if (self->is_configuring)
    return;
  if (horizontal != NULL)
    {
      x = gtk_adjustment_get_value (horizontal);
      if (_relm_timeline_is_mirrored (self))
        x = gtk_adjustment_get_upper (horizontal) - gtk_adjustment_get_page_size (horizontal) - x;
      self->start_date = relm_time_scale_get_date (&self->scale, x);
    }
  if (vertical != NULL)
    self->offset = gtk_adjustment_get_value (vertical);
  _relm_timeline_update_hover (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
position_changed (RelmTimeline *self)
{
  _relm_timeline_update_range (self);
  _relm_timeline_update_adjustments (self);
  _relm_timeline_update_hover (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Pixels: towards the finish, and down. */
void
_relm_timeline_scroll_by (RelmTimeline *self,
                          double x,
                          double y)
{
  self->start_date += x / self->scale.day_width;
  self->offset += y;
  position_changed (self);
}

void
_relm_timeline_scroll_to_row (RelmTimeline *self,
                              guint row)
{
  const double top = (double) row * self->metrics.row;
  const double page = _relm_timeline_get_body_height (self);

  if (self->offset > top)
    self->offset = top;
  else if (self->offset < top + self->metrics.row - page)
    self->offset = top + self->metrics.row - page;
  position_changed (self);
}

/* As little as shows it, or its start when it is longer than the body. */
void
_relm_timeline_scroll_to_span (RelmTimeline *self,
                               RelmSpan span)
{
  const double page = _relm_timeline_get_body_width (self) / self->scale.day_width;
  const double margin = MIN (FIT_PADDING / self->scale.day_width, page / 4);

  if (!relm_span_is_set (span))
    return;
  if (span.finish + 1 + margin > self->start_date + page)
    self->start_date = span.finish + 1 + margin - page;
  if (span.start - margin < self->start_date)
    self->start_date = span.start - margin;
  position_changed (self);
}

/*
 * Zoom
 */

/* What is at @x stays there. */
void
_relm_timeline_zoom_at (RelmTimeline *self,
                        double day_width,
                        double x)
{
  const double distance = _relm_timeline_to_logical (self, x) - _relm_timeline_get_origin (self);
  const double date = self->start_date + distance / self->scale.day_width;

  day_width = CLAMP (day_width, RELM_TIME_SCALE_MIN, RELM_TIME_SCALE_MAX);
  if (day_width == self->scale.day_width)
    return;
  self->scale.day_width = day_width;
  self->start_date = date - distance / day_width;
  _relm_timeline_forget_picture (self);
  position_changed (self);
  g_object_notify (G_OBJECT (self), "day-width");
}

/* Brings a span into sight as large as it fits, with room for a label after it. */
static void
fit_span (RelmTimeline *self,
          RelmSpan span,
          double least)
{
  const double width = _relm_timeline_get_body_width (self);
  const double share = MIN (1, width / (4 * (FIT_PADDING + FIT_LABEL)));
  const double days = span.finish + 1 - span.start;
  double page, spare;

  self->scale.day_width = CLAMP ((width - share * (FIT_PADDING + FIT_LABEL)) / days, least, FIT_MAX);
  page = width / self->scale.day_width;
  spare = page - days;
  self->start_date = span.start - MIN (spare / 2, spare * FIT_PADDING / (FIT_PADDING + FIT_LABEL));
  if (days > page) /* from today on, when all of it does not fit at a zoom that can be read */
    self->start_date = CLAMP (self->today - page * TODAY_SHARE, span.start - FIT_PADDING / self->scale.day_width, span.finish + 1);
  _relm_timeline_forget_picture (self);
  position_changed (self);
  g_object_notify (G_OBJECT (self), "day-width");
}

void
_relm_timeline_fit_now (RelmTimeline *self)
{
  const double least = self->fit == RELM_TIMELINE_FIT_FIRST ? FIRST_MIN : RELM_TIME_SCALE_MIN;
  const RelmSpan span = relm_timeline_layout_get_span (_relm_timeline_get_layout (self));
  const RelmSpan nothing = { self->today, self->today + 90 };

  self->fit = RELM_TIMELINE_FIT_NONE;
  fit_span (self, relm_span_is_set (span) ? span : nothing, least);
}

/**
 * relm_timeline_fit_selected:
 *
 * Shows what is selected from its first date to its last; everything when nothing with dates is.
 */
void
relm_timeline_fit_selected (RelmTimeline *self)
{
  g_autoptr (GPtrArray) chosen = NULL;
  RelmTimelineLayout *layout;
  RelmSpan span = { 0 };

  g_return_if_fail (RELM_IS_TIMELINE (self));

  layout = _relm_timeline_get_layout (self);
  chosen = relm_timeline_list_chosen (self);
  for (guint i = 0; i < chosen->len; i++)
    {
      const guint item = relm_timeline_layout_find (layout, g_ptr_array_index (chosen, i));

      if (item != RELM_TIMELINE_NONE)
        span = relm_span_union (span, relm_timeline_layout_get_item (layout, item)->span);
    }
  if (!relm_span_is_set (span))
    {
      relm_timeline_fit (self);
      return;
    }
  fit_span (self, span, RELM_TIME_SCALE_MIN);
  if (self->selected != NULL)
    relm_timeline_scroll_to (self, self->selected);
}

/**
 * relm_timeline_zoom_by:
 * @factor: above 1 to see less time in more detail
 *
 * Zooms about the middle, or about today when it is to be seen.
 */
void
relm_timeline_zoom_by (RelmTimeline *self,
                       double factor)
{
  const int width = _relm_timeline_get_body_width (self);
  double x = _relm_timeline_from_logical (self, _relm_timeline_get_origin (self) + width / 2);

  g_return_if_fail (RELM_IS_TIMELINE (self));

  _relm_timeline_zoom_at (self, self->scale.day_width * factor, x);
}

/**
 * relm_timeline_fit:
 *
 * Shows everything from the first date to the last, as soon as the timeline has a size.
 */
void
relm_timeline_fit (RelmTimeline *self)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));

  self->fit = RELM_TIMELINE_FIT_ALL;
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    _relm_timeline_fit_now (self);
}

/**
 * relm_timeline_scroll_to_today:
 *
 * Shows today, with more room for what is to come than for what was.
 */
void
relm_timeline_scroll_to_today (RelmTimeline *self)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));

  self->start_date = self->today - _relm_timeline_get_body_width (self) / self->scale.day_width * TODAY_SHARE;
  position_changed (self);
}

/**
 * relm_timeline_scroll_to:
 * @record: something that is shown
 *
 * Scrolls as little as shows it.
 */
void
relm_timeline_scroll_to (RelmTimeline *self,
                         RelmRecord *record)
{
  RelmTimelineLayout *layout;
  guint row, item;

  g_return_if_fail (RELM_IS_TIMELINE (self));

  layout = _relm_timeline_get_layout (self);
  row = relm_timeline_layout_find_row (layout, record);
  item = relm_timeline_layout_find (layout, record);
  if (row != RELM_TIMELINE_NONE)
    _relm_timeline_scroll_to_row (self, row);
  if (item != RELM_TIMELINE_NONE)
    _relm_timeline_scroll_to_span (self, relm_timeline_layout_get_item (layout, item)->span);
}

/**
 * relm_timeline_get_day_at:
 * @x: a place in the widget
 *
 * Returns: the day that is there
 */
RelmDate
relm_timeline_get_day_at (RelmTimeline *self,
                          double x)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), RELM_DATE_NONE);

  return relm_time_scale_get_day (&self->scale, _relm_timeline_to_logical (self, x));
}

/**
 * relm_timeline_get_day_width:
 *
 * Returns: the zoom, in pixels per day
 */
double
relm_timeline_get_day_width (RelmTimeline *self)
{
  g_return_val_if_fail (RELM_IS_TIMELINE (self), 1);

  return self->scale.day_width;
}

/**
 * relm_timeline_set_day_width:
 * @day_width: the zoom, in pixels per day; limited to what can be read
 *
 * Zooms about the middle.
 */
void
relm_timeline_set_day_width (RelmTimeline *self,
                             double day_width)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));

  relm_timeline_zoom_by (self, day_width / self->scale.day_width);
}
