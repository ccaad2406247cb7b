/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Telling a stakeholder what they do not know yet: a text to go on with, which is copied or put into a mail, and then noted as told,
 * one step to undo. Relm itself sends nothing. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-document.h"

G_BEGIN_DECLS

#define RELM_TYPE_TOLD_DIALOG (relm_told_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelmToldDialog, relm_told_dialog, RELM, TOLD_DIALOG, AdwDialog)

AdwDialog *relm_told_dialog_new (RelmDocument *document,
                                 RelmRecord *stakeholder);
char *relm_told_dialog_make_mail (const char *address,
                                  const char *subject,
                                  const char *text);

G_END_DECLS
