/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The parts of the passes that also say why.
 */

#pragma once

#include "relm-schedule-private.h"

G_BEGIN_DECLS

RelmTime relm_schedule_early_start (const RelmSchedule *self,
                                    gint32 node,
                                    gboolean late,
                                    RelmReason *reason);
RelmTime relm_schedule_link_start (const RelmSchedule *self,
                                   gint32 node,
                                   const RelmEdge *edge,
                                   gboolean late);
gint32 relm_schedule_late_work (const RelmSchedule *self,
                                gint32 node,
                                RelmReason *reason);

G_END_DECLS
