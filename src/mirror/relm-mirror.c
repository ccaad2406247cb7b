/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-mirror"

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "relm-mirror-private.h"
#include "relm-mirror-writer.h"

#define SELECT_COMMIT                                                                                                  \
  "SELECT oid, authors.name, authors.email, time, flags, subject, body, type, scope, description, breaking_note,"      \
  " reverts, refs, co_authors FROM commits LEFT JOIN authors ON authors.id = author WHERE commits.id = ?"

static char *
dup_text (sqlite3_stmt *statement,
          int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

static char *
dup_hex (sqlite3_stmt *statement,
         int column)
{
  static const char digits[] = "0123456789abcdef";
  const guint8 *bytes = sqlite3_column_blob (statement, column);
  const int size = sqlite3_column_bytes (statement, column);
  char *hex = g_malloc ((gsize) size * 2 + 1);

  for (int i = 0; i < size; i++)
    {
      hex[2 * i] = digits[bytes[i] >> 4];
      hex[2 * i + 1] = digits[bytes[i] & 0xf];
    }
  hex[2 * size] = '\0';
  return hex;
}

static RelmMirrorTag *
read_tag (sqlite3_stmt *statement)
{
  RelmMirrorTag *tag = g_new0 (RelmMirrorTag, 1);
  const int flags = sqlite3_column_int (statement, 5);

  tag->name = dup_text (statement, 0);
  tag->oid = dup_hex (statement, 1);
  tag->version = dup_text (statement, 2);
  tag->previous = dup_text (statement, 3);
  tag->time = sqlite3_column_int64 (statement, 4);
  tag->annotated = (flags & RELM_MIRROR_TAG_ANNOTATED) != 0;
  tag->prerelease = (flags & RELM_MIRROR_TAG_PRERELEASE) != 0;
  tag->n_commits = (guint) sqlite3_column_int (statement, 6);
  return tag;
}

static char *
dup_author (RelmMirror *self,
            gint32 id)
{
  char *author = NULL;

  sqlite3_bind_int (self->author, 1, id);
  if (sqlite3_step (self->author) == SQLITE_ROW)
    author = g_strdup_printf ("%s <%s>", (const char *) sqlite3_column_text (self->author, 0),
                              (const char *) sqlite3_column_text (self->author, 1));
  sqlite3_reset (self->author);
  return author;
}

static char **
read_co_authors (RelmMirror *self,
                 int column)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const guint8 *bytes = sqlite3_column_blob (self->commit, column);
  const gsize n = (gsize) sqlite3_column_bytes (self->commit, column) / sizeof (gint32);

  for (gsize i = 0; i < n; i++)
    {
      gint32 id;
      char *author;

      memcpy (&id, bytes + i * sizeof id, sizeof id);
      author = dup_author (self, id);
      if (author != NULL)
        g_strv_builder_take (builder, author);
    }
  return g_strv_builder_end (builder);
}

static RelmMirrorCommit *
read_commit (RelmMirror *self,
             gint32 id)
{
  sqlite3_stmt *statement = self->commit;
  RelmMirrorCommit *commit = g_new0 (RelmMirrorCommit, 1);
  const int flags = sqlite3_column_int (statement, 4);
  const char *references = (const char *) sqlite3_column_text (statement, 12);

  commit->id = id;
  commit->oid = dup_hex (statement, 0);
  commit->author_name = dup_text (statement, 1);
  commit->author_email = dup_text (statement, 2);
  commit->time = sqlite3_column_int64 (statement, 3);
  commit->merge = (flags & RELM_MIRROR_COMMIT_MERGE) != 0;
  commit->breaking = (flags & RELM_MIRROR_COMMIT_BREAKING) != 0;
  commit->subject = dup_text (statement, 5);
  commit->body = dup_text (statement, 6);
  commit->type = dup_text (statement, 7);
  commit->scope = dup_text (statement, 8);
  commit->description = dup_text (statement, 9);
  commit->breaking_note = dup_text (statement, 10);
  commit->reverts = dup_text (statement, 11);
  commit->references = references != NULL ? g_strsplit (references, "\n", -1) : g_new0 (char *, 1);
  commit->co_authors = read_co_authors (self, 13);
  return commit;
}

/* The rank of a tag; -1 and @error when there is none. */
static int
find_rank (RelmMirror *self,
           const char *tag,
           GError **error)
{
  sqlite3_stmt *statement = relm_mirror_database_prepare (self->database, "SELECT rank FROM tags WHERE name = ?", error);
  int rank = -1;

  if (statement == NULL)
    return -1;
  sqlite3_bind_text (statement, 1, tag, -1, SQLITE_STATIC);
  switch (sqlite3_step (statement))
    {
    case SQLITE_ROW:
      rank = sqlite3_column_int (statement, 0);
      break;
    case SQLITE_DONE:
      g_set_error (error, RELM_MIRROR_ERROR, RELM_MIRROR_ERROR_NOT_FOUND,
                   _ ("The tag %s is not there any more. Read the repository again."), tag);
      break;
    default:
      relm_mirror_database_set_error (self->database, error);
      break;
    }
  sqlite3_finalize (statement);
  return rank;
}

