/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-gate.h"
#include "relm-milestone.h"
#include "relm-person.h"
#include "relm-release.h"
#include "relm-report-csv.h"
#include "relm-test-plan.h"
#include "relm-work-item.h"

static void
assert_cell (const char *text,
             const char *expected)
{
  g_autoptr (GString) row = g_string_new (NULL);

  relm_report_csv_append_cell (row, text);
  g_assert_cmpstr (row->str, ==, expected);
}

static void
test_quotes (void)
{
  assert_cell (NULL, "");
  assert_cell ("", "");
  assert_cell ("plain", "plain");
  assert_cell ("a b", "a b");
  assert_cell ("a,b", "\"a,b\"");
  assert_cell ("a;b", "\"a;b\"");
  assert_cell ("say \"when\"", "\"say \"\"when\"\"\"");
  assert_cell ("two\nlines", "\"two\nlines\"");
  assert_cell ("ü", "ü");
}

/* Nothing that a stranger writes starts a formula. */
static void
test_formulas (void)
{
  assert_cell ("=1+1", "'=1+1");
  assert_cell ("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"");
  assert_cell ("+1", "'+1");
  assert_cell ("-1", "'-1");
  assert_cell ("@SUM(A1)", "'@SUM(A1)");
  assert_cell ("\t=1", "\"'\t=1\"");
  assert_cell ("\r=1", "'=1");
  assert_cell ("\n=1", "\"'\n=1\"");
  assert_cell ("＝1", "'＝1");
  assert_cell ("1=1", "1=1");
  assert_cell ("a\001b\302\233c\342\200\256d", "a\357\277\275b\357\277\275c\357\277\275d");
}

static void
test_table (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  const RelmReportOptions options = { NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  relm_test_plan_add (project, RELM_TYPE_PERSON, "per-1", "name", "Ann, the lead", NULL);
  relm_test_plan_add (project, RELM_TYPE_RELEASE, "rel-1", "version", "1.0", "planned", "2027-03-01", "owner", "per-1", NULL);
  relm_test_plan_add (project, RELM_TYPE_MILESTONE, "mil-1", "name", "Freeze", "release", "rel-1", "actual", "2027-01-29", NULL);
  relm_test_plan_add (project, RELM_TYPE_GATE, "gat-1", "name", "Ready", "release", "rel-1", "planned", "2027-02-01", "decision", "no_go", NULL);
  relm_test_plan_add (project, RELM_TYPE_WORK_ITEM, "wi-1", "title", "=cmd", "release", "rel-1", "progress", "40", "url",
                      "https://example.org/1", "planned_start", "2027-01-04", "planned_finish", "2027-01-08", NULL);
  bytes = relm_report_csv_write (project, &options);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==,
                   "No.,Level,Kind,Title,State,Release,Start,Finish,Progress (%),Person,Predecessors,Link,Identifier\r\n"
                   "1,1,Release,1.0,Planned,1.0,2027-01-04,2027-03-01,0,\"Ann, the lead\",,,rel-1\r\n"
                   "2,2,Milestone,Freeze,Done,1.0,2027-01-29,2027-01-29,100,,,,mil-1\r\n"
                   "3,2,Gate,Ready,No-go,1.0,2027-02-01,2027-02-01,0,,,,gat-1\r\n"
                   "4,2,Work item,'=cmd,Open,1.0,2027-01-04,2027-01-08,40,,,https://example.org/1,wi-1\r\n");
}

static void
test_empty (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  const RelmReportOptions options = { NULL };
  g_autoptr (GBytes) bytes = relm_report_csv_write (project, &options);

  g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), "No.,", 4), ==, 0);
  g_assert_cmpstr ((const char *) g_bytes_get_data (bytes, NULL) + g_bytes_get_size (bytes) - 2, ==, "\r\n");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/csv/quotes", test_quotes);
  g_test_add_func ("/report/csv/formulas", test_formulas);
  g_test_add_func ("/report/csv/table", test_table);
  g_test_add_func ("/report/csv/empty", test_empty);
  return g_test_run ();
}
