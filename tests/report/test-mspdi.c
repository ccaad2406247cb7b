/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "relm-milestone.h"
#include "relm-mspdi-import.h"
#include "relm-mspdi-text.h"
#include "relm-person.h"
#include "relm-phase.h"
#include "relm-release.h"
#include "relm-report-links.h"
#include "relm-report-mspdi.h"
#include "relm-schedule-dependency.h"
#include "relm-test-plan.h"
#include "relm-work-calendar.h"
#include "relm-work-exception.h"
#include "relm-work-item.h"

static RelmProject *
create_project (void)
{
  RelmProject *project = relm_project_new ();

  relm_test_plan_set (project, RELM_RECORD (project), "name", "Plan & <more>");
  relm_test_plan_add (project, RELM_TYPE_PERSON, "per-1", "name", "Ann", "email", "ann@example.org", "role", "Lead", NULL);
  relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", "version", "1.0", "name", "First one", "planned_start", "2027-01-04",
                      "planned", "2027-03-01", "committed", "2027-03-31", NULL);
  relm_test_plan_add (project, RELM_TYPE_PHASE, "pha-1", "name", "Build", "release", "rel-1", "planned_start", "2027-01-04",
                      "planned_finish", "2027-01-29", "actual_start", "2027-01-05", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-1", "title", "Parser \"one\" & two", "release", "rel-1", "phase", "pha-1",
                      "assignee", "per-1", "planned_start", "2027-01-04", "planned_finish", "2027-01-08", "actual_start",
                      "2027-01-04", "progress", "40", "state", "in_progress", "priority", "high", "description", "Line\nline",
                      "url", "https://example.org/1", "deadline", "2027-01-15", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-2", "title", "Tables", "release", "rel-1", "phase", "pha-1", "parent",
                      "wi-1", "planned_start", "2027-01-11", "planned_finish", "2027-01-15", "scheduling", "pinned", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-3", "title", "Dropped", "release", "rel-1", "phase", "pha-1", "state",
                      "cancelled", "constraint", "finish_no_later", "constraint_date", "2027-02-01", NULL);
  relm_test_plan_add (project, RELM_TYPE_MILESTONE, "mil-1", "name", "Freeze", "release", "rel-1", "planned", "2027-01-29", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-4", "title", "Site", "state", "done", "planned_start", "2027-02-01",
                      "planned_finish", "2027-02-05", "actual_start", "2027-02-01", "actual_finish", "2027-02-04", NULL);
  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-1", "predecessor", "wi-1", "successor", "mil-1",
                      "lag_minutes", "960", NULL);
  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-2", "predecessor", "wi-2", "successor", "wi-3", "type", "ss",
                      "lag_minutes", "-90", NULL);
  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-3", "predecessor", "pha-1", "successor", "wi-4", "type", "ff", NULL);
  relm_test_plan_add (project, RELM_TYPE_SCHEDULE_DEPENDENCY, "dep-4", "predecessor", "wi-4", "successor", "wi-1", "type", "sf", NULL);
  return project;
}

/* Everything that is said of the rows of a plan, without identifiers. */
static char *
describe (RelmProject *project)
{
  static const char *const members[] = {
    "planned_start", "planned_finish", "planned", "actual_start", "actual_finish", "actual", "committed", "deadline",
    "constraint_date",
  };
  static const char *const words[] = { "name", "state", "priority", "scheduling", "constraint", "description", "url" };
  g_autoptr (RelmReportOutline) outline = relm_report_outline_new (project, NULL);
  g_autoptr (GArray) links = relm_report_links_new (project, outline);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < relm_report_outline_get_n_rows (outline); i++)
    {
      RelmRecord *record = relm_report_outline_get_row (outline, i)->record;
      const RelmKind *kind = relm_record_get_kind (record);
      g_autofree char *number = relm_report_outline_dup_number (outline, i);

      g_string_append_printf (text, "%s %s “%s”", number, kind->name, relm_record_get_title (record));
      for (guint j = 0; j < G_N_ELEMENTS (members); j++)
        {
          const int field = relm_kind_find_field (kind, members[j]);
          g_autofree char *date = relm_date_format (field >= 0 ? relm_record_get_date (record, (guint) field) : RELM_DATE_NONE);

          if (*date != '\0')
            g_string_append_printf (text, " %s=%s", members[j], date);
        }
      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        {
          const int field = relm_kind_find_field (kind, words[j]);

          if (field >= 0 && relm_record_get_string (record, (guint) field) != NULL)
            g_string_append_printf (text, " %s=%s", words[j], relm_record_get_string (record, (guint) field));
        }
      if (RELM_IS_WORK_ITEM (record) && relm_project_resolve (project, record, RELM_WORK_ITEM_ASSIGNEE) != NULL)
        g_string_append_printf (text, " by %s", relm_record_get_title (relm_project_resolve (project, record, RELM_WORK_ITEM_ASSIGNEE)));
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < links->len; i++)
    {
      g_autofree char *link = relm_report_link_dup_text (&g_array_index (links, RelmReportLink, i));

      g_string_append_printf (text, "%u: %s\n", g_array_index (links, RelmReportLink, i).to + 1, link);
    }
  return g_string_free (text, FALSE);
}

