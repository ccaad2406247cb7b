/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which window shows what: one window per project, and the one that is empty is used first. Main thread.
 */

#pragma once

#include "relm-window.h"

G_BEGIN_DECLS

RelmWindow *relm_windows_find (GtkApplication *application,
                               GFile *file);
RelmWindow *relm_windows_get_empty (GtkApplication *application);
void relm_windows_open (GtkApplication *application,
                        GFile *file);
void relm_windows_restore (GtkApplication *application,
                           RelmDraft *draft);

G_END_DECLS
