/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The forecast of a release on the overview: three dates with their chances, from what they are known and how far they
 * can be trusted; or why there is none, and what would help. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-view-state.h"

G_BEGIN_DECLS

void relm_overview_forecast_fill (GtkBox *box,
                                  RelmViewState *view_state,
                                  RelmRecord *release,
                                  RelmDate today);

G_END_DECLS
