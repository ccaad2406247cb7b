/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes projects for tests of plans in few words. Records are owned by their project. */

#pragma once

#include "relm-project.h"

RelmRecord *relm_test_plan_add (RelmProject *project,
                                GType type,
                                const char *id,
                                ...) G_GNUC_NULL_TERMINATED;
void relm_test_plan_set (RelmProject *project,
                         RelmRecord *record,
                         const char *field,
                         const char *text);
