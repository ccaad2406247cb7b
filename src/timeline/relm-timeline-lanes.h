/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The lanes of the timeline: what its rows are grouped by, and which lane a record is in. Plain values while a layout is made;
 * the records are the project's. No GTK, main thread.
 */

#pragma once

#include "relm-timeline-layout.h"

G_BEGIN_DECLS

typedef struct
{
  RelmRecord *record; /* (nullable): what it is the lane of; NULL for the two below */
  const char *key;    /* what remembers whether it is folded away */
  const char *label;  /* (nullable): what it is called, where it has no record; to be translated */
  RelmSpan span;      /* of what is in it; filled in by the layout, as the two below */
  guint first_entry;
  guint n_entries;
} RelmTimelineLane;

typedef struct
{
  RelmProject *project;
  const RelmTimelineView *view;
  GArray *lanes;       /* (element-type RelmTimelineLane) */
  GHashTable *numbers; /* RelmRecord to the index of its lane + 1; NULL is the key of what is in no other */
} RelmTimelineLanes;

void relm_timeline_lanes_init (RelmTimelineLanes *self,
                               RelmProject *project,
                               const RelmTimelineView *view);
void relm_timeline_lanes_clear (RelmTimelineLanes *self);
guint relm_timeline_lanes_find (RelmTimelineLanes *self,
                                RelmRecord *record);

G_END_DECLS
