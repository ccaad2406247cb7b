/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the mirror has after a repository is read, once and again; and what is said of repositories that cannot be read. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "relm-git-error.h"
#include "relm-git-reader.h"
#include "relm-mirror.h"
#include "relm-test-repository.h"

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
read_with (RelmTestRepository *repository,
           const RelmGitReaderOptions *options)
{
  g_autoptr (GError) error = NULL;
  RelmGitReaderResult result;

  relm_git_reader_read (repository->path, repository->mirror, options, NULL, NULL, &result, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static RelmGitReaderResult
read_again (RelmTestRepository *repository)
{
  return read_with (repository, NULL);
}

static void
assert_fails (RelmTestRepository *repository,
              const char *path,
              RelmGitError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (relm_git_reader_read (path, repository->mirror, NULL, NULL, NULL, NULL, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, RELM_GIT_ERROR, (int) code);
}

/* The releases as “name<previous:subjects of its commits;”, newest first, then what no release has yet. */
static char *
describe (RelmTestRepository *repository)
{
  g_autoptr (RelmMirror) mirror = relm_mirror_open (repository->mirror, NULL);
  g_autoptr (GPtrArray) tags = relm_mirror_list_tags (mirror, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= tags->len; i++)
    {
      const RelmMirrorTag *tag = i < tags->len ? tags->pdata[i] : NULL;
      g_autoptr (GPtrArray) commits = relm_mirror_list_commits (mirror, tag != NULL ? tag->name : NULL, NULL);

      if (tag != NULL && tag->version == NULL)
        {
          g_string_append_printf (text, "(%s);", tag->name);
          continue;
        }
      if (tag != NULL)
        {
          g_string_append_printf (text, "%s<%s", tag->name, tag->previous != NULL ? tag->previous : "");
          g_assert_cmpuint (tag->n_commits, ==, commits->len);
        }
      g_string_append_c (text, ':');
      for (guint j = 0; j < commits->len; j++)
        g_string_append (text, ((RelmMirrorCommit *) commits->pdata[j])->subject);
      g_string_append_c (text, ';');
    }
  return g_string_free (text, FALSE);
}

static void
assert_is (RelmTestRepository *repository,
           const char *expected)
{
  g_autofree char *description = describe (repository);

  g_assert_cmpstr (description, ==, expected);
}

/* The commits that no release has yet, newest first. */
static GPtrArray *
list_unreleased (RelmTestRepository *repository)
{
  g_autoptr (RelmMirror) mirror = relm_mirror_open (repository->mirror, NULL);

  return relm_mirror_list_commits (mirror, NULL, NULL);
}

/* Lets git fast-import read a stream; frees it. */
static void
import (RelmTestRepository *repository,
        GString *stream)
{
  g_autofree char *file = g_build_filename (repository->folder, "stream", NULL);

  g_assert_true (g_file_set_contents (file, stream->str, (gssize) stream->len, NULL));
  GIT (repository, "fast-import --quiet --force < %s", file);
  g_string_free (stream, TRUE);
}

static void
test_linear (RelmTestRepository *repository,
             gconstpointer data)
{
  g_autoptr (RelmMirror) mirror = NULL;
  g_autoptr (GPtrArray) tags = NULL;
  const RelmMirrorTag *tag;
  RelmGitReaderResult result;

  COMMIT (repository, "a");
  GIT (repository, "tag v1.0.0");
  COMMIT (repository, "b");
  COMMIT (repository, "c");
  repository->time += 1000;
  GIT (repository, "tag -a -m words 1.1.0");
  COMMIT (repository, "d");
  result = read_again (repository);
  g_assert_cmpuint (result.n_commits, ==, 4);
  g_assert_cmpuint (result.n_read, ==, 4);
  g_assert_cmpuint (result.n_releases, ==, 2);
  g_assert_false (result.unchanged || result.shallow);
  assert_is (repository, "1.1.0<v1.0.0:cb;v1.0.0<:a;:d;");

  mirror = relm_mirror_open (repository->mirror, NULL);
  tags = relm_mirror_list_tags (mirror, NULL);
  tag = tags->pdata[0];
  g_assert_cmpstr (tag->version, ==, "1.1.0");
  g_assert_true (tag->annotated && !tag->prerelease);
  g_assert_cmpint (tag->time, ==, RELM_TEST_START + 180 + 1000);
  tag = tags->pdata[1];
  g_assert_cmpstr (tag->version, ==, "1.0.0");
  g_assert_false (tag->annotated);
  g_assert_cmpint (tag->time, ==, RELM_TEST_START);
}

static void
test_commit (RelmTestRepository *repository,
             gconstpointer data)
{
  g_autofree char *oid = NULL;
  g_autoptr (GPtrArray) commits = NULL;
  const RelmMirrorCommit *commit;
  g_autofree char *co_authors = NULL;

  oid = relm_test_repository_commit (repository, "feat(ui)!: Shows it (#12)\n\nBody: text.\n\nCo-authored-by: Bob <bob@x>\n"
                                                 "Co-authored-by: Ann <ann@example.org>\n");
  read_again (repository);
  commits = list_unreleased (repository);
  g_assert_cmpuint (commits->len, ==, 1);
  commit = commits->pdata[0];
  g_assert_cmpstr (commit->oid, ==, oid);
  g_assert_cmpstr (commit->author_name, ==, "Ann");
  g_assert_cmpstr (commit->author_email, ==, "ann@example.org");
  g_assert_cmpint (commit->time, ==, RELM_TEST_START);
  g_assert_cmpstr (commit->type, ==, "feat");
  g_assert_cmpstr (commit->scope, ==, "ui");
  g_assert_true (commit->breaking && !commit->merge);
  g_assert_true (g_strv_contains ((const char *const *) commit->references, "#12"));
  g_assert_nonnull (strstr (commit->body, "Body: text."));
  co_authors = g_strjoinv ("; ", commit->co_authors);
  g_assert_cmpstr (co_authors, ==, "Bob <bob@x>; Ann <ann@example.org>");
}

/* A maintenance release is made after a newer one, and is not before it. */
static void
test_maintenance (RelmTestRepository *repository,
                  gconstpointer data)
{
  COMMIT (repository, "a");
  GIT (repository, "tag -a -m x v1.0");
  COMMIT (repository, "b");
  GIT (repository, "tag -a -m x v2.0");
  GIT (repository, "checkout -q -b maint v1.0");
  COMMIT (repository, "c");
  GIT (repository, "tag -a -m x v1.0.1");
  GIT (repository, "checkout -q main");
  COMMIT (repository, "d");
  read_again (repository);
  assert_is (repository, "v2.0<v1.0:b;v1.0.1<v1.0:c;v1.0<:a;:d;");

  GIT (repository, "merge -q -m m maint");
  repository->time += 60;
  GIT (repository, "tag v3.0");
  read_again (repository);
  assert_is (repository, "v3.0<v2.0:md;v2.0<v1.0:b;v1.0.1<v1.0:c;v1.0<:a;:;");
}

static void
test_prereleases (RelmTestRepository *repository,
                  gconstpointer data)
{
  g_autoptr (RelmMirror) mirror = NULL;
  g_autoptr (GPtrArray) tags = NULL;

  COMMIT (repository, "a");
  GIT (repository, "tag v1.0");
  COMMIT (repository, "b");
  GIT (repository, "tag v2.0-rc1");
  COMMIT (repository, "c");
  GIT (repository, "tag v2.0-rc2");
  GIT (repository, "tag v2.0");
  COMMIT (repository, "d");
  GIT (repository, "tag v2.1-beta1");
  COMMIT (repository, "e");
  read_again (repository);
  assert_is (repository, "v2.1-beta1<v2.0:d;v2.0<v1.0:cb;v2.0-rc2<v2.0-rc1:c;v2.0-rc1<v1.0:b;v1.0<:a;:e;");
  mirror = relm_mirror_open (repository->mirror, NULL);
  tags = relm_mirror_list_tags (mirror, NULL);
  g_assert_true (((RelmMirrorTag *) tags->pdata[0])->prerelease);
}

static void
test_odd_tags (RelmTestRepository *repository,
               gconstpointer data)
{
  g_autofree char *file = g_build_filename (repository->folder, "file", NULL);
  g_autofree char *blob = NULL;

  COMMIT (repository, "a");
  GIT (repository, "tag -a -m x v1.0");
  GIT (repository, "tag 1.0.0"); /* the same release */
  GIT (repository, "tag -a -m x again v1.0");
  GIT (repository, "tag -a -m x twice again");
  COMMIT (repository, "b");
  GIT (repository, "tag -a -m x v1.1-of-tag");
  GIT (repository, "tag -a -m x v1.2 v1.1-of-tag");
  GIT (repository, "tag nightly");
  g_assert_true (g_file_set_contents (file, "text", -1, NULL));
  blob = relm_test_repository_git (repository, "hash-object -w %s", file);
  GIT (repository, "tag v7.0 %s", blob);
  GIT (repository, "tag -a -m x v8.0 %s", blob);
  GIT (repository, "tag v9.0 main^{tree}");
  GIT (repository, "tag tiny-project-5.0");
  COMMIT (repository, "c");
  GIT (repository, "tag release/2.0");
  read_again (repository);
  assert_is (repository, "release/2.0<v1.2:c;v1.2<v1.0:b;v1.1-of-tag<v1.0:b;v1.0<:a;(1.0.0);(again);(nightly);"
                         "(tiny-project-5.0);(twice);:;");
}

static void
test_tag_pattern (RelmTestRepository *repository,
                  gconstpointer data)
{
  const RelmGitReaderOptions options = { .tag_pattern = "app-*" };

  COMMIT (repository, "a");
  GIT (repository, "tag v1.0");
  GIT (repository, "tag app-0.1");
  COMMIT (repository, "b");
  read_again (repository);
  assert_is (repository, "v1.0<app-0.1:;app-0.1<:a;:b;");
  g_assert_false (read_with (repository, &options).unchanged);
  assert_is (repository, "app-0.1<:a;(v1.0);:b;");
  g_assert_true (read_with (repository, &options).unchanged);
}

static void
test_own_name (RelmTestRepository *repository,
               gconstpointer data)
{
  COMMIT (repository, "a");
  GIT (repository, "tag curl-7_88_0");
  COMMIT (repository, "b");
  GIT (repository, "tag curl-7_88_1");
  GIT (repository, "tag tiny-curl-1_0");
  read_again (repository);
  assert_is (repository, "curl-7_88_1<curl-7_88_0:b;curl-7_88_0<:a;(tiny-curl-1_0);:;");
}

static void
test_again (RelmTestRepository *repository,
            gconstpointer data)
{
  RelmGitReaderResult result;

  COMMIT (repository, "a");
  COMMIT (repository, "b");
  read_again (repository);
  g_assert_true (read_again (repository).unchanged);
  COMMIT (repository, "c");
  result = read_again (repository);
  g_assert_false (result.unchanged);
  g_assert_cmpuint (result.n_commits, ==, 3);
  g_assert_cmpuint (result.n_read, ==, 1);
  GIT (repository, "tag v1.0 HEAD~1");
  result = read_again (repository);
  g_assert_cmpuint (result.n_read, ==, 0);
  assert_is (repository, "v1.0<:ba;:c;");
  GIT (repository, "tag -f v1.0 HEAD");
  read_again (repository);
  assert_is (repository, "v1.0<:cba;:;");
  GIT (repository, "tag -d v1.0");
  read_again (repository);
  assert_is (repository, ":cba;");
}

static void
test_rewritten (RelmTestRepository *repository,
                gconstpointer data)
{
  COMMIT (repository, "a");
  COMMIT (repository, "b");
  read_again (repository);
  GIT (repository, "reset -q --hard HEAD~1");
  COMMIT (repository, "c");
  g_assert_cmpuint (read_again (repository).n_read, ==, 1);
  assert_is (repository, ":ca;");
}

/* What nobody needs any more does not stay for ever. */
static void
test_garbage (RelmTestRepository *repository,
              gconstpointer data)
{
  GString *stream = g_string_new (NULL);

  for (guint i = 0; i < 1200; i++)
    g_string_append_printf (stream, "commit refs/heads/main\ncommitter A <a@x> %u +0000\ndata 1\nx\n", 1000 + i);
  import (repository, stream);
  g_assert_cmpuint (read_again (repository).n_commits, ==, 1200);
  GIT (repository, "checkout -q --orphan other");
  COMMIT (repository, "a");
  g_assert_cmpuint (read_again (repository).n_commits, ==, 1);
  COMMIT (repository, "b");
  g_assert_cmpuint (read_again (repository).n_read, ==, 1);
  assert_is (repository, ":ba;");
}

static void
test_branch (RelmTestRepository *repository,
             gconstpointer data)
{
  const RelmGitReaderOptions stable = { .branch = "stable" };
  const RelmGitReaderOptions none = { .branch = "no/such" };
  g_autoptr (GError) error = NULL;

  COMMIT (repository, "a");
  GIT (repository, "branch stable");
  COMMIT (repository, "b");
  read_with (repository, &stable);
  assert_is (repository, ":a;");
  read_again (repository);
  assert_is (repository, ":ba;");
  g_assert_false (relm_git_reader_read (repository->path, repository->mirror, &none, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, RELM_GIT_ERROR, RELM_GIT_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "no/such"));
  assert_is (repository, ":ba;");
}

/* A clone whose default branch is not the one that HEAD names. */
static void
test_unborn_head (RelmTestRepository *repository,
                  gconstpointer data)
{
  COMMIT (repository, "a");
  GIT (repository, "branch -m trunk");
  GIT (repository, "symbolic-ref HEAD refs/heads/nowhere");
  read_again (repository);
  assert_is (repository, ":a;");
}

/* A commit with a message that may be any bytes. */
static void
add_raw (GString *stream,
         const char *message,
         const char *encoding)
{
  g_string_append_printf (stream, "commit refs/heads/main\ncommitter J\xf6rg <j@x> %zu +0000\n", stream->len);
  if (encoding != NULL)
    g_string_append_printf (stream, "encoding %s\n", encoding);
  g_string_append_printf (stream, "data %zu\n%s\n", strlen (message), message);
}

static void
test_encoding (RelmTestRepository *repository,
               gconstpointer data)
{
  GString *stream = g_string_new (NULL);
  g_autoptr (GPtrArray) commits = NULL;
  const RelmMirrorCommit *commit;

  /* git itself refuses or repairs most of these */
  add_raw (stream, "Gr\xfc\xdf" "e", "ISO-8859-1");
  add_raw (stream, "Broken \xff end\n\nline\r\nline\r\n", NULL);
  add_raw (stream, "Unknown ü", "no-such-encoding");
  import (repository, stream);
  read_again (repository);
  commits = list_unreleased (repository);
  commit = commits->pdata[2];
  g_assert_cmpstr (commit->subject, ==, "Grüße");
  g_assert_cmpstr (commit->author_name, ==, "Jörg");
  commit = commits->pdata[1];
  g_assert_cmpstr (commit->subject, ==, "Broken \xef\xbf\xbd end");
  g_assert_cmpstr (commit->body, ==, "line\nline");
  commit = commits->pdata[0];
  g_assert_cmpstr (commit->subject, ==, "Unknown ü");
}

static void
write_mailmap (RelmTestRepository *repository,
               const char *contents,
               gssize length)
{
  g_autofree char *file = g_build_filename (repository->path, ".mailmap", NULL);

  g_assert_true (g_file_set_contents (file, contents, length, NULL));
  GIT (repository, "add .mailmap");
}

static void
test_mailmap_changes (RelmTestRepository *repository,
                      gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const RelmMirrorCommit *commit;

  COMMIT (repository, "a\n\nCo-authored-by: bob <bob@old>\n");
  read_again (repository);
  before = list_unreleased (repository);
  commit = before->pdata[0];
  g_assert_cmpstr (commit->author_name, ==, "Ann");
  write_mailmap (repository, "Ann Other <ann@new> <ANN@example.org>\nBob <bob@new> <bob@old>\n", -1);
  COMMIT (repository, "b");
  g_assert_cmpuint (read_again (repository).n_read, ==, 1);
  after = list_unreleased (repository);
  commit = after->pdata[1];
  g_assert_cmpstr (commit->author_name, ==, "Ann Other");
  g_assert_cmpstr (commit->author_email, ==, "ann@new");
  g_assert_cmpstr (commit->co_authors[0], ==, "Bob <bob@new>");
}

static void
test_many_parents (RelmTestRepository *repository,
                   gconstpointer data)
{
  g_autoptr (GString) parents = g_string_new (NULL);
  g_autofree char *tree = NULL;
  g_autofree char *oid = NULL;
  g_autoptr (GPtrArray) commits = NULL;

  COMMIT (repository, "a");
  tree = relm_test_repository_git (repository, "rev-parse HEAD^{tree}");
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *parent = NULL;

      repository->time++;
      parent = relm_test_repository_git (repository, "commit-tree -m b %s", tree);
      g_string_append_printf (parents, " -p %s", parent);
    }
  repository->time += 60;
  oid = relm_test_repository_git (repository, "commit-tree -m m %s %s", parents->str, tree);
  GIT (repository, "reset -q --hard %s", oid);
  g_assert_cmpuint (read_again (repository).n_commits, ==, 21);
  commits = list_unreleased (repository);
  g_assert_true (((RelmMirrorCommit *) commits->pdata[0])->merge);
  g_assert_false (((RelmMirrorCommit *) commits->pdata[1])->merge);
}

static void
test_places (RelmTestRepository *repository,
             gconstpointer data)
{
  g_autofree char *bare = g_build_filename (repository->folder, "bare.git", NULL);
  g_autofree char *tree = g_build_filename (repository->folder, "tree", NULL);
  g_autofree char *below = g_build_filename (repository->path, "some", "folder", NULL);
  const char *const places[] = { bare, tree, below };

  COMMIT (repository, "a");
  g_mkdir_with_parents (below, 0700);
  GIT (repository, "clone -q --bare . %s", bare);
  GIT (repository, "worktree add -q %s -b other", tree);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *mirror = g_strdup_printf ("%s/mirror%u", repository->folder, i);
      RelmGitReaderResult result;

      relm_git_reader_read (places[i], mirror, NULL, NULL, NULL, &result, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (result.n_commits, ==, 1);
    }
}

static void
test_shallow (RelmTestRepository *repository,
              gconstpointer data)
{
  g_autofree char *origin = g_strdup (repository->path);
  RelmGitReaderResult result;

  for (guint i = 0; i < 5; i++)
    COMMIT (repository, "a");
  GIT (repository, "clone -q --depth 2 file://%s ../shallow", origin);
  g_free (repository->path);
  repository->path = g_build_filename (repository->folder, "shallow", NULL);
  result = read_again (repository);
  g_assert_true (result.shallow);
  g_assert_cmpuint (result.n_commits, ==, 2);
  GIT (repository, "fetch -q --unshallow");
  result = read_again (repository);
  g_assert_false (result.shallow);
  g_assert_cmpuint (result.n_commits, ==, 5);
}

static void
test_errors (RelmTestRepository *repository,
             gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (repository->folder, "nowhere", NULL);
  g_autofree char *sha256 = g_build_filename (repository->folder, "sha256", NULL);

  assert_fails (repository, nowhere, RELM_GIT_ERROR_NOT_FOUND);
  assert_fails (repository, repository->folder, RELM_GIT_ERROR_NOT_A_REPOSITORY);
  assert_fails (repository, repository->path, RELM_GIT_ERROR_EMPTY);
  GIT (repository, "init -q --object-format=sha256 %s", sha256);
  assert_fails (repository, sha256, RELM_GIT_ERROR_NOT_SUPPORTED);
}

static void
test_not_owned (RelmTestRepository *repository,
                gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("chown -R 12345 %s", repository->path);

  COMMIT (repository, "a");
  if (getuid () != 0)
    {
      g_test_skip ("only root can give files away");
      return;
    }
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  assert_fails (repository, repository->path, RELM_GIT_ERROR_NOT_OWNED);
}

static char *
object_path (RelmTestRepository *repository,
             const char *oid)
{
  return g_strdup_printf ("%s/.git/objects/%.2s/%s", repository->path, oid, oid + 2);
}

static void
test_damaged (RelmTestRepository *repository,
              gconstpointer data)
{
  g_autofree char *first = relm_test_repository_commit (repository, "a");
  g_autofree char *object = object_path (repository, first);
  g_autofree char *tree = NULL;
  g_autofree char *child = NULL;

  read_again (repository);
  COMMIT (repository, "b");
  g_assert_cmpint (g_unlink (object), ==, 0);
  g_assert_cmpuint (read_again (repository).n_read, ==, 1); /* what the mirror has it needs not */
  assert_is (repository, ":ba;");

  g_unlink (repository->mirror);
  assert_fails (repository, repository->path, RELM_GIT_ERROR_CORRUPT);
  assert_is (repository, ":;");
  g_assert_true (g_file_set_contents (object, "rubbish", -1, NULL));
  assert_fails (repository, repository->path, RELM_GIT_ERROR_CORRUPT);

  g_unlink (object);
  COMMIT (repository, "c");
  tree = relm_test_repository_git (repository, "rev-parse HEAD^{tree}");
  child = g_strdup_printf ("%s/.git/refs/heads/main", repository->path);
  {
    g_autofree char *contents = g_strconcat (tree, "\n", NULL);

    g_assert_true (g_file_set_contents (child, contents, -1, NULL)); /* a branch that names no commit */
  }
  assert_fails (repository, repository->path, RELM_GIT_ERROR_CORRUPT);
}

static void
cancel_cb (guint n_read,
           guint n_total,
           gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancel (RelmTestRepository *repository,
             gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  COMMIT (repository, "a");
  g_assert_false (relm_git_reader_read (repository->path, repository->mirror, NULL, cancel_cb, cancellable, NULL,
                                        cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_is (repository, ":;");
  g_assert_cmpuint (read_again (repository).n_read, ==, 1);
}

/* A full disk, or anything else that keeps the mirror from being written, is said by whoever writes. */
static void
test_unwritable (RelmTestRepository *repository,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  COMMIT (repository, "a");
  g_assert_cmpint (g_mkdir (repository->mirror, 0700), ==, 0);
  g_assert_false (relm_git_reader_read (repository->path, repository->mirror, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, RELM_MIRROR_ERROR, RELM_MIRROR_ERROR_PERMISSION);
}

/* The configuration of a repository can name programs; none of them runs. */
static void
test_runs_nothing (RelmTestRepository *repository,
                   gconstpointer data)
{
  g_autofree char *trace = g_build_filename (repository->folder, "trace", NULL);
  g_autofree char *script = g_build_filename (repository->folder, "script", NULL);
  g_autofree char *contents = g_strdup_printf ("#!/bin/sh\ntouch %s\n", trace);

  COMMIT (repository, "a");
  g_assert_true (g_file_set_contents_full (script, contents, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  GIT (repository, "config core.fsmonitor %s", script);
  GIT (repository, "config core.sshCommand %s", script);
  GIT (repository, "config core.pager %s", script);
  GIT (repository, "config filter.x.smudge %s", script);
  read_again (repository);
  g_assert_false (g_file_test (trace, G_FILE_TEST_EXISTS));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/git/reader/" name, RelmTestRepository, NULL, set_up, func, tear_down)
  ADD ("linear", test_linear);
  ADD ("commit", test_commit);
  ADD ("maintenance", test_maintenance);
  ADD ("prereleases", test_prereleases);
  ADD ("odd-tags", test_odd_tags);
  ADD ("tag-pattern", test_tag_pattern);
  ADD ("own-name", test_own_name);
  ADD ("again", test_again);
  ADD ("rewritten", test_rewritten);
  ADD ("garbage", test_garbage);
  ADD ("branch", test_branch);
  ADD ("unborn-head", test_unborn_head);
  ADD ("encoding", test_encoding);
  ADD ("mailmap-changes", test_mailmap_changes);
  ADD ("many-parents", test_many_parents);
  ADD ("places", test_places);
  ADD ("shallow", test_shallow);
  ADD ("errors", test_errors);
  ADD ("not-owned", test_not_owned);
  ADD ("damaged", test_damaged);
  ADD ("cancel", test_cancel);
  ADD ("unwritable", test_unwritable);
  ADD ("runs-nothing", test_runs_nothing);
  return g_test_run ();
}
