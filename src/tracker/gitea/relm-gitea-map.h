/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gitea's and Forgejo's JSON as rows of the mirror: where it is not as GitHub's, whose interface they copied. Any thread. */

#pragma once

#include "relm-json-rows.h"

G_BEGIN_DECLS

void relm_gitea_map_issue (const RelmTrackerAddress *address,
                           const RelmJsonValue *object,
                           RelmMirrorPage *page);
void relm_gitea_map_pull (const RelmTrackerAddress *address,
                          const RelmJsonValue *object,
                          RelmMirrorPage *page);
void relm_gitea_map_milestone (const RelmTrackerAddress *address,
                               const RelmJsonValue *object,
                               RelmMirrorPage *page);
void relm_gitea_map_person (const RelmTrackerAddress *address,
                            const RelmJsonValue *object,
                            RelmMirrorPage *page);

G_END_DECLS