/* The ids of the commits of a range; (transfer full) (nullable) */
static GBytes *
read_range (RelmMirror *self,
            int rank,
            GError **error)
{
  sqlite3_stmt *statement =
    relm_mirror_database_prepare (self->database, "SELECT commits FROM ranges WHERE tag = ?", error);
  GBytes *range = NULL;
  int result;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int (statement, 1, rank);
  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    range = g_bytes_new (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
  else if (result == SQLITE_DONE)
    range = g_bytes_new (NULL, 0);
  else
    relm_mirror_database_set_error (self->database, error);
  sqlite3_finalize (statement);
  return range;
}

/**
 * relm_mirror_append_commit:
 * @commits: (element-type RelmMirrorCommit): gets the commit, where there is one
 * @id: its number
 *
 * Returns: whether it could be looked for; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_append_commit (RelmMirror *self,
                           GPtrArray *commits,
                           gint32 id,
                           GError **error)
{
  int result;

  sqlite3_bind_int (self->commit, 1, id);
  result = sqlite3_step (self->commit);
  if (result == SQLITE_ROW)
    g_ptr_array_add (commits, read_commit (self, id));
  else if (result != SQLITE_DONE)
    relm_mirror_database_set_error (self->database, error);
  sqlite3_reset (self->commit);
  return result == SQLITE_ROW || result == SQLITE_DONE;
}

static GPtrArray *
list_range (RelmMirror *self,
            const char *tag,
            GError **error)
{
  g_autoptr (GPtrArray) commits = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_mirror_commit_free);
  g_autoptr (GBytes) range = NULL;
  const int rank = tag != NULL ? find_rank (self, tag, error) : RELM_MIRROR_UNRELEASED;
  const gint32 *ids;
  gsize size;

  range = rank >= 0 ? read_range (self, rank, error) : NULL;
  if (range == NULL)
    return NULL;
  ids = g_bytes_get_data (range, &size);
  for (gsize i = 0; i < size / sizeof *ids; i++)
    if (!relm_mirror_append_commit (self, commits, ids[i], error))
      return NULL;
  return g_steal_pointer (&commits);
}

/**
 * relm_mirror_open:
 * @path: where the mirror of a repository is
 *
 * A mirror that is not there is empty, and stays so for whoever opened it; one that is damaged, or that another version of
 * Relm made, is made anew.
 *
 * Returns: (transfer full) (nullable): it, for the calling thread; or %NULL and a RELM_MIRROR_ERROR
 */
RelmMirror *
relm_mirror_open (const char *path,
                  GError **error)
{
  g_autoptr (RelmMirror) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (RelmMirror, 1);
  /* It is not made here, because whoever fills it the first time does that faster in a file of its own. */
  if (g_access (path, F_OK) == 0 || errno != ENOENT)
    self->database = relm_mirror_database_open (path, &relm_mirror_schema_history, error);
  else
    self->database = relm_mirror_database_new (":memory:", &relm_mirror_schema_history, error);
  if (self->database == NULL)
    return NULL;
  self->commit = relm_mirror_database_prepare (self->database, SELECT_COMMIT, error);
  if (self->commit != NULL)
    self->author = relm_mirror_database_prepare (self->database, "SELECT name, email FROM authors WHERE id = ?", error);
  return self->author != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * relm_mirror_close:
 * @self: (nullable) (transfer full): a mirror
 */
void
relm_mirror_close (RelmMirror *self)
{
  if (self == NULL)
    return;
  sqlite3_finalize (self->commit);
  sqlite3_finalize (self->author);
  sqlite3_close (self->database);
  g_free (self);
}

/**
 * relm_mirror_list_tags:
 *
 * Returns: (transfer full) (element-type RelmMirrorTag) (nullable): all tags that name a commit, the newest release first:
 *   what others contain is older, else the greater version is newer; those that are no releases come last. Or %NULL and a
 *   RELM_MIRROR_ERROR
 */
GPtrArray *
relm_mirror_list_tags (RelmMirror *self,
                       GError **error)
{
  g_autoptr (GPtrArray) tags = NULL;
  sqlite3_stmt *statement;
  int result;

  g_return_val_if_fail (self != NULL, NULL);

  statement = relm_mirror_database_prepare (
    self->database, "SELECT name, oid, version, previous, time, flags, n_commits FROM tags ORDER BY rank", error);
  if (statement == NULL)
    return NULL;
  tags = g_ptr_array_new_with_free_func ((GDestroyNotify) relm_mirror_tag_free);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (tags, read_tag (statement));
  if (result != SQLITE_DONE)
    {
      relm_mirror_database_set_error (self->database, error);
      g_clear_pointer (&tags, g_ptr_array_unref);
    }
  sqlite3_finalize (statement);
  return g_steal_pointer (&tags);
}

/**
 * relm_mirror_list_commits:
 * @tag: (nullable): the name of a tag, or %NULL for what no release has yet
 *
 * Returns: (transfer full) (element-type RelmMirrorCommit) (nullable): the commits of its range, descendants before their
 *   ancestors; none if it is no release. Or %NULL and a RELM_MIRROR_ERROR
 */
GPtrArray *
relm_mirror_list_commits (RelmMirror *self,
                          const char *tag,
                          GError **error)
{
  GPtrArray *commits;

  g_return_val_if_fail (self != NULL, NULL);

  /* one snapshot, though somebody may be writing */
  if (!relm_mirror_database_exec (self->database, "BEGIN", error))
    return NULL;
  commits = list_range (self, tag, error);
  relm_mirror_database_exec (self->database, "ROLLBACK", NULL);
  return commits;
}

/**
 * relm_mirror_count_unreleased:
 *
 * Returns: how many commits no release has yet; 0 when that cannot be read
 */
guint
relm_mirror_count_unreleased (RelmMirror *self)
{
  g_autoptr (GBytes) range = NULL;

  g_return_val_if_fail (self != NULL, 0);

  range = read_range (self, RELM_MIRROR_UNRELEASED, NULL);
  return range != NULL ? (guint) (g_bytes_get_size (range) / sizeof (gint32)) : 0;
}

/**
 * relm_mirror_dup_state:
 * @key: what was given to relm_mirror_writer_set_state()
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
relm_mirror_dup_state (RelmMirror *self,
                       const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  return relm_mirror_database_dup_state (self->database, key);
}
