/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the files of the layout share: relm-timeline-rows.c makes its rows, relm-timeline-places.c puts converging links apart,
 * relm-timeline-layout.c finds things in them.
 */

#pragma once

#include "relm-interval-index.h"
#include "relm-timeline-layout.h"

G_BEGIN_DECLS

struct _RelmTimelineLayout
{
  GArray *rows;
  GArray *items;
  GArray *links;
  GHashTable *item_of; /* RelmRecord, unowned, to the index of its item + 1 */
  GHashTable *hidden_in; /* RelmRecord, unowned, to the index of the collapsed row that hides it + 1 */
  GHashTable *row_of;  /* RelmRecord, unowned, to the index of its row + 1 */
  GHashTable *link_of; /* RelmRecord, unowned, to the index of its link + 1 */
  GPtrArray *records;  /* holds all of them */
  GPtrArray *unscheduled;
  RelmIntervalIndex *item_index;
  RelmIntervalIndex *link_index;
  RelmSpan span;
};

void _relm_timeline_layout_add_rows (RelmTimelineLayout *self,
                                     RelmProject *project,
                                     const RelmTimelineView *view);
void _relm_timeline_layout_place_links (RelmTimelineLayout *self);

G_END_DECLS
