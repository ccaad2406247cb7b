/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Tells a person at start about edits that were not saved when Relm ended, and has them restored. Main thread.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void relm_recovery_begin (GtkApplication *application);
void relm_recovery_begin_beside (GtkApplication *application,
                                 GFile **files,
                                 int n_files);
void relm_recovery_show (GtkApplication *application);

G_END_DECLS
