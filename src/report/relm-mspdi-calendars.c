/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-report"

#include "config.h"

#include "relm-mspdi-calendars.h"
#include "relm-mspdi-text.h"
#include "relm-person.h"
#include "relm-plan-hours.h"
#include "relm-work-calendar.h"
#include "relm-work-exception.h"

#define STANDARD_HOURS "mon-fri 08:00-12:00 13:00-17:00"
#define FIRST_UID 2
#define FIRST_PERSON_UID 100001
#define MAX_PERIODS 5 /* more than that the format does not take in a day */

static void
append_time (GString *file,
             guint depth,
             const char *name,
             guint minutes)
{
  g_autofree char *text = g_strdup_printf ("%02u:%02u:00", minutes / 60 % 24, minutes % 60);

  relm_mspdi_append_text (file, depth, name, text);
}

static void
append_hours (GString *file,
              guint depth,
              const RelmDayHours *hours)
{
  g_string_append_printf (file, "%*s<WorkingTimes>\n", (int) depth * 2, "");
  for (guint i = 0; i < MIN (hours->n, MAX_PERIODS); i++)
    {
      g_string_append_printf (file, "%*s<WorkingTime>\n", (int) depth * 2 + 2, "");
      append_time (file, depth + 2, "FromTime", hours->periods[i].start);
      append_time (file, depth + 2, "ToTime", hours->periods[i].finish);
      g_string_append_printf (file, "%*s</WorkingTime>\n", (int) depth * 2 + 2, "");
    }
  g_string_append_printf (file, "%*s</WorkingTimes>\n", (int) depth * 2, "");
}

/* @texts: (nullable): as a calendar has them; what cannot be read is the standard week */
static void
append_week (GString *file,
             const char *const *texts)
{
  static const char *const standard[] = { STANDARD_HOURS, NULL };
  RelmDayHours week[7];

  if (texts == NULL || *texts == NULL || !relm_plan_week_parse (texts, week, NULL))
    relm_plan_week_parse (standard, week, NULL);
  g_string_append (file, "      <WeekDays>\n");
  for (int type = 1; type <= 7; type++)
    {
      const RelmDayHours *hours = &week[(type + 5) % 7]; /* from 1 for Sunday */

      g_string_append (file, "        <WeekDay>\n");
      relm_mspdi_append_integer (file, 5, "DayType", type);
      relm_mspdi_append_integer (file, 5, "DayWorking", hours->n > 0);
      if (hours->n > 0)
        append_hours (file, 5, hours);
      g_string_append (file, "        </WeekDay>\n");
    }
  g_string_append (file, "      </WeekDays>\n");
}

static void
append_exception (GString *file,
                  RelmRecord *exception)
{
  const RelmDate start = relm_record_get_date (exception, RELM_WORK_EXCEPTION_START);
  const RelmDate finish = MAX (relm_record_get_date (exception, RELM_WORK_EXCEPTION_FINISH), start);
  RelmDayHours hours = { 0 };
  g_autofree char *from = relm_date_format (start);
  g_autofree char *to = relm_date_format (finish);

  if (!relm_plan_hours_parse (relm_record_get_string (exception, RELM_WORK_EXCEPTION_HOURS), &hours, NULL))
    hours.n = 0;
  g_string_append_printf (file,
                          "        <Exception>\n          <EnteredByOccurrences>0</EnteredByOccurrences>\n"
                          "          <TimePeriod>\n            <FromDate>%sT00:00:00</FromDate>\n"
                          "            <ToDate>%sT23:59:00</ToDate>\n          </TimePeriod>\n",
                          from, to);
  relm_mspdi_append_integer (file, 5, "Occurrences", finish - start + 1);
  relm_mspdi_append_text (file, 5, "Name", relm_record_get_title (exception));
  relm_mspdi_append_integer (file, 5, "Type", 1); /* daily */
  relm_mspdi_append_integer (file, 5, "Period", 1);
  relm_mspdi_append_integer (file, 5, "DayWorking", hours.n > 0);
  if (hours.n > 0)
    append_hours (file, 5, &hours);
  g_string_append (file, "        </Exception>\n");
}

/* Whether days that differ are those of a calendar or of a person, or of everybody. */
static gboolean
is_of (RelmProject *project,
       RelmRecord *exception,
       RelmRecord *of)
{
  if (relm_record_get_date (exception, RELM_WORK_EXCEPTION_START) == RELM_DATE_NONE)
    return FALSE;
  if (relm_record_get_string (exception, RELM_WORK_EXCEPTION_OF) == NULL)
    return !RELM_IS_PERSON (of);
  return of != NULL && relm_project_resolve (project, exception, RELM_WORK_EXCEPTION_OF) == of;
}

static gboolean
has_exceptions (RelmProject *project,
                RelmRecord *of)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_WORK_EXCEPTION);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    if (is_of (project, relm_record_list_get (list, i), of))
      return TRUE;
  return FALSE;
}

