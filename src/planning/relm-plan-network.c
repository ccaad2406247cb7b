/* SPDX-License-Identifier: GPL-3.0-or-later */

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

/* Notes when an item starts. */
void
_relm_plan_network_set_start (RelmPlanNetwork *self,
                              guint item,
                              RelmDate start)
{
  RelmDate *old = &g_array_index (self->starts, RelmDate, item);

  self->n_first -= *old == self->first;
  *old = start;
  if (start == RELM_DATE_NONE || start > self->first)
    return;
  self->n_first = start < self->first ? 1 : self->n_first + 1;
  self->first = start;
}

/* Adds an item of no links and no parent. Its record is not found by it yet, and the engine has nothing of it. */
guint
_relm_plan_network_append_item (RelmPlanNetwork *self,
                                RelmRecord *record,
                                guint8 marks)
{
  const gint32 parent = -1;
  const RelmDate none = RELM_DATE_NONE;

  g_array_append_val (self->starts, none);
  _relm_plan_network_set_start (self, self->starts->len - 1, relm_plan_item_get_planned (record).start);
  g_ptr_array_add (self->records, g_object_ref (record));
  g_array_append_val (self->parents, parent);
  if (RELM_IS_RELEASE (record))
    marks |= MARK_RELEASE;
  g_array_append_val (self->marks, marks);
  g_ptr_array_add (self->belongs, NULL);
  return self->records->len - 1;
}

static void
need (GHashTable *needed,
      const char *id)
{
  if (id != NULL)
    g_hash_table_add (needed, (char *) id);
}

/* What is linked, or has parts, takes part in the plan even without dates. */
static GHashTable *
find_needed (RelmProject *project)
{
  GHashTable *needed = g_hash_table_new (g_str_hash, g_str_equal);
  RelmRecordList *dependencies = relm_project_get_list (project, RELM_TYPE_SCHEDULE_DEPENDENCY);

  for (guint i = 0; i < relm_record_list_get_size (dependencies); i++)
    {
      RelmRecord *dependency = relm_record_list_get (dependencies, i);

      need (needed, relm_record_get_string (dependency, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR));
      need (needed, relm_record_get_string (dependency, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR));
    }
  for (guint i = 0; i < relm_project_get_n_lists (project); i++)
    {
      RelmRecordList *list = relm_project_get_list_at (project, i);

      for (guint j = 0; j < relm_record_list_get_size (list); j++)
        {
          RelmRecord *record = relm_record_list_get (list, j);

          need (needed, relm_plan_kind_get_string (record, relm_plan_kind_get (record)->parent));
        }
    }
  return needed;
}

/* Whether it takes part when something is linked to it, or part of it. */
gboolean
_relm_plan_network_may_take_part (RelmRecord *record)
{
  return relm_plan_is_schedulable (record) && !relm_plan_is_cancelled (record) &&
         (relm_plan_is_scheduled (record) || !relm_plan_is_done (record));
}

static gboolean
takes_part (RelmRecord *record,
            GHashTable *needed)
{
  return _relm_plan_network_may_take_part (record) &&
         (relm_plan_is_scheduled (record) || g_hash_table_contains (needed, relm_record_get_id (record)));
}

static void
collect_records (RelmPlanNetwork *self)
{
  g_autoptr (GHashTable) needed = find_needed (self->project);

  for (guint i = 0; i < relm_project_get_n_lists (self->project); i++)
    {
      RelmRecordList *list = relm_project_get_list_at (self->project, i);

      for (guint j = 0; j < relm_record_list_get_size (list); j++)
        {
          RelmRecord *record = relm_record_list_get (list, j);

          if (!takes_part (record, needed))
            continue;
          g_hash_table_insert (self->items, record, GUINT_TO_POINTER (_relm_plan_network_append_item (self, record, 0) + 1));
        }
    }
}

static void
find_parents (RelmPlanNetwork *self)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      RelmRecord *record = g_ptr_array_index (self->records, i);
      const int field = relm_plan_kind_get (record)->parent;
      RelmRecord *parent = field >= 0 ? relm_project_resolve (self->project, record, (guint) field) : NULL;
      const int item = parent != NULL ? relm_plan_network_find (self, parent) : -1;

      if (item < 0 || item == (int) i)
        continue;
      g_array_index (self->parents, gint32, i) = item;
      *marks_of (self, (guint) item) |= MARK_SUMMARY;
    }
}

