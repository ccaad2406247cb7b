/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the files of the layout share. It is made in three steps, each from the one before: relm-timeline-nodes.c reads each record
 * that is shown into a node, relm-timeline-rows.c writes rows and items from the nodes, relm-timeline-places.c links them.
 * relm-timeline-update.c takes those steps again for what an edit of dates has touched; relm-timeline-layout.c finds things.
 */

#pragma once

#include "relm-interval-index.h"
#include "relm-timeline-lanes.h"
#include "relm-timeline-layout.h"

G_BEGIN_DECLS

/* What is known of a record that is shown, folded away or not. The first nodes are those of the lanes. */
typedef struct
{
  RelmRecord *record; /* (nullable): held; NULL for a lane without one */
  const char *key;
  RelmSpan span; /* unset for a lane without a bar */
  RelmTimelineShape shape;
  guint lane;
  guint parent, first_child, last_child, next; /* nodes, or RELM_TIMELINE_NONE */
  guint row;       /* its own, or that of what it is folded away in; RELM_TIMELINE_NONE when there is neither */
  guint item;      /* RELM_TIMELINE_NONE when it is not drawn */
  guint placed;    /* when it was placed last: a number of _RelmTimelineLayout.n_writes */
  gboolean hidden; /* it is folded away in @row, and not drawn there */
  gboolean linked; /* a link leaves or reaches its finish */
} RelmTimelineNode;

/* A node among others in the order in which they are shown: by lane, start, shape and file. */
typedef struct
{
  guint64 rank;
  guint node;
  gboolean moved; /* while they are sorted anew */
} RelmTimelineSlot;

struct _RelmTimelineLayout
{
  RelmProject *project; /* unowned: while it is made or updated */
  RelmTimelineLanes lanes;
  GArray *nodes; /* of RelmTimelineNode */
  GArray *slots; /* of RelmTimelineSlot: sorted, without the lanes and what is gone */
  GHashTable *node_of; /* RelmRecord to the index of its node + 1 */
  GPtrArray *unscheduled;
  RelmSpan rest; /* of what is gone */

  GArray *rows;
  GArray *items;
  guint n_writes;
  gboolean is_circular; /* some are parts of each other, or too deep, and were placed where the lane ends */

  GArray *links;
  GHashTable *link_of; /* RelmRecord, held, to the index of its link + 1 */
  guint *arrival_of; /* where the links to each end begin in @arrivals; an end is 2 * node, + 1 for its finish */
  guint *arrivals;
  guint *departure_of; /* where the links from each node begin in @departures */
  guint *departures;
  RelmIntervalIndex *link_index; /* by rows */
  RelmSpan span;
};

/* Writes rows over those that are there, or at their end. */
typedef struct
{
  RelmTimelineLayout *layout;
  guint row; /* the next one */
  guint item;
} RelmTimelineWriter;

static inline RelmTimelineNode *
_relm_timeline_layout_get_node (RelmTimelineLayout *self,
                                guint node)
{
  return &g_array_index (self->nodes, RelmTimelineNode, node);
}

static inline RelmTimelineLane *
_relm_timeline_layout_get_lane (RelmTimelineLayout *self,
                                guint lane)
{
  return &g_array_index (self->lanes.lanes, RelmTimelineLane, lane);
}

static inline RelmTimelineSlot *
_relm_timeline_layout_get_slot (RelmTimelineLayout *self,
                                guint slot)
{
  return &g_array_index (self->slots, RelmTimelineSlot, slot);
}

guint _relm_timeline_layout_find_node (RelmTimelineLayout *self,
                                       RelmRecord *record);

/* relm-timeline-nodes.c */
void _relm_timeline_layout_read_nodes (RelmTimelineLayout *self);
guint64 _relm_timeline_layout_rank (guint lane,
                                    RelmTimelineShape shape,
                                    RelmSpan span);
int _relm_timeline_layout_compare_slots (gconstpointer a,
                                         gconstpointer b);
void _relm_timeline_layout_measure_lane (RelmTimelineLayout *self,
                                         guint lane);
void _relm_timeline_layout_measure (RelmTimelineLayout *self);

/* relm-timeline-rows.c */
void _relm_timeline_layout_write (RelmTimelineLayout *self);
void _relm_timeline_layout_write_header (RelmTimelineWriter *writer,
                                         guint lane);
void _relm_timeline_layout_write_slots (RelmTimelineWriter *writer,
                                        guint first,
                                        guint end);
gboolean _relm_timeline_layout_is_collapsed (RelmTimelineLayout *self,
                                             const RelmTimelineRow *row);

/* relm-timeline-places.c */
void _relm_timeline_layout_add_links (RelmTimelineLayout *self);
void _relm_timeline_layout_get_ends (RelmRecord *dependency,
                                     gboolean *from_finish,
                                     gboolean *to_finish);
void _relm_timeline_layout_follow_rows (RelmTimelineLayout *self);
void _relm_timeline_layout_place_around (RelmTimelineLayout *self,
                                         GArray *nodes);

G_END_DECLS
