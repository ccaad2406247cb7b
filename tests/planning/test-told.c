/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-communication.h"
#include "relm-release.h"
#include "relm-stakeholder.h"
#include "relm-test-plan.h"
#include "relm-told.h"
#include "relm-work-item.h"

/* Two releases, and somebody who asked for something in the first. */
typedef struct
{
  RelmProject *project;
  RelmRecord *stakeholder;
  RelmRecord *first;
  RelmRecord *second;
  RelmRecord *wish;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->project = relm_project_new ();
  fixture->stakeholder = relm_test_plan_add (fixture->project, RELM_TYPE_STAKEHOLDER, "stk-1", "name", "Distributions", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_STAKEHOLDER, "stk-2", "name", "Translators", NULL);
  fixture->first = relm_test_plan_add (fixture->project, RELM_TYPE_RELEASE, "rel-1", "version", "1.0", "planned", "2027-05-03", NULL);
  fixture->second = relm_test_plan_add (fixture->project, RELM_TYPE_RELEASE, "rel-2", "version", "1.1", NULL);
  fixture->wish = relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, "wi-1", "title", "A stable name", "release", "rel-1", "stakeholder",
                                      "stk-1", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, "wi-2", "title", "Another's", "release", "rel-1", "stakeholder", "stk-2", NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->project);
}

static RelmRecord *
tell (Fixture *fixture,
      const char *id,
      const char *date)
{
  g_auto (GStrv) lines = relm_told_make_snapshot (fixture->project, fixture->stakeholder);
  g_autofree char *snapshot = g_strjoinv (";", lines);

  return relm_test_plan_add (fixture->project, RELM_TYPE_COMMUNICATION, id, "subject", "News", "stakeholder", "stk-1", "told", date, "snapshot",
                             snapshot, NULL);
}

