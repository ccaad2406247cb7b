/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * In a sandbox files come from the desktop alone, by its portals, and other programs show what Relm does not. Where there are
 * none, as in a plain window manager, GTK shows a file chooser that sees only the sandbox; Relm says what is missing instead.
 * Main thread.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void relm_file_portal_look (GDBusConnection *bus);
gboolean relm_file_portal_can_show (void);
gboolean relm_file_portal_check (GtkWidget *from);

G_END_DECLS
