/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What levelling would move, from when to when, and why. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "relm-plan-levelling.h"

G_BEGIN_DECLS

GtkWidget *relm_level_list_new (RelmPlanLevelling *levelling);

G_END_DECLS
