/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gitea's and Forgejo's JSON as rows of the mirror; releases and labels are as GitHub's. Any thread. */

#pragma once

#include "relm-json-rows.h"

G_BEGIN_DECLS

gboolean relm_gitea_map_issues (const RelmTrackerAddress *address,
                                JsonNode *root,
                                RelmMirrorPage *page);
gboolean relm_gitea_map_pulls (const RelmTrackerAddress *address,
                               JsonNode *root,
                               RelmMirrorPage *page);
gboolean relm_gitea_map_milestones (const RelmTrackerAddress *address,
                                    JsonNode *root,
                                    RelmMirrorPage *page);
gboolean relm_gitea_map_people (const RelmTrackerAddress *address,
                                JsonNode *root,
                                RelmMirrorPage *page);

G_END_DECLS
