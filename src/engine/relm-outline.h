/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is part of what: parents checked for loops, parts of each item, and the items without parts below each, side by side.
 */

#pragma once

#include "relm-network.h"

G_BEGIN_DECLS

typedef struct
{
  guint n;
  gint32 *parents; /* as given, but -1 where a loop was cut */
  guint *child_begin;
  gint32 *children;
  guint n_summaries;
  gint32 *summaries; /* parts before what they are parts of */

  /* Items without parts, so that those below an item are neighbours: leaves[leaf_begin[i]] to leaves[leaf_end[i] - 1]. */
  gint32 *leaves;
  guint *leaf_begin;
  guint *leaf_end;

  GPtrArray *loops; /* GArray of gint32 */
} RelmOutline;

RelmOutline *relm_outline_new (const RelmItem *items,
                               guint n);
void relm_outline_free (RelmOutline *outline);
gboolean relm_outline_is_summary (const RelmOutline *outline,
                                  gint32 item);
gboolean relm_outline_contains (const RelmOutline *outline,
                                gint32 item,
                                gint32 part);
const gint32 *relm_outline_get_leaves (const RelmOutline *outline,
                                       gint32 item,
                                       guint *n);
GPtrArray *relm_outline_steal_loops (RelmOutline *outline);
void relm_outline_sort (GArray *items);

G_END_DECLS
