/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The line below what a person typed that says what came of it. A plain label, made and filled here. Main thread. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *relm_reply_label_new (void);
void relm_reply_label_say (GtkWidget *label,
                           const char *text,
                           gboolean wrong);

G_END_DECLS
