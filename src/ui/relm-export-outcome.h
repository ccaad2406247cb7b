/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says in the window what came of an export: a toast, or a dialog with what went wrong. Main thread. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void relm_export_outcome_tell (GtkWidget *from,
                               GFile *file,
                               GError *error);

G_END_DECLS
