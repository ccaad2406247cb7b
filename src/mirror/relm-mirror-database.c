/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-mirror"

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "relm-mirror-database.h"
#include "relm-mirror-error.h"

#define APPLICATION_ID 0x52656c6d /* “Relm” */
#define SCHEMA_VERSION 1
#define BUSY_TIMEOUT_MS (20 * 1000)

#define STRINGIFY_VALUE(x) #x
#define STRINGIFY(x) STRINGIFY_VALUE (x)

/*
 * commits: what is shown; “id” counts them in the order in which they were found, and is what all else refers to.
 * graph: chunks of commits from “first” on: their object ids, the times of commit, and per commit how many parents it has
 * and their ids.
 * authors: as they are written in commits, and what the mailmap makes of them; a changed mailmap touches only this table.
 * ranges: the ids of the commits of a tag, newest first. Numbers in blobs are 32 bits wide, times
 * 64, in the order of this machine.
 */
static const char schema[] =
  "CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
  "CREATE TABLE authors (id INTEGER PRIMARY KEY, raw_name TEXT NOT NULL, raw_email TEXT NOT NULL,"
  " name TEXT NOT NULL, email TEXT NOT NULL);"
  "CREATE TABLE commits (id INTEGER PRIMARY KEY, oid BLOB NOT NULL, author INTEGER NOT NULL, time INTEGER NOT NULL,"
  " flags INTEGER NOT NULL, subject TEXT NOT NULL, body TEXT, type TEXT, scope TEXT, description TEXT,"
  " breaking_note TEXT, reverts TEXT, refs TEXT, co_authors BLOB);"
  "CREATE TABLE graph (first INTEGER PRIMARY KEY, oids BLOB NOT NULL, times BLOB NOT NULL, parents BLOB NOT NULL);"
  "CREATE TABLE tags (rank INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, oid BLOB NOT NULL, version TEXT,"
  " previous TEXT, time INTEGER NOT NULL, flags INTEGER NOT NULL, n_commits INTEGER NOT NULL);"
  "CREATE TABLE ranges (tag INTEGER PRIMARY KEY, commits BLOB NOT NULL);";

/**
 * relm_mirror_database_set_error:
 * @database: where a call failed
 * @error: set to a RELM_MIRROR_ERROR
 */
void
relm_mirror_database_set_error (sqlite3 *database,
                                GError **error)
{
  switch (sqlite3_errcode (database))
    {
    case SQLITE_FULL:
      g_set_error (error, RELM_MIRROR_ERROR, RELM_MIRROR_ERROR_NO_SPACE,
                   _ ("The disk is too full for the history of the project. Make room and try again."));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, RELM_MIRROR_ERROR, RELM_MIRROR_ERROR_BUSY,
                   _ ("Another window is reading the history of this project. Try again when it is done."));
      break;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      g_set_error (error, RELM_MIRROR_ERROR, RELM_MIRROR_ERROR_PERMISSION,
                   _ ("The cache folder cannot be written. Check its permissions and try again."));
      break;
    default:
      /* Translators: what SQLite says went wrong, in English */
      g_set_error (error, RELM_MIRROR_ERROR, RELM_MIRROR_ERROR_FAILED,
                   _ ("The stored history of the project cannot be used: %s. Try again."), sqlite3_errmsg (database));
    }
}

/**
 * relm_mirror_database_exec:
 * @database: a database
 * @sql: statements without results
 *
 * Returns: whether all of them ran; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_database_exec (sqlite3 *database,
                           const char *sql,
                           GError **error)
{
  if (sqlite3_exec (database, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  relm_mirror_database_set_error (database, error);
  return FALSE;
}

/**
 * relm_mirror_database_prepare:
 * @database: a database
 * @sql: one statement that is run several times
 *
 * Returns: (transfer full) (nullable): it, to be ended with sqlite3_finalize(); or %NULL and a RELM_MIRROR_ERROR
 */