static void
append_link (RelmPlanNetwork *self,
             const RelmLink *link,
             RelmRecord *dependency)
{
  if (link->from < 0 || link->to < 0 || link->from == link->to)
    return;
  g_array_append_val (self->links, *link);
  g_ptr_array_add (self->dependencies, dependency);
  *marks_of (self, (guint) link->to) |= MARK_FOLLOWS;
}

/* The readiness of a release: made when something has to lead there. Only while the network is made. */
static gint32
get_readiness (RelmPlanNetwork *self,
               RelmRecord *release)
{
  const int known = relm_plan_network_find_readiness (self, release);
  guint item;

  if (known >= 0)
    return known;
  item = _relm_plan_network_append_item (self, release, MARK_READINESS);
  g_hash_table_insert (self->readiness, release, GUINT_TO_POINTER (item + 1));
  if (!relm_plan_item_is_pinned (release))
    append_link (self, &(RelmLink) { (gint32) item, relm_plan_network_find (self, release), 0, RELM_LINK_FS, 0 }, NULL);
  return (gint32) item;
}

static RelmRecord *
find_end (RelmPlanNetwork *self,
          RelmRecord *dependency,
          guint field,
          gint32 *item)
{
  RelmRecord *record = relm_project_resolve (self->project, dependency, field);

  *item = record != NULL ? relm_plan_network_find (self, record) : -1;
  return record;
}

/**
 * _relm_plan_network_read_dependency:
 * @link: (out): what it is to the engine; an end that is not in the plan is -1
 *
 * Returns: (transfer none) (nullable): what waits
 */
RelmRecord *
_relm_plan_network_read_dependency (RelmPlanNetwork *self,
                                    RelmRecord *dependency,
                                    RelmLink *link)
{
  const RelmField *field = &relm_record_get_kind (dependency)->fields[RELM_SCHEDULE_DEPENDENCY_TYPE];
  const int type = relm_field_find_choice (field, relm_record_get_string (dependency, RELM_SCHEDULE_DEPENDENCY_TYPE));

  *link = (RelmLink) { .type = (guint8) MAX (type, RELM_LINK_FS) };
  link->lag = (gint32) CLAMP (relm_record_get_integer (dependency, RELM_SCHEDULE_DEPENDENCY_LAG_MINUTES), -RELM_DURATION_MAX, RELM_DURATION_MAX);
  find_end (self, dependency, RELM_SCHEDULE_DEPENDENCY_PREDECESSOR, &link->from);
  return find_end (self, dependency, RELM_SCHEDULE_DEPENDENCY_SUCCESSOR, &link->to);
}

static void
add_dependency (RelmPlanNetwork *self,
                RelmRecord *dependency)
{
  RelmLink link;
  RelmRecord *successor = _relm_plan_network_read_dependency (self, dependency, &link);

  if (link.from >= 0 && link.to >= 0 && link.from != link.to && _relm_plan_network_is_open_release (successor))
    link.to = get_readiness (self, successor);
  append_link (self, &link, dependency);
  _relm_plan_network_note_named (self, dependency, &link);
}

static void
add_dependencies (RelmPlanNetwork *self)
{
  RelmRecordList *list = relm_project_get_list (self->project, RELM_TYPE_SCHEDULE_DEPENDENCY);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    add_dependency (self, relm_record_list_get (list, i));
}

/* A release is ready when all that belongs to it is done. */
static void
add_parts (RelmPlanNetwork *self)
{
  const guint n = self->records->len;
  g_autoptr (RelmPlanParts) parts = _relm_plan_network_list_followers (self);

  for (guint i = 0; i < n; i++)
    self->belongs->pdata[i] = _relm_plan_network_find_belongs (self, i);
  for (guint i = 0; i < n; i++)
    if (_relm_plan_network_leads (self, parts, i))
      append_link (self, &(RelmLink) { (gint32) i, get_readiness (self, self->belongs->pdata[i]), 0, RELM_LINK_FS, 0 }, NULL);
}

