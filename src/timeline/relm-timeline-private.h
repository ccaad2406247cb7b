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
  RELM_TIMELINE_INK_CRITICAL,
  RELM_TIMELINE_INK_LINK,
  RELM_TIMELINE_INK_TODAY,
  RELM_TIMELINE_INK_ON_TODAY,
  RELM_TIMELINE_INK_SELECTION,
  RELM_TIMELINE_INK_HOVER,
  RELM_TIMELINE_INK_FOCUS,
  RELM_TIMELINE_INK_HUES, /* one for each hue, and one for none */
  RELM_TIMELINE_N_INKS = RELM_TIMELINE_INK_HUES + RELM_TIMELINE_N_HUES + 1,
} RelmTimelineInk;

typedef struct
{
  int row;    /* the height of a row */
  int tier;   /* the height of one tier of the scale */
  int titles; /* the width of the column of titles */
} RelmTimelineMetrics;

/* What not every chart shows. */
typedef enum
{
  RELM_TIMELINE_MARK_NONE = 0,
  RELM_TIMELINE_MARK_CRITICAL = 1 << 0, /* and how far the rest may slip */
  RELM_TIMELINE_MARK_FORECAST = 1 << 1,
  RELM_TIMELINE_MARK_BASELINE = 1 << 2,
  RELM_TIMELINE_MARK_DEADLINE = 1 << 3,
  RELM_TIMELINE_MARK_HELD = 1 << 4,
  RELM_TIMELINE_MARK_OVERFLOW = 1 << 5,
  RELM_TIMELINE_MARK_GATE = 1 << 6,
} RelmTimelineMarks;

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
  RELM_TIMELINE_HOLD_PROGRESS,
  RELM_TIMELINE_HOLD_LINK_START,  /* a link begins there */
  RELM_TIMELINE_HOLD_LINK_FINISH,
  RELM_TIMELINE_HOLD_BAND, /* nothing of an item: a rectangle that selects */
  RELM_TIMELINE_HOLD_EDGE, /* that between the titles and the chart */
} RelmTimelineHold;

typedef struct
{
  RelmTimelinePlace place;
  guint row;             /* or RELM_TIMELINE_NONE */
  guint item;            /* or RELM_TIMELINE_NONE */
  guint link;            /* or RELM_TIMELINE_NONE */
  RelmTimelineHold hold; /* what a drag that starts here would do */
} RelmTimelineHit;

#define RELM_TIMELINE_HIT_NOTHING                                                                                      \
  ((RelmTimelineHit) { RELM_TIMELINE_NOWHERE, RELM_TIMELINE_NONE, RELM_TIMELINE_NONE, RELM_TIMELINE_NONE, RELM_TIMELINE_HOLD_NONE })

/* One of what is dragged together. */
typedef struct
{
  RelmRecord *record; /* owned */
  RelmTimelineHold hold;
  RelmSpan from;
  RelmSpan to;
  int progress_from; /* percent */
  int progress_to;
} RelmTimelinePart;

typedef struct
{
  gboolean active;
  RelmTimelineHold hold;
  GArray *parts;        /* (element-type RelmTimelinePart): empty unless items are dragged; the first is under the pointer */
  GHashTable *spans;    /* RelmRecord, unowned, to the RelmSpan, unowned, where it is shown meanwhile */
  int days;             /* by which they have been dragged */
  double titles_width;  /* of the titles, before their edge was dragged */
  double grabbed;       /* the moment that was taken hold of */
  double grabbed_y;     /* in pixels of rows */
  double x, y;          /* of the pointer */
  gboolean adds;        /* of a band: to what is selected already */
  guint tick_id;
  gint64 last_frame;
} RelmTimelineDrag;

/* A link that is being made. */
typedef struct
{
  RelmRecord *from; /* owned */
  RelmRecord *to;   /* owned; NULL while it leads to nothing */
  gboolean from_finish;
  gboolean to_finish;
  gboolean by_keys; /* and not by the pointer */
  char *refusal;    /* why it cannot be made, or NULL */
} RelmTimelineLinking;

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
  GHashTable *chosen; /* the records that are selected, owned; among them the one above */
  guint anchor;       /* the row that a range is selected from */
  gboolean editable;
  RelmDate today;
  RelmPlanSchedule *schedule; /* or NULL */
  RelmForecasts *forecasts;   /* or NULL */
  gboolean show_critical;
  gboolean show_baseline;
  RelmRecord *compared; /* the baseline that the plan is compared with, or NULL */
  GHashTable *baseline; /* id to what that baseline says of the record; NULL when nobody asked yet */
  GArray *ghosts; /* of RelmPlanMove: what would be elsewhere; NULL for nothing */
  RelmTimelineGrouping grouping;
  RelmTimelineLabels labels;
  RelmTimelineColoring coloring;
  double titles_width; /* pixels; 0 for a share of the width */
  RelmTimelineFolds folds;
  GHashTable *toggled;

  RelmTimelineLayout *layout; /* NULL when it must be made anew */
  GHashTable *touched;        /* a set of records, held, that it has to follow first */
  gboolean is_reworded;       /* what is said of what it holds is other than it was */
  guint cursor;               /* the row that the keyboard is in */
  RelmRecord *at_cursor;      /* what that row is about, while there is no layout */
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
  int paper_titles; /* how wide the titles are on paper, where nobody scrolls; -1 on a screen */
  GskPath *diamond;
  GskPath *octagon;
  GtkWidget *tip;

  RelmTimelineHit hover;
  RelmTimelineDrag drag;
  RelmTimelineLinking linking; /* while something is dragged from a handle */
  gboolean is_touched;         /* by a finger last: handles cannot wait for a pointer that hovers */
  GtkEventController *drag_gesture; /* unowned */
  double pointer_x;
  double pointer_y;
  double zoom_start;

  GPtrArray *accessibles; /* by row; NULL where nobody asked yet */
  guint n_described;      /* of them, since what there is to say has changed */
  guint describing;       /* the source that describes the rest */
};

