/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The order in which people want to see releases: what comes next first, then what was, newest first; and which milestone
 * is the next one. Computed when asked, from the project as it is. Main thread.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

int relm_roadmap_compare (RelmRecord *a,
                          RelmRecord *b);
GPtrArray *relm_roadmap_list_releases (RelmProject *project);
GPtrArray *relm_roadmap_list_upcoming (RelmProject *project);
GPtrArray *relm_roadmap_list_past (RelmProject *project);
RelmRecord *relm_roadmap_get_next_milestone (RelmProject *project,
                                             RelmRecord *release);

G_END_DECLS
