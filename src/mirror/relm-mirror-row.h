/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How the structs of relm-mirror-item.h are kept: one table of columns per kind, from which come the SQL, writing, reading
 * and freeing. A new member is a row there. Rows may be used in any thread, one at a time.
 */

#pragma once

#include "relm-mirror-item.h"

G_BEGIN_DECLS

typedef enum
{
  RELM_MIRROR_ITEMS,
  RELM_MIRROR_MILESTONES,
  RELM_MIRROR_PUBLICATIONS,
  RELM_MIRROR_LABELS,
  RELM_MIRROR_PEOPLE,
  RELM_MIRROR_N_ROW_KINDS
} RelmMirrorRowKind;

/* Longer texts of strangers are cut when they are stored. */
#define RELM_MIRROR_TEXT_MAX 2000

gpointer relm_mirror_row_new (RelmMirrorRowKind kind);
void relm_mirror_row_free (RelmMirrorRowKind kind,
                           gpointer row);
GPtrArray *relm_mirror_row_array_new (RelmMirrorRowKind kind);
const char *relm_mirror_row_get_key (gconstpointer row);

/* For src/mirror alone */
void relm_mirror_row_append_table (RelmMirrorRowKind kind,
                                   GString *sql);
char *relm_mirror_row_dup_replace (RelmMirrorRowKind kind);
char *relm_mirror_row_dup_select (RelmMirrorRowKind kind,
                                  const char *tail);
const char *relm_mirror_row_get_table (RelmMirrorRowKind kind);

G_END_DECLS
