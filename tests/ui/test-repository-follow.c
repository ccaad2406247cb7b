/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a project names a repository near it, and what becomes of that when its file gets another place. */

#include "config.h"

#include <glib/gstdio.h>

#include "relm-repository-follow.h"
#include "relm-repository-location.h"
#include "relm-source.h"
#include "relm-test-document.h"

#define HOME "/home/ann"

static void
test_for_folder (void)
{
  static const struct
  {
    const char *file, *folder, *location;
  } rows[] = {
    { "/a/b/plan.relm", "/a/b/code", "code" },
    { "/a/b/plan.relm", "/a/b", "." },
    { "/a/b/plan.relm", "/a", ".." },
    { "/a/b/plan.relm", "/a/code", "../code" },
    { "/a/b/c/d/e/plan.relm", "/x", "/x" },
    { NULL, "/x", "/x" },
    /* What meets only at the top of the disk, or where everybody's files are, is not near. */
    { "/a/plan.relm", "/x", "/x" },
    { "/plan.relm", "/x", "x" },
    { HOME "/plans/plan.relm", HOME "/src/code", "../src/code" },
    { HOME "/plan.relm", HOME, "." },
    { HOME "/plan.relm", "/home/ben/code", "/home/ben/code" },
    { HOME "/plans/plan.relm", "/srv/code", "/srv/code" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GFile) file = rows[i].file != NULL ? g_file_new_for_path (rows[i].file) : NULL;
      g_autoptr (GFile) folder = g_file_new_for_path (rows[i].folder);
      g_autofree char *location = relm_repository_location_for_folder (file, folder);

      g_assert_cmpstr (location, ==, rows[i].location);
    }
}

static RelmRecord *
add_source (RelmDocument *document,
            const char *location)
{
  RelmRecord *source = relm_document_add (document, RELM_TYPE_SOURCE, 0);

  g_assert_true (relm_document_set_string (document, source, RELM_SOURCE_NAME, "Code", NULL));
  g_assert_true (relm_document_set_string (document, source, RELM_SOURCE_LOCATION, location, NULL));
  return source;
}

static RelmDocument *
create (void)
{
  g_autoptr (RelmProject) project = relm_project_new ();

  return relm_document_new (project);
}

static void
save_as (RelmDocument *document,
         GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (relm_test_save_as (document, file, &error));
  g_assert_no_error (error);
}

static void
assert_location (RelmRecord *source,
                 const char *location)
{
  g_assert_cmpstr (relm_record_get_string (source, RELM_SOURCE_LOCATION), ==, location);
}

/* A folder that was chosen before there was a file. */
static void
test_first_save (RelmTestPlace *place,
                 gconstpointer data)
{
  g_autoptr (RelmDocument) document = create ();
  g_autofree char *folder = relm_test_place_build (place, "code");
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  RelmRecord *source = add_source (document, folder);
  RelmRecord *second = add_source (document, uri);
  RelmRecord *far_away = add_source (document, "/nowhere/else");
  RelmRecord *remote = add_source (document, "https://example.org/code.git");

  save_as (document, place->file);
  g_assert_true (relm_repository_follow (document, NULL));
  assert_location (source, "code");
  assert_location (second, "code");
  assert_location (far_away, "/nowhere/else");
  assert_location (remote, "https://example.org/code.git");
  g_assert_true (relm_document_get_modified (document));
  g_assert_true (relm_test_save (document, RELM_SAVE_NONE, NULL));
  g_assert_false (relm_repository_follow (document, NULL));

  relm_document_undo (document);
  assert_location (source, folder);
  assert_location (second, uri);
}

/* The project moves, the repository stays where it is. */
static void
test_move (RelmTestPlace *place,
           gconstpointer data)
{
  g_autoptr (RelmDocument) document = create ();
  g_autofree char *folder = relm_test_place_build (place, "code");
  g_autofree char *plans = relm_test_place_build (place, "plans");
  g_autoptr (GFile) file = g_file_new_build_filename (plans, "plan.relm", NULL);
  RelmRecord *source, *absolute, *missing;

  g_assert_no_errno (g_mkdir (folder, 0700));
  g_assert_no_errno (g_mkdir (plans, 0700));
  source = add_source (document, "code");
  missing = add_source (document, "missing");
  absolute = add_source (document, folder);
  save_as (document, place->file);
  save_as (document, file);
  g_assert_true (relm_repository_follow (document, place->file));
  assert_location (source, "../code");
  assert_location (missing, "missing");
  assert_location (absolute, folder);

  relm_document_close (document);
  g_unlink (g_file_peek_path (file));
  g_rmdir (plans);
  g_rmdir (folder);
}

#define ADD(path, function)                                                                                            \
  g_test_add ("/ui/repository-follow/" path, RelmTestPlace, NULL, relm_test_place_set_up, function, relm_test_place_tear_down)

int
main (int argc,
      char *argv[])
{
  g_setenv ("HOME", HOME, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/repository-follow/for-folder", test_for_folder);
  ADD ("first-save", test_first_save);
  ADD ("move", test_move);
  return g_test_run ();
}