static void
assert_changes (Fixture *fixture,
                const char *expected)
{
  g_autoptr (GPtrArray) changes = relm_told_list_changes (fixture->project, fixture->stakeholder);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const RelmToldChange *change = changes->pdata[i];

      g_string_append_printf (text, "%s%s%s", i > 0 ? "; " : "", change->sentence, change->is_bad ? "!" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_snapshot (Fixture *fixture,
               gconstpointer data)
{
  g_auto (GStrv) lines = relm_told_make_snapshot (fixture->project, fixture->stakeholder);

  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[0], ==, "rel-1 2027-05-03 1.0");
  g_assert_cmpstr (lines[1], ==, "rel-2 - 1.1");
  g_assert_cmpstr (lines[2], ==, "wi-1 rel-1 A stable name");
}

/* Who was never told has no news: all of it is. Then only what differs from the last time is. */
static void
test_last (Fixture *fixture,
           gconstpointer data)
{
  RelmRecord *communication;

  g_assert_null (relm_told_find_last (fixture->project, fixture->stakeholder));
  assert_changes (fixture, "");
  communication = tell (fixture, "com-1", "2027-04-01");
  assert_changes (fixture, "");
  relm_test_plan_set (fixture->project, fixture->first, "planned", "2027-05-10");
  assert_changes (fixture, "1.0 is planned for 10 May 2027, 7 days later!");
  g_assert_true (relm_told_find_last (fixture->project, fixture->stakeholder) == communication);
  g_assert_true (tell (fixture, "com-2", "2027-04-02") == relm_told_find_last (fixture->project, fixture->stakeholder));
  assert_changes (fixture, "");
  relm_test_plan_set (fixture->project, fixture->first, "committed", "2027-05-09");
  assert_changes (fixture, "1.0 is planned for 9 May 2027, 1 day earlier");
}

static void
test_releases (Fixture *fixture,
               gconstpointer data)
{
  tell (fixture, "com-1", "2027-04-01");
  relm_test_plan_set (fixture->project, fixture->second, "planned", "2027-09-01");
  relm_test_plan_set (fixture->project, fixture->first, "state", "released");
  assert_changes (fixture, "1.0 is out; 1.1 is planned for 1 Sep 2027");
  relm_test_plan_set (fixture->project, fixture->second, "state", "cancelled");
  assert_changes (fixture, "1.0 is out; 1.1 is cancelled!");
  /* What was written down later about an earlier time is no news. */
  relm_test_plan_add (fixture->project, RELM_TYPE_RELEASE, "rel-0", "version", "0.9", "state", "released", "actual", "2026-01-01", NULL);
  relm_test_plan_add (fixture->project, RELM_TYPE_RELEASE, "rel-3", "version", "1.0.1", "state", "released", "actual", "2027-04-20", NULL);
  assert_changes (fixture, "1.0 is out; 1.1 is cancelled!; 1.0.1 is out");
}

static void
test_wishes (Fixture *fixture,
             gconstpointer data)
{
  tell (fixture, "com-1", "2027-04-01");
  relm_test_plan_set (fixture->project, fixture->wish, "release", "rel-2");
  assert_changes (fixture, "“A stable name” is planned for 1.1 instead of 1.0");
  relm_test_plan_set (fixture->project, fixture->wish, "state", "done");
  assert_changes (fixture, "“A stable name” is done");
  relm_test_plan_set (fixture->project, fixture->wish, "state", "cancelled");
  assert_changes (fixture, "“A stable name” will not be done!");
  relm_project_remove (fixture->project, fixture->wish);
  assert_changes (fixture, "“A stable name” is not planned any more!");
  relm_test_plan_add (fixture->project, RELM_TYPE_WORK_ITEM, "wi-3", "title", "Signed archives", "release", "rel-2", "stakeholder", "stk-1", NULL);
  assert_changes (fixture, "“Signed archives” is planned for 1.1; “A stable name” is not planned any more!");
}

static void
assert_draft (Fixture *fixture,
              const char *expected)
{
  g_autofree char *draft = relm_told_dup_draft (fixture->project, fixture->stakeholder);

  g_assert_cmpstr (draft, ==, expected);
}

/* Who knows nothing yet is told all that is ahead, and nothing of what is behind. */
static void
test_draft (Fixture *fixture,
            gconstpointer data)
{
  relm_test_plan_add (fixture->project, RELM_TYPE_RELEASE, "rel-0", "version", "0.9", "state", "released", "actual", "2026-01-01", NULL);
  assert_draft (fixture, "What is planned:\n\n- 1.0 is planned for 3 May 2027\n- “A stable name” is planned for 1.0\n");
  tell (fixture, "com-1", "2027-04-01");
  relm_test_plan_set (fixture->project, fixture->first, "planned", "2027-05-04");
  assert_draft (fixture, "What has changed since 1 Apr 2027:\n\n- 1.0 is planned for 4 May 2027, 1 day later\n");
}

/* A file may say anything. */
static void
test_bad_lines (Fixture *fixture,
                gconstpointer data)
{
  relm_test_plan_add (fixture->project, RELM_TYPE_COMMUNICATION, "com-1", "subject", "News", "stakeholder", "stk-1", "snapshot",
                      ";rel-1;rel-1 when;rel-1 2027-99-99 1.0;wi-1 rel-9 A stable name;  ;rel-2 - 1.1", NULL);
  assert_changes (fixture, "1.0 is planned for 3 May 2027; “A stable name” is planned for 1.0 instead of a release that is gone");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/planning/told/snapshot", Fixture, NULL, set_up, test_snapshot, tear_down);
  g_test_add ("/planning/told/last", Fixture, NULL, set_up, test_last, tear_down);
  g_test_add ("/planning/told/releases", Fixture, NULL, set_up, test_releases, tear_down);
  g_test_add ("/planning/told/wishes", Fixture, NULL, set_up, test_wishes, tear_down);
  g_test_add ("/planning/told/draft", Fixture, NULL, set_up, test_draft, tear_down);
  g_test_add ("/planning/told/bad-lines", Fixture, NULL, set_up, test_bad_lines, tear_down);
  return g_test_run ();
}
