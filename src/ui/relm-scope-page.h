/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is in a release: its work items through the life cycle, with how far each stage is and a filter by it. Main thread.
 */

#pragma once

#include "relm-page.h"

G_BEGIN_DECLS

#define RELM_TYPE_SCOPE_PAGE (relm_scope_page_get_type ())
G_DECLARE_FINAL_TYPE (RelmScopePage, relm_scope_page, RELM, SCOPE_PAGE, RelmPage)

G_END_DECLS
