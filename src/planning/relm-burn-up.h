/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How the scope of a release grew, and how much of it was done, week by week until today: from its work items, or from the
 * issues of a tracker's milestone. A plain struct; any thread.
 */

#pragma once

#include "relm-mirror-tracker.h"
#include "relm-project.h"

G_BEGIN_DECLS

typedef struct
{
  RelmDate end; /* the last day of the last week */
  guint n_weeks;
  guint *scope; /* that there were at the end of each week */
  guint *done;  /* of those */
} RelmBurnUp;

RelmBurnUp *relm_burn_up_new_for_release (RelmProject *project,
                                          RelmRecord *release,
                                          RelmDate today);
RelmBurnUp *relm_burn_up_new_for_milestone (RelmMirrorTracker *mirror,
                                            const char *title,
                                            RelmDate today);
void relm_burn_up_free (RelmBurnUp *self);

guint relm_burn_up_get_scope (const RelmBurnUp *self);
guint relm_burn_up_get_done (const RelmBurnUp *self);
guint relm_burn_up_get_added (const RelmBurnUp *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmBurnUp, relm_burn_up_free)

G_END_DECLS
