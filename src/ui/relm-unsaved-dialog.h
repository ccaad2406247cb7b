/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Asks about several documents at once whether what is unsaved in them is to be saved, when the application is to end.
 * Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-document.h"

G_BEGIN_DECLS

void relm_unsaved_dialog_ask_async (GtkWidget *parent,
                                    GPtrArray *documents,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *relm_unsaved_dialog_ask_finish (GObject *dialog,
                                           GAsyncResult *result);

G_END_DECLS
