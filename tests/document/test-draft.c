/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was not saved is there after a crash; and only then. */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "relm-document-private.h"
#include "relm-draft-content.h"
#include "relm-draft-place.h"
#include "relm-draft-search.h"
#include "relm-test-document.h"

#define CANONICAL(name) "{\n  \"relm\": 1,\n  \"name\": \"" name "\"\n}\n"

/* The test program itself, made to edit and wait to be ended. */
#define CHILD_ARGUMENT "--edit-and-wait"

/* For all but the one that is ended. */
#define SHORT_DELAY 30

static const char *program;

static RelmDocument *
open_plan (RelmTestPlace *place,
           const char *text)
{
  g_autoptr (GError) error = NULL;
  RelmDocument *document;

  relm_test_write (place->path, text);
  document = relm_test_open (place->file, &error);
  g_assert_no_error (error);
  return document;
}

/* How many files with the ending are in the folder of drafts. */
static guint
count_files (const char *suffix)
{
  g_autofree char *folder = relm_draft_place_dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, suffix);
  return n;
}

static void
wait_for_draft (void)
{
  const gint64 start = g_get_monotonic_time ();

  relm_test_wait_until (count_files (".draft") == 1);
  g_test_message ("Written after %.1f s", (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
}

static guint
count_drafts (void)
{
  g_autoptr (GPtrArray) drafts = relm_drafts_list ();

  return drafts->len;
}

static RelmDraft *
get_only_draft (void)
{
  g_autoptr (GPtrArray) drafts = relm_drafts_list ();

  g_assert_cmpuint (drafts->len, ==, 1);
  return g_object_ref (g_ptr_array_index (drafts, 0));
}

/* The writing under way, which may still bring the folder to the disk, has the draft for a moment. */
static void
wait_until_left (void)
{
  relm_test_wait_until (count_drafts () == 1);
}

/* As a process that ends without a word: the document goes, what it wrote stays. */
static RelmDraft *
leave_draft (RelmTestPlace *place)
{
  RelmDocument *document = open_plan (place, CANONICAL ("Old"));

  relm_test_rename (document, "Mine");
  wait_for_draft ();
  g_assert_cmpuint (count_drafts (), ==, 0);
  g_assert_finalize_object (document);
  wait_until_left ();
  return get_only_draft ();
}

static void
test_content (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/tmp/a plan\nof mine.relm");
  g_autoptr (GBytes) base = g_bytes_new_static ("base", 4);
  g_autoptr (GBytes) text = g_bytes_new_static ("a\n\nb", 4);
  g_autoptr (RelmDraftContent) content = relm_draft_content_new ("Ein\nTitel: „ja“", file, base, text);
  g_autoptr (GBytes) bytes = relm_draft_content_encode (content);
  g_autoptr (RelmDraftContent) again = relm_draft_content_decode (bytes);
  g_autofree char *uri = g_file_get_uri (file);

  g_assert_cmpstr (again->title, ==, "Ein\nTitel: „ja“");
  g_assert_cmpstr (again->uri, ==, uri);
  g_assert_true (g_bytes_equal (again->text, text));
  g_assert_true (relm_draft_content_is_from (again, base));
  g_assert_false (relm_draft_content_is_from (again, text));
  g_assert_false (relm_draft_content_is_from (again, NULL));

  for (gsize i = 0; i < g_bytes_get_size (bytes); i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, i);
      g_autoptr (RelmDraftContent) part = relm_draft_content_decode (cut);

      g_assert_true (part == NULL || g_bytes_get_size (part->text) < g_bytes_get_size (text));
    }
}

static void
test_recover (RelmTestPlace *place,
              gconstpointer data)
{
  g_autoptr (RelmDraft) draft = leave_draft (place);
  g_autoptr (RelmDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (relm_draft_get_title (draft), ==, "Mine");
  g_assert_true (g_file_equal (relm_draft_get_file (draft), place->file));
  g_assert_cmpint (relm_draft_get_time (draft), >, 0);

  document = relm_test_open_draft (draft, &error);
  g_assert_no_error (error);
  relm_test_assert_title (document, "Mine");
  g_assert_true (relm_document_get_modified (document));
  g_assert_cmpint (relm_document_get_disk_state (document), ==, RELM_DISK_STATE_SAME);
  relm_test_assert_content (place->path, CANONICAL ("Old"));

  /* It goes on in the same draft, and ends with saving. */
  relm_test_rename (document, "Mine again");
  g_assert_true (relm_test_save (document, RELM_SAVE_NONE, &error));
  g_assert_no_error (error);
  relm_test_assert_content (place->path, CANONICAL ("Mine again"));
  relm_test_wait_until (count_files (".draft") == 0);
}

static void
test_never_saved (RelmTestPlace *place,
                  gconstpointer data)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmDocument *document = relm_document_new (project);
  g_autoptr (RelmDraft) draft = NULL;
  g_autoptr (RelmDocument) again = NULL;

  relm_test_rename (document, "New");
  wait_for_draft ();
  g_assert_finalize_object (document);
  wait_until_left ();
  draft = get_only_draft ();
  g_assert_null (relm_draft_get_file (draft));
  again = relm_test_open_draft (draft, NULL);
  g_assert_null (relm_document_get_file (again));
  g_assert_true (relm_document_get_modified (again));
  g_assert_false (relm_document_get_read_only (again));
  relm_document_close (again);
  g_assert_cmpuint (count_files (""), ==, 0);
}

static void
test_in_use (RelmTestPlace *place,
             gconstpointer data)
{
  g_autoptr (RelmDraft) draft = leave_draft (place);
  g_autoptr (RelmDocument) document = relm_test_open_draft (draft, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (relm_test_open_draft (draft, &error));
  g_assert_error (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_IN_USE);
  g_assert_cmpuint (count_drafts (), ==, 0);
  relm_draft_discard (draft);
  g_assert_cmpuint (count_files (".draft"), ==, 1);
}

/* The edits are there, and so is what others did since; saving asks. */
static void
test_base_changed (RelmTestPlace *place,
                   gconstpointer data)
{
  g_autoptr (RelmDraft) draft = leave_draft (place);
  g_autoptr (RelmDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  relm_test_write (place->path, CANONICAL ("Theirs"));
  document = relm_test_open_draft (draft, NULL);
  g_assert_cmpint (relm_document_get_disk_state (document), ==, RELM_DISK_STATE_CHANGED);
  g_assert_false (relm_test_save (document, RELM_SAVE_NONE, &error));
  g_assert_error (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_CHANGED_ON_DISK);
  relm_test_assert_content (place->path, CANONICAL ("Theirs"));
  g_assert_true (relm_test_save (document, RELM_SAVE_OVERWRITE, NULL));
  relm_test_assert_content (place->path, CANONICAL ("Mine"));
}

static void
test_base_deleted (RelmTestPlace *place,
                   gconstpointer data)
{
  g_autoptr (RelmDraft) draft = leave_draft (place);
  g_autoptr (RelmDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (place->path), ==, 0);
  document = relm_test_open_draft (draft, NULL);
  g_assert_cmpint (relm_document_get_disk_state (document), ==, RELM_DISK_STATE_DELETED);
  g_assert_false (relm_test_save (document, RELM_SAVE_NONE, &error));
  g_assert_error (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_DELETED);
  g_assert_true (relm_test_save (document, RELM_SAVE_OVERWRITE, NULL));
  relm_test_assert_content (place->path, CANONICAL ("Mine"));
}

static void
found_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GPtrArray **) user_data = relm_drafts_search_finish (result, &error);
  g_assert_no_error (error);
}

static GPtrArray *
search (GFile *file)
{
  GPtrArray *drafts = NULL;

  relm_drafts_search_async (file, NULL, found_cb, &drafts);
  relm_test_wait_until (drafts != NULL);
  return drafts;
}

static void
assert_found (GFile *file,
              RelmDiskState state)
{
  g_autoptr (GPtrArray) drafts = search (file);

  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpint (relm_draft_get_disk_state (g_ptr_array_index (drafts, 0)), ==, state);
}

/* Under any name of its file, and with what became of that. */
static void
test_search (RelmTestPlace *place,
             gconstpointer data)
{
  g_autoptr (RelmDraft) draft = leave_draft (place);
  g_autofree char *link_path = relm_test_place_build (place, "link.relm");
  g_autofree char *other_path = relm_test_place_build (place, "other.relm");
  g_autoptr (GFile) link_file = g_file_new_for_path (link_path);
  g_autoptr (GFile) other_file = g_file_new_for_path (other_path);
  g_autoptr (GPtrArray) none = search (other_file);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (symlink (place->path, link_path), ==, 0);
  assert_found (NULL, RELM_DISK_STATE_SAME);
  assert_found (place->file, RELM_DISK_STATE_SAME);
  assert_found (link_file, RELM_DISK_STATE_SAME);
  relm_test_write (place->path, CANONICAL ("Theirs"));
  assert_found (place->file, RELM_DISK_STATE_CHANGED);
  g_assert_cmpint (g_unlink (place->path), ==, 0);
  assert_found (place->file, RELM_DISK_STATE_DELETED);
}

static void
test_discard (RelmTestPlace *place,
              gconstpointer data)
{
  g_autoptr (RelmDraft) draft = leave_draft (place);
  g_autoptr (GError) error = NULL;

  relm_draft_discard (draft);
  g_assert_cmpuint (count_drafts (), ==, 0);
  g_assert_cmpuint (count_files (""), ==, 0);
  g_assert_null (relm_test_open_draft (draft, &error));
  g_assert_error (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_NOT_FOUND);
}

static void
test_removed (RelmTestPlace *place,
              gconstpointer data)
{
  g_autoptr (RelmDocument) document = open_plan (place, CANONICAL ("Old"));

  relm_test_rename (document, "Mine");
  wait_for_draft ();
  relm_document_undo (document);
  relm_test_wait_until (count_files (".draft") == 0);
  relm_document_redo (document);
  wait_for_draft ();
  relm_document_close (document);
  g_assert_cmpuint (count_files (""), ==, 0);
  relm_test_rename (document, "After the end");
  relm_test_pause (10 * SHORT_DELAY);
  g_assert_cmpuint (count_files (""), ==, 0);
}

static void
finished_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  *(gboolean *) user_data = relm_draft_writer_write_finish (result, NULL);
}

