/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies the plan of now into a baseline. Main thread. */

#pragma once

#include "relm-document.h"

G_BEGIN_DECLS

void relm_baseline_edits_fill (RelmDocument *document,
                               RelmRecord *baseline);

G_END_DECLS
