/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Takes what was removed out of the network of a plan, and what became part of something else to its new place, where that is less
 * than making the network anew: unless something else leaves the plan, or comes into it, because of that.
 */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-plan-kind.h"
#include "relm-plan-network-private.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-schedule-dependency.h"

#define MAX_PARTS 16

static gint32
get_parent (RelmPlanNetwork *self,
            guint item)
{
  return g_array_index (self->parents, gint32, item);
}

static gboolean
has_parts (RelmPlanNetwork *self,
           gint32 item)
{
  for (guint i = 0; i < self->parents->len; i++)
    if (get_parent (self, i) == item)
      return TRUE;
  return FALSE;
}

/* Whether it takes part by its own dates, or because something is linked to it or part of it. */
static gboolean
is_needed (RelmPlanNetwork *self,
           RelmRecord *record)
{
  g_autoptr (GArray) references = NULL;

  if (relm_plan_is_scheduled (record))
    return TRUE;
  references = relm_project_find_references (self->project, relm_record_get_id (record));
  for (guint i = 0; i < references->len; i++)
    {
      const RelmReference *reference = &g_array_index (references, RelmReference, i);

      if (RELM_IS_SCHEDULE_DEPENDENCY (reference->record) ||
          (int) reference->field == relm_plan_kind_get (reference->record)->parent)
        return TRUE;
    }
  return FALSE;
}

/* What has parts is another to the engine, and to its release, than what has none. */
static void
settle_summary (RelmPlanNetwork *self,
                guint item,
                gboolean has)
{
  guint8 *marks = &g_array_index (self->marks, guint8, item);

  if (((*marks & MARK_SUMMARY) != 0) == has)
    return;
  *marks ^= MARK_SUMMARY;
  _relm_plan_network_refresh_item (self, item);
  _relm_plan_network_settle_item (self, item);
}

/* Makes an item part of another, or of none for -1. Returns FALSE when what it was part of leaves the plan. */
gboolean
_relm_plan_network_set_parent (RelmPlanNetwork *self,
                               guint index,
                               gint32 parent)
{
  const gint32 old = get_parent (self, index);

  if (old == parent)
    return TRUE;
  g_array_index (self->parents, gint32, index) = parent;
  _relm_plan_network_refresh_item (self, index);
  if (parent >= 0)
    settle_summary (self, (guint) parent, TRUE);
  if (old >= 0 && !has_parts (self, old))
    settle_summary (self, (guint) old, FALSE);
  _relm_plan_network_settle_followers (self, (gint32) index);
  return old < 0 || is_needed (self, relm_plan_network_get_record (self, (guint) old));
}

/* A record became part of another. Returns FALSE when a new network has to be made. */
gboolean
_relm_plan_network_refresh_parent (RelmPlanNetwork *self,
                                   guint index)
{
  RelmRecord *record = relm_plan_network_get_record (self, index);
  const guint field = (guint) relm_plan_kind_get (record)->parent;
  RelmRecord *parent = relm_project_resolve (self->project, record, field);
  const int item = parent != NULL ? relm_plan_network_find (self, parent) : -1;

  if (parent != NULL && item < 0 && _relm_plan_network_may_take_part (parent))
    return FALSE;
  if (!_relm_plan_network_set_parent (self, index, item == (int) index ? -1 : item))
    return FALSE;
  return _relm_plan_network_settle_belongs (self, record, field) && _relm_plan_network_settle_parts (self);
}

static gboolean
cut_links (RelmPlanNetwork *self,
           gint32 item)
{
  for (guint i = self->links->len; i-- > 0;)
    {
      const RelmLink *link = &g_array_index (self->links, RelmLink, i);

      if ((link->from == item || link->to == item) && !_relm_plan_network_unlink (self, i))
        return FALSE;
    }
  return TRUE;
}

/* Returns FALSE where a new network is less than to go through so many. */
static gboolean
cut_parts (RelmPlanNetwork *self,
           gint32 item)
{
  guint n = 0;

  if (!_relm_plan_network_set_parent (self, (guint) item, -1))
    return FALSE;
  for (guint i = 0; n <= MAX_PARTS && relm_plan_network_is_summary (self, (guint) item) && i < self->parents->len; i++)
    if (get_parent (self, i) == item && n++ < MAX_PARTS)
      _relm_plan_network_set_parent (self, i, -1);
  return n <= MAX_PARTS;
}

static void
close_gap (gint32 *item,
           gint32 index)
{
  *item -= *item > index;
}

/* Values are items + 1. */
static void
close_gap_in_table (GHashTable *items,
                    gint32 index)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (GPOINTER_TO_INT (value) - 1 == index)
      g_hash_table_iter_remove (&iter);
    else if (GPOINTER_TO_INT (value) - 1 > index)
      g_hash_table_iter_replace (&iter, GINT_TO_POINTER (GPOINTER_TO_INT (value) - 1));
}

/* Takes out an item that nothing is linked to, or part of; those after it move up. */
static void
remove_item (RelmPlanNetwork *self,
             gint32 index)
{
  _relm_plan_network_set_start (self, (guint) index, RELM_DATE_NONE);
  relm_network_remove_item (self->network, (guint) index);
  g_ptr_array_remove_index (self->records, (guint) index);
  g_array_remove_index (self->parents, (guint) index);
  g_array_remove_index (self->starts, (guint) index);
  g_array_remove_index (self->marks, (guint) index);
  g_ptr_array_remove_index (self->belongs, (guint) index);
  for (guint i = 0; i < self->parents->len; i++)
    close_gap (&g_array_index (self->parents, gint32, i), index);
  for (guint i = 0; i < self->links->len; i++)
    {
      close_gap (&g_array_index (self->links, RelmLink, i).from, index);
      close_gap (&g_array_index (self->links, RelmLink, i).to, index);
    }
  close_gap_in_table (self->items, index);
  close_gap_in_table (self->readiness, index);
  close_gap_in_table (self->named, index);
}

/**
 * relm_plan_network_leave:
 * @record: a record that was removed from the project
 *
 * Takes it out of the plan, with its links.
 *
 * Returns: whether that was possible; else a new network has to be made
 */
gboolean
relm_plan_network_leave (RelmPlanNetwork *self,
                         RelmRecord *record)
{
  g_autoptr (RelmRecord) kept = g_object_ref (record);
  const RelmPlanKind *kind = relm_plan_kind_get (record);
  const int index = relm_plan_network_find (self, record);

  if (index < 0 || RELM_IS_RELEASE (record))
    return FALSE;
  g_hash_table_remove (self->items, record);
  if (!cut_links (self, index) || !cut_parts (self, index))
    return FALSE;
  remove_item (self, index);
  relm_plan_network_settle_start (self);
  return _relm_plan_network_settle_belongs (self, kept, (guint) (kind->parent >= 0 ? kind->parent : kind->release)) &&
         _relm_plan_network_settle_parts (self);
}
