/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row to write where a repository is, a folder or an address, or to choose the folder. Main thread. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RELM_TYPE_REPOSITORY_ROW (relm_repository_row_get_type ())
G_DECLARE_FINAL_TYPE (RelmRepositoryRow, relm_repository_row, RELM, REPOSITORY_ROW, AdwEntryRow)

void relm_repository_row_set_project_file (RelmRepositoryRow *self,
                                           GFile *file);
char *relm_repository_row_dup_location (RelmRepositoryRow *self);

G_END_DECLS
