/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Takes changes of the project over into its network, where that is less than making it anew: what concerns one item, and
 * dependencies between items. And tries items elsewhere.
 */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

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

/* Fields of a work item whose change leaves all else as it is. */
static gboolean
is_own_field (RelmRecord *record,
              guint field)
{
  const RelmPlanKind *kind = relm_plan_kind_get (record);
  const int own[] = {
    kind->planned_start, kind->planned_finish,  kind->progress, kind->duration,   kind->constraint,   kind->constraint_date, kind->deadline,
    kind->scheduling,    kind->held_until,      kind->assignee, kind->calendar,   kind->state,        kind->actual_start,    kind->actual_finish,
  };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (own[i] == (int) field)
      return TRUE;
  return FALSE;
}

static gboolean
stands_alone (RelmRecord *record)
{
  const RelmPlanKind *kind = relm_plan_kind_get (record);

  return !kind->point && kind->parent >= 0 && !relm_plan_parts_may_come_after (record) && relm_plan_is_scheduled (record) &&
         !relm_plan_is_cancelled (record);
}

static void
refresh_item (RelmPlanNetwork *self,
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
 * Takes over a change that concerns one item alone.
 *
 * Returns: whether that was possible; else a new network has to be made
 */
gboolean
relm_plan_network_refresh (RelmPlanNetwork *self,
                           RelmRecord *record,
                           guint field)
{
  const int index = relm_plan_network_find (self, record);

  if (index < 0 || !is_own_field (record, field) || !stands_alone (record))
    return FALSE;
  refresh_item (self, (guint) index);
  g_array_index (self->starts, RelmDate, index) = relm_plan_item_get_planned (record).start;
  relm_plan_network_settle_start (self);
  return TRUE;
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

  if (relm_plan_network_find (self, record) >= 0 || relm_plan_is_scheduled (record) || RELM_IS_RELEASE (record) ||
      relm_plan_kind_get_string (record, relm_plan_kind_get (record)->parent) != NULL)
    return FALSE;
  references = removed ? NULL : relm_project_find_references (self->project, relm_record_get_id (record));
  return references == NULL || references->len == 0;
}

/* What comes after a release is no part of it; then links say what belongs to it. */
static gboolean
has_links_from_releases (RelmPlanNetwork *self)
{
  for (guint i = 0; i < self->links->len; i++)
    if (self->dependencies->pdata[i] != NULL &&
        RELM_IS_RELEASE (relm_plan_network_get_record (self, (guint) g_array_index (self->links, RelmLink, i).from)))
      return TRUE;
  return FALSE;
}

static gboolean
names_somebody_else (RelmPlanNetwork *self,
                     RelmRecord *dependency,
                     guint field,
                     gint32 item)
{
  RelmRecord *record = relm_project_resolve (self->project, dependency, field);

  return record != NULL && (item < 0 || RELM_IS_RELEASE (record));
}

static int
find_link (RelmPlanNetwork *self,
           RelmRecord *dependency)
{
  guint index;

  return g_ptr_array_find (self->dependencies, dependency, &index) ? (int) index : -1;
}

/* What it follows may be by itself, or by what it is part of. */
static gboolean
still_follows (RelmPlanNetwork *self,
               gint32 item)
{
  const gint32 parent = g_array_index (self->parents, gint32, item);

  if (parent >= 0 && *marks_of (self, (guint) parent) & MARK_FOLLOWS)
    return TRUE;
  for (guint i = 0; i < self->links->len; i++)
    if (g_array_index (self->links, RelmLink, i).to == item)
      return TRUE;
  return FALSE;
}

/* An item that begins to follow, or ceases to, is another one to the engine. */
static void
settle_follower (RelmPlanNetwork *self,
                 gint32 item)
{
  const gboolean follows = still_follows (self, item);

  if (follows == relm_plan_network_follows (self, (guint) item))
    return;
  *marks_of (self, (guint) item) ^= MARK_FOLLOWS;
  refresh_item (self, (guint) item);
}

static void
remove_link (RelmPlanNetwork *self,
             guint index)
{
  const gint32 to = g_array_index (self->links, RelmLink, index).to;

  relm_network_remove_link (self->network, index);
  g_array_remove_index_fast (self->links, index);
  g_ptr_array_remove_index_fast (self->dependencies, index);
  settle_follower (self, to);
}

static void
add_link (RelmPlanNetwork *self,
          const RelmLink *link,
          RelmRecord *dependency)
{
  relm_network_add_link (self->network, link);
  g_array_append_val (self->links, *link);
  g_ptr_array_add (self->dependencies, dependency);
  settle_follower (self, link->to);
}

static gboolean
can_take_over (RelmPlanNetwork *self,
               RelmRecord *dependency,
               const RelmLink *link,
               int index)
{
  if (self->n_undated > 0 || has_links_from_releases (self))
    return FALSE;
  if (index >= 0 && (relm_plan_network_is_summary (self, (guint) g_array_index (self->links, RelmLink, index).to) ||
                     relm_plan_network_is_readiness (self, (guint) g_array_index (self->links, RelmLink, index).to)))
    return FALSE;
  if (link->to >= 0 && relm_plan_network_is_summary (self, (guint) link->to))
    return FALSE;
  return !names_somebody_else (self, dependency, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR, link->from) &&
         !names_somebody_else (self, dependency, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR, link->to);
}

/**
 * relm_plan_network_refresh_dependency:
 * @dependency: a schedule dependency that was added, changed or removed
 * @removed: whether it was removed
 *
 * Takes that over, unless it brings items into the plan, or has to do with releases or with what has parts.
 *
 * Returns: whether that was possible; else a new network has to be made
 */
gboolean
relm_plan_network_refresh_dependency (RelmPlanNetwork *self,
                                      RelmRecord *dependency,
                                      gboolean removed)
{
  const int index = find_link (self, dependency);
  const RelmLink *old = index >= 0 ? &g_array_index (self->links, RelmLink, index) : NULL;
  gboolean is_link;
  RelmLink link;

  _relm_plan_network_read_dependency (self, dependency, &link);
  if (!can_take_over (self, dependency, &link, index))
    return FALSE;
  is_link = !removed && link.from >= 0 && link.to >= 0 && link.from != link.to;
  if (is_link && old != NULL && old->from == link.from && old->to == link.to)
    {
      relm_network_set_link (self->network, (guint) index, &link);
      g_array_index (self->links, RelmLink, index) = link;
      return TRUE;
    }
  if (old != NULL)
    remove_link (self, (guint) index);
  if (is_link)
    add_link (self, &link, dependency);
  return TRUE;
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
  g_array_index (self->starts, RelmDate, item) = placed.flags & RELM_ITEM_MILESTONE ? span.finish : span.start;
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
  g_array_index (self->starts, RelmDate, place->item) = place->start;
}

/**
 * relm_plan_network_settle_start:
 *
 * Lets the plan begin with what is first now.
 */
void
relm_plan_network_settle_start (RelmPlanNetwork *self)
{
  self->first = RELM_DATE_MAX;
  for (guint i = 0; i < self->starts->len; i++)
    {
      const RelmDate start = g_array_index (self->starts, RelmDate, i);

      if (start != RELM_DATE_NONE)
        self->first = MIN (self->first, start);
    }
  if (_relm_plan_network_find_start (self) != relm_network_get_start (self->network))
    relm_network_set_start (self->network, _relm_plan_network_find_start (self));
}
