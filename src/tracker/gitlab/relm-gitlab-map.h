/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GitLab's JSON as rows of the mirror. Any thread. */

#pragma once

#include "relm-json-rows.h"

G_BEGIN_DECLS

void relm_gitlab_map_issue (const RelmTrackerAddress *address,
                            const RelmJsonValue *object,
                            RelmMirrorPage *page);
void relm_gitlab_map_merge_request (const RelmTrackerAddress *address,
                                    const RelmJsonValue *object,
                                    RelmMirrorPage *page);
void relm_gitlab_map_milestone (const RelmTrackerAddress *address,
                                const RelmJsonValue *object,
                                RelmMirrorPage *page);
void relm_gitlab_map_release (const RelmTrackerAddress *address,
                              const RelmJsonValue *object,
                              RelmMirrorPage *page);
void relm_gitlab_map_member (const RelmTrackerAddress *address,
                             const RelmJsonValue *object,
                             RelmMirrorPage *page);

G_END_DECLS
