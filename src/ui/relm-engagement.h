/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How a stakeholder stands to the project, and how they should: the distance between the two, and words for it. Main thread.
 */

#pragma once

#include "relm-stakeholder.h"

G_BEGIN_DECLS

int relm_engagement_get_gap (RelmRecord *stakeholder);
gboolean relm_engagement_is_as_desired (RelmRecord *stakeholder);
char *relm_engagement_dup_text (RelmRecord *stakeholder);

G_END_DECLS