/* relm-timeline.c */
void _relm_timeline_set_adjustment (RelmTimeline *self,
                                    GtkOrientation orientation,
                                    GtkAdjustment *adjustment);

/* relm-timeline-properties.c */
void _relm_timeline_install_properties (GObjectClass *object_class);
void _relm_timeline_notify_selected (RelmTimeline *self);

/* relm-timeline-signals.c: what it asks for */
void _relm_timeline_install_signals (GObjectClass *object_class);
void _relm_timeline_activate (RelmTimeline *self,
                              RelmRecord *record);
void _relm_timeline_reschedule (RelmTimeline *self,
                                GArray *moves);
void _relm_timeline_notify_chosen (RelmTimeline *self);
void _relm_timeline_ask_for_link (RelmTimeline *self,
                                  RelmRecord *from,
                                  RelmRecord *to,
                                  const char *type);
void _relm_timeline_refuse (RelmTimeline *self,
                            const char *reason);
void _relm_timeline_remove (RelmTimeline *self,
                            RelmRecord *record);

/* relm-timeline-selection.c: what is selected */
gboolean _relm_timeline_is_chosen (RelmTimeline *self,
                                   RelmRecord *record);
void _relm_timeline_choose (RelmTimeline *self,
                            RelmRecord *record);
void _relm_timeline_choose_also (RelmTimeline *self,
                                 RelmRecord *record);
void _relm_timeline_choose_rows (RelmTimeline *self,
                                 guint row);
void _relm_timeline_choose_many (RelmTimeline *self,
                                 GPtrArray *records,
                                 gboolean also);
void _relm_timeline_forget_chosen (RelmTimeline *self,
                                   RelmRecord *record);

/* relm-timeline-content.c: what it shows */
RelmTimelineLayout *_relm_timeline_get_layout (RelmTimeline *self);
void _relm_timeline_forget_picture (RelmTimeline *self);
void _relm_timeline_forget_layout (RelmTimeline *self);
void _relm_timeline_update_words (RelmTimeline *self);

/* relm-timeline-folds.c: what is folded away, and what the lanes are */
void _relm_timeline_toggle (RelmTimeline *self,
                            guint row);

/* relm-timeline-colors.c: what the colours of work items say */
gboolean _relm_timeline_is_colored (RelmTimeline *self,
                                    RelmRecord *record);
RelmTimelineInk _relm_timeline_get_color (RelmTimeline *self,
                                          RelmRecord *record);
char *_relm_timeline_dup_color_words (RelmTimeline *self,
                                      RelmRecord *record);

/* relm-timeline-marks.c */
RelmTimelineMarks _relm_timeline_list_marks (RelmTimeline *self);

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
double _relm_timeline_get_handle_x (RelmTimeline *self,
                                    const RelmTimelineItem *item,
                                    gboolean finish);
double _relm_timeline_get_progress_x (RelmTimeline *self,
                                      const RelmTimelineItem *item);
gboolean _relm_timeline_can (RelmTimeline *self,
                             const RelmTimelineItem *item,
                             RelmTimelineHold hold);

/* relm-timeline-edge.c: how wide the titles are */
int _relm_timeline_choose_titles (RelmTimeline *self,
                                  int row);
gboolean _relm_timeline_is_on_edge (RelmTimeline *self,
                                    double x);
void _relm_timeline_drag_edge (RelmTimeline *self,
                               double x);
void _relm_timeline_fit_titles (RelmTimeline *self);
void _relm_timeline_install_edge_keys (GtkWidgetClass *widget_class);

/* relm-timeline-draw-titles.c */
double _relm_timeline_get_title_start (RelmTimeline *self,
                                       const RelmTimelineRow *row);

/* relm-timeline-draw.c */
void _relm_timeline_snapshot (GtkWidget *widget,
                              GtkSnapshot *snapshot);

/* relm-timeline-overlay.c: what is drawn each time over the body */
void _relm_timeline_draw_frame (RelmTimeline *self,
                                GtkSnapshot *snapshot,
                                const graphene_rect_t *rect,
                                double radius,
                                const GdkRGBA *color);
void _relm_timeline_draw_selection (RelmTimeline *self,
                                    GtkSnapshot *snapshot);
