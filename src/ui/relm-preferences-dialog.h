/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a person can choose about the application. Main thread.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RELM_TYPE_PREFERENCES_DIALOG (relm_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelmPreferencesDialog, relm_preferences_dialog, RELM, PREFERENCES_DIALOG, AdwPreferencesDialog)

RelmPreferencesDialog *relm_preferences_dialog_new (GSettings *settings);
void relm_preferences_follow_appearance (GSettings *settings,
                                         AdwStyleManager *manager);

G_END_DECLS
