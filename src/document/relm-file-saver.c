/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <unistd.h>

#include "relm-document-error.h"
#include "relm-file-saver.h"
#include "relm-system-calls.h"
#include "relm-temporary-file.h"

#define MAX_LINKS 40

typedef struct
{
  char *path;   /* the real one */
  char *folder; /* its */
  GBytes *bytes;
  RelmFileSnapshot *base;    /* nullable */
  RelmFileSnapshot *written; /* what is to become of it */
  RelmFileSnapshot *present; /* what the file is now; NULL: not there, or not read */
  gboolean overwrite;
  gboolean looked;
  gboolean exists;
  struct stat status;
} Saving;

static void
saving_clear (Saving *self)
{
  g_free (self->path);
  g_free (self->folder);
  g_clear_pointer (&self->written, relm_file_snapshot_unref);
  g_clear_pointer (&self->present, relm_file_snapshot_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Saving, saving_clear)

/* A link is followed to the file it means, also when that is not there. */
static char *
resolve (const char *path,
         guint n_links)
{
  char *real = realpath (path, NULL);
  g_autofree char *folder = NULL;
  g_autofree char *real_folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *target = NULL;

  if (real != NULL || errno != ENOENT || n_links > MAX_LINKS)
    return real;
  folder = g_path_get_dirname (path);
  target = g_file_read_link (path, NULL);
  if (target != NULL)
    {
      g_autofree char *next = g_canonicalize_filename (target, folder);

      return resolve (next, n_links + 1);
    }
  real_folder = realpath (folder, NULL);
  if (real_folder == NULL)
    {
      errno = ENOTDIR; /* it is the folder that is missing */
      return NULL;
    }
  name = g_path_get_basename (path);
  return g_build_filename (real_folder, name, NULL);
}

static gboolean
find_place (Saving *self,
            GFile *file,
            GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *uri = NULL;

  if (path == NULL)
    {
      uri = g_file_get_uri (file);
      relm_document_error_set (error, RELM_DOCUMENT_ERROR_NOT_A_FILE,
                               _ ("“%s” is not on this computer. Save in a folder of this computer."), uri);
      return FALSE;
    }
  self->path = resolve (path, 0);
  if (self->path == NULL)
    {
      relm_document_error_set_from_errno (error, errno, path);
      return FALSE;
    }
  self->folder = g_path_get_dirname (self->path);
  return TRUE;
}

static gboolean
refuse_changed (Saving *self,
                GError **error)
{
  relm_document_error_set (error, RELM_DOCUMENT_ERROR_CHANGED_ON_DISK,
                           _ ("“%s” was changed by another program. Reload it, replace it, or save under another name."),
                           self->path);
  return FALSE;
}

static gboolean
check_missing (Saving *self,
               GError **error)
{
  self->exists = FALSE;
  if (self->overwrite || self->base == NULL)
    return TRUE;
  relm_document_error_set (error, RELM_DOCUMENT_ERROR_DELETED,
                           _ ("“%s” was moved or deleted. Save it again there, or under another name."), self->path);
  return FALSE;
}

static gboolean
check_kind (Saving *self,
            const struct stat *status,
            GError **error)
{
  if (!S_ISREG (status->st_mode))
    {
      relm_document_error_set_from_errno (error, S_ISDIR (status->st_mode) ? EISDIR : ENXIO, self->path);
      return FALSE;
    }
  if ((status->st_mode & 0222) != 0 && faccessat (AT_FDCWD, self->path, W_OK, AT_EACCESS) == 0)
    return TRUE;
  relm_document_error_set (error, RELM_DOCUMENT_ERROR_READ_ONLY,
                           _ ("“%s” is read-only. Save under another name, or let yourself write it."), self->path);
  return FALSE;
}

static gboolean
is_same_target (Saving *self,
                const struct stat *status)
{
  const struct stat *seen = &self->status;

  return self->exists && seen->st_dev == status->st_dev && seen->st_ino == status->st_ino &&
         seen->st_size == status->st_size && seen->st_mtim.tv_sec == status->st_mtim.tv_sec &&
         seen->st_mtim.tv_nsec == status->st_mtim.tv_nsec;
}

/*
 * Times can be set back, so that only the bytes themselves prove that nothing would be lost. Before the work the times will do,
 * because the bytes are looked at just before the replacing; unless there will be none, as they are what shall be written.
 */
static gboolean
check_base (Saving *self,
            const struct stat *status,
            GError **error)
{
  if (self->base == NULL)
    return refuse_changed (self, error);
  if (!self->looked && relm_file_snapshot_has_status (self->base, status) &&
      !relm_file_snapshot_has_bytes (self->base, self->bytes))
    return TRUE;
  g_clear_pointer (&self->present, relm_file_snapshot_unref);
  self->present = relm_file_snapshot_compare (self->path, relm_file_snapshot_get_bytes (self->base), error);
  if (self->present == NULL)
    return FALSE;
  return relm_file_snapshot_has_bytes (self->present, relm_file_snapshot_get_bytes (self->base)) ||
         refuse_changed (self, error);
}

/* Whether what is at the place now may be replaced. Asked before the work, and again just before the replacing. */
static gboolean
check_target (Saving *self,
              GError **error)
{
  struct stat status;

  if (RELM_RETRY (relm_system_calls.stat (self->path, &status)) != 0)
    {
      if (errno == ENOENT)
        return check_missing (self, error);
      relm_document_error_set_from_errno (error, errno, self->path);
      return FALSE;
    }
  if (!check_kind (self, &status, error))
    return FALSE;
  if (!self->overwrite && !check_base (self, &status, error))
    return FALSE;
  if (self->looked && !is_same_target (self, &status))
    return refuse_changed (self, error);
  self->status = status;
  self->exists = TRUE;
  return TRUE;
}

static gboolean
refuse_errno (Saving *self,
              GError **error)
{
  relm_document_error_set_from_errno (error, errno, self->path);
  return FALSE;
}

static gboolean
refuse_failing (Saving *self,
                GError **error)
{
  relm_document_error_set (error, RELM_DOCUMENT_ERROR_FAILED,
                           _ ("“%s” does not hold what was written to it; the disk may be failing. Save in another place."),
                           self->path);
  return FALSE;
}

static gboolean
fill (Saving *self,
      RelmTemporaryFile *temporary,
      GError **error)
{
  if (!relm_temporary_file_write (temporary, self->bytes) ||
      (self->exists && !relm_temporary_file_copy_attributes (temporary, self->path, &self->status)) ||
      !relm_temporary_file_finish (temporary))
    return refuse_errno (self, error);
  self->written = relm_file_snapshot_compare (relm_temporary_file_get_path (temporary), self->bytes, error);
  return self->written != NULL &&
         (relm_file_snapshot_has_bytes (self->written, self->bytes) || refuse_failing (self, error));
}

static gboolean
put_in_place (Saving *self,
              RelmTemporaryFile *temporary,
              GError **error)
{
  const char *path = relm_temporary_file_get_path (temporary);

  if (RELM_RETRY (self->exists ? relm_system_calls.rename (path, self->path)
                               : relm_system_calls.rename_new (path, self->path)) == 0)
    {
      relm_temporary_file_keep (temporary);
      return TRUE;
    }
  return errno == EEXIST ? refuse_changed (self, error) : refuse_errno (self, error);
}

/* Not every file system can bring a folder to the disk; those that cannot say so in these words. */
static gboolean
sync_folder (Saving *self)
{
  const int fd = (int) RELM_RETRY (relm_system_calls.open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0));
  gboolean synced;

  if (fd < 0)
    return errno == EACCES; /* a folder may be writable and not readable */
  synced = RELM_RETRY (relm_system_calls.fsync (fd)) == 0 || errno == EINVAL || errno == ENOTSUP;
  relm_system_calls.close (fd);
  return synced;
}

