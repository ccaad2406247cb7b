/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of RelmPlanLevelling share. */

#pragma once

#include "relm-plan-assignments.h"
#include "relm-plan-levelling.h"
#include "relm-plan-schedule-private.h"

G_BEGIN_DECLS

struct _RelmPlanLevelling
{
  RelmPlanSchedule *schedule;
  RelmProject *project;
  guint64 revision; /* of the project that it is about */
  RelmPlanAssignments *assignments;
  GArray *closures;  /* of RelmLevelClosure */
  GPtrArray *freezes; /* of RelmRecord, per closure */
  RelmNetwork *copy; /* of the network, for the worker */
  guint64 seed;

  RelmLevelling *engine; /* what came of it */
  GPtrArray *records;    /* held */
  GPtrArray *moves;      /* of RelmPlanLevelMove */
  GArray *spans;         /* of RelmPlanMove */
  GArray *releases;      /* of RelmPlanLevelRelease */
  GArray *edits;         /* of RelmPlanEdit */
  guint n_left;          /* days of people on which there is still too much to do */
};

void _relm_plan_levelling_interpret (RelmPlanLevelling *self);

G_END_DECLS
