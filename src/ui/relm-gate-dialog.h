/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Go or no-go: what a gate asks for, and the decision about it, which becomes one step to undo. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-document.h"

G_BEGIN_DECLS

#define RELM_TYPE_GATE_DIALOG (relm_gate_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelmGateDialog, relm_gate_dialog, RELM, GATE_DIALOG, AdwDialog)

AdwDialog *relm_gate_dialog_new (RelmDocument *document,
                                 RelmRecord *gate,
                                 RelmDate today);

G_END_DECLS