sqlite3_stmt *
relm_mirror_database_prepare (sqlite3 *database,
                              const char *sql,
                              GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v3 (database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    relm_mirror_database_set_error (database, error);
  return statement;
}

/**
 * relm_mirror_database_dup_state:
 * @database: a database
 * @key: a key of the table “state”
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
relm_mirror_database_dup_state (sqlite3 *database,
                                const char *key)
{
  sqlite3_stmt *statement = relm_mirror_database_prepare (database, "SELECT value FROM state WHERE key = ?", NULL);
  char *value = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_ROW)
    value = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return value;
}

static gboolean
read_number (sqlite3 *database,
             const char *sql,
             int *number)
{
  sqlite3_stmt *statement = NULL;
  gboolean found = FALSE;

  if (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    {
      *number = sqlite3_column_int (statement, 0);
      found = TRUE;
    }
  sqlite3_finalize (statement);
  return found;
}

static gboolean
is_damaged (int code)
{
  return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB || (code & 0xff) == SQLITE_FORMAT;
}

/* Returns an SQLite code. Two programs may want to make the tables at the same time: the second finds them. */
static int
make_tables (sqlite3 *database)
{
  int application = 0, version = 0;
  int result = sqlite3_exec (database, "BEGIN IMMEDIATE", NULL, NULL, NULL);

  if (result != SQLITE_OK)
    return result;
  if (read_number (database, "PRAGMA application_id", &application) &&
      read_number (database, "PRAGMA user_version", &version) && version == SCHEMA_VERSION &&
      application == APPLICATION_ID)
    return sqlite3_exec (database, "ROLLBACK", NULL, NULL, NULL);

  result = sqlite3_exec (database, schema, NULL, NULL, NULL);
  if (result == SQLITE_OK)
    result = sqlite3_exec (database,
                           "PRAGMA application_id = " STRINGIFY (APPLICATION_ID) ";"
                           "PRAGMA user_version = " STRINGIFY (SCHEMA_VERSION) ";"
                           "COMMIT",
                           NULL, NULL, NULL);
  if (result != SQLITE_OK)
    sqlite3_exec (database, "ROLLBACK", NULL, NULL, NULL);
  return result;
}

/* Whether the tables are ours; *code is an SQLite code when that cannot be known. */
static gboolean
is_current (sqlite3 *database,
            int *code)
{
  int application = 0, version = 0, tables = 0;

  if (!read_number (database, "PRAGMA application_id", &application) ||
      !read_number (database, "PRAGMA user_version", &version) ||
      !read_number (database, "SELECT count(*) FROM sqlite_schema", &tables))
    {
      *code = sqlite3_errcode (database);
      return FALSE;
    }
  *code = SQLITE_OK;
  return application == APPLICATION_ID && version == SCHEMA_VERSION && tables > 0;
}

static gboolean
is_empty (sqlite3 *database)
{
  int tables = 0;

  return read_number (database, "SELECT count(*) FROM sqlite_schema", &tables) && tables == 0;
}

static sqlite3 *
connect_to (const char *path)
{
  sqlite3 *database = NULL;

  sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
  if (database != NULL)
    {
      sqlite3_busy_timeout (database, BUSY_TIMEOUT_MS);
      sqlite3_db_config (database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
      sqlite3_db_config (database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    }
  return database;
}

static void
remove_files (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

static gboolean
make_parent (const char *path,
             GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);

  if (g_mkdir_with_parents (parent, 0700) == 0)
    return TRUE;
  g_set_error (error, RELM_MIRROR_ERROR, errno == ENOSPC ? RELM_MIRROR_ERROR_NO_SPACE : RELM_MIRROR_ERROR_PERMISSION,
               _ ("The cache folder %s cannot be made: %s. Check its permissions and try again."), parent,
               g_strerror (errno));
  return FALSE;
}

/**
 * relm_mirror_database_open:
 * @path: a file; it and the folders above it are made when they are not there
 *
 * Returns: (transfer full) (nullable): the database with all its tables, to be ended with sqlite3_close(); or %NULL and a
 *   RELM_MIRROR_ERROR
 */
sqlite3 *
relm_mirror_database_open (const char *path,
                           GError **error)
{
  sqlite3 *database;
  int code;

  if (!make_parent (path, error))
    return NULL;

  database = connect_to (path);
  if (!is_current (database, &code) && (is_damaged (code) || (code == SQLITE_OK && !is_empty (database))))
    {
      g_debug ("%s is made anew: %s", path, code == SQLITE_OK ? "another version" : sqlite3_errstr (code));
      sqlite3_close (database);
      remove_files (path);
      database = connect_to (path);
      code = SQLITE_OK;
    }
  if (code != SQLITE_OK || !relm_mirror_database_exec (database, "PRAGMA journal_mode = WAL", NULL) ||
      make_tables (database) != SQLITE_OK)
    {
      relm_mirror_database_set_error (database, error);
      g_clear_pointer (&database, sqlite3_close);
    }
  return database;
}
