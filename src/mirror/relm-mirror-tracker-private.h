/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inside of a RelmMirrorTracker. For src/mirror alone. */

#pragma once

#include "relm-mirror-database.h"
#include "relm-mirror-tracker.h"

G_BEGIN_DECLS

struct _RelmMirrorTracker
{
  sqlite3 *database;
  sqlite3_stmt *by_id[RELM_MIRROR_N_ROW_KINDS];
  sqlite3_stmt *by_key[RELM_MIRROR_N_ROW_KINDS];
  sqlite3_stmt *replace[RELM_MIRROR_N_ROW_KINDS];
  gboolean open; /* a transaction is */
};

G_END_DECLS
