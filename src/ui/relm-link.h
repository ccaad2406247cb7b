/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page in the person's browser; where there is none, its address to copy. Main thread. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void relm_link_open (GtkWidget *from,
                     const char *uri);

G_END_DECLS
