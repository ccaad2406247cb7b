/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The releases that a new project could begin with, in two groups, each with a mark that says whether it is taken. What a
 * person marks is written into the proposals. Main thread.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RELM_TYPE_PROPOSALS_PAGE (relm_proposals_page_get_type ())
G_DECLARE_FINAL_TYPE (RelmProposalsPage, relm_proposals_page, RELM, PROPOSALS_PAGE, AdwPreferencesPage)

void relm_proposals_page_set_proposals (RelmProposalsPage *self,
                                        GPtrArray *proposals,
                                        gboolean has_repository,
                                        gboolean incomplete);

G_END_DECLS
