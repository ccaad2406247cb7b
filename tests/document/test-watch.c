/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What others do to an open file is noticed, and never costs anybody their edits. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "relm-test-document.h"

#define CANONICAL(name) "{\n  \"relm\": 1,\n  \"name\": \"" name "\"\n}\n"

/* Longer than the watch waits for quiet; for tests of what must not happen. */
#define QUIET 900

typedef struct
{
  RelmTestPlace place;
  RelmDocument *document;
  guint n_reloaded;
  guint n_states; /* how often the disk state was told */
} Fixture;

static void
count_cb (guint *counter)
{
  (*counter)++;
}

static void
open_document (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->document = relm_test_open (fixture->place.file, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->document, "reloaded", G_CALLBACK (count_cb), &fixture->n_reloaded);
  g_signal_connect_swapped (fixture->document, "notify::disk-state", G_CALLBACK (count_cb), &fixture->n_states);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  relm_test_place_set_up (&fixture->place, NULL);
  relm_test_write (fixture->place.path, CANONICAL ("Old"));
  open_document (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  relm_document_close (fixture->document);
  g_signal_handlers_disconnect_by_data (fixture->document, &fixture->n_reloaded);
  g_signal_handlers_disconnect_by_data (fixture->document, &fixture->n_states);
  g_clear_object (&fixture->document);
  relm_test_place_tear_down (&fixture->place, NULL);
}

static RelmDiskState
get_state (Fixture *fixture)
{
  return relm_document_get_disk_state (fixture->document);
}

static void
replace_file (Fixture *fixture,
              const char *text)
{
  g_autofree char *other = relm_test_place_build (&fixture->place, "other");

  relm_test_write (other, text);
  g_assert_cmpint (g_rename (other, fixture->place.path), ==, 0);
}

static void
assert_reloaded (Fixture *fixture,
                 const char *title)
{
  relm_test_wait_until (fixture->n_reloaded > 0);
  relm_test_assert_title (fixture->document, title);
  g_assert_false (relm_document_get_modified (fixture->document));
  g_assert_cmpint (get_state (fixture), ==, RELM_DISK_STATE_SAME);
  fixture->n_reloaded = 0;
}

static void
test_clean (Fixture *fixture,
            gconstpointer data)
{
  relm_test_write (fixture->place.path, CANONICAL ("Theirs"));
  assert_reloaded (fixture, "Theirs");
  replace_file (fixture, CANONICAL ("Replaced"));
  assert_reloaded (fixture, "Replaced");
  relm_test_write (fixture->place.path, CANONICAL ("Replaced, and written"));
  assert_reloaded (fixture, "Replaced, and written");
}

/* As git does it: one event for a person. */
static void
test_checkout (Fixture *fixture,
               gconstpointer data)
{
  g_assert_cmpint (g_unlink (fixture->place.path), ==, 0);
  relm_test_pause (20);
  relm_test_write (fixture->place.path, "");
  relm_test_pause (20);
  relm_test_write (fixture->place.path, CANONICAL ("Theirs"));
  assert_reloaded (fixture, "Theirs");
  relm_test_pause (QUIET);
  g_assert_cmpuint (fixture->n_reloaded, ==, 0);
  g_assert_cmpuint (fixture->n_states, ==, 0);
}

static void
test_modified (Fixture *fixture,
               gconstpointer data)
{
  relm_test_rename (fixture->document, "Mine");
  replace_file (fixture, CANONICAL ("Theirs"));
  relm_test_wait_until (get_state (fixture) == RELM_DISK_STATE_CHANGED);
  relm_test_assert_title (fixture->document, "Mine");
  g_assert_true (relm_document_get_can_undo (fixture->document));

  /* When it is as it was, there is nothing to decide. */
  replace_file (fixture, CANONICAL ("Old"));
  relm_test_wait_until (get_state (fixture) == RELM_DISK_STATE_SAME);
  g_assert_true (relm_test_save (fixture->document, RELM_SAVE_NONE, NULL));
  relm_test_assert_content (fixture->place.path, CANONICAL ("Mine"));
  g_assert_cmpuint (fixture->n_reloaded, ==, 0);
}

/* A project whose file is gone is not saved, whoever took it away. */
static void
test_deleted (Fixture *fixture,
              gconstpointer data)
{
  g_assert_cmpint (g_unlink (fixture->place.path), ==, 0);
  relm_test_wait_until (get_state (fixture) == RELM_DISK_STATE_DELETED);
  g_assert_true (relm_document_get_modified (fixture->document));

  relm_test_write (fixture->place.path, CANONICAL ("Old"));
  relm_test_wait_until (get_state (fixture) == RELM_DISK_STATE_SAME);
  g_assert_false (relm_document_get_modified (fixture->document));

  g_assert_cmpint (g_unlink (fixture->place.path), ==, 0);
  relm_test_wait_until (get_state (fixture) == RELM_DISK_STATE_DELETED);
  relm_test_write (fixture->place.path, CANONICAL ("Theirs"));
  assert_reloaded (fixture, "Theirs");

  g_assert_cmpint (g_unlink (fixture->place.path), ==, 0);
  relm_test_wait_until (get_state (fixture) == RELM_DISK_STATE_DELETED);
  g_assert_true (relm_test_save (fixture->document, RELM_SAVE_OVERWRITE, NULL));
  relm_test_assert_content (fixture->place.path, CANONICAL ("Theirs"));
  g_assert_false (relm_document_get_modified (fixture->document));
}

static void
test_own_saves (Fixture *fixture,
                gconstpointer data)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("Mine %u", i);

      relm_test_rename (fixture->document, name);
      g_assert_true (relm_test_save (fixture->document, RELM_SAVE_NONE, NULL));
      relm_test_pause (i * 60);
    }
  relm_test_pause (QUIET);
  g_assert_cmpuint (fixture->n_reloaded, ==, 0);
  g_assert_cmpuint (fixture->n_states, ==, 0);
  g_assert_true (relm_document_get_can_undo (fixture->document));
}

