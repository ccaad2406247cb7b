/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Ends the program: asks once about everything that is unsaved, saves what is wanted, one project after another, and closes
 * all windows at the end. Whatever fails, or is stopped by a person, leaves the windows that are left. Main thread.
 */

#pragma once

#include "relm-session.h"

G_BEGIN_DECLS

void relm_quit (GtkApplication *application,
                RelmSession *session);

G_END_DECLS
