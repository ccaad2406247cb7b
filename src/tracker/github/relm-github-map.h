/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GitHub's JSON as rows of the mirror. Any thread. */

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

G_END_DECLS
