/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inside of a RelmMirror, and a way into its writer. For src/mirror alone. */

#pragma once

#include "relm-mirror-database.h"
#include "relm-mirror-writer.h"
#include "relm-mirror.h"

G_BEGIN_DECLS

struct _RelmMirror
{
  sqlite3 *database;
  sqlite3_stmt *commit;
  sqlite3_stmt *author;
};

gboolean relm_mirror_append_commit (RelmMirror *self,
                                    GPtrArray *commits,
                                    gint32 id,
                                    GError **error);

sqlite3 *relm_mirror_writer_get_database (RelmMirrorWriter *self);

G_END_DECLS
