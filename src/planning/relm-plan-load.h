/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How much everybody has to do, day by day, against how much of them there is: by the dates that the timeline shows, each item
 * with the share that it takes of its assignee. A row per person of the project, and one at the end for work that nobody has,
 * where there is some. A snapshot: who made it makes it anew when the plan changes. Main thread.
 */

#pragma once

#include "relm-plan-schedule.h"

G_BEGIN_DECLS

typedef struct _RelmPlanLoad RelmPlanLoad;

typedef struct
{
  gint32 minutes;  /* that are to be worked */
  gint32 capacity; /* minutes that there are; 0 for work that nobody has */
  gboolean over;   /* more than there is, and not all of it done */
} RelmPlanLoadDay;

/* Somebody has too much to do, each working day from the first to the last. */
typedef struct
{
  guint row;
  RelmSpan days;
  RelmPlanLoadDay worst;
} RelmPlanOver;

RelmPlanLoad *relm_plan_load_new (RelmPlanSchedule *schedule);
void relm_plan_load_free (RelmPlanLoad *self);

guint relm_plan_load_get_n_rows (RelmPlanLoad *self);
guint relm_plan_load_get_n_items (RelmPlanLoad *self);
RelmRecord *relm_plan_load_get_person (RelmPlanLoad *self,
                                       guint row);
char *relm_plan_load_dup_name (RelmPlanLoad *self,
                               guint row);
RelmSpan relm_plan_load_get_days (RelmPlanLoad *self,
                                  guint row);
RelmPlanLoadDay relm_plan_load_get_day (RelmPlanLoad *self,
                                        guint row,
                                        RelmDate day);
RelmSpan relm_plan_load_get_stretch (RelmPlanLoad *self,
                                     guint row,
                                     RelmDate day);
GPtrArray *relm_plan_load_list_records (RelmPlanLoad *self,
                                        guint row,
                                        RelmSpan days);
GArray *relm_plan_load_list_over (RelmPlanLoad *self);
guint relm_plan_load_count_over (RelmPlanLoad *self,
                                 guint row);
char *relm_plan_load_dup_description (RelmPlanLoad *self,
                                      guint row,
                                      RelmSpan days);
char *relm_plan_load_dup_summary (RelmPlanLoad *self,
                                  guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmPlanLoad, relm_plan_load_free)

G_END_DECLS
