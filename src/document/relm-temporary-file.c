/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "relm-system-calls.h"
#include "relm-temporary-file.h"

#define SUFFIX ".relm-"
#define RANDOM_LENGTH 6
#define MAX_NAME_LENGTH 200 /* of the target's, so that the whole stays below the system's 255 */
#define MAX_TRIES 100

struct _RelmTemporaryFile
{
  char *path;
  int fd;
  int lock; /* the same open file once more: closing the other one does not end the lock */
  gboolean kept;
};

static char *
dup_prefix (const char *name)
{
  return g_strdup_printf (".%.*s" SUFFIX, MAX_NAME_LENGTH, name);
}

static char *
dup_random_path (const char *target)
{
  static const char letters[] = "0123456789abcdefghjkmnpqrstvwxyz";
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *name = g_path_get_basename (target);
  g_autofree char *prefix = dup_prefix (name);
  char random[RANDOM_LENGTH + 1] = "";
  g_autofree char *full = NULL;

  for (guint i = 0; i < RANDOM_LENGTH; i++)
    random[i] = letters[g_random_int_range (0, (gint32) strlen (letters))];
  full = g_strconcat (prefix, random, NULL);
  return g_build_filename (folder, full, NULL);
}

/* A cleaner may have taken it for stale between its making and its locking. */
static gboolean
is_still_there (int fd,
                const char *path)
{
  struct stat opened;
  struct stat named;

  return fstat (fd, &opened) == 0 && lstat (path, &named) == 0 && opened.st_ino == named.st_ino &&
         opened.st_dev == named.st_dev;
}

/* A cleaner that has the lock is about to remove the file. A file system without locks has no cleaner, because that needs one too. */
static gboolean
lock_or_do_without (int fd)
{
  return RELM_RETRY (relm_system_calls.flock (fd, LOCK_EX | LOCK_NB)) == 0 || errno != EWOULDBLOCK;
}

static gboolean
try_create (RelmTemporaryFile *self,
            const char *target,
            mode_t mode)
{
  g_free (self->path);
  self->path = dup_random_path (target);
  self->fd = (int) RELM_RETRY (relm_system_calls.open (self->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode));
  if (self->fd < 0)
    return FALSE;
  if (!lock_or_do_without (self->fd))
    (void) RELM_RETRY (relm_system_calls.unlink (self->path));
  else if (is_still_there (self->fd, self->path))
    return TRUE;
  relm_system_calls.close (self->fd);
  self->fd = -1;
  errno = EEXIST;
  return FALSE;
}

/**
 * relm_temporary_file_new:
 * @target: the real path of the file to be replaced
 * @mode: the permissions of the file, of which the process's mask takes away some
 *
 * Returns: (transfer full) (nullable): an empty file; %NULL with errno
 */
RelmTemporaryFile *
relm_temporary_file_new (const char *target,
                         mode_t mode)
{
  g_autoptr (RelmTemporaryFile) self = g_new0 (RelmTemporaryFile, 1);

  self->fd = -1;
  self->lock = -1;
  self->kept = TRUE; /* until there is something to remove */
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      if (try_create (self, target, mode))
        {
          self->kept = FALSE;
          self->lock = fcntl (self->fd, F_DUPFD_CLOEXEC, 0);
          return g_steal_pointer (&self);
        }
      if (errno != EEXIST)
        return NULL;
    }
  return NULL;
}

/**
 * relm_temporary_file_free:
 * @self: (transfer full): a temporary file, which is removed unless it was kept
 */
void
relm_temporary_file_free (RelmTemporaryFile *self)
{
  const int number = errno; /* what failed before matters more */

  if (!self->kept)
    (void) RELM_RETRY (relm_system_calls.unlink (self->path));
  if (self->fd >= 0)
    relm_system_calls.close (self->fd);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_free (self);
  errno = number;
}

/**
 * relm_temporary_file_get_path:
 *
 * Returns: (transfer none): where it is
 */
const char *
relm_temporary_file_get_path (RelmTemporaryFile *self)
{
  return self->path;
}

/**
 * relm_temporary_file_write:
 *
 * Returns: whether all of @bytes were written; if not, errno says why
 */
gboolean
relm_temporary_file_write (RelmTemporaryFile *self,
                           GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize written = 0;

  while (written < size)
    {
      const ssize_t n = RELM_RETRY (relm_system_calls.write (self->fd, data + written, size - written));

      if (n == 0)
        errno = EIO;
      if (n <= 0)
        return FALSE;
      written += (gsize) n;
    }
  return TRUE;
}

