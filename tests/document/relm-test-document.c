/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "relm-test-document.h"

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
relm_test_place_set_up (RelmTestPlace *place,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("relm-test-XXXXXX", &error);
  g_assert_no_error (error);
  place->path = relm_test_place_build (place, "plan.relm");
  place->file = g_file_new_for_path (place->path);
}

void
relm_test_place_tear_down (RelmTestPlace *place,
                           gconstpointer data)
{
  chmod (place->folder, 0700);
  remove_folder (place->folder);
  g_clear_object (&place->file);
  g_clear_pointer (&place->path, g_free);
  g_clear_pointer (&place->folder, g_free);
}

char *
relm_test_place_build (RelmTestPlace *place,
                       const char *name)
{
  return g_build_filename (place->folder, name, NULL);
}

/* How many files there are, temporary ones too. */
guint
relm_test_place_count (RelmTestPlace *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

void
relm_test_write (const char *path,
                 const char *text)
{
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (text, 1, strlen (text), file), ==, strlen (text));
  g_assert_cmpint (fclose (file), ==, 0);
}

void
relm_test_assert_content (const char *path,
                          const char *text)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, text);
}

static void
result_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

RelmDocument *
relm_test_open (GFile *file,
                GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  relm_document_open_async (file, NULL, result_cb, &result);
  relm_test_wait_until (result != NULL);
  return relm_document_open_finish (result, error);
}

RelmDocument *
relm_test_open_draft (RelmDraft *draft,
                      GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  relm_document_open_draft_async (draft, NULL, result_cb, &result);
  relm_test_wait_until (result != NULL);
  return relm_document_open_finish (result, error);
}

gboolean
relm_test_save (RelmDocument *document,
                RelmSaveFlags flags,
                GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  relm_document_save_async (document, flags, NULL, result_cb, &result);
  relm_test_wait_until (result != NULL);
  return relm_document_save_finish (document, result, error);
}

gboolean
relm_test_save_as (RelmDocument *document,
                   GFile *file,
                   GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  relm_document_save_as_async (document, file, NULL, result_cb, &result);
  relm_test_wait_until (result != NULL);
  return relm_document_save_finish (document, result, error);
}

gboolean
relm_test_reload (RelmDocument *document,
                  GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  relm_document_reload_async (document, NULL, result_cb, &result);
  relm_test_wait_until (result != NULL);
  return relm_document_reload_finish (document, result, error);
}

void
relm_test_rename (RelmDocument *document,
                  const char *name)
{
  g_autoptr (GError) error = NULL;
  RelmRecord *project = RELM_RECORD (relm_document_get_project (document));

  relm_document_set_string (document, project, RELM_PROJECT_NAME, name, &error);
  g_assert_no_error (error);
}

void
relm_test_assert_title (RelmDocument *document,
                        const char *title)
{
  g_autofree char *actual = relm_document_dup_title (document);

  g_assert_cmpstr (actual, ==, title);
}
