/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A document made from what a person answered about a new project. It is not saved yet, and making it is one step to undo.
 * Main thread.
 */

#pragma once

#include "relm-document.h"

G_BEGIN_DECLS

/* All of it may be missing. */
typedef struct
{
  const char *name;
  const char *location; /* of the repository */
  const char *cadence;
  const char *version_scheme;
  GPtrArray *proposals; /* of RelmReleaseProposal, newest first; the chosen ones become releases */
} RelmNewProject;

RelmDocument *relm_new_project_create (const RelmNewProject *answers);

G_END_DECLS
