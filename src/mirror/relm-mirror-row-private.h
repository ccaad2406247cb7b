/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows and SQLite's statements. For src/mirror alone. */

#pragma once

#include <sqlite3.h>

#include "relm-mirror-row.h"

G_BEGIN_DECLS

void relm_mirror_row_bind (RelmMirrorRowKind kind,
                           gconstpointer row,
                           sqlite3_stmt *statement);
gpointer relm_mirror_row_read (RelmMirrorRowKind kind,
                               sqlite3_stmt *statement);

G_END_DECLS
