/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-planning"

#include "config.h"

#include "relm-person.h"
#include "relm-plan-calendars.h"
#include "relm-plan-hours.h"
#include "relm-work-calendar.h"
#include "relm-work-exception.h"

#define MAX_OLD 32 /* calendars that nobody has any more */

struct _RelmPlanCalendars
{
  RelmProject *project; /* unowned: outlives a snapshot of it */
  GPtrArray *calendars; /* of RelmCalendar; the first is the project's */
  GHashTable *indices;  /* "calendar|person" to the index */
  GHashTable *people;   /* ids of people with leave */
  GPtrArray *errors;    /* of char: what could not be read, and where */
};

static void
take_error (RelmPlanCalendars *self,
            RelmRecord *record,
            GError *error)
{
  g_autofree char *title = relm_record_dup_display_title (record);

  g_ptr_array_add (self->errors, g_strdup_printf ("%s: %s", title, error->message));
  g_error_free (error);
}

static void
read_week (RelmPlanCalendars *self,
           const char *calendar_id,
           RelmDayHours week[7])
{
  static const char *const office[] = { "mon-fri 08:00-12:00 13:00-17:00", NULL };
  RelmRecord *record = calendar_id != NULL ? relm_project_lookup (self->project, calendar_id) : NULL;
  const char *const *texts = RELM_IS_WORK_CALENDAR (record) ? relm_record_get_strings (record, RELM_WORK_CALENDAR_HOURS) : NULL;
  GError *error = NULL;

  if (texts != NULL && texts[0] != NULL)
    {
      if (relm_plan_week_parse (texts, week, &error))
        return;
      take_error (self, record, error);
    }
  relm_plan_week_parse (office, week, NULL);
}

/* Whether an exception is of the whole project, of the calendar or of the person. */
static gboolean
applies (RelmRecord *exception,
         const char *calendar_id,
         const char *person_id)
{
  const char *of = relm_record_get_string (exception, RELM_WORK_EXCEPTION_OF);

  return of == NULL || g_strcmp0 (of, calendar_id) == 0 || g_strcmp0 (of, person_id) == 0;
}

static gboolean
read_exception (RelmPlanCalendars *self,
                RelmRecord *record,
                RelmCalendarException *exception)
{
  RelmDate start = relm_record_get_date (record, RELM_WORK_EXCEPTION_START);
  RelmDate finish = relm_record_get_date (record, RELM_WORK_EXCEPTION_FINISH);
  GError *error = NULL;

  if (start == RELM_DATE_NONE)
    start = finish;
  if (finish == RELM_DATE_NONE || finish < start)
    finish = start;
  exception->days = (RelmSpan) { start, finish };
  if (start == RELM_DATE_NONE)
    return FALSE;
  if (relm_plan_hours_parse (relm_record_get_string (record, RELM_WORK_EXCEPTION_HOURS), &exception->hours, &error))
    return TRUE;
  take_error (self, record, error);
  return FALSE;
}

static RelmCalendar *
compile (RelmPlanCalendars *self,
         const char *calendar_id,
         const char *person_id)
{
  RelmRecordList *list = relm_project_get_list (self->project, RELM_TYPE_WORK_EXCEPTION);
  g_autoptr (GArray) exceptions = g_array_new (FALSE, FALSE, sizeof (RelmCalendarException));
  RelmDayHours week[7];
  RelmCalendar *calendar;
  g_autoptr (GError) error = NULL;

  read_week (self, calendar_id, week);
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *record = relm_record_list_get (list, i);
      RelmCalendarException exception;

      if (applies (record, calendar_id, person_id) && read_exception (self, record, &exception))
        g_array_append_val (exceptions, exception);
    }
  calendar = relm_calendar_new (week, (const RelmCalendarException *) (gconstpointer) exceptions->data, exceptions->len, &error);
  if (calendar != NULL)
    return calendar;
  g_ptr_array_add (self->errors, g_strdup (error->message));
  return relm_calendar_new (week, NULL, 0, NULL);
}

static void
find_people (RelmPlanCalendars *self)
{
  RelmRecordList *list = relm_project_get_list (self->project, RELM_TYPE_WORK_EXCEPTION);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      const char *of = relm_record_get_string (relm_record_list_get (list, i), RELM_WORK_EXCEPTION_OF);

      if (of != NULL && RELM_IS_PERSON (relm_project_lookup (self->project, of)))
        g_hash_table_add (self->people, g_strdup (of));
    }
}

/* Calendars that are alike are one, as they are in the network: an index is good in both. */
static guint
add (RelmPlanCalendars *self,
     char *key,
     const char *calendar_id,
     const char *person_id)
{
  g_autoptr (RelmCalendar) calendar = compile (self, calendar_id, person_id);
  guint index = 0;

  while (index < self->calendars->len && !relm_calendar_equal (self->calendars->pdata[index], calendar))
    index++;
  if (index == self->calendars->len)
    g_ptr_array_add (self->calendars, g_steal_pointer (&calendar));
  g_hash_table_insert (self->indices, key, GUINT_TO_POINTER (index));
  return index;
}

static const char *
get_project_calendar (RelmPlanCalendars *self)
{
  return relm_record_get_string (RELM_RECORD (self->project), RELM_PROJECT_CALENDAR);
}

/**
 * relm_plan_calendars_new:
 * @project: whose calendars; not kept alive
 *
 * Returns: (transfer full): its calendars as they are now
 */
