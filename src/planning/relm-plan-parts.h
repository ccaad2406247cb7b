/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a release waits for: of all that belongs to it, what is not after it. Main thread.
 */

#pragma once

#include "relm-network.h"
#include "relm-project.h"

G_BEGIN_DECLS

typedef struct _RelmPlanParts RelmPlanParts;

RelmPlanParts *relm_plan_parts_new (const RelmLink *links,
                                    guint n_links,
                                    const gint32 *parents,
                                    guint n_items);
void relm_plan_parts_free (RelmPlanParts *self);

gboolean relm_plan_parts_follows (RelmPlanParts *self,
                                  gint32 item,
                                  gint32 other);
gboolean relm_plan_parts_may_come_after (RelmRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmPlanParts, relm_plan_parts_free)

G_END_DECLS
