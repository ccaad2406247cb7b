/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asking for an exception from a freeze window, from where it is said that one is needed. Main thread. */

#pragma once

#include <adwaita.h>

#include "relm-view-state.h"

G_BEGIN_DECLS

AdwActionRow *relm_exception_edits_offer (GtkWidget *group,
                                          RelmViewState *view_state,
                                          RelmRecord *item,
                                          RelmRecord *window);

G_END_DECLS
