/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is on the timeline and in which row: a header row per lane (a release, or a phase, a person, a component) with its bar,
 * below it what is in it: phases with their work items, milestones, other work items with their parts; last what is in no lane.
 * What is collapsed keeps its milestones in its own row, and its links end there. What has no dates is listed apart. Rows and dates only: pixels are the widget's. A
 * snapshot that holds its records: after an edit of dates it is told of what was touched and follows, after others it is made
 * anew. No GTK, main thread.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

#define RELM_TIMELINE_NONE G_MAXUINT

typedef enum
{
  RELM_TIMELINE_RELEASE,   /* a bar that ends with a flag */
  RELM_TIMELINE_PERIOD,    /* a bar: a phase */
  RELM_TIMELINE_WORK,      /* a bar with progress: a work item */
  RELM_TIMELINE_MILESTONE, /* a point */
  RELM_TIMELINE_SUMMARY,   /* a line over what is in a lane */
  RELM_TIMELINE_GONE,      /* an empty bar: where something was in a baseline that is not planned any more */
} RelmTimelineShape;

/* What the lanes are. */
typedef enum
{
  RELM_TIMELINE_BY_RELEASE,
  RELM_TIMELINE_BY_PHASE,
  RELM_TIMELINE_BY_ASSIGNEE,
  RELM_TIMELINE_BY_COMPONENT,
  RELM_TIMELINE_BY_STAKEHOLDER,
} RelmTimelineGrouping;

#define RELM_TYPE_TIMELINE_GROUPING (relm_timeline_grouping_get_type ())
GType relm_timeline_grouping_get_type (void);

/* What is collapsed, unless it is toggled. */
typedef enum
{
  RELM_TIMELINE_FOLDS_DONE, /* releases that are out, while the whole roadmap is shown */
  RELM_TIMELINE_FOLDS_OPEN, /* nothing */
  RELM_TIMELINE_FOLDS_CLOSED, /* everything */
} RelmTimelineFolds;

/* What of a project is shown, and how. */
typedef struct
{
  RelmRecord *release; /* (nullable): the only release that is shown */
  RelmTimelineGrouping grouping;
  RelmTimelineFolds folds;
  RelmRecord *baseline; /* (nullable): whose items are shown that are not planned any more, in a lane of their own */
  GHashTable *toggled; /* (nullable) (element-type utf8 utf8): a set of keys of rows that are not as @folds says */
} RelmTimelineView;

/* Something with dates, drawn in a row. */
typedef struct
{
  RelmRecord *record;
  RelmTimelineShape shape;
  guint row;
  RelmSpan span; /* set */
  gboolean linked; /* a link leaves or reaches its finish */
  guint node;      /* the layout's own */
} RelmTimelineItem;

typedef struct
{
  RelmRecord *record; /* (nullable): NULL for a header that has a label instead */
  const char *label;  /* (nullable): to be translated */
  const char *key;    /* what its being collapsed is remembered by */
  guint depth;        /* 0 for a header */
  guint parent;       /* the row that it is below; RELM_TIMELINE_NONE for a header */
  gboolean collapsed; /* its rows are not there */
  gboolean has_rows;  /* there is something to collapse */
  guint first_item;   /* of the row's items in the layout's, sorted by start */
  guint n_items;
} RelmTimelineRow;

/* A schedule dependency between two items; one that is hidden is stood for by what it is hidden in. */
typedef struct
{
  RelmRecord *record; /* the schedule dependency */
  guint from;         /* items */
  guint to;
  gboolean from_finish; /* leaves from the end, not from the start */
  gboolean to_finish;
  guint place;    /* from above, among those that arrive at the same end, so that they do not lie on each other */
  guint n_places; /* at least 1; 0 for a link that is being made */
  guint from_node; /* the layout's own */
  guint to_node;
} RelmTimelineLink;

/* What a change of the project does to a layout of it. */
typedef enum
{
  RELM_TIMELINE_EFFECT_NONE,  /* what is drawn may be other, where it was */
  RELM_TIMELINE_EFFECT_DATES, /* relm_timeline_layout_update() may follow it */
  RELM_TIMELINE_EFFECT_ROWS,  /* it is to be made anew */
} RelmTimelineEffect;

typedef struct _RelmTimelineLayout RelmTimelineLayout;

RelmTimelineLayout *relm_timeline_layout_new (RelmProject *project,
                                              const RelmTimelineView *view);
void relm_timeline_layout_free (RelmTimelineLayout *self);
RelmTimelineEffect relm_timeline_layout_judge (RelmChangeType change,
                                               RelmRecord *record,
                                               guint field);
gboolean relm_timeline_layout_update (RelmTimelineLayout *self,
                                      RelmProject *project,
                                      const RelmTimelineView *view,
                                      GHashTable *records);

guint relm_timeline_layout_get_n_rows (RelmTimelineLayout *self);
const RelmTimelineRow *relm_timeline_layout_get_row (RelmTimelineLayout *self,
                                                     guint row);
guint relm_timeline_layout_get_n_items (RelmTimelineLayout *self);
const RelmTimelineItem *relm_timeline_layout_get_item (RelmTimelineLayout *self,
                                                       guint item);
guint relm_timeline_layout_find (RelmTimelineLayout *self,
                                 RelmRecord *record);
guint relm_timeline_layout_find_row (RelmTimelineLayout *self,
                                     RelmRecord *record);
guint relm_timeline_layout_find_visible (RelmTimelineLayout *self,
                                         RelmRecord *record);
guint relm_timeline_layout_find_hiding (RelmTimelineLayout *self,
                                        RelmRecord *record);
void relm_timeline_layout_query (RelmTimelineLayout *self,
                                 guint row,
                                 RelmDate start,
                                 RelmDate finish,
                                 GArray *items);
guint relm_timeline_layout_get_n_links (RelmTimelineLayout *self);
const RelmTimelineLink *relm_timeline_layout_get_link (RelmTimelineLayout *self,
                                                       guint link);
guint relm_timeline_layout_find_link (RelmTimelineLayout *self,
                                      RelmRecord *dependency);
void relm_timeline_layout_query_links (RelmTimelineLayout *self,
                                       guint first_row,
                                       guint last_row,
                                       GArray *links);
GPtrArray *relm_timeline_layout_get_unscheduled (RelmTimelineLayout *self);
RelmSpan relm_timeline_layout_get_span (RelmTimelineLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmTimelineLayout, relm_timeline_layout_free)

G_END_DECLS
