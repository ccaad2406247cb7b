/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Milestones and versions of trackers that could become releases: those of the same name, of whatever tracker, are one. What
 * the plan has already is not proposed. A plain struct; any thread, while the project does not change.
 */

#pragma once

#include "relm-mirror-tracker.h"
#include "relm-project.h"

G_BEGIN_DECLS

typedef struct
{
  char *version;       /* as the milestone is called, without what comes before the number */
  RelmDate start;      /* the earliest of them, or RELM_DATE_NONE */
  RelmDate due;        /* the latest of them, or RELM_DATE_NONE */
  guint n_milestones;  /* that are gathered in it */
  gboolean is_closed;  /* all of them are */
  gboolean is_version; /* it is called like one */
  gboolean is_chosen;  /* proposed to be taken; a person may say otherwise */
} RelmMilestoneProposal;

GPtrArray *relm_milestone_proposals_make (RelmProject *project,
                                          RelmMirrorTracker *const *mirrors,
                                          guint n_mirrors);
void relm_milestone_proposal_free (RelmMilestoneProposal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmMilestoneProposal, relm_milestone_proposal_free)

G_END_DECLS
