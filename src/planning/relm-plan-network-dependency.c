/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Takes changes of dependencies over into the network of a plan, where that is less than making it anew: unless they bring
 * something into the plan or take it out.
 */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-plan-kind.h"
#include "relm-plan-network-private.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-schedule-dependency.h"

static const RelmLink *
get_link (RelmPlanNetwork *self,
          guint index)
{
  return &g_array_index (self->links, RelmLink, index);
}

/* What comes after a release is no part of it; then links say what belongs to it. */
static gboolean
has_links_from_releases (RelmPlanNetwork *self)
{
  for (guint i = 0; i < self->links->len; i++)
    if (self->dependencies->pdata[i] != NULL && g_array_index (self->marks, guint8, get_link (self, i)->from) & MARK_RELEASE)
      return TRUE;
  return FALSE;
}

/* The item that somebody named where a link leads: not the readiness of a release, but the release. */
static gint32
get_named (RelmPlanNetwork *self,
           gint32 item)
{
  if (item >= 0 && relm_plan_network_is_readiness (self, (guint) item))
    return relm_plan_network_find (self, relm_plan_network_get_record (self, (guint) item));
  return item;
}

static gboolean
is_undated (RelmPlanNetwork *self,
            gint32 item)
{
  return item >= 0 && !relm_plan_is_scheduled (relm_plan_network_get_record (self, (guint) item));
}

/* Keeps in mind that an item without dates takes part because a dependency that is no link names it. */
void
_relm_plan_network_note_named (RelmPlanNetwork *self,
                               RelmRecord *dependency,
                               const RelmLink *link)
{
  const gint32 item = is_undated (self, link->from) ? link->from : link->to;

  if ((link->from < 0 || link->to < 0 || link->from == link->to) && is_undated (self, item))
    g_hash_table_insert (self->named, dependency, GINT_TO_POINTER (item + 1));
  else
    g_hash_table_remove (self->named, dependency);
}

/* Whether an item would leave the plan if a dependency named it no more. It may be too careful. */
static gboolean
depends_on (RelmPlanNetwork *self,
            gint32 item,
            RelmRecord *dependency)
{
  if (!is_undated (self, item) || relm_plan_network_is_summary (self, (guint) item))
    return FALSE;
  for (guint i = 0; i < self->links->len; i++)
    if (self->dependencies->pdata[i] != NULL && self->dependencies->pdata[i] != dependency &&
        (get_link (self, i)->from == item || get_named (self, get_link (self, i)->to) == item))
      return FALSE;
  return TRUE;
}

/* Whether a change of a dependency takes an item out of the plan: one that it named, and names no more. */
static gboolean
takes_out (RelmPlanNetwork *self,
           RelmRecord *dependency,
           int index,
           const RelmLink *named)
{
  gint32 old[] = { GPOINTER_TO_INT (g_hash_table_lookup (self->named, dependency)) - 1, -1 };

  if (index >= 0)
    {
      old[0] = get_link (self, (guint) index)->from;
      old[1] = get_named (self, get_link (self, (guint) index)->to);
    }
  for (guint i = 0; i < G_N_ELEMENTS (old); i++)
    if (old[i] >= 0 && old[i] != named->from && old[i] != named->to && depends_on (self, old[i], dependency))
      return TRUE;
  return FALSE;
}

static gboolean
brings_in (RelmPlanNetwork *self,
           RelmRecord *dependency,
           guint field,
           gint32 item)
{
  RelmRecord *record = item < 0 ? relm_project_resolve (self->project, dependency, field) : NULL;

  return record != NULL && _relm_plan_network_may_take_part (record);
}

static int
find_link (RelmPlanNetwork *self,
           RelmRecord *dependency)
{
  guint index;

  return g_ptr_array_find (self->dependencies, dependency, &index) ? (int) index : -1;
}

static gboolean
has_link_to (RelmPlanNetwork *self,
             gint32 item)
{
  for (guint i = 0; i < self->links->len; i++)
    if (get_link (self, i)->to == item)
      return TRUE;
  return FALSE;
}

/* By item, whether it is another one or part of it, directly or not; a circle of parents ends the search. */
static gboolean
is_within (RelmPlanNetwork *self,
           gint32 item,
           gint32 whole)
{
  for (guint depth = 0; item >= 0 && item != whole && depth < self->records->len; depth++)
    item = g_array_index (self->parents, gint32, item);
  return item == whole;
}