/* Reads through the name, as the next program will. Somebody may have replaced the file again by now. */
static RelmFileSnapshot *
read_back (Saving *self,
           GError **error)
{
  g_autoptr (RelmFileSnapshot) snapshot = relm_file_snapshot_compare (self->path, self->bytes, error);

  if (snapshot == NULL || relm_file_snapshot_has_bytes (snapshot, self->bytes))
    return g_steal_pointer (&snapshot);
  if (relm_file_snapshot_is_same_file (snapshot, self->written))
    refuse_failing (self, error);
  else
    refuse_changed (self, error);
  return NULL;
}

static gboolean
confirm (Saving *self,
         RelmFileSnapshot **saved,
         GError **error)
{
  const gboolean synced = sync_folder (self);
  g_autoptr (RelmFileSnapshot) snapshot = NULL;

  if (!synced)
    relm_document_error_set (error, RELM_DOCUMENT_ERROR_FAILED,
                             _ ("“%s” was written, but the disk did not confirm it. Save it again."), self->path);
  snapshot = read_back (self, synced ? error : NULL);
  if (saved != NULL)
    *saved = snapshot != NULL ? relm_file_snapshot_ref (snapshot) : relm_file_snapshot_new_unread (self->bytes);
  return synced && snapshot != NULL;
}

static gboolean
replace (Saving *self,
         RelmFileSnapshot **saved,
         GCancellable *cancellable,
         GError **error)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autoptr (RelmTemporaryFile) temporary = NULL;

  relm_temporary_file_remove_stale (self->folder, name);
  /* Nobody else reads it before it has the permissions of the old one; a new one gets what the process's mask leaves. */
  temporary = relm_temporary_file_new (self->path, self->exists ? 0600 : 0666);
  if (temporary == NULL)
    return refuse_errno (self, error);
  if (!fill (self, temporary, error) || g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !check_target (self, error) || !put_in_place (self, temporary, error))
    return FALSE;
  return confirm (self, saved, error);
}

/**
 * relm_file_saver_save:
 * @file: where; a link stays one, and the file that it means is replaced
 * @bytes: all that the file shall hold
 * @base: (nullable): the file as it was when it was read; %NULL when it must not be there yet
 * @flags: RELM_SAVE_OVERWRITE to replace whatever is there
 * @saved: (out) (optional) (nullable) (transfer full): the file as it is now; also set when the file was replaced but the
 *   disk did not confirm it, or it does not read back, which is an error
 *
 * The file keeps its permissions, group and extended attributes; other hard links to it keep the old content. Nothing is
 * written when the file holds @bytes already and @base is given. Being cancelled leaves the old file.
 *
 * Returns: whether the disk has the new file and it reads back as @bytes; if not, with an error in RELM_DOCUMENT_ERROR or
 *   G_IO_ERROR_CANCELLED
 */
gboolean
relm_file_saver_save (GFile *file,
                      GBytes *bytes,
                      RelmFileSnapshot *base,
                      RelmSaveFlags flags,
                      RelmFileSnapshot **saved,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (Saving) saving = { .bytes = bytes, .base = base, .overwrite = (flags & RELM_SAVE_OVERWRITE) != 0 };

  g_return_val_if_fail (G_IS_FILE (file) && bytes != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (saved != NULL)
    *saved = NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !find_place (&saving, file, error) ||
      !check_target (&saving, error))
    return FALSE;
  saving.looked = TRUE;
  if (saving.present != NULL && relm_file_snapshot_has_bytes (saving.present, bytes))
    {
      if (saved != NULL)
        *saved = g_steal_pointer (&saving.present);
      return TRUE;
    }
  return replace (&saving, saved, cancellable, error);
}
