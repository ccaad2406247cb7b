/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GitLab's JSON as rows of the mirror. Any thread. */

#pragma once

#include "relm-json-rows.h"

G_BEGIN_DECLS

gboolean relm_gitlab_map_issues (const RelmTrackerAddress *address,
                                 JsonNode *root,
                                 RelmMirrorPage *page);
gboolean relm_gitlab_map_merge_requests (const RelmTrackerAddress *address,
                                         JsonNode *root,
                                         RelmMirrorPage *page);
gboolean relm_gitlab_map_milestones (const RelmTrackerAddress *address,
                                     JsonNode *root,
                                     RelmMirrorPage *page);
gboolean relm_gitlab_map_releases (const RelmTrackerAddress *address,
                                   JsonNode *root,
                                   RelmMirrorPage *page);
gboolean relm_gitlab_map_labels (const RelmTrackerAddress *address,
                                 JsonNode *root,
                                 RelmMirrorPage *page);
gboolean relm_gitlab_map_members (const RelmTrackerAddress *address,
                                  JsonNode *root,
                                  RelmMirrorPage *page);

G_END_DECLS
