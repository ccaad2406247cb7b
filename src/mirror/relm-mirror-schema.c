/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relm-mirror-schema.h"

#include "relm-mirror-row.h"

#define STATE_TABLE "CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"

/*
 * commits: what is shown; “id” counts them in the order in which they were found, and is what all else refers to.
 * graph: chunks of commits from “first” on: their object ids, the times of commit, and per commit how many parents it has
 * and their ids.
 * authors: as they are written in commits, and what the mailmap makes of them; a changed mailmap touches only this table.
 * ranges: the ids of the commits of a tag, newest first. Numbers in blobs are 32 bits wide, times
 * 64, in the order of this machine.
 * paths: one bit per commit, whether it touches the path, as far as “n_commits”.
 */
static char *
dup_history_sql (void)
{
  return g_strdup (
    STATE_TABLE
    "CREATE TABLE authors (id INTEGER PRIMARY KEY, raw_name TEXT NOT NULL, raw_email TEXT NOT NULL,"
    " name TEXT NOT NULL, email TEXT NOT NULL);"
    "CREATE TABLE commits (id INTEGER PRIMARY KEY, oid BLOB NOT NULL, author INTEGER NOT NULL, time INTEGER NOT NULL,"
    " flags INTEGER NOT NULL, subject TEXT NOT NULL, body TEXT, type TEXT, scope TEXT, description TEXT,"
    " breaking_note TEXT, reverts TEXT, refs TEXT, co_authors BLOB);"
    "CREATE TABLE graph (first INTEGER PRIMARY KEY, oids BLOB NOT NULL, times BLOB NOT NULL, parents BLOB NOT NULL);"
    "CREATE TABLE tags (rank INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, oid BLOB NOT NULL, version TEXT,"
    " previous TEXT, time INTEGER NOT NULL, flags INTEGER NOT NULL, n_commits INTEGER NOT NULL);"
    "CREATE TABLE ranges (tag INTEGER PRIMARY KEY, commits BLOB NOT NULL);"
    "CREATE TABLE paths (path TEXT PRIMARY KEY, n_commits INTEGER NOT NULL, bits BLOB NOT NULL) WITHOUT ROWID;");
}

/* A table per kind of row, as the rows say themselves. */
static char *
dup_tracker_sql (void)
{
  GString *sql = g_string_new (STATE_TABLE);

  for (guint i = 0; i < RELM_MIRROR_N_ROW_KINDS; i++)
    relm_mirror_row_append_table (i, sql);
  g_string_append (sql, "CREATE INDEX items_by_update ON items (updated, state);");
  return g_string_free_and_steal (sql);
}

const RelmMirrorSchema relm_mirror_schema_history = { 0x52656c6d /* “Relm” */, 2, dup_history_sql };
const RelmMirrorSchema relm_mirror_schema_tracker = { 0x52656c74 /* “Relt” */, 4, dup_tracker_sql };
