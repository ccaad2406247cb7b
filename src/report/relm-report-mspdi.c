/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-report"

#include "config.h"

#include <string.h>

#include "relm-freeze-window.h"
#include "relm-mspdi-calendars.h"
#include "relm-mspdi-text.h"
#include "relm-person.h"
#include "relm-plan.h"
#include "relm-release.h"
#include "relm-report-links.h"
#include "relm-report-mspdi.h"
#include "relm-scheduling.h"
#include "relm-uri.h"
#include "relm-work-item.h"

/* What tasks are written with. */
typedef struct
{
  RelmProject *project;
  RelmReportOutline *outline;
  GArray *links;
  RelmCalendar *calendar; /* the project's */
  GString *file;
} Writer;

typedef struct
{
  int type; /* as the format counts them */
  RelmMspdiEnd end;
  RelmDate date;
} Constraint;

/* In the order of relm_constraints. */
static const Constraint constraints[] = {
  { 0, RELM_MSPDI_START, 0 },  { 1, RELM_MSPDI_START, 0 },  { 4, RELM_MSPDI_START, 0 }, { 5, RELM_MSPDI_START, 0 },
  { 6, RELM_MSPDI_FINISH, 0 }, { 7, RELM_MSPDI_FINISH, 0 }, { 2, RELM_MSPDI_START, 0 }, { 3, RELM_MSPDI_FINISH, 0 },
};

#define CHOICE_ASAP 0
#define CHOICE_ALAP 1
#define CHOICE_START_NO_EARLIER 2

static int
find_field (RelmRecord *record,
            const char *name)
{
  return relm_kind_find_field (relm_record_get_kind (record), name);
}

static const char *
get_string (RelmRecord *record,
            const char *name)
{
  const int field = find_field (record, name);

  return field >= 0 ? relm_record_get_string (record, (guint) field) : NULL;
}

static RelmDate
get_date (RelmRecord *record,
          const char *name)
{
  const int field = find_field (record, name);

  return field >= 0 ? relm_record_get_date (record, (guint) field) : RELM_DATE_NONE;
}

static gboolean
is_pinned (RelmRecord *record)
{
  return g_strcmp0 (get_string (record, "scheduling"), "pinned") == 0;
}

static gboolean
is_milestone (const RelmReportRow *row)
{
  return !row->has_rows && (relm_plan_is_point (row->record) || RELM_IS_RELEASE (row->record));
}

/* Its own when it says one, else the working days between its dates. */
static gint64
get_duration (Writer *self,
              const RelmReportRow *row)
{
  const int field = find_field (row->record, "duration_minutes");
  const gint64 minutes = field >= 0 ? relm_record_get_integer (row->record, (guint) field) : 0;

  if (is_milestone (row) || !relm_span_is_set (row->span))
    return is_milestone (row) ? 0 : MAX (minutes, 0);
  return minutes > 0 && !row->has_rows ? minutes : relm_mspdi_count_minutes (self->calendar, row->span);
}

/* Whether a program that reckons would otherwise move it: it stays where it is, which the format says by a flag of its own. */
static gboolean
is_manual (const RelmReportRow *row)
{
  if (row->has_rows)
    return relm_span_is_set (relm_plan_get_own_span (row->record));
  return is_pinned (row->record) || !relm_span_is_set (row->span);
}

static int
get_priority (RelmRecord *record)
{
  static const int numbers[] = { 300, 500, 700, 900 };

  return RELM_IS_WORK_ITEM (record) ? numbers[CLAMP (relm_record_get_choice (record, RELM_WORK_ITEM_PRIORITY), 0, 3)] : 500;
}

/* A release by its version and what it is called. */
static char *
dup_title (RelmRecord *record)
{
  const char *name = RELM_IS_RELEASE (record) ? relm_record_get_string (record, RELM_RELEASE_NAME) : NULL;
  const char *title = relm_record_get_title (record);

  return name != NULL && title != NULL ? g_strdup_printf ("%s %s", title, name) : g_strdup (title);
}

