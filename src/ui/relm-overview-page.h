/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where a release stands, from what is in the file: dates and how far off they are, readiness, what is in the way, phases
 * and goal; or for the whole roadmap the releases to come. Nothing is guessed. Main thread.
 */

#pragma once

#include "relm-page.h"

G_BEGIN_DECLS

#define RELM_TYPE_OVERVIEW_PAGE (relm_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (RelmOverviewPage, relm_overview_page, RELM, OVERVIEW_PAGE, RelmPage)

G_END_DECLS
