/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Draws part of the timeline's body: takes logical pixels and rows, mirrors where text runs from right to left, and makes
 * nothing but the render nodes that are cheap everywhere: colours, rounded clips, borders, gradients, text, icons. A plain
 * struct on the stack of who draws. Main thread.
 */

#pragma once

#include "relm-timeline-private.h"

G_BEGIN_DECLS

typedef struct
{
  RelmTimeline *timeline;
  GtkSnapshot *snapshot;
  double from; /* the logical pixel at the start edge */
  double to;   /* at the other edge */
  double top;  /* in pixels of rows: what is at y = 0 */
  gboolean mirrored;
  GHashTable *spans; /* RelmRecord to RelmSpan: what is elsewhere than the layout says; NULL for nothing */
} RelmTimelinePen;

graphene_rect_t relm_timeline_pen_rect (const RelmTimelinePen *self,
                                        double from,
                                        double to,
                                        double y,
                                        double height);
void relm_timeline_pen_fill (const RelmTimelinePen *self,
                             double from,
                             double to,
                             double y,
                             double height,
                             const GdkRGBA *color);
void relm_timeline_pen_fill_round (const RelmTimelinePen *self,
                                   double from,
                                   double to,
                                   double y,
                                   double height,
                                   double radius,
                                   const GdkRGBA *color);
void relm_timeline_pen_outline (const RelmTimelinePen *self,
                                double from,
                                double to,
                                double y,
                                double height,
                                double radius,
                                double thickness,
                                const GdkRGBA *color);
void relm_timeline_pen_stripe (const RelmTimelinePen *self,
                               double from,
                               double to,
                               double y,
                               double height,
                               double radius,
                               const GdkRGBA *color);
void relm_timeline_pen_symbol (const RelmTimelinePen *self,
                               GskPath *symbol,
                               double middle,
                               double y,
                               double size,
                               const GdkRGBA *color);
double relm_timeline_pen_text (const RelmTimelinePen *self,
                               PangoLayout *layout,
                               double start,
                               double y,
                               double height,
                               const GdkRGBA *color);
void relm_timeline_pen_icon (const RelmTimelinePen *self,
                             const char *name,
                             double start,
                             double y,
                             double size,
                             const GdkRGBA *color);

#define RELM_TIMELINE_LINK_STUB 8 /* how far a link goes straight before it turns */

/* The way of a link: straight from point to point, upright or level. In logical pixels and pixels of rows. */
typedef struct
{
  double x, y;
} RelmTimelinePoint;

typedef struct
{
  RelmTimelinePoint points[6];
  guint n_points;
  int in;      /* 1 when it arrives at a start, -1 at a finish */
  double step; /* to the next that arrives there; 0 when it is alone, or none is beside it */
} RelmTimelineRoute;

RelmTimelineRoute relm_timeline_pen_get_route (const RelmTimelinePen *self,
                                               const RelmTimelineLink *link);

#define RELM_TIMELINE_WEEKEND_ZOOM 6 /* pixels per day from which weekends are shaded */

GdkRGBA relm_timeline_fade (const GdkRGBA *color,
                            double alpha);

/* What is drawn in the body; in files of their own. */
gboolean relm_timeline_is_apart (RelmTimeline *timeline,
                                 guint item);
void relm_timeline_pen_get_extent (const RelmTimelinePen *self,
                                   const RelmTimelineItem *item,
                                   double *from,
                                   double *to);
void relm_timeline_draw_item (const RelmTimelinePen *self,
                              const RelmTimelineItem *item,
                              double room);
void relm_timeline_draw_link (const RelmTimelinePen *self,
                              const RelmTimelineLink *link,
                              double thickness,
                              const GdkRGBA *color);
void relm_timeline_draw_baseline (const RelmTimelinePen *self,
                                  const RelmTimelineItem *item);
void relm_timeline_draw_forecast (const RelmTimelinePen *self,
                                  double half,
                                  double most,
                                  double nearly_all,
                                  double y);
void relm_timeline_draw_forecasts (const RelmTimelinePen *self,
                                   guint first,
                                   guint last);
void relm_timeline_draw_freezes (const RelmTimelinePen *self,
                                 double y,
                                 double height);
void relm_timeline_draw_freeze_names (const RelmTimelinePen *self);
void relm_timeline_draw_titles (const RelmTimelinePen *self,
                                guint first_row,
                                guint last_row);
void relm_timeline_draw_scale (RelmTimeline *timeline,
                               GtkSnapshot *snapshot);

G_END_DECLS
