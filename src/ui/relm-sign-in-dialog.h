/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Whom the server of a repository knows the person by: a user name, and a password or token; where they are, others in their
 * place, and forgetting them. They are tried before they are kept. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-source-link.h"

G_BEGIN_DECLS

#define RELM_TYPE_SIGN_IN_DIALOG (relm_sign_in_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelmSignInDialog, relm_sign_in_dialog, RELM, SIGN_IN_DIALOG, AdwDialog)

RelmSignInDialog *relm_sign_in_dialog_new (RelmSourceLink *link);
gboolean relm_sign_in_dialog_is_for (RelmSourceLink *link);

G_END_DECLS
