/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Says to a person what went wrong and what to do, and lets them copy the words. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void relm_error_dialog_show (GtkWidget *from,
                             const char *title,
                             const GError *error);
void relm_error_dialog_show_place (GtkWidget *from,
                                   const char *title,
                                   const char *body,
                                   const char *place);

G_END_DECLS
