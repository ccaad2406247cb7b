/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "relm-ranking.h"

/* Depth first, towards what a node depends on, without recursion: a chain may be as long as the plan. */
typedef struct
{
  RelmRanking *ranking;
  guint *begin; /* of the nodes before each node */
  gint32 *before;
  guint *next;
  gint32 *number; /* when a node was found; 0: not yet */
  gint32 *lowest;
  gint32 *open; /* found, in no component yet */
  guint n_open;
  gint32 *path;
  guint n_path;
  gint32 n_found;
  guint n_ordered;
  gint32 n_components;
} Search;

static void
list_before (Search *self,
             const RelmRawEdge *edges,
             guint n_edges)
{
  guint n = self->ranking->n, sum = 0;

  self->begin = g_new0 (guint, n + 1);
  self->next = g_new (guint, n + 1);
  self->before = g_new (gint32, n_edges);
  for (guint i = 0; i < n_edges; i++)
    self->begin[edges[i].to]++;
  for (guint i = 0; i <= n; i++)
    {
      guint count = self->begin[i];

      self->begin[i] = self->next[i] = sum;
      sum += count;
    }
  for (guint i = 0; i < n_edges; i++)
    self->before[self->next[edges[i].to]++] = edges[i].from;
}

static void
find (Search *self,
      gint32 node)
{
  self->number[node] = self->lowest[node] = ++self->n_found;
  self->next[node] = self->begin[node];
  self->open[self->n_open++] = node;
  self->path[self->n_path++] = node;
}

static int
compare_nodes (gconstpointer a,
               gconstpointer b)
{
  gint32 x = *(const gint32 *) a, y = *(const gint32 *) b;

  return (x > y) - (x < y);
}

/* Everything that was opened since @node depends on it, and it on everything. */
static void
close_component (Search *self,
                 gint32 node)
{
  RelmRanking *ranking = self->ranking;
  guint begin = self->n_ordered;
  gint32 last;

  do
    {
      last = self->open[--self->n_open];
      ranking->component[last] = self->n_components;
      ranking->order[self->n_ordered++] = last;
    }
  while (last != node);
  self->n_components++;
  if (self->n_ordered - begin < 2)
    return;
  qsort (ranking->order + begin, self->n_ordered - begin, sizeof (gint32), compare_nodes);
  g_array_append_val (ranking->loops, begin);
}

static void
search_from (Search *self,
             gint32 root)
{
  find (self, root);
  while (self->n_path > 0)
    {
      gint32 node = self->path[self->n_path - 1];
      gint32 before;

      if (self->next[node] == self->begin[node + 1])
        {
          self->n_path--;
          if (self->n_path > 0)
            {
              gint32 *lowest = &self->lowest[self->path[self->n_path - 1]];

              *lowest = MIN (*lowest, self->lowest[node]);
            }
          if (self->lowest[node] == self->number[node])
            close_component (self, node);
          continue;
        }
      before = self->before[self->next[node]++];
      if (self->number[before] == 0)
        find (self, before);
      else if (self->ranking->component[before] < 0)
        self->lowest[node] = MIN (self->lowest[node], self->number[before]);
    }
}

/**
 * relm_ranking_new:
 * @n: how many nodes; within a loop they are sorted by their numbers
 * @edges: (array length=n_edges): what comes before what
 *
 * Where the numbers of the nodes are such an order already, they stay as they are.
 *
 * Returns: (transfer full): the order and the loops
 */
RelmRanking *
relm_ranking_new (guint n,
                  const RelmRawEdge *edges,
                  guint n_edges)
{
  RelmRanking *ranking = g_new0 (RelmRanking, 1);
  Search self = { .ranking = ranking };

  ranking->n = n;
  ranking->order = g_new (gint32, n);
  ranking->component = g_new (gint32, n);
  ranking->loops = g_array_new (FALSE, FALSE, sizeof (guint));
  list_before (&self, edges, n_edges);
  self.number = g_new0 (gint32, n);
  self.lowest = g_new (gint32, n);
  self.open = g_new (gint32, n);
  self.path = g_new (gint32, n);
  for (guint i = 0; i < n; i++)
    ranking->component[i] = -1;
  for (guint i = 0; i < n; i++)
    if (self.number[i] == 0)
      search_from (&self, (gint32) i);

  g_free (self.begin);
  g_free (self.before);
  g_free (self.next);
  g_free (self.number);
  g_free (self.lowest);
  g_free (self.open);
  g_free (self.path);
  return ranking;
}

void
relm_ranking_free (RelmRanking *ranking)
{
  g_free (ranking->order);
  g_free (ranking->component);
  g_array_unref (ranking->loops);
  g_free (ranking);
}

/* How many nodes the loop has that begins there. */
guint
relm_ranking_loop_size (const RelmRanking *ranking,
                        guint begin)
{
  gint32 component = ranking->component[ranking->order[begin]];
  guint end = begin;

  while (end < ranking->n && ranking->component[ranking->order[end]] == component)
    end++;
  return end - begin;
}
