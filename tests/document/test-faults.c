/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Each call of the system that a save makes is made to fail, for once and for good, and the process is made to end before it,
 * one call after the other until a save gets through. However it ends, the file is whole: the old one or the new one; and
 * what the save said is true.
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "relm-file-saver.h"
#include "relm-system-calls.h"
#include "relm-test-document.h"

#define SIZE 70000
#define WRITE_SIZE 9000 /* each write takes no more, so that there are several */

typedef enum
{
  FAULT_NONE,
  FAULT_ERROR,
  FAULT_KILL,
} FaultType;

/* What happens at which call. */
typedef struct
{
  FaultType type;
  int number; /* of the error */
  gboolean sticky;
  guint at;
  guint n_calls;
} Fault;

static Fault fault;

static RelmSystemCalls real_calls;

static gboolean
is_hit (void)
{
  const guint call = ++fault.n_calls;

  if (fault.type == FAULT_NONE || call < fault.at || (call > fault.at && !fault.sticky))
    return FALSE;
  if (fault.type == FAULT_KILL)
    raise (SIGKILL);
  errno = fault.number;
  return TRUE;
}

static int
faulty_open (const char *path,
             int flags,
             mode_t mode)
{
  return is_hit () ? -1 : real_calls.open (path, flags, mode);
}

/* Whatever it says, Linux has closed it. */
static int
faulty_close (int fd)
{
  const gboolean hit = is_hit ();
  const int number = errno;
  const int result = real_calls.close (fd);

  if (!hit)
    return result;
  errno = number;
  return -1;
}

static ssize_t
faulty_read (int fd,
             void *buffer,
             size_t size)
{
  return is_hit () ? -1 : real_calls.read (fd, buffer, MIN (size, WRITE_SIZE));
}

/* A disk that becomes full has taken a part before. */
static ssize_t
faulty_write (int fd,
              const void *buffer,
              size_t size)
{
  return is_hit () ? -1 : real_calls.write (fd, buffer, MIN (size, WRITE_SIZE));
}

static int
faulty_fsync (int fd)
{
  return is_hit () ? -1 : real_calls.fsync (fd);
}

static int
faulty_stat (const char *path,
             struct stat *status)
{
  return is_hit () ? -1 : real_calls.stat (path, status);
}

static int
faulty_fstat (int fd,
              struct stat *status)
{
  return is_hit () ? -1 : real_calls.fstat (fd, status);
}

static int
faulty_fchown (int fd,
               uid_t user,
               gid_t group)
{
  return is_hit () ? -1 : real_calls.fchown (fd, user, group);
}

static int
faulty_fchmod (int fd,
               mode_t mode)
{
  return is_hit () ? -1 : real_calls.fchmod (fd, mode);
}

static int
faulty_flock (int fd,
              int operation)
{
  return is_hit () ? -1 : real_calls.flock (fd, operation);
}

static int
faulty_rename (const char *from,
               const char *to)
{
  return is_hit () ? -1 : real_calls.rename (from, to);
}

static int
faulty_rename_new (const char *from,
                   const char *to)
{
  return is_hit () ? -1 : real_calls.rename_new (from, to);
}

static int
faulty_unlink (const char *path)
{
  return is_hit () ? -1 : real_calls.unlink (path);
}

static const RelmSystemCalls faulty_calls = {
  faulty_open,   faulty_close,  faulty_read,   faulty_write,      faulty_fsync,  faulty_stat, faulty_fstat,
  faulty_fchown, faulty_fchmod, faulty_flock, faulty_rename, faulty_rename_new, faulty_unlink,
};

/* How a file to be saved came to be. */
typedef enum
{
  TARGET_EXISTING,
  TARGET_NEW,
  TARGET_LINK,
} Target;

typedef struct
{
  RelmTestPlace place;
  char *real_path;
  GBytes *old_bytes;
  GBytes *new_bytes;
} Fixture;