/* However close a writing and the end are, nothing is left. */
static void
test_closed_while_writing (RelmTestPlace *place,
                           gconstpointer data)
{
  g_autofree char *large = g_strnfill (1000000, 'x');
  g_autoptr (GBytes) text = g_bytes_new_static (large, 1000000);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (RelmDraftWriter) writer = relm_draft_writer_new (NULL);
      gboolean finished = FALSE;

      relm_draft_writer_write_async (writer, "Mine", NULL, NULL, text, finished_cb, &finished);
      g_usleep (i * 200);
      relm_draft_writer_close (writer);
      relm_test_wait_until (finished);
      g_assert_cmpuint (count_files (""), ==, 0);
    }
}

/* A removal that is carried out after a later writing does not take that away, nor is an old writing done after it. */
static void
test_last_counts (RelmTestPlace *place,
                  gconstpointer data)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("text", 4);
  g_autoptr (RelmDraftWriter) writer = relm_draft_writer_new (NULL);

  for (guint i = 0; i < 50; i++)
    {
      gboolean first = FALSE;
      gboolean second = FALSE;

      relm_draft_writer_write_async (writer, "Old", NULL, NULL, text, finished_cb, &first);
      relm_draft_writer_remove (writer);
      relm_draft_writer_write_async (writer, "New", NULL, NULL, text, finished_cb, &second);
      relm_test_wait_until (first && second);
      g_assert_cmpuint (count_files (".draft"), ==, 1);
    }
  relm_draft_writer_remove (writer);
  relm_test_wait_until (count_files (".draft") == 0);
}