static void
insert_all (RelmProject *project,
            RelmMspdiImport *import)
{
  for (guint i = 0; i < import->records->len; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (relm_project_insert (project, import->records->pdata[i], G_MAXUINT, &error));
      g_assert_no_error (error);
    }
}

static RelmMspdiPlan *
read_text (const char *text,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return relm_mspdi_read (bytes, "plan.xml", error);
}

static char *
write_text (RelmProject *project)
{
  const RelmReportOptions options = { .now = 1577836800 };
  g_autoptr (GBytes) bytes = relm_report_mspdi_write (project, &options);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Out and in again: the same rows, dates, links and people. */
static void
test_round_trip (void)
{
  g_autoptr (RelmProject) project = create_project ();
  g_autoptr (RelmProject) other = relm_project_new ();
  g_autofree char *before = describe (project);
  g_autofree char *text = write_text (project);
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_auto (GStrv) problems = NULL;
  g_autoptr (RelmMspdiImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmMspdiPlan) plan = read_text (text, &error);

  g_assert_no_error (error);
  import = relm_mspdi_import (plan, other, NULL, "plan");
  g_assert_cmpuint (import->left_out->len, ==, 0);
  g_assert_cmpuint (import->n_tasks, ==, 7);
  g_assert_cmpuint (import->n_links, ==, 4);
  g_assert_cmpuint (import->n_people, ==, 1);
  insert_all (other, import);
  after = describe (other);
  g_assert_cmpstr (after, ==, before);
  problems = relm_project_list_problems (other);
  g_assert_null (problems[0]);
}

/* Into a project that knows the people, nobody is added. */
static void
test_people (void)
{
  g_autoptr (RelmProject) project = create_project ();
  g_autofree char *text = write_text (project);
  g_autoptr (RelmMspdiPlan) plan = read_text (text, NULL);
  g_autoptr (RelmMspdiImport) import = relm_mspdi_import (plan, project, NULL, "plan");

  g_assert_cmpuint (import->n_people, ==, 0);
  insert_all (project, import);
  g_assert_cmpuint (relm_record_list_get_size (relm_project_get_list (project, RELM_TYPE_PERSON)), ==, 1);
  g_assert_cmpuint (relm_record_list_get_size (relm_project_get_list (project, RELM_TYPE_RELEASE)), ==, 2);
}

#define HEAD "<?xml version=\"1.0\"?><Project xmlns=\"http://schemas.microsoft.com/project\"><Title>Shop</Title>"
#define TASK(uid, level, more)                                                                                         \
  "<Task><UID>" uid "</UID><Name>T" uid "</Name><OutlineLevel>" level "</OutlineLevel><Start>2027-05-03T08:00:00</Start>" \
  "<Finish>2027-05-07T17:00:00</Finish><Duration>PT40H0M0S</Duration>" more "</Task>"
#define LINK(uid, more) "<PredecessorLink><PredecessorUID>" uid "</PredecessorUID>" more "</PredecessorLink>"

/* A field of the first record of a kind. */
static gint64
get_number (RelmProject *project,
            GType type,
            const char *field)
{
  RelmRecord *record = relm_record_list_get (relm_project_get_list (project, type), 0);

  return relm_record_get_integer (record, (guint) relm_kind_find_field (relm_record_get_kind (record), field));
}

/* What another program wrote, with what Relm has no place for. */
static void
test_foreign (void)
{
  static const char text[] =
    "\357\273\277" HEAD "<Calendars><Calendar><UID>1</UID><Exceptions><Exception/></Exceptions></Calendar></Calendars><Tasks>"
    TASK ("0", "0", "") TASK ("1", "1", "<Summary>1</Summary>") TASK ("2", "2", "<Baseline><Number>0</Number></Baseline>")
    TASK ("3", "2", "<Milestone>1</Milestone>" LINK ("2", "<Type>1</Type><LinkLag>14400</LinkLag><LagFormat>8</LagFormat>"))
    TASK ("4", "2", LINK ("2", "<LinkLag>50</LinkLag><LagFormat>19</LagFormat>")) TASK ("5", "3", "")
    TASK ("6", "1", LINK ("99", "<CrossProject>1</CrossProject>"))
    "<Task><UID>7</UID><IsNull>1</IsNull></Task></Tasks>"
    "<Resources><Resource><UID>0</UID></Resource><Resource><UID>1</UID><Name>Bo</Name><MaxUnits>0.8</MaxUnits></Resource>"
    "<Resource><UID>2</UID><Name>Paint</Name><Type>0</Type></Resource></Resources>"
    "<Assignments><Assignment><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID><Units>0.25</Units></Assignment>"
    "<Assignment><TaskUID>3</TaskUID><ResourceUID>1</ResourceUID></Assignment>"
    "<Assignment><TaskUID>6</TaskUID><ResourceUID>-65535</ResourceUID></Assignment></Assignments></Project>";
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmMspdiPlan) plan = read_text (text, &error);
  g_autoptr (RelmMspdiImport) import = NULL;
  g_autofree char *after = NULL;

  g_assert_no_error (error);
  import = relm_mspdi_import (plan, project, NULL, "plan");
  insert_all (project, import);
  after = describe (project);
#define DATES " planned_start=2027-05-03 planned_finish=2027-05-07"
#define WORK " state=open priority=normal scheduling=automatic constraint=asap"
  g_assert_cmpstr (after, ==,
                   "1 release “Shop” state=planned scheduling=pinned\n"
                   "1.1 phase “T1”" DATES " name=T1 scheduling=automatic\n"
                   "1.1.1 work-item “T2”" DATES WORK " by Bo\n"
                   "1.1.2 work-item “T4”" DATES WORK "\n"
                   "1.1.2.1 work-item “T5”" DATES WORK "\n"
                   "1.2 milestone “T3” planned=2027-05-07 name=T3 scheduling=automatic\n"
                   "1.3 work-item “T6”" DATES WORK "\n"
                   "4: 3\n"
                   "6: 3FS+1d\n");
  g_assert_cmpint (get_number (project, RELM_TYPE_PERSON, "capacity"), ==, 80);
  g_assert_cmpint (get_number (project, RELM_TYPE_WORK_ITEM, "allocation"), ==, 25);
  g_assert_cmpuint (import->left_out->len, ==, 6);
  g_assert_cmpstr (import->left_out->pdata[0], ==, "1 material or cost");
}

