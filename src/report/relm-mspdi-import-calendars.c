/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-report"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-mspdi-import-private.h"
#include "relm-mspdi-values.h"
#include "relm-plan-hours.h"
#include "relm-work-calendar.h"
#include "relm-work-exception.h"

#define STANDARD_HOURS "08:00-12:00 13:00-17:00"
#define MAX_DAYS 3660 /* of days that differ: ten years; longer ones are odd calendars of other programs */

static const char *const day_names[7] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/* The hours of a day of the week; what is not said is as in the standard week. */
static const char *
get_hours (const RelmMspdiCalendar *calendar,
           guint day)
{
  if (calendar->hours[day] != NULL)
    return calendar->hours[day];
  return day < 5 ? STANDARD_HOURS : "";
}

static gboolean
is_standard (const RelmMspdiCalendar *calendar)
{
  for (guint i = 0; i < G_N_ELEMENTS (calendar->hours); i++)
    if (!g_str_equal (get_hours (calendar, i), i < 5 ? STANDARD_HOURS : ""))
      return FALSE;
  return TRUE;
}

/* Returns: (transfer full) (nullable): a line for each row of days with the same hours; NULL when they are none that Relm knows */
static char **
dup_week (const RelmMspdiCalendar *calendar)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  RelmDayHours week[7];
  guint last;

  for (guint first = 0; first < G_N_ELEMENTS (calendar->hours); first = last + 1)
    {
      const char *hours = get_hours (calendar, first);

      for (last = first; last + 1 < G_N_ELEMENTS (calendar->hours); last++)
        if (!g_str_equal (get_hours (calendar, last + 1), hours))
          break;
      if (*hours == '\0')
        continue;
      g_strv_builder_take (builder, last > first ? g_strdup_printf ("%s-%s %s", day_names[first], day_names[last], hours)
                                                 : g_strdup_printf ("%s %s", day_names[first], hours));
    }
  lines = g_strv_builder_end (builder);
  return relm_plan_week_parse ((const char *const *) lines, week, NULL) ? g_steal_pointer (&lines) : NULL;
}

static gboolean
is_used (RelmMspdiImporter *self,
         gint64 uid)
{
  const RelmMspdiPlan *plan = self->plan;

  if (uid == plan->calendar)
    return TRUE;
  for (guint i = 0; i < plan->tasks->len; i++)
    if (g_array_index (plan->tasks, RelmMspdiTask, i).calendar == uid)
      return TRUE;
  return FALSE;
}

static void
add_calendar (RelmMspdiImporter *self,
              const RelmMspdiCalendar *calendar,
              guint *n_odd)
{
  g_auto (GStrv) week = dup_week (calendar);
  g_auto (RelmValue) value = { .type = RELM_FIELD_STRINGS };
  RelmRecord *record;

  if (week == NULL)
    {
      (*n_odd)++;
      return;
    }
  record = _relm_mspdi_add_record (self, RELM_TYPE_WORK_CALENDAR, calendar->name != NULL ? calendar->name : "");
  relm_value_take_strings (&value, g_steal_pointer (&week));
  relm_record_set_value (record, RELM_WORK_CALENDAR_HOURS, &value);
  g_hash_table_insert (self->calendar_of, (gpointer) &calendar->uid, record);
  if (calendar->uid == self->plan->calendar)
    self->import->calendar = record;
}

/* Whose leave it is, if the calendar is somebody's who is new. */
static RelmRecord *
find_person (RelmMspdiImporter *self,
             gint64 calendar)
{
  for (guint i = 0; i < self->plan->resources->len; i++)
    {
      const RelmMspdiResource *resource = &g_array_index (self->plan->resources, RelmMspdiResource, i);
      RelmRecord *person = g_hash_table_lookup (self->person_of, &resource->uid);

      if (resource->calendar == calendar && person != NULL && g_hash_table_contains (self->new_people, person))
        return person;
    }
  return NULL;
}

static gboolean
is_same (const RelmMspdiException *a,
         const RelmMspdiException *b)
{
  return a->start == b->start && a->finish == b->finish && g_strcmp0 (a->hours, b->hours) == 0;
}

/* Days that differ for all stand in each calendar of the file. */
static gboolean
is_of_all (RelmMspdiImporter *self,
           const RelmMspdiException *exception)
{
  for (guint i = 0; i < self->plan->exceptions->len; i++)
    {
      const RelmMspdiException *other = &g_array_index (self->plan->exceptions, RelmMspdiException, i);

      if (other->calendar == self->plan->calendar && is_same (other, exception))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_project (RelmMspdiImporter *self,
               const RelmMspdiException *exception)
{
  RelmRecordList *list = relm_project_get_list (self->project, RELM_TYPE_WORK_EXCEPTION);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *record = relm_record_list_get (list, i);

      if (relm_record_get_string (record, RELM_WORK_EXCEPTION_OF) == NULL &&
          relm_record_get_date (record, RELM_WORK_EXCEPTION_START) == exception->start)
        return TRUE;
    }
  return FALSE;
}

static void
add_exception (RelmMspdiImporter *self,
               const RelmMspdiException *exception,
               RelmRecord *of)
{
  RelmRecord *record = _relm_mspdi_add_record (self, RELM_TYPE_WORK_EXCEPTION, exception->name != NULL ? exception->name : "");

  relm_mspdi_set_date (record, "start", exception->start);
  relm_mspdi_set_date (record, "finish", exception->finish);
  relm_mspdi_set_string (record, "hours", exception->hours);
  if (of != NULL)
    relm_mspdi_set_string (record, "of", relm_record_get_id (of));
}

/* Returns: whether it has a place in Relm, or is there already */
static gboolean
take_exception (RelmMspdiImporter *self,
                const RelmMspdiException *exception)
{
  RelmRecord *calendar = g_hash_table_lookup (self->calendar_of, &exception->calendar);
  RelmRecord *person = find_person (self, exception->calendar);
  RelmDayHours hours;

  if (exception->start == RELM_DATE_NONE || exception->finish - exception->start > MAX_DAYS ||
      !relm_plan_hours_parse (exception->hours, &hours, NULL))
    return FALSE;
  if (exception->calendar == self->plan->calendar)
    {
      if (calendar != NULL || !is_in_project (self, exception))
        add_exception (self, exception, calendar);
      return TRUE;
    }
  if (is_of_all (self, exception))
    return TRUE;
  if (calendar == NULL && person == NULL)
    return FALSE;
  add_exception (self, exception, calendar != NULL ? calendar : person);
  return TRUE;
}

/* The calendars that something goes by, when they differ from the standard week, and the days that differ in them. */
void
_relm_mspdi_add_calendars (RelmMspdiImporter *self)
{
  const RelmMspdiPlan *plan = self->plan;
  guint n_odd = 0, n_days = 0;

  for (guint i = 0; i < plan->calendars->len; i++)
    {
      const RelmMspdiCalendar *calendar = &g_array_index (plan->calendars, RelmMspdiCalendar, i);

      if (calendar->is_base != 0 && !is_standard (calendar) && is_used (self, calendar->uid))
        add_calendar (self, calendar, &n_odd);
    }
  for (guint i = 0; i < plan->exceptions->len; i++)
    n_days += !take_exception (self, &g_array_index (plan->exceptions, RelmMspdiException, i));
  _relm_mspdi_leave_out (self, n_odd,
                         ngettext ("%u calendar whose hours Relm cannot say", "%u calendars whose hours Relm cannot say", n_odd));
  _relm_mspdi_leave_out (self, n_days,
                         ngettext ("%u time at which a calendar differs", "%u times at which calendars differ", n_days));
}
