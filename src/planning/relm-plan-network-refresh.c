/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Takes changes of records over into the network of a plan, where that is less than making it anew: what concerns one item, and
 * what belongs to which release. And tries items elsewhere.
 */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-phase.h"
#include "relm-plan-item.h"
#include "relm-plan-kind.h"
#include "relm-plan-network-private.h"
#include "relm-plan-parts.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-schedule-dependency.h"

static guint8 *
marks_of (RelmPlanNetwork *self,
          guint item)
{
  return &g_array_index (self->marks, guint8, item);
}

/* Fields whose change concerns one item alone, but for what its dates say about its release. */
static gboolean
is_own_field (RelmRecord *record,
              guint field)
{
  const RelmPlanKind *kind = relm_plan_kind_get (record);
  const int own[] = {
    kind->planned_start, kind->planned_finish,  kind->progress, kind->duration,   kind->constraint,   kind->constraint_date, kind->deadline,
    kind->scheduling,    kind->held_until,      kind->assignee, kind->calendar,   kind->state,        kind->actual_start,    kind->actual_finish,
    kind->committed,
  };
  /* A release that is out, or pinned, is linked otherwise. */
  const int of_release[] = { kind->planned_start, kind->planned_finish, kind->committed, kind->deadline };
  const int *fields = RELM_IS_RELEASE (record) ? of_release : own;
  const gsize n = RELM_IS_RELEASE (record) ? G_N_ELEMENTS (of_release) : G_N_ELEMENTS (own);

  for (gsize i = 0; i < n; i++)
    if (fields[i] == (int) field)
      return TRUE;
  return FALSE;
}

/* Fields that say which release something belongs to, and whether it may come after it. */
static gboolean
says_where_it_belongs (RelmRecord *record,
                       guint field)
{
  const RelmPlanKind *kind = relm_plan_kind_get (record);
  const RelmKind *fields = relm_record_get_kind (record);

  return (int) field == kind->release || (int) field == kind->phase || (int) field == relm_kind_find_field (fields, "kind") ||
         (int) field == relm_kind_find_field (fields, "stage");
}

/* Whether it takes part whatever is linked to it. */
static gboolean
stands_alone (RelmRecord *record)
{
  return relm_plan_is_scheduled (record) && !relm_plan_is_cancelled (record);
}

/* Takes over all that the engine reads of a record. */
void
_relm_plan_network_refresh_item (RelmPlanNetwork *self,
                                 guint index)
{
  RelmItem item;

  _relm_plan_network_read_item (self, index, &item);
  relm_network_set_item (self->network, index, &item);
}

/**
 * relm_plan_network_refresh:
 * @record: what was changed
 * @field: its field
 *
 * Takes over a change that concerns one item, and what belongs to which release.
 *
 * Returns: whether that was possible; else a new network has to be made
 */
gboolean
relm_plan_network_refresh (RelmPlanNetwork *self,
                           RelmRecord *record,
                           guint field)
{
  const int index = relm_plan_network_find (self, record);

  if (!relm_plan_is_schedulable (record))
    return FALSE;
  if (says_where_it_belongs (record, field))
    return _relm_plan_network_settle_belongs (self, record, field);
  if (index < 0)
    return relm_plan_network_join (self, record);
  if ((int) field == relm_plan_kind_get (record)->parent)
    return _relm_plan_network_refresh_parent (self, (guint) index);
  if (!is_own_field (record, field) || !stands_alone (record))
    return FALSE;
  _relm_plan_network_refresh_item (self, (guint) index);
  _relm_plan_network_set_start (self, (guint) index, relm_plan_item_get_planned (record).start);
  relm_plan_network_settle_start (self);
  if (RELM_IS_RELEASE (record) || relm_plan_parts_may_come_after (record))
    return _relm_plan_network_settle_belongs (self, record, field);
  return TRUE;
}

/* Whether something is linked to a record, part of it, or in it. */
static gboolean
is_taken_up (RelmPlanNetwork *self,
             RelmRecord *record)
{
  g_autoptr (GArray) references = relm_project_find_references (self->project, relm_record_get_id (record));

  for (guint i = 0; i < references->len; i++)
    {
      const RelmReference *reference = &g_array_index (references, RelmReference, i);
      const RelmPlanKind *kind = relm_plan_kind_get (reference->record);

      if (RELM_IS_SCHEDULE_DEPENDENCY (reference->record) || (int) reference->field == kind->parent || (int) reference->field == kind->phase)
        return TRUE;
    }
  return FALSE;
}

