/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is on the timeline and in which row: a header row per release with its bar, below it its phases with their work
 * items, its milestones and its other work items; last what belongs to no release. A release that is collapsed keeps its
 * milestones on its header row. What has no dates is listed apart. Rows and dates only: pixels are the widget's. Made anew
 * when the project changes; a snapshot that holds its records. No GTK, main thread.
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
} RelmTimelineShape;

/* Something with dates, drawn in a row. */
typedef struct
{
  RelmRecord *record;
  RelmTimelineShape shape;
  guint row;
  RelmSpan span; /* set */
  gboolean linked; /* a link leaves or reaches its finish */
} RelmTimelineItem;

typedef struct
{
  RelmRecord *record; /* (nullable): NULL for the header of what belongs to no release */
  guint depth;        /* 0 for a header */
  guint header;       /* the row of its header; its own for a header */
  gboolean collapsed; /* of a header: its rows are not there */
  gboolean has_rows;  /* of a header: there is something to collapse */
  guint first_item;   /* of the row's items in the layout's, sorted by start */
  guint n_items;
} RelmTimelineRow;

/* A schedule dependency between two items; one that is hidden is stood for by its release's. */
typedef struct
{
  RelmRecord *record; /* the schedule dependency */
  guint from;         /* items */
  guint to;
  gboolean from_finish; /* leaves from the end, not from the start */
  gboolean to_finish;
} RelmTimelineLink;

typedef struct _RelmTimelineLayout RelmTimelineLayout;

RelmTimelineLayout *relm_timeline_layout_new (RelmProject *project,
                                              RelmRecord *release,
                                              GHashTable *toggled);
void relm_timeline_layout_free (RelmTimelineLayout *self);

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
                                         RelmProject *project,
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
