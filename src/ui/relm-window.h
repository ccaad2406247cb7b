/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The window of one project: the roadmap at the start, the five views, the inspector at the end, and the life of the document
 * from loading to closing. Without a project it shows the start page. Its actions are exported, so that tests drive it by
 * them. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-view-state.h"

G_BEGIN_DECLS

#define RELM_TYPE_WINDOW (relm_window_get_type ())
G_DECLARE_FINAL_TYPE (RelmWindow, relm_window, RELM, WINDOW, AdwApplicationWindow)

RelmWindow *relm_window_new (GtkApplication *application);
void relm_window_load (RelmWindow *self,
                       GFile *file);
void relm_window_load_draft (RelmWindow *self,
                             RelmDraft *draft);
void relm_window_set_document (RelmWindow *self,
                               RelmDocument *document);
void relm_window_ask_new_project (RelmWindow *self);
RelmViewState *relm_window_get_view_state (RelmWindow *self);
RelmDocument *relm_window_get_document (RelmWindow *self);
GFile *relm_window_get_file (RelmWindow *self);
gboolean relm_window_is_empty (RelmWindow *self);
void relm_window_save_and_close (RelmWindow *self);

void relm_window_show_error (GtkWidget *from,
                             const char *title,
                             const GError *error);
void relm_window_add_toast (GtkWidget *from,
                            AdwToast *toast);

G_END_DECLS