void _relm_timeline_draw_handles (RelmTimeline *self,
                                  GtkSnapshot *snapshot);
void _relm_timeline_draw_ghosts (RelmTimeline *self,
                                 GtkSnapshot *snapshot);
void _relm_timeline_draw_drag (RelmTimeline *self,
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

/* relm-timeline-parts.c: what is dragged, or moved by keys */
RelmSpan _relm_timeline_drag_span (RelmSpan span,
                                   RelmTimelineHold hold,
                                   int days);
const RelmTimelinePart *_relm_timeline_get_leader (RelmTimeline *self);
GArray *_relm_timeline_list_parts (RelmTimeline *self,
                                   RelmRecord *first,
                                   RelmTimelineHold hold);
gboolean _relm_timeline_move_parts (RelmTimeline *self,
                                    GArray *parts,
                                    int days);
gboolean _relm_timeline_progress_parts (GArray *parts,
                                        int difference);
GArray *_relm_timeline_list_moves (GArray *parts);

/* relm-timeline-link.c: a link that is being made */
void _relm_timeline_begin_linking (RelmTimeline *self,
                                   RelmRecord *from,
                                   gboolean from_finish,
                                   gboolean by_keys);
void _relm_timeline_end_linking (RelmTimeline *self);
void _relm_timeline_aim (RelmTimeline *self,
                         RelmRecord *to,
                         gboolean to_finish);
void _relm_timeline_aim_at (RelmTimeline *self,
                            double x,
                            double y);
void _relm_timeline_turn_ends (RelmTimeline *self,
                               int by);
void _relm_timeline_drop_link (RelmTimeline *self);
char *_relm_timeline_dup_linking_words (RelmTimeline *self);
char *_relm_timeline_dup_link_words (RelmTimeline *self,
                                     RelmRecord *link);

/* relm-timeline-link-keys.c: the same by keys */
void _relm_timeline_install_link_keys (GtkWidgetClass *widget_class);
gboolean _relm_timeline_is_linking_by_keys (RelmTimeline *self);
void _relm_timeline_aim_at_row (RelmTimeline *self,
                                guint row);
void _relm_timeline_turn_ends_by_key (RelmTimeline *self,
                                      int by);

/* relm-timeline-plan.c: what the engine says */
RelmCriticality _relm_timeline_get_criticality (RelmTimeline *self,
                                                RelmRecord *record);
RelmDate _relm_timeline_get_latest (RelmTimeline *self,
                                    const RelmTimelineItem *item);
gboolean _relm_timeline_is_day_off (RelmTimeline *self,
                                    RelmDate day);
gboolean _relm_timeline_is_broken (RelmTimeline *self,
                                   RelmRecord *dependency);
void _relm_timeline_preview_drag (RelmTimeline *self);

/* relm-timeline-draw-forecast.c */
const RelmReleaseForecast *_relm_timeline_get_forecast (RelmTimeline *self,
                                                        RelmRecord *record);
RelmDate _relm_timeline_get_forecast_end (RelmTimeline *self);
char *_relm_timeline_dup_forecast_words (RelmTimeline *self,
                                         RelmRecord *record);

/* relm-timeline-baseline.c */
void _relm_timeline_forget_baseline (RelmTimeline *self);
guint _relm_timeline_find_overflowed (RelmTimeline *self,
                                      const RelmTimelineItem *item);
gboolean _relm_timeline_is_held (RelmRecord *record);
RelmDate _relm_timeline_get_deadline (RelmRecord *record);
gboolean _relm_timeline_is_added (RelmTimeline *self,
                                  RelmRecord *record);

/* relm-timeline-route.c */
guint _relm_timeline_pick_link (RelmTimeline *self,
                                double x,
                                double y);

/* relm-timeline-band.c: a rectangle that selects */
graphene_rect_t _relm_timeline_get_band (RelmTimeline *self);
void _relm_timeline_drop_band (RelmTimeline *self);

/* relm-timeline-tip.c: what is said beside the pointer meanwhile */
void _relm_timeline_update_tip (RelmTimeline *self);
void _relm_timeline_allocate_tip (RelmTimeline *self);
gboolean _relm_timeline_query_tooltip (GtkWidget *widget,
                                       int x,
                                       int y,
                                       gboolean keyboard_tooltip,
                                       GtkTooltip *tooltip);

/* relm-timeline-a11y.c */
void _relm_timeline_init_accessible (GtkAccessibleInterface *iface);
GtkAccessible *_relm_timeline_ref_accessible (RelmTimeline *self,
                                              guint row);
void _relm_timeline_update_accessibles (RelmTimeline *self);
void _relm_timeline_detach_accessibles (RelmTimeline *self);
void _relm_timeline_update_accessible_selection (RelmTimeline *self,
                                                 RelmRecord *old);
void _relm_timeline_say (RelmTimeline *self,
                         const char *words);
void _relm_timeline_announce (RelmTimeline *self,
                              RelmRecord *record);
char *_relm_timeline_dup_words (RelmTimeline *self,
                                RelmRecord *record);

G_END_DECLS
