/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Whom the releases concern: the register of stakeholders, with what separates each from the engagement that is wanted.
 * Main thread.
 */

#pragma once

#include "relm-page.h"

G_BEGIN_DECLS

#define RELM_TYPE_STAKEHOLDERS_PAGE (relm_stakeholders_page_get_type ())
G_DECLARE_FINAL_TYPE (RelmStakeholdersPage, relm_stakeholders_page, RELM, STAKEHOLDERS_PAGE, RelmPage)

G_END_DECLS
