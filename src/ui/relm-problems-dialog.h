/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The references of a project that lead to nothing, and a way to clear them all in one step. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-document.h"

G_BEGIN_DECLS

void relm_problems_dialog_show (GtkWidget *from,
                                RelmDocument *document);
void relm_problems_clear (RelmDocument *document);

G_END_DECLS
