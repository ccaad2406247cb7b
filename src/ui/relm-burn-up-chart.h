/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A burn-up: what is done as an area, and the scope as a line above it, which shows when it grew. What it shows is also its
 * accessible description. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-burn-up.h"

G_BEGIN_DECLS

#define RELM_TYPE_BURN_UP_CHART (relm_burn_up_chart_get_type ())
G_DECLARE_FINAL_TYPE (RelmBurnUpChart, relm_burn_up_chart, RELM, BURN_UP_CHART, GtkWidget)

GtkWidget *relm_burn_up_chart_new (const RelmBurnUp *burn_up);

G_END_DECLS
