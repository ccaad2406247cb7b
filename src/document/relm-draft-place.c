/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-document"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "relm-draft-place.h"

#define DRAFT_SUFFIX ".draft"
#define LOCK_SUFFIX ".lock"
#define MAX_TRIES 10

struct _RelmDraftPlace
{
  char *path;
  char *lock_path;
  int lock;
};

/* Whoever had it before may have removed its name between our opening and our locking. */
static gboolean
is_still_there (int fd,
                const char *path)
{
  struct stat opened;
  struct stat named;

  return fstat (fd, &opened) == 0 && lstat (path, &named) == 0 && opened.st_ino == named.st_ino &&
         opened.st_dev == named.st_dev;
}

static int
take_lock (const char *path)
{
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      const int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

      if (fd < 0)
        return -1;
      if (flock (fd, LOCK_EX | LOCK_NB) != 0)
        {
          const int number = errno;

          close (fd);
          errno = number;
          return -1;
        }
      if (is_still_there (fd, path))
        return fd;
      close (fd);
    }
  errno = EWOULDBLOCK;
  return -1;
}

/**
 * relm_draft_place_dup_folder:
 *
 * Returns: (transfer full): the folder of drafts, which may not be there
 */
char *
relm_draft_place_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "relm", "drafts", NULL);
}

/**
 * relm_draft_place_new:
 *
 * Returns: (transfer full) (nullable): a place without a draft; %NULL with errno
 */
RelmDraftPlace *
relm_draft_place_new (void)
{
  g_autofree char *folder = relm_draft_place_dup_folder ();
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (uuid, DRAFT_SUFFIX, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return NULL;
  return relm_draft_place_take (path);
}

/**
 * relm_draft_place_take:
 * @path: a draft
 *
 * Returns: (transfer full) (nullable): the place of the draft; %NULL with errno, which is EWOULDBLOCK when it is
 *   somebody's
 */
RelmDraftPlace *
relm_draft_place_take (const char *path)
{
  g_autoptr (RelmDraftPlace) self = g_new0 (RelmDraftPlace, 1);
  gsize length = strlen (path);

  if (g_str_has_suffix (path, DRAFT_SUFFIX))
    length -= strlen (DRAFT_SUFFIX);
  self->path = g_strdup (path);
  self->lock_path = g_strdup_printf ("%.*s" LOCK_SUFFIX, (int) length, path);
  self->lock = take_lock (self->lock_path);
  return self->lock >= 0 ? g_steal_pointer (&self) : NULL;
}

/**
 * relm_draft_place_free:
 * @self: (transfer full): a place; the draft stays, and is nobody's
 */
void
relm_draft_place_free (RelmDraftPlace *self)
{
  if (self->lock >= 0)
    {
      g_unlink (self->lock_path); /* while it is ours */
      close (self->lock);
    }
  g_free (self->path);
  g_free (self->lock_path);
  g_free (self);
}

/**
 * relm_draft_place_get_path:
 *
 * Returns: (transfer none): where the draft is, or would be
 */
const char *
relm_draft_place_get_path (RelmDraftPlace *self)
{
  return self->path;
}

/**
 * relm_draft_place_remove:
 *
 * Removes the draft, if there is one. The place stays somebody's.
 */
void
relm_draft_place_remove (RelmDraftPlace *self)
{
  if (g_unlink (self->path) != 0 && errno != ENOENT)
    g_debug ("The draft %s could not be removed: %s", self->path, g_strerror (errno));
}
