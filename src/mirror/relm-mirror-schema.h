/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of the two kinds of mirror. For src/mirror alone. Any change of a table is a new version. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int application; /* SQLite's application_id */
  int version;
  char *(*dup_sql) (void);
} RelmMirrorSchema;

extern const RelmMirrorSchema relm_mirror_schema_history;
extern const RelmMirrorSchema relm_mirror_schema_tracker;

G_END_DECLS
