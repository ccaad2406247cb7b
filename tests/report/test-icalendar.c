/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "relm-freeze-window.h"
#include "relm-icalendar-text.h"
#include "relm-milestone.h"
#include "relm-phase.h"
#include "relm-release.h"
#include "relm-report-icalendar.h"
#include "relm-test-plan.h"
#include "relm-work-item.h"

#define NOW (1577836800 + 60 * 1000) /* a thousand minutes after 2020 began */

static char *
export (RelmProject *project,
        const char *previous,
        gint64 now,
        gboolean with_work)
{
  g_autoptr (GBytes) before = previous != NULL ? g_bytes_new_static (previous, strlen (previous)) : NULL;
  const RelmReportOptions options = { .previous = before, .now = now, .with_work = with_work };
  g_autoptr (GBytes) bytes = relm_report_icalendar_write (project, &options);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static RelmProject *
create_project (void)
{
  RelmProject *project = relm_project_new ();

  relm_test_plan_set (project, RELM_RECORD (project), "name", "Plan");
  relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", "version", "1.0", "planned_start", "2027-01-04", "planned",
                      "2027-03-01", "goal", "Ship; all\nof it, now", NULL);
  relm_test_plan_add (project, RELM_TYPE_MILESTONE, "mil-1", "name", "Freeze", "release", "rel-1", "planned", "2027-12-31", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-1", "title", "Parser", "state", "cancelled", "url",
                      "https://example.org/1", "planned_start", "2027-01-04", "planned_finish", "2027-01-08", NULL);
  relm_test_plan_add (project, RELM_TYPE_PHASE, "pha-1", "name", "Some time", "release", "rel-1", NULL);
  return project;
}

static void
test_file (void)
{
  g_autoptr (RelmProject) project = create_project ();
  g_autofree char *text = export (project, NULL, NOW, TRUE);

  g_assert_cmpstr (text, ==,
                   "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Relm//Relm " RELM_VERSION "//EN\r\nCALSCALE:GREGORIAN\r\n"
                   "NAME:Plan\r\nX-WR-CALNAME:Plan\r\nREFRESH-INTERVAL;VALUE=DURATION:P1D\r\n"
                   "BEGIN:VEVENT\r\nUID:rel-1@relm-app.github.io\r\nDTSTART;VALUE=DATE:20270301\r\nDTEND;VALUE=DATE:20270302\r\n"
                   "SUMMARY:Plan 1.0\r\nDESCRIPTION:Ship\\; all\\nof it\\, now\r\nCATEGORIES:Release\r\nSTATUS:CONFIRMED\r\n"
                   "TRANSP:TRANSPARENT\r\nDTSTAMP:20200101T164000Z\r\nLAST-MODIFIED:20200101T164000Z\r\nSEQUENCE:1000\r\n"
                   "END:VEVENT\r\n"
                   "BEGIN:VEVENT\r\nUID:mil-1@relm-app.github.io\r\nDTSTART;VALUE=DATE:20271231\r\nDTEND;VALUE=DATE:20280101\r\n"
                   "SUMMARY:Plan 1.0: Freeze\r\nCATEGORIES:Milestone\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\n"
                   "DTSTAMP:20200101T164000Z\r\nLAST-MODIFIED:20200101T164000Z\r\nSEQUENCE:1000\r\nEND:VEVENT\r\n"
                   "BEGIN:VEVENT\r\nUID:wi-1@relm-app.github.io\r\nDTSTART;VALUE=DATE:20270104\r\nDTEND;VALUE=DATE:20270109\r\n"
                   "SUMMARY:Plan: Parser\r\nCATEGORIES:Work item\r\nSTATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n"
                   "URL:https://example.org/1\r\nDTSTAMP:20200101T164000Z\r\nLAST-MODIFIED:20200101T164000Z\r\nSEQUENCE:1000\r\n"
                   "END:VEVENT\r\nEND:VCALENDAR\r\n");
}

static RelmIcalendarEvent *
find (GHashTable *events,
      const char *id)
{
  g_autofree char *uid = g_strconcat (id, "@relm-app.github.io", NULL);

  return g_hash_table_lookup (events, uid);
}

static GHashTable *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return relm_icalendar_read_events (bytes);
}

/* What has changed grows, and what has not stays to the byte; also when the clock goes back or does not move. */
static void
test_sequence (void)
{
  g_autoptr (RelmProject) project = create_project ();
  RelmRecord *milestone = relm_project_lookup (project, "mil-1");
  g_autofree char *first = export (project, NULL, NOW, FALSE);
  g_autofree char *same = export (project, first, NOW + 600, FALSE);
  g_autofree char *later = NULL;
  g_autofree char *back = NULL;
  g_autoptr (GHashTable) later_events = NULL;
  g_autoptr (GHashTable) back_events = NULL;

  g_assert_cmpstr (same, ==, first);
  relm_test_plan_set (project, milestone, "planned", "2028-01-01");
  later = export (project, first, NOW + 600, FALSE);
  later_events = read_text (later);
  g_assert_cmpuint (find (later_events, "mil-1")->sequence, ==, 1010);
  g_assert_cmpuint (find (later_events, "rel-1")->sequence, ==, 1000);
  g_assert_cmpstr (find (later_events, "mil-1")->stamp, ==, "20200101T165000Z");
  g_assert_cmpstr (find (later_events, "rel-1")->stamp, ==, "20200101T164000Z");

  relm_test_plan_set (project, milestone, "name", "Hard freeze");
  back = export (project, later, NOW - 6000, FALSE);
  back_events = read_text (back);
  g_assert_cmpuint (find (back_events, "mil-1")->sequence, ==, 1011);
  g_assert_cmpuint (find (back_events, "rel-1")->sequence, ==, 1000);
}

