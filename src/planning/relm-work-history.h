/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How many pieces of work were finished and added, week by week, until it is not known any more. Commits are never counted: a
 * plan of forty items is not forecast in commits. There are two such histories:
 *
 * - The plan's own: its work items.
 * - The trackers': the issues of their mirrors, and those work items of the plan that are in none. Issues count that have a
 *   milestone, because what remains of a release has one too; where less than RELM_CALIBRATION_MIN_FINISHED of those were
 *   closed within a year, all issues do.
 *
 * A piece counts as finished in the week of its actual finish, or of that in its tracker. It counts as added when it came
 * into a release or a milestone that was under way by then: what was there from the beginning is the plan. A milestone that does
 * not say when it began did so when the first of its issues was closed. Items with parts do not count, their parts do. A
 * snapshot; any thread.
 */

#pragma once

#include "relm-project.h"
#include "relm-throughput.h"
#include "relm-work-lives.h"

G_BEGIN_DECLS

/* What belongs to one release. */
typedef struct
{
  guint n_items;      /* without what is cancelled */
  guint n_open;       /* of these, those that are not done */
  guint n_estimated;  /* of these, those with an optimistic and a pessimistic duration */
  guint n_tracked;    /* of those that are open, the tracker items */
  gboolean milestone; /* a tracker has a milestone that is the release, with issues */
} RelmReleaseWork;

typedef struct
{
  RelmRhythm rhythm; /* weeks of seven days that end before @end; none before the first finish */
  guint *finished;
  guint *added;
  RelmDate end;        /* the first day that is not looked at: today, or when a tracker was last read */
  guint n_finished;    /* in all weeks */
  guint n_undated;     /* that are done, and do not say when */
  gboolean says_added; /* whether any item says when it was added; else the rhythm has none */
  gboolean tracked;    /* it is that of the trackers */
  gboolean mixed;      /* and work items of the plan alone were finished in it */
  gboolean all_issues; /* those without a milestone too */
  GHashTable *releases; /* ids to RelmReleaseWork */
} RelmWorkHistory;

RelmWorkHistory *relm_work_history_new (RelmWorkLives *lives,
                                        gboolean tracked);
RelmWorkHistory *relm_work_history_ref (RelmWorkHistory *history);
void relm_work_history_unref (RelmWorkHistory *history);
GHashTable *relm_work_history_find_parents (RelmProject *project);
gboolean relm_work_history_is_estimated (RelmRecord *record);
RelmReleaseWork relm_work_history_get_work (RelmWorkHistory *history,
                                            const char *release);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmWorkHistory, relm_work_history_unref)

G_END_DECLS