static void
test_touched (Fixture *fixture,
              gconstpointer data)
{
  replace_file (fixture, CANONICAL ("Old"));
  g_assert_cmpint (g_chmod (fixture->place.path, 0600), ==, 0);
  relm_test_pause (QUIET);
  g_assert_cmpuint (fixture->n_reloaded, ==, 0);
  g_assert_cmpuint (fixture->n_states, ==, 0);
}

/* A merge that is half done does not take the project away. */
static void
test_broken (Fixture *fixture,
             gconstpointer data)
{
  relm_test_write (fixture->place.path, "<<<<<<< ours\n");
  relm_test_wait_until (get_state (fixture) == RELM_DISK_STATE_CHANGED);
  relm_test_assert_title (fixture->document, "Old");
  g_assert_cmpuint (fixture->n_reloaded, ==, 0);
  relm_test_write (fixture->place.path, CANONICAL ("Merged"));
  assert_reloaded (fixture, "Merged");
}

static void
test_edit_before_reload (Fixture *fixture,
                         gconstpointer data)
{
  replace_file (fixture, CANONICAL ("Theirs"));
  relm_document_check_disk (fixture->document);
  relm_test_wait_until (relm_document_get_busy (fixture->document)); /* it is being read again */
  relm_test_rename (fixture->document, "Mine");
  relm_test_wait_until (get_state (fixture) == RELM_DISK_STATE_CHANGED);
  relm_test_assert_title (fixture->document, "Mine");
  g_assert_cmpuint (fixture->n_reloaded, ==, 0);
}

static void
test_link (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *folder = relm_test_place_build (&fixture->place, "elsewhere");
  g_autofree char *first = g_build_filename (folder, "first.relm", NULL);
  g_autofree char *second = g_build_filename (folder, "second.relm", NULL);

  relm_document_close (fixture->document);
  g_object_unref (fixture->document);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  relm_test_write (first, CANONICAL ("First"));
  relm_test_write (second, CANONICAL ("Second"));
  g_assert_cmpint (g_unlink (fixture->place.path), ==, 0);
  g_assert_cmpint (symlink (first, fixture->place.path), ==, 0);
  open_document (fixture);

  relm_test_write (first, CANONICAL ("First, written"));
  assert_reloaded (fixture, "First, written");
  g_assert_cmpint (g_unlink (fixture->place.path), ==, 0);
  g_assert_cmpint (symlink (second, fixture->place.path), ==, 0);
  assert_reloaded (fixture, "Second");
  relm_test_write (second, CANONICAL ("Second, written"));
  assert_reloaded (fixture, "Second, written");
}

static void
test_save_as (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *path = relm_test_place_build (&fixture->place, "copy.relm");
  g_autoptr (GFile) copy = g_file_new_for_path (path);

  g_assert_true (relm_test_save_as (fixture->document, copy, NULL));
  relm_test_write (fixture->place.path, CANONICAL ("No longer ours"));
  relm_test_pause (QUIET);
  g_assert_cmpuint (fixture->n_reloaded, ==, 0);
  relm_test_write (path, CANONICAL ("Theirs"));
  assert_reloaded (fixture, "Theirs");
}

static void
test_closed (Fixture *fixture,
             gconstpointer data)
{
  relm_document_close (fixture->document);
  relm_test_write (fixture->place.path, CANONICAL ("Theirs"));
  relm_document_check_disk (fixture->document);
  relm_test_pause (QUIET);
  g_assert_cmpuint (fixture->n_reloaded, ==, 0);
}

#define ADD(name, function) g_test_add ("/document/watch/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("clean", test_clean);
  ADD ("checkout", test_checkout);
  ADD ("modified", test_modified);
  ADD ("deleted", test_deleted);
  ADD ("own-saves", test_own_saves);
  ADD ("touched", test_touched);
  ADD ("broken", test_broken);
  ADD ("edit-before-reload", test_edit_before_reload);
  ADD ("link", test_link);
  ADD ("save-as", test_save_as);
  ADD ("closed", test_closed);
  return g_test_run ();
}
