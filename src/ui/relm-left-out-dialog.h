/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What people left out of the changelog, and the way back into it. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-document.h"

G_BEGIN_DECLS

void relm_left_out_dialog_show (GtkWidget *from,
                                RelmDocument *document);

G_END_DECLS