/* What is part of what follows follows as well; a circle of parents ends the search. */
static gboolean
has_followed (RelmPlanNetwork *self,
              guint item)
{
  gint32 above = (gint32) item;

  for (guint depth = 0; above >= 0 && depth < self->records->len; depth++)
    {
      if (*marks_of (self, (guint) above) & MARK_FOLLOWS)
        return TRUE;
      above = g_array_index (self->parents, gint32, above);
    }
  return FALSE;
}

/* The index of the calendar that a record has now. */
guint
_relm_plan_network_find_calendar (RelmPlanNetwork *self,
                                  RelmRecord *record)
{
  const RelmPlanKind *kind = relm_plan_kind_get (record);
  const guint found = relm_plan_calendars_find (self->calendars, relm_plan_kind_get_string (record, kind->calendar),
                                                relm_plan_kind_get_string (record, kind->assignee));

  return MIN (found, G_MAXUINT16);
}

/* A calendar that nobody had before is one of the network's, too. */
void
_relm_plan_network_follow_calendars (RelmPlanNetwork *self)
{
  for (guint i = relm_network_get_n_calendars (self->network); i < relm_plan_calendars_get_count (self->calendars); i++)
    relm_network_append_calendar (self->network, relm_plan_calendars_get (self->calendars, i));
}

/* What an item is to the engine, as its record is now. */
void
_relm_plan_network_read_item (RelmPlanNetwork *self,
                              guint index,
                              RelmItem *item)
{
  RelmRecord *record = relm_plan_network_get_record (self, index);
  const guint calendar = _relm_plan_network_find_calendar (self, record);

  if (self->network != NULL)
    _relm_plan_network_follow_calendars (self);
  if (relm_plan_network_is_readiness (self, index))
    {
      *item = (RelmItem) RELM_ITEM_INIT;
      item->flags = RELM_ITEM_MILESTONE;
      item->deadline = RELM_DEADLINE_OWN_FINISH;
    }
  else
    relm_plan_item_read (record, relm_plan_calendars_get (self->calendars, calendar), relm_plan_network_follows (self, index), item);
  item->calendar = (guint16) calendar;
  item->parent = g_array_index (self->parents, gint32, index);
}

/* The plan begins with the first day that anybody planned for. */
RelmTime
_relm_plan_network_find_start (RelmPlanNetwork *self)
{
  return relm_time_from_date (self->first != RELM_DATE_MAX ? self->first : relm_date_today (), 0);
}

/* A parent may come after its parts. */
static void
add_items (RelmPlanNetwork *self,
           const RelmItem *items)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      RelmItem item = items[i];

      item.parent = -1;
      relm_network_add_item (self->network, &item);
    }
  for (guint i = 0; i < self->records->len; i++)
    if (items[i].parent >= 0)
      relm_network_set_item (self->network, i, &items[i]);
}

static void
fill_network (RelmPlanNetwork *self)
{
  g_autofree RelmItem *items = g_new (RelmItem, self->records->len);
  const RelmDate status = relm_record_get_date (RELM_RECORD (self->project), RELM_PROJECT_STATUS_DATE);

  for (guint i = 0; i < self->records->len; i++)
    if (has_followed (self, i))
      *marks_of (self, i) |= MARK_FOLLOWS;
  for (guint i = 0; i < self->records->len; i++)
    _relm_plan_network_read_item (self, i, &items[i]);
  self->network = relm_network_new (relm_plan_calendars_get (self->calendars, 0), _relm_plan_network_find_start (self));
  _relm_plan_network_follow_calendars (self);
  add_items (self, items);
  for (guint i = 0; i < self->links->len; i++)
    relm_network_add_link (self->network, &g_array_index (self->links, RelmLink, i));
  if (status != RELM_DATE_NONE)
    relm_network_set_status_time (self->network, relm_time_from_date (status, 0));
}

/**
 * relm_plan_network_new:
 * @project: a project; not kept alive, though its records are
 *
 * Returns: (transfer full): its network as it is now
 */
