/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * An order of nodes in which each comes after those that it depends on, found together with the loops that make it impossible.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint32 from;
  gint32 to;
  gint32 lag;
  gint32 link;
  guint8 type;
  guint8 elapsed;
} RelmRawEdge;

typedef struct
{
  guint n;
  gint32 *order;     /* nodes; those of a loop are neighbours, sorted */
  gint32 *component; /* per node: equal for nodes that depend on one another */
  GArray *loops;     /* guint: where in the order each loop begins */
} RelmRanking;

RelmRanking *relm_ranking_new (guint n,
                               const RelmRawEdge *edges,
                               guint n_edges);
void relm_ranking_free (RelmRanking *ranking);
guint relm_ranking_loop_size (const RelmRanking *ranking,
                              guint begin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmRanking, relm_ranking_free)

G_END_DECLS
