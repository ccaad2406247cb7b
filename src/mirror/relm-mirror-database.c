/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-mirror"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "relm-mirror-database.h"
#include "relm-mirror-error.h"

#define BUSY_TIMEOUT_MS (20 * 1000)
#define LOCK_PAUSE_US 20000

static void
set_busy_error (GError **error)
{
  g_set_error (error, RELM_MIRROR_ERROR, RELM_MIRROR_ERROR_BUSY,
               _ ("Another window is reading this source. Try again when it is done."));
}

static gboolean
is_damaged (int code)
{
  return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB || (code & 0xff) == SQLITE_FORMAT;
}

/* Also quotas, and limits of this process. */
static gboolean
is_full (sqlite3 *database)
{
  const int code = sqlite3_system_errno (database);

  return sqlite3_errcode (database) == SQLITE_FULL ||
         ((sqlite3_errcode (database) & 0xff) == SQLITE_IOERR && (code == ENOSPC || code == EDQUOT || code == EFBIG));
}

/* Returns FALSE when it is another one. */
static gboolean
set_plain_error (sqlite3 *database,
                 GError **error)
{
  if (is_full (database))
    g_set_error (error, RELM_MIRROR_ERROR, RELM_MIRROR_ERROR_NO_SPACE,
                 _ ("The disk is too full for what the source says. Make room and try again."));
  else if (is_damaged (sqlite3_errcode (database)))
    g_set_error (error, RELM_MIRROR_ERROR, RELM_MIRROR_ERROR_DAMAGED,
                 _ ("What was stored of the source is damaged. Read the source again."));
  else
    return FALSE;
  return TRUE;
}

/**
 * relm_mirror_database_set_error:
 * @database: where a call failed
 * @error: set to a RELM_MIRROR_ERROR
 */
void
relm_mirror_database_set_error (sqlite3 *database,
                                GError **error)
{
  if (set_plain_error (database, error))
    return;
  switch (sqlite3_errcode (database))
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      set_busy_error (error);
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
                   _ ("What was stored of the source cannot be used: %s. Try again."), sqlite3_errmsg (database));
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

/* What a file says of itself, all of one moment. */
typedef struct
{
  int application;
  int version;
  int n_tables;
} Identity;

/* Returns an SQLite code. */
static int
read_identity (sqlite3 *database,
               Identity *identity)
{
  int result = sqlite3_exec (database, "BEGIN", NULL, NULL, NULL);

  if (result != SQLITE_OK)
    return result;
  if (!read_number (database, "PRAGMA application_id", &identity->application) ||
      !read_number (database, "PRAGMA user_version", &identity->version) ||
      !read_number (database, "SELECT count(*) FROM sqlite_schema", &identity->n_tables))
    result = sqlite3_errcode (database);
  sqlite3_exec (database, "ROLLBACK", NULL, NULL, NULL);
  return result;
}

/* Whether the tables are ours; *code is an SQLite code when that cannot be known. */
static gboolean
is_current (sqlite3 *database,
            const RelmMirrorSchema *schema,
            int *code)
{
  Identity identity = { 0 };

  *code = read_identity (database, &identity);
  return *code == SQLITE_OK && identity.application == schema->application && identity.version == schema->version &&
         identity.n_tables > 0;
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
set_file_error (const char *path,
                GError **error)
{
  const int code = errno;

  g_set_error (error, RELM_MIRROR_ERROR, code == ENOSPC ? RELM_MIRROR_ERROR_NO_SPACE : RELM_MIRROR_ERROR_PERMISSION,
               _ ("%s in the cache cannot be made: %s. Check the permissions there and try again."), path,
               g_strerror (code));
}

static gboolean
make_parent (const char *path,
             GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);

  if (g_mkdir_with_parents (parent, 0700) == 0)
    return TRUE;
  set_file_error (parent, error);
  return FALSE;
}

/* Whatever was in it is gone, for all who have it open, even if it was no database.
 * https://www.sqlite.org/c3ref/c_dbconfig_defensive.html#sqlitedbconfigresetdatabase */
static gboolean
reset (sqlite3 *database,
       GError **error)
{
  gboolean done;

  sqlite3_db_config (database, SQLITE_DBCONFIG_RESET_DATABASE, 1, NULL);
  done = relm_mirror_database_exec (database, "VACUUM", error);
  sqlite3_db_config (database, SQLITE_DBCONFIG_RESET_DATABASE, 0, NULL);
  return done;
}

