/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How the timeline is looked at: the actions of its menu, and what of it is remembered of a project, outside the file.
 * Main thread.
 */

#pragma once

#include <gio/gio.h>

#include "relm-timeline.h"

G_BEGIN_DECLS

extern const char *const relm_timeline_look[]; /* ends with NULL */

GSimpleActionGroup *relm_timeline_look_create_actions (RelmTimeline *timeline);
void relm_timeline_look_remember (RelmTimeline *timeline,
                                  GFile *file);
void relm_timeline_look_recall (RelmTimeline *timeline,
                                GFile *file);

G_END_DECLS
