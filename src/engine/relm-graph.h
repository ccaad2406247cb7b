/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A network put in order: nodes ranked so that whatever an item depends on comes before it, with the edges into and out of
 * each node side by side.
 *
 * A node is an item without parts, or a hub: the finish of all parts of a summary, or the start of the first of them, for the
 * links that leave a summary. A hub makes a link between summaries of n and m items cost n + m edges instead of n times m.
 * Edges of loops are left out; each loop is named by its members.
 */

#pragma once

#include "relm-network.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_NODE_ITEM,
  RELM_NODE_HUB_FINISH,
  RELM_NODE_HUB_START,
} RelmNodeKind;

/* What the edges of a node ask for. Edges that are no longer there leave it as it is: that costs time, and no dates. */
typedef enum
{
  RELM_WAY_TIME_IN = 1 << 0,  /* some edge into it tells more than work */
  RELM_WAY_SLOW_IN = 1 << 1,  /* some edge into it has a lag that elapses */
  RELM_WAY_TIME_OUT = 1 << 2, /* some edge out of it crosses calendars */
  RELM_WAY_SLOW_OUT = 1 << 3, /* some edge out of it is neither plain nor crossing */
} RelmNodeWays;

/* The types of links are made of two bits, so that an end is picked without asking for each type. */
#define RELM_EDGE_FROM_START 1
#define RELM_EDGE_TO_FINISH 2

/* Besides the types of links: from a part to the hub of its summary. */
#define RELM_EDGE_MEMBER 4

G_STATIC_ASSERT (RELM_LINK_FS == 0 && RELM_LINK_SS == RELM_EDGE_FROM_START && RELM_LINK_FF == RELM_EDGE_TO_FINISH &&
                 RELM_LINK_SF == (RELM_EDGE_FROM_START | RELM_EDGE_TO_FINISH));

typedef struct
{
  gint32 node; /* the rank of the other node */
  gint32 lag;
  guint type : 8;
  guint elapsed : 1;
  guint same_calendar : 1; /* both ends have the same, so that work need not be turned into time and back */
  guint plain : 1;         /* that, no elapsed time, no hub, nothing that has come to pass: work, a lag and a duration are added */
  guint crossing : 1;      /* the same between calendars */
  guint direct : 1;        /* plain or crossing, from finish to start without a lag: it hands a time on */
} RelmEdge;

typedef struct
{
  guint n_items;
  guint n_nodes;
  gint32 *node_of_item; /* the rank of the item's node; -1 for a summary */
  gint32 *item_of_node; /* the item, or the summary of a hub */
  guint8 *kinds;        /* RelmNodeKind, per rank */
  guint8 *ways;         /* RelmNodeWays, per rank */

  guint n_edges;
  guint *in_begin; /* n_nodes + 1 */
  RelmEdge *in;
  gint32 *in_links; /* the link that an edge stands for; -1 for one from a part to its hub */
  guint *out_begin;
  RelmEdge *out;

  gint32 *parents;    /* per item; -1 where a loop was cut */
  guint *child_begin; /* n_items + 1 */
  gint32 *children;
  guint n_summaries;
  gint32 *summaries; /* parts before what they are parts of */

  GPtrArray *loops; /* GArray of gint32: items that wait for one another, each loop in order of the items */
} RelmGraph;

RelmGraph *relm_graph_new (RelmNetwork *network);
void relm_graph_free (RelmGraph *graph);
void relm_graph_classify (RelmGraph *graph,
                          const RelmItem *items,
                          RelmEdge *edge,
                          gint32 from,
                          gint32 to);
gboolean relm_graph_follow_links (RelmGraph *graph,
                                  RelmNetwork *network);
void relm_graph_refresh (RelmGraph *graph,
                         RelmNetwork *network,
                         gint32 item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmGraph, relm_graph_free)

G_END_DECLS
