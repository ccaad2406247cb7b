/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A weekly rhythm, from the first to the last whole week in which something was done; nothing is ever added. Of a
 * repository: commits that are no merges, by committer date, which stand in for items of work. Of a tracker: issues that were
 * closed, but for those that were not planned or duplicates, as far as it says so.
 */

#pragma once

#include "relm-throughput.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  guint n_items;
  guint *weeks;
  guint n_weeks;
  RelmRhythm rhythm; /* of @weeks */
} RelmHistory;

RelmHistory *relm_history_read (const char *path);
RelmHistory *relm_history_read_archive (const char *path);
RelmHistory *relm_history_invent (const char *name,
                                  guint n_weeks,
                                  guint32 seed);
void relm_history_free (RelmHistory *history);

G_END_DECLS
