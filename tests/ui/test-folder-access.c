/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sandbox is made up: files have the attributes that the document portal gives them. Needs no display. */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/xattr.h>

#include "relm-folder-access.h"
#include "relm-git-error.h"
#include "relm-repository-location.h"
#include "relm-source-set.h"
#include "relm-source.h"

#define HOST_PATH "user.document-portal.host-path"

typedef struct
{
  char *top;
  GFile *file;    /* lent alone */
  GFile *folder; /* lent later */
  gboolean known; /* whether the portal says where they are */
} Fixture;

/* Something in a folder of its own, as the document portal has it. */
static GFile *
lend (Fixture *fixture,
      const char *number,
      const char *name,
      gboolean folder)
{
  g_autofree char *parent = g_build_filename (fixture->top, "doc", number, NULL);
  g_autofree char *path = g_build_filename (parent, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder ? path : parent, 0700), ==, 0);
  if (!folder)
    g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  return g_file_new_for_path (path);
}

static gboolean
place_on_host (GFile *file,
               const char *path)
{
  return setxattr (g_file_peek_path (file), HOST_PATH, path, strlen (path), 0) == 0;
}

static void
set_up (Fixture *fixture,
        gconstpointer known)
{
  fixture->top = g_dir_make_tmp ("relm-XXXXXX", NULL);
  fixture->file = lend (fixture, "1a", "plan.relm", FALSE);
  fixture->folder = lend (fixture, "2b", "code", TRUE);
  fixture->known = known == NULL || (place_on_host (fixture->file, "/home/ann/plans/plan.relm") &&
                                     place_on_host (fixture->folder, "/home/ann/code"));
  g_setenv ("RELM_SANDBOX", fixture->top, TRUE);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *memory = g_build_filename (g_get_user_state_dir (), "relm", NULL);

  remove_all (memory);
  remove_all (fixture->top);
  g_clear_object (&fixture->file);
  g_clear_object (&fixture->folder);
  g_free (fixture->top);
}

#define SKIP_UNLESS_KNOWN(fixture) \
  if (!(fixture)->known) \
    { \
      g_test_skip ("files have no attributes here"); \
      return; \
    }

