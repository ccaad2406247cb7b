/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Edits what is selected; when nothing is, the release that the window is about, or else the project. It scrolls by itself
 * and is as wide as it is let, from about 300 pixels. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-view-state.h"

G_BEGIN_DECLS

#define RELM_TYPE_INSPECTOR (relm_inspector_get_type ())
G_DECLARE_FINAL_TYPE (RelmInspector, relm_inspector, RELM, INSPECTOR, AdwBin)

RelmInspector *relm_inspector_new (void);
void relm_inspector_set_view_state (RelmInspector *self,
                                    RelmViewState *view_state);
void relm_inspector_show (GtkWidget *from,
                          RelmViewState *view_state,
                          RelmRecord *record);
RelmRecord *relm_inspector_get_record (RelmInspector *self);

G_END_DECLS