/* A freeze is its days, and says from when on the first of them. */
static void
test_freeze (void)
{
  g_autoptr (RelmProject) project = create_project ();
  g_autofree char *text = NULL;

  relm_test_plan_add (project, RELM_TYPE_FREEZE_WINDOW, "frz-1", "name", "Strings", "release", "rel-1", "start", "2027-01-20",
                      "finish", "2027-01-25", "time", "23:59", "zone", "UTC", NULL);
  text = export (project, NULL, NOW, FALSE);
  g_assert_nonnull (strstr (text, "UID:frz-1@relm-app.github.io\r\nDTSTART;VALUE=DATE:20270120\r\nDTEND;VALUE=DATE:20270126\r\n"
                                  "SUMMARY:Plan 1.0: Strings\r\nDESCRIPTION:From 23:59 UTC\r\n"));
}

/* No line of more than 75 octets, no character divided, and unfolded the same. */
static void
test_folding (void)
{
  static const char *const characters[] = { "x", "ü", "€", "😀", " " };

  for (guint length = 0; length < 400; length++)
    {
      g_autoptr (GString) file = g_string_new (NULL);
      g_autoptr (GString) line = g_string_new ("A:");
      g_auto (GStrv) pieces = NULL;
      g_auto (GStrv) folds = NULL;
      g_autofree char *unfolded = NULL;

      for (guint i = 0; i < length; i++)
        g_string_append (line, characters[(i * 7 + length) % G_N_ELEMENTS (characters)]);
      relm_icalendar_append_line (file, line->str);
      pieces = g_strsplit (file->str, "\r\n", -1);
      for (guint i = 0; pieces[i] != NULL; i++)
        {
          g_assert_cmpuint (strlen (pieces[i]), <=, 75);
          g_assert_true (g_utf8_validate (pieces[i], -1, NULL));
        }
      folds = g_strsplit (file->str, "\r\n ", -1);
      unfolded = g_strjoinv ("", folds);
      g_string_append (line, "\r\n");
      g_assert_cmpstr (unfolded, ==, line->str);
    }
}

static void
assert_escape (const char *text,
               const char *expected)
{
  g_autofree char *value = relm_icalendar_escape (text);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_escape (void)
{
  assert_escape (NULL, "");
  assert_escape ("a:b", "a:b");
  assert_escape ("a\\b;c,d\ne\r\nf", "a\\\\b\\;c\\,d\\ne\\nf");
  assert_escape ("a\001b", "a\357\277\275b");
  assert_escape ("x\nEND:VEVENT", "x\\nEND:VEVENT");
}

/* Whatever was in the place of the file: an answer, and a good file. */
static void
test_previous (void)
{
  g_autoptr (RelmProject) project = create_project ();
  g_autofree char *good = export (project, NULL, NOW, TRUE);
  static const char *const others[] = {
    "", "\n", "BEGIN:VEVENT", "BEGIN:VEVENT\r\nEND:VEVENT\r\n", " BEGIN:VEVENT\r\n", "\377\376\001",
    "BEGIN:VEVENT\r\nUID:mil-1@relm-app.github.io\r\nSEQUENCE:99999999999999999999\r\nEND:VEVENT\r\n",
    "BEGIN:VEVENT\r\nUID:mil-1@relm-app.github.io\r\nSEQUENCE:-4\r\nDTSTAMP:\r\nEND:VEVENT\r\n",
    "END:VEVENT\r\nBEGIN:VEVENT\r\nBEGIN:VEVENT\r\nUID:mil-1@relm-app.github.io\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *text = export (project, others[i], NOW, TRUE);
      g_autoptr (GHashTable) events = read_text (text);

      g_assert_cmpuint (g_hash_table_size (events), ==, 3);
      g_assert_cmpuint (find (events, "mil-1")->sequence, <=, G_MAXINT32);
    }
  for (gsize length = 0; length < strlen (good); length++)
    {
      g_autofree char *cut = g_strndup (good, length);
      g_autofree char *text = export (project, cut, NOW, TRUE);

      g_assert_cmpuint (strlen (text), ==, strlen (good));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/icalendar/file", test_file);
  g_test_add_func ("/report/icalendar/sequence", test_sequence);
  g_test_add_func ("/report/icalendar/freeze", test_freeze);
  g_test_add_func ("/report/icalendar/folding", test_folding);
  g_test_add_func ("/report/icalendar/escape", test_escape);
  g_test_add_func ("/report/icalendar/previous", test_previous);
  return g_test_run ();
}
