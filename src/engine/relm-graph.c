/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"


#include "relm-graph.h"
#include "relm-network-private.h"
#include "relm-outline.h"
#include "relm-ranking.h"

/* Edges between provisional nodes: items first, then hubs in the order in which links ask for them. */
typedef struct
{
  RelmGraph *graph;
  const RelmItem *items;
  RelmOutline *outline;
  GArray *edges;    /* RelmRawEdge */
  GArray *hubs;     /* gint32: the summary of each hub */
  GArray *hub_kind; /* guint8 */
  gint32 *hub_of[2];
} Builder;

/* An array of @n that are nothing yet; NULL for none. */
static gint32 *
new_without (guint n)
{
  gint32 *array = g_new (gint32, n);

  for (guint i = 0; i < n; i++)
    array[i] = -1;
  return array;
}

static void
add_edge (Builder *self,
          gint32 from,
          gint32 to,
          const RelmLink *link,
          gint32 index)
{
  RelmRawEdge edge = { .from = from, .to = to, .link = index, .type = RELM_EDGE_MEMBER };

  if (link != NULL)
    {
      edge.lag = link->lag;
      edge.type = link->type;
      edge.elapsed = link->elapsed;
    }
  g_array_append_val (self->edges, edge);
}

/* The hub of a summary, made when it is first asked for. */
static gint32
get_hub (Builder *self,
         gint32 summary,
         RelmNodeKind kind)
{
  gint32 *hub = &self->hub_of[kind == RELM_NODE_HUB_START][summary];
  guint8 byte = (guint8) kind;
  guint n;
  const gint32 *leaves;

  if (*hub >= 0)
    return *hub;
  *hub = (gint32) (self->graph->n_items + self->hubs->len);
  g_array_append_val (self->hubs, summary);
  g_array_append_val (self->hub_kind, byte);
  leaves = relm_outline_get_leaves (self->outline, summary, &n);
  for (guint i = 0; i < n; i++)
    add_edge (self, leaves[i], *hub, NULL, -1);
  return *hub;
}

static void
expand_link (Builder *self,
             const RelmLink *link,
             gint32 index)
{
  gint32 from = link->from;
  const gint32 *leaves;
  guint n;

  if (relm_outline_contains (self->outline, link->from, link->to) || relm_outline_contains (self->outline, link->to, link->from))
    {
      GArray *loop = g_array_new (FALSE, FALSE, sizeof (gint32));

      g_array_append_val (loop, link->from);
      if (link->to != link->from)
        g_array_append_val (loop, link->to);
      g_ptr_array_add (self->graph->loops, loop);
      return;
    }
  if (relm_outline_is_summary (self->outline, from))
    from = get_hub (self, from, link->type == RELM_LINK_FS || link->type == RELM_LINK_FF ? RELM_NODE_HUB_FINISH : RELM_NODE_HUB_START);
  leaves = relm_outline_get_leaves (self->outline, link->to, &n);
  for (guint i = 0; i < n; i++)
    add_edge (self, from, leaves[i], link, index);
}

static void
expand_links (Builder *self,
              RelmNetwork *network)
{
  guint n;
  const RelmLink *links = relm_network_get_links (network, &n);

  for (guint i = 0; i < n; i++)
    expand_link (self, &links[i], (gint32) i);
}

/* The items of a loop, in order and each once: a hub stands for its summary. */
static void
add_loop (Builder *self,
          const gint32 *nodes,
          guint n)
{
  GArray *loop = g_array_sized_new (FALSE, FALSE, sizeof (gint32), n);

  for (guint i = 0; i < n; i++)
    {
      gint32 item = nodes[i] < (gint32) self->graph->n_items ? nodes[i]
                                                             : g_array_index (self->hubs, gint32, nodes[i] - (gint32) self->graph->n_items);
      g_array_append_val (loop, item);
    }
  relm_outline_sort (loop);
  g_ptr_array_add (self->graph->loops, loop);
}

/* Gives each provisional node its rank. Summaries have none, since no edge touches them. */
static gint32 *
assign_ranks (Builder *self,
              const RelmRanking *ranking)
{
  RelmGraph *graph = self->graph;
  gint32 *rank_of = g_new (gint32, graph->n_items + self->hubs->len);
  gint32 rank = 0;

  graph->item_of_node = g_new (gint32, graph->n_nodes);
  graph->kinds = g_new (guint8, graph->n_nodes);
  graph->ways = g_new0 (guint8, graph->n_nodes);
  graph->node_of_item = new_without (graph->n_items);
  for (guint i = 0; i < ranking->n; i++)
    {
      gint32 node = ranking->order[i];
      gint32 hub = node - (gint32) graph->n_items;

      rank_of[node] = -1;
      if (hub < 0 && relm_outline_is_summary (self->outline, node))
        continue;
      rank_of[node] = rank;
      graph->item_of_node[rank] = hub < 0 ? node : g_array_index (self->hubs, gint32, hub);
      graph->kinds[rank] = hub < 0 ? RELM_NODE_ITEM : g_array_index (self->hub_kind, guint8, hub);
      if (hub < 0)
        graph->node_of_item[node] = rank;
      rank++;
    }
  g_assert ((guint) rank == graph->n_nodes);
  return rank_of;
}

