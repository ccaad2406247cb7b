/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the mirror keeps, what it does when its file is not what it should be, and what others see while it is written. */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "relm-mirror-mention.h"
#include "relm-mirror-writer.h"
#include "relm-mirror.h"

#define OID_A "000102030405060708090a0b0c0d0e0f10111213"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("relm-mirror-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "deep", "mirror.sqlite", NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf %s", fixture->folder);

  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
add_commits (RelmMirrorWriter *writer)
{
  static const guint8 oids[2][RELM_MIRROR_OID_BYTES] = {
    { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 },
    { 255, 1 },
  };
  static const char *const references[] = { "#12", "PROJ-7", NULL };
  static const gint32 co_authors[] = { 1, 0 };
  static const gint32 parents[] = { 1, 1, 0 };
  static const gint64 times[] = { 5, G_MAXINT64 };
  RelmMirrorNewCommit full = { .oid = oids[0], .time = 1234567890123, .author = 0, .n_parents = 2, .subject = "feat(ui)!: Ünï",
                               .body = "body\n\nmore", .type = "feat", .scope = "ui", .description = "Ünï",
                               .breaking_note = "note", .reverts = "abcdef1", .references = references,
                               .co_authors = co_authors, .n_co_authors = 2, .breaking = TRUE };
  RelmMirrorNewCommit plain = { .oid = oids[1], .time = -5, .author = 1, .subject = "" };
  g_autoptr (GError) error = NULL;

  g_assert_true (relm_mirror_writer_set_author (writer, 0, "ann", "ANN@x", "Ann", "ann@example.org", &error));
  g_assert_true (relm_mirror_writer_set_author (writer, 1, "bob", "bob@x", "bob", "bob@x", &error));
  g_assert_true (relm_mirror_writer_add_commit (writer, 0, &full, &error));
  g_assert_true (relm_mirror_writer_add_commit (writer, 1, &plain, &error));
  g_assert_true (relm_mirror_writer_add_graph (writer, 0, 2, (const guint8 *) oids, times, parents, 3, &error));
  g_assert_no_error (error);
}

static void
fill (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmMirrorWriter) writer = relm_mirror_writer_new (path, &error);
  const RelmMirrorTag first = { .name = (char *) "v2", .oid = (char *) OID_A, .version = (char *) "2",
                                .previous = (char *) "v1", .time = 77, .annotated = TRUE, .n_commits = 2 };
  const RelmMirrorTag second = { .name = (char *) "odd", .oid = (char *) OID_A, .prerelease = TRUE };
  const gint32 range[] = { 0, 1 };
  const gint32 unreleased[] = { 1 };

  g_assert_no_error (error);
  add_commits (writer);
  g_assert_true (relm_mirror_writer_add_tag (writer, 2, &second, &error));
  g_assert_true (relm_mirror_writer_add_tag (writer, 1, &first, &error));
  g_assert_true (relm_mirror_writer_add_range (writer, 1, range, 2, &error));
  g_assert_true (relm_mirror_writer_add_range (writer, 0, unreleased, 1, &error));
  g_assert_true (relm_mirror_writer_set_state (writer, "refs", "some", &error));
  g_assert_true (relm_mirror_writer_commit (writer, &error));
  g_assert_no_error (error);
}