static void
append_times (Writer *self,
              const RelmReportRow *row)
{
  static const char *const names[2][3] = { { "Start", "Finish", "Duration" }, { "ManualStart", "ManualFinish", "ManualDuration" } };
  const RelmMspdiEnd start = is_milestone (row) ? RELM_MSPDI_FINISH : RELM_MSPDI_START;
  const RelmDate from = is_milestone (row) ? row->span.finish : row->span.start;

  for (guint i = 0; i < (is_manual (row) ? 2 : 1); i++)
    {
      relm_mspdi_append_date (self->file, 3, names[i][0], from, start);
      relm_mspdi_append_date (self->file, 3, names[i][1], row->span.finish, RELM_MSPDI_FINISH);
      relm_mspdi_append_duration (self->file, 3, names[i][2], get_duration (self, row));
    }
  relm_mspdi_append_integer (self->file, 3, "DurationFormat", 7); /* days */
}

static void
append_progress (Writer *self,
                 const RelmReportRow *row)
{
  const RelmDate finish = get_date (row->record, "actual_finish");
  RelmDate actual_finish = finish != RELM_DATE_NONE ? finish : get_date (row->record, "actual");
  RelmDate actual_start = get_date (row->record, "actual_start");

  if (relm_plan_is_point (row->record) || (RELM_IS_RELEASE (row->record) && actual_finish != RELM_DATE_NONE))
    actual_start = is_milestone (row) ? actual_finish : row->span.start;
  relm_mspdi_append_integer (self->file, 3, "PercentComplete",
                             relm_plan_is_cancelled (row->record) ? 0 : relm_plan_get_progress (row->record));
  relm_mspdi_append_date (self->file, 3, "ActualStart", actual_start, is_milestone (row) ? RELM_MSPDI_FINISH : RELM_MSPDI_START);
  relm_mspdi_append_date (self->file, 3, "ActualFinish", actual_finish, RELM_MSPDI_FINISH);
}

/* What waits for nothing stays at its planned start, which is a constraint to a program that reckons. */
static Constraint
find_constraint (Writer *self,
                 guint index,
                 const RelmReportRow *row)
{
  const int field = row->has_rows ? -1 : find_field (row->record, "constraint");
  const int choice = field >= 0 ? relm_record_get_choice (row->record, (guint) field) : 0;
  const RelmDate date = get_date (row->record, "constraint_date");
  guint first, last;

  relm_report_links_get_range (self->links, index, &first, &last);
  if (choice == CHOICE_ALAP)
    return (Constraint) { constraints[choice].type, RELM_MSPDI_START, RELM_DATE_NONE };
  if (choice > CHOICE_ALAP && choice < (int) G_N_ELEMENTS (constraints) && date != RELM_DATE_NONE)
    return (Constraint) { constraints[choice].type, constraints[choice].end, date };
  if (row->has_rows || !relm_span_is_set (row->span) || (first < last && !is_pinned (row->record)))
    return (Constraint) { constraints[CHOICE_ASAP].type, RELM_MSPDI_START, RELM_DATE_NONE };
  if (is_milestone (row))
    return (Constraint) { constraints[CHOICE_START_NO_EARLIER].type, RELM_MSPDI_FINISH, row->span.finish };
  return (Constraint) { constraints[CHOICE_START_NO_EARLIER].type, RELM_MSPDI_START, row->span.start };
}

static void
append_constraint (Writer *self,
                   guint index,
                   const RelmReportRow *row)
{
  const Constraint constraint = find_constraint (self, index, row);
  const int calendar = find_field (row->record, "calendar");
  const gboolean has_calendar = calendar >= 0 && relm_record_get_string (row->record, (guint) calendar) != NULL;
  const RelmDate committed = get_date (row->record, "committed");

  relm_mspdi_append_integer (self->file, 3, "ConstraintType", constraint.type);
  relm_mspdi_append_integer (self->file, 3, "CalendarUID",
                             has_calendar ? relm_mspdi_get_calendar_uid (self->project, row->record, (guint) calendar) : -1);
  relm_mspdi_append_date (self->file, 3, "ConstraintDate", constraint.date, constraint.end);
  relm_mspdi_append_date (self->file, 3, "Deadline", committed != RELM_DATE_NONE ? committed : get_date (row->record, "deadline"),
                          RELM_MSPDI_FINISH);
}