/* An item that begins to follow, or ceases to, is another one to the engine; so are its parts, which follow with it. */
static void
settle_follower (RelmPlanNetwork *self,
                 gint32 item,
                 const guint8 *led)
{
  gboolean follows = FALSE;
  gint32 above = item;

  for (guint depth = 0; !follows && above >= 0 && depth < self->records->len; depth++)
    {
      follows = led[above];
      above = g_array_index (self->parents, gint32, above);
    }
  if (follows != relm_plan_network_follows (self, (guint) item))
    _relm_plan_network_set_follows (self, (guint) item, follows);
}

/* Looks again at whether an item, and what is part of it, follows. */
void
_relm_plan_network_settle_followers (RelmPlanNetwork *self,
                                     gint32 item)
{
  g_autofree guint8 *led = g_new0 (guint8, self->records->len);

  for (guint i = 0; i < self->links->len; i++)
    led[get_link (self, i)->to] = TRUE;
  if (!relm_plan_network_is_summary (self, (guint) item))
    {
      settle_follower (self, item, led);
      return;
    }
  for (guint i = 0; i < self->records->len; i++)
    if (is_within (self, (gint32) i, item))
      settle_follower (self, (gint32) i, led);
}

/* Returns FALSE when that leaves a release without anything to wait for. */
static gboolean
remove_link (RelmPlanNetwork *self,
             guint index)
{
  const gint32 to = get_link (self, index)->to;

  relm_network_remove_link (self->network, index);
  g_array_remove_index_fast (self->links, index);
  g_ptr_array_remove_index_fast (self->dependencies, index);
  if (relm_plan_network_is_readiness (self, (guint) to))
    return has_link_to (self, to);
  _relm_plan_network_settle_followers (self, to);
  return TRUE;
}

static void
add_link (RelmPlanNetwork *self,
          const RelmLink *link,
          RelmRecord *dependency)
{
  relm_network_add_link (self->network, link);
  g_array_append_val (self->links, *link);
  g_ptr_array_add (self->dependencies, dependency);
  if (!relm_plan_network_is_readiness (self, (guint) link->to))
    _relm_plan_network_settle_followers (self, link->to);
}

/* Lets the link of a dependency, if it had one, be another, or none for NULL. Returns FALSE when a new network has to be made. */
static gboolean
replace_link (RelmPlanNetwork *self,
              RelmRecord *dependency,
              int index,
              const RelmLink *link)
{
  const RelmLink *old = index >= 0 ? get_link (self, (guint) index) : NULL;

  if (link != NULL && old != NULL && old->from == link->from && old->to == link->to)
    {
      relm_network_set_link (self->network, (guint) index, link);
      g_array_index (self->links, RelmLink, index) = *link;
      return TRUE;
    }
  if (link != NULL)
    add_link (self, link, dependency);
  return index < 0 || remove_link (self, (guint) index);
}

/* An end of the dependency of a link has left the plan. Returns FALSE when a new network has to be made. */
gboolean
_relm_plan_network_unlink (RelmPlanNetwork *self,
                           guint index)
{
  RelmRecord *dependency = self->dependencies->pdata[index];
  RelmLink link;

  if (dependency != NULL)
    {
      _relm_plan_network_read_dependency (self, dependency, &link);
      _relm_plan_network_note_named (self, dependency, &link);
    }
  return remove_link (self, index);
}

/**
 * relm_plan_network_refresh_dependency:
 * @dependency: a schedule dependency that was added, changed or removed
 * @removed: whether it was removed
 *
 * Takes that over, unless it brings an item into the plan or takes one out, or is the first or the last to lead to a release.
 *
 * Returns: whether that was possible; else a new network has to be made
 */
gboolean
relm_plan_network_refresh_dependency (RelmPlanNetwork *self,
                                      RelmRecord *dependency,
                                      gboolean removed)
{
  const int index = find_link (self, dependency);
  const gboolean had_parts_by_links = has_links_from_releases (self);
  RelmLink link = { .from = -1, .to = -1 };
  RelmRecord *successor = NULL;
  gboolean is_link;

  if (!removed)
    successor = _relm_plan_network_read_dependency (self, dependency, &link);
  if (!removed && (brings_in (self, dependency, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR, link.from) ||
                   brings_in (self, dependency, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR, link.to)))
    return FALSE;
  if (takes_out (self, dependency, index, &link))
    return FALSE;
  is_link = link.from >= 0 && link.to >= 0 && link.from != link.to;
  _relm_plan_network_note_named (self, dependency, &link);
  if (is_link && _relm_plan_network_is_open_release (successor))
    link.to = relm_plan_network_find_readiness (self, successor);
  if (is_link && link.to < 0)
    return FALSE;
  if (!replace_link (self, dependency, index, is_link ? &link : NULL))
    return FALSE;
  return !(had_parts_by_links || has_links_from_releases (self)) || _relm_plan_network_settle_parts (self);
}
