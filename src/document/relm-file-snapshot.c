/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <unistd.h>

#include "relm-document-error.h"
#include "relm-file-snapshot.h"
#include "relm-system-calls.h"

#define MAX_READS 3 /* of a file that somebody is writing */

struct _RelmFileSnapshot
{
  struct stat status;
  GBytes *bytes;
};

/* The change time is no part of it: a new link or a backup program changes that. */
static gboolean
is_same (const struct stat *a,
         const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
         a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

static gboolean
check_status (const struct stat *status,
              const char *path,
              goffset max_size,
              GError **error)
{
  if (!S_ISREG (status->st_mode))
    {
      relm_document_error_set_from_errno (error, S_ISDIR (status->st_mode) ? EISDIR : ENXIO, path);
      return FALSE;
    }
  if (status->st_size <= max_size)
    return TRUE;
  relm_document_error_set (error, RELM_DOCUMENT_ERROR_TOO_LARGE,
                           _ ("“%s” is larger than any project. Choose another file."), path);
  return FALSE;
}

/* Reads one byte more than there should be, to see that there is none. */
static GBytes *
read_all (int fd,
          gsize size)
{
  g_autofree guint8 *data = g_try_malloc (size + 1);
  gsize length = 0;

  if (data == NULL)
    {
      errno = ENOMEM;
      return NULL;
    }
  while (length < size + 1)
    {
      const ssize_t n = RELM_RETRY (relm_system_calls.read (fd, data + length, size + 1 - length));

      if (n < 0)
        return NULL;
      if (n == 0)
        break;
      length += (gsize) n;
    }
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

/* %NULL with errno, or EAGAIN when the file changed under the reading. */
static RelmFileSnapshot *
read_once (int fd,
           const struct stat *before)
{
  g_autoptr (GBytes) bytes = read_all (fd, (gsize) before->st_size);
  struct stat after;
  RelmFileSnapshot *self;

  if (bytes == NULL || relm_system_calls.fstat (fd, &after) != 0)
    return NULL;
  if (!is_same (before, &after) || g_bytes_get_size (bytes) != (gsize) before->st_size)
    {
      errno = EAGAIN;
      return NULL;
    }
  self = g_atomic_rc_box_new0 (RelmFileSnapshot);
  self->status = after;
  self->bytes = g_steal_pointer (&bytes);
  return self;
}

static RelmFileSnapshot *
read_path (const char *path,
           goffset max_size,
           GError **error)
{
  /* Opening a pipe would wait for its writer. */
  const int fd = (int) RELM_RETRY (relm_system_calls.open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0));
  RelmFileSnapshot *self = NULL;
  struct stat status;

  if (fd < 0 || relm_system_calls.fstat (fd, &status) != 0)
    relm_document_error_set_from_errno (error, errno, path);
  else if (check_status (&status, path, max_size, error))
    {
      self = read_once (fd, &status);
      if (self == NULL)
        relm_document_error_set_from_errno (error, errno, path);
    }
  if (fd >= 0)
    relm_system_calls.close (fd);
  return self;
}

static void
free_snapshot (gpointer data)
{
  RelmFileSnapshot *self = data;

  g_bytes_unref (self->bytes);
}

/**
 * relm_file_snapshot_read:
 * @path: a file; links are followed
 * @max_size: bytes; a larger file is refused before it is read
 *
 * Blocks.
 *
 * Returns: (transfer full): the file as it is; %NULL with an error in RELM_DOCUMENT_ERROR
 */
RelmFileSnapshot *
relm_file_snapshot_read (const char *path,
                         goffset max_size,
                         GError **error)
{
  g_autoptr (GError) last = NULL;

  for (guint i = 0; i < MAX_READS; i++)
    {
      RelmFileSnapshot *self;

      g_clear_error (&last);
      self = read_path (path, max_size, &last);
      if (self != NULL)
        return self;
      if (!g_error_matches (last, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_FAILED))
        break;
    }
  g_propagate_error (error, g_steal_pointer (&last));
  return NULL;
}

/**
 * relm_file_snapshot_new_unread:
 * @bytes: what a file should hold
 *
 * For a file that was written and could not be read again.
 *
 * Returns: (transfer full): a snapshot that is no file in particular
 */
RelmFileSnapshot *
relm_file_snapshot_new_unread (GBytes *bytes)
{
  RelmFileSnapshot *self = g_atomic_rc_box_new0 (RelmFileSnapshot);

  self->bytes = g_bytes_ref (bytes);
  return self;
}

/**
 * relm_file_snapshot_ref:
 *
 * Returns: (transfer full): @self
 */
RelmFileSnapshot *
relm_file_snapshot_ref (RelmFileSnapshot *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * relm_file_snapshot_unref:
 * @self: (transfer full): a snapshot
 */
void
relm_file_snapshot_unref (RelmFileSnapshot *self)
{
  g_atomic_rc_box_release_full (self, free_snapshot);
}

/**
 * relm_file_snapshot_get_bytes:
 *
 * Returns: (transfer none): what the file held
 */
GBytes *
relm_file_snapshot_get_bytes (RelmFileSnapshot *self)
{
  return self->bytes;
}

/**
 * relm_file_snapshot_has_bytes:
 *
 * Returns: whether the file held exactly @bytes
 */
gboolean
relm_file_snapshot_has_bytes (RelmFileSnapshot *self,
                              GBytes *bytes)
{
  return self->bytes == bytes || g_bytes_equal (self->bytes, bytes);
}

/**
 * relm_file_snapshot_is_same_file:
 *
 * Returns: whether both are of one file, under whatever name and with whatever content
 */
gboolean
relm_file_snapshot_is_same_file (RelmFileSnapshot *self,
                                 RelmFileSnapshot *other)
{
  return self->status.st_dev == other->status.st_dev && self->status.st_ino == other->status.st_ino;
}

/**
 * relm_file_snapshot_is_writable:
 * @path: where it is now
 *
 * A file is replaced by another one, so that its folder has to be writable too. One that nobody may write is not written,
 * though its owner, or root, could.
 *
 * Returns: whether saving may succeed
 */
gboolean
relm_file_snapshot_is_writable (RelmFileSnapshot *self,
                                const char *path)
{
  g_autofree char *real = realpath (path, NULL);
  g_autofree char *folder = g_path_get_dirname (real != NULL ? real : path);

  return (self->status.st_mode & 0222) != 0 && faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0 &&
         faccessat (AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0;
}
