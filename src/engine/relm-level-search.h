/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A good order in which to place the items of a schedule: found on an axis of working time of the project's calendar, where items
 * of other calendars take about as long as they do.
 */

#pragma once

#include "relm-levelling.h"
#include "relm-schedule-private.h"

G_BEGIN_DECLS

gboolean relm_level_is_fixed (const RelmNodeInput *input);
gboolean relm_level_search (RelmSchedule *schedule,
                            const RelmLevelRequest *request,
                            gint32 *starts);

G_END_DECLS