/* What is no draft, or a damaged one, is neither offered nor touched. */
static void
test_foreign (RelmTestPlace *place,
              gconstpointer data)
{
  g_autofree char *folder = relm_draft_place_dup_folder ();
  g_autofree char *damaged = g_build_filename (folder, "damaged.draft", NULL);
  g_autofree char *directory = g_build_filename (folder, "directory.draft", NULL);

  g_assert_cmpuint (count_drafts (), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  relm_test_write (damaged, "Relm draft 1\ntitle: cut");
  g_assert_cmpuint (count_drafts (), ==, 0);
  g_assert_cmpuint (count_files (""), ==, 2);
}

static int
edit_and_wait (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (RelmDocument) document = relm_test_open (file, NULL);

  relm_test_rename (document, "Mine");
  relm_test_pause (RELM_TEST_PATIENCE * 1000);
  return 1;
}

static void
test_crash (RelmTestPlace *place,
            gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (RelmDraft) draft = NULL;
  g_autoptr (RelmDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  relm_test_write (place->path, CANONICAL ("Old"));
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", g_get_user_data_dir (), TRUE);
  child = g_subprocess_launcher_spawn (launcher, &error, program, CHILD_ARGUMENT, place->path, NULL);
  g_assert_no_error (error);
  wait_for_draft ();
  g_assert_cmpuint (count_drafts (), ==, 0); /* it lives */

  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (child));
  g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);

  draft = get_only_draft ();
  document = relm_test_open_draft (draft, NULL);
  relm_test_assert_title (document, "Mine");
  relm_test_assert_content (place->path, CANONICAL ("Old"));
}

#define ADD(name, function)                                                                                           \
  g_test_add ("/document/draft/" name, RelmTestPlace, NULL, relm_test_place_set_up, function, relm_test_place_tear_down)

int
main (int argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], CHILD_ARGUMENT))
    return edit_and_wait (argv[2]);

  program = argv[0];
  relm_document_draft_delay = SHORT_DELAY;
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/document/draft/content", test_content);
  ADD ("recover", test_recover);
  ADD ("never-saved", test_never_saved);
  ADD ("in-use", test_in_use);
  ADD ("base-changed", test_base_changed);
  ADD ("base-deleted", test_base_deleted);
  ADD ("discard", test_discard);
  ADD ("search", test_search);
  ADD ("removed", test_removed);
  ADD ("closed-while-writing", test_closed_while_writing);
  ADD ("last-counts", test_last_counts);
  ADD ("foreign", test_foreign);
  ADD ("crash", test_crash);
  return g_test_run ();
}
