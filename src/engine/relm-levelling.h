/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Levelling of a schedule: which items have to start later so that nobody, and nothing, is needed more than it is there.
 *
 * It is a preview: nothing is changed. Who adopts it gives each item that moves its new start as not_before. Items that are
 * pinned, must start or finish at a time, have started or are as late as possible never move; they keep what they need, even
 * where that is too much already. An item that must start or finish no later than some time moves up to that time only.
 */

#pragma once

#include "relm-leveller.h"
#include "relm-schedule.h"

G_BEGIN_DECLS

/* Units as those of the capacity: heads, or per cent of a person. More than there is counts as all there is. */
typedef struct
{
  gint32 item; /* without parts */
  gint32 resource;
  gint32 units;
} RelmAssignment;

typedef struct
{
  gint32 item;
  RelmTime before; /* its start now */
  RelmTime after;
} RelmLevelMove;

GArray *relm_schedule_level (RelmSchedule *schedule,
                             const RelmAssignment *assignments,
                             guint n_assignments,
                             const gint32 *capacities,
                             guint n_resources,
                             guint n_plans,
                             guint64 seed,
                             RelmLevelGoOn go_on,
                             gpointer data);

G_END_DECLS
