/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Redmine's JSON as rows of the mirror. Any thread. */

#pragma once

#include "relm-json-rows.h"

G_BEGIN_DECLS

void relm_redmine_map_issue (const RelmTrackerAddress *address,
                             const RelmJsonValue *object,
                             RelmMirrorPage *page);
void relm_redmine_map_version (const RelmTrackerAddress *address,
                               const RelmJsonValue *object,
                               RelmMirrorPage *page);
void relm_redmine_map_membership (const RelmTrackerAddress *address,
                                  const RelmJsonValue *object,
                                  RelmMirrorPage *page);

G_END_DECLS
