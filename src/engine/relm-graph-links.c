/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Lets a network in order follow a few edits of links between items, where the order holds: the edges are moved up in memory,
 * which is far less than to rank and to lay out anew.
 */

#include "config.h"

#include <string.h>

#include "relm-graph.h"
#include "relm-network-private.h"

/* One of the two lists of edges. */
typedef struct
{
  guint *begin;
  RelmEdge **edges;
  gint32 *links; /* NULL for edges out */
} Side;

static Side
get_side (RelmGraph *graph,
          gboolean incoming)
{
  if (incoming)
    return (Side) { graph->in_begin, &graph->in, graph->in_links };
  return (Side) { graph->out_begin, &graph->out, NULL };
}

static void
shift_begins (RelmGraph *graph,
              guint *begin,
              gint32 node,
              guint by)
{
  for (guint i = (guint) node + 1; i <= graph->n_nodes; i++)
    begin[i] += by;
}

static void
cut (RelmGraph *graph,
     gboolean incoming,
     gint32 node,
     guint at)
{
  const Side side = get_side (graph, incoming);
  const gsize after = graph->n_edges - at - 1;

  memmove (*side.edges + at, *side.edges + at + 1, after * sizeof (RelmEdge));
  if (side.links != NULL)
    memmove (side.links + at, side.links + at + 1, after * sizeof *side.links);
  shift_begins (graph, side.begin, node, (guint) -1);
}

/* Each list has room for one edge more. */
static void
put (RelmGraph *graph,
     gboolean incoming,
     gint32 node,
     const RelmEdge *edge,
     gint32 link)
{
  const Side side = get_side (graph, incoming);
  const guint at = side.begin[node + 1];
  const gsize after = graph->n_edges - at;

  memmove (*side.edges + at + 1, *side.edges + at, after * sizeof (RelmEdge));
  (*side.edges)[at] = *edge;
  if (side.links != NULL)
    {
      memmove (side.links + at + 1, side.links + at, after * sizeof *side.links);
      side.links[at] = link;
    }
  shift_begins (graph, side.begin, node, 1);
}

/* Of links that are alike, any may go: they are one to the schedule. */
static gboolean
remove_edge (RelmGraph *graph,
             const RelmLink *link,
             gint32 index)
{
  const gint32 from = graph->node_of_item[link->from], to = graph->node_of_item[link->to];
  guint in = graph->in_begin[to], out = graph->out_begin[from];

  while (in < graph->in_begin[to + 1] && graph->in_links[in] != index)
    in++;
  while (out < graph->out_begin[from + 1] &&
         !(graph->out[out].node == to && graph->out[out].type == link->type && graph->out[out].lag == link->lag &&
           graph->out[out].elapsed == (link->elapsed != 0)))
    out++;
  if (in == graph->in_begin[to + 1] || out == graph->out_begin[from + 1])
    return FALSE;
  cut (graph, TRUE, to, in);
  cut (graph, FALSE, from, out);
  graph->n_edges--;
  return TRUE;
}

static gboolean
add_edge (RelmGraph *graph,
          const RelmItem *items,
          const RelmLink *link,
          gint32 index)
{
  const gint32 from = graph->node_of_item[link->from], to = graph->node_of_item[link->to];
  RelmEdge in = { .node = from, .lag = link->lag, .type = link->type, .elapsed = link->elapsed != 0 }, out = in;

  if (from >= to)
    return FALSE;
  out.node = to;
  relm_graph_classify (graph, items, &in, from, to);
  relm_graph_classify (graph, items, &out, from, to);
  graph->in = g_renew (RelmEdge, graph->in, graph->n_edges + 1);
  graph->out = g_renew (RelmEdge, graph->out, graph->n_edges + 1);
  graph->in_links = g_renew (gint32, graph->in_links, graph->n_edges + 1);
  put (graph, TRUE, to, &in, index);
  put (graph, FALSE, from, &out, index);
  graph->n_edges++;
  return TRUE;
}

static void
rename_link (RelmGraph *graph,
             gint32 from,
             gint32 to)
{
  for (guint i = 0; i < graph->n_edges; i++)
    if (graph->in_links[i] == from)
      graph->in_links[i] = to;
}

static gboolean
is_between_items (const RelmGraph *graph,
                  const RelmLink *link)
{
  return link->from < 0 || (graph->node_of_item[link->from] >= 0 && graph->node_of_item[link->to] >= 0);
}

/**
 * relm_graph_follow_links:
 * @network: what the graph was made of, edited since, but in nothing else than links and what items say of themselves
 *
 * Takes over edits of links, unless one turns the order round, or there are loops, or there are many.
 *
 * Returns: whether it could be done; else a new graph has to be made
 */
gboolean
relm_graph_follow_links (RelmGraph *graph,
                         RelmNetwork *network)
{
  const RelmItem *items = relm_network_get_items (network, NULL);

  if (graph->loops->len > 0 || network->n_link_edits > network->link_edits->len)
    return FALSE;
  for (guint i = 0; i < network->link_edits->len; i++)
    {
      const RelmLinkEdit *edit = &g_array_index (network->link_edits, RelmLinkEdit, i);

      if (!is_between_items (graph, &edit->old) || !is_between_items (graph, &edit->now))
        return FALSE;
      if (edit->old.from >= 0 && !remove_edge (graph, &edit->old, edit->index))
        return FALSE;
      if (edit->moved >= 0)
        rename_link (graph, edit->moved, edit->index);
      if (edit->now.from >= 0 && !add_edge (graph, items, &edit->now, edit->index))
        return FALSE;
    }
  return TRUE;
}
