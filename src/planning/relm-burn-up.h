/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How the scope of a release grew, and how much of it was done, week by week until today: from its work items, and the issues
 * of the trackers' milestones that are this release. A plain struct; any thread.
 */

#pragma once

#include "relm-work-lives.h"

G_BEGIN_DECLS

typedef struct
{
  RelmDate end; /* the last day of the last week */
  guint n_weeks;
  guint *scope; /* that there were at the end of each week */
  guint *done;  /* of those */
  gboolean tracked; /* a milestone of a tracker is the release */
} RelmBurnUp;

RelmBurnUp *relm_burn_up_new (RelmWorkLives *lives,
                              int scope);
RelmBurnUp *relm_burn_up_copy (const RelmBurnUp *self);
void relm_burn_up_free (RelmBurnUp *self);

guint relm_burn_up_get_scope (const RelmBurnUp *self);
guint relm_burn_up_get_done (const RelmBurnUp *self);
guint relm_burn_up_get_added (const RelmBurnUp *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmBurnUp, relm_burn_up_free)

G_END_DECLS
