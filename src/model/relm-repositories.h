/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which repositories a project has, and which of its components are in each: the one place that all who read repositories
 * ask. Main thread; what is listed belongs to the project.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

gboolean relm_repositories_is_one (RelmRecord *source);
GPtrArray *relm_repositories_list (RelmProject *project);
GPtrArray *relm_repositories_list_components (RelmProject *project,
                                              RelmRecord *source);
char *relm_repositories_dup_path (RelmRecord *component);
char **relm_repositories_dup_paths (RelmProject *project,
                                    RelmRecord *source);

G_END_DECLS