static GBytes *
make_bytes (char letter)
{
  return g_bytes_new_take (g_strnfill (SIZE, letter), SIZE);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  relm_test_place_set_up (&fixture->place, NULL);
  fixture->real_path = relm_test_place_build (&fixture->place, "real.relm");
  fixture->old_bytes = make_bytes ('o');
  fixture->new_bytes = make_bytes ('n');
  real_calls = relm_system_calls;
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  relm_system_calls = real_calls;
  g_bytes_unref (fixture->old_bytes);
  g_bytes_unref (fixture->new_bytes);
  g_free (fixture->real_path);
  relm_test_place_tear_down (&fixture->place, NULL);
}

static const char *
prepare (Fixture *fixture,
         Target target)
{
  const char *path = target == TARGET_LINK ? fixture->real_path : fixture->place.path;

  g_unlink (fixture->place.path);
  if (target == TARGET_NEW)
    return path;
  relm_test_write (path, g_bytes_get_data (fixture->old_bytes, NULL));
  if (target == TARGET_LINK)
    g_assert_cmpint (symlink ("real.relm", fixture->place.path), ==, 0);
  return path;
}

/* What the file is: old (or not there, if it was not), new; nothing else may be. */
static gboolean
is_new (Fixture *fixture,
        Target target,
        const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, NULL))
    {
      g_assert_cmpint (target, ==, TARGET_NEW);
      return FALSE;
    }
  g_assert_cmpuint (length, ==, SIZE);
  if (memcmp (content, g_bytes_get_data (fixture->new_bytes, NULL), SIZE) == 0)
    return TRUE;
  g_assert_cmpint (target, !=, TARGET_NEW);
  g_assert_cmpmem (content, SIZE, g_bytes_get_data (fixture->old_bytes, NULL), SIZE);
  return FALSE;
}

static gboolean
save (Fixture *fixture,
      RelmFileSnapshot *base,
      RelmFileSnapshot **saved,
      GError **error)
{
  gboolean result;

  relm_system_calls = faulty_calls;
  result = relm_file_saver_save (fixture->place.file, fixture->new_bytes, base, RELM_SAVE_NONE, saved, NULL, error);
  relm_system_calls = real_calls;
  return result;
}

/* Saves with a fault at the call; %FALSE when the save did not get as far as that. */
static gboolean
save_with_error (Fixture *fixture,
                 Target target,
                 guint at,
                 int number,
                 gboolean sticky)
{
  const char *path = prepare (fixture, target);
  g_autoptr (RelmFileSnapshot) base = target != TARGET_NEW ? relm_file_snapshot_read (path, SIZE, NULL) : NULL;
  g_autoptr (RelmFileSnapshot) saved = NULL;
  g_autoptr (GError) error = NULL;
  gboolean result;

  fault = (Fault) { FAULT_ERROR, number, sticky, at, 0 };
  result = save (fixture, base, &saved, &error);
  g_assert_cmpint (is_new (fixture, target, path), ==, result || saved != NULL);
  if (!result)
    g_assert_cmpuint (strlen (error->message), >, 10);
  /* An old file that was not replaced can be saved when the fault is over; one that was, compares with what was saved. */
  fault.type = FAULT_NONE;
  if (!result)
    {
      g_assert_true (save (fixture, saved != NULL ? saved : base, NULL, NULL));
      g_assert_true (is_new (fixture, target, path));
    }
  return at <= fault.n_calls;
}

static void
try_errors (Fixture *fixture,
            Target target)
{
  static const int numbers[] = { ENOSPC, EIO, EINTR };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (int sticky = 0; sticky < 2; sticky++)
      {
        guint at = 1;

        while (save_with_error (fixture, target, at, numbers[i], sticky))
          at++;
        n += at;
      }
  g_test_message ("%u faults", n);
  g_assert_cmpuint (n, >, 150);
}

static void
test_errors (Fixture *fixture,
             gconstpointer data)
{
  try_errors (fixture, (Target) GPOINTER_TO_INT (data));
}

/* Ends a process before the call; %FALSE when the save got through. */
static gboolean
save_and_kill (Fixture *fixture,
               const char *path,
               guint at)
{
  g_autoptr (RelmFileSnapshot) base = relm_file_snapshot_read (path, SIZE, NULL);
  const pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      fault = (Fault) { FAULT_KILL, 0, FALSE, at, 0 };
      _exit (save (fixture, base, NULL, NULL) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFSIGNALED (status))
    {
      g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
      return TRUE;
    }
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  return FALSE;
}

