/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Places the items of a schedule one after the other: each on the first day from which all that it needs is there, after what is
 * before it, over its own calendar. Many orders can be tried on the same placing.
 */

#pragma once

#include "relm-levelling.h"
#include "relm-load-profile.h"
#include "relm-schedule-private.h"

G_BEGIN_DECLS

typedef struct _RelmLevelPlacing RelmLevelPlacing;

/* What is better has less of the first that differs. Minutes. */
typedef struct
{
  gint64 late; /* the sum, over what has a deadline */
  gint64 finish;
  gint64 moved; /* the sum of all delays */
} RelmLevelScore;

/* How an item was placed. */
typedef struct
{
  RelmTime not_before;
  gint32 resource;
  RelmDate day;
} RelmLevelHold;

RelmLevelPlacing *relm_level_placing_new (RelmSchedule *schedule,
                                          const RelmLevelRequest *request);
void relm_level_placing_free (RelmLevelPlacing *self);
RelmLevelScore relm_level_placing_run (RelmLevelPlacing *self,
                                       const gint32 *priorities);
gboolean relm_level_placing_check (RelmLevelPlacing *self,
                                   const RelmTime *kept,
                                   RelmLevelScore *score);
const RelmLevelHold *relm_level_placing_get_holds (RelmLevelPlacing *self);
gboolean relm_level_score_is_better (const RelmLevelScore *a,
                                     const RelmLevelScore *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmLevelPlacing, relm_level_placing_free)

G_END_DECLS