static RelmMirror *
open_mirror (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  RelmMirror *mirror = relm_mirror_open (fixture->path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (mirror);
  return mirror;
}

static void
assert_empty (RelmMirror *mirror)
{
  g_autoptr (GPtrArray) tags = relm_mirror_list_tags (mirror, NULL);
  g_autoptr (GPtrArray) commits = relm_mirror_list_commits (mirror, NULL, NULL);

  g_assert_nonnull (tags);
  g_assert_nonnull (commits);
  g_assert_cmpuint (tags->len, ==, 0);
  g_assert_cmpuint (commits->len, ==, 0);
  g_assert_cmpuint (relm_mirror_count_unreleased (mirror), ==, 0);
  g_assert_null (relm_mirror_dup_state (mirror, "refs"));
}

static void
test_empty (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (RelmMirror) mirror = open_mirror (fixture);
  g_autoptr (GError) error = NULL;

  assert_empty (mirror);
  g_assert_null (relm_mirror_list_commits (mirror, "v9", &error));
  g_assert_error (error, RELM_MIRROR_ERROR, RELM_MIRROR_ERROR_NOT_FOUND);
}

static void
assert_full_commit (const RelmMirrorCommit *commit)
{
  g_autofree char *references = g_strjoinv (" ", commit->references);
  g_autofree char *co_authors = g_strjoinv ("; ", commit->co_authors);

  g_assert_cmpstr (commit->oid, ==, OID_A);
  g_assert_cmpstr (commit->author_name, ==, "Ann");
  g_assert_cmpstr (commit->author_email, ==, "ann@example.org");
  g_assert_cmpint (commit->time, ==, 1234567890123);
  g_assert_cmpstr (commit->subject, ==, "feat(ui)!: Ünï");
  g_assert_cmpstr (commit->body, ==, "body\n\nmore");
  g_assert_true (commit->merge && commit->breaking);
  g_assert_cmpstr (commit->type, ==, "feat");
  g_assert_cmpstr (commit->scope, ==, "ui");
  g_assert_cmpstr (commit->description, ==, "Ünï");
  g_assert_cmpstr (commit->breaking_note, ==, "note");
  g_assert_cmpstr (commit->reverts, ==, "abcdef1");
  g_assert_cmpstr (references, ==, "#12 PROJ-7");
  g_assert_cmpstr (co_authors, ==, "bob <bob@x>; Ann <ann@example.org>");
}

static void
assert_plain_commit (const RelmMirrorCommit *commit)
{
  g_assert_cmpstr (commit->author_name, ==, "bob");
  g_assert_cmpint (commit->time, ==, -5);
  g_assert_cmpstr (commit->subject, ==, "");
  g_assert_null (commit->body);
  g_assert_false (commit->merge || commit->breaking);
  g_assert_null (commit->type);
  g_assert_null (commit->reverts);
  g_assert_null (commit->references[0]);
  g_assert_null (commit->co_authors[0]);
}

static void
test_round_trip (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (RelmMirror) mirror = NULL;
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (GPtrArray) commits = NULL;
  g_autoptr (GPtrArray) unreleased = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *state = NULL;
  const RelmMirrorTag *tag;

  fill (fixture->path);
  mirror = open_mirror (fixture);
  tags = relm_mirror_list_tags (mirror, NULL);
  g_assert_cmpuint (tags->len, ==, 2);
  tag = tags->pdata[0];
  g_assert_cmpstr (tag->name, ==, "v2");
  g_assert_cmpstr (tag->oid, ==, OID_A);
  g_assert_cmpstr (tag->version, ==, "2");
  g_assert_cmpstr (tag->previous, ==, "v1");
  g_assert_cmpint (tag->time, ==, 77);
  g_assert_true (tag->annotated && !tag->prerelease);
  g_assert_cmpuint (tag->n_commits, ==, 2);
  tag = tags->pdata[1];
  g_assert_true (!tag->annotated && tag->prerelease && tag->version == NULL && tag->previous == NULL);

  commits = relm_mirror_list_commits (mirror, "v2", NULL);
  g_assert_cmpuint (commits->len, ==, 2);
  assert_full_commit (commits->pdata[0]);
  assert_plain_commit (commits->pdata[1]);
  unreleased = relm_mirror_list_commits (mirror, NULL, NULL);
  g_assert_cmpuint (unreleased->len, ==, 1);
  assert_plain_commit (unreleased->pdata[0]);
  g_assert_cmpuint (relm_mirror_count_unreleased (mirror), ==, 1);
  none = relm_mirror_list_commits (mirror, "odd", NULL);
  g_assert_cmpuint (none->len, ==, 0);
  state = relm_mirror_dup_state (mirror, "refs");
  g_assert_cmpstr (state, ==, "some");
}

static void
collect_author_cb (guint id,
                   const char *raw_name,
                   const char *raw_email,
                   gpointer data)
{
  g_string_append_printf (data, "%u %s <%s>\n", id, raw_name, raw_email);
}

static void
test_again (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (RelmMirrorWriter) writer = NULL;
  g_autoptr (RelmMirrorGraph) graph = NULL;
  g_autoptr (GString) authors = g_string_new (NULL);
  g_autofree char *state = NULL;

  fill (fixture->path);
  writer = relm_mirror_writer_new (fixture->path, NULL);
  graph = relm_mirror_writer_load_graph (writer, NULL);
  g_assert_cmpuint (graph->n_commits, ==, 2);
  g_assert_cmpuint (graph->oids->data[RELM_MIRROR_OID_BYTES], ==, 255);
  g_assert_cmpint (g_array_index (graph->times, gint64, 1), ==, G_MAXINT64);
  g_assert_cmpuint (graph->parents->len, ==, 3);
  g_assert_cmpint (g_array_index (graph->parents, gint32, 1), ==, 1);
  g_assert_true (relm_mirror_writer_load_authors (writer, collect_author_cb, authors, NULL));
  g_assert_cmpstr (authors->str, ==, "0 ann <ANN@x>\n1 bob <bob@x>\n");
  state = relm_mirror_writer_dup_state (writer, "refs");
  g_assert_cmpstr (state, ==, "some");
}

static void
test_no_commit_no_change (Fixture *fixture,
                          gconstpointer data)
{
  g_autoptr (RelmMirror) mirror = open_mirror (fixture);
  RelmMirrorWriter *writer = relm_mirror_writer_new (fixture->path, NULL);

  add_commits (writer);
  g_assert_true (relm_mirror_writer_set_state (writer, "refs", "some", NULL));
  assert_empty (mirror);
  relm_mirror_writer_free (writer);
  assert_empty (mirror);
}

static guint
count_files (Fixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* A mirror is in its place when it is complete, and not before; nothing but it and its lock stay. */
static void
test_first (Fixture *fixture,
            gconstpointer data)
{
  RelmMirrorWriter *writer = relm_mirror_writer_new (fixture->path, NULL);
  g_autoptr (RelmMirror) mirror = NULL;
  g_autoptr (GPtrArray) tags = NULL;

  add_commits (writer);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  relm_mirror_writer_free (writer);
  g_assert_cmpuint (count_files (fixture), ==, 1);

  fill (fixture->path);
  g_assert_cmpuint (count_files (fixture), ==, 2);
  mirror = open_mirror (fixture);
  tags = relm_mirror_list_tags (mirror, NULL);
  g_assert_cmpuint (tags->len, ==, 2);
}

/* A program was ended while it filled the mirror, and somebody deleted another mirror but not its journal. */
static void
test_first_among_remains (Fixture *fixture,
                          gconstpointer data)
{
  static const char *const suffixes[] = { ".first", ".first-journal", "-wal", "-shm" };
  g_autofree char *noise = g_strnfill (8192, '?');
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (RelmMirror) mirror = NULL;
  g_autoptr (GPtrArray) tags = NULL;

  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (fixture->path, suffixes[i], NULL);

      g_assert_true (g_file_set_contents (name, noise, -1, NULL));
    }
  fill (fixture->path);
  g_assert_cmpuint (count_files (fixture), ==, 2);
  mirror = open_mirror (fixture);
  tags = relm_mirror_list_tags (mirror, NULL);
  g_assert_cmpuint (tags->len, ==, 2);
}

static gpointer
fill_in_thread (gpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmMirrorWriter) writer = relm_mirror_writer_new (path, &error);

  g_assert_no_error (error);
  g_assert_true (relm_mirror_writer_clear (writer, &error));
  add_commits (writer);
  g_assert_true (relm_mirror_writer_commit (writer, &error));
  return NULL;
}