/* What people wrote about it, except about persons, and where more of it is. */
static void
append_words (Writer *self,
              RelmRecord *record)
{
  static const char *const names[] = { "description", "notes", "goal" };
  const char *address = get_string (record, "url");
  g_autofree char *url = address != NULL ? relm_uri_check (address, NULL) : NULL;
  const char *words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && words == NULL; i++)
    words = get_string (record, names[i]);
  relm_mspdi_append_text (self->file, 3, "Hyperlink", url);
  relm_mspdi_append_text (self->file, 3, "HyperlinkAddress", url);
  relm_mspdi_append_text (self->file, 3, "Notes", words);
}

/* How the format counts types: FF, FS, SF, SS. */
static int
get_link_type (const char *type)
{
  static const char *const types[] = { "ff", "fs", "sf", "ss" };

  for (int i = 0; i < (int) G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i], type) == 0)
      return i;
  return 1;
}

static void
append_links (Writer *self,
              guint index)
{
  guint first, last;

  relm_report_links_get_range (self->links, index, &first, &last);
  for (guint i = first; i < last; i++)
    {
      const RelmReportLink *link = &g_array_index (self->links, RelmReportLink, i);

      g_string_append (self->file, "      <PredecessorLink>\n");
      relm_mspdi_append_integer (self->file, 4, "PredecessorUID", link->from + 1);
      relm_mspdi_append_integer (self->file, 4, "Type", get_link_type (link->type));
      relm_mspdi_append_integer (self->file, 4, "CrossProject", 0);
      relm_mspdi_append_integer (self->file, 4, "LinkLag", link->lag_minutes * 10);
      relm_mspdi_append_integer (self->file, 4, "LagFormat", link->lag_minutes % RELM_MSPDI_DAY_MINUTES == 0 ? 7 : 5);
      g_string_append (self->file, "      </PredecessorLink>\n");
    }
}

static void
append_attribute (GString *file,
                  const char *field,
                  const char *value)
{
  g_string_append (file, "      <ExtendedAttribute>\n");
  relm_mspdi_append_text (file, 4, "FieldID", field);
  relm_mspdi_append_text (file, 4, "Value", value);
  g_string_append (file, "      </ExtendedAttribute>\n");
}

/* What was planned stands beside what happened, where the two differ, as a baseline. */
static void
append_baseline (GString *file,
                 RelmRecord *record,
                 RelmSpan span)
{
  const RelmDate start = get_date (record, "planned_start");
  const RelmDate last = get_date (record, "planned_finish");
  const RelmDate finish = last != RELM_DATE_NONE ? last : get_date (record, "planned");

  if ((start == RELM_DATE_NONE || start == span.start) && (finish == RELM_DATE_NONE || finish == span.finish))
    return;
  g_string_append (file, "      <Baseline>\n");
  relm_mspdi_append_integer (file, 4, "Number", 0);
  relm_mspdi_append_date (file, 4, "Start", start, RELM_MSPDI_START);
  relm_mspdi_append_date (file, 4, "Finish", finish, RELM_MSPDI_FINISH);
  g_string_append (file, "      </Baseline>\n");
}

static void
append_task (Writer *self,
             guint index)
{
  const RelmReportRow *row = relm_report_outline_get_row (self->outline, index);
  g_autofree char *number = relm_report_outline_dup_number (self->outline, index);
  g_autofree char *title = dup_title (row->record);

  g_string_append (self->file, "    <Task>\n");
  relm_mspdi_append_integer (self->file, 3, "UID", index + 1);
  relm_mspdi_append_integer (self->file, 3, "ID", index + 1);
  relm_mspdi_append_text (self->file, 3, "Name", title);
  relm_mspdi_append_integer (self->file, 3, "Active", !relm_plan_is_cancelled (row->record));
  relm_mspdi_append_integer (self->file, 3, "Manual", is_manual (row));
  relm_mspdi_append_integer (self->file, 3, "Type", 1); /* of fixed duration */
  relm_mspdi_append_integer (self->file, 3, "IsNull", 0);
  relm_mspdi_append_text (self->file, 3, "WBS", number);
  relm_mspdi_append_text (self->file, 3, "OutlineNumber", number);
  relm_mspdi_append_integer (self->file, 3, "OutlineLevel", row->depth + 1);
  relm_mspdi_append_integer (self->file, 3, "Priority", get_priority (row->record));
  append_times (self, row);
  relm_mspdi_append_integer (self->file, 3, "EffortDriven", 0);
  relm_mspdi_append_integer (self->file, 3, "Estimated", 0);
  relm_mspdi_append_integer (self->file, 3, "Milestone", is_milestone (row));
  relm_mspdi_append_integer (self->file, 3, "Summary", row->has_rows);
  append_progress (self, row);
  append_constraint (self, index, row);
  append_words (self, row->record);
  append_links (self, index);
  append_attribute (self->file, RELM_MSPDI_KIND_FIELD, relm_record_get_kind (row->record)->name);
  append_attribute (self->file, RELM_MSPDI_ID_FIELD, relm_record_get_id (row->record));
  append_baseline (self->file, row->record, row->span);
  g_string_append (self->file, "    </Task>\n");
}

