/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-mirror"

#include "config.h"

#include "relm-mirror-path.h"
#include "relm-mirror-private.h"

/**
 * relm_mirror_path_new:
 *
 * Returns: (transfer full): a path of which no commit is known
 */
RelmMirrorPath *
relm_mirror_path_new (void)
{
  RelmMirrorPath *self = g_new0 (RelmMirrorPath, 1);

  self->bits = g_byte_array_new ();
  return self;
}

/**
 * relm_mirror_path_free:
 * @self: (nullable) (transfer full): a path
 */
void
relm_mirror_path_free (RelmMirrorPath *self)
{
  if (self == NULL)
    return;
  g_byte_array_unref (self->bits);
  g_free (self);
}

/**
 * relm_mirror_path_contains:
 * @id: the number of a commit
 *
 * Returns: whether it touches the path; %FALSE also for one of which that is not known
 */
gboolean
relm_mirror_path_contains (const RelmMirrorPath *self,
                           gint32 id)
{
  return id >= 0 && (guint) id < self->n_commits && (self->bits->data[id / 8] >> (id % 8) & 1) != 0;
}

/**
 * relm_mirror_path_set_next:
 * @touches: whether the first commit of which it is not known touches the path
 */
void
relm_mirror_path_set_next (RelmMirrorPath *self,
                           gboolean touches)
{
  const guint id = self->n_commits++;
  const guint8 none = 0;

  if (id % 8 == 0)
    g_byte_array_append (self->bits, &none, 1);
  if (touches)
    self->bits->data[id / 8] |= (guint8) (1 << (id % 8));
}

/* A blob that is too short for what it says is of no use: then nothing is known. */
static void
take_bits (RelmMirrorPath *self,
           sqlite3_stmt *statement)
{
  const guint n_commits = (guint) sqlite3_column_int (statement, 0);
  const guint n_bytes = (guint) sqlite3_column_bytes (statement, 1);

  if (n_bytes < (n_commits + 7) / 8)
    return;
  self->n_commits = n_commits;
  if (n_commits > 0)
    g_byte_array_append (self->bits, sqlite3_column_blob (statement, 1), (n_commits + 7) / 8);
}

static RelmMirrorPath *
load_path (sqlite3 *database,
           const char *path,
           GError **error)
{
  sqlite3_stmt *statement = relm_mirror_database_prepare (database, "SELECT n_commits, bits FROM paths WHERE path = ?", error);
  g_autoptr (RelmMirrorPath) self = relm_mirror_path_new ();
  int result;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, path, -1, SQLITE_STATIC);
  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    take_bits (self, statement);
  else if (result != SQLITE_DONE)
    relm_mirror_database_set_error (database, error);
  sqlite3_finalize (statement);
  return result == SQLITE_ROW || result == SQLITE_DONE ? g_steal_pointer (&self) : NULL;
}

/**
 * relm_mirror_load_path:
 * @path: a path as git says it, without a slash at either end
 *
 * Returns: (transfer full) (nullable): which commits touch it; none of a path that the repository was never read for. Or
 *   %NULL and a RELM_MIRROR_ERROR
 */
RelmMirrorPath *
relm_mirror_load_path (RelmMirror *mirror,
                       const char *path,
                       GError **error)
{
  g_return_val_if_fail (mirror != NULL && path != NULL, NULL);

  return load_path (mirror->database, path, error);
}

static gboolean
knows_path (RelmMirror *mirror,
            const char *path)
{
  sqlite3_stmt *statement = relm_mirror_database_prepare (
    mirror->database, "SELECT 1 FROM paths WHERE path = ? AND n_commits = (SELECT max (id) + 1 FROM commits)", NULL);
  gboolean known;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, path, -1, SQLITE_STATIC);
  known = sqlite3_step (statement) == SQLITE_ROW;
  sqlite3_finalize (statement);
  return known;
}

/**
 * relm_mirror_knows_paths:
 * @paths: (nullable): paths as git says them, without a slash at either end
 *
 * Returns: whether it is known of all commits of the mirror which of the paths they touch
 */
gboolean
relm_mirror_knows_paths (RelmMirror *mirror,
                         const char *const *paths)
{
  g_return_val_if_fail (mirror != NULL, FALSE);

  for (; paths != NULL && *paths != NULL; paths++)
    if (!knows_path (mirror, *paths))
      return FALSE;
  return TRUE;
}

static guint
count_in_range (sqlite3_stmt *statement,
                GPtrArray *paths)
{
  const gint32 *ids = sqlite3_column_blob (statement, 1);
  const gsize n_ids = (gsize) sqlite3_column_bytes (statement, 1) / sizeof *ids;
  guint n = 0;

  for (gsize i = 0; i < n_ids; i++)
    for (guint j = 0; j < paths->len; j++)
      if (relm_mirror_path_contains (paths->pdata[j], ids[i]))
        {
          n++;
          break;
        }
  return n;
}

/**
 * relm_mirror_count_touching:
 * @paths: (element-type RelmMirrorPath): paths
 *
 * Returns: (transfer full) (element-type utf8 uint) (nullable): how many commits of each tag touch one of them, by the name of
 *   the tag; by “” of what no tag has. Or %NULL and a RELM_MIRROR_ERROR
 */
GHashTable *
relm_mirror_count_touching (RelmMirror *mirror,
                            GPtrArray *paths,
                            GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_stmt *statement;
  int result;

  g_return_val_if_fail (mirror != NULL, NULL);

  statement = relm_mirror_database_prepare (
    mirror->database, "SELECT coalesce (tags.name, ''), commits FROM ranges LEFT JOIN tags ON tags.rank = tag", error);
  if (statement == NULL)
    return NULL;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_hash_table_insert (counts, g_strdup ((const char *) sqlite3_column_text (statement, 0)),
                         GUINT_TO_POINTER (count_in_range (statement, paths)));
  if (result != SQLITE_DONE)
    relm_mirror_database_set_error (mirror->database, error);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE ? g_steal_pointer (&counts) : NULL;
}

/**
 * relm_mirror_writer_load_path:
 * @path: a path as git says it, without a slash at either end
 *
 * Returns: (transfer full) (nullable): what is known already of which commits touch it; or %NULL and a RELM_MIRROR_ERROR
 */
RelmMirrorPath *
relm_mirror_writer_load_path (RelmMirrorWriter *writer,
                              const char *path,
                              GError **error)
{
  g_return_val_if_fail (writer != NULL && path != NULL, NULL);

  return load_path (relm_mirror_writer_get_database (writer), path, error);
}

/**
 * relm_mirror_writer_set_path:
 * @path: a path as git says it, without a slash at either end
 * @touching: which commits touch it
 *
 * Returns: whether it is stored; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_writer_set_path (RelmMirrorWriter *writer,
                             const char *path,
                             const RelmMirrorPath *touching,
                             GError **error)
{
  sqlite3 *database;
  sqlite3_stmt *statement;
  gboolean done;

  g_return_val_if_fail (writer != NULL && path != NULL && touching != NULL, FALSE);

  database = relm_mirror_writer_get_database (writer);
  statement = relm_mirror_database_prepare (database, "REPLACE INTO paths (path, n_commits, bits) VALUES (?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, path, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 2, (int) touching->n_commits);
  if (touching->bits->len > 0)
    sqlite3_bind_blob64 (statement, 3, touching->bits->data, touching->bits->len, SQLITE_STATIC);
  else
    sqlite3_bind_zeroblob (statement, 3, 0);
  done = sqlite3_step (statement) == SQLITE_DONE;
  if (!done)
    relm_mirror_database_set_error (database, error);
  sqlite3_finalize (statement);
  return done;
}
