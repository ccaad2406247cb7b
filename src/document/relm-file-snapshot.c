/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "relm-document-error.h"
#include "relm-file-snapshot.h"
#include "relm-system-calls.h"

#define MAX_READS 3 /* of a file that somebody is writing */
#define PIECE_SIZE 65536

struct _RelmFileSnapshot
{
  struct stat status;
  GBytes *bytes; /* NULL: others than those that it was compared with */
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

/* Reads as much as there is, up to @size; -1 with errno. */
static gssize
read_some (int fd,
           guint8 *data,
           gsize size)
{
  gsize length = 0;

  while (length < size)
    {
      const ssize_t n = RELM_RETRY (relm_system_calls.read (fd, data + length, size - length));

      if (n < 0)
        return -1;
      if (n == 0)
        break;
      length += (gsize) n;
    }
  return (gssize) length;
}

/* Reads one byte more than there should be, to see that there is none. */
static GBytes *
read_all (int fd,
          gsize size)
{
  g_autofree guint8 *data = g_try_malloc (size + 1);
  gssize length;

  if (data == NULL)
    {
      errno = ENOMEM;
      return NULL;
    }
  length = read_some (fd, data, size + 1);
  if (length >= 0 && (gsize) length == size)
    return g_bytes_new_take (g_steal_pointer (&data), size);
  if (length >= 0)
    errno = EAGAIN;
  return NULL;
}

/* In pieces: memory that is new to the process costs more than reading. @same is unset on failure, with errno. */
static gboolean
compare_all (int fd,
             GBytes *expected,
             gboolean *same)
{
  g_autofree guint8 *piece = g_malloc (PIECE_SIZE);
  gsize size;
  const guint8 *data = g_bytes_get_data (expected, &size);
  gssize n;

  *same = FALSE;
  while ((n = read_some (fd, piece, PIECE_SIZE)) > 0)
    {
      if ((gsize) n > size || memcmp (piece, data, (gsize) n) != 0)
        return TRUE;
      data += n;
      size -= (gsize) n;
    }
  *same = n == 0 && size == 0;
  return n == 0;
}

/* What the file holds: @expected if that is it, and otherwise, if something was expected, %NULL. */
static gboolean
read_bytes (int fd,
            const struct stat *status,
            GBytes *expected,
            GBytes **bytes)
{
  gboolean same;

  if (expected == NULL)
    {
      *bytes = read_all (fd, (gsize) status->st_size);
      return *bytes != NULL;
    }
  if (!compare_all (fd, expected, &same))
    return FALSE;
  *bytes = same ? g_bytes_ref (expected) : NULL;
  return TRUE;
}

/* %NULL with errno, which is EAGAIN when the file changed under the reading. */
static RelmFileSnapshot *
read_once (int fd,
           const struct stat *before,
           GBytes *expected)
{
  g_autoptr (GBytes) bytes = NULL;
  struct stat after;
  RelmFileSnapshot *self;

  if (!read_bytes (fd, before, expected, &bytes) || relm_system_calls.fstat (fd, &after) != 0)
    return NULL;
  if (!is_same (before, &after))
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
           GBytes *expected,
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
      self = read_once (fd, &status, expected);
      if (self == NULL)
        relm_document_error_set_from_errno (error, errno, path);
    }
  if (fd >= 0)
    relm_system_calls.close (fd);
  return self;
}

/* A file that somebody is writing may be finished the next time. */
static RelmFileSnapshot *
read_repeatedly (const char *path,
                 goffset max_size,
                 GBytes *expected,
                 GError **error)
{
  g_autoptr (GError) last = NULL;

  for (guint i = 0; i < MAX_READS; i++)
    {
      RelmFileSnapshot *self;

      g_clear_error (&last);
      self = read_path (path, max_size, expected, &last);
      if (self != NULL)
        return self;
      if (!g_error_matches (last, RELM_DOCUMENT_ERROR, RELM_DOCUMENT_ERROR_FAILED))
        break;
    }
  g_propagate_error (error, g_steal_pointer (&last));
  return NULL;
}

static void
free_snapshot (gpointer data)
{
  RelmFileSnapshot *self = data;

  g_clear_pointer (&self->bytes, g_bytes_unref);
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
  return read_repeatedly (path, max_size, NULL, error);
}

/**
 * relm_file_snapshot_compare:
 * @path: a file; links are followed
 * @expected: what it may hold
 *
 * Blocks, but does not read into memory what a snapshot has already.
 *
 * Returns: (transfer full): the file as it is, with @expected for its bytes if it holds exactly those, and otherwise with
 *   none; %NULL with an error in RELM_DOCUMENT_ERROR
 */
RelmFileSnapshot *
relm_file_snapshot_compare (const char *path,
                            GBytes *expected,
                            GError **error)
{
  return read_repeatedly (path, G_MAXOFFSET, expected, error);
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
 * Returns: (transfer none) (nullable): what the file held; %NULL when it was compared and held something else
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
  return self->bytes == bytes || (self->bytes != NULL && g_bytes_equal (self->bytes, bytes));
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
 * relm_file_snapshot_has_status:
 *
 * Returns: whether a file with @status seems to be the one that was read, and not written since
 */
gboolean
relm_file_snapshot_has_status (RelmFileSnapshot *self,
                               const struct stat *status)
{
  return is_same (&self->status, status);
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