/* A crash may leave a temporary file; the next save removes it. */
static void
test_kill (Fixture *fixture,
           gconstpointer data)
{
  const Target target = (Target) GPOINTER_TO_INT (data);
  gboolean was_old = FALSE;
  gboolean was_new = FALSE;
  guint at;

  for (at = 1;; at++)
    {
      const char *path = prepare (fixture, target);

      if (!save_and_kill (fixture, path, at))
        break;
      if (is_new (fixture, target, path))
        was_new = TRUE;
      else
        was_old = TRUE;
      g_assert_true (relm_file_saver_save (fixture->place.file, fixture->old_bytes, NULL, RELM_SAVE_OVERWRITE, NULL, NULL, NULL));
      g_assert_cmpuint (relm_test_place_count (&fixture->place), ==, target == TARGET_LINK ? 2 : 1);
    }
  g_test_message ("Ended before each of %u calls", at - 1);
  g_assert_cmpuint (at, >, 20);
  g_assert_true (was_old);
  g_assert_true (was_new);
}

static GString *journal;

static int
told_fsync (int fd)
{
  struct stat status;

  g_assert_cmpint (fstat (fd, &status), ==, 0);
  g_string_append (journal, S_ISDIR (status.st_mode) ? "sync-folder " : "sync ");
  return fsync (fd);
}

static ssize_t
told_write (int fd,
            const void *buffer,
            size_t size)
{
  g_string_append (journal, "write ");
  return write (fd, buffer, size);
}

static int
told_rename (const char *from,
             const char *to)
{
  g_string_append (journal, "rename ");
  return rename (from, to);
}

/* What a loss of power leaves is decided by the order: no test here can cut the power. */
static void
test_order (Fixture *fixture,
            gconstpointer data)
{
  journal = g_string_new (NULL);
  prepare (fixture, TARGET_EXISTING);
  relm_system_calls.fsync = told_fsync;
  relm_system_calls.write = told_write;
  relm_system_calls.rename = told_rename;
  g_assert_true (relm_file_saver_save (fixture->place.file, fixture->new_bytes, NULL, RELM_SAVE_OVERWRITE, NULL, NULL, NULL));
  relm_system_calls = real_calls;
  g_assert_cmpstr (journal->str, ==, "write sync rename sync-folder ");
  g_string_free (journal, TRUE);
}

static int
refuse_folder_sync (int fd)
{
  struct stat status;

  g_assert_cmpint (fstat (fd, &status), ==, 0);
  if (!S_ISDIR (status.st_mode))
    return fsync (fd);
  errno = EIO;
  return -1;
}

/* The new file is there, and may be gone again after a loss of power: that is no success. */
static void
test_unconfirmed (Fixture *fixture,
                  gconstpointer data)
{
  const char *path = prepare (fixture, TARGET_EXISTING);
  g_autoptr (RelmFileSnapshot) saved = NULL;
  g_autoptr (GError) error = NULL;

  relm_system_calls.fsync = refuse_folder_sync;
  g_assert_false (relm_file_saver_save (fixture->place.file, fixture->new_bytes, NULL, RELM_SAVE_OVERWRITE, &saved, NULL, &error));
  relm_system_calls = real_calls;
  g_assert_error (error, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_FAILED);
  g_assert_true (relm_file_snapshot_has_bytes (saved, fixture->new_bytes));
  g_assert_true (is_new (fixture, TARGET_EXISTING, path));
}

#define ADD(name, target, function)                                                                                   \
  g_test_add ("/document/faults/" name, Fixture, GINT_TO_POINTER (target), set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("errors/existing", TARGET_EXISTING, test_errors);
  ADD ("errors/new", TARGET_NEW, test_errors);
  ADD ("errors/link", TARGET_LINK, test_errors);
  ADD ("order", TARGET_EXISTING, test_order);
  ADD ("unconfirmed", TARGET_EXISTING, test_unconfirmed);
  ADD ("kill/existing", TARGET_EXISTING, test_kill);
  ADD ("kill/new", TARGET_NEW, test_kill);
  ADD ("kill/link", TARGET_LINK, test_kill);
  return g_test_run ();
}
