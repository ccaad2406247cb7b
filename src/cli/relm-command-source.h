/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sources of a project, as commands read them. */

#pragma once

#include "relm-project.h"
#include "relm-remote.h"
#include "relm-token-store.h"

G_BEGIN_DECLS

RelmRemote *relm_command_source_new (RelmProject *project,
                                     RelmRecord *record,
                                     const char *path,
                                     RelmTokenStore *tokens);
gboolean relm_command_source_sync (RelmRemote *remote,
                                   RelmTokenStore *tokens,
                                   GError **error);

G_END_DECLS
