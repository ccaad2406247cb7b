/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GitHub's JSON as rows of the mirror, and the parts of it that Gitea's has as well. Any thread. */

#pragma once

#include "relm-json-rows.h"

G_BEGIN_DECLS

void relm_github_map_issue (const RelmTrackerAddress *address,
                            const RelmJsonValue *object,
                            RelmMirrorPage *page);
void relm_github_map_pull (const RelmTrackerAddress *address,
                           const RelmJsonValue *object,
                           RelmMirrorPage *page);
void relm_github_map_milestone (const RelmTrackerAddress *address,
                                const RelmJsonValue *object,
                                RelmMirrorPage *page);
void relm_github_map_release (const RelmTrackerAddress *address,
                              const RelmJsonValue *object,
                              RelmMirrorPage *page);
void relm_github_map_person (const RelmTrackerAddress *address,
                             const RelmJsonValue *object,
                             RelmMirrorPage *page);

RelmMirrorItem *relm_github_map_add_item (const RelmJsonValue *object,
                                          RelmMirrorPage *page,
                                          RelmMirrorItemKind kind,
                                          const char *milestone_id);
void relm_github_map_set_outcome (RelmMirrorItem *item,
                                  const RelmJsonValue *object,
                                  gboolean merged);
RelmMirrorMilestone *relm_github_map_add_milestone (const RelmJsonValue *object,
                                                    RelmMirrorPage *page,
                                                    const char *id);

G_END_DECLS
