/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "relm-format.h"
#include "relm-test-document.h"

/* As a person would have written it: not the way Relm writes. */
#define BY_HAND "{ \"relm\": 1, \"name\": \"Old\",\n  \"x_mine\": 1.10 }\n"
#define CANONICAL(name) "{\n  \"relm\": 1,\n  \"name\": \"" name "\"\n}\n"

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

static RelmDocument *
new_document (const char *name)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  RelmDocument *document = relm_document_new (project);

  relm_test_rename (document, name);
  return document;
}

static void
test_round_trip (RelmTestPlace *place,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelmDocument) document = open_plan (place, CANONICAL ("Old"));

  g_assert_false (relm_document_get_modified (document));
  g_assert_false (relm_document_get_read_only (document));
  g_assert_true (g_file_equal (relm_document_get_file (document), place->file));

  relm_test_rename (document, "New");
  g_assert_true (relm_document_get_modified (document));
  g_assert_true (relm_test_save (document, RELM_SAVE_NONE, &error));
  g_assert_no_error (error);
  g_assert_false (relm_document_get_modified (document));
  g_assert_false (relm_document_get_busy (document));
  relm_test_assert_content (place->path, CANONICAL ("New"));
  g_assert_cmpuint (relm_test_place_count (place), ==, 1);

  relm_document_undo (document);
  g_assert_true (relm_document_get_modified (document));
  g_assert_true (relm_test_save (document, RELM_SAVE_NONE, &error));
  relm_test_assert_content (place->path, CANONICAL ("Old"));
}

/* Opening and saving leaves a file written by hand as it is, to the byte and to the inode. */
static void
test_unchanged (RelmTestPlace *place,
                gconstpointer data)
{
  g_autoptr (RelmDocument) document = open_plan (place, BY_HAND);
  struct stat before;
  struct stat after;

  g_assert_cmpint (stat (place->path, &before), ==, 0);
  g_assert_true (relm_test_save (document, RELM_SAVE_NONE, NULL));
  relm_test_rename (document, "New");
  relm_document_undo (document);
  g_assert_true (relm_test_save (document, RELM_SAVE_NONE, NULL));
  g_assert_cmpint (stat (place->path, &after), ==, 0);

  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  g_assert_cmpint (before.st_ctim.tv_nsec, ==, after.st_ctim.tv_nsec);
  relm_test_assert_content (place->path, BY_HAND);
}

static void
test_new (RelmTestPlace *place,
          gconstpointer data)
{
  g_autoptr (RelmDocument) document = new_document ("New");
  g_autoptr (GError) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (relm_document_get_modified (document));
  g_assert_false (relm_test_save (document, RELM_SAVE_NONE, &none));
  g_assert_error (none, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_NO_FILE);

  g_assert_true (relm_test_save_as (document, place->file, &error));
  g_assert_no_error (error);
  g_assert_false (relm_document_get_modified (document));
  g_assert_true (g_file_equal (relm_document_get_file (document), place->file));
  relm_test_assert_content (place->path, CANONICAL ("New"));
}

static void
test_save_as (RelmTestPlace *place,
              gconstpointer data)
{
  g_autoptr (RelmDocument) document = open_plan (place, BY_HAND);
  g_autofree char *path = relm_test_place_build (place, "copy.relm");
  g_autoptr (GFile) copy = g_file_new_for_path (path);

  relm_test_write (path, "something else");
  g_assert_true (relm_test_save_as (document, copy, NULL));
  relm_test_assert_content (path, BY_HAND);
  relm_test_rename (document, "Copy");
  g_assert_true (relm_test_save (document, RELM_SAVE_NONE, NULL));
  relm_test_assert_content (place->path, BY_HAND);
  g_assert_cmpuint (relm_test_place_count (place), ==, 2);
}

static void
result_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_edit_while_saving (RelmTestPlace *place,
                        gconstpointer data)
{
  g_autoptr (RelmDocument) document = open_plan (place, CANONICAL ("Old"));
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;

  relm_test_rename (document, "New");
  relm_document_save_async (document, RELM_SAVE_NONE, NULL, result_cb, &first);
  g_assert_true (relm_document_get_busy (document));
  relm_test_rename (document, "Newer");
  relm_test_wait_until (first != NULL);
  g_assert_true (relm_document_save_finish (document, first, NULL));
  g_assert_true (relm_document_get_modified (document));
  relm_test_assert_content (place->path, CANONICAL ("New"));

  /* Two in a row are two saves. */
  g_clear_object (&first);
  relm_document_save_async (document, RELM_SAVE_NONE, NULL, result_cb, &first);
  relm_test_rename (document, "Newest");
  relm_document_save_async (document, RELM_SAVE_NONE, NULL, result_cb, &second);
  relm_test_wait_until (second != NULL);
  g_assert_true (relm_document_save_finish (document, first, NULL));
  g_assert_true (relm_document_save_finish (document, second, NULL));
  g_assert_false (relm_document_get_modified (document));
  relm_test_assert_content (place->path, CANONICAL ("Newest"));
}

