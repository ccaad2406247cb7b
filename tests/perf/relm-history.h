/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The weekly rhythm of a repository: commits that are no merges, by committer date, from the first to the last whole
 * week. Commits stand in for items of work, whose histories are seldom public; nothing is ever added.
 */

#pragma once

#include "relm-throughput.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  guint *weeks;
  guint n_weeks;
  RelmRhythm rhythm; /* of @weeks */
} RelmHistory;

RelmHistory *relm_history_read (const char *path);
RelmHistory *relm_history_invent (const char *name,
                                  guint n_weeks,
                                  guint32 seed);
void relm_history_free (RelmHistory *history);

G_END_DECLS
