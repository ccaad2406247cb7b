/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-mirror"

#include "config.h"

#include "relm-mirror-database.h"
#include "relm-mirror-first.h"
#include "relm-mirror-private.h"
#include "relm-mirror-writer.h"

typedef enum
{
  SET_AUTHOR,
  ADD_COMMIT,
  ADD_GRAPH,
  ADD_TAG,
  ADD_RANGE,
  SET_STATE,
  N_STATEMENTS
} Statement;

static const char *const statement_sql[] = {
  [SET_AUTHOR] = "REPLACE INTO authors (id, raw_name, raw_email, name, email) VALUES (?, ?, ?, ?, ?)",
  [ADD_COMMIT] = "INSERT INTO commits (id, oid, author, time, flags, subject, body, type, scope, description,"
                 " breaking_note, reverts, refs, co_authors) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  [ADD_GRAPH] = "INSERT INTO graph (first, oids, times, parents) VALUES (?, ?, ?, ?)",
  [ADD_TAG] = "INSERT INTO tags (rank, name, oid, version, previous, time, flags, n_commits)"
              " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  [ADD_RANGE] = "INSERT INTO ranges (tag, commits) VALUES (?, ?)",
  [SET_STATE] = "REPLACE INTO state (key, value) VALUES (?, ?)",
};

struct _RelmMirrorWriter
{
  sqlite3 *database;
  RelmMirrorFirst *first; /* where the mirror is made; NULL when it is there already */
  sqlite3_stmt *statements[N_STATEMENTS];
  gboolean open; /* the transaction is */
};

static void
bind_text (sqlite3_stmt *statement,
           int column,
           const char *text)
{
  if (text != NULL)
    sqlite3_bind_text (statement, column, text, -1, SQLITE_STATIC);
  else
    sqlite3_bind_null (statement, column);
}

/* An empty blob is a blob, and not NULL, though its address may be. */
static void
bind_blob (sqlite3_stmt *statement,
           int column,
           gconstpointer bytes,
           gsize size)
{
  if (size > 0)
    sqlite3_bind_blob64 (statement, column, bytes, size, SQLITE_STATIC);
  else
    sqlite3_bind_zeroblob (statement, column, 0);
}

static gboolean
run (RelmMirrorWriter *self,
     Statement which,
     GError **error)
{
  const gboolean done = sqlite3_step (self->statements[which]) == SQLITE_DONE;

  if (!done)
    relm_mirror_database_set_error (self->database, error);
  sqlite3_reset (self->statements[which]);
  return done;
}