static void
test_first_by_many (Fixture *fixture,
                    gconstpointer data)
{
  GThread *threads[8];
  g_autoptr (RelmMirrorWriter) writer = NULL;
  g_autoptr (RelmMirrorGraph) graph = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("fill", fill_in_thread, fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  writer = relm_mirror_writer_new (fixture->path, NULL);
  graph = relm_mirror_writer_load_graph (writer, NULL);
  g_assert_cmpuint (graph->n_commits, ==, 2);
}

static void
test_clear (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (RelmMirror) mirror = NULL;
  g_autoptr (RelmMirrorWriter) writer = NULL;

  fill (fixture->path);
  mirror = open_mirror (fixture);
  writer = relm_mirror_writer_new (fixture->path, NULL);
  g_assert_true (relm_mirror_writer_clear (writer, NULL));
  g_assert_true (relm_mirror_writer_commit (writer, NULL));
  assert_empty (mirror);
}

static void
test_not_a_database (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (RelmMirror) mirror = NULL;
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *noise = g_strnfill (8192, '?');

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (fixture->path, noise, -1, NULL));
  mirror = open_mirror (fixture);
  assert_empty (mirror);
  g_clear_pointer (&mirror, relm_mirror_close);
  fill (fixture->path);
}

static void
test_cut_short (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (RelmMirror) mirror = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  fill (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, contents, 50, NULL));
  mirror = open_mirror (fixture);
  assert_empty (mirror);
}

