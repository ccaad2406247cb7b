/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-person.h"
#include "relm-plan-assignments.h"
#include "relm-plan-kind.h"

static void
add_people (RelmPlanAssignments *self,
            RelmProject *project)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_PERSON);
  g_autoptr (RelmPlanCalendars) calendars = relm_plan_calendars_new (project);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *person = relm_record_list_get (list, i);
      RelmCalendar *calendar = relm_plan_calendars_get (calendars, relm_plan_calendars_find (calendars, NULL, relm_record_get_id (person)));
      const RelmResource resource = { calendar, (gint32) relm_record_get_integer (person, RELM_PERSON_CAPACITY) };

      g_ptr_array_add (self->people, g_object_ref (person));
      g_ptr_array_add (self->calendars, relm_calendar_ref (calendar));
      g_array_append_val (self->resources, resource);
    }
}

/* The place of each person, so that a large plan is not searched for each item. */
static GHashTable *
index_people (RelmPlanAssignments *self)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->people->len; i++)
    g_hash_table_insert (places, self->people->pdata[i], GUINT_TO_POINTER (i + 1));
  return places;
}

static RelmRecord *
find_assignee (RelmProject *project,
               RelmRecord *record)
{
  const int field = relm_plan_kind_get (record)->assignee;

  return field >= 0 ? relm_project_resolve (project, record, (guint) field) : NULL;
}

static void
add_assignments (RelmPlanAssignments *self,
                 RelmProject *project,
                 RelmPlanNetwork *network)
{
  g_autoptr (GHashTable) places = index_people (self);

  for (guint i = 0; i < relm_plan_network_get_n_items (network); i++)
    {
      RelmRecord *record = relm_plan_network_get_record (network, i);
      RelmRecord *person = relm_plan_network_is_readiness (network, i) ? NULL : find_assignee (project, record);
      const int place = person != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (places, person)) - 1 : -1;
      const RelmAssignment assignment = { (gint32) i, place, relm_plan_assignments_get_share (record) };

      if (place >= 0 && !relm_plan_network_is_summary (network, i))
        g_array_append_val (self->assignments, assignment);
    }
}

/**
 * relm_plan_assignments_new:
 * @network: that of @project
 *
 * Returns: (transfer full): who does what now
 */
RelmPlanAssignments *
relm_plan_assignments_new (RelmProject *project,
                           RelmPlanNetwork *network)
{
  RelmPlanAssignments *self = g_new0 (RelmPlanAssignments, 1);

  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->calendars = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_calendar_unref);
  self->resources = g_array_new (FALSE, FALSE, sizeof (RelmResource));
  self->assignments = g_array_new (FALSE, FALSE, sizeof (RelmAssignment));
  add_people (self, project);
  add_assignments (self, project, network);
  return self;
}

void
relm_plan_assignments_free (RelmPlanAssignments *self)
{
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->calendars);
  g_array_unref (self->resources);
  g_array_unref (self->assignments);
  g_free (self);
}

/**
 * relm_plan_assignments_get_share:
 *
 * Returns: how much of a full day of its assignee a record takes, in per cent
 */
gint32
relm_plan_assignments_get_share (RelmRecord *record)
{
  const int field = relm_plan_kind_get (record)->allocation;

  return field >= 0 ? (gint32) CLAMP (relm_record_get_integer (record, (guint) field), 1, 100) : 100;
}