static void
test_into_release (void)
{
  g_autoptr (RelmProject) project = create_project ();
  g_autoptr (RelmMspdiPlan) plan = read_text (HEAD "<Tasks>" TASK ("1", "1", "") "</Tasks></Project>", NULL);
  g_autoptr (RelmMspdiImport) import = relm_mspdi_import (plan, project, relm_project_lookup (project, "rel-1"), "plan");

  g_assert_cmpuint (import->records->len, ==, 1);
  g_assert_cmpstr (relm_record_get_string (import->records->pdata[0], RELM_WORK_ITEM_RELEASE), ==, "rel-1");
}

static void
test_bad (void)
{
  static const struct
  {
    const char *text;
    RelmMspdiError code;
    const char *words;
  } rows[] = {
    { "", RELM_MSPDI_ERROR_SYNTAX, "plan.xml:1:" },
    { "{}", RELM_MSPDI_ERROR_SYNTAX, "plan.xml:1:" },
    { "<project/>", RELM_MSPDI_ERROR_STRUCTURE, "XML Format" },
    { HEAD "</Project>", RELM_MSPDI_ERROR_STRUCTURE, "no tasks" },
    { HEAD "<Tasks></Project>", RELM_MSPDI_ERROR_SYNTAX, "Tasks" },
    { HEAD "<Tasks><Task/></Tasks></Project>", RELM_MSPDI_ERROR_STRUCTURE, "no UID" },
    { HEAD "<Tasks>" TASK ("1", "1", "") "\n" TASK ("1", "1", "") "</Tasks></Project>", RELM_MSPDI_ERROR_STRUCTURE, "plan.xml:2:" },
    { HEAD "<Tasks><Task><UID>x</UID></Task></Tasks></Project>", RELM_MSPDI_ERROR_VALUE, "“UID” cannot be “x”" },
    { HEAD "<Tasks>" TASK ("1", "1", "<Deadline>2027-02-30T17:00:00</Deadline>") "</Tasks></Project>", RELM_MSPDI_ERROR_VALUE, "Deadline" },
    { HEAD "<Tasks>" TASK ("1", "1", "<Deadline>tomorrow</Deadline>") "</Tasks></Project>", RELM_MSPDI_ERROR_VALUE, "tomorrow" },
    { HEAD "<Tasks>" TASK ("1", "1", "<Deadline>2027-02-03T25:00:00</Deadline>") "</Tasks></Project>", RELM_MSPDI_ERROR_VALUE, "25" },
    { HEAD "<Tasks>" TASK ("1", "1", "<Duration>3 days</Duration>") "</Tasks></Project>", RELM_MSPDI_ERROR_VALUE, "3 days" },
    { HEAD "<Tasks>\n" TASK ("1", "1", LINK ("9", "")) "</Tasks></Project>", RELM_MSPDI_ERROR_REFERENCE, "plan.xml:2: “T1” waits" },
    { HEAD "<Tasks>" TASK ("1", "1", LINK ("1", "<Type>7</Type>")) "</Tasks></Project>", RELM_MSPDI_ERROR_REFERENCE, "Type" },
    { HEAD "<Tasks>" TASK ("1", "1", "") "</Tasks><Assignments><Assignment><TaskUID>4</TaskUID></Assignment></Assignments></Project>",
      RELM_MSPDI_ERROR_REFERENCE, "UID 4" },
    { HEAD "<Tasks>" TASK ("1", "1", "") "</Tasks><Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>5</ResourceUID>"
           "</Assignment></Assignments></Project>", RELM_MSPDI_ERROR_REFERENCE, "UID 5" },
    { "<!DOCTYPE x [<!ENTITY a \"b\">]>" HEAD "<Tasks>" TASK ("1", "1", "") "</Tasks></Project>", RELM_MSPDI_ERROR_SYNTAX, "document type" },
    { HEAD "<Tasks>" TASK ("1", "1", "<Notes>&a;</Notes>") "</Tasks></Project>", RELM_MSPDI_ERROR_SYNTAX, "plan.xml" },
    { HEAD "<Tasks>" TASK ("1", "1", "<Notes>\377</Notes>") "</Tasks></Project>", RELM_MSPDI_ERROR_SYNTAX, "UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (rows[i].text, &error));
      g_assert_error (error, RELM_MSPDI_ERROR, (int) rows[i].code);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, rows[i].words));
    }
}