RelmPlanNetwork *
relm_plan_network_new (RelmProject *project)
{
  RelmPlanNetwork *self = g_new0 (RelmPlanNetwork, 1);

  self->project = project;
  self->first = RELM_DATE_MAX;
  self->starts = g_array_new (FALSE, FALSE, sizeof (RelmDate));
  self->calendars = relm_plan_calendars_new (project);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->items = g_hash_table_new (NULL, NULL);
  self->readiness = g_hash_table_new (NULL, NULL);
  self->links = g_array_new (FALSE, FALSE, sizeof (RelmLink));
  self->dependencies = g_ptr_array_new ();
  self->parents = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->marks = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->belongs = g_ptr_array_new ();
  self->named = g_hash_table_new (NULL, NULL);
  collect_records (self);
  find_parents (self);
  add_dependencies (self);
  add_parts (self);
  fill_network (self);
  return self;
}

void
relm_plan_network_free (RelmPlanNetwork *self)
{
  relm_network_free (self->network);
  relm_plan_calendars_free (self->calendars);
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->readiness);
  g_ptr_array_unref (self->records);
  g_array_unref (self->links);
  g_ptr_array_unref (self->dependencies);
  g_array_unref (self->parents);
  g_array_unref (self->starts);
  g_array_unref (self->marks);
  g_ptr_array_unref (self->belongs);
  g_hash_table_unref (self->named);
  g_free (self);
}

/**
 * relm_plan_network_get_network:
 *
 * Returns: (transfer none): the engine's arrays
 */
RelmNetwork *
relm_plan_network_get_network (RelmPlanNetwork *self)
{
  return self->network;
}

/**
 * relm_plan_network_get_calendars:
 *
 * Returns: (transfer none): the calendars, in the order of the network's
 */
RelmPlanCalendars *
relm_plan_network_get_calendars (RelmPlanNetwork *self)
{
  return self->calendars;
}

guint
relm_plan_network_get_n_items (RelmPlanNetwork *self)
{
  return self->records->len;
}

/**
 * relm_plan_network_find:
 *
 * Returns: the item of a record, or -1 when it takes no part in the plan
 */
int
relm_plan_network_find (RelmPlanNetwork *self,
                        RelmRecord *record)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->items, record)) - 1;
}

/**
 * relm_plan_network_find_readiness:
 * @release: a release
 *
 * Returns: the item that says when all that belongs to the release is done; -1 when it has no parts, or is out
 */
int
relm_plan_network_find_readiness (RelmPlanNetwork *self,
                                  RelmRecord *release)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->readiness, release)) - 1;
}

/**
 * relm_plan_network_get_record:
 *
 * Returns: (transfer none): the record of an item; for a readiness its release
 */
RelmRecord *
relm_plan_network_get_record (RelmPlanNetwork *self,
                              guint item)
{
  return g_ptr_array_index (self->records, item);
}

/**
 * relm_plan_network_get_dependency:
 *
 * Returns: (transfer none) (nullable): the schedule dependency of a link; %NULL for a link that nobody wrote
 */
RelmRecord *
relm_plan_network_get_dependency (RelmPlanNetwork *self,
                                  guint link)
{
  return g_ptr_array_index (self->dependencies, link);
}

gboolean
relm_plan_network_is_readiness (RelmPlanNetwork *self,
                                guint item)
{
  return (*marks_of (self, item) & MARK_READINESS) != 0;
}

/**
 * relm_plan_network_follows:
 *
 * Returns: whether something is before the item, or before what it is part of
 */
gboolean
relm_plan_network_follows (RelmPlanNetwork *self,
                           guint item)
{
  return (*marks_of (self, item) & MARK_FOLLOWS) != 0;
}

gboolean
relm_plan_network_is_summary (RelmPlanNetwork *self,
                              guint item)
{
  return (*marks_of (self, item) & MARK_SUMMARY) != 0;
}

/**
 * relm_plan_network_get_calendar:
 *
 * Returns: (transfer none): the calendar of an item
 */
RelmCalendar *
relm_plan_network_get_calendar (RelmPlanNetwork *self,
                                guint item)
{
  return relm_plan_calendars_get (self->calendars, relm_network_get_items (self->network, NULL)[item].calendar);
}
