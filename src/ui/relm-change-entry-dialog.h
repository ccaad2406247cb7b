/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Asks a person for the words of an entry of the changelog, and makes them one step to undo. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "relm-changelog-edits.h"

G_BEGIN_DECLS

#define RELM_TYPE_CHANGE_ENTRY_DIALOG (relm_change_entry_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelmChangeEntryDialog, relm_change_entry_dialog, RELM, CHANGE_ENTRY_DIALOG, AdwDialog)

RelmChangeEntryDialog *relm_change_entry_dialog_new (RelmDocument *document,
                                                     RelmRecord *release,
                                                     RelmChangelogEntry *entry);

G_END_DECLS
