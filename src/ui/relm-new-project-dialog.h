/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The assistant for a new project: asks for a name, a repository and a cadence, reads the repository's tags and proposes
 * releases. Everything may be left out, and whatever fails there is a way to go on without it. Emits the signal "created" with
 * the document. Main thread.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RELM_TYPE_NEW_PROJECT_DIALOG (relm_new_project_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelmNewProjectDialog, relm_new_project_dialog, RELM, NEW_PROJECT_DIALOG, AdwDialog)

RelmNewProjectDialog *relm_new_project_dialog_new (const char *cache_dir);

G_END_DECLS
