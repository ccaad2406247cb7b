/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done for a tracker item: who mentions it, what closes it, and the release that has it. */

#include "config.h"

#include "relm-item-evidence.h"
#include "relm-mirror-writer.h"

typedef struct
{
  char *folder;
  char *history;
  char *tracker;
} Fixture;

static void
add_commit (RelmMirrorWriter *writer,
            guint id,
            const char *subject,
            const char *reference)
{
  const guint8 oid[RELM_MIRROR_OID_BYTES] = { (guint8) id };
  const char *const references[] = { reference, NULL };
  const RelmMirrorNewCommit commit = { .oid = oid, .time = id, .subject = subject, .references = references };

  g_assert_true (relm_mirror_writer_add_commit (writer, id, &commit, NULL));
}

static void
write_history (Fixture *fixture)
{
  g_autoptr (RelmMirrorWriter) writer = relm_mirror_writer_new (fixture->history, NULL);
  const RelmMirrorTag tag = { .name = (char *) "v1", .oid = (char *) "000102030405060708090a0b0c0d0e0f10111213", .n_commits = 1 };
  const gint32 released[] = { 0 };
  const gint32 unreleased[] = { 1, 2, 3 };

  g_assert_true (relm_mirror_writer_set_author (writer, 0, "Ada", "ada@x", "Ada", "ada@x", NULL));
  add_commit (writer, 0, "Names it", "#12");
  add_commit (writer, 1, "Merges what closes it", "#13");
  add_commit (writer, 2, "Another one", "#1");
  add_commit (writer, 3, "Names it in full", "team/engine#12");
  g_assert_true (relm_mirror_writer_add_tag (writer, 1, &tag, NULL) && relm_mirror_writer_add_range (writer, 1, released, 1, NULL) &&
                 relm_mirror_writer_add_range (writer, 0, unreleased, 3, NULL) && relm_mirror_writer_commit (writer, NULL));
}

static void
write_tracker (Fixture *fixture)
{
  static const char *closes[] = { "#12", NULL };
  g_autoptr (RelmMirrorTracker) mirror = relm_mirror_tracker_open (fixture->tracker, NULL);
  g_autoptr (RelmMirrorPage) page = relm_mirror_page_new ();
  RelmMirrorItem *item = relm_mirror_page_add (page, RELM_MIRROR_ITEMS);

  item->key = g_strdup ("#13");
  item->kind = RELM_MIRROR_ITEM_MERGE_REQUEST;
  item->title = g_strdup ("Close it");
  item->closes = g_strdupv ((char **) closes);
  g_assert_true (relm_mirror_tracker_begin (mirror, NULL) && relm_mirror_tracker_put (mirror, page, NULL) &&
                 relm_mirror_tracker_commit (mirror, NULL));
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("relm-evidence-XXXXXX", NULL);
  fixture->history = g_build_filename (fixture->folder, "history.db", NULL);
  fixture->tracker = g_build_filename (fixture->folder, "tracker.db", NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  const char *argv[] = { "rm", "-rf", fixture->folder, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (fixture->folder);
  g_free (fixture->history);
  g_free (fixture->tracker);
}

static void
test_joined (Fixture *fixture,
             gconstpointer data)
{
  const RelmItemHistory own = { fixture->history, TRUE };
  g_autoptr (RelmItemEvidence) evidence = NULL;
  const RelmMirrorMention *newest, *oldest;

  write_history (fixture);
  write_tracker (fixture);
  evidence = relm_item_evidence_new (fixture->tracker, &own, 1, "team/engine", "#12");
  g_assert_cmpuint (evidence->merge_requests->len, ==, 1);
  g_assert_cmpuint (evidence->mentions->len, ==, 3);
  newest = evidence->mentions->pdata[1];
  oldest = evidence->mentions->pdata[2];
  g_assert_cmpstr (newest->commit->subject, ==, "Merges what closes it");
  g_assert_null (newest->tag);
  g_assert_cmpstr (oldest->commit->subject, ==, "Names it");
  g_assert_cmpstr (oldest->tag, ==, "v1");
}

/* “#12” of another repository is another thing, unless it says whose it is. */
static void
test_several (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.db", NULL);
  const RelmItemHistory foreign[] = { { fixture->history, FALSE }, { fixture->history, FALSE } };
  const RelmItemHistory both[] = { { other, FALSE }, { fixture->history, TRUE } };
  g_autoptr (RelmItemEvidence) none = NULL;
  g_autoptr (RelmItemEvidence) named = NULL;
  g_autoptr (RelmItemEvidence) evidence = NULL;

  write_history (fixture);
  none = relm_item_evidence_new (NULL, foreign, 2, "somebody/else", "#12");
  g_assert_cmpuint (none->mentions->len, ==, 0);
  named = relm_item_evidence_new (NULL, foreign, 2, "team/engine", "#12");
  g_assert_cmpuint (named->mentions->len, ==, 2);
  evidence = relm_item_evidence_new (NULL, both, 2, "team/engine", "#12");
  g_assert_cmpuint (evidence->mentions->len, >, 0);
  for (guint i = 0; i < evidence->mentions->len; i++)
    g_assert_cmpuint (((RelmMirrorMention *) evidence->mentions->pdata[i])->history, ==, 1);
}

static void
test_nothing (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (RelmItemEvidence) evidence = relm_item_evidence_new (NULL, NULL, 0, NULL, "#12");

  g_assert_cmpuint (evidence->merge_requests->len + evidence->mentions->len, ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/planning/item-evidence/joined", Fixture, NULL, set_up, test_joined, tear_down);
  g_test_add ("/planning/item-evidence/several", Fixture, NULL, set_up, test_several, tear_down);
  g_test_add ("/planning/item-evidence/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  return g_test_run ();
}
