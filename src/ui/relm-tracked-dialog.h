/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where the plan and a tracker differ, side by side: for each a person takes what the tracker says, or keeps what the plan
 * says. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-document.h"
#include "relm-tracked-finder.h"

G_BEGIN_DECLS

#define RELM_TYPE_TRACKED_DIALOG (relm_tracked_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelmTrackedDialog, relm_tracked_dialog, RELM, TRACKED_DIALOG, AdwDialog)

AdwDialog *relm_tracked_dialog_new (RelmDocument *document,
                                    RelmRecord *source,
                                    RelmTrackedFinder *finder);

G_END_DECLS
