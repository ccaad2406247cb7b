/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first step of a layout: what there is to show, when it is, in which lane and below what. */

#define G_LOG_DOMAIN "relm-timeline"

#include "config.h"

#include "relm-baseline-item.h"
#include "relm-plan-baseline.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-timeline-layout-private.h"
#include "relm-work-item.h"

static RelmTimelineShape
get_shape (RelmRecord *record)
{
  if (RELM_IS_RELEASE (record))
    return RELM_TIMELINE_RELEASE;
  if (relm_plan_is_point (record))
    return RELM_TIMELINE_MILESTONE;
  return RELM_IS_WORK_ITEM (record) ? RELM_TIMELINE_WORK : RELM_TIMELINE_PERIOD;
}

/* Private. Returns: what nodes are sorted by, those of one rank in the order of the file */
guint64
_relm_timeline_layout_rank (guint lane,
                            RelmTimelineShape shape,
                            RelmSpan span)
{
  return (guint64) lane << 32 | (guint64) span.start << 4 | (guint64) shape; /* a date has 22 bits */
}

int
_relm_timeline_layout_compare_slots (gconstpointer a,
                                     gconstpointer b)
{
  const RelmTimelineSlot *first = a;
  const RelmTimelineSlot *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  return (first->node > second->node) - (first->node < second->node);
}

static guint
add_node (RelmTimelineLayout *self,
          RelmRecord *record,
          const char *key,
          guint lane)
{
  const RelmTimelineNode node = {
    .record = record != NULL ? g_object_ref (record) : NULL,
    .key = key,
    .lane = lane,
    .parent = RELM_TIMELINE_NONE,
    .first_child = RELM_TIMELINE_NONE,
    .last_child = RELM_TIMELINE_NONE,
    .next = RELM_TIMELINE_NONE,
    .row = RELM_TIMELINE_NONE,
    .item = RELM_TIMELINE_NONE,
  };

  g_array_append_val (self->nodes, node);
  if (record != NULL)
    g_hash_table_insert (self->node_of, record, GUINT_TO_POINTER (self->nodes->len));
  return self->nodes->len - 1;
}

static void
add_entry (RelmTimelineLayout *self,
           RelmRecord *record,
           guint lane)
{
  const guint index = add_node (self, record, relm_record_get_id (record), lane);
  RelmTimelineNode *node = _relm_timeline_layout_get_node (self, index);
  RelmTimelineSlot slot = { .node = index };

  node->span = relm_plan_get_own_span (record);
  node->shape = get_shape (record);
  slot.rank = _relm_timeline_layout_rank (lane, node->shape, node->span);
  g_array_append_val (self->slots, slot);
  _relm_timeline_layout_get_lane (self, lane)->n_entries++;
}

static void
add_list (RelmTimelineLayout *self,
          RelmRecordList *list)
{
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *record = relm_record_list_get (list, i);
      guint lane;

      if (!relm_plan_is_schedulable (record))
        return;
      lane = relm_timeline_lanes_find (&self->lanes, record);
      if (lane == RELM_TIMELINE_NONE)
        continue;
      if (relm_plan_is_scheduled (record))
        add_entry (self, record, lane);
      else if (!relm_plan_is_done (record))
        g_ptr_array_add (self->unscheduled, g_object_ref (record));
    }
}

/* What a work item is shown below: its phase, else the work item that it is part of. */
static guint
find_parent (RelmTimelineLayout *self,
             guint index)
{
  static const guint fields[] = { RELM_WORK_ITEM_PHASE, RELM_WORK_ITEM_PARENT };
  const RelmTimelineNode *node = _relm_timeline_layout_get_node (self, index);

  if (!RELM_IS_WORK_ITEM (node->record))
    return RELM_TIMELINE_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      RelmRecord *above = relm_project_resolve (self->project, node->record, fields[i]);
      const guint found = above != NULL ? _relm_timeline_layout_find_node (self, above) : RELM_TIMELINE_NONE;

      if (found != RELM_TIMELINE_NONE && found >= self->lanes.lanes->len && found != index &&
          _relm_timeline_layout_get_node (self, found)->lane == node->lane)
        return found;
    }
  return RELM_TIMELINE_NONE;
}

static void
link_children (RelmTimelineLayout *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      const guint index = _relm_timeline_layout_get_slot (self, i)->node;
      RelmTimelineNode *node = _relm_timeline_layout_get_node (self, index);
      RelmTimelineNode *parent;

      node->parent = find_parent (self, index);
      if (node->parent == RELM_TIMELINE_NONE)
        continue;
      parent = _relm_timeline_layout_get_node (self, node->parent);
      if (parent->last_child == RELM_TIMELINE_NONE)
        parent->first_child = index;
      else
        _relm_timeline_layout_get_node (self, parent->last_child)->next = index;
      parent->last_child = index;
    }
}

