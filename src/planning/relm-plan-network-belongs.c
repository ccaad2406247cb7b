/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a release waits for: links that nobody wrote, from what belongs to it to its readiness. They are laid again, without the
 * rest of the network, when what belongs to a release becomes another, or comes after it.
 */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include <string.h>

#include "relm-plan-kind.h"
#include "relm-plan-network-private.h"
#include "relm-plan.h"
#include "relm-release.h"

gboolean
_relm_plan_network_is_open_release (RelmRecord *record)
{
  return RELM_IS_RELEASE (record) && !relm_plan_is_done (record);
}

/* Whether a release waits for an item as far as the dates of both say. */
static gboolean
is_before (RelmPlanNetwork *self,
           guint item,
           RelmRecord *release)
{
  const int other = relm_plan_network_find (self, release);

  return other < 0 || g_array_index (self->starts, RelmDate, other) == RELM_DATE_NONE ||
         g_array_index (self->starts, RelmDate, item) <= g_array_index (self->starts, RelmDate, other);
}

static gboolean
is_late (RelmPlanNetwork *self,
         guint item)
{
  return (g_array_index (self->marks, guint8, item) & MARK_LATE) != 0;
}

static void
mark_late (RelmPlanNetwork *self,
           guint item)
{
  guint8 *marks = &g_array_index (self->marks, guint8, item);

  if (relm_plan_parts_may_come_after (relm_plan_network_get_record (self, item)))
    *marks |= MARK_LATE;
  else
    *marks &= (guint8) ~MARK_LATE;
}

/* The release that waits for an item as far as the item and the release themselves say; NULL for none. */
RelmRecord *
_relm_plan_network_find_belongs (RelmPlanNetwork *self,
                                 guint item)
{
  RelmRecord *record = relm_plan_network_get_record (self, item);
  RelmRecord *release;

  if (RELM_IS_RELEASE (record) || relm_plan_network_is_summary (self, item))
    return NULL;
  mark_late (self, item);
  release = relm_plan_get_release (self->project, record);
  if (release == NULL || !_relm_plan_network_is_open_release (release))
    return NULL;
  return is_late (self, item) && !is_before (self, item, release) ? NULL : release;
}

static gboolean
is_part_link (RelmPlanNetwork *self,
              guint link)
{
  return self->dependencies->pdata[link] == NULL &&
         relm_plan_network_is_readiness (self, (guint) g_array_index (self->links, RelmLink, link).to);
}

/* (transfer full): what comes after what, by the links that people wrote. */
RelmPlanParts *
_relm_plan_network_list_followers (RelmPlanNetwork *self)
{
  g_autoptr (GArray) links = g_array_sized_new (FALSE, FALSE, sizeof (RelmLink), self->links->len);

  for (guint i = 0; i < self->links->len; i++)
    if (!is_part_link (self, i))
      g_array_append_val (links, g_array_index (self->links, RelmLink, i));
  return relm_plan_parts_new ((const RelmLink *) (gconstpointer) links->data, links->len,
                              (const gint32 *) (gconstpointer) self->parents->data, self->records->len);
}

/* Whether a release waits for an item. */
gboolean
_relm_plan_network_leads (RelmPlanNetwork *self,
                          RelmPlanParts *parts,
                          guint item)
{
  RelmRecord *release = self->belongs->pdata[item];

  return release != NULL && !relm_plan_parts_follows (parts, relm_plan_network_find (self, release), (gint32) item);
}

/* Takes out the links that do not hold any more. Returns, by item, whether it has one that does. */
static guint8 *
cut_parts (RelmPlanNetwork *self,
           RelmPlanParts *parts)
{
  guint8 *has = g_new0 (guint8, self->records->len);

  for (guint i = self->links->len; i-- > 0;)
    {
      const RelmLink *link = &g_array_index (self->links, RelmLink, i);

      if (!is_part_link (self, i))
        continue;
      has[link->from] = _relm_plan_network_leads (self, parts, (guint) link->from) &&
                        relm_plan_network_find_readiness (self, self->belongs->pdata[link->from]) == link->to;
      if (has[link->from])
        continue;
      relm_network_remove_link (self->network, i);
      g_array_remove_index_fast (self->links, i);
      g_ptr_array_remove_index_fast (self->dependencies, i);
    }
  return has;
}

/* Whether something leads to each readiness, or it were none. */
static gboolean
is_each_led_to (RelmPlanNetwork *self)
{
  g_autofree guint8 *led = g_new0 (guint8, self->records->len);

  for (guint i = 0; i < self->links->len; i++)
    led[g_array_index (self->links, RelmLink, i).to] = TRUE;
  for (guint i = 0; i < self->records->len; i++)
    if (relm_plan_network_is_readiness (self, i) && !led[i])
      return FALSE;
  return TRUE;
}

