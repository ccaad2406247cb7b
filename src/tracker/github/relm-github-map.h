/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GitHub's JSON as rows of the mirror. Any thread. */

#pragma once

#include "relm-json-rows.h"

G_BEGIN_DECLS

gboolean relm_github_map_issues (const RelmTrackerAddress *address,
                                 JsonNode *root,
                                 RelmMirrorPage *page);
gboolean relm_github_map_pulls (const RelmTrackerAddress *address,
                                JsonNode *root,
                                RelmMirrorPage *page);
gboolean relm_github_map_milestones (const RelmTrackerAddress *address,
                                     JsonNode *root,
                                     RelmMirrorPage *page);
gboolean relm_github_map_releases (const RelmTrackerAddress *address,
                                   JsonNode *root,
                                   RelmMirrorPage *page);
gboolean relm_github_map_labels (const RelmTrackerAddress *address,
                                 JsonNode *root,
                                 RelmMirrorPage *page);
gboolean relm_github_map_people (const RelmTrackerAddress *address,
                                 JsonNode *root,
                                 RelmMirrorPage *page);

G_END_DECLS
