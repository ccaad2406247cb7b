/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Records made from a plan of Microsoft Project XML: what was a release, a phase, a milestone or a work item of Relm is that again;
 * of other plans the summaries at the top are phases, the other tasks work items and milestones. The records are new ones that are
 * in no project yet: whoever asked adds them, in their order, as one step. Main thread.
 */

#pragma once

#include "relm-mspdi-plan.h"
#include "relm-project.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *records; /* of RelmRecord; those that are referred to come before those that refer to them, except parents */
  RelmRecord *calendar; /* (nullable): one of them: when work is done, where the project does not say that already */
  GPtrArray *left_out; /* of strings: sentences for people */
  guint n_tasks;       /* releases, phases, milestones and work items */
  guint n_links;
  guint n_people;
} RelmMspdiImport;

RelmMspdiImport *relm_mspdi_import (RelmMspdiPlan *plan,
                                    RelmProject *project,
                                    RelmRecord *release,
                                    const char *name);
void relm_mspdi_import_free (RelmMspdiImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmMspdiImport, relm_mspdi_import_free)

G_END_DECLS