static void
append_exceptions (GString *file,
                   RelmProject *project,
                   RelmRecord *of)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_WORK_EXCEPTION);

  if (!has_exceptions (project, of))
    return;
  g_string_append (file, "      <Exceptions>\n");
  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    if (is_of (project, relm_record_list_get (list, i), of))
      append_exception (file, relm_record_list_get (list, i));
  g_string_append (file, "      </Exceptions>\n");
}

/* @of: (nullable): a calendar, or %NULL for the standard one */
static void
append_base (GString *file,
             RelmProject *project,
             RelmRecord *of,
             gint64 uid)
{
  g_string_append (file, "    <Calendar>\n");
  relm_mspdi_append_integer (file, 3, "UID", uid);
  relm_mspdi_append_text (file, 3, "Name", of != NULL ? relm_record_get_title (of) : "Standard");
  relm_mspdi_append_integer (file, 3, "IsBaseCalendar", 1);
  relm_mspdi_append_integer (file, 3, "BaseCalendarUID", -1);
  append_week (file, of != NULL ? relm_record_get_strings (of, RELM_WORK_CALENDAR_HOURS) : NULL);
  append_exceptions (file, project, of);
  g_string_append (file, "    </Calendar>\n");
}

static void
append_person (GString *file,
               RelmProject *project,
               RelmRecord *person)
{
  g_string_append (file, "    <Calendar>\n");
  relm_mspdi_append_integer (file, 3, "UID", relm_mspdi_get_person_calendar_uid (project, person));
  relm_mspdi_append_text (file, 3, "Name", relm_record_get_title (person));
  relm_mspdi_append_integer (file, 3, "IsBaseCalendar", 0);
  relm_mspdi_append_integer (file, 3, "BaseCalendarUID", relm_mspdi_get_calendar_uid (project, person, RELM_PERSON_CALENDAR));
  append_exceptions (file, project, person);
  g_string_append (file, "    </Calendar>\n");
}

/**
 * relm_mspdi_append_calendars:
 *
 * The element Calendars.
 */
void
relm_mspdi_append_calendars (GString *file,
                             RelmProject *project)
{
  RelmRecordList *calendars = relm_project_get_list (project, RELM_TYPE_WORK_CALENDAR);
  RelmRecordList *people = relm_project_get_list (project, RELM_TYPE_PERSON);

  g_string_append (file, "  <Calendars>\n");
  append_base (file, project, NULL, RELM_MSPDI_STANDARD_CALENDAR);
  for (guint i = 0; i < relm_record_list_get_size (calendars); i++)
    append_base (file, project, relm_record_list_get (calendars, i), FIRST_UID + i);
  for (guint i = 0; i < relm_record_list_get_size (people); i++)
    if (has_exceptions (project, relm_record_list_get (people, i)))
      append_person (file, project, relm_record_list_get (people, i));
  g_string_append (file, "  </Calendars>\n");
}

/**
 * relm_mspdi_get_calendar_uid:
 * @field: of @record, which refers to a calendar
 *
 * Returns: the UID of that calendar; without one, of the project's
 */
gint64
relm_mspdi_get_calendar_uid (RelmProject *project,
                             RelmRecord *record,
                             guint field)
{
  RelmRecord *calendar = relm_project_resolve (project, record, field);
  guint position;

  if (calendar != NULL &&
      relm_record_list_find (relm_project_get_list (project, RELM_TYPE_WORK_CALENDAR), calendar, &position))
    return FIRST_UID + position;
  if (record != RELM_RECORD (project))
    return relm_mspdi_get_calendar_uid (project, RELM_RECORD (project), RELM_PROJECT_CALENDAR);
  return RELM_MSPDI_STANDARD_CALENDAR;
}

/**
 * relm_mspdi_get_person_calendar_uid:
 *
 * Returns: the UID of the calendar of a person's own: with their leave if they have some, else the one that they work by
 */
gint64
relm_mspdi_get_person_calendar_uid (RelmProject *project,
                                    RelmRecord *person)
{
  guint position = 0;

  if (!has_exceptions (project, person))
    return relm_mspdi_get_calendar_uid (project, person, RELM_PERSON_CALENDAR);
  relm_record_list_find (relm_project_get_list (project, RELM_TYPE_PERSON), person, &position);
  return FIRST_PERSON_UID + position;
}

/**
 * relm_mspdi_count_minutes:
 * @calendar: the project's
 * @span: set at both ends
 *
 * Returns: the working time in it; never nothing, because what takes no time is a milestone
 */
gint64
relm_mspdi_count_minutes (RelmCalendar *calendar,
                          RelmSpan span)
{
  const gint64 minutes = relm_calendar_work (calendar, relm_time_from_date (span.start, 0),
                                             relm_time_from_date (span.finish + 1, 0));

  return minutes > 0 ? minutes : RELM_MSPDI_DAY_MINUTES;
}
