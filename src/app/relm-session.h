/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which projects are open, remembered for the next start. The last window that is closed takes nothing out of it: closing it
 * is ending the program. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _RelmSession RelmSession;

RelmSession *relm_session_new (GtkApplication *application);
void relm_session_free (RelmSession *self);

void relm_session_hold (RelmSession *self,
                        gboolean held);
void relm_session_restore (RelmSession *self);

G_END_DECLS
