/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A button that opens the page on which a tracker's server makes tokens. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "relm-tracker-address.h"

G_BEGIN_DECLS

#define RELM_TYPE_TOKEN_PAGE_BUTTON (relm_token_page_button_get_type ())
G_DECLARE_FINAL_TYPE (RelmTokenPageButton, relm_token_page_button, RELM, TOKEN_PAGE_BUTTON, GtkButton)

RelmTokenPageButton *relm_token_page_button_new (void);
void relm_token_page_button_set_address (RelmTokenPageButton *self,
                                         const RelmTrackerAddress *address);

G_END_DECLS
