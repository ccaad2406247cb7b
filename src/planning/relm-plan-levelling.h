/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What would have to move so that nobody has more to do on a day than they can: a preview, and the edits that adopt it. What is
 * pinned, done or has begun stays; what moves does not move into a freeze that stops its kind of work. The same project and seed
 * give the same preview.
 *
 * Made and read on the main thread; the search is done in a worker, on a copy.
 */

#pragma once

#include <gio/gio.h>

#include "relm-plan-schedule.h"

G_BEGIN_DECLS

#define RELM_PLAN_LEVEL_SEED 1 /* that of the window */

/* Why a record moves. */
typedef struct
{
  RelmRecord *record; /* unowned: held by the levelling */
  RelmSpan before;    /* its planned days; unset when it had none */
  RelmSpan after;
  int delay;          /* days that it starts later; of what had none, 0 */
  gboolean held;      /* it waits for somebody, or for the end of a freeze; else it follows what does */
  char *reason;       /* translated, one sentence */
} RelmPlanLevelMove;

/* What it does to a release. */
typedef struct
{
  RelmRecord *release; /* unowned: held by the levelling */
  RelmDate before;     /* when all of it is done now */
  RelmDate after;
} RelmPlanLevelRelease;

/* Sets a field that holds a number: a date, or a duration. */
typedef struct
{
  RelmRecord *record; /* unowned: held by the levelling */
  guint field;
  gint64 value;
} RelmPlanEdit;

typedef struct _RelmPlanLevelling RelmPlanLevelling;

/* How much of the search is done, from 0 to 1. On the main thread. */
typedef void (*RelmPlanLevelProgress) (double fraction,
                                       gpointer data);

RelmPlanLevelling *relm_plan_levelling_new (RelmPlanSchedule *schedule,
                                            guint64 seed);
void relm_plan_levelling_new_async (RelmPlanSchedule *schedule,
                                    guint64 seed,
                                    GCancellable *cancellable,
                                    RelmPlanLevelProgress progress,
                                    gpointer progress_data,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
RelmPlanLevelling *relm_plan_levelling_new_finish (GAsyncResult *result,
                                                   GError **error);
void relm_plan_levelling_free (RelmPlanLevelling *self);

GPtrArray *relm_plan_levelling_get_moves (RelmPlanLevelling *self);
GArray *relm_plan_levelling_get_spans (RelmPlanLevelling *self);
GArray *relm_plan_levelling_get_releases (RelmPlanLevelling *self);
GArray *relm_plan_levelling_get_edits (RelmPlanLevelling *self);
char *relm_plan_levelling_dup_summary (RelmPlanLevelling *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmPlanLevelling, relm_plan_levelling_free)

G_END_DECLS
