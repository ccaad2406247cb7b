/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of a row of the load share. */

#pragma once

#include "relm-timeline-load-row.h"
#include "relm-timeline-pen.h"

G_BEGIN_DECLS

struct _RelmTimelineLoadRow
{
  GtkWidget parent_instance;

  RelmTimeline *timeline; /* unowned: lives longer */
  RelmPlanLoad *load;     /* unowned: of the list, which sets another before it goes; NULL for nothing */
  guint row;
  RelmDate cursor; /* a day of the stretch that the keyboard is in; RELM_DATE_NONE before it was asked for */
  char *name;
  char *summary;
  gboolean is_over;
};

/* relm-timeline-load-draw.c */
int _relm_timeline_load_row_get_height (RelmTimelineLoadRow *self);
void _relm_timeline_load_row_snapshot (GtkWidget *widget,
                                       GtkSnapshot *snapshot);

G_END_DECLS
