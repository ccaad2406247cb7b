/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the colours of work items say: how far they are, or whose they are, what of, or how pressing. A hue is a number that the
 * style sheet has a colour for; what it stands for is always in words as well. No GTK, main thread.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

/* How many hues can be told apart; with more values than that they are used again. */
#define RELM_TIMELINE_N_HUES 7
#define RELM_TIMELINE_HUE_NONE RELM_TIMELINE_N_HUES /* of what has no value */

typedef enum
{
  RELM_TIMELINE_COLOR_BY_STATE,
  RELM_TIMELINE_COLOR_BY_ASSIGNEE,
  RELM_TIMELINE_COLOR_BY_COMPONENT,
  RELM_TIMELINE_COLOR_BY_PRIORITY,
} RelmTimelineColoring;

#define RELM_TYPE_TIMELINE_COLORING (relm_timeline_coloring_get_type ())
GType relm_timeline_coloring_get_type (void);

/* One value that a colour stands for. */
typedef struct
{
  char *label;
  guint hue;
} RelmTimelineKey;

guint relm_timeline_coloring_get_hue (RelmTimelineColoring coloring,
                                      RelmProject *project,
                                      RelmRecord *work_item);
char *relm_timeline_coloring_dup_label (RelmTimelineColoring coloring,
                                        RelmProject *project,
                                        RelmRecord *work_item);
GPtrArray *relm_timeline_coloring_list_keys (RelmTimelineColoring coloring,
                                             RelmProject *project);

G_END_DECLS
