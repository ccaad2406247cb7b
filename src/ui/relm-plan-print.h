/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Prints the timeline by the desktop's own dialog, which also offers to print to a file. Main thread.
 */

#pragma once

#include "relm-timeline.h"

G_BEGIN_DECLS

void relm_plan_print (GtkWidget *from,
                      RelmTimeline *timeline);

G_END_DECLS
