/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The database below a mirror: its settings, and its errors as sentences. For src/mirror alone.
 *
 * Everything in it can be had again, so a file that is damaged, or that another version of Relm made, is made anew.
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "relm-mirror-schema.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_MIRROR_TAG_ANNOTATED = 1 << 0,
  RELM_MIRROR_TAG_PRERELEASE = 1 << 1,
} RelmMirrorTagFlags;

typedef enum
{
  RELM_MIRROR_COMMIT_MERGE = 1 << 0,
  RELM_MIRROR_COMMIT_BREAKING = 1 << 1,
} RelmMirrorCommitFlags;

sqlite3 *relm_mirror_database_open (const char *path,
                                    const RelmMirrorSchema *schema,
                                    GError **error);
sqlite3 *relm_mirror_database_new (const char *path,
                                   const RelmMirrorSchema *schema,
                                   GError **error);
gboolean relm_mirror_database_make_anew (sqlite3 *database,
                                         const RelmMirrorSchema *schema,
                                         GError **error);
int relm_mirror_database_lock (const char *path,
                               GError **error);
gboolean relm_mirror_database_exec (sqlite3 *database,
                                    const char *sql,
                                    GError **error);
sqlite3_stmt *relm_mirror_database_prepare (sqlite3 *database,
                                            const char *sql,
                                            GError **error);
char *relm_mirror_database_dup_state (sqlite3 *database,
                                      const char *key);
void relm_mirror_database_set_error (sqlite3 *database,
                                     GError **error);

G_END_DECLS
