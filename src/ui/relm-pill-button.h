/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The button below a group that does what the group is for. A plain button, made here. Main thread. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *relm_pill_button_new (const char *label);

G_END_DECLS
