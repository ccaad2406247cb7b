/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the trackers of a project hold, beside what is planned: a list that is searched, items that are added to the plan, and
 * where the two differ. It reads the mirrors alone, so it works without a network. Main thread.
 */

#pragma once

#include "relm-page.h"

G_BEGIN_DECLS

#define RELM_TYPE_TRACKED_PAGE (relm_tracked_page_get_type ())
G_DECLARE_FINAL_TYPE (RelmTrackedPage, relm_tracked_page, RELM, TRACKED_PAGE, RelmPage)

GtkWidget *relm_tracked_page_new (void);
void relm_tracked_page_refresh (RelmTrackedPage *self);

G_END_DECLS
