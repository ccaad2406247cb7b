/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document with a repository: its changelog comes, follows both, and says what is wrong. Needs no display. */

#include "config.h"

#include "relm-change-entry.h"
#include "relm-component.h"
#include "relm-git-error.h"
#include "relm-source-history.h"
#include "relm-source.h"
#include "relm-test-repository.h"
#include "relm-test-wait.h"

typedef struct
{
  RelmTestRepository repository;
  RelmDocument *document;
  RelmSourceHistory *history;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (RelmProject) project = relm_project_new ();

  relm_test_repository_init (&fixture->repository);
  COMMIT (&fixture->repository, "feat: One");
  GIT (&fixture->repository, "tag v1.0.0");
  fixture->document = relm_document_new (project);
}

/* Lets everything end that was begun. */
static void
settle (Fixture *fixture)
{
  gpointer weak = fixture->history;

  g_object_add_weak_pointer (G_OBJECT (fixture->history), &weak);
  g_clear_object (&fixture->history);
  for (guint i = 0; i < 1000 && g_atomic_pointer_get (&weak) != NULL; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5 * 1000);
    }
  g_assert_null (g_atomic_pointer_get (&weak));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  settle (fixture);
  g_assert_finalize_object (fixture->document);
  relm_test_repository_clear (&fixture->repository);
}

static RelmRecord *
add_source (Fixture *fixture,
            const char *location)
{
  RelmRecord *source = relm_document_add (fixture->document, RELM_TYPE_SOURCE, 0);

  g_assert_true (relm_document_set_string (fixture->document, source, RELM_SOURCE_LOCATION, location, NULL));
  return source;
}

static guint
count_releases (Fixture *fixture)
{
  RelmChangelog *changelog = relm_source_history_get_changelog (fixture->history);

  return changelog != NULL ? relm_changelog_get_n_releases (changelog) : 0;
}

#define state_of(fixture) relm_source_history_get_state ((fixture)->history)

static void
start (Fixture *fixture)
{
  fixture->history = relm_source_history_new (fixture->document);
}

static void
test_follows_repository (Fixture *fixture,
                         gconstpointer data)
{
  RelmRecord *source = add_source (fixture, fixture->repository.path);

  start (fixture);
  g_assert_true (relm_source_history_get_source (fixture->history) == source);
  relm_test_wait_until (count_releases (fixture) == 1);
  relm_test_wait_until (state_of (fixture) == RELM_GIT_SOURCE_READY);
  g_assert_cmpint (relm_source_history_get_last_sync (fixture->history), >, 0);
  g_assert_null (relm_source_history_get_error (fixture->history));

  COMMIT (&fixture->repository, "fix: Two");
  relm_source_history_sync (fixture->history);
  relm_test_wait_until (count_releases (fixture) == 2);
}

static void
test_no_repository (Fixture *fixture,
                    gconstpointer data)
{
  start (fixture);
  g_assert_null (relm_source_history_get_source (fixture->history));
  g_assert_cmpint (state_of (fixture), ==, RELM_GIT_SOURCE_IDLE);
  relm_source_history_sync (fixture->history);
  relm_test_wait_until (relm_source_history_get_changelog (fixture->history) != NULL);
  g_assert_cmpuint (count_releases (fixture), ==, 0);
}

/* What people write appears, and so does a source that they add. */
static void
test_follows_document (Fixture *fixture,
                       gconstpointer data)
{
  RelmRecord *entry;

  start (fixture);
  relm_test_wait_until (relm_source_history_get_changelog (fixture->history) != NULL);
  entry = relm_document_add (fixture->document, RELM_TYPE_CHANGE_ENTRY, 0);
  relm_document_set_string (fixture->document, entry, RELM_CHANGE_ENTRY_SUMMARY, "Written by a person", NULL);
  relm_test_wait_until (count_releases (fixture) == 1);

  add_source (fixture, fixture->repository.path);
  relm_test_wait_until (count_releases (fixture) == 2);
  relm_document_undo (fixture->document);
  relm_document_undo (fixture->document);
  relm_test_wait_until (count_releases (fixture) == 1);
  g_assert_null (relm_source_history_get_source (fixture->history));
}

static void
test_error (Fixture *fixture,
            gconstpointer data)
{
  RelmRecord *source = add_source (fixture, "/nowhere/at/all");

  start (fixture);
  relm_test_wait_until (relm_source_history_get_error (fixture->history) != NULL);
  g_assert_error (relm_source_history_get_error (fixture->history), RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_FOUND);
  g_assert_cmpint (state_of (fixture), ==, RELM_GIT_SOURCE_FAILED);

  relm_document_set_string (fixture->document, source, RELM_SOURCE_LOCATION, fixture->repository.path, NULL);
  g_assert_null (relm_source_history_get_error (fixture->history));
  relm_test_wait_until (count_releases (fixture) == 1);
}

/* It is never done as long as there is less to show than there will be. */
static void
check_done_cb (Fixture *fixture)
{
  if (!relm_source_history_is_busy (fixture->history))
    g_assert_cmpuint (count_releases (fixture), ==, 1);
}

static void
test_busy (Fixture *fixture,
           gconstpointer data)
{
  gboolean busy;

  add_source (fixture, fixture->repository.path);
  start (fixture);
  g_signal_connect_swapped (fixture->history, "notify", G_CALLBACK (check_done_cb), fixture);
  g_object_get (fixture->history, "busy", &busy, NULL);
  g_assert_true (busy);
  relm_test_wait_until (!relm_source_history_is_busy (fixture->history));
  g_assert_cmpuint (count_releases (fixture), ==, 1);
  relm_source_history_sync (fixture->history);
  relm_source_history_cancel (fixture->history);
  relm_test_wait_until (!relm_source_history_is_busy (fixture->history));
  g_signal_handlers_disconnect_by_data (fixture->history, fixture);
}

