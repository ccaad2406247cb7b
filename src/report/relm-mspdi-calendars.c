/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-report"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "relm-mspdi-calendars.h"
#include "relm-mspdi-text.h"
#include "relm-person.h"
#include "relm-work-calendar.h"
#include "relm-work-exception.h"

#define STANDARD_HOURS "mon-fri 08:00-12:00 13:00-17:00"
#define FIRST_UID 2
#define FIRST_PERSON_UID 100001
#define MAX_PERIODS 5 /* more than that the format does not take in a day */

static const char *const day_names[7] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

static int
find_day (const char *name,
          gsize length)
{
  for (int i = 0; i < 7; i++)
    if (strlen (day_names[i]) == length && strncmp (day_names[i], name, length) == 0)
      return i;
  return -1;
}

/* Whether a day of the week, from 0 for Monday, is in “mon-fri” or “sat”. */
static gboolean
names_day (const char *words,
           int day)
{
  const char *dash = strchr (words, '-');
  const int first = find_day (words, dash != NULL ? (gsize) (dash - words) : strlen (words));
  const int last = dash != NULL ? find_day (dash + 1, strlen (dash + 1)) : first;

  if (first < 0 || last < 0)
    return FALSE;
  return first <= last ? day >= first && day <= last : day >= first || day <= last;
}

static void
append_hours (GString *file,
              guint depth,
              char **periods)
{
  guint n = 0;

  g_string_append_printf (file, "%*s<WorkingTimes>\n", (int) depth * 2, "");
  for (char **period = periods; *period != NULL && n < MAX_PERIODS; period++)
    {
      g_auto (GStrv) ends = g_strsplit (*period, "-", 2);
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      if (g_strv_length (ends) != 2 || strlen (ends[0]) != 5 || strlen (ends[1]) != 5)
        continue;
      from = g_strconcat (ends[0], ":00", NULL);
      to = g_strconcat (g_str_equal (ends[1], "24:00") ? "00:00" : ends[1], ":00", NULL);
      g_string_append_printf (file, "%*s<WorkingTime>\n", (int) depth * 2 + 2, "");
      relm_mspdi_append_text (file, depth + 2, "FromTime", from);
      relm_mspdi_append_text (file, depth + 2, "ToTime", to);
      g_string_append_printf (file, "%*s</WorkingTime>\n", (int) depth * 2 + 2, "");
      n++;
    }
  g_string_append_printf (file, "%*s</WorkingTimes>\n", (int) depth * 2, "");
}

/* The hours of one day of the week. Returns: (transfer full): them, none for a day off */
static char **
find_hours (const char *const *texts,
            int day)
{
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *folded = g_ascii_strdown (texts[i], -1);
      g_auto (GStrv) words = g_strsplit (folded, " ", -1);

      if (words[0] != NULL && names_day (words[0], day))
        return g_strdupv (words + 1);
    }
  return g_new0 (char *, 1);
}

static void
append_week (GString *file,
             const char *const *texts)
{
  g_string_append (file, "      <WeekDays>\n");
  for (int type = 1; type <= 7; type++)
    {
      g_auto (GStrv) periods = find_hours (texts, (type + 5) % 7); /* from 1 for Sunday */

      g_string_append (file, "        <WeekDay>\n");
      relm_mspdi_append_integer (file, 5, "DayType", type);
      relm_mspdi_append_integer (file, 5, "DayWorking", *periods != NULL);
      if (*periods != NULL)
        append_hours (file, 5, periods);
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
  const char *hours = relm_record_get_string (exception, RELM_WORK_EXCEPTION_HOURS);
  g_auto (GStrv) periods = g_strsplit (hours != NULL ? hours : "", " ", -1);
  g_autofree char *from = relm_date_format (start);
  g_autofree char *to = relm_date_format (finish);

  g_string_append_printf (file,
                          "        <Exception>\n          <EnteredByOccurrences>0</EnteredByOccurrences>\n"
                          "          <TimePeriod>\n            <FromDate>%sT00:00:00</FromDate>\n"
                          "            <ToDate>%sT23:59:00</ToDate>\n          </TimePeriod>\n",
                          from, to);
  relm_mspdi_append_integer (file, 5, "Occurrences", finish - start + 1);
  relm_mspdi_append_text (file, 5, "Name", relm_record_get_title (exception));
  relm_mspdi_append_integer (file, 5, "Type", 1); /* daily */
  relm_mspdi_append_integer (file, 5, "Period", 1);
  relm_mspdi_append_integer (file, 5, "DayWorking", hours != NULL);
  if (hours != NULL)
    append_hours (file, 5, periods);
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
  static const char *const standard[] = { STANDARD_HOURS, NULL };
  const char *const *hours = of != NULL ? relm_record_get_strings (of, RELM_WORK_CALENDAR_HOURS) : NULL;

  g_string_append (file, "    <Calendar>\n");
  relm_mspdi_append_integer (file, 3, "UID", uid);
  relm_mspdi_append_text (file, 3, "Name", of != NULL ? relm_record_get_title (of) : "Standard");
  relm_mspdi_append_integer (file, 3, "IsBaseCalendar", 1);
  relm_mspdi_append_integer (file, 3, "BaseCalendarUID", -1);
  append_week (file, hours != NULL && *hours != NULL ? hours : standard);
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

static gboolean
is_day_off (RelmProject *project,
            RelmDate date)
{
  RelmRecordList *list = relm_project_get_list (project, RELM_TYPE_WORK_EXCEPTION);

  for (guint i = 0; i < relm_record_list_get_size (list); i++)
    {
      RelmRecord *exception = relm_record_list_get (list, i);
      const RelmDate start = relm_record_get_date (exception, RELM_WORK_EXCEPTION_START);

      if (is_of (project, exception, NULL) && relm_record_get_string (exception, RELM_WORK_EXCEPTION_HOURS) == NULL &&
          date >= start && date <= MAX (start, relm_record_get_date (exception, RELM_WORK_EXCEPTION_FINISH)))
        return TRUE;
    }
  return FALSE;
}

/**
 * relm_mspdi_count_minutes:
 * @span: set at both ends
 *
 * Returns: the working time in it, by the standard week without the days that are off for all; never nothing, because what
 *   takes no time is a milestone
 */
gint64
relm_mspdi_count_minutes (RelmProject *project,
                          RelmSpan span)
{
  const gint64 weeks = (span.finish - span.start + 1) / 7;
  gint64 days = weeks * 5;

  for (RelmDate date = span.start + (RelmDate) weeks * 7; date <= span.finish; date++)
    days += relm_date_weekday (date) <= 5;
  if (span.finish - span.start < 3660)
    for (RelmDate date = span.start; date <= span.finish; date++)
      days -= relm_date_weekday (date) <= 5 && is_day_off (project, date);
  return MAX (days, 1) * RELM_MSPDI_DAY_MINUTES;
}
