/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Follows edits: only nodes are computed whose inputs, or whose neighbours' dates, have changed, in order of rank, and the
 * sweep ends where dates stay. The result is that of a full run.
 *
 * Where that comes to a large part of the plan, the rest is computed in passes over all of it.
 *
 * A full run it is where the cone would be the plan: when items come or move to another parent, when loops or links of
 * summaries change, and while an item is as late as possible. When the end of the project moves, what nothing else holds back does.
 */

#include "config.h"

#include "relm-schedule-private.h"

static void
note_changed (RelmSchedule *self,
              gint32 item)
{
  if (relm_marks_has (&self->item_marks, (guint) item))
    return;
  relm_marks_add (&self->item_marks, (guint) item);
  g_array_append_val (self->changed, item);
}

static void
forget_changed (RelmSchedule *self)
{
  relm_marks_empty (&self->item_marks);
  g_array_set_size (self->changed, 0);
}

static void
mark_before (RelmSchedule *self,
             gint32 node,
             RelmMarks *marks)
{
  const RelmGraph *graph = self->graph;

  for (guint i = graph->in_begin[node]; i < graph->in_begin[node + 1]; i++)
    relm_marks_add (marks, (guint) graph->in[i].node);
}

static void
mark_after (RelmSchedule *self,
            gint32 node,
            RelmMarks *marks)
{
  const RelmGraph *graph = self->graph;

  for (guint i = graph->out_begin[node]; i < graph->out_begin[node + 1]; i++)
    relm_marks_add (marks, (guint) graph->out[i].node);
}

static void
mark_float (RelmSchedule *self,
            gint32 node)
{
  relm_marks_add (&self->float_marks, (guint) node);
  mark_before (self, node, &self->float_marks);
}

/* Takes over what was decided for an item. Returns FALSE if only a full run will do. */
static gboolean
mark_item (RelmSchedule *self,
           gint32 item)
{
  gint32 node = self->graph->node_of_item[item];
  RelmNodeInput old;

  note_changed (self, item);
  if (node < 0)
    return TRUE;
  old = self->inputs[node];
  relm_schedule_load_node (self, node);
  if (relm_schedule_stands_late (&self->inputs[node]))
    return FALSE;
  if (old.calendar != self->inputs[node].calendar ||
      (old.flags ^ self->inputs[node].flags) & (RELM_ITEM_ELAPSED | RELM_NODE_STARTED | RELM_NODE_DONE))
    relm_graph_refresh (self->graph, self->network, item);
  relm_marks_add (&self->forward_marks, (guint) node);
  relm_marks_add (&self->backward_marks, (guint) node);
  mark_before (self, node, &self->backward_marks);
  mark_float (self, node);
  return TRUE;
}

static gboolean
mark_journal (RelmSchedule *self)
{
  for (guint i = 0; i < self->network->journal->len; i++)
    if (!mark_item (self, (gint32) g_array_index (self->network->journal, guint, i)))
      return FALSE;
  return TRUE;
}

static gboolean
has_moved (const RelmNodeDates *a,
           const RelmNodeDates *b)
{
  return a->es != b->es || a->ef != b->ef || a->wes != b->wes || a->wef != b->wef;
}

static gboolean
has_moved_late (const RelmNodeDates *a,
                const RelmNodeDates *b)
{
  return a->ls != b->ls || a->lf != b->lf || a->wls != b->wls || a->wlf != b->wlf;
}

/* Late dates and floats in one pass, and @early dates: less than to go from node to node through a large part of the plan. */
static void
sweep_whole (RelmSchedule *self,
             gboolean early,
             guint *n)
{
  const guint n_nodes = self->graph->n_nodes;
  g_autofree RelmNodeDates *old = g_memdup2 (self->dates, n_nodes * sizeof *old);
  g_autofree gint32 *floats = g_memdup2 (self->floats, n_nodes * sizeof *floats);

  if (early)
    relm_schedule_set_finish (self, relm_schedule_forward_whole (self));
  relm_schedule_backward_whole (self);
  for (guint i = 0; i < n_nodes; i++)
    if (self->graph->kinds[i] == RELM_NODE_ITEM &&
        (floats[i] != self->floats[i] || has_moved (&old[i], &self->dates[i]) || has_moved_late (&old[i], &self->dates[i])))
      note_changed (self, self->graph->item_of_node[i]);
  relm_marks_empty (&self->forward_marks);
  relm_marks_empty (&self->backward_marks);
  relm_marks_empty (&self->float_marks);
  *n += n_nodes;
}

