/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan in which everything occurs that the timeline can show, about a day that counts as today. */

#pragma once

#include "relm-project.h"

#define RELM_TIMELINE_SAMPLE_TODAY "2027-05-05"

RelmProject *relm_timeline_sample_new (void);
RelmProject *relm_timeline_sample_new_large (guint n_items);