/* Per cent of a person. */
static void
append_units (Writer *self,
              const char *name,
              gint64 per_cent)
{
  g_autofree char *units = g_strdup_printf ("%d.%02d", (int) per_cent / 100, (int) per_cent % 100);

  relm_mspdi_append_text (self->file, 3, name, units);
}

static void
append_resources (Writer *self)
{
  RelmRecordList *people = relm_project_get_list (self->project, RELM_TYPE_PERSON);

  g_string_append (self->file, "  <Resources>\n");
  for (guint i = 0; i < relm_record_list_get_size (people); i++)
    {
      RelmRecord *person = relm_record_list_get (people, i);

      g_string_append (self->file, "    <Resource>\n");
      relm_mspdi_append_integer (self->file, 3, "UID", i + 1);
      relm_mspdi_append_integer (self->file, 3, "ID", i + 1);
      relm_mspdi_append_text (self->file, 3, "Name", relm_record_get_title (person));
      relm_mspdi_append_integer (self->file, 3, "Type", 1); /* work */
      relm_mspdi_append_integer (self->file, 3, "IsNull", 0);
      relm_mspdi_append_text (self->file, 3, "Group", relm_record_get_string (person, RELM_PERSON_ROLE));
      relm_mspdi_append_text (self->file, 3, "EmailAddress", relm_record_get_string (person, RELM_PERSON_EMAIL));
      append_units (self, "MaxUnits", relm_record_get_integer (person, RELM_PERSON_CAPACITY));
      relm_mspdi_append_integer (self->file, 3, "CalendarUID", relm_mspdi_get_person_calendar_uid (self->project, person));
      g_string_append (self->file, "    </Resource>\n");
    }
  g_string_append (self->file, "  </Resources>\n");
}

static void
append_assignments (Writer *self)
{
  RelmRecordList *people = relm_project_get_list (self->project, RELM_TYPE_PERSON);
  guint n = 0;

  g_string_append (self->file, "  <Assignments>\n");
  for (guint i = 0; i < relm_report_outline_get_n_rows (self->outline); i++)
    {
      RelmRecord *record = relm_report_outline_get_row (self->outline, i)->record;
      const int field = find_field (record, "assignee"), share = find_field (record, "allocation");
      RelmRecord *person = field >= 0 ? relm_project_resolve (self->project, record, (guint) field) : NULL;
      guint position;

      if (person == NULL || !relm_record_list_find (people, person, &position))
        continue;
      g_string_append (self->file, "    <Assignment>\n");
      relm_mspdi_append_integer (self->file, 3, "UID", ++n);
      relm_mspdi_append_integer (self->file, 3, "TaskUID", i + 1);
      relm_mspdi_append_integer (self->file, 3, "ResourceUID", position + 1);
      append_units (self, "Units", share >= 0 ? relm_record_get_integer (record, (guint) share) : 100);
      relm_mspdi_append_duration (self->file, 3, "Work", get_duration (self, relm_report_outline_get_row (self->outline, i)));
      g_string_append (self->file, "    </Assignment>\n");
    }
  g_string_append (self->file, "  </Assignments>\n");
}

