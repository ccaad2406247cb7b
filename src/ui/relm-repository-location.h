/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a repository is, as a project says it: an address, or a folder, near the project's file if it can be. Any thread. */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

gboolean relm_repository_location_check (const char *location,
                                         GError **error);
char *relm_repository_location_dup_base_dir (GFile *file);
char *relm_repository_location_dup_name (const char *location);
char *relm_repository_location_for_folder (GFile *file,
                                           GFile *folder);

G_END_DECLS