/* Part of an unfinished step is in the file, which is therefore no state that undo could come back to. */
static void
test_save_during_step (RelmTestPlace *place,
                       gconstpointer data)
{
  g_autoptr (RelmDocument) document = open_plan (place, CANONICAL ("Old"));

  relm_document_edit_begin (document, "Rename");
  relm_test_rename (document, "Half");
  g_assert_true (relm_test_save (document, RELM_SAVE_NONE, NULL));
  relm_document_edit_cancel (document);
  g_assert_true (relm_document_get_modified (document));
  g_assert_true (relm_test_save (document, RELM_SAVE_NONE, NULL));
  relm_test_assert_content (place->path, CANONICAL ("Old"));
}

static void
test_reload (RelmTestPlace *place,
             gconstpointer data)
{
  g_autoptr (RelmDocument) document = open_plan (place, CANONICAL ("Old"));
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  relm_test_rename (document, "Mine");
  relm_test_write (place->path, CANONICAL ("Theirs"));
  g_assert_true (relm_test_reload (document, NULL));
  title = relm_document_dup_title (document);
  g_assert_cmpstr (title, ==, "Theirs");
  g_assert_false (relm_document_get_modified (document));
  g_assert_false (relm_document_get_can_undo (document));

  relm_test_rename (document, "Mine");
  relm_test_write (place->path, "{ nonsense");
  g_assert_false (relm_test_reload (document, &error));
  g_assert_error (error, RELM_FORMAT_ERROR, RELM_FORMAT_ERROR_SYNTAX);
  g_assert_true (relm_document_get_modified (document));
  g_assert_true (relm_document_get_can_undo (document));
}

static void
assert_conflict (RelmTestPlace *place,
                 RelmDocument *document,
                 const char *theirs)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (relm_test_save (document, RELM_SAVE_NONE, &error));
  g_assert_error (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_CHANGED_ON_DISK);
  g_assert_true (relm_document_get_modified (document));
  g_assert_cmpint (relm_document_get_disk_state (document), ==, RELM_DISK_STATE_CHANGED);
  relm_test_assert_content (place->path, theirs);
}

static void
test_changed_on_disk (RelmTestPlace *place,
                      gconstpointer data)
{
  g_autoptr (RelmDocument) document = open_plan (place, CANONICAL ("Old"));

  relm_test_rename (document, "Mine");
  relm_test_write (place->path, CANONICAL ("Theirs"));
  assert_conflict (place, document, CANONICAL ("Theirs"));
  g_assert_true (relm_test_save (document, RELM_SAVE_OVERWRITE, NULL));
  g_assert_cmpint (relm_document_get_disk_state (document), ==, RELM_DISK_STATE_SAME);
  relm_test_assert_content (place->path, CANONICAL ("Mine"));
}

/* The same length, the same inode and the time set back: only the bytes tell. */
static void
test_changed_in_secret (RelmTestPlace *place,
                        gconstpointer data)
{
  g_autoptr (RelmDocument) document = open_plan (place, CANONICAL ("Old"));
  struct stat status;
  struct timespec times[2];

  g_assert_cmpint (stat (place->path, &status), ==, 0);
  relm_test_write (place->path, CANONICAL ("New"));
  times[0] = status.st_atim;
  times[1] = status.st_mtim;
  g_assert_cmpint (utimensat (AT_FDCWD, place->path, times, 0), ==, 0);

  relm_test_rename (document, "Own");
  assert_conflict (place, document, CANONICAL ("New"));
}

/* A checkout there and back makes the same bytes anew; nothing is lost by replacing them. */
static void
test_same_bytes (RelmTestPlace *place,
                 gconstpointer data)
{
  g_autoptr (RelmDocument) document = open_plan (place, CANONICAL ("Old"));

  g_assert_cmpint (g_unlink (place->path), ==, 0);
  relm_test_write (place->path, CANONICAL ("Old"));
  relm_test_rename (document, "New");
  g_assert_true (relm_test_save (document, RELM_SAVE_NONE, NULL));
  relm_test_assert_content (place->path, CANONICAL ("New"));
}

static void
test_deleted_on_disk (RelmTestPlace *place,
                      gconstpointer data)
{
  g_autoptr (RelmDocument) document = open_plan (place, CANONICAL ("Old"));
  g_autoptr (GError) error = NULL;

  relm_test_rename (document, "Mine");
  g_assert_cmpint (g_unlink (place->path), ==, 0);
  g_assert_false (relm_test_save (document, RELM_SAVE_NONE, &error));
  g_assert_error (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_DELETED);
  g_assert_cmpint (relm_document_get_disk_state (document), ==, RELM_DISK_STATE_DELETED);
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
  g_assert_true (relm_test_save (document, RELM_SAVE_OVERWRITE, NULL));
  relm_test_assert_content (place->path, CANONICAL ("Mine"));
}

