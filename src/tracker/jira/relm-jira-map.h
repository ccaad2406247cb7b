/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Jira's JSON as rows of the mirror. Any thread. */

#pragma once

#include "relm-json-rows.h"

G_BEGIN_DECLS

gboolean relm_jira_map_issues (const RelmTrackerAddress *address,
                               JsonNode *root,
                               RelmMirrorPage *page);
gboolean relm_jira_map_versions (const RelmTrackerAddress *address,
                                 JsonNode *root,
                                 RelmMirrorPage *page);
gboolean relm_jira_map_people (const RelmTrackerAddress *address,
                               JsonNode *root,
                               RelmMirrorPage *page);

G_END_DECLS
