/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a source of the plan is mirrored. Main thread. */

#pragma once

#include "relm-document.h"
#include "relm-mirror-tracker.h"

G_BEGIN_DECLS

RelmMirrorTracker *relm_tracker_mirror_open (RelmDocument *document,
                                             RelmRecord *source);

G_END_DECLS