static void
test_newer_format (RelmTestPlace *place,
                   gconstpointer data)
{
  static const char newer[] = "{\n  \"relm\": 2,\n  \"name\": \"Old\"\n}\n";
  g_autoptr (RelmDocument) document = open_plan (place, newer);
  g_autofree char *path = relm_test_place_build (place, "copy.relm");
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;

  g_assert_true (relm_document_get_read_only (document));
  g_assert_false (relm_test_save (document, RELM_SAVE_OVERWRITE, &error));
  g_assert_error (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_READ_ONLY);
  g_assert_false (relm_test_save_as (document, copy, &other));
  g_assert_error (other, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_READ_ONLY);
  relm_test_assert_content (place->path, newer);
}

static void
test_read_only (RelmTestPlace *place,
                gconstpointer data)
{
  g_autofree char *path = relm_test_place_build (place, "copy.relm");
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  g_autoptr (RelmDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  relm_test_write (place->path, BY_HAND);
  g_assert_cmpint (g_chmod (place->path, 0444), ==, 0);
  document = relm_test_open (place->file, NULL);
  g_assert_true (relm_document_get_read_only (document));
  g_assert_false (relm_test_save (document, RELM_SAVE_OVERWRITE, &error));
  g_assert_error (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_READ_ONLY);

  g_assert_true (relm_test_save_as (document, copy, NULL));
  g_assert_false (relm_document_get_read_only (document));
  relm_test_rename (document, "New");
  g_assert_true (relm_test_save (document, RELM_SAVE_NONE, NULL));
}

static void
assert_refused (const char *path,
                GQuark domain,
                int code)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (relm_test_open (file, &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (error->message);
}

static void
test_refused (RelmTestPlace *place,
              gconstpointer data)
{
  g_autofree char *pipe_path = relm_test_place_build (place, "pipe");
  g_autofree char *loop = relm_test_place_build (place, "loop");

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  assert_refused (place->folder, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_NOT_A_FILE);
  assert_refused (pipe_path, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_NOT_A_FILE);
  assert_refused ("/dev/null", RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_NOT_A_FILE);
  assert_refused (loop, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_NOT_A_FILE);
  assert_refused (place->path, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_NOT_FOUND);
  assert_refused ("sftp://example.invalid/plan.relm", RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_NOT_A_FILE);

  relm_test_write (place->path, "");
  assert_refused (place->path, RELM_FORMAT_ERROR, RELM_FORMAT_ERROR_SYNTAX);
  g_assert_cmpint (truncate (place->path, (off_t) RELM_FORMAT_MAX_SIZE + 1), ==, 0);
  assert_refused (place->path, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_TOO_LARGE);
}

static void
test_cancelled (RelmTestPlace *place,
                gconstpointer data)
{
  g_autoptr (RelmDocument) document = open_plan (place, CANONICAL ("Old"));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  relm_test_rename (document, "New");
  g_cancellable_cancel (cancellable);
  relm_document_save_async (document, RELM_SAVE_NONE, cancellable, result_cb, &result);
  relm_test_wait_until (result != NULL);
  g_assert_false (relm_document_save_finish (document, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (relm_document_get_modified (document));
  relm_test_assert_content (place->path, CANONICAL ("Old"));
}

/* A document that nobody holds any more saves to the end. */
static void
test_dropped_while_saving (RelmTestPlace *place,
                           gconstpointer data)
{
  RelmDocument *document = open_plan (place, CANONICAL ("Old"));
  g_autoptr (GAsyncResult) result = NULL;

  relm_test_rename (document, "New");
  relm_document_save_async (document, RELM_SAVE_NONE, NULL, result_cb, &result);
  g_object_unref (document);
  relm_test_wait_until (result != NULL);
  relm_test_assert_content (place->path, CANONICAL ("New"));
}

#define ADD(name, function)                                                                                           \
  g_test_add ("/document/file/" name, RelmTestPlace, NULL, relm_test_place_set_up, function, relm_test_place_tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("unchanged", test_unchanged);
  ADD ("new", test_new);
  ADD ("save-as", test_save_as);
  ADD ("edit-while-saving", test_edit_while_saving);
  ADD ("save-during-step", test_save_during_step);
  ADD ("reload", test_reload);
  ADD ("changed-on-disk", test_changed_on_disk);
  ADD ("changed-in-secret", test_changed_in_secret);
  ADD ("same-bytes", test_same_bytes);
  ADD ("deleted-on-disk", test_deleted_on_disk);
  ADD ("newer-format", test_newer_format);
  ADD ("read-only", test_read_only);
  ADD ("refused", test_refused);
  ADD ("cancelled", test_cancelled);
  ADD ("dropped-while-saving", test_dropped_while_saving);
  return g_test_run ();
}