static void
append_head (Writer *self,
             const RelmReportOptions *options)
{
  GString *file = self->file;
  const char *title = relm_record_get_title (options->release != NULL ? options->release : RELM_RECORD (self->project));
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (options->now);
  g_autofree char *created = now != NULL ? g_date_time_format (now, "%Y-%m-%dT%H:%M:%S") : NULL;
  RelmSpan span = { 0 };

  for (guint i = 0; i < relm_report_outline_get_n_rows (self->outline); i++)
    span = relm_span_union (span, relm_report_outline_get_row (self->outline, i)->span);
  g_string_append (file, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                         "<Project xmlns=\"" RELM_MSPDI_NAMESPACE "\">\n");
  relm_mspdi_append_integer (file, 1, "SaveVersion", 14);
  relm_mspdi_append_text (file, 1, "Title", title);
  relm_mspdi_append_text (file, 1, "CreationDate", created);
  relm_mspdi_append_integer (file, 1, "ScheduleFromStart", 1);
  relm_mspdi_append_date (file, 1, "StartDate", span.start, RELM_MSPDI_START);
  relm_mspdi_append_date (file, 1, "FinishDate", span.finish, RELM_MSPDI_FINISH);
  relm_mspdi_append_integer (file, 1, "CalendarUID",
                             relm_mspdi_get_calendar_uid (self->project, RELM_RECORD (self->project), RELM_PROJECT_CALENDAR));
  relm_mspdi_append_text (file, 1, "DefaultStartTime", "08:00:00");
  relm_mspdi_append_text (file, 1, "DefaultFinishTime", "17:00:00");
  relm_mspdi_append_integer (file, 1, "MinutesPerDay", RELM_MSPDI_DAY_MINUTES);
  relm_mspdi_append_integer (file, 1, "MinutesPerWeek", 5 * RELM_MSPDI_DAY_MINUTES);
  relm_mspdi_append_integer (file, 1, "DaysPerMonth", 20);
  relm_mspdi_append_integer (file, 1, "DefaultTaskType", 1);
  relm_mspdi_append_integer (file, 1, "DurationFormat", 7);
  relm_mspdi_append_date (file, 1, "StatusDate", relm_record_get_date (RELM_RECORD (self->project), RELM_PROJECT_STATUS_DATE),
                          RELM_MSPDI_FINISH);
}

static void
append_attributes (GString *file)
{
  static const char *const fields[][3] = {
    { RELM_MSPDI_KIND_FIELD, "Text1", "Relm kind" },
    { RELM_MSPDI_ID_FIELD, "Text2", "Relm id" },
  };

  g_string_append (file, "  <ExtendedAttributes>\n");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_string_append (file, "    <ExtendedAttribute>\n");
      relm_mspdi_append_text (file, 3, "FieldID", fields[i][0]);
      relm_mspdi_append_text (file, 3, "FieldName", fields[i][1]);
      relm_mspdi_append_text (file, 3, "Alias", fields[i][2]);
      g_string_append (file, "    </ExtendedAttribute>\n");
    }
  g_string_append (file, "  </ExtendedAttributes>\n");
}

/**
 * relm_report_mspdi_write:
 *
 * What stays where a person put it is a task that is scheduled by hand; what has no predecessors starts no earlier than planned.
 * A task's kind and identifier are in its fields Text1 and Text2, from which relm_mspdi_import() makes the same records again.
 * Elements come in the order of the schema.
 *
 * Returns: (transfer full): the file
 */
GBytes *
relm_report_mspdi_write (RelmProject *project,
                         const RelmReportOptions *options)
{
  g_autoptr (RelmReportOutline) outline = relm_report_outline_new (project, options->release);
  g_autoptr (GArray) links = relm_report_links_new (project, outline);
  g_autoptr (RelmCalendar) calendar = relm_plan_compile_calendar (project);
  Writer writer = { project, outline, links, calendar, g_string_new (NULL) };

  append_head (&writer, options);
  append_attributes (writer.file);
  relm_mspdi_append_calendars (writer.file, project);
  g_string_append (writer.file, "  <Tasks>\n");
  for (guint i = 0; i < relm_report_outline_get_n_rows (outline); i++)
    if (!RELM_IS_FREEZE_WINDOW (relm_report_outline_get_row (outline, i)->record)) /* nobody works on it */
      append_task (&writer, i);
  g_string_append (writer.file, "  </Tasks>\n");
  append_resources (&writer);
  append_assignments (&writer);
  g_string_append (writer.file, "</Project>\n");
  return g_string_free_to_bytes (writer.file);
}