/* Cut at every byte: an error with a place, and only the whole file is a plan. */
static void
test_truncated (void)
{
  g_autoptr (RelmProject) project = create_project ();
  g_autofree char *text = write_text (project);
  const gsize length = strlen (text);

  for (gsize i = 0; i < length - strlen ("\n"); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, i);
      g_autoptr (GError) error = NULL;

      g_assert_null (relm_mspdi_read (bytes, "plan.xml", &error));
      g_assert_cmpint (error->domain, ==, RELM_MSPDI_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "plan.xml:"));
    }
}

static void
test_limits (void)
{
  g_autoptr (GString) deep = g_string_new (HEAD);
  g_autoptr (GString) many = g_string_new (HEAD "<Tasks>");
  g_autoptr (GString) outline = g_string_new (HEAD "<Tasks>");
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (RelmMspdiPlan) plan = NULL;
  g_autoptr (RelmMspdiImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) huge = g_bytes_new_take (g_malloc0 (100 * 1024 * 1024), 100 * 1024 * 1024);

  for (guint i = 0; i < 10000; i++)
    g_string_append (deep, "<a>");
  g_assert_null (read_text (deep->str, &error));
  g_assert_error (error, RELM_MSPDI_ERROR, RELM_MSPDI_ERROR_TOO_LARGE);
  g_clear_error (&error);

  g_assert_null (relm_mspdi_read (huge, "plan.xml", &error));
  g_assert_error (error, RELM_MSPDI_ERROR, RELM_MSPDI_ERROR_TOO_LARGE);
  g_clear_error (&error);

  for (guint i = 0; i < RELM_MSPDI_MAX_TASKS + 10; i++)
    g_string_append_printf (many, "<Task><UID>%u</UID></Task>", i);
  g_assert_null (read_text (many->str, &error));
  g_assert_error (error, RELM_MSPDI_ERROR, RELM_MSPDI_ERROR_TOO_LARGE);
  g_clear_error (&error);

  /* An outline of ten thousand levels is odd and no reason to fail. */
  for (guint i = 1; i <= 10000; i++)
    g_string_append_printf (outline, "<Task><UID>%u</UID><OutlineLevel>%u</OutlineLevel></Task>", i, i);
  g_string_append (outline, "</Tasks></Project>");
  plan = read_text (outline->str, &error);
  g_assert_no_error (error);
  import = relm_mspdi_import (plan, project, NULL, "plan");
  g_assert_cmpuint (import->n_tasks, ==, 10001);
}

