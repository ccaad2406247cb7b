/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which work a freeze window stops, unless an exception is approved, as far as kinds of work tell: a code freeze stops features, bugs, chores and security work, a
 * feature freeze features, a test freeze tests, a documentation freeze documentation. Others say something of changes that no kind
 * of work says. Main thread.
 */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

gboolean relm_plan_freeze_stops (RelmProject *project,
                                 RelmRecord *window,
                                 RelmRecord *item);
gboolean relm_plan_freeze_concerns (RelmProject *project,
                                    RelmRecord *window,
                                    RelmRecord *item);
RelmRecord *relm_plan_freeze_find_request (RelmProject *project,
                                           RelmRecord *window,
                                           RelmRecord *item);
RelmSpan relm_plan_freeze_get_days (RelmRecord *window);

G_END_DECLS