/* Late dates ask for early ones where time elapses, between calendars, and where a part of the plan ends. */
static gboolean
is_entangled (RelmSchedule *self,
              gint32 node)
{
  const RelmGraph *graph = self->graph;
  gboolean plain = !(self->hot[node].flags & RELM_ITEM_ELAPSED) && self->inputs[node].deadline != RELM_DEADLINE_OWN_FINISH;

  for (guint i = graph->out_begin[node]; plain && i < graph->out_begin[node + 1]; i++)
    plain = graph->out[i].plain;
  return !plain;
}

static void
note_moved (RelmSchedule *self,
            gint32 node)
{
  mark_after (self, node, &self->forward_marks);
  mark_float (self, node);
  if (self->graph->kinds[node] != RELM_NODE_ITEM)
    return;
  note_changed (self, self->graph->item_of_node[node]);
  if (is_entangled (self, node))
    relm_marks_add (&self->backward_marks, (guint) node);
}

static RelmTime
find_finish (RelmSchedule *self)
{
  RelmTime finish = RELM_TIME_MIN;

  for (guint i = 0; i < self->graph->n_nodes; i++)
    finish = MAX (finish, self->dates[i].ef);
  return finish;
}

/* The end of the project is the late finish of what nothing else holds back: marks that, and what an earlier end would. */
static void
mark_last (RelmSchedule *self)
{
  for (guint i = 0; i < self->graph->n_nodes; i++)
    if (self->hot[i].flags & RELM_NODE_HUB ? self->dates[i].lf >= self->finish
                                           : self->dates[i].wlf >= self->calendars[self->hot[i].calendar].finish)
      relm_marks_add (&self->backward_marks, i);
}

/* @latest: the latest finish of what has moved, some of which was the end of the project, or is now */
static void
follow_finish (RelmSchedule *self,
               RelmTime latest)
{
  const RelmTime finish = latest >= self->finish ? latest : find_finish (self);

  if (finish == self->finish)
    return;
  if (finish < self->finish)
    relm_schedule_set_finish (self, finish);
  mark_last (self);
  relm_schedule_set_finish (self, finish);
}

static void
sweep_forward (RelmSchedule *self,
               guint *n)
{
  const guint enough = self->graph->n_nodes / 8;
  gboolean finish_moved = FALSE;
  RelmTime latest = RELM_TIME_MIN;

  for (gint32 node = relm_marks_pop_first (&self->forward_marks); node >= 0; node = relm_marks_pop_first (&self->forward_marks), (*n)++)
    {
      RelmNodeDates old = self->dates[node];

      relm_schedule_forward_node (self, node, FALSE);
      /* Another part may be the first now, even if the first start stays. */
      if (self->graph->kinds[node] == RELM_NODE_HUB_START)
        {
          mark_before (self, node, &self->backward_marks);
          mark_before (self, node, &self->float_marks);
        }
      if (!has_moved (&old, &self->dates[node]))
        continue;
      note_moved (self, node);
      finish_moved |= MAX (old.ef, self->dates[node].ef) >= self->finish;
      latest = MAX (latest, self->dates[node].ef);
      if (*n >= enough)
        {
          sweep_whole (self, TRUE, n);
          return;
        }
    }
  if (finish_moved)
    follow_finish (self, latest);
}

static void
sweep_backward (RelmSchedule *self,
                guint *n)
{
  const guint enough = *n + self->graph->n_nodes / 8;

  for (gint32 node = relm_marks_pop_last (&self->backward_marks); node >= 0; node = relm_marks_pop_last (&self->backward_marks), (*n)++)
    {
      RelmNodeDates old = self->dates[node];
      const RelmNodeDates *now = &self->dates[node];

      relm_schedule_backward_node (self, node);
      if (!has_moved_late (&old, now))
        continue;
      mark_before (self, node, &self->backward_marks);
      relm_marks_add (&self->float_marks, (guint) node);
      if (self->graph->kinds[node] == RELM_NODE_ITEM)
        note_changed (self, self->graph->item_of_node[node]);
      if (*n >= enough)
        {
          sweep_whole (self, FALSE, n);
          break;
        }
    }
}

/* A hub passes on to its parts what its links leave, so it comes before them. */
static void
sweep_floats (RelmSchedule *self)
{
  for (gint32 node = relm_marks_pop_last (&self->float_marks); node >= 0; node = relm_marks_pop_last (&self->float_marks))
    {
      gint32 old = self->floats[node];

      self->floats[node] = relm_schedule_free_float (self, node);
      if (old == self->floats[node])
        continue;
      if (self->graph->kinds[node] != RELM_NODE_ITEM)
        mark_before (self, node, &self->float_marks);
      else
        note_changed (self, self->graph->item_of_node[node]);
    }
}

