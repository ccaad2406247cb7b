/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "relm-mirror"

#include "config.h"

#include "relm-mirror-life.h"
#include "relm-mirror-tracker-private.h"

/* Merge requests first, so that it is known which issues they close. */
#define SQL "SELECT key, milestone, closes, created, closed, kind, state FROM items ORDER BY kind DESC, rowid"

static RelmMirrorLife
read_life (sqlite3_stmt *statement)
{
  return (RelmMirrorLife) {
    .key = (const char *) sqlite3_column_text (statement, 0),
    .milestone = (const char *) sqlite3_column_text (statement, 1),
    .closes = (const char *) sqlite3_column_text (statement, 2),
    .created = sqlite3_column_int64 (statement, 3),
    .closed = sqlite3_column_int64 (statement, 4),
    .kind = (RelmMirrorItemKind) sqlite3_column_int (statement, 5),
    .state = (RelmMirrorItemState) sqlite3_column_int (statement, 6),
  };
}

/**
 * relm_mirror_life_foreach:
 * @func: gets each of them, merge requests before issues, else in the order in which they came; returns whether to go on
 *
 * Returns: whether all were read, or @func wanted no more; else a RELM_MIRROR_ERROR
 */
gboolean
relm_mirror_life_foreach (RelmMirrorTracker *mirror,
                          RelmMirrorLifeFunc func,
                          gpointer user_data,
                          GError **error)
{
  sqlite3_stmt *statement = relm_mirror_database_prepare (mirror->database, SQL, error);
  gboolean more = TRUE;
  int result = SQLITE_DONE;

  if (statement == NULL)
    return FALSE;
  while (more && (result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const RelmMirrorLife life = read_life (statement);

      more = func (&life, user_data);
    }
  if (more && result != SQLITE_DONE)
    relm_mirror_database_set_error (mirror->database, error);
  sqlite3_finalize (statement);
  return !more || result == SQLITE_DONE;
}
