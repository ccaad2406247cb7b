/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The view “What changed?”: the releases of a project with what is in them, from the commits of its repository and what
 * people wrote in their place. Main thread.
 */

#pragma once

#include "relm-page.h"

G_BEGIN_DECLS

#define RELM_TYPE_CHANGELOG_PAGE (relm_changelog_page_get_type ())
G_DECLARE_FINAL_TYPE (RelmChangelogPage, relm_changelog_page, RELM, CHANGELOG_PAGE, RelmPage)

G_END_DECLS