/* Wherever the commits are, they are found. */
static void
test_places (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *folder;
    guint n_releases;
  } places[] = { { "linked", 1 }, { "work/src/deep", 2 }, { "untagged", 1 }, { "bare.git", 1 }, { "shallow", 2 } };
  RelmRecord *source;

  GIT (&fixture->repository, "worktree add -q ../linked");
  GIT (&fixture->repository, "clone -q --no-tags . ../untagged");
  GIT (&fixture->repository, "clone -q --bare . ../bare.git");
  COMMIT (&fixture->repository, "fix: Two");
  GIT (&fixture->repository, "clone -q --depth 2 file://%s ../shallow", fixture->repository.path);
  source = add_source (fixture, fixture->repository.path);
  start (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = NULL;

      if (g_str_has_prefix (places[i].folder, "work/"))
        path = g_build_filename (fixture->repository.path, places[i].folder + strlen ("work/"), NULL);
      else
        path = g_build_filename (fixture->repository.folder, places[i].folder, NULL);
      g_mkdir_with_parents (path, 0755);
      relm_document_set_string (fixture->document, source, RELM_SOURCE_LOCATION, path, NULL);
      relm_test_wait_until (!relm_source_history_is_busy (fixture->history));
      g_assert_no_error (relm_source_history_get_error (fixture->history));
      g_assert_cmpuint (count_releases (fixture), ==, places[i].n_releases);
    }
}

/* All repositories are read; one that cannot be read keeps nobody from the others, and says which one it is. */
static void
test_several (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->repository.folder, "other", NULL);
  RelmRecord *second;
  RelmChangelogRelease *release;

  add_source (fixture, fixture->repository.path);
  GIT (&fixture->repository, "clone -q . ../other");
  GIT (&fixture->repository, "-C %s commit -q --allow-empty -m 'feat: Of the other'", other);
  GIT (&fixture->repository, "-C %s tag v1.1.0", other);
  second = add_source (fixture, "/nowhere/at/all");
  relm_document_set_string (fixture->document, second, RELM_SOURCE_NAME, "Second", NULL);
  start (fixture);
  relm_test_wait_until (relm_source_history_get_error (fixture->history) != NULL &&
                        !relm_source_history_is_busy (fixture->history));
  g_assert_cmpuint (count_releases (fixture), ==, 1);
  g_assert_true (relm_source_history_get_source (fixture->history) == second);
  g_assert_true (g_str_has_prefix (relm_source_history_get_error (fixture->history)->message, "Second: "));

  relm_document_set_string (fixture->document, second, RELM_SOURCE_LOCATION, other, NULL);
  relm_test_wait_until (!relm_source_history_is_busy (fixture->history));
  g_assert_no_error (relm_source_history_get_error (fixture->history));
  g_assert_cmpuint (count_releases (fixture), ==, 2);
  release = relm_changelog_get_release (relm_source_history_get_changelog (fixture->history), 0);
  g_assert_cmpstr (relm_changelog_release_get_version (release), ==, "1.1.0");
}

static guint
count_newest (Fixture *fixture)
{
  RelmChangelog *changelog = relm_source_history_get_changelog (fixture->history);

  return relm_changelog_release_get_n_commits (relm_changelog_get_release (changelog, 0));
}

/* A component with a path shows what touches it, as soon as somebody writes the path; what else there is stays to be seen. */
static void
test_component (Fixture *fixture,
                gconstpointer data)
{
  RelmRecord *source = add_source (fixture, fixture->repository.path);
  RelmRecord *component = relm_document_add (fixture->document, RELM_TYPE_COMPONENT, 0);

  COMMIT (&fixture->repository, "feat: Two");
  start (fixture);
  relm_test_wait_until (!relm_source_history_is_busy (fixture->history));
  g_assert_cmpuint (count_newest (fixture), ==, 1);

  relm_document_set_string (fixture->document, component, RELM_COMPONENT_SOURCE, relm_record_get_id (source), NULL);
  relm_document_set_string (fixture->document, component, RELM_COMPONENT_PATH, "nowhere/", NULL);
  relm_test_wait_until (count_newest (fixture) == 0);
  g_assert_cmpuint (count_releases (fixture), ==, 2);
}

/* A tracker is not a repository, and a relative folder needs a file. */
static void
test_other_sources (Fixture *fixture,
                    gconstpointer data)
{
  RelmRecord *source = add_source (fixture, "project");

  relm_document_set_string (fixture->document, source, RELM_SOURCE_KIND, "tracker", NULL);
  start (fixture);
  g_assert_null (relm_source_history_get_source (fixture->history));
  relm_document_set_string (fixture->document, source, RELM_SOURCE_KIND, "repository", NULL);
  relm_test_wait_until (relm_source_history_get_error (fixture->history) != NULL);
  g_assert_error (relm_source_history_get_error (fixture->history), RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_FOUND);
}

/* Dropped in the middle of everything. */
static void
test_dropped (Fixture *fixture,
              gconstpointer data)
{
  add_source (fixture, fixture->repository.path);
  start (fixture);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/ui/source-history/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("follows-repository", test_follows_repository);
  ADD ("no-repository", test_no_repository);
  ADD ("follows-document", test_follows_document);
  ADD ("error", test_error);
  ADD ("busy", test_busy);
  ADD ("places", test_places);
  ADD ("several", test_several);
  ADD ("component", test_component);
  ADD ("other-sources", test_other_sources);
  ADD ("dropped", test_dropped);
  return g_test_run ();
}
