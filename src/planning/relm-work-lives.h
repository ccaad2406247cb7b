/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * All pieces of work that are known of a project, when each was added and finished, and which release it belongs to: the
 * work items of the plan, and the issues that the mirrors of its trackers have. A work item and the tracker item that it
 * mirrors are one. Forecasts and burn-ups are made of it.
 *
 * - What the plan says of its work items is a person's word. News of the tracker counts until somebody decides on it: that it
 *   was closed, dropped or reopened since the plan last took over its state.
 * - Issues that no work item mirrors belong to the release that their milestone, or version, is by name; one release may
 *   gather milestones of several trackers. A tracker does not say when an issue came into its milestone: it counts as if it
 *   had been there since it was filed.
 * - Merge requests are not counted, unless work items mirror them; nor is what was closed without being done, or what
 *   a merge request closes that a work item mirrors.
 *
 * Made in the main thread from the plan alone, which copies what it needs; then trackers are read in any one thread, which
 * takes a fraction of a second for 100,000 issues.
 */

#pragma once

#include <gio/gio.h>

#include "relm-project.h"

G_BEGIN_DECLS

typedef struct
{
  int scope;        /* number of a RelmWorkScope; -1: it belongs to none */
  RelmDate added;   /* or RELM_DATE_NONE: nobody knows */
  RelmDate done_on; /* or RELM_DATE_NONE: it is not, or does not say when */
  gboolean counts;  /* not cancelled, and not made of parts, which count instead */
  gboolean done;
  gboolean estimated; /* with an optimistic and a pessimistic duration */
  gboolean planned;   /* a work item of the plan */
  gboolean tracked;   /* a tracker item that a mirror has */
} RelmWorkLife;

/* What work belongs to: a release, or a milestone of a tracker that is none. */
typedef struct
{
  char *release;      /* its id, or NULL */
  RelmDate begin;     /* of work on it; RELM_DATE_NONE when nothing says so */
  gboolean milestone; /* a tracker has one, with issues that count */
} RelmWorkScope;

/* Where a tracker of the project is mirrored. */
typedef struct
{
  char *source; /* the id of its record */
  char *path;   /* or NULL */
} RelmWorkTracker;

typedef struct _RelmWorkLives RelmWorkLives;

GPtrArray *relm_work_tracker_array_new (void);
void relm_work_tracker_array_add (GPtrArray *trackers,
                                  const char *source,
                                  const char *path);

RelmWorkLives *relm_work_lives_new (RelmProject *project,
                                    RelmDate today);
void relm_work_lives_free (RelmWorkLives *self);
void relm_work_lives_read_tracker (RelmWorkLives *self,
                                   const RelmWorkTracker *tracker,
                                   GCancellable *cancellable);

const GArray *relm_work_lives_list (RelmWorkLives *self);
const GArray *relm_work_lives_list_scopes (RelmWorkLives *self);
int relm_work_lives_find_scope (RelmWorkLives *self,
                                const char *release);
RelmDate relm_work_lives_get_today (RelmWorkLives *self);
RelmDate relm_work_lives_get_known (RelmWorkLives *self);
guint relm_work_lives_get_n_read (RelmWorkLives *self);
guint relm_work_lives_get_n_missing (RelmWorkLives *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmWorkLives, relm_work_lives_free)

G_END_DECLS