static gboolean
make_tables (sqlite3 *database,
             const RelmMirrorSchema *schema,
             GError **error)
{
  g_autofree char *tables = schema->dup_sql ();
  g_autofree char *identity =
    g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT", schema->application, schema->version);

  if (relm_mirror_database_exec (database, "BEGIN IMMEDIATE", error) && relm_mirror_database_exec (database, tables, error) &&
      relm_mirror_database_exec (database, identity, error))
    return TRUE;
  if (!sqlite3_get_autocommit (database))
    sqlite3_exec (database, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/* One at a time, whatever program: a second one finds what the first one made. */
static gboolean
make_anew (sqlite3 *database,
           const RelmMirrorSchema *schema,
           GError **error)
{
  int code;

  if (is_current (database, schema, &code))
    return TRUE;
  if (code != SQLITE_OK && !is_damaged (code))
    {
      relm_mirror_database_set_error (database, error);
      return FALSE;
    }
  g_debug ("%s is made anew: %s", sqlite3_db_filename (database, NULL),
           code == SQLITE_OK ? "empty, or of another version" : sqlite3_errstr (code));
  return reset (database, error) && relm_mirror_database_exec (database, "PRAGMA journal_mode = WAL", error) &&
         make_tables (database, schema, error);
}

/**
 * relm_mirror_database_lock:
 * @path: where a database is, or will be
 *
 * Waits, for a while, until nobody else makes the database.
 *
 * Returns: a file descriptor, which ends the lock when it is closed; or -1 and a RELM_MIRROR_ERROR
 */
int
relm_mirror_database_lock (const char *path,
                           GError **error)
{
  g_autofree char *name = g_strconcat (path, ".lock", NULL);
  const gint64 end = g_get_monotonic_time () + BUSY_TIMEOUT_MS * (gint64) 1000;
  int fd;

  if (!make_parent (path, error))
    return -1;
  fd = g_open (name, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
  while (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      if ((errno == EWOULDBLOCK || errno == EINTR) && g_get_monotonic_time () < end)
        {
          g_usleep (LOCK_PAUSE_US);
          continue;
        }
      if (errno == EWOULDBLOCK)
        set_busy_error (error);
      else
        set_file_error (name, error);
      close (fd);
      return -1;
    }
  if (fd < 0)
    set_file_error (name, error);
  return fd;
}

/**
 * relm_mirror_database_new:
 * @path: a file that is not there; or “:memory:”
 * @schema: its tables
 *
 * Returns: (transfer full): a database with all its tables, to be ended with sqlite3_close(); or %NULL and a
 *   RELM_MIRROR_ERROR
 */
sqlite3 *
relm_mirror_database_new (const char *path,
                          const RelmMirrorSchema *schema,
                          GError **error)
{
  sqlite3 *database = connect_to (path);

  /* Nobody else sees it, so it needs no journal that can be read beside it. */
  if (!relm_mirror_database_exec (database, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY", error) ||
      !make_tables (database, schema, error))
    g_clear_pointer (&database, sqlite3_close);
  return database;
}

/**
 * relm_mirror_database_open:
 * @path: a file; it and the folders above it are made when they are not there
 * @schema: its tables
 *
 * Returns: (transfer full) (nullable): the database with all its tables, to be ended with sqlite3_close(); or %NULL and a
 *   RELM_MIRROR_ERROR
 */
sqlite3 *
relm_mirror_database_open (const char *path,
                           const RelmMirrorSchema *schema,
                           GError **error)
{
  sqlite3 *database;
  gboolean made;
  int code, fd;

  if (!make_parent (path, error))
    return NULL;

  database = connect_to (path);
  if (is_current (database, schema, &code))
    return database;

  fd = relm_mirror_database_lock (path, error);
  made = fd >= 0 && make_anew (database, schema, error);
  if (fd >= 0)
    close (fd);
  if (!made)
    g_clear_pointer (&database, sqlite3_close);
  return database;
}

/**
 * relm_mirror_database_make_anew:
 * @database: a database that is damaged, without anything open in it
 * @schema: its tables
 *
 * Whatever was in it is gone, for all who have it open.
 *
 * Returns: whether it has empty tables; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_database_make_anew (sqlite3 *database,
                                const RelmMirrorSchema *schema,
                                GError **error)
{
  const int fd = relm_mirror_database_lock (sqlite3_db_filename (database, NULL), error);
  const gboolean made = fd >= 0 && reset (database, error) &&
                        relm_mirror_database_exec (database, "PRAGMA journal_mode = WAL", error) && make_tables (database, schema, error);

  if (fd >= 0)
    close (fd);
  return made;
}
