/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How much of the work is in which state: a bar in parts, and under it what each part is, in words. Main thread.
 */

#pragma once

#include <gtk/gtk.h>

#include "relm-readiness.h"

G_BEGIN_DECLS

#define RELM_TYPE_WORK_BAR (relm_work_bar_get_type ())
G_DECLARE_FINAL_TYPE (RelmWorkBar, relm_work_bar, RELM, WORK_BAR, GtkWidget)

GtkWidget *relm_work_bar_new (const RelmReadiness *readiness);

G_END_DECLS