/**
 * relm_plan_network_join:
 * @record: a record that was added, or that got dates
 *
 * Takes it into the plan, as the last item, if it has dates, no release is made of it, and nothing is linked to it or part of it.
 *
 * Returns: whether that was possible; else a new network has to be made
 */
gboolean
relm_plan_network_join (RelmPlanNetwork *self,
                        RelmRecord *record)
{
  guint index;
  RelmItem item;

  if (relm_plan_network_find (self, record) >= 0 || !relm_plan_is_schedulable (record) || !stands_alone (record) ||
      RELM_IS_RELEASE (record) || relm_plan_kind_get_string (record, relm_plan_kind_get (record)->parent) != NULL ||
      is_taken_up (self, record))
    return FALSE;
  index = _relm_plan_network_append_item (self, record, 0);
  g_hash_table_insert (self->items, record, GUINT_TO_POINTER (index + 1));
  _relm_plan_network_read_item (self, index, &item);
  relm_network_add_item (self->network, &item);
  relm_plan_network_settle_start (self);
  self->belongs->pdata[index] = _relm_plan_network_find_belongs (self, index);
  return self->belongs->pdata[index] == NULL || _relm_plan_network_settle_parts (self);
}

/**
 * relm_plan_network_leaves_out:
 * @record: a record that was added or removed
 * @removed: whether it was removed
 *
 * Returns: whether the network is as it was: the record has no dates, and nothing has it as its part, predecessor or successor
 */
gboolean
relm_plan_network_leaves_out (RelmPlanNetwork *self,
                              RelmRecord *record,
                              gboolean removed)
{
  g_autoptr (GArray) references = NULL;

  /* What is in a phase belongs to its release, also when the phase has no dates. */
  if (relm_plan_network_find (self, record) >= 0 || relm_plan_is_scheduled (record) || RELM_IS_RELEASE (record) ||
      (removed && RELM_IS_PHASE (record)) || relm_plan_kind_get_string (record, relm_plan_kind_get (record)->parent) != NULL)
    return FALSE;
  references = removed ? NULL : relm_project_find_references (self->project, relm_record_get_id (record));
  return references == NULL || references->len == 0;
}

/* An item that begins to follow, or ceases to, is another one to the engine. */
void
_relm_plan_network_set_follows (RelmPlanNetwork *self,
                                guint item,
                                gboolean follows)
{
  if (follows)
    *marks_of (self, item) |= MARK_FOLLOWS;
  else
    *marks_of (self, item) &= (guint8) ~MARK_FOLLOWS;
  _relm_plan_network_refresh_item (self, item);
}

/**
 * relm_plan_network_place:
 * @item: an item that is no summary
 * @span: days, both inclusive
 *
 * Puts an item where a person might put its record. When all are placed, relm_plan_network_settle_start() is due.
 *
 * Returns: what it was, for relm_plan_network_put_back()
 */
RelmPlanPlace
relm_plan_network_place (RelmPlanNetwork *self,
                         guint item,
                         RelmSpan span)
{
  const RelmPlanPlace place = { item, relm_network_get_items (self->network, NULL)[item], g_array_index (self->starts, RelmDate, item) };
  RelmItem placed = place.was;

  relm_plan_item_place (relm_plan_network_get_record (self, item), relm_plan_network_get_calendar (self, item), span, &placed);
  relm_network_set_item (self->network, item, &placed);
  _relm_plan_network_set_start (self, item, placed.flags & RELM_ITEM_MILESTONE ? span.finish : span.start);
  return place;
}

/**
 * relm_plan_network_put_back:
 *
 * Undoes relm_plan_network_place().
 */
void
relm_plan_network_put_back (RelmPlanNetwork *self,
                            const RelmPlanPlace *place)
{
  relm_network_set_item (self->network, place->item, &place->was);
  _relm_plan_network_set_start (self, place->item, place->start);
}

static void
find_first (RelmPlanNetwork *self)
{
  self->first = RELM_DATE_MAX;
  for (guint i = 0; i < self->starts->len; i++)
    {
      const RelmDate start = g_array_index (self->starts, RelmDate, i);

      if (start == RELM_DATE_NONE || start > self->first)
        continue;
      self->n_first = start < self->first ? 1 : self->n_first + 1;
      self->first = start;
    }
}

/**
 * relm_plan_network_settle_start:
 *
 * Lets the plan begin with what is first now.
 */
void
relm_plan_network_settle_start (RelmPlanNetwork *self)
{
  if (self->n_first == 0)
    find_first (self);
  if (_relm_plan_network_find_start (self) != relm_network_get_start (self->network))
    relm_network_set_start (self->network, _relm_plan_network_find_start (self));
}