static void
test_times (void)
{
  RelmDate date;
  gint64 minutes;

  g_assert_true (relm_mspdi_parse_date ("2027-05-03T17:00:00", RELM_MSPDI_FINISH, &date));
  g_assert_cmpint (date, ==, relm_date_from_ymd (2027, 5, 3));
  g_assert_true (relm_mspdi_parse_date ("2027-05-03T00:00:00", RELM_MSPDI_FINISH, &date));
  g_assert_cmpint (date, ==, relm_date_from_ymd (2027, 5, 2));
  g_assert_true (relm_mspdi_parse_date ("2027-05-03T00:00:00", RELM_MSPDI_START, &date));
  g_assert_cmpint (date, ==, relm_date_from_ymd (2027, 5, 3));
  g_assert_true (relm_mspdi_parse_date ("NA", RELM_MSPDI_START, &date));
  g_assert_cmpint (date, ==, RELM_DATE_NONE);
  g_assert_false (relm_mspdi_parse_date ("2027-5-3T17:00:00", RELM_MSPDI_START, &date));
  g_assert_false (relm_mspdi_parse_date ("2027-05-03T", RELM_MSPDI_START, &date));
  g_assert_true (relm_mspdi_parse_duration ("PT16H30M0S", &minutes));
  g_assert_cmpint (minutes, ==, 990);
  g_assert_true (relm_mspdi_parse_duration ("P1DT1H", &minutes));
  g_assert_cmpint (minutes, ==, 1500);
  g_assert_false (relm_mspdi_parse_duration ("P", &minutes));
  g_assert_false (relm_mspdi_parse_duration ("PT1e999H", &minutes));
  g_assert_false (relm_mspdi_parse_duration ("PT99999999999H", &minutes));
  g_assert_false (relm_mspdi_parse_duration ("PT-1H", &minutes));
}

/* Days that differ stand in the calendars that they are of. */
static void
test_calendars (void)
{
  g_autoptr (RelmProject) project = create_project ();
  g_autofree char *text = NULL;

  relm_test_plan_add (project, RELM_TYPE_WORK_CALENDAR, "cal-1", "name", "Saturdays", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_EXCEPTION, "exc-1", "name", "New Year", "start", "2027-01-01", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_EXCEPTION, "exc-2", "name", "Leave", "of", "per-1", "start", "2027-01-11", "finish",
                      "2027-01-15", NULL);
  relm_test_plan_set (project, relm_project_lookup (project, "wi-1"), "allocation", "25");
  text = write_text (project);
  g_assert_nonnull (strstr (text, "<Units>0.25</Units>"));
  g_assert_nonnull (strstr (text, "<Name>Saturdays</Name>"));
  g_assert_nonnull (strstr (text, "<ToDate>2027-01-15T23:59:00</ToDate>"));
  g_assert_nonnull (strstr (text, "<CalendarUID>100001</CalendarUID>"));
}

