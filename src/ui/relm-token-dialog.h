/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The token of a tracker's server: where it is, another one in its place, and forgetting it. Main thread. */

#pragma once

#include <adwaita.h>

#include "relm-source-link.h"

G_BEGIN_DECLS

#define RELM_TYPE_TOKEN_DIALOG (relm_token_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelmTokenDialog, relm_token_dialog, RELM, TOKEN_DIALOG, AdwDialog)

RelmTokenDialog *relm_token_dialog_new (RelmSourceLink *link);

G_END_DECLS
