/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The releases that a new project could begin with: those that the tags of its repository say were made, and the one that
 * comes next by the project's cadence. Only a proposal: a person chooses, and the document takes what was chosen. Plain
 * structs that own their strings; any thread.
 */

#pragma once

#include "relm-date.h"
#include "relm-mirror-tag.h"

G_BEGIN_DECLS

typedef struct
{
  char *version;
  char *tag;      /* or NULL: not made yet */
  RelmDate date;  /* when it was made, or when it is planned; or RELM_DATE_NONE */
  gboolean is_prerelease;
  gboolean is_chosen; /* proposed to be taken; a person may say otherwise */
} RelmReleaseProposal;

GPtrArray *relm_release_proposals_make (GPtrArray *tags,
                                        const char *version_scheme,
                                        const char *cadence,
                                        RelmDate today);
const char *relm_release_proposals_guess_scheme (GPtrArray *tags);
RelmDate relm_cadence_get_next (const char *cadence,
                                RelmDate last,
                                RelmDate today);

void relm_release_proposal_free (RelmReleaseProposal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmReleaseProposal, relm_release_proposal_free)

G_END_DECLS
