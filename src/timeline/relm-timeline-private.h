/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the files of the timeline share. Three kinds of coordinates: time is in logical pixels that grow with the date, from
 * the scale's first day; rows are in pixels from the first row; and what is seen is in the widget's own pixels, mirrored
 * where text runs from right to left.
 */

#pragma once

#include "relm-text-cache.h"
#include "relm-timeline-layout.h"
#include "relm-timeline.h"

G_BEGIN_DECLS

/* What the style sheet colours; the names are in relm-timeline-inks.c. */
typedef enum
{
  RELM_TIMELINE_INK_TEXT,
  RELM_TIMELINE_INK_DIM,
  RELM_TIMELINE_INK_PAPER,
  RELM_TIMELINE_INK_GRID,
  RELM_TIMELINE_INK_BAND,
  RELM_TIMELINE_INK_WEEKEND,
  RELM_TIMELINE_INK_BORDER,
  RELM_TIMELINE_INK_RELEASE,
  RELM_TIMELINE_INK_PERIOD,
  RELM_TIMELINE_INK_WORK,
  RELM_TIMELINE_INK_DONE,
  RELM_TIMELINE_INK_BLOCKED,
  RELM_TIMELINE_INK_LATE,
  RELM_TIMELINE_INK_LINK,
  RELM_TIMELINE_INK_TODAY,
  RELM_TIMELINE_INK_ON_TODAY,
  RELM_TIMELINE_INK_SELECTION,
  RELM_TIMELINE_INK_HOVER,
  RELM_TIMELINE_INK_FOCUS,
  RELM_TIMELINE_N_INKS,
} RelmTimelineInk;

typedef struct
{
  int row;    /* the height of a row */
  int tier;   /* the height of one tier of the scale */
  int titles; /* the width of the column of titles */
} RelmTimelineMetrics;

/* What is brought into sight. */
typedef enum
{
  RELM_TIMELINE_FIT_NONE,
  RELM_TIMELINE_FIT_FIRST, /* everything, unless that would be too small to read */
  RELM_TIMELINE_FIT_ALL,
} RelmTimelineFit;

/* Where a pointer is. */
typedef enum
{
  RELM_TIMELINE_NOWHERE,
  RELM_TIMELINE_ON_SCALE,
  RELM_TIMELINE_ON_TITLES,
  RELM_TIMELINE_ON_BODY,
} RelmTimelinePlace;

/* What of an item is held. */
typedef enum
{
  RELM_TIMELINE_HOLD_NONE,
  RELM_TIMELINE_HOLD_WHOLE,
  RELM_TIMELINE_HOLD_START,
  RELM_TIMELINE_HOLD_FINISH,
} RelmTimelineHold;

typedef struct
{
  RelmTimelinePlace place;
  guint row;             /* or RELM_TIMELINE_NONE */
  guint item;            /* or RELM_TIMELINE_NONE */
  RelmTimelineHold hold; /* what a drag that starts here would do */
} RelmTimelineHit;

typedef struct
{
  gboolean active;
  RelmRecord *record; /* owned while active */
  RelmTimelineHold hold;
  RelmSpan from;
  RelmSpan to;
  double grabbed; /* the moment that was taken hold of */
  double x, y;    /* of the pointer */
  guint tick_id;
  gint64 last_frame;
} RelmTimelineDrag;

/* Part of the body as it was last drawn: used again until something changes or it scrolls out of sight. */
typedef struct
{
  GskRenderNode *body;
  GskRenderNode *titles;
  guint first_row; /* inclusive */
  guint last_row;  /* exclusive */
  double from;     /* logical pixels */
  double to;
} RelmTimelinePicture;

struct _RelmTimeline
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  gulong adjustment_handlers[2];
  gboolean is_configuring;

  RelmProject *project;
  RelmRecord *release;
  RelmRecord *selected;
  gboolean editable;
  RelmDate today;
  GHashTable *toggled;

  RelmTimelineLayout *layout; /* NULL when it must be made anew */
  guint cursor;               /* the row that the keyboard is in */
  RelmTimeScale scale;
  double start_date; /* the moment at the start edge of the body */
  double offset;     /* how many pixels of rows are above the body */
  RelmTimelineFit fit; /* what to do as soon as there is a size */

  RelmTimelineMetrics metrics;
  RelmTextCache *texts;
  GHashTable *icons;
  GtkWidget *swatches[RELM_TIMELINE_N_INKS];
  GdkRGBA inks[RELM_TIMELINE_N_INKS];
  RelmTimelinePicture picture;
  guint n_pictures; /* how often it was drawn anew */
  GskPath *diamond;
  GtkWidget *tip;

  RelmTimelineHit hover;
  RelmTimelineDrag drag;
  GtkEventController *drag_gesture; /* unowned */
  double pointer_x;
  double pointer_y;
  double zoom_start;

  GPtrArray *accessibles; /* by row; NULL where nobody asked yet */
};

