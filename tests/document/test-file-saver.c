/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a save keeps, and whom it does not run over. What it does when the system fails is in test-faults.c. */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "relm-file-saver.h"
#include "relm-system-calls.h"
#include "relm-temporary-file.h"
#include "relm-test-document.h"

static gboolean
save (const char *path,
      const char *text,
      RelmSaveFlags flags,
      GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return relm_file_saver_save (file, bytes, NULL, flags, NULL, NULL, error);
}

static void
assert_saved (const char *path,
              const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (path, text, RELM_SAVE_OVERWRITE, &error));
  g_assert_no_error (error);
  relm_test_assert_content (path, text);
}

static void
assert_refused (const char *path,
                int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save (path, "new", RELM_SAVE_OVERWRITE, &error));
  g_assert_error (error, RELM_DOCUMENT_ERROR, code);
}

static void
test_new (RelmTestPlace *place,
          gconstpointer data)
{
  const mode_t mask = umask (0027);
  struct stat status;
  g_autoptr (GError) error = NULL;

  g_assert_true (save (place->path, "new", RELM_SAVE_NONE, NULL));
  umask (mask);
  g_assert_cmpint (stat (place->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0640);
  g_assert_cmpuint (relm_test_place_count (place), ==, 1);

  g_assert_false (save (place->path, "newer", RELM_SAVE_NONE, &error));
  g_assert_error (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_CHANGED_ON_DISK);
  relm_test_assert_content (place->path, "new");
  assert_saved (place->path, "");
}

static void
test_link (RelmTestPlace *place,
           gconstpointer data)
{
  g_autofree char *folder = relm_test_place_build (place, "elsewhere");
  g_autofree char *target = g_build_filename (folder, "real.relm", NULL);
  g_autofree char *kept = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("elsewhere/real.relm", place->path), ==, 0);
  assert_saved (place->path, "made through a link");
  assert_saved (place->path, "replaced through a link");
  relm_test_assert_content (target, "replaced through a link");
  kept = g_file_read_link (place->path, NULL);
  g_assert_cmpstr (kept, ==, "elsewhere/real.relm");
  g_assert_cmpuint (relm_test_place_count (place), ==, 2);
}

static void
test_hard_link (RelmTestPlace *place,
                gconstpointer data)
{
  g_autofree char *other = relm_test_place_build (place, "other.relm");

  relm_test_write (place->path, "old");
  g_assert_cmpint (link (place->path, other), ==, 0);
  assert_saved (place->path, "new");
  relm_test_assert_content (other, "old");
}

static void
test_mode (RelmTestPlace *place,
           gconstpointer data)
{
  static const mode_t modes[] = { 0600, 0640, 0664, 0755, 0606 };
  struct stat status;

  relm_test_write (place->path, "old");
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (place->path, modes[i]), ==, 0);
      assert_saved (place->path, "new");
      g_assert_cmpint (stat (place->path, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 07777, ==, modes[i]);
    }
}

static void
test_group (RelmTestPlace *place,
            gconstpointer data)
{
  gid_t groups[64];
  const int n = getgroups (G_N_ELEMENTS (groups), groups);
  struct stat status;

  relm_test_write (place->path, "old");
  for (int i = 0; i < n; i++)
    if (groups[i] != getegid () && chown (place->path, (uid_t) -1, groups[i]) == 0)
      {
        assert_saved (place->path, "new");
        g_assert_cmpint (stat (place->path, &status), ==, 0);
        g_assert_cmpint (status.st_gid, ==, groups[i]);
        return;
      }
  g_test_skip ("This user has no second group");
}

static int
refuse_owner (int fd,
              uid_t user,
              gid_t group)
{
  errno = EPERM;
  return -1;
}

