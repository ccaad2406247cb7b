/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a window without a project shows: recent projects, and ways to come to one. Main thread.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RELM_TYPE_START_PAGE (relm_start_page_get_type ())
G_DECLARE_FINAL_TYPE (RelmStartPage, relm_start_page, RELM, START_PAGE, AdwBin)

GtkWidget *relm_start_page_new (void);

G_END_DECLS
