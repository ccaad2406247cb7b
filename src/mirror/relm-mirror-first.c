/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-mirror"

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "relm-mirror-database.h"
#include "relm-mirror-error.h"
#include "relm-mirror-first.h"

struct _RelmMirrorFirst
{
  char *path;      /* where it will be */
  char *temporary; /* where it is made */
  int lock;        /* so that one program at a time makes it */
};

static gboolean
is_missing (const char *path)
{
  return g_access (path, F_OK) != 0 && errno == ENOENT;
}

/* What SQLite keeps beside a database would be taken for a part of the next one. */
static void
remove_journals (const char *path)
{
  static const char *const suffixes[] = { "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/* Also what a program left that was ended in the middle. */
static void
remove_temporary (RelmMirrorFirst *self)
{
  g_unlink (self->temporary);
  remove_journals (self->temporary);
}

/**
 * relm_mirror_first_new:
 * @path: where a mirror is, or will be
 * @database: (out): what to fill, to be ended with sqlite3_close() before @self
 *
 * Waits, for a while, until nobody else makes it.
 *
 * Returns: (transfer full) (nullable): a place beside @path; %NULL when the mirror is there already, or with a
 *   RELM_MIRROR_ERROR
 */
RelmMirrorFirst *
relm_mirror_first_new (const char *path,
                       sqlite3 **database,
                       GError **error)
{
  g_autoptr (RelmMirrorFirst) self = NULL;
  int lock;

  if (!is_missing (path))
    return NULL;
  lock = relm_mirror_database_lock (path, error);
  if (lock < 0)
    return NULL;
  self = g_new0 (RelmMirrorFirst, 1);
  self->path = g_strdup (path);
  self->temporary = g_strconcat (path, ".first", NULL);
  self->lock = lock;
  if (!is_missing (path)) /* somebody else made it */
    return NULL;
  remove_temporary (self);
  *database = relm_mirror_database_new (self->temporary, &relm_mirror_schema_history, error);
  return *database != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * relm_mirror_first_put_in_place:
 *
 * The database must be closed by now.
 *
 * Returns: whether the mirror is where it belongs; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_first_put_in_place (RelmMirrorFirst *self,
                                GError **error)
{
  remove_journals (self->path); /* of one that somebody deleted */
  if (g_rename (self->temporary, self->path) == 0)
    return TRUE;
  g_set_error (error, RELM_MIRROR_ERROR, RELM_MIRROR_ERROR_PERMISSION,
               _ ("%s in the cache cannot be made: %s. Check the permissions there and try again."), self->path,
               g_strerror (errno));
  return FALSE;
}

/**
 * relm_mirror_first_free:
 * @self: (nullable) (transfer full): a place; what was not put in place is gone
 */
void
relm_mirror_first_free (RelmMirrorFirst *self)
{
  if (self == NULL)
    return;
  remove_temporary (self);
  close (self->lock);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