/* The same calendars, and the same days that differ, of everybody, of a calendar and of a person. */
static void
test_calendars_again (void)
{
  g_autoptr (RelmProject) project = create_project ();
  g_autoptr (RelmProject) other = relm_project_new ();
  RelmRecord *calendar = relm_test_plan_add (project, RELM_TYPE_WORK_CALENDAR, "cal-1", "name", "Weekend", NULL);
  const char *hours[] = { "sat,sun 10:00-14:00", NULL };
  g_auto (RelmValue) value = { .type = RELM_FIELD_STRINGS };
  g_autofree char *text = NULL;
  g_autoptr (RelmMspdiPlan) plan = NULL;
  g_autoptr (RelmMspdiImport) import = NULL;
  RelmRecordList *list;
  const char *const *week;

  relm_value_take_strings (&value, g_strdupv ((char **) hours));
  relm_project_swap_value (project, calendar, RELM_WORK_CALENDAR_HOURS, &value);
  relm_test_plan_set (project, relm_project_lookup (project, "wi-1"), "calendar", "cal-1");
  relm_test_plan_add (project, RELM_TYPE_WORK_EXCEPTION, "exc-1", "name", "New Year", "start", "2027-01-01", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_EXCEPTION, "exc-2", "name", "Leave", "of", "per-1", "start", "2027-01-11", "finish",
                      "2027-01-15", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_EXCEPTION, "exc-3", "name", "Fair", "of", "cal-1", "start", "2027-01-16", "hours",
                      "09:00-12:00", NULL);
  text = write_text (project);
  plan = read_text (text, NULL);
  import = relm_mspdi_import (plan, other, NULL, "plan");
  g_assert_cmpuint (import->left_out->len, ==, 0);
  insert_all (other, import);

  list = relm_project_get_list (other, RELM_TYPE_WORK_CALENDAR);
  g_assert_cmpuint (relm_record_list_get_size (list), ==, 1);
  week = relm_record_get_strings (relm_record_list_get (list, 0), RELM_WORK_CALENDAR_HOURS);
  g_assert_cmpstr (week[0], ==, "sat-sun 10:00-14:00");
  g_assert_null (week[1]);
  calendar = relm_record_list_get (list, 0);
  list = relm_project_get_list (other, RELM_TYPE_WORK_EXCEPTION);
  g_assert_cmpuint (relm_record_list_get_size (list), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      RelmRecord *exception = relm_record_list_get (list, i);
      RelmRecord *of = relm_project_resolve (other, exception, RELM_WORK_EXCEPTION_OF);

      if (g_str_equal (relm_record_get_title (exception), "New Year"))
        g_assert_null (of);
      else if (g_str_equal (relm_record_get_title (exception), "Leave"))
        g_assert_true (RELM_IS_PERSON (of));
      else
        {
          g_assert_true (of == calendar);
          g_assert_cmpstr (relm_record_get_string (exception, RELM_WORK_EXCEPTION_HOURS), ==, "09:00-12:00");
        }
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/mspdi/round-trip", test_round_trip);
  g_test_add_func ("/report/mspdi/people", test_people);
  g_test_add_func ("/report/mspdi/foreign", test_foreign);
  g_test_add_func ("/report/mspdi/into-release", test_into_release);
  g_test_add_func ("/report/mspdi/bad", test_bad);
  g_test_add_func ("/report/mspdi/truncated", test_truncated);
  g_test_add_func ("/report/mspdi/limits", test_limits);
  g_test_add_func ("/report/mspdi/times", test_times);
  g_test_add_func ("/report/mspdi/calendars", test_calendars);
  g_test_add_func ("/report/mspdi/calendars-again", test_calendars_again);
  return g_test_run ();
}