/* Summaries come after their parts in the list, so that one way through it reaches all above a change. */
static void
sweep_summaries (RelmSchedule *self)
{
  const RelmGraph *graph = self->graph;

  if (graph->n_summaries == 0)
    return;
  for (guint i = 0; i < self->changed->len; i++)
    {
      gint32 item = g_array_index (self->changed, gint32, i);

      if (graph->parents[item] >= 0)
        note_changed (self, graph->parents[item]);
    }
  for (guint i = 0; i < graph->n_summaries; i++)
    if (relm_marks_has (&self->item_marks, (guint) graph->summaries[i]))
      relm_schedule_roll_up (self, graph->summaries[i]);
}

static gint32
find_old_node (const RelmGraph *old,
               const RelmGraph *graph,
               gint32 node,
               GHashTable *hubs)
{
  gint32 item = graph->item_of_node[node];

  if (graph->kinds[node] == RELM_NODE_ITEM)
    return old->node_of_item[item];
  return GPOINTER_TO_INT (g_hash_table_lookup (hubs, GINT_TO_POINTER (item * 4 + graph->kinds[node])));
}

static GHashTable *
list_hubs (const RelmGraph *graph)
{
  GHashTable *hubs = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < graph->n_nodes; i++)
    if (graph->kinds[i] != RELM_NODE_ITEM)
      g_hash_table_insert (hubs, GINT_TO_POINTER (graph->item_of_node[i] * 4 + graph->kinds[i]), GINT_TO_POINTER (i));
  return hubs;
}

/* Ranks the network anew and takes the dates along. Returns FALSE if only a full run will do. */
static gboolean
rank_anew (RelmSchedule *self)
{
  RelmGraph *old = self->graph, *graph = relm_graph_new (self->network);
  g_autofree RelmNodeInput *inputs = self->inputs;
  g_autofree RelmNodeHot *hot = self->hot;
  g_autofree RelmNodeDates *dates = self->dates;
  g_autofree gint32 *floats = self->floats;
  g_autoptr (GHashTable) hubs = list_hubs (old);
  gboolean possible = old->loops->len == 0 && graph->loops->len == 0 && old->n_nodes == graph->n_nodes;

  self->graph = graph;
  self->inputs = g_new (RelmNodeInput, graph->n_nodes);
  self->hot = g_new (RelmNodeHot, graph->n_nodes);
  self->dates = g_new (RelmNodeDates, graph->n_nodes);
  self->floats = g_new (gint32, graph->n_nodes);
  for (guint i = 0; possible && i < graph->n_nodes; i++)
    {
      gint32 from = find_old_node (old, graph, (gint32) i, hubs);

      self->inputs[i] = inputs[from];
      self->hot[i] = hot[from];
      self->dates[i] = dates[from];
      self->floats[i] = floats[from];
    }
  relm_graph_free (old);
  return possible;
}

static guint
run_instead (RelmSchedule *self)
{
  relm_schedule_run (self);
  for (guint i = 0; i < self->graph->n_items; i++)
    note_changed (self, (gint32) i);
  return self->graph->n_nodes;
}

static gboolean
can_follow (RelmSchedule *self)
{
  if (self->graph == NULL || self->n_late > 0 || self->network->changes & RELM_CHANGE_STRUCTURE)
    return FALSE;
  if (self->network->changes & RELM_CHANGE_LINKS && !relm_graph_follow_links (self->graph, self->network) && !rank_anew (self))
    return FALSE;
  if (self->network->changes & RELM_CHANGE_CALENDARS)
    {
      relm_schedule_load_calendars (self);
      relm_schedule_set_finish (self, self->finish);
    }
  return mark_journal (self);
}

/**
 * relm_schedule_update:
 *
 * Computes what the edits of the network since the last time have changed; see relm_schedule_get_changed (). Everything, the
 * first time.
 *
 * Returns: how many nodes were looked at
 */
guint
relm_schedule_update (RelmSchedule *schedule)
{
  guint n = 0;

  g_return_val_if_fail (schedule != NULL, 0);

  if (schedule->graph != NULL)
    forget_changed (schedule);
  if (!can_follow (schedule))
    return run_instead (schedule);
  sweep_forward (schedule, &n);
  sweep_backward (schedule, &n);
  sweep_floats (schedule);
  sweep_summaries (schedule);
  relm_network_forget_changes (schedule->network);
  return n;
}

/**
 * relm_schedule_get_changed:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the items whose dates or float the last update may have changed, in no order
 */
const gint32 *
relm_schedule_get_changed (RelmSchedule *schedule,
                           guint *n)
{
  g_return_val_if_fail (schedule != NULL && n != NULL, NULL);

  *n = schedule->changed->len;
  return (const gint32 *) (gconstpointer) schedule->changed->data;
}