static void
test_other_version (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (RelmMirror) mirror = NULL;
  sqlite3 *database = NULL;

  fill (fixture->path);
  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "PRAGMA user_version = 9999; ALTER TABLE tags RENAME TO labels", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (database);
  mirror = open_mirror (fixture);
  assert_empty (mirror);
}

static void
test_foreign (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (RelmMirror) mirror = NULL;
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  sqlite3 *database = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "CREATE TABLE tags (a)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
  mirror = open_mirror (fixture);
  assert_empty (mirror);
}

static void
test_impossible_place (Fixture *fixture,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *below_file = NULL;

  g_mkdir_with_parents (fixture->path, 0700); /* a folder where the file should be */
  g_assert_null (relm_mirror_open (fixture->path, &error));
  g_assert_error (error, RELM_MIRROR_ERROR, RELM_MIRROR_ERROR_PERMISSION);
  g_clear_error (&error);
  g_assert_null (relm_mirror_writer_new (fixture->path, &error));
  g_assert_error (error, RELM_MIRROR_ERROR, RELM_MIRROR_ERROR_PERMISSION);
  g_clear_error (&error);

  below_file = g_build_filename (folder, "file", "mirror.sqlite", NULL);
  g_free (folder);
  folder = g_path_get_dirname (below_file);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  g_assert_null (relm_mirror_open (below_file, &error));
  g_assert_error (error, RELM_MIRROR_ERROR, RELM_MIRROR_ERROR_PERMISSION);
}

static gpointer
open_in_thread (gpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmMirror) mirror = relm_mirror_open (path, &error);

  g_assert_no_error (error);
  assert_empty (mirror);
  return NULL;
}

static void
open_by_many (const char *path)
{
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("open", open_in_thread, (gpointer) path);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_opened_by_many (Fixture *fixture,
                     gconstpointer data)
{
  open_by_many (fixture->path);
}

static void
test_made_anew_by_many (Fixture *fixture,
                        gconstpointer data)
{
  g_autofree char *noise = g_strnfill (8192, '?');

  fill (fixture->path);
  g_assert_true (g_file_set_contents (fixture->path, noise, -1, NULL));
  open_by_many (fixture->path);
}

/* “#12” and not “#1”, with the release that has it. */
static void
test_mentions (Fixture *fixture,
               gconstpointer data)
{
  static const char *const names[] = { "PROJ-9", "#12", NULL };
  static const char *const part[] = { "#1", NULL };
  g_autoptr (RelmMirror) mirror = NULL;
  g_autoptr (GPtrArray) mentions = NULL;
  g_autoptr (GPtrArray) none = NULL;

  fill (fixture->path);
  mirror = open_mirror (fixture);
  mentions = relm_mirror_list_mentions (mirror, names, 10, NULL);
  g_assert_cmpuint (mentions->len, ==, 1);
  assert_full_commit (((RelmMirrorMention *) mentions->pdata[0])->commit);
  g_assert_cmpstr (((RelmMirrorMention *) mentions->pdata[0])->tag, ==, "v2");
  none = relm_mirror_list_mentions (mirror, part, 10, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/mirror/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("empty", test_empty);
  ADD ("round-trip", test_round_trip);
  ADD ("again", test_again);
  ADD ("mentions", test_mentions);
  ADD ("no-commit-no-change", test_no_commit_no_change);
  ADD ("first", test_first);
  ADD ("first-among-remains", test_first_among_remains);
  ADD ("first-by-many", test_first_by_many);
  ADD ("clear", test_clear);
  ADD ("not-a-database", test_not_a_database);
  ADD ("cut-short", test_cut_short);
  ADD ("other-version", test_other_version);
  ADD ("foreign", test_foreign);
  ADD ("impossible-place", test_impossible_place);
  ADD ("opened-by-many", test_opened_by_many);
  ADD ("made-anew-by-many", test_made_anew_by_many);
  return g_test_run ();
}
