/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Says what Relm is, who made it, under which licence, and what is new: from the metadata that the desktop has too.
 * Main thread.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void relm_about_show (GtkWindow *parent);

G_END_DECLS