/* Rights that one group had are not given to another. */
static void
test_group_lost (RelmTestPlace *place,
                 gconstpointer data)
{
  const RelmSystemCalls calls = relm_system_calls;
  struct stat status;

  relm_test_write (place->path, "old");
  g_assert_cmpint (g_chmod (place->path, 0664), ==, 0);
  relm_system_calls.fchown = refuse_owner;
  assert_saved (place->path, "new");
  relm_system_calls = calls;
  g_assert_cmpint (stat (place->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0644);
}

static void
test_attributes (RelmTestPlace *place,
                 gconstpointer data)
{
  char value[16] = "";

  relm_test_write (place->path, "old");
  if (setxattr (place->path, "user.relm.test", "kept", 4, 0) != 0)
    {
      g_test_skip ("This file system has no extended attributes");
      return;
    }
  assert_saved (place->path, "new");
  g_assert_cmpint (getxattr (place->path, "user.relm.test", value, sizeof value), ==, 4);
  g_assert_cmpstr (value, ==, "kept");
}

static void
test_read_only (RelmTestPlace *place,
                gconstpointer data)
{
  relm_test_write (place->path, "old");
  g_assert_cmpint (g_chmod (place->path, 0444), ==, 0);
  assert_refused (place->path, RELM_DOCUMENT_ERROR_READ_ONLY);
  relm_test_assert_content (place->path, "old");
}

static void
test_not_a_file (RelmTestPlace *place,
                 gconstpointer data)
{
  g_autofree char *missing = g_build_filename (place->folder, "missing", "plan.relm", NULL);
  g_autofree char *pipe_path = relm_test_place_build (place, "pipe");
  g_autofree char *within = NULL;

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_refused (place->folder, RELM_DOCUMENT_ERROR_NOT_A_FILE);
  assert_refused ("/dev/null", RELM_DOCUMENT_ERROR_NOT_A_FILE);
  assert_refused (pipe_path, RELM_DOCUMENT_ERROR_NOT_A_FILE);
  assert_refused (missing, RELM_DOCUMENT_ERROR_NOT_FOUND);
  relm_test_write (place->path, "old");
  within = g_build_filename (place->path, "plan.relm", NULL);
  assert_refused (within, RELM_DOCUMENT_ERROR_NOT_FOUND);
}

/* In a process of its own that is not root, who may write everywhere. */
static void
test_read_only_folder (RelmTestPlace *place,
                       gconstpointer data)
{
  int status;
  pid_t child;

  relm_test_write (place->path, "old");
  if (geteuid () == 0 && (chown (place->folder, 65534, 65534) != 0 || chown (place->path, 65534, 65534) != 0))
    {
      g_test_skip ("root may write everywhere, and there is nobody else");
      return;
    }
  g_assert_cmpint (g_chmod (place->folder, 0500), ==, 0);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (GError) error = NULL;

      if (geteuid () == 0 && setresuid (65534, 65534, 65534) != 0)
        _exit (77);
      save (place->path, "new", RELM_SAVE_OVERWRITE, &error);
      _exit (g_error_matches (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_PERMISSION) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 77)
    g_test_skip ("root may write everywhere, and cannot become somebody else");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  relm_test_assert_content (place->path, "old");
}

/* The kernel itself refuses: no part of what does not fit is ever to be seen. */
static void
test_no_room (RelmTestPlace *place,
              gconstpointer data)
{
  g_autofree char *large = g_strnfill (200000, 'x');
  struct rlimit old;
  struct rlimit small;

  relm_test_write (place->path, "old");
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = (struct rlimit) { .rlim_cur = 65536, .rlim_max = old.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (save (place->path, large, RELM_SAVE_OVERWRITE, &error));
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
    g_assert_error (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_NO_SPACE);
  }
  signal (SIGXFSZ, SIG_DFL);
  relm_test_assert_content (place->path, "old");
  g_assert_cmpuint (relm_test_place_count (place), ==, 1);
}

static const char *meddled_path;

/* Another program writes while the new file is brought to the disk. */
static int
meddle_and_sync (int fd)
{
  if (meddled_path != NULL)
    relm_test_write (g_steal_pointer (&meddled_path), "theirs");
  return fsync (fd);
}

static void
test_changed_meanwhile (RelmTestPlace *place,
                        gconstpointer data)
{
  const RelmSystemCalls calls = relm_system_calls;
  g_autoptr (GError) existing = NULL;
  g_autoptr (GError) made = NULL;
  g_autofree char *other = relm_test_place_build (place, "other.relm");

  relm_system_calls.fsync = meddle_and_sync;
  relm_test_write (place->path, "old");
  meddled_path = place->path;
  g_assert_false (save (place->path, "mine", RELM_SAVE_OVERWRITE, &existing));
  meddled_path = other;
  g_assert_false (save (other, "mine", RELM_SAVE_OVERWRITE, &made));
  relm_system_calls = calls;

  g_assert_error (existing, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_CHANGED_ON_DISK);
  g_assert_error (made, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_CHANGED_ON_DISK);
  relm_test_assert_content (place->path, "theirs");
  relm_test_assert_content (other, "theirs");
}

static int
meddle_and_rename (const char *from,
                   const char *to)
{
  relm_test_write (to, "theirs");
  return renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
}

/* A new file does not replace one that came at the very last moment. */
static void
test_appeared (RelmTestPlace *place,
               gconstpointer data)
{
  const RelmSystemCalls calls = relm_system_calls;
  g_autoptr (GError) error = NULL;

  relm_system_calls.rename_new = meddle_and_rename;
  g_assert_false (save (place->path, "mine", RELM_SAVE_OVERWRITE, &error));
  relm_system_calls = calls;
  if (!g_error_matches (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_CHANGED_ON_DISK))
    g_test_skip ("This file system cannot rename without replacing");
  relm_test_assert_content (place->path, "theirs");
}

static void
test_stale (RelmTestPlace *place,
            gconstpointer data)
{
  g_autofree char *stale = relm_test_place_build (place, ".plan.relm.relm-abc123");
  g_autofree char *foreign = relm_test_place_build (place, ".plan.relm.relm-note");
  g_autofree char *other = relm_test_place_build (place, ".other.relm.relm-abc123");
  g_autoptr (RelmTemporaryFile) in_use = relm_temporary_file_new (place->path, 0600);

  relm_test_write (stale, "left by a crash");
  relm_test_write (foreign, "not ours");
  relm_test_write (other, "of another plan");
  assert_saved (place->path, "new");

  g_assert_false (g_file_test (stale, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (relm_temporary_file_get_path (in_use), G_FILE_TEST_EXISTS));
}

static int
cleaner_was_first (int fd,
                   int operation)
{
  relm_system_calls.flock = flock;
  errno = EWOULDBLOCK;
  return -1;
}

/* One that removes what is stale has opened the new file before it is locked, and is about to remove it: another one is made. */
static void
test_cleaner (RelmTestPlace *place,
              gconstpointer data)
{
  relm_system_calls.flock = cleaner_was_first;
  assert_saved (place->path, "new");
  g_assert_true (relm_system_calls.flock == flock);
  g_assert_cmpuint (relm_test_place_count (place), ==, 1);
}

static void
test_long_name (RelmTestPlace *place,
                gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'n');
  g_autofree char *too_long = g_strnfill (256, 'n');
  g_autofree char *path = relm_test_place_build (place, name);
  g_autofree char *refused = relm_test_place_build (place, too_long);

  assert_saved (path, "new");
  assert_saved (path, "newer");
  assert_refused (refused, RELM_DOCUMENT_ERROR_FAILED);
}

static void
save_in_thread (gpointer data,
                gpointer path)
{
  g_autofree char *text = g_strnfill (100000, (char) ('a' + GPOINTER_TO_INT (data) % 26));
  g_autoptr (GError) error = NULL;

  if (!save (path, text, RELM_SAVE_OVERWRITE, &error))
    g_assert_error (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_CHANGED_ON_DISK);
}

/* Savers that do not know of each other leave one's file whole, and no temporary ones. */
static void
test_threads (RelmTestPlace *place,
              gconstpointer data)
{
  GThreadPool *pool = g_thread_pool_new (save_in_thread, place->path, 8, TRUE, NULL);
  g_autofree char *content = NULL;
  gsize length;

  for (int i = 1; i <= 100; i++)
    g_thread_pool_push (pool, GINT_TO_POINTER (i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  g_assert_true (g_file_get_contents (place->path, &content, &length, NULL));
  g_assert_cmpuint (length, ==, 100000);
  for (gsize i = 0; i < length; i++)
    g_assert_cmpint (content[i], ==, content[0]);
  g_assert_cmpuint (relm_test_place_count (place), ==, 1);
}

#define ADD(name, function)                                                                                           \
  g_test_add ("/document/file-saver/" name, RelmTestPlace, NULL, relm_test_place_set_up, function, relm_test_place_tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("new", test_new);
  ADD ("link", test_link);
  ADD ("hard-link", test_hard_link);
  ADD ("mode", test_mode);
  ADD ("group", test_group);
  ADD ("group-lost", test_group_lost);
  ADD ("attributes", test_attributes);
  ADD ("read-only", test_read_only);
  ADD ("not-a-file", test_not_a_file);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("no-room", test_no_room);
  ADD ("changed-meanwhile", test_changed_meanwhile);
  ADD ("appeared", test_appeared);
  ADD ("stale", test_stale);
  ADD ("cleaner", test_cleaner);
  ADD ("long-name", test_long_name);
  ADD ("threads", test_threads);
  return g_test_run ();
}