/* Lays the links to releases as they have to be now. Returns FALSE when a new network has to be made instead. */
gboolean
_relm_plan_network_settle_parts (RelmPlanNetwork *self)
{
  g_autoptr (RelmPlanParts) parts = _relm_plan_network_list_followers (self);
  g_autofree guint8 *has = cut_parts (self, parts);

  for (guint i = 0; i < self->records->len; i++)
    {
      RelmLink link = { .from = (gint32) i, .type = RELM_LINK_FS };

      if (has[i] || !_relm_plan_network_leads (self, parts, i))
        continue;
      link.to = relm_plan_network_find_readiness (self, self->belongs->pdata[i]);
      if (link.to < 0)
        return FALSE;
      relm_network_add_link (self->network, &link);
      g_array_append_val (self->links, link);
      g_ptr_array_add (self->dependencies, NULL);
    }
  return is_each_led_to (self);
}

/* Looks again at which release waits for an item. Returns whether it is another. */
gboolean
_relm_plan_network_settle_item (RelmPlanNetwork *self,
                                guint item)
{
  RelmRecord *old = self->belongs->pdata[item];

  self->belongs->pdata[item] = _relm_plan_network_find_belongs (self, item);
  return old != self->belongs->pdata[item];
}

static void
add_below (GHashTable *seen,
           GPtrArray *records,
           RelmRecord *record)
{
  if (g_hash_table_add (seen, record))
    g_ptr_array_add (records, record);
}

/* Adds the records that take their release from one, if they have none of their own. */
static void
list_below (RelmPlanNetwork *self,
            GHashTable *seen,
            GPtrArray *records,
            RelmRecord *record)
{
  g_autoptr (GArray) references = relm_project_find_references (self->project, relm_record_get_id (record));

  for (guint i = 0; i < references->len; i++)
    {
      const RelmReference *reference = &g_array_index (references, RelmReference, i);
      const RelmPlanKind *kind = relm_plan_kind_get (reference->record);
      const int field = (int) reference->field;

      if (field == kind->release || field == kind->phase || field == kind->parent)
        add_below (seen, records, reference->record);
    }
}

/*
 * A field of a record was changed that may have a say in what belongs to which release. Returns FALSE when a new network has to be
 * made.
 */
gboolean
_relm_plan_network_settle_belongs (RelmPlanNetwork *self,
                                   RelmRecord *record,
                                   guint field)
{
  const RelmPlanKind *kind = relm_plan_kind_get (record);
  const gboolean is_above = (int) field == kind->release || (int) field == kind->phase || (int) field == kind->parent || RELM_IS_RELEASE (record);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  gboolean differs = FALSE;

  add_below (seen, records, record);
  for (guint i = 0; i < records->len; i++)
    {
      const int index = relm_plan_network_find (self, records->pdata[i]);

      differs |= index >= 0 && _relm_plan_network_settle_item (self, (guint) index);
      if (is_above)
        list_below (self, seen, records, records->pdata[i]);
    }
  return !differs || _relm_plan_network_settle_parts (self);
}

static gboolean
settle_late (RelmPlanNetwork *self)
{
  gboolean differs = FALSE;

  for (guint i = 0; i < self->records->len; i++)
    if (is_late (self, i))
      differs |= _relm_plan_network_settle_item (self, i);
  return differs;
}

/* Whether where one of these items is says what a release waits for. */
static gboolean
decides (RelmPlanNetwork *self,
         GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const guint item = g_array_index (places, RelmPlanPlace, i).item;

      if (is_late (self, item) || g_array_index (self->marks, guint8, item) & MARK_RELEASE)
        return TRUE;
    }
  return FALSE;
}

/**
 * relm_plan_network_settle_places:
 * @places: (element-type RelmPlanPlace): what was placed elsewhere
 *
 * Lets releases wait for what is before them where things are tried now; the same again when they are back undoes it.
 *
 * Returns: whether that could be done; it cannot where a release would have nothing to wait for, or had nothing before
 */
gboolean
relm_plan_network_settle_places (RelmPlanNetwork *self,
                                 GArray *places)
{
  g_autoptr (GPtrArray) before = NULL;

  if (!decides (self, places))
    return TRUE;
  before = g_ptr_array_copy (self->belongs, NULL, NULL);
  if (!settle_late (self) || _relm_plan_network_settle_parts (self))
    return TRUE;
  memcpy (self->belongs->pdata, before->pdata, before->len * sizeof (gpointer));
  _relm_plan_network_settle_parts (self);
  return FALSE;
}