static gboolean
is_kept (const RelmRanking *ranking,
         const RelmRawEdge *edge)
{
  return edge->type == RELM_EDGE_MEMBER || ranking->component[edge->from] != ranking->component[edge->to];
}

static guint *
sum_up (guint *counts,
        guint n)
{
  guint sum = 0;

  for (guint i = 0; i <= n; i++)
    {
      guint count = counts[i];

      counts[i] = sum;
      sum += count;
    }
  return counts;
}

static gboolean
is_ahead (const RelmItem *before,
          const RelmItem *after)
{
  return before->actual_start == RELM_TIME_NONE && after->actual_start == RELM_TIME_NONE;
}

static void
note_ways (RelmGraph *graph,
           const RelmEdge *edge,
           gint32 from,
           gint32 to)
{
  if (edge->plain)
    return;
  graph->ways[to] |= edge->elapsed ? RELM_WAY_SLOW_IN : RELM_WAY_TIME_IN;
  graph->ways[from] |= edge->crossing ? RELM_WAY_TIME_OUT : RELM_WAY_SLOW_OUT;
}

/* Tells of an edge what spares a pass to look at the items of its ends. */
void
relm_graph_classify (RelmGraph *graph,
                     const RelmItem *items,
                     RelmEdge *edge,
                     gint32 from,
                     gint32 to)
{
  const RelmItem *before = &items[graph->item_of_node[from]], *after = &items[graph->item_of_node[to]];
  const gboolean is_item = graph->kinds[from] == RELM_NODE_ITEM && graph->kinds[to] == RELM_NODE_ITEM;
  const gboolean holds = after->actual_finish == RELM_TIME_NONE && (edge->type != RELM_LINK_SS || is_ahead (before, after));
  const gboolean is_work = is_item && holds && !(before->flags & RELM_ITEM_ELAPSED);

  edge->same_calendar = is_item && before->calendar == after->calendar;
  edge->plain = is_work && edge->same_calendar && !edge->elapsed;
  edge->crossing = is_work && !edge->same_calendar && !edge->elapsed;
  edge->direct = (edge->plain || edge->crossing) && edge->type == RELM_LINK_FS && edge->lag == 0;
  note_ways (graph, edge, from, to);
}

static RelmEdge
make_edge (const RelmRawEdge *raw,
           gint32 node)
{
  return (RelmEdge) { .node = node, .lag = raw->lag, .type = raw->type, .elapsed = raw->elapsed != 0 };
}

/* Lays the edges out side by side, into and out of each rank, in the order in which they came. */
static void
lay_out_edges (Builder *self,
               const RelmRanking *ranking,
               const gint32 *rank_of)
{
  RelmGraph *graph = self->graph;
  const RelmRawEdge *edges = (const RelmRawEdge *) (gconstpointer) self->edges->data;
  g_autofree guint *in_next = NULL, *out_next = NULL;

  graph->in_begin = g_new0 (guint, graph->n_nodes + 1);
  graph->out_begin = g_new0 (guint, graph->n_nodes + 1);
  for (guint i = 0; i < self->edges->len; i++)
    if (is_kept (ranking, &edges[i]))
      {
        graph->in_begin[rank_of[edges[i].to]]++;
        graph->out_begin[rank_of[edges[i].from]]++;
        graph->n_edges++;
      }
  in_next = g_memdup2 (sum_up (graph->in_begin, graph->n_nodes), (graph->n_nodes + 1) * sizeof (guint));
  out_next = g_memdup2 (sum_up (graph->out_begin, graph->n_nodes), (graph->n_nodes + 1) * sizeof (guint));
  graph->in = g_new (RelmEdge, graph->n_edges);
  graph->out = g_new (RelmEdge, graph->n_edges);
  graph->in_links = g_new (gint32, graph->n_edges);
  for (guint i = 0; i < self->edges->len; i++)
    if (is_kept (ranking, &edges[i]))
      {
        gint32 from = rank_of[edges[i].from], to = rank_of[edges[i].to];
        RelmEdge *in = &graph->in[in_next[to]], *out = &graph->out[out_next[from]++];

        graph->in_links[in_next[to]++] = edges[i].link;
        *in = make_edge (&edges[i], from);
        *out = make_edge (&edges[i], to);
        relm_graph_classify (graph, self->items, in, from, to);
        relm_graph_classify (graph, self->items, out, from, to);
      }
}