/* What the owner of a file attached to it. The rest of the namespaces belongs to the system. */
static gboolean
is_kept_attribute (const char *name)
{
  return g_str_has_prefix (name, "user.") || g_str_equal (name, "system.posix_acl_access") ||
         g_str_equal (name, "security.selinux");
}

static void
copy_attribute (int fd,
                const char *target,
                const char *name)
{
  const ssize_t size = getxattr (target, name, NULL, 0);
  g_autofree char *value = size > 0 ? g_malloc ((gsize) size) : NULL;

  if (size < 0 || (size > 0 && getxattr (target, name, value, (gsize) size) != size))
    return;
  if (fsetxattr (fd, name, value, (gsize) size, 0) != 0)
    g_debug ("The attribute %s could not be kept: %s", name, g_strerror (errno));
}

/* As good as it goes: a plan is worth more than what a file manager wrote about it. */
static void
copy_extended_attributes (int fd,
                          const char *target)
{
  const ssize_t size = listxattr (target, NULL, 0);
  g_autofree char *names = size > 0 ? g_malloc ((gsize) size) : NULL;
  const ssize_t length = names != NULL ? listxattr (target, names, (gsize) size) : 0;

  for (const char *name = names; name != NULL && name < names + length; name += strlen (name) + 1)
    if (is_kept_attribute (name))
      copy_attribute (fd, target, name);
}

/**
 * relm_temporary_file_copy_attributes:
 * @target: the file to be replaced
 * @status: of @target
 *
 * Takes over owner, group, permissions and extended attributes. Where the group cannot be had, the file does not give its
 * rights to another group.
 *
 * Returns: whether the permissions are those of the target; if not, errno says why
 */
gboolean
relm_temporary_file_copy_attributes (RelmTemporaryFile *self,
                                     const char *target,
                                     const struct stat *status)
{
  mode_t mode = status->st_mode & 0777;

  if (RELM_RETRY (relm_system_calls.fchown (self->fd, status->st_uid, status->st_gid)) != 0 &&
      RELM_RETRY (relm_system_calls.fchown (self->fd, (uid_t) -1, status->st_gid)) != 0)
    mode = (mode & ~(mode_t) 0070) | (mode & 0007) << 3;
  copy_extended_attributes (self->fd, target);
  return RELM_RETRY (relm_system_calls.fchmod (self->fd, mode)) == 0;
}

/**
 * relm_temporary_file_finish:
 *
 * Brings the file to the disk and closes it; it stays locked.
 *
 * Returns: whether the disk has it; if not, errno says why
 */
gboolean
relm_temporary_file_finish (RelmTemporaryFile *self)
{
  int fd;

  if (RELM_RETRY (relm_system_calls.fsync (self->fd)) != 0)
    return FALSE;
  fd = self->fd;
  self->fd = -1;
  /* Linux has closed it also when it says that it was interrupted; what was written is on the disk by then. */
  return relm_system_calls.close (fd) == 0 || errno == EINTR;
}

/**
 * relm_temporary_file_keep:
 *
 * Says that the file has another name now, and is not to be removed.
 */
void
relm_temporary_file_keep (RelmTemporaryFile *self)
{
  self->kept = TRUE;
}

static gboolean
is_temporary_of (const char *entry,
                 const char *name)
{
  g_autofree char *prefix = name != NULL ? dup_prefix (name) : NULL;
  const gsize length = strlen (entry);
  const gsize tail = strlen (SUFFIX) + RANDOM_LENGTH;

  if (length <= tail + 1 || entry[0] != '.' || !g_str_has_prefix (entry + length - tail, SUFFIX))
    return FALSE;
  return prefix == NULL || (g_str_has_prefix (entry, prefix) && length == strlen (prefix) + RANDOM_LENGTH);
}

static void
remove_if_stale (const char *path)
{
  const int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  struct stat status;

  if (fd < 0)
    return;
  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && status.st_uid == geteuid () && status.st_nlink == 1 &&
      flock (fd, LOCK_EX | LOCK_NB) == 0 && is_still_there (fd, path))
    unlink (path);
  close (fd);
}

/**
 * relm_temporary_file_remove_stale:
 * @folder: a folder
 * @name: (nullable): the name of the file that they were for; %NULL for any
 *
 * Removes temporary files whose processes are gone.
 */
void
relm_temporary_file_remove_stale (const char *folder,
                                  const char *name)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    if (is_temporary_of (entry, name))
      {
        g_autofree char *path = g_build_filename (folder, entry, NULL);

        remove_if_stale (path);
      }
}