static gboolean
open_database (RelmMirrorWriter *self,
               const char *path,
               GError **error)
{
  GError *local_error = NULL;

  self->first = relm_mirror_first_new (path, &self->database, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (self->first == NULL)
    self->database = relm_mirror_database_open (path, &relm_mirror_schema_history, error);
  return self->database != NULL;
}

static void
close_database (RelmMirrorWriter *self)
{
  for (guint i = 0; i < N_STATEMENTS; i++)
    g_clear_pointer (&self->statements[i], sqlite3_finalize);
  if (self->open)
    relm_mirror_database_exec (self->database, "ROLLBACK", NULL);
  self->open = FALSE;
  g_clear_pointer (&self->database, sqlite3_close);
}

/**
 * relm_mirror_writer_new:
 * @path: where the mirror of a repository is, or will be
 *
 * Waits, for a while, for another writer.
 *
 * Returns: (transfer full) (nullable): a writer with an open transaction; or %NULL and a RELM_MIRROR_ERROR
 */
RelmMirrorWriter *
relm_mirror_writer_new (const char *path,
                        GError **error)
{
  g_autoptr (RelmMirrorWriter) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (RelmMirrorWriter, 1);
  if (!open_database (self, path, error))
    return NULL;
  for (guint i = 0; i < N_STATEMENTS; i++)
    {
      self->statements[i] = relm_mirror_database_prepare (self->database, statement_sql[i], error);
      if (self->statements[i] == NULL)
        return NULL;
    }
  /* what a power cut destroys is made anew */
  if (!relm_mirror_database_exec (self->database, "PRAGMA synchronous = OFF; BEGIN IMMEDIATE", error))
    return NULL;
  self->open = TRUE;
  return g_steal_pointer (&self);
}

/* Private. Returns: (transfer none): what it writes into, for another file of this folder */
sqlite3 *
relm_mirror_writer_get_database (RelmMirrorWriter *self)
{
  return self->database;
}

/**
 * relm_mirror_writer_free:
 * @self: (nullable) (transfer full): a writer; what it did not commit did not happen
 */
void
relm_mirror_writer_free (RelmMirrorWriter *self)
{
  if (self == NULL)
    return;
  close_database (self);
  relm_mirror_first_free (self->first);
  g_free (self);
}

/**
 * relm_mirror_graph_free:
 * @graph: (nullable) (transfer full): a graph
 */
void
relm_mirror_graph_free (RelmMirrorGraph *graph)
{
  if (graph == NULL)
    return;
  g_byte_array_unref (graph->oids);
  g_array_unref (graph->times);
  g_array_unref (graph->parents);
  g_free (graph);
}

/**
 * relm_mirror_writer_load_graph:
 *
 * Returns: (transfer full) (nullable): the commits that are there already; or %NULL and a RELM_MIRROR_ERROR
 */
RelmMirrorGraph *
relm_mirror_writer_load_graph (RelmMirrorWriter *self,
                               GError **error)
{
  g_autoptr (RelmMirrorGraph) graph = NULL;
  sqlite3_stmt *statement;
  int result;

  g_return_val_if_fail (self != NULL, NULL);

  statement = relm_mirror_database_prepare (self->database, "SELECT oids, times, parents FROM graph ORDER BY first", error);
  if (statement == NULL)
    return NULL;
  graph = g_new0 (RelmMirrorGraph, 1);
  graph->oids = g_byte_array_new ();
  graph->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  graph->parents = g_array_new (FALSE, FALSE, sizeof (gint32));
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_byte_array_append (graph->oids, sqlite3_column_blob (statement, 0),
                           (guint) sqlite3_column_bytes (statement, 0));
      g_array_append_vals (graph->times, sqlite3_column_blob (statement, 1),
                           (guint) sqlite3_column_bytes (statement, 1) / sizeof (gint64));
      g_array_append_vals (graph->parents, sqlite3_column_blob (statement, 2),
                           (guint) sqlite3_column_bytes (statement, 2) / sizeof (gint32));
    }
  graph->n_commits = graph->oids->len / RELM_MIRROR_OID_BYTES;
  if (result != SQLITE_DONE)
    {
      relm_mirror_database_set_error (self->database, error);
      g_clear_pointer (&graph, relm_mirror_graph_free);
    }
  sqlite3_finalize (statement);
  return g_steal_pointer (&graph);
}

