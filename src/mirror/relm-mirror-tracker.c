/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-mirror"

#include "config.h"

#include "relm-mirror-row-private.h"
#include "relm-mirror-tracker-private.h"

#define STEPS_BETWEEN 10000 /* of SQLite's machine, in which it is asked whether to go on: less than a millisecond */

/**
 * relm_mirror_tracker_open:
 * @path: where the mirror of a tracker is, or will be
 *
 * A file that is damaged or of another version is made anew.
 *
 * Returns: (transfer full) (nullable): the mirror; or %NULL and a RELM_MIRROR_ERROR
 */
RelmMirrorTracker *
relm_mirror_tracker_open (const char *path,
                          GError **error)
{
  sqlite3 *database;
  RelmMirrorTracker *self;

  g_return_val_if_fail (path != NULL, NULL);

  database = relm_mirror_database_open (path, &relm_mirror_schema_tracker, error);
  if (database == NULL)
    return NULL;
  self = g_new0 (RelmMirrorTracker, 1);
  self->database = database;
  relm_mirror_database_exec (database, "PRAGMA synchronous = NORMAL", NULL);
  return self;
}

static void
stop (RelmMirrorTracker *self)
{
  relm_mirror_tracker_roll_back (self);
  for (guint i = 0; i < RELM_MIRROR_N_ROW_KINDS; i++)
    {
      g_clear_pointer (&self->by_id[i], sqlite3_finalize);
      g_clear_pointer (&self->by_key[i], sqlite3_finalize);
      g_clear_pointer (&self->replace[i], sqlite3_finalize);
    }
}

/**
 * relm_mirror_tracker_close:
 * @self: (nullable) (transfer full): a mirror; what was begun and not committed did not happen
 */
void
relm_mirror_tracker_close (RelmMirrorTracker *self)
{
  if (self == NULL)
    return;
  stop (self);
  sqlite3_close (self->database);
  g_free (self);
}

/**
 * relm_mirror_tracker_get_path:
 *
 * Returns: (transfer none): where the mirror is, for another thread to open it
 */
const char *
relm_mirror_tracker_get_path (RelmMirrorTracker *self)
{
  return sqlite3_db_filename (self->database, NULL);
}

/**
 * relm_mirror_tracker_make_anew:
 *
 * For a mirror that is damaged in a place that was not looked at when it was opened: all of it is thrown away, so that it can
 * be read again.
 *
 * Returns: whether it is empty now; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_tracker_make_anew (RelmMirrorTracker *self,
                               GError **error)
{
  stop (self);
  return relm_mirror_database_make_anew (self->database, &relm_mirror_schema_tracker, error);
}

static sqlite3_stmt *
prepare_printf (RelmMirrorTracker *self,
                GError **error,
                const char *format,
                ...) G_GNUC_PRINTF (3, 4);

static sqlite3_stmt *
prepare_printf (RelmMirrorTracker *self,
                GError **error,
                const char *format,
                ...)
{
  g_autofree char *sql = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return relm_mirror_database_prepare (self->database, sql, error);
}

/**
 * relm_mirror_tracker_count:
 * @kind: of which kind
 *
 * Returns: how many there are
 */
