/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * When each task can be done with what there is of each resource: the resource-constrained project scheduling problem, on an
 * axis of whole steps, searched for a short plan.
 *
 * Serial schedule generation, each plan packed backwards and forwards again (Valls, Ballestín and Quintanilla, "Justification
 * and RCPSP: A technique that pays", 2005), in a small genetic search over orders of tasks. So many plans are made as are
 * asked for, and no clock is read: the same problem and seed give the same plan. Memory grows with the sum of all durations.
 *
 * Pure functions of their arguments; any thread.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RELM_LEVEL_FREE (-1)
#define RELM_LEVEL_MAX_UNITS 32767 /* of one resource */

typedef struct
{
  gint32 duration; /* steps */
  gint32 release;  /* the first step in which it can start */
  gint32 fixed;    /* the step in which it starts whatever else is said, or RELM_LEVEL_FREE */
} RelmLevelTask;

/* The later task starts at least so many steps after the earlier one has started; may be negative. Arcs make no loop. */
typedef struct
{
  gint32 from;
  gint32 to;
  gint32 delay;
} RelmLevelArc;

/* How many units of a resource a task needs while it lasts. */
typedef struct
{
  gint32 task;
  gint32 resource;
  gint32 units;
} RelmLevelUse;

typedef struct
{
  const RelmLevelTask *tasks;
  guint n_tasks;
  const RelmLevelArc *arcs;
  guint n_arcs;
  const RelmLevelUse *uses;
  guint n_uses;
  const gint32 *capacities; /* per resource */
  guint n_resources;
} RelmLevelProblem;

/* Asked now and then; FALSE ends the search with the best plan so far. */
typedef gboolean (*RelmLevelGoOn) (double progress,
                                   gpointer data);

gint32 relm_level (const RelmLevelProblem *problem,
                   guint n_plans,
                   guint64 seed,
                   RelmLevelGoOn go_on,
                   gpointer data,
                   gint32 *starts);

G_END_DECLS
