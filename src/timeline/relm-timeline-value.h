/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a work item belongs to, by itself or by what it is a part of: for lanes and colours. No GTK, main thread. */

#pragma once

#include "relm-project.h"

G_BEGIN_DECLS

RelmRecord *relm_timeline_value_resolve (RelmProject *project,
                                         RelmRecord *work_item,
                                         guint field);

G_END_DECLS
