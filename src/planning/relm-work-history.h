/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How many work items were finished and added, week by week until today, as the project's own records say it. Commits are
 * never counted: a plan of forty items is not forecast in commits.
 *
 * An item counts as finished in the week of its actual finish, or of that in its tracker. It counts as added when it came
 * into a release that was under way by then: what was there from the beginning is the plan. Items with parts do not
 * count, their parts do. A snapshot; main thread to make, any thread to read.
 */

#pragma once

#include "relm-project.h"
#include "relm-throughput.h"

G_BEGIN_DECLS

/* What belongs to one release. */
typedef struct
{
  guint n_items;     /* without what is cancelled */
  guint n_open;      /* of these, those that are not done */
  guint n_estimated; /* of these, those with an optimistic and a pessimistic duration */
} RelmReleaseWork;

typedef struct
{
  RelmRhythm rhythm; /* weeks of seven days that end before today; none before the first finish */
  guint *finished;
  guint *added;
  guint n_finished;    /* in all weeks */
  guint n_undated;     /* work items that are done, and do not say when */
  gboolean says_added; /* whether any item says when it was added; else the rhythm has none */
  GHashTable *releases; /* RelmRecord, unowned, to RelmReleaseWork; for the main thread, until the project changes */
} RelmWorkHistory;

RelmWorkHistory *relm_work_history_new (RelmProject *project,
                                        RelmDate today);
RelmWorkHistory *relm_work_history_ref (RelmWorkHistory *history);
void relm_work_history_unref (RelmWorkHistory *history);
GHashTable *relm_work_history_find_parents (RelmProject *project);
gboolean relm_work_history_is_estimated (RelmRecord *record);
RelmReleaseWork relm_work_history_get_work (RelmWorkHistory *history,
                                            RelmRecord *release);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmWorkHistory, relm_work_history_unref)

G_END_DECLS