/**
 * relm_mirror_writer_load_authors:
 * @func: (scope call): called for each author, by id
 *
 * Returns: whether all could be read; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_writer_load_authors (RelmMirrorWriter *self,
                                 RelmMirrorAuthorFunc func,
                                 gpointer user_data,
                                 GError **error)
{
  sqlite3_stmt *statement;
  int result;

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);

  statement =
    relm_mirror_database_prepare (self->database, "SELECT id, raw_name, raw_email FROM authors ORDER BY id", error);
  if (statement == NULL)
    return FALSE;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    func ((guint) sqlite3_column_int (statement, 0), (const char *) sqlite3_column_text (statement, 1),
          (const char *) sqlite3_column_text (statement, 2), user_data);
  if (result != SQLITE_DONE)
    relm_mirror_database_set_error (self->database, error);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE;
}

/**
 * relm_mirror_writer_dup_state:
 * @key: what was given to relm_mirror_writer_set_state()
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
relm_mirror_writer_dup_state (RelmMirrorWriter *self,
                              const char *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  return relm_mirror_database_dup_state (self->database, key);
}

/**
 * relm_mirror_writer_clear:
 *
 * Empties the mirror.
 *
 * Returns: whether it did; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_writer_clear (RelmMirrorWriter *self,
                          GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return relm_mirror_database_exec (self->database,
                                    "DELETE FROM state; DELETE FROM authors; DELETE FROM commits; DELETE FROM graph;"
                                    "DELETE FROM tags; DELETE FROM ranges; DELETE FROM paths",
                                    error);
}

/**
 * relm_mirror_writer_set_author:
 * @id: the number of a new author, or one that is there already
 * @raw_name: as it is written in commits
 * @raw_email: as it is written in commits
 * @name: what the mailmap makes of it
 * @email: what the mailmap makes of it
 *
 * Returns: whether it is stored; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_writer_set_author (RelmMirrorWriter *self,
                               guint id,
                               const char *raw_name,
                               const char *raw_email,
                               const char *name,
                               const char *email,
                               GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL && self->open, FALSE);

  statement = self->statements[SET_AUTHOR];
  sqlite3_bind_int (statement, 1, (int) id);
  bind_text (statement, 2, raw_name);
  bind_text (statement, 3, raw_email);
  bind_text (statement, 4, name);
  bind_text (statement, 5, email);
  return run (self, SET_AUTHOR, error);
}

/**
 * relm_mirror_writer_add_commit:
 * @id: its number
 * @commit: what to store
 *
 * Returns: whether it is stored; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_writer_add_commit (RelmMirrorWriter *self,
                               guint id,
                               const RelmMirrorNewCommit *commit,
                               GError **error)
{
  g_autofree char *references = NULL;
  sqlite3_stmt *statement;
  int flags;

  g_return_val_if_fail (self != NULL && self->open, FALSE);

  statement = self->statements[ADD_COMMIT];
  flags = (commit->n_parents > 1 ? RELM_MIRROR_COMMIT_MERGE : 0) | (commit->breaking ? RELM_MIRROR_COMMIT_BREAKING : 0);
  if (commit->references != NULL && commit->references[0] != NULL)
    references = g_strjoinv ("\n", (char **) commit->references);

  sqlite3_bind_int (statement, 1, (int) id);
  sqlite3_bind_blob (statement, 2, commit->oid, RELM_MIRROR_OID_BYTES, SQLITE_STATIC);
  sqlite3_bind_int (statement, 3, (int) commit->author);
  sqlite3_bind_int64 (statement, 4, commit->time);
  sqlite3_bind_int (statement, 5, flags);
  bind_text (statement, 6, commit->subject);
  bind_text (statement, 7, commit->body);
  bind_text (statement, 8, commit->type);
  bind_text (statement, 9, commit->scope);
  bind_text (statement, 10, commit->description);
  bind_text (statement, 11, commit->breaking_note);
  bind_text (statement, 12, commit->reverts);
  bind_text (statement, 13, references);
  if (commit->n_co_authors > 0)
    bind_blob (statement, 14, commit->co_authors, commit->n_co_authors * sizeof *commit->co_authors);
  else
    sqlite3_bind_null (statement, 14);
  return run (self, ADD_COMMIT, error);
}

/**
 * relm_mirror_writer_add_graph:
 * @first: the id of the first commit of this part
 * @n_commits: how many there are in it
 * @oids: their object ids
 * @times: when they were committed, Unix seconds
 * @parents: for each how many parents it has, then their ids
 * @n_parents: the length of @parents
 *
 * Returns: whether it is stored; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_writer_add_graph (RelmMirrorWriter *self,
                              guint first,
                              guint n_commits,
                              const guint8 *oids,
                              const gint64 *times,
                              const gint32 *parents,
                              gsize n_parents,
                              GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL && self->open, FALSE);

  statement = self->statements[ADD_GRAPH];
  sqlite3_bind_int (statement, 1, (int) first);
  bind_blob (statement, 2, oids, (gsize) n_commits * RELM_MIRROR_OID_BYTES);
  bind_blob (statement, 3, times, n_commits * sizeof *times);
  bind_blob (statement, 4, parents, n_parents * sizeof *parents);
  return run (self, ADD_GRAPH, error);
}

/**
 * relm_mirror_writer_clear_tags:
 *
 * Returns: whether the tags and the ranges are gone; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_writer_clear_tags (RelmMirrorWriter *self,
                               GError **error)
{
  g_return_val_if_fail (self != NULL && self->open, FALSE);

  return relm_mirror_database_exec (self->database, "DELETE FROM tags; DELETE FROM ranges", error);
}

static gboolean
parse_hex (const char *hex,
           guint8 bytes[RELM_MIRROR_OID_BYTES])
{
  for (guint i = 0; i < RELM_MIRROR_OID_BYTES; i++)
    {
      const int high = g_ascii_xdigit_value (hex[2 * i]);
      const int low = high >= 0 ? g_ascii_xdigit_value (hex[2 * i + 1]) : -1;

      if (low < 0)
        return FALSE;
      bytes[i] = (guint8) (high << 4 | low);
    }
  return hex[2 * RELM_MIRROR_OID_BYTES] == '\0';
}

/**
 * relm_mirror_writer_add_tag:
 * @rank: 1 for the newest release
 * @tag: what to store
 *
 * Returns: whether it is stored; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_writer_add_tag (RelmMirrorWriter *self,
                            guint rank,
                            const RelmMirrorTag *tag,
                            GError **error)
{
  guint8 oid[RELM_MIRROR_OID_BYTES];
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL && self->open && rank > RELM_MIRROR_UNRELEASED, FALSE);
  g_return_val_if_fail (parse_hex (tag->oid, oid), FALSE);

  statement = self->statements[ADD_TAG];
  sqlite3_bind_int (statement, 1, (int) rank);
  bind_text (statement, 2, tag->name);
  sqlite3_bind_blob (statement, 3, oid, sizeof oid, SQLITE_STATIC);
  bind_text (statement, 4, tag->version);
  bind_text (statement, 5, tag->previous);
  sqlite3_bind_int64 (statement, 6, tag->time);
  sqlite3_bind_int (statement, 7, (tag->annotated ? RELM_MIRROR_TAG_ANNOTATED : 0) |
                                    (tag->prerelease ? RELM_MIRROR_TAG_PRERELEASE : 0));
  sqlite3_bind_int (statement, 8, (int) tag->n_commits);
  return run (self, ADD_TAG, error);
}

/**
 * relm_mirror_writer_add_range:
 * @rank: that of a tag, or 0 for what no release has yet
 * @commits: ids, descendants first
 * @n_commits: how many
 *
 * Returns: whether it is stored; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_writer_add_range (RelmMirrorWriter *self,
                              guint rank,
                              const gint32 *commits,
                              gsize n_commits,
                              GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL && self->open, FALSE);

  statement = self->statements[ADD_RANGE];
  sqlite3_bind_int (statement, 1, (int) rank);
  bind_blob (statement, 2, commits, n_commits * sizeof *commits);
  return run (self, ADD_RANGE, error);
}

/**
 * relm_mirror_writer_set_state:
 * @key: a name
 * @value: what relm_mirror_dup_state() gives for it
 *
 * Returns: whether it is stored; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_writer_set_state (RelmMirrorWriter *self,
                              const char *key,
                              const char *value,
                              GError **error)
{
  g_return_val_if_fail (self != NULL && self->open && key != NULL && value != NULL, FALSE);

  bind_text (self->statements[SET_STATE], 1, key);
  bind_text (self->statements[SET_STATE], 2, value);
  return run (self, SET_STATE, error);
}

/**
 * relm_mirror_writer_commit:
 *
 * Makes all of it visible at once. The writer can do nothing more.
 *
 * Returns: whether it is stored; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_writer_commit (RelmMirrorWriter *self,
                           GError **error)
{
  g_return_val_if_fail (self != NULL && self->open, FALSE);

  if (!relm_mirror_database_exec (self->database, "COMMIT", error))
    return FALSE;
  self->open = FALSE;
  if (self->first == NULL)
    return TRUE;
  /* how others will write it */
  if (!relm_mirror_database_exec (self->database, "PRAGMA journal_mode = WAL", error))
    return FALSE;
  close_database (self);
  return relm_mirror_first_put_in_place (self->first, error);
}
