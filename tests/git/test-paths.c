/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which commits touch a path, beside what git itself says of the same histories. */

#include "config.h"

#include <stdio.h>

#include "relm-git-error.h"
#include "relm-git-reader.h"
#include "relm-mirror-path.h"
#include "relm-test-repository.h"

#define N_COMMITS 120

static const char *const paths[] = { "src", "src/deep/er", "docs/a.txt", "src/deep", "nowhere", "src2", "odd name", NULL };

static void
set_up (RelmTestRepository *repository,
        gconstpointer data)
{
  relm_test_repository_init (repository);
}

static void
tear_down (RelmTestRepository *repository,
           gconstpointer data)
{
  relm_test_repository_clear (repository);
}

static RelmGitReaderResult
read_paths (RelmTestRepository *repository,
            const char *const *some)
{
  const RelmGitReaderOptions options = { NULL, NULL, some };
  g_autoptr (GError) error = NULL;
  RelmGitReaderResult result;

  relm_git_reader_read (repository->path, repository->mirror, &options, NULL, NULL, &result, NULL, &error);
  g_assert_no_error (error);
  return result;
}

/* The object ids of the commits without merges that touch it, sorted. */
static char *
list_touching (RelmTestRepository *repository,
               const char *path)
{
  g_autoptr (RelmMirror) mirror = relm_mirror_open (repository->mirror, NULL);
  g_autoptr (RelmMirrorPath) touching = relm_mirror_load_path (mirror, path, NULL);
  g_autoptr (GPtrArray) commits = relm_mirror_list_commits (mirror, NULL, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < commits->len; i++)
    {
      const RelmMirrorCommit *commit = commits->pdata[i];

      if (!commit->merge && relm_mirror_path_contains (touching, commit->id))
        g_ptr_array_add (found, commit->oid);
    }
  g_ptr_array_sort_values (found, (GCompareFunc) strcmp);
  g_ptr_array_add (found, NULL);
  return g_strjoinv ("\n", (char **) found->pdata);
}

static void
assert_like_git (RelmTestRepository *repository)
{
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *expected =
        relm_test_repository_git (repository, "log --full-history --no-merges --format=%%H HEAD -- '%s' | sort", paths[i]);
      g_autofree char *found = list_touching (repository, paths[i]);

      g_assert_cmpstr (found, ==, expected);
    }
}

/* Changes, removes and moves at random, and merges now and then. */
static void
write_history (RelmTestRepository *repository,
               guint first,
               guint end)
{
  static const char *const files[] = { "src/a", "src/deep/b", "src/deep/er/c", "src/deep/er", "docs/a.txt", "src2/a", "odd name/x" };
  g_autofree char *command = g_strdup_printf ("git -C %s fast-import --quiet --import-marks-if-exists=marks --export-marks=marks",
                                              repository->path);
  FILE *stream = popen (command, "w");

  for (guint i = first; i < end; i++)
    {
      const char *file = files[g_test_rand_int_range (0, G_N_ELEMENTS (files))];
      const guint parent = i > 4 ? i - (guint) g_test_rand_int_range (1, 4) : i - 1;

      fprintf (stream, "commit refs/heads/main\nmark :%u\ncommitter Ann <a@b> %u +0000\ndata 1\nx\n", i, 1000000000 + i * 60);
      if (i > 1)
        fprintf (stream, "from :%u\n", i % 7 == 0 ? parent : i - 1);
      if (i % 7 == 0 && parent != i - 1)
        fprintf (stream, "merge :%u\n", i - 1);
      if (i % 5 == 0)
        fprintf (stream, "D \"%s\"\n", file);
      else
        fprintf (stream, "M 100644 inline \"%s\"\ndata 1\n%c\n", file, 'a' + g_test_rand_int_range (0, 3));
    }
  g_assert_cmpint (pclose (stream), ==, 0);
}

static void
test_like_git (RelmTestRepository *repository,
               gconstpointer data)
{
  write_history (repository, 1, N_COMMITS);
  read_paths (repository, paths);
  assert_like_git (repository);
}

/* What is known is not looked at again: not even when the files of it are gone. */
static void
test_again (RelmTestRepository *repository,
            gconstpointer data)
{
  write_history (repository, 1, N_COMMITS / 2);
  read_paths (repository, paths);
  g_assert_true (read_paths (repository, paths).unchanged);
  write_history (repository, N_COMMITS / 2, N_COMMITS);
  g_assert_cmpuint (read_paths (repository, paths).n_read, >, 0);
  assert_like_git (repository);
}

/* A path that somebody adds later is looked for in all commits, and one that is not asked for keeps what is known. */
static void
test_added (RelmTestRepository *repository,
            gconstpointer data)
{
  static const char *const some[] = { "src", NULL };
  RelmGitReaderResult result;

  write_history (repository, 1, N_COMMITS / 2);
  read_paths (repository, some);
  result = read_paths (repository, paths);
  g_assert_false (result.unchanged);
  g_assert_cmpuint (result.n_read, ==, 0);
  assert_like_git (repository);

  write_history (repository, N_COMMITS / 2, N_COMMITS);
  read_paths (repository, some);
  g_assert_true (read_paths (repository, some).unchanged);
  g_assert_false (read_paths (repository, paths).unchanged);
  assert_like_git (repository);
}

/* A clone without folders has a clear error, and all that needs none. */
static void
test_without_folders (RelmTestRepository *repository,
                      gconstpointer data)
{
  const RelmGitReaderOptions options = { NULL, NULL, paths };
  g_autoptr (GError) error = NULL;
  g_autofree char *clone = g_build_filename (repository->folder, "clone.git", NULL);
  g_autofree char *mirror = g_build_filename (repository->folder, "clone.sqlite", NULL);

  write_history (repository, 1, 10);
  GIT (repository, "config uploadpack.allowFilter true");
  GIT (repository, "clone -q --bare --filter=tree:0 file://%s %s", repository->path, clone);
  g_assert_true (relm_git_reader_read (clone, mirror, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (relm_git_reader_read (clone, mirror, &options, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_CORRUPT);
}

static void
cancel_cb (guint n_read,
           guint n_total,
           gpointer cancellable)
{
  if (n_total > 0)
    g_cancellable_cancel (cancellable);
}

static void
test_cancel (RelmTestRepository *repository,
             gconstpointer data)
{
  const RelmGitReaderOptions options = { NULL, NULL, paths };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  write_history (repository, 1, 600);
  g_assert_false (relm_git_reader_read (repository->path, repository->mirror, &options, cancel_cb, cancellable, NULL, cancellable,
                                        &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  read_paths (repository, paths);
  assert_like_git (repository);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/git/paths/" name, RelmTestRepository, NULL, set_up, func, tear_down)
  ADD ("like-git", test_like_git);
  ADD ("again", test_again);
  ADD ("added", test_added);
  ADD ("without-folders", test_without_folders);
  ADD ("cancel", test_cancel);
  return g_test_run ();
}
