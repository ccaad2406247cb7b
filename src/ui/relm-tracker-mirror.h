/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a source of the plan is mirrored. Main thread. */

#pragma once

#include "relm-mirror-tracker.h"
#include "relm-record.h"

G_BEGIN_DECLS

RelmMirrorTracker *relm_tracker_mirror_open (RelmRecord *source);

G_END_DECLS
