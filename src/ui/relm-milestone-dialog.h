/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Milestones and versions of the trackers, to be chosen as releases; what is chosen is one step to undo. Main thread. */

#pragma once

#include <adwaita.h>

#include "relm-document.h"

G_BEGIN_DECLS

#define RELM_TYPE_MILESTONE_DIALOG (relm_milestone_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelmMilestoneDialog, relm_milestone_dialog, RELM, MILESTONE_DIALOG, AdwDialog)

AdwDialog *relm_milestone_dialog_new (RelmDocument *document);

G_END_DECLS
