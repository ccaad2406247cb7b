/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Takes changes of calendars, leave and people over into the network of a plan: only items whose calendar is another are read again.
 */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-person.h"
#include "relm-plan-network-private.h"
#include "relm-work-calendar.h"
#include "relm-work-exception.h"

/* Adds the items that name a person or a calendar, or have a person who names the calendar. */
static void
list_users (RelmPlanNetwork *self,
            const char *id,
            GArray *items)
{
  g_autoptr (GArray) references = relm_project_find_references (self->project, id);

  for (guint i = 0; i < references->len; i++)
    {
      RelmRecord *record = g_array_index (references, RelmReference, i).record;
      const int item = relm_plan_network_find (self, record);

      if (RELM_IS_PERSON (record))
        list_users (self, relm_record_get_id (record), items);
      if (item >= 0)
        g_array_append_val (items, item);
    }
}

static void
settle_calendar (RelmPlanNetwork *self,
                 guint item,
                 gboolean differs)
{
  const guint old = relm_network_get_items (self->network, NULL)[item].calendar;

  if ((differs && old == 0) || old != _relm_plan_network_find_calendar (self, relm_plan_network_get_record (self, item)))
    _relm_plan_network_refresh_item (self, item);
}

/* Of whom the days are that differ, or whose hours they are; NULL for the whole project. */
static const char *
find_owner (RelmRecord *record,
            guint field)
{
  if (RELM_IS_PROJECT (record) || (RELM_IS_WORK_EXCEPTION (record) && field == RELM_WORK_EXCEPTION_OF))
    return NULL;
  return RELM_IS_WORK_EXCEPTION (record) ? relm_record_get_string (record, RELM_WORK_EXCEPTION_OF) : relm_record_get_id (record);
}

static gboolean
has_no_days (RelmRecord *record,
             guint field)
{
  return RELM_IS_WORK_EXCEPTION (record) && field != RELM_WORK_EXCEPTION_START && field != RELM_WORK_EXCEPTION_FINISH &&
         relm_record_get_date (record, RELM_WORK_EXCEPTION_START) == RELM_DATE_NONE &&
         relm_record_get_date (record, RELM_WORK_EXCEPTION_FINISH) == RELM_DATE_NONE;
}

/**
 * relm_plan_network_refresh_calendars:
 * @record: a calendar, days that differ, a person or the project itself: added, changed or removed
 * @field: the field that was changed; G_MAXUINT for all
 *
 * Takes that over.
 *
 * Returns: whether that was possible; else a new network has to be made
 */
gboolean
relm_plan_network_refresh_calendars (RelmPlanNetwork *self,
                                     RelmRecord *record,
                                     guint field)
{
  const char *owner = find_owner (record, field);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean differs;

  if (has_no_days (record, field))
    return TRUE;
  differs = relm_plan_calendars_refresh (self->calendars);
  if (relm_plan_calendars_has_old (self->calendars))
    return FALSE;
  if (differs)
    relm_network_set_calendar (self->network, 0, relm_plan_calendars_get (self->calendars, 0));
  _relm_plan_network_follow_calendars (self);
  if (owner != NULL && !differs)
    {
      list_users (self, owner, items);
      for (guint i = 0; i < items->len; i++)
        settle_calendar (self, (guint) g_array_index (items, int, i), FALSE);
      return TRUE;
    }
  for (guint i = 0; i < self->records->len; i++)
    settle_calendar (self, i, differs);
  return TRUE;
}

/**
 * relm_plan_network_refresh_status:
 *
 * Takes over up to when the project's progress was told.
 */
void
relm_plan_network_refresh_status (RelmPlanNetwork *self)
{
  relm_network_set_status_time (self->network,
                                relm_time_from_date (relm_record_get_date (RELM_RECORD (self->project), RELM_PROJECT_STATUS_DATE), 0));
}
