/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The help of the application, by what the desktop has for it: a help browser, or else a browser, which gets all of it as one
 * page. In the sandbox of a Flatpak it is a browser outside of it. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void relm_help_show (GtkWindow *window);

G_END_DECLS