guint
relm_mirror_tracker_count (RelmMirrorTracker *self,
                           RelmMirrorRowKind kind)
{
  sqlite3_stmt *statement = prepare_printf (self, NULL, "SELECT count(*) FROM %s", relm_mirror_row_get_table (kind));
  guint count = 0;

  if (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    count = (guint) sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return count;
}

/**
 * relm_mirror_tracker_list:
 * @kind: of which kind
 *
 * For people, labels, milestones and publications; of items there may be very many.
 *
 * Returns: (transfer full) (nullable): the rows in the order in which they came; or %NULL and a RELM_MIRROR_ERROR
 */
GPtrArray *
relm_mirror_tracker_list (RelmMirrorTracker *self,
                          RelmMirrorRowKind kind,
                          GError **error)
{
  g_autofree char *sql = relm_mirror_row_dup_select (kind, "ORDER BY rowid");
  sqlite3_stmt *statement = relm_mirror_database_prepare (self->database, sql, error);
  g_autoptr (GPtrArray) rows = relm_mirror_row_array_new (kind);
  int result;

  if (statement == NULL)
    return NULL;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (rows, relm_mirror_row_read (kind, statement));
  if (result != SQLITE_DONE)
    relm_mirror_database_set_error (self->database, error);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

static GArray *
collect_ids (RelmMirrorTracker *self,
             sqlite3_stmt *statement, /* (transfer full) */
             GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int result;

  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  if (result != SQLITE_DONE)
    relm_mirror_database_set_error (self->database, error);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE ? g_steal_pointer (&ids) : NULL;
}

/**
 * relm_mirror_tracker_list_ids:
 * @kind: of which kind
 * @tail: a constant of the program: “WHERE …”, “ORDER BY …”; or “”
 *
 * Returns: (transfer full) (element-type gint64) (nullable): what relm_mirror_tracker_read() takes; or %NULL and a
 *   RELM_MIRROR_ERROR
 */
GArray *
relm_mirror_tracker_list_ids (RelmMirrorTracker *self,
                              RelmMirrorRowKind kind,
                              const char *tail,
                              GError **error)
{
  sqlite3_stmt *statement = prepare_printf (self, error, "SELECT rowid FROM %s %s", relm_mirror_row_get_table (kind), tail);

  return statement != NULL ? collect_ids (self, statement, error) : NULL;
}

/* Asked while a statement runs. */
static int
is_cancelled_cb (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

/**
 * relm_mirror_tracker_search:
 * @words: (nullable): what an item's key, title or labels contain, or the name or login of who works on it; ASCII letters in
 *   either case
 * @open_only: whether only items that are not ended are wanted
 * @cancellable: (nullable): to end it at any moment
 *
 * With words it reads all items, which is for a worker thread with a mirror of its own; without, the index alone tells.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): items, the newest change first; or %NULL and a RELM_MIRROR_ERROR
 *   or %G_IO_ERROR_CANCELLED
 */
GArray *
relm_mirror_tracker_search (RelmMirrorTracker *self,
                            const char *words,
                            gboolean open_only,
                            GCancellable *cancellable,
                            GError **error)
{
  static const char found[] = " AND (instr (lower (key), ?1) OR instr (lower (title), ?1) OR"
                              " instr (lower (coalesce (labels, '')), ?1) OR instr (lower (coalesce (assignees, '')), ?1) OR"
                              " (assignees IS NOT NULL AND EXISTS (SELECT 1 FROM called WHERE"
                              " instr (char (10) || assignees || char (10), called.line))))";
  static const char called[] = "WITH called (line) AS MATERIALIZED (SELECT char (10) || key || char (10) FROM people"
                               " WHERE instr (lower (coalesce (name, '')), ?1)) ";
  g_autofree char *lower = words != NULL ? g_ascii_strdown (words, -1) : NULL;
  g_autoptr (GError) fault = NULL;
  const gboolean all = lower == NULL || *lower == '\0';
  GArray *ids = NULL;
  sqlite3_stmt *statement =
    prepare_printf (self, &fault, "%sSELECT rowid FROM items WHERE state <= %d%s ORDER BY updated DESC", all ? "" : called,
                    open_only ? RELM_MIRROR_ITEM_IN_PROGRESS : RELM_MIRROR_ITEM_DROPPED, all ? "" : found);

  if (statement != NULL && !all)
    sqlite3_bind_text (statement, 1, lower, -1, SQLITE_STATIC);
  if (cancellable != NULL)
    sqlite3_progress_handler (self->database, STEPS_BETWEEN, is_cancelled_cb, cancellable);
  if (statement != NULL)
    ids = collect_ids (self, statement, &fault);
  sqlite3_progress_handler (self->database, 0, NULL, NULL);
  if (ids == NULL && !g_cancellable_set_error_if_cancelled (cancellable, error))
    g_propagate_error (error, g_steal_pointer (&fault));
  return ids;
}

/* Prepared once, since a list asks for many. Returns: (nullable): it, ready for a value */
static sqlite3_stmt *
prepare_row (RelmMirrorTracker *self,
             sqlite3_stmt **statements,
             RelmMirrorRowKind kind,
             const char *tail)
{
  if (statements[kind] == NULL)
    {
      g_autofree char *sql = relm_mirror_row_dup_select (kind, tail);

      statements[kind] = relm_mirror_database_prepare (self->database, sql, NULL);
    }
  return statements[kind];
}

static gpointer
read_row (RelmMirrorRowKind kind,
          sqlite3_stmt *statement)
{
  gpointer row = sqlite3_step (statement) == SQLITE_ROW ? relm_mirror_row_read (kind, statement) : NULL;

  sqlite3_reset (statement);
  return row;
}

/**
 * relm_mirror_tracker_read:
 * @kind: of which kind
 * @id: one of relm_mirror_tracker_list_ids()
 *
 * Returns: (transfer full) (nullable): the row, for relm_mirror_row_free(); %NULL when it is gone
 */
gpointer
relm_mirror_tracker_read (RelmMirrorTracker *self,
                          RelmMirrorRowKind kind,
                          gint64 id)
{
  sqlite3_stmt *statement = prepare_row (self, self->by_id, kind, "WHERE rowid = ?");

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  return read_row (kind, statement);
}

/**
 * relm_mirror_tracker_find:
 * @kind: of which kind
 * @key: its key
 *
 * Returns: (transfer full) (nullable): the row, for relm_mirror_row_free()
 */
gpointer
relm_mirror_tracker_find (RelmMirrorTracker *self,
                          RelmMirrorRowKind kind,
                          const char *key)
{
  sqlite3_stmt *statement = prepare_row (self, self->by_key, kind, "WHERE key = ?");

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_TRANSIENT);
  return read_row (kind, statement);
}

/**
 * relm_mirror_tracker_list_closing:
 * @key: of an item
 *
 * Returns: (transfer full) (element-type RelmMirrorItem) (nullable): the merge requests that say they close it, the newest
 *   change first; or %NULL and a RELM_MIRROR_ERROR
 */
GPtrArray *
relm_mirror_tracker_list_closing (RelmMirrorTracker *self,
                                  const char *key,
                                  GError **error)
{
  g_autofree char *sql = relm_mirror_row_dup_select (
    RELM_MIRROR_ITEMS, "WHERE closes IS NOT NULL AND instr (char (10) || closes || char (10), char (10) || ?1 || char (10))"
                       " ORDER BY updated DESC");
  sqlite3_stmt *statement = relm_mirror_database_prepare (self->database, sql, error);
  g_autoptr (GPtrArray) rows = relm_mirror_row_array_new (RELM_MIRROR_ITEMS);
  int result;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (rows, relm_mirror_row_read (RELM_MIRROR_ITEMS, statement));
  if (result != SQLITE_DONE)
    relm_mirror_database_set_error (self->database, error);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

/**
 * relm_mirror_tracker_list_keys:
 * @kind: of which kind
 *
 * Returns: (transfer full) (element-type utf8 utf8) (nullable): a set of the keys; or %NULL and a RELM_MIRROR_ERROR
 */
GHashTable *
relm_mirror_tracker_list_keys (RelmMirrorTracker *self,
                               RelmMirrorRowKind kind,
                               GError **error)
{
  sqlite3_stmt *statement = prepare_printf (self, error, "SELECT key FROM %s", relm_mirror_row_get_table (kind));
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int result;

  if (statement == NULL)
    return NULL;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_hash_table_add (keys, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  if (result != SQLITE_DONE)
    relm_mirror_database_set_error (self->database, error);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE ? g_steal_pointer (&keys) : NULL;
}

/**
 * relm_mirror_tracker_dup_state:
 * @key: what was given to relm_mirror_tracker_set_state()
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
relm_mirror_tracker_dup_state (RelmMirrorTracker *self,
                               const char *key)
{
  return relm_mirror_database_dup_state (self->database, key);
}

/**
 * relm_mirror_tracker_get_number:
 * @key: what was given to relm_mirror_tracker_set_number()
 *
 * Returns: its value; 0 when there is none
 */
gint64
relm_mirror_tracker_get_number (RelmMirrorTracker *self,
                                const char *key)
{
  g_autofree char *value = relm_mirror_tracker_dup_state (self, key);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
}

/**
 * relm_mirror_tracker_begin:
 *
 * Waits, for a while, for another writer.
 *
 * Returns: whether what follows, until relm_mirror_tracker_commit(), happens at once or not at all; else a
 *   RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_tracker_begin (RelmMirrorTracker *self,
                           GError **error)
{
  g_return_val_if_fail (!self->open, FALSE);

  self->open = relm_mirror_database_exec (self->database, "BEGIN IMMEDIATE", error);
  return self->open;
}

static gboolean
put_row (RelmMirrorTracker *self,
         RelmMirrorRowKind kind,
         gconstpointer row,
         GError **error)
{
  gboolean done;

  if (self->replace[kind] == NULL)
    {
      g_autofree char *sql = relm_mirror_row_dup_replace (kind);

      self->replace[kind] = relm_mirror_database_prepare (self->database, sql, error);
      if (self->replace[kind] == NULL)
        return FALSE;
    }
  relm_mirror_row_bind (kind, row, self->replace[kind]);
  done = sqlite3_step (self->replace[kind]) == SQLITE_DONE;
  if (!done)
    relm_mirror_database_set_error (self->database, error);
  sqlite3_reset (self->replace[kind]);
  sqlite3_clear_bindings (self->replace[kind]);
  return done;
}

/**
 * relm_mirror_tracker_put:
 * @page: rows with keys; they take the place of those with the same keys
 *
 * Returns: whether all are stored; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_tracker_put (RelmMirrorTracker *self,
                         const RelmMirrorPage *page,
                         GError **error)
{
  g_return_val_if_fail (self->open, FALSE);

  for (guint kind = 0; kind < RELM_MIRROR_N_ROW_KINDS; kind++)
    for (guint i = 0; i < page->rows[kind]->len; i++)
      if (!put_row (self, kind, g_ptr_array_index (page->rows[kind], i), error))
        return FALSE;
  return TRUE;
}

static gboolean
run_with_texts (RelmMirrorTracker *self,
                sqlite3_stmt *statement,
                const char *first,
                const char *second,
                GError **error)
{
  gboolean done;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, first, -1, SQLITE_STATIC);
  if (second != NULL)
    sqlite3_bind_text (statement, 2, second, -1, SQLITE_STATIC);
  done = sqlite3_step (statement) == SQLITE_DONE;
  if (!done)
    relm_mirror_database_set_error (self->database, error);
  sqlite3_finalize (statement);
  return done;
}

/**
 * relm_mirror_tracker_remove:
 * @kind: of which kind
 * @key: what the tracker, asked for it, says is not there any more
 *
 * Returns: whether it is gone; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_tracker_remove (RelmMirrorTracker *self,
                            RelmMirrorRowKind kind,
                            const char *key,
                            GError **error)
{
  return run_with_texts (self, prepare_printf (self, error, "DELETE FROM %s WHERE key = ?", relm_mirror_row_get_table (kind)),
                         key, NULL, error);
}

/**
 * relm_mirror_tracker_set_state:
 * @key: a name
 * @value: (nullable): what to keep under it; %NULL to forget it
 *
 * Returns: whether it is kept; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_tracker_set_state (RelmMirrorTracker *self,
                               const char *key,
                               const char *value,
                               GError **error)
{
  const char *sql = value != NULL ? "REPLACE INTO state (key, value) VALUES (?, ?)" : "DELETE FROM state WHERE key = ?";

  return run_with_texts (self, relm_mirror_database_prepare (self->database, sql, error), key, value, error);
}

/**
 * relm_mirror_tracker_set_number:
 * @key: a name
 * @value: what to keep under it
 *
 * Returns: whether it is kept; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_tracker_set_number (RelmMirrorTracker *self,
                                const char *key,
                                gint64 value,
                                GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  return relm_mirror_tracker_set_state (self, key, text, error);
}

/**
 * relm_mirror_tracker_commit:
 *
 * Returns: whether all since relm_mirror_tracker_begin() is kept; else nothing of it, and a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_tracker_commit (RelmMirrorTracker *self,
                            GError **error)
{
  g_return_val_if_fail (self->open, FALSE);

  if (!relm_mirror_database_exec (self->database, "COMMIT", error))
    {
      relm_mirror_tracker_roll_back (self);
      return FALSE;
    }
  self->open = FALSE;
  return TRUE;
}

/**
 * relm_mirror_tracker_roll_back:
 *
 * Nothing since relm_mirror_tracker_begin() happened.
 */
void
relm_mirror_tracker_roll_back (RelmMirrorTracker *self)
{
  if (self->open)
    relm_mirror_database_exec (self->database, "ROLLBACK", NULL);
  self->open = FALSE;
}
