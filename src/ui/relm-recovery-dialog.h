/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Lists edits that were not saved when Relm ended, to be restored or discarded one by one. What a person does not decide about
 * is kept; what is discarded can be had back for as long as the dialog is there. It looks for them itself. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-draft.h"

G_BEGIN_DECLS

#define RELM_TYPE_RECOVERY_DIALOG (relm_recovery_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelmRecoveryDialog, relm_recovery_dialog, RELM, RECOVERY_DIALOG, AdwDialog)

RelmRecoveryDialog *relm_recovery_dialog_new (void);
guint relm_recovery_dialog_get_n_drafts (RelmRecoveryDialog *self);

G_END_DECLS