/* relm-timeline.c */
void _relm_timeline_activate (RelmTimeline *self,
                              RelmRecord *record);
void _relm_timeline_reschedule (RelmTimeline *self,
                                RelmRecord *record,
                                RelmSpan span);

/* relm-timeline-content.c: what it shows */
RelmTimelineLayout *_relm_timeline_get_layout (RelmTimeline *self);
void _relm_timeline_forget_picture (RelmTimeline *self);
void _relm_timeline_toggle (RelmTimeline *self,
                            guint row);

/* relm-timeline-inks.c */
void _relm_timeline_add_inks (RelmTimeline *self);
void _relm_timeline_update_inks (RelmTimeline *self);

/* relm-timeline-view.c: what is seen of it */
gboolean _relm_timeline_is_mirrored (RelmTimeline *self);
void _relm_timeline_measure_text (RelmTimeline *self);
int _relm_timeline_get_body_width (RelmTimeline *self);
int _relm_timeline_get_body_height (RelmTimeline *self);
double _relm_timeline_get_origin (RelmTimeline *self);
double _relm_timeline_to_logical (RelmTimeline *self,
                                  double x);
double _relm_timeline_from_logical (RelmTimeline *self,
                                    double x);
double _relm_timeline_get_row_y (RelmTimeline *self,
                                 guint row);
void _relm_timeline_update_range (RelmTimeline *self);
void _relm_timeline_update_adjustments (RelmTimeline *self);
void _relm_timeline_take_adjustments (RelmTimeline *self);
void _relm_timeline_zoom_at (RelmTimeline *self,
                             double day_width,
                             double x);
void _relm_timeline_scroll_by (RelmTimeline *self,
                               double x,
                               double y);
void _relm_timeline_scroll_to_row (RelmTimeline *self,
                                   guint row);
void _relm_timeline_scroll_to_span (RelmTimeline *self,
                                    RelmSpan span);
void _relm_timeline_fit_now (RelmTimeline *self);

/* relm-timeline-hit.c: what is where */
#define RELM_TIMELINE_ARROW 16 /* the size of an arrow at the edge, to what is out of sight */

void _relm_timeline_get_extent (RelmTimeline *self,
                                RelmTimelineShape shape,
                                RelmSpan span,
                                double *from,
                                double *to);
RelmTimelineHit _relm_timeline_pick (RelmTimeline *self,
                                     double x,
                                     double y);
RelmRecord *_relm_timeline_get_record (RelmTimeline *self,
                                       const RelmTimelineHit *hit);
int _relm_timeline_get_side (RelmTimeline *self,
                             guint row);
graphene_rect_t _relm_timeline_get_item_rect (RelmTimeline *self,
                                              guint item);
graphene_rect_t _relm_timeline_get_row_rect (RelmTimeline *self,
                                             guint row);
gboolean _relm_timeline_can (RelmTimeline *self,
                             const RelmTimelineItem *item,
                             RelmTimelineHold hold);

/* relm-timeline-draw.c */
void _relm_timeline_snapshot (GtkWidget *widget,
                              GtkSnapshot *snapshot);

/* relm-timeline-input.c */
void _relm_timeline_add_controllers (RelmTimeline *self);
void _relm_timeline_update_hover (RelmTimeline *self);

/* relm-timeline-keys.c */
void _relm_timeline_install_keys (GtkWidgetClass *widget_class);

/* relm-timeline-drag.c */
void _relm_timeline_add_drag (RelmTimeline *self);
gboolean _relm_timeline_begin_drag (RelmTimeline *self,
                                    double x,
                                    double y);
void _relm_timeline_drag_to (RelmTimeline *self,
                             double x,
                             double y);
void _relm_timeline_drop (RelmTimeline *self);
void _relm_timeline_cancel_drag (RelmTimeline *self);
RelmSpan _relm_timeline_drag_span (RelmSpan span,
                                   RelmTimelineHold hold,
                                   int days);
void _relm_timeline_allocate_tip (RelmTimeline *self);

/* relm-timeline-a11y.c */
void _relm_timeline_init_accessible (GtkAccessibleInterface *iface);
GtkAccessible *_relm_timeline_ref_accessible (RelmTimeline *self,
                                              guint row);
void _relm_timeline_update_accessibles (RelmTimeline *self);
void _relm_timeline_detach_accessibles (RelmTimeline *self);
void _relm_timeline_update_accessible_selection (RelmTimeline *self,
                                                 RelmRecord *old);
void _relm_timeline_announce (RelmTimeline *self,
                              RelmRecord *record);
char *_relm_timeline_dup_words (RelmTimeline *self,
                                RelmRecord *record);

G_END_DECLS
