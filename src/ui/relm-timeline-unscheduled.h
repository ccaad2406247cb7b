/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What has no dates, as a list: a row shows itself in the inspector, takes place from today on at the press of its button, or is
 * dragged onto the timeline. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *relm_timeline_unscheduled_new (GPtrArray *records);

G_END_DECLS
