/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row that says where what a server is told is kept, and forgets it when asked. Main thread. */

#pragma once

#include <adwaita.h>

#include "relm-token-store.h"

G_BEGIN_DECLS

#define RELM_TYPE_SECRET_ROW (relm_secret_row_get_type ())
G_DECLARE_FINAL_TYPE (RelmSecretRow, relm_secret_row, RELM, SECRET_ROW, AdwActionRow)

RelmSecretRow *relm_secret_row_new (const char *title,
                                    const char *key);
void relm_secret_row_set_place (RelmSecretRow *self,
                                RelmTokenPlace place);

G_END_DECLS