static void
rank_nodes (Builder *self)
{
  RelmGraph *graph = self->graph;
  guint n = graph->n_items + self->hubs->len;
  g_autoptr (RelmRanking) ranking = relm_ranking_new (n, (const RelmRawEdge *) (gconstpointer) self->edges->data, self->edges->len);
  g_autofree gint32 *rank_of = NULL;

  for (guint i = 0; i < ranking->loops->len; i++)
    {
      const guint *loop = &g_array_index (ranking->loops, guint, i);

      add_loop (self, ranking->order + loop[0], relm_ranking_loop_size (ranking, loop[0]));
    }
  graph->n_nodes = n - graph->n_summaries;
  rank_of = assign_ranks (self, ranking);
  lay_out_edges (self, ranking, rank_of);
}

/* Parents, as far as they are no loop, and the lists of parts. */
static void
lay_out_parts (Builder *self)
{
  RelmGraph *graph = self->graph;

  graph->loops = relm_outline_steal_loops (self->outline);
  graph->parents = g_memdup2 (self->outline->parents, graph->n_items * sizeof (gint32));
  graph->child_begin = g_memdup2 (self->outline->child_begin, (graph->n_items + 1) * sizeof (guint));
  graph->children = g_memdup2 (self->outline->children, graph->child_begin[graph->n_items] * sizeof (gint32));
  graph->summaries = g_memdup2 (self->outline->summaries, self->outline->n_summaries * sizeof (gint32));
  graph->n_summaries = self->outline->n_summaries;
}

/**
 * relm_graph_new:
 * @network: a network
 *
 * Time and memory grow with items and links. Components by Tarjan, "Depth-first search and linear graph algorithms" (1972).
 *
 * Returns: (transfer full): the network in order; it keeps nothing of @network
 */
RelmGraph *
relm_graph_new (RelmNetwork *network)
{
  RelmGraph *graph = g_new0 (RelmGraph, 1);
  Builder self = { .graph = graph };

  self.items = relm_network_get_items (network, &graph->n_items);
  self.outline = relm_outline_new (self.items, graph->n_items);
  self.edges = g_array_sized_new (FALSE, FALSE, sizeof (RelmRawEdge), network->links->len);
  self.hubs = g_array_new (FALSE, FALSE, sizeof (gint32));
  self.hub_kind = g_array_new (FALSE, FALSE, sizeof (guint8));
  for (guint i = 0; i < 2; i++)
    self.hub_of[i] = new_without (graph->n_items);
  lay_out_parts (&self);
  expand_links (&self, network);
  rank_nodes (&self);

  for (guint i = 0; i < 2; i++)
    g_free (self.hub_of[i]);
  g_array_unref (self.edges);
  g_array_unref (self.hubs);
  g_array_unref (self.hub_kind);
  relm_outline_free (self.outline);
  return graph;
}

void
relm_graph_free (RelmGraph *graph)
{
  g_free (graph->node_of_item);
  g_free (graph->item_of_node);
  g_free (graph->kinds);
  g_free (graph->ways);
  g_free (graph->in_begin);
  g_free (graph->in);
  g_free (graph->in_links);
  g_free (graph->out_begin);
  g_free (graph->out);
  g_free (graph->parents);
  g_free (graph->child_begin);
  g_free (graph->children);
  g_free (graph->summaries);
  g_ptr_array_unref (graph->loops);
  g_free (graph);
}

static void
refresh_edges (RelmGraph *graph,
               const RelmItem *items,
               gint32 node,
               gboolean incoming)
{
  const guint *begin = incoming ? graph->in_begin : graph->out_begin;
  const guint *other_begin = incoming ? graph->out_begin : graph->in_begin;
  RelmEdge *edges = incoming ? graph->in : graph->out;
  RelmEdge *others = incoming ? graph->out : graph->in;

  for (guint i = begin[node]; i < begin[node + 1]; i++)
    {
      gint32 other = edges[i].node, from = incoming ? other : node, to = incoming ? node : other;

      relm_graph_classify (graph, items, &edges[i], from, to);
      for (guint j = other_begin[other]; j < other_begin[other + 1]; j++)
        if (others[j].node == node)
          relm_graph_classify (graph, items, &others[j], from, to);
    }
}

/**
 * relm_graph_refresh:
 * @item: an item that may have another calendar than before, or elapsed time, or have started or finished
 */
void
relm_graph_refresh (RelmGraph *graph,
                    RelmNetwork *network,
                    gint32 item)
{
  const RelmItem *items = relm_network_get_items (network, NULL);
  gint32 node = graph->node_of_item[item];

  if (node < 0)
    return;
  refresh_edges (graph, items, node, TRUE);
  refresh_edges (graph, items, node, FALSE);
}
