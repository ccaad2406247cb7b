/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Finds which of many intervals touch a stretch, in O(log n + k): intervals sorted by their start are read as a balanced
 * tree, each node of which knows the greatest end below it. Built once, then only asked. No GTK, one thread at a time.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Both ends inclusive. */
typedef struct
{
  gint64 start;
  gint64 end;
  guint value; /* whatever the caller calls the interval */
} RelmInterval;

typedef struct _RelmIntervalIndex RelmIntervalIndex;

/* Returns whether to go on. */
typedef gboolean (*RelmIntervalFunc) (guint value,
                                      gpointer user_data);

RelmIntervalIndex *relm_interval_index_new (GArray *intervals);
void relm_interval_index_free (RelmIntervalIndex *self);
guint relm_interval_index_get_size (RelmIntervalIndex *self);
void relm_interval_index_foreach (RelmIntervalIndex *self,
                                  gint64 start,
                                  gint64 end,
                                  RelmIntervalFunc func,
                                  gpointer user_data);
void relm_interval_index_query (RelmIntervalIndex *self,
                                gint64 start,
                                gint64 end,
                                GArray *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmIntervalIndex, relm_interval_index_free)

G_END_DECLS
