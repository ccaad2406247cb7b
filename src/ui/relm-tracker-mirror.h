/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the trackers of the plan are mirrored. Main thread. */

#pragma once

#include "relm-document.h"
#include "relm-mirror-tracker.h"
#include "relm-work-lives.h"

G_BEGIN_DECLS

RelmMirrorTracker *relm_tracker_mirror_open (RelmDocument *document,
                                             RelmRecord *source);
GPtrArray *relm_tracker_mirror_list (RelmDocument *document);

G_END_DECLS