/* The bar of a lane: a release and a phase have their own, anything else has that of what is in it. */
void
_relm_timeline_layout_measure_lane (RelmTimelineLayout *self,
                                    guint lane)
{
  const RelmTimelineLane *it = _relm_timeline_layout_get_lane (self, lane);
  RelmTimelineNode *node = _relm_timeline_layout_get_node (self, lane);

  node->shape = RELM_TIMELINE_SUMMARY;
  node->span = (RelmSpan) { 0 };
  if (node->record == NULL)
    return;
  node->span = it->span;
  if (RELM_IS_RELEASE (node->record))
    {
      node->span = relm_plan_get_span_of_parts (node->record, it->span);
      node->shape = RELM_TIMELINE_RELEASE;
    }
  else if (relm_plan_is_scheduled (node->record))
    {
      node->span = relm_plan_get_own_span (node->record);
      node->shape = RELM_TIMELINE_PERIOD;
    }
}

static void
measure_lanes (RelmTimelineLayout *self)
{
  guint first = 0;

  for (guint i = 0; i < self->lanes.lanes->len; i++)
    {
      RelmTimelineLane *lane = _relm_timeline_layout_get_lane (self, i);

      lane->first_entry = first;
      first += lane->n_entries;
      for (guint j = lane->first_entry; j < first; j++)
        lane->span = relm_span_union (lane->span, _relm_timeline_layout_get_node (self, _relm_timeline_layout_get_slot (self, j)->node)->span);
      _relm_timeline_layout_measure_lane (self, i);
      if (!relm_span_is_set (_relm_timeline_layout_get_node (self, i)->span) && lane->record != NULL &&
          relm_plan_is_schedulable (lane->record))
        g_ptr_array_add (self->unscheduled, g_object_ref (lane->record));
    }
}

/* From the first date to the last. */
void
_relm_timeline_layout_measure (RelmTimelineLayout *self)
{
  self->span = self->rest;
  for (guint i = 0; i < self->lanes.lanes->len; i++)
    self->span = relm_span_union (relm_span_union (self->span, _relm_timeline_layout_get_lane (self, i)->span),
                                  _relm_timeline_layout_get_node (self, i)->span);
}

/* Whether what a baseline says of a record is all that is left of it. */
static gboolean
is_gone (RelmTimelineLayout *self,
         RelmRecord *item,
         RelmSpan *was)
{
  RelmRecord *record = relm_project_lookup (self->project, relm_record_get_string (item, RELM_BASELINE_ITEM_RECORD));
  RelmRecord *only = self->lanes.view->release;

  if (record != NULL && relm_plan_is_scheduled (record))
    return FALSE;
  /* Which release it was in, nobody knows when it was deleted. */
  if (only != NULL && (record == NULL || relm_plan_get_release (self->project, record) != only))
    return FALSE;
  *was = relm_plan_baseline_get_span (item);
  return relm_span_is_set (*was);
}

static int
compare_gone (gconstpointer a,
              gconstpointer b)
{
  RelmRecord *first = *(RelmRecord *const *) a;
  RelmRecord *second = *(RelmRecord *const *) b;
  const RelmDate first_start = relm_plan_baseline_get_span (first).start;
  const RelmDate second_start = relm_plan_baseline_get_span (second).start;

  if (first_start != second_start)
    return first_start < second_start ? -1 : 1;
  return g_strcmp0 (relm_record_get_id (first), relm_record_get_id (second));
}

/* What was in the baseline and is not in the plan any more: the last nodes, in no lane. */
static void
add_gone (RelmTimelineLayout *self)
{
  g_autoptr (GHashTable) index = relm_plan_baseline_index (self->project, self->lanes.view->baseline);
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer item;
  RelmSpan was;

  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (is_gone (self, item, &was))
      g_ptr_array_add (gone, item);
  g_ptr_array_sort (gone, compare_gone);
  for (guint i = 0; i < gone->len; i++)
    {
      const guint node = add_node (self, gone->pdata[i], relm_record_get_id (gone->pdata[i]), RELM_TIMELINE_NONE);

      _relm_timeline_layout_get_node (self, node)->span = relm_plan_baseline_get_span (gone->pdata[i]);
      _relm_timeline_layout_get_node (self, node)->shape = RELM_TIMELINE_GONE;
    }
}

/* Private: reads what is shown of the project, and lists what has no dates. */
void
_relm_timeline_layout_read_nodes (RelmTimelineLayout *self)
{
  for (guint i = 0; i < self->lanes.lanes->len; i++)
    add_node (self, _relm_timeline_layout_get_lane (self, i)->record, _relm_timeline_layout_get_lane (self, i)->key, i);
  for (guint i = 0; i < relm_project_get_n_lists (self->project); i++)
    add_list (self, relm_project_get_list_at (self->project, i));
  g_array_sort (self->slots, _relm_timeline_layout_compare_slots);
  link_children (self);
  measure_lanes (self);
  if (self->lanes.view->baseline != NULL)
    add_gone (self);
}