static void
assert_found (Fixture *fixture,
              const char *location,
              const char *expected)
{
  g_autofree char *found = relm_folder_access_dup_location (fixture->file, location);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_lent (Fixture *fixture,
           gconstpointer known)
{
  SKIP_UNLESS_KNOWN (fixture);
  assert_found (fixture, "../code", "../code");
  relm_folder_access_remember (fixture->file, "../code", fixture->folder);
  assert_found (fixture, "../code", g_file_peek_path (fixture->folder));
  assert_found (fixture, "../other", "../other");
  assert_found (fixture, "https://example.org/code", "https://example.org/code");
  /* taken back */
  remove_all (g_file_peek_path (fixture->folder));
  assert_found (fixture, "../code", "../code");
}

/* Where nobody says where files are, every project has the same folder above it. */
static void
test_two_projects (Fixture *fixture,
                   gconstpointer known)
{
  g_autoptr (GFile) other = lend (fixture, "3c", "plan.relm", FALSE);
  g_autofree char *found = NULL;

  relm_folder_access_remember (fixture->file, "..", fixture->folder);
  assert_found (fixture, "..", g_file_peek_path (fixture->folder));
  found = relm_folder_access_dup_location (other, "..");
  g_assert_cmpstr (found, ==, "..");
}

/* A person lends more than was asked for. */
static void
test_folder_above (Fixture *fixture,
                   gconstpointer known)
{
  g_autoptr (GFile) home = lend (fixture, "4d", "ann", TRUE);
  g_autoptr (GFile) code = g_file_get_child (home, "code");

  SKIP_UNLESS_KNOWN (fixture);
  g_assert_true (place_on_host (home, "/home/ann"));
  g_assert_true (g_file_make_directory (code, NULL, NULL));
  relm_folder_access_remember (fixture->file, "../code", home);
  assert_found (fixture, "../code", g_file_peek_path (code));
}

/* A repository that is chosen in the sandbox is named as everybody sees it. */
static void
test_chosen (Fixture *fixture,
             gconstpointer known)
{
  g_autofree char *location = NULL;

  SKIP_UNLESS_KNOWN (fixture);
  location = relm_repository_location_for_folder (fixture->file, fixture->folder);
  g_assert_cmpstr (location, ==, "../code");
  assert_found (fixture, "../code", g_file_peek_path (fixture->folder));
  assert_found (fixture, "/home/ann/code", g_file_peek_path (fixture->folder));
}

static void
assert_missing (Fixture *fixture,
                const char *location,
                RelmGitError code,
                gboolean expected)
{
  g_autoptr (GError) error = g_error_new_literal (RELM_GIT_ERROR, code, "");

  g_assert_cmpint (relm_folder_access_is_missing (fixture->file, location, error), ==, expected);
}

static void
test_missing (Fixture *fixture,
              gconstpointer known)
{
  g_autofree char *name = NULL;

  SKIP_UNLESS_KNOWN (fixture);
  assert_missing (fixture, "../code", RELM_GIT_ERROR_NOT_FOUND, TRUE);
  assert_missing (fixture, ".", RELM_GIT_ERROR_NOT_A_REPOSITORY, TRUE);
  assert_missing (fixture, "../code", RELM_GIT_ERROR_CORRUPT, FALSE);
  assert_missing (fixture, "https://example.org/code", RELM_GIT_ERROR_NOT_FOUND, FALSE);
  g_assert_false (relm_folder_access_is_missing (fixture->file, "../code", NULL));
  name = relm_folder_access_dup_name (fixture->file, "../code");
  g_assert_cmpstr (name, ==, "/home/ann/code");
  g_setenv ("RELM_SANDBOX", "/nowhere/at/all", TRUE);
  assert_missing (fixture, "../code", RELM_GIT_ERROR_NOT_FOUND, FALSE);
}

/* A source whose folder was not lent is not one that could not be read. */
static void
test_source (Fixture *fixture,
             gconstpointer known)
{
  g_autoptr (RelmProject) project = relm_project_new ();
  g_autoptr (RelmDocument) document = relm_document_new (project);
  RelmSourceSet *set = relm_source_set_get (document);
  RelmRecord *source = relm_document_add (document, RELM_TYPE_SOURCE, 0);
  g_autoptr (RelmSourceLink) link = NULL;

  relm_document_set_string (document, source, RELM_SOURCE_LOCATION, "/home/ann/not-lent", NULL);
  link = g_object_ref (relm_source_set_find (set, source));
  g_assert_false (relm_source_set_lacks_access (set, link)); /* nobody tried */
  relm_source_link_sync (link, FALSE);
  while (relm_source_link_is_busy (link))
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (relm_source_link_get_error (link), RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_FOUND);
  g_assert_true (relm_source_set_lacks_access (set, link));
  g_setenv ("RELM_SANDBOX", "/nowhere/at/all", TRUE);
  g_assert_false (relm_source_set_lacks_access (set, link));
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("relm-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("HOME", "/home/ann", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/folder-access/lent", Fixture, "known", set_up, test_lent, tear_down);
  g_test_add ("/folder-access/two-projects", Fixture, NULL, set_up, test_two_projects, tear_down);
  g_test_add ("/folder-access/folder-above", Fixture, "known", set_up, test_folder_above, tear_down);
  g_test_add ("/folder-access/chosen", Fixture, "known", set_up, test_chosen, tear_down);
  g_test_add ("/folder-access/missing", Fixture, "known", set_up, test_missing, tear_down);
  g_test_add ("/folder-access/source", Fixture, NULL, set_up, test_source, tear_down);
  status = g_test_run ();
  remove_all (state);
  return status;
}
