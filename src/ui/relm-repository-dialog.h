/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Asks where the repository of a project is, a folder or an address, and makes it a source of the project, or the new place of
 * one: one step to undo. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-document.h"

G_BEGIN_DECLS

#define RELM_TYPE_REPOSITORY_DIALOG (relm_repository_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelmRepositoryDialog, relm_repository_dialog, RELM, REPOSITORY_DIALOG, AdwDialog)

RelmRepositoryDialog *relm_repository_dialog_new (RelmDocument *document,
                                                  RelmRecord *source);

G_END_DECLS
