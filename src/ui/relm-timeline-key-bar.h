/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the colours of a timeline stand for, below it. Not there while they say the state, which the icons do as well.
 * Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-timeline.h"

G_BEGIN_DECLS

#define RELM_TYPE_TIMELINE_KEY_BAR (relm_timeline_key_bar_get_type ())
G_DECLARE_FINAL_TYPE (RelmTimelineKeyBar, relm_timeline_key_bar, RELM, TIMELINE_KEY_BAR, AdwBin)

G_END_DECLS