RelmPlanCalendars *
relm_plan_calendars_new (RelmProject *project)
{
  RelmPlanCalendars *self = g_new0 (RelmPlanCalendars, 1);

  self->project = project;
  self->calendars = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_calendar_unref);
  self->indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->errors = g_ptr_array_new_with_free_func (g_free);
  find_people (self);
  relm_plan_calendars_find (self, NULL, NULL);
  return self;
}

/* Returns whether the project's own calendar is another than before. */
static gboolean
refresh_own (RelmPlanCalendars *self)
{
  const char *id = get_project_calendar (self);
  RelmCalendar *calendar = compile (self, id, NULL), *old = self->calendars->pdata[0];
  const gboolean differs = !relm_calendar_equal (calendar, old);

  self->calendars->pdata[0] = calendar;
  relm_calendar_unref (old);
  g_hash_table_insert (self->indices, g_strdup_printf ("%s|", id != NULL ? id : ""), GUINT_TO_POINTER (0));
  return differs;
}

/* Compiles a calendar of before again, unless nobody has leave any more who had. */
static void
refresh_key (RelmPlanCalendars *self,
             const char *key)
{
  g_auto (GStrv) ids = g_strsplit (key, "|", 2);
  const char *calendar_id = *ids[0] != '\0' ? ids[0] : NULL, *person_id = *ids[1] != '\0' ? ids[1] : NULL;

  if (g_hash_table_contains (self->indices, key) || (person_id != NULL && !g_hash_table_contains (self->people, person_id)))
    return;
  add (self, g_strdup (key), calendar_id, person_id);
}

/**
 * relm_plan_calendars_refresh:
 *
 * Reads hours, exceptions and leave again. A calendar that is as before keeps its index, and another has a new one, but for that of
 * the project, which stays the first; so indices have to be asked for again.
 *
 * Returns: whether that of the project is another
 */
gboolean
relm_plan_calendars_refresh (RelmPlanCalendars *self)
{
  g_autoptr (GHashTable) old = g_steal_pointer (&self->indices);
  GHashTableIter iter;
  gpointer key;
  gboolean differs;

  self->indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_remove_all (self->people);
  g_ptr_array_set_size (self->errors, 0);
  find_people (self);
  differs = refresh_own (self);
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    refresh_key (self, key);
  return differs;
}

/**
 * relm_plan_calendars_has_old:
 *
 * Returns: whether so many calendars are kept that nobody has any more that all should be made anew
 */
gboolean
relm_plan_calendars_has_old (RelmPlanCalendars *self)
{
  return self->calendars->len > 2 * g_hash_table_size (self->indices) + MAX_OLD;
}

void
relm_plan_calendars_free (RelmPlanCalendars *self)
{
  g_ptr_array_unref (self->calendars);
  g_hash_table_unref (self->indices);
  g_hash_table_unref (self->people);
  g_ptr_array_unref (self->errors);
  g_free (self);
}

/**
 * relm_plan_calendars_find:
 * @calendar_id: (nullable): the calendar that somebody chose; else that of the person, or of the project
 * @person_id: (nullable): whose leave counts as well
 *
 * Returns: the index of the calendar, which is compiled when it is asked for first
 */
guint
relm_plan_calendars_find (RelmPlanCalendars *self,
                          const char *calendar_id,
                          const char *person_id)
{
  RelmRecord *person = person_id != NULL ? relm_project_lookup (self->project, person_id) : NULL;
  g_autofree char *key = NULL;
  gpointer index;

  if (calendar_id == NULL && RELM_IS_PERSON (person))
    calendar_id = relm_record_get_string (person, RELM_PERSON_CALENDAR);
  if (calendar_id == NULL)
    calendar_id = get_project_calendar (self);
  if (person_id != NULL && !g_hash_table_contains (self->people, person_id))
    person_id = NULL;
  key = g_strdup_printf ("%s|%s", calendar_id != NULL ? calendar_id : "", person_id != NULL ? person_id : "");
  if (g_hash_table_lookup_extended (self->indices, key, NULL, &index))
    return GPOINTER_TO_UINT (index);
  return add (self, g_steal_pointer (&key), calendar_id, person_id);
}

/**
 * relm_plan_calendars_get_count:
 *
 * Returns: how many there are now
 */
guint
relm_plan_calendars_get_count (RelmPlanCalendars *self)
{
  return self->calendars->len;
}

/**
 * relm_plan_calendars_get:
 * @index: 0 for that of the project
 *
 * Returns: (transfer none): a calendar
 */
RelmCalendar *
relm_plan_calendars_get (RelmPlanCalendars *self,
                         guint index)
{
  return g_ptr_array_index (self->calendars, index);
}

/**
 * relm_plan_calendars_get_errors:
 *
 * Returns: (transfer none) (element-type utf8): what could not be read in the calendars that were asked for, translated; those
 *   hours are left out
 */
GPtrArray *
relm_plan_calendars_get_errors (RelmPlanCalendars *self)
{
  return self->errors;
}

/**
 * relm_plan_compile_calendar:
 *
 * Returns: (transfer full): the project's own calendar, with its holidays
 */
RelmCalendar *
relm_plan_compile_calendar (RelmProject *project)
{
  g_autoptr (RelmPlanCalendars) calendars = relm_plan_calendars_new (project);

  return relm_calendar_ref (relm_plan_calendars_get (calendars, 0));
}
