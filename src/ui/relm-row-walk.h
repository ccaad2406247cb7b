/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The order of Tab in a row of several things. AdwEntryRow goes through them as they lie from left to right, which is the
 * wrong way round in a language that is written from right to left. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean relm_row_walk (GtkDirectionType direction,
                        GtkWidget *const *stops,
                        guint n_stops);

G_END_DECLS
