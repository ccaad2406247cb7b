/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * When a release will be ready, by forecast: a fan at the foot of its row. It is broad from the day by which half of all
 * cases are done to that of 85 in 100, a line from there to that of 95, and has a post at each.
 */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "relm-plan.h"
#include "relm-release.h"
#include "relm-timeline-pen.h"

#define BOTTOM 2 /* pixels below it */
#define HEIGHT 7
#define GAP 6
#define LABEL_ROOM 90 /* that the label of a flag may take */

static void
forecasts_changed_cb (RelmTimeline *self)
{
  _relm_timeline_forget_picture (self);
  if (self->layout != NULL)
    _relm_timeline_update_accessibles (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * relm_timeline_set_forecasts:
 * @forecasts: (nullable): those of the project that is shown
 *
 * Shows them after the flags of releases.
 */
void
relm_timeline_set_forecasts (RelmTimeline *self,
                             RelmForecasts *forecasts)
{
  g_return_if_fail (RELM_IS_TIMELINE (self));

  if (self->forecasts == forecasts)
    return;
  if (self->forecasts != NULL)
    g_signal_handlers_disconnect_by_data (self->forecasts, self);
  g_set_object (&self->forecasts, forecasts);
  if (forecasts != NULL)
    g_signal_connect_swapped (forecasts, "changed", G_CALLBACK (forecasts_changed_cb), self);
  forecasts_changed_cb (self);
}

/* Private. Returns: (nullable): what is forecast for a record; %NULL when nothing is, or when it is never done */
const RelmReleaseForecast *
_relm_timeline_get_forecast (RelmTimeline *self,
                             RelmRecord *record)
{
  const RelmReleaseForecast *forecast = NULL;

  if (self->forecasts != NULL && RELM_IS_RELEASE (record) && !relm_plan_is_done (record))
    forecast = relm_forecasts_get (self->forecasts, record);
  return forecast != NULL && forecast->dates[RELM_FORECAST_P50] != RELM_DATE_NONE ? forecast : NULL;
}

/* Private. Returns: the last day of all fans; RELM_DATE_NONE when there is none to be seen */
RelmDate
_relm_timeline_get_forecast_end (RelmTimeline *self)
{
  RelmTimelineLayout *layout = _relm_timeline_get_layout (self);
  RelmDate end = RELM_DATE_NONE;

  for (guint i = 0; i < relm_timeline_layout_get_n_rows (layout); i++)
    {
      RelmRecord *record = relm_timeline_layout_get_row (layout, i)->record;
      const RelmReleaseForecast *forecast = record != NULL ? _relm_timeline_get_forecast (self, record) : NULL;

      for (guint j = 0; forecast != NULL && j < RELM_FORECAST_N_LEVELS; j++)
        end = MAX (end, forecast->dates[j]);
    }
  return end;
}

/* Private. Returns: (transfer full) (nullable): the same in words */
char *
_relm_timeline_dup_forecast_words (RelmTimeline *self,
                                   RelmRecord *record)
{
  const RelmReleaseForecast *forecast = _relm_timeline_get_forecast (self, record);
  g_autofree char *half = NULL;
  g_autofree char *most = NULL;
  g_autofree char *nearly_all = NULL;

  if (forecast == NULL)
    return NULL;
  half = relm_release_forecast_dup_date (forecast, RELM_FORECAST_P50);
  most = relm_release_forecast_dup_date (forecast, RELM_FORECAST_P85);
  nearly_all = relm_release_forecast_dup_date (forecast, RELM_FORECAST_P95);
  /* Translators: three dates, by which something is done with that chance */
  return g_strdup_printf (_ ("forecast: 50 %% by %s, 85 %% by %s, 95 %% by %s"), half, most, nearly_all);
}

/**
 * relm_timeline_draw_forecast:
 * @half: where 50 of 100 cases are done, in logical pixels
 * @most: 85 of them
 * @nearly_all: 95 of them
 * @y: the top of the row
 *
 * One fan.
 */
void
relm_timeline_draw_forecast (const RelmTimelinePen *self,
                             double half,
                             double most,
                             double nearly_all,
                             double y)
{
  const GdkRGBA *color = &self->timeline->inks[RELM_TIMELINE_INK_RELEASE];
  const GdkRGBA faded = relm_timeline_fade (color, 0.3);
  const double top = y + self->timeline->metrics.row - BOTTOM - HEIGHT;

  relm_timeline_pen_fill (self, half, most, top + 1, HEIGHT - 2, &faded);
  relm_timeline_pen_fill (self, half, most, top + 1, 1, color);
  relm_timeline_pen_fill (self, half, most, top + HEIGHT - 2, 1, color);
  relm_timeline_pen_fill (self, most, nearly_all, top + HEIGHT / 2, 1, color);
  relm_timeline_pen_fill (self, half - 1, half + 1, top, HEIGHT, color);
  relm_timeline_pen_fill (self, most - 1, most + 1, top, HEIGHT, color);
  relm_timeline_pen_fill (self, nearly_all - 1, nearly_all + 1, top + 1, HEIGHT - 2, color);
}

/* The end of that day; where there is none, what never ends. */
static double
get_x (const RelmTimelinePen *pen,
       const RelmReleaseForecast *forecast,
       RelmForecastLevel level)
{
  const RelmDate date = forecast->dates[level];

  return date != RELM_DATE_NONE ? round (relm_time_scale_get_x (&pen->timeline->scale, date + 1)) : pen->to + 2;
}

/* “85 %: 13 Feb”, where neither the flag of the release nor its label can be. */
static void
draw_label (const RelmTimelinePen *pen,
            const RelmReleaseForecast *forecast,
            RelmRecord *record,
            double end,
            double y)
{
  RelmTimeline *timeline = pen->timeline;
  const guint item = relm_timeline_layout_find (timeline->layout, record);
  g_autofree char *date = relm_date_display_short (forecast->dates[RELM_FORECAST_P85]);
  g_autofree char *words = NULL;
  double from, flag = -G_MAXDOUBLE;

  if (item != RELM_TIMELINE_NONE)
    _relm_timeline_get_extent (timeline, RELM_TIMELINE_RELEASE, relm_timeline_layout_get_item (timeline->layout, item)->span, &from, &flag);
  if (end < flag + LABEL_ROOM || forecast->dates[RELM_FORECAST_P95] == RELM_DATE_NONE)
    return;
  /* Translators: beside a forecast on the timeline: the date by which it is done with a chance of 85 % */
  words = g_strdup_printf (_ ("85 %%: %s"), date);
  relm_timeline_pen_text (pen, relm_text_cache_get (timeline->texts, words, RELM_TEXT_CAPTION, -1), end + GAP, y, timeline->metrics.row,
                          &timeline->inks[RELM_TIMELINE_INK_DIM]);
}

static void
draw_row (const RelmTimelinePen *pen,
          RelmRecord *record,
          double y)
{
  const RelmReleaseForecast *forecast = record != NULL ? _relm_timeline_get_forecast (pen->timeline, record) : NULL;
  double end;

  if (forecast == NULL)
    return;
  end = get_x (pen, forecast, RELM_FORECAST_P95);
  relm_timeline_draw_forecast (pen, get_x (pen, forecast, RELM_FORECAST_P50), get_x (pen, forecast, RELM_FORECAST_P85), end, y);
  draw_label (pen, forecast, record, end, y);
}

/**
 * relm_timeline_draw_forecasts:
 * @first: the first row
 * @last: the row after the last
 *
 * The fans in these rows, behind what stands in them.
 */
void
relm_timeline_draw_forecasts (const RelmTimelinePen *self,
                              guint first,
                              guint last)
{
  RelmTimeline *timeline = self->timeline;

  for (guint i = first; timeline->forecasts != NULL && i < last; i++)
    draw_row (self, relm_timeline_layout_get_row (timeline->layout, i)->record, (double) i * timeline->metrics.row);
}
