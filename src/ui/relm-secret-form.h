/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a person tells one server, as a form: what is kept for it now, entries for something else, what the server says to that,
 * and a button that tries it. What is tried and kept is up to the dialog that it is in. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-token-store.h"

G_BEGIN_DECLS

#define RELM_TYPE_SECRET_FORM (relm_secret_form_get_type ())
G_DECLARE_FINAL_TYPE (RelmSecretForm, relm_secret_form, RELM, SECRET_FORM, AdwPreferencesGroup)

RelmSecretForm *relm_secret_form_new (const char *origin,
                                      const char *key,
                                      const char *place_title);
void relm_secret_form_add_entry (RelmSecretForm *self,
                                 GtkWidget *row,
                                 const char *title);
void relm_secret_form_fill (RelmSecretForm *self,
                            AdwDialog *dialog,
                            const char *title,
                            GtkWidget *below);
void relm_secret_form_ask (RelmSecretForm *self);
void relm_secret_form_refuse (RelmSecretForm *self,
                              const char *words);
void relm_secret_form_accept (RelmSecretForm *self,
                              RelmTokenPlace place,
                              const char *words);
void relm_secret_form_say (RelmSecretForm *self,
                           const char *words,
                           gboolean wrong);
const char *relm_secret_form_get_secret (RelmSecretForm *self);

G_END_DECLS
